import type { ReviewPage } from "../../../application/queries/joint-reviews";
import { isVerifying, type SettledRelation, type SilenceOutcome, type Stance } from "../../../domain/case/parts/joint-review";
import type { Key } from "../../../i18n";
import { type ActOn, acting } from "./act-on";
import {
  type ActFields,
  choice,
  happenedOn,
  LENGTH,
  line,
  longText,
  optionalLine,
  optionalLines,
  optionalReason,
  reason,
  several,
  timeOfDay,
  wantedBy,
} from "./fields";

export type ReviewNoun = "reschedule" | "hold" | "silence" | "settlement" | "merge" | "cancel-review";

/** What the form of an act on a joint review starts from beside the page: conditions chosen in the address. */
export interface ReviewActContext {
  readonly page: ReviewPage;
  readonly chosen: readonly string[];
}

/** One act on a joint review. Texts are `acts.<noun>.…` as for items. */
export interface ReviewAct extends ActOn<ReviewActContext, ReviewNoun> {
  /** What the act brings with it, where that depends on the review. */
  explain?(context: ReviewActContext): Key;
}
const act = acting<ReviewAct>();

const STANCES: readonly Stance[] = ["agree", "agree-with-conditions", "disagree"];
const OUTCOMES: readonly SilenceOutcome[] = ["counts-as-agreement", "excused"];
const RELATIONS: readonly SettledRelation[] = ["single", "duplicate", "conflict"];
const OFFICIALS = "officials-";

/** A condition as a line to choose: which body, which words, where it went. */
const conditionLabel = ({ department, text }: ReviewPage["choices"][number]) => ({ zh: `${department.zh}：${text}`, en: `${department.en}: ${text}` });

/** Acts on a joint review, in the order their buttons stand. */
export const REVIEW_ACTS: readonly ReviewAct[] = [
  act({
    noun: "hold",
    command: "hold-review",
    explain: ({ page }) => (isVerifying(page.review.mode) ? "acts.hold.explain.verifying" : "acts.hold.explain"),
    fields: ({ page }): ActFields => ({
      on: happenedOn({ label: "acts.field.heldOn" }, page.today),
      ...Object.fromEntries(
        page.review.bodies.map(
          (body) =>
            [
              `${OFFICIALS}${body.code}`,
              { ...optionalLines({ label: "acts.field.officials", hint: "acts.hold.officials.hint" }, 3), about: body.name },
            ] as const,
        ),
      ),
      minutes: longText({ label: "acts.field.minutes" }),
    }),
    toCommand: ({ page }, values) => ({
      type: "hold-review",
      reviewId: page.review.id,
      attendance: page.review.bodies.flatMap(({ code }) => {
        const officials = (values[`${OFFICIALS}${code}`] as readonly string[] | undefined) ?? [];
        return officials.length > 0 ? [{ departmentCode: code, officials }] : [];
      }),
      minutes: String(values.minutes),
      on: String(values.on),
    }),
  }),
  act({
    noun: "settlement",
    command: "settle-conditions",
    fields: ({ page, chosen }) => {
      const first = page.choices.find(({ key }) => chosen.includes(key));
      // What was settled together is settled again together.
      const nos = new Set(page.choices.flatMap(({ key, settledAs }) => (chosen.includes(key) && settledAs !== null ? [settledAs] : [])));
      const together = page.choices.filter(({ key, settledAs }) => chosen.includes(key) || (settledAs !== null && nos.has(settledAs))).map(({ key }) => key);
      return {
        sources: several(
          { label: "acts.field.sources" },
          page.choices.map((one) => ({
            value: one.key,
            label: conditionLabel(one),
            ...(one.settledAs === null ? {} : { hint: { key: "reviews.conditions.settled-as" as const, facts: { n: one.settledAs } } }),
          })),
          together,
        ),
        relation: choice(
          { label: "acts.field.relation" },
          RELATIONS.map((relation) => ({ value: relation, label: `reviews.settled.relation.${relation}` as const })),
          { value: together.length > 1 ? "duplicate" : together.length === 1 ? "single" : undefined },
        ),
        text: reason({ label: "acts.field.settledText" }, first?.text),
        note: optionalReason({ label: "acts.field.settledNote", hint: "acts.settledNote.hint" }),
        on: happenedOn({ label: "acts.field.settledOn" }, page.today),
      };
    },
    toCommand: ({ page }, { relation, ...values }) => ({
      type: "settle-conditions",
      reviewId: page.review.id,
      relation: RELATIONS.find((one) => one === relation) ?? "single",
      ...values,
    }),
  }),
  act({
    noun: "merge",
    command: "merge-opinion",
    grave: true,
    fields: ({ page }) => ({
      stance: choice(
        { label: "acts.field.mergedStance" },
        STANCES.map((stance) => ({ value: stance, label: `review.stance.${stance}` as const })),
        { value: page.overall },
      ),
      reason: optionalReason({ label: "acts.field.mergedReason", hint: "acts.merge.reason.hint" }),
      opinionNo: line({ label: "acts.field.opinionNo" }, { mono: true }),
      on: happenedOn({ label: "acts.field.mergedOn" }, page.today),
    }),
    toCommand: ({ page }, { stance, ...values }) => ({
      type: "merge-opinion",
      reviewId: page.review.id,
      stance: STANCES.find((one) => one === stance) ?? "disagree",
      ...values,
    }),
  }),
  act({
    noun: "silence",
    command: "record-silence",
    fields: ({ page }) => ({
      departmentCode: choice(
        { label: "acts.field.silentDepartment" },
        page.silent.map((body) => ({ value: body.code, label: body.name })),
      ),
      outcome: choice(
        { label: "acts.field.silenceOutcome" },
        OUTCOMES.map((outcome) => ({ value: outcome, label: `reviews.silence.${outcome}` as const })),
      ),
      reason: optionalReason({ label: "acts.field.silenceReason", hint: "acts.silence.reason.hint" }),
      on: happenedOn({ label: "acts.field.silenceOn" }, page.today),
    }),
    toCommand: ({ page }, { outcome, ...values }) => ({
      type: "record-silence",
      reviewId: page.review.id,
      outcome: OUTCOMES.find((one) => one === outcome) ?? "excused",
      ...values,
    }),
  }),
  act({
    noun: "reschedule",
    command: "reschedule-review",
    fields: ({ page: { review, today } }) => ({
      meetOn: wantedBy({ label: "acts.field.meetOn", hint: "acts.convene.meetOn.hint" }, today, review.meetOn),
      meetTime: timeOfDay({ label: "acts.field.meetTime", hint: "acts.convene.meetTime.hint" }, review.meetTime ?? undefined),
      place: optionalLine({ label: "acts.field.place", hint: "acts.convene.place.hint" }, { value: review.place ?? undefined }),
      link: optionalLine({ label: "acts.field.link", hint: "acts.convene.link.hint" }, { max: LENGTH.reason, value: review.link ?? undefined }),
      replyBy: wantedBy({ label: "acts.field.opinionBy" }, today, review.replyBy),
      reason: reason({ label: "acts.field.reason" }),
    }),
    toCommand: ({ page }, values) => ({ type: "reschedule-review", reviewId: page.review.id, on: page.today, ...values }),
  }),
  act({
    noun: "cancel-review",
    command: "cancel-review",
    grave: true,
    fields: ({ page }) => ({ on: happenedOn({ label: "acts.field.cancelledOn" }, page.today), reason: reason({ label: "acts.field.reason" }) }),
    toCommand: ({ page }, values) => ({ type: "cancel-review", reviewId: page.review.id, ...values }),
  }),
];

export const reviewActByNoun = (noun: string | undefined): ReviewAct | undefined => REVIEW_ACTS.find((candidate) => candidate.noun === noun);
