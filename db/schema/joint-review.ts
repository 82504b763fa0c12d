import type { Attendance, JointReview, Opinion, ReviewSilence, SettledCondition } from "../../app/domain/case/parts/joint-review";
import type { StageCode } from "../../app/domain/pack/pack";
import type { Kit } from "../kit";
import type { projectTables } from "./project";

/** Joint reviews with the answers of the bodies called, the conditions settled and the merged opinion. */
export function jointReviewTables(k: Kit, { project }: Pick<ReturnType<typeof projectTables>, "project">) {
  const owner = () => ({ centreId: k.id().notNull(), projectId: k.id().notNull() });

  const jointReview = k.table(
    "joint_review",
    {
      ...owner(),
      id: k.id().notNull(),
      stage: k.code<StageCode>().notNull(),
      leadDepartmentCode: k.text().notNull(),
      convenedOn: k.day().notNull(),
      replyBy: k.day(),
      departmentCodes: k.json<readonly string[]>().notNull(),
      status: k.code<JointReview["status"]>().notNull(),
      mode: k.code<JointReview["mode"]>().notNull().default("conference"),
      /** Of the same case; checked by the case itself, because the column came after the table. */
      itemId: k.id(),
      meetOn: k.day(),
      meetTime: k.text(),
      place: k.text(),
      link: k.text(),
      materialsWanted: k.json<readonly string[]>().notNull().default([]),
      movedReason: k.text(),
      heldOn: k.day(),
      attendance: k.json<readonly Attendance[]>().notNull().default([]),
      minutes: k.text(),
      mergedOn: k.day(),
      mergedNo: k.text(),
      mergedStance: k.code<NonNullable<JointReview["mergedStance"]>>(),
      mergedReason: k.text(),
      mergedById: k.text(),
      mergedByName: k.text(),
      cancelledOn: k.day(),
      cancelledReason: k.text(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.projectId, t.id] }),
      k.index("joint_review_by_status").on(t.centreId, t.status, t.convenedOn),
      k.index("joint_review_by_day").on(t.centreId, t.status, t.meetOn),
      k.foreignKey({ name: "joint_review_project_fk", columns: [t.centreId, t.projectId], foreignColumns: [project.centreId, project.id] }),
    ],
  );

  const opinion = k.table(
    "opinion",
    {
      ...owner(),
      id: k.id().notNull(),
      reviewId: k.id().notNull(),
      departmentCode: k.text().notNull(),
      stance: k.code<Opinion["stance"]>().notNull(),
      conditions: k.json<readonly string[]>().notNull(),
      reason: k.text(),
      givenOn: k.day().notNull(),
      byId: k.text().notNull(),
      byName: k.text().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.projectId, t.id] }),
      k.foreignKey({
        name: "opinion_review_fk",
        columns: [t.centreId, t.projectId, t.reviewId],
        foreignColumns: [jointReview.centreId, jointReview.projectId, jointReview.id],
      }),
    ],
  );

  const reviewSilence = k.table(
    "review_silence",
    {
      ...owner(),
      id: k.id().notNull(),
      reviewId: k.id().notNull(),
      departmentCode: k.text().notNull(),
      outcome: k.code<ReviewSilence["outcome"]>().notNull(),
      basis: k.code<ReviewSilence["basis"]>().notNull(),
      reason: k.text().notNull(),
      recordedOn: k.day().notNull(),
      byId: k.text().notNull(),
      byName: k.text().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.projectId, t.id] }),
      k.foreignKey({
        name: "review_silence_review_fk",
        columns: [t.centreId, t.projectId, t.reviewId],
        foreignColumns: [jointReview.centreId, jointReview.projectId, jointReview.id],
      }),
    ],
  );

  const settledCondition = k.table(
    "settled_condition",
    {
      ...owner(),
      id: k.id().notNull(),
      reviewId: k.id().notNull(),
      ordinal: k.int().notNull(),
      text: k.text().notNull(),
      relation: k.code<SettledCondition["relation"]>().notNull(),
      sources: k.json<readonly string[]>().notNull(),
      note: k.text(),
      settledOn: k.day().notNull(),
      byId: k.text().notNull(),
      byName: k.text().notNull(),
      replacedById: k.id(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.projectId, t.id] }),
      k.foreignKey({
        name: "settled_condition_review_fk",
        columns: [t.centreId, t.projectId, t.reviewId],
        foreignColumns: [jointReview.centreId, jointReview.projectId, jointReview.id],
      }),
    ],
  );

  return { jointReview, opinion, reviewSilence, settledCondition };
}
