import type { NoticeCheck, NoticeStandard, NoticeStatus } from "../../app/domain/case/parts/notice-commitment";
import type { Kit } from "../kit";
import type { caseTables } from "./case";

/** 告知承诺: permits granted at once on a written promise, with the checks that follow. */
export function noticeCommitmentTables(k: Kit, { item }: Pick<ReturnType<typeof caseTables>, "item">) {
  const noticeCommitment = k.table(
    "notice_commitment",
    {
      centreId: k.id().notNull(),
      projectId: k.id().notNull(),
      id: k.id().notNull(),
      commitmentNo: k.text().notNull(),
      itemId: k.id().notNull(),
      code: k.text().notNull(),
      departmentCode: k.text().notNull(),
      status: k.code<NoticeStatus>().notNull(),
      noticeNo: k.text().notNull(),
      toldOn: k.day().notNull(),
      toldById: k.text().notNull(),
      toldByName: k.text().notNull(),
      standards: k.json<readonly NoticeStandard[]>().notNull(),
      replaces: k.json<readonly string[]>().notNull(),
      chosenOn: k.day(),
      chosenById: k.text(),
      chosenByName: k.text(),
      manners: k.json<readonly string[]>().notNull(),
      signatureId: k.id(),
      signedOn: k.day(),
      decidedOn: k.day(),
      decidedById: k.text(),
      decidedByName: k.text(),
      lateReason: k.text(),
      checkWorkingDays: k.int(),
      checkDueOn: k.day(),
      checkSetById: k.text(),
      checkSetByName: k.text(),
      checkSetReason: k.text(),
      checks: k.json<readonly NoticeCheck[]>().notNull(),
      checkedOn: k.day(),
      rectifyBy: k.day(),
      moreTimeReason: k.text(),
      nextDueOn: k.day(),
      revocationNo: k.text(),
      revokedOn: k.day(),
      closedOn: k.day(),
      endedOn: k.day(),
      reason: k.text(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.projectId, t.id] }),
      k.uniqueIndex("notice_commitment_by_number").on(t.centreId, t.commitmentNo),
      k.index("notice_commitment_by_status").on(t.centreId, t.status, t.nextDueOn),
      k.index("notice_commitment_by_end").on(t.centreId, t.status, t.endedOn),
      k.index("notice_commitment_by_item").on(t.centreId, t.projectId, t.itemId),
      k.foreignKey({
        name: "notice_commitment_item_fk",
        columns: [t.centreId, t.projectId, t.itemId],
        foreignColumns: [item.centreId, item.projectId, item.id],
      }),
    ],
  );
  return { noticeCommitment };
}
