import type { Pack, Words } from "../../pack/pack";
import { ok, type Refusal, type Result, refuse } from "../../result";
import type { Command } from "../commands";
import type { Context } from "../context";
import type { CaseEvent } from "../events";
import { firstRefusal, itemOf, plannedItems, refuseBefore, refuseBlank, refuseFuture } from "../guards";
import { type Attendance, type Invitation, isVerifying, type ReviewMode, VERIFYING } from "../parts/joint-review";
import type { Item, JointReview, Opinion, ProjectCase } from "../state";
import { canReview, isUnderWay, type ReviewEvent } from "./moves";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;

/** Reviews that are a meeting by nature: they have a day, and no merged opinion before they took place. */
const MEETINGS: readonly ReviewMode[] = [...VERIFYING, "video"];
const FEWEST_OFFICIALS = 2;
const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Whether it must have been held before its opinions are merged. */
export const needsMeeting = (review: Pick<JointReview, "mode" | "meetOn">): boolean => MEETINGS.includes(review.mode) || review.meetOn !== null;

export const opinionsOf = (state: Pick<ProjectCase, "opinions">, reviewId: string): readonly Opinion[] =>
  Object.values(state.opinions).filter((opinion) => opinion.reviewId === reviewId);

/** Names of bodies in both languages, for refusals; the code where the place does not know it. */
export function namesOf(codes: readonly string[], pack: Pack): { readonly departments: readonly string[]; readonly departmentsEn: readonly string[] } {
  const names = codes.map((code): Words => pack.departments.find((department) => department.code === code)?.name ?? { zh: code, en: code });
  return { departments: names.map(({ zh }) => zh), departmentsEn: names.map(({ en }) => en) };
}

/** A reviewer acts for the lead body only when it is the own one; people of the centre are not bound by this. */
export const refuseNotLead = (review: JointReview, context: Pick<Context, "actor" | "pack">): Refusal | null =>
  context.actor.role === "reviewer" && context.actor.departmentCode !== review.leadDepartmentCode
    ? { code: "not-allowed-not-lead", ...namesOf([review.leadDepartmentCode], context.pack) }
    : null;

/** Refuses what the state table of joint reviews forbids, in the words that fit the state. */
export function refuseReviewMove(review: JointReview, event: ReviewEvent["type"]): Refusal | null {
  if (canReview(event, review.status)) return null;
  if (review.status === "merged") return { code: "review-merged", mergedNo: review.mergedNo, on: review.mergedOn };
  if (review.status === "cancelled") return { code: "review-cancelled", reason: review.cancelledReason };
  if (event === "review-held") return { code: "review-already-held", on: review.heldOn };
  return { code: "review-closed" };
}

/** Items that a review is about, as far as the plan still holds them. */
const subjectsOf = (state: Pick<ProjectCase, "items">, review: Pick<JointReview, "stage" | "itemId">): readonly Item[] =>
  review.itemId === null
    ? plannedItems(state).filter((item) => item.stage === review.stage)
    : Object.values(state.items).filter((item) => item.id === review.itemId);

/** Whether a body decides an item the review is about; others are only asked. */
export const decidesIn = (state: Pick<ProjectCase, "items">, review: Pick<JointReview, "stage" | "itemId">, departmentCode: string): boolean =>
  subjectsOf(state, review).some((item) => item.departmentCode === departmentCode);

/** Whether all the body could still say is moot: nothing it has accepted here, or the one item, waits for a decision any more. */
export function hasNothingLeft(state: Pick<ProjectCase, "items">, review: Pick<JointReview, "stage" | "itemId">, departmentCode: string): boolean {
  const items = subjectsOf(state, review);
  const own = review.itemId === null ? items.filter((item) => item.departmentCode === departmentCode) : items;
  return own.every((item) => item.acceptedOn === null || item.endedOn !== null);
}

const isAccepted = (item: Item): boolean => item.status === "accepted" || item.status === "in-review";

/** Day, time, place and link, by what the kind of review needs. */
function refuseMeeting(mode: ReviewMode, at: Pick<Invitation, "meetOn" | "meetTime" | "place" | "link">): Refusal | null {
  if (at.meetOn === null && (MEETINGS.includes(mode) || at.meetTime !== null)) return { code: "review-needs-day", field: "meetOn" };
  if (at.meetTime !== null && !TIME_OF_DAY.test(at.meetTime)) return { code: "time-impossible", field: "meetTime", value: at.meetTime };
  if (isVerifying(mode) && !at.place?.trim()) return { code: "review-needs-place", field: "place" };
  return mode === "video" && !at.link?.trim() ? { code: "review-needs-link", field: "link" } : null;
}

/** A wish for a day that lies before the act itself. */
const refuseEarlier = (field: "replyBy" | "meetOn", day: string | null, on: string): Refusal | null =>
  day !== null && day < on ? { code: "day-before", field, on: day, earliest: on, what: "convened" } : null;

/** A day for answers is told to the bodies when the invitation is entered: one that lies before that day leaves them no time to answer. */
const refuseReplyPast = (replyBy: string | null, { today }: Context): Refusal | null =>
  replyBy !== null && replyBy < today ? { code: "day-before", field: "replyBy", on: replyBy, earliest: today, what: "entered" } : null;

/**
 * Calls bodies together, about a stage or about one item. About a stage: those with an accepted item of it, led by the body the place
 * names or the first of them. About an item (合署、平行受理): whoever is asked beside the body that decides it, which leads.
 */
export function conveneReview(state: ProjectCase, command: Of<"convene-review">, context: Context): Result<readonly CaseEvent[]> {
  const found = command.itemNo === null ? null : itemOf(state, command.itemNo);
  if (found && !found.ok) return found;
  const item = found?.value ?? null;
  const subject = { stage: item?.stage ?? command.stage, itemId: item?.id ?? null };
  const called = [...new Set(command.departmentCodes)];
  const accepted = subjectsOf(state, subject).filter(isAccepted);
  const present = new Set(accepted.map((one) => one.departmentCode));
  const strangers = called.filter((code) => (item ? !context.pack.departments.some((department) => department.code === code) : !present.has(code)));
  const same = (review: JointReview) => review.stage === subject.stage && review.itemId === subject.itemId && review.mode === command.mode;
  const refusal = firstRefusal(
    refuseFuture(command.on, context),
    ...accepted.filter((one) => item || called.includes(one.departmentCode)).map((one) => refuseBefore(command.on, one.acceptedOn, "accepted")),
    item && !isAccepted(item) ? { code: "review-item-not-accepted", itemNo: item.itemNo, status: item.status } : null,
    !item && command.mode === "co-handling" ? { code: "co-handling-needs-item", field: "mode" } : null,
    item && !called.includes(item.departmentCode)
      ? { code: "review-without-deciding-body", field: "departmentCodes", ...namesOf([item.departmentCode], context.pack) }
      : null,
    called.length < 2 ? { code: "review-needs-two-departments", field: "departmentCodes" } : null,
    strangers.length > 0 && item ? { code: "department-unknown-here", field: "departmentCodes", ...namesOf(strangers, context.pack) } : null,
    strangers.length > 0 ? { code: "department-has-no-item", field: "departmentCodes", ...namesOf(strangers, context.pack) } : null,
    Object.values(state.reviews).some((review) => isUnderWay(review) && same(review)) ? { code: "review-already-open" } : null,
    refuseMeeting(command.mode, command),
    refuseEarlier("meetOn", command.meetOn, command.on),
    refuseEarlier("replyBy", command.replyBy, command.on),
    refuseReplyPast(command.replyBy, context),
  );
  if (refusal) return refuse(refusal);
  const named = context.pack.stages.find((stage) => stage.code === subject.stage)?.leadDepartment.value ?? null;
  const first = accepted.find((one) => called.includes(one.departmentCode))?.departmentCode ?? called[0] ?? "";
  const { mode, meetOn, meetTime, place, link, materialsWanted, replyBy, on } = command;
  return ok([
    {
      type: "review-convened",
      reviewId: context.newId(),
      ...subject,
      leadDepartmentCode: item ? item.departmentCode : named !== null && present.has(named) ? named : first,
      departmentCodes: called,
      replyBy,
      mode,
      meetOn,
      meetTime,
      place,
      link,
      materialsWanted,
      on,
    },
  ]);
}

/** Moves the day, time or place of a review, or the day by which answers are wanted. Once it was held only the latter can change. */
export function rescheduleReview(state: ProjectCase, command: Of<"reschedule-review">, context: Context): Result<readonly CaseEvent[]> {
  const review = state.reviews[command.reviewId];
  if (!review) return refuse({ code: "review-unknown" });
  const { meetOn, meetTime, place, link, replyBy, reason, on } = command;
  const moved = meetOn !== review.meetOn || meetTime !== review.meetTime || place !== review.place || link !== review.link;
  const refusal = firstRefusal(
    refuseReviewMove(review, "review-rescheduled"),
    refuseFuture(on, context),
    refuseBefore(on, review.convenedOn, "convened"),
    refuseBlank(reason, "reason"),
    moved && review.heldOn !== null ? { code: "review-already-held", on: review.heldOn } : null,
    !moved && replyBy === review.replyBy ? { code: "review-unchanged" } : null,
    refuseMeeting(review.mode, command),
    moved ? refuseEarlier("meetOn", meetOn, on) : null,
    replyBy === review.replyBy ? null : firstRefusal(refuseEarlier("replyBy", replyBy, on), refuseReplyPast(replyBy, context)),
  );
  if (refusal) return refuse(refusal);
  return ok([{ type: "review-rescheduled", reviewId: review.id, meetOn, meetTime, place, link, replyBy, reason, on }]);
}

/**
 * Officials of one deciding body who came to verify must be two at least (行政许可法 art. 34 第三款: 应当指派两名以上工作人员进行核查);
 * one alone is no verification, so the body counts as not having come and comes again.
 */
function refuseAttendance(state: ProjectCase, review: JointReview, attendance: readonly Attendance[], context: Context): Refusal | null {
  const field = "attendance";
  if (attendance.length === 0) return { code: "review-nobody-came", field };
  const strangers = attendance.filter(({ departmentCode: code }) => code !== review.leadDepartmentCode && !review.departmentCodes.includes(code));
  if (strangers.length > 0)
    return {
      code: "department-not-called",
      field,
      ...namesOf(
        strangers.map((one) => one.departmentCode),
        context.pack,
      ),
    };
  const codes = attendance.map((one) => one.departmentCode);
  if (new Set(codes).size < codes.length) return { code: "attendance-twice", field };
  const few = attendance.filter(({ departmentCode, officials }) => {
    const present = new Set(officials.map((name) => name.trim()).filter(Boolean)).size;
    return present < (isVerifying(review.mode) && decidesIn(state, review, departmentCode) ? FEWEST_OFFICIALS : 1);
  });
  return few.length === 0
    ? null
    : {
        code: "review-needs-two-officials",
        field: few[0] ? `officials-${few[0].departmentCode}` : field,
        ...namesOf(
          few.map((one) => one.departmentCode),
          context.pack,
        ),
      };
}

/** Records that it took place: the day, who came for each body, and the minutes. */
export function holdReview(state: ProjectCase, command: Of<"hold-review">, context: Context): Result<readonly CaseEvent[]> {
  const review = state.reviews[command.reviewId];
  if (!review) return refuse({ code: "review-unknown" });
  const refusal = firstRefusal(
    refuseNotLead(review, context),
    refuseReviewMove(review, "review-held"),
    review.heldOn !== null ? { code: "review-already-held", on: review.heldOn } : null,
    refuseFuture(command.on, context),
    refuseBefore(command.on, review.convenedOn, "convened"),
    refuseAttendance(state, review, command.attendance, context),
    refuseBlank(command.minutes, "minutes"),
  );
  if (refusal) return refuse(refusal);
  const { attendance, minutes, on } = command;
  return ok([{ type: "review-held", reviewId: review.id, attendance, minutes, on, byId: context.actor.personId, byName: context.actor.name }]);
}

/** Calls a review off, with the reason; what was answered so far stays in the case. */
export function cancelReview(state: ProjectCase, command: Of<"cancel-review">, context: Context): Result<readonly CaseEvent[]> {
  const review = state.reviews[command.reviewId];
  if (!review) return refuse({ code: "review-unknown" });
  const refusal = firstRefusal(
    refuseReviewMove(review, "review-cancelled"),
    refuseFuture(command.on, context),
    refuseBefore(command.on, review.convenedOn, "convened"),
    refuseBlank(command.reason, "reason"),
  );
  if (refusal) return refuse(refusal);
  return ok([{ type: "review-cancelled", reviewId: review.id, reason: command.reason, on: command.on }]);
}

/** Reviews of an item whose merged opinion its decision still waits for (H38). */
export const unmergedReviews = (state: Pick<ProjectCase, "reviews">, itemId: string): readonly JointReview[] =>
  Object.values(state.reviews).filter((review) => review.itemId === itemId && review.status !== "merged" && review.status !== "cancelled");

/** The decision on a co-handled item waits for the merged opinion of the bodies asked. */
export function refuseUnmerged(state: ProjectCase, item: Item): Refusal | null {
  const [waiting] = unmergedReviews(state, item.id);
  return waiting ? { code: "co-handling-not-merged", itemNo: item.itemNo, on: waiting.convenedOn } : null;
}
