import type { CommitmentEffect } from "../../../domain/pack/practice";
import { field } from "../../../web/form";
import { type CommitmentAct, commitmentAct, numberOf } from "./commitment-acts";
import { type ActField, choice, happenedOn, LENGTH, line, optionalLines, reason, wantedBy } from "./fields";

const APPRAISALS = ["applicable", "not-applicable"] as const;
const PRECHECKS = ["pass", "defects"] as const;
const OBJECTION_RULINGS = ["reject", "change", "exit"] as const;
const EFFECTS: readonly CommitmentEffect[] = ["after-start", "at-once"];
/** Value of the choice that names nothing. */
const NONE = "none";

/** The day a supervision point is due; may stay open while nobody knows it. */
const pointDay = (point: "before-start" | "construction" | "completion" | "operation", today: string): ActField<string | null> => ({
  label: `acts.field.checkDue.${point}`,
  hint: "acts.field.checkDue.hint",
  optional: true,
  look: { kind: "day", value: null, min: today },
  schema: field.optionalDay(),
});

/** From the proposal to the day the promise is in force. */
export const COMMITMENT_PROMISE_ACTS: readonly CommitmentAct[] = [
  commitmentAct({
    noun: "proposal",
    command: "propose-commitment",
    fields: ({ page }) => ({ on: happenedOn({ label: "acts.field.commitmentDay" }, page.today) }),
    toCommand: (_, { on }) => ({ type: "propose-commitment", on }),
  }),
  commitmentAct({
    noun: "appraisal",
    command: "appraise-commitment",
    fields: ({ page }) => ({
      ruling: choice(
        { label: "acts.field.commitmentRuling" },
        APPRAISALS.map((ruling) => ({ value: ruling, label: `acts.commitment-appraisal.${ruling}` as const })),
      ),
      reason: reason({ label: "acts.field.reason" }),
      on: happenedOn({ label: "acts.field.commitmentDay" }, page.today),
    }),
    toCommand: (context, { ruling, ...values }) => ({
      type: "appraise-commitment",
      commitmentNo: numberOf(context),
      ruling: ruling === "applicable" ? "applicable" : "not-applicable",
      ...values,
    }),
  }),
  commitmentAct({
    noun: "standard",
    command: "add-standard",
    fields: ({ page }) => ({
      indicator: line({ label: "acts.field.standardIndicator" }, { max: LENGTH.name }),
      condition: reason({ label: "acts.field.standardCondition" }),
      value: line({ label: "acts.field.standardValue" }, { max: LENGTH.name }),
      dueOn: wantedBy({ label: "acts.field.standardDue" }, page.today),
      departmentCode: choice(
        { label: "acts.field.standardDepartment" },
        page.departments.map(({ code, name }) => ({ value: code, label: name })),
        { long: page.departments.length > 5 },
      ),
      itemNo: choice(
        { label: "acts.field.standardItem" },
        [
          { value: NONE, label: "acts.commitment-standard.no-item" as const },
          ...page.promisable.map((item) => ({ value: item.itemNo, label: [item.name, item.department] })),
        ],
        { long: true, value: NONE },
      ),
      effect: choice(
        { label: "acts.field.standardEffect" },
        [
          { value: NONE, label: "acts.commitment-standard.no-effect" as const },
          ...EFFECTS.filter((effect) => page.effects.includes(effect)).map((effect) => ({ value: effect, label: `commitment.effect.${effect}` as const })),
        ],
        { value: NONE },
      ),
      on: happenedOn({ label: "acts.field.commitmentDay" }, page.today),
    }),
    toCommand: (context, { itemNo, effect, ...values }) => ({
      type: "add-standard",
      commitmentNo: numberOf(context),
      itemNo: itemNo === NONE ? null : itemNo,
      effect: EFFECTS.find((one) => one === effect) ?? null,
      ...values,
    }),
  }),
  commitmentAct({
    noun: "standard-drop",
    command: "drop-standard",
    fields: ({ page, commitment, subject }) => ({
      standardId: choice(
        { label: "acts.field.standardChosen" },
        (commitment?.standards ?? []).map((standard) => ({
          value: standard.id,
          label: { zh: `${standard.indicator} ${standard.value}`, en: `${standard.indicator} ${standard.value}` },
        })),
        { value: subject ?? undefined },
      ),
      on: happenedOn({ label: "acts.field.commitmentDay" }, page.today),
    }),
    toCommand: (context, values) => ({ type: "drop-standard", commitmentNo: numberOf(context), ...values }),
  }),
  commitmentAct({
    noun: "standards",
    command: "hand-down-standards",
    fields: ({ page }) => ({
      documentNo: line({ label: "acts.field.standardsDocument" }, { mono: true }),
      on: happenedOn({ label: "acts.field.commitmentDay" }, page.today),
    }),
    toCommand: (context, values) => ({ type: "hand-down-standards", commitmentNo: numberOf(context), ...values }),
  }),
  commitmentAct({
    noun: "precheck",
    command: "precheck-promise",
    fields: ({ page }) => ({
      outcome: choice(
        { label: "acts.field.commitmentRuling" },
        PRECHECKS.map((outcome) => ({ value: outcome, label: `acts.commitment-precheck.${outcome}` as const })),
      ),
      defects: optionalLines({ label: "acts.field.commitmentDefects", hint: "acts.field.commitmentDefects.hint" }),
      on: happenedOn({ label: "acts.field.commitmentDay" }, page.today),
    }),
    toCommand: (context, { outcome, ...values }) => ({
      type: "precheck-promise",
      commitmentNo: numberOf(context),
      outcome: outcome === "pass" ? "pass" : "defects",
      ...values,
    }),
  }),
  commitmentAct({
    noun: "supplement",
    command: "supplement-promise",
    fields: ({ page }) => ({
      note: reason({ label: "acts.field.supplementNote" }),
      on: happenedOn({ label: "acts.field.commitmentDay" }, page.today),
    }),
    toCommand: (context, values) => ({ type: "supplement-promise", commitmentNo: numberOf(context), ...values }),
  }),
  commitmentAct({
    noun: "publicity",
    command: "open-publicity",
    fields: ({ page }) => ({
      at: line({ label: "acts.field.publicityAt", hint: "acts.field.publicityAt.hint" }, { max: LENGTH.name }),
      on: happenedOn({ label: "acts.field.commitmentDay" }, page.today),
    }),
    toCommand: (context, values) => ({ type: "open-publicity", commitmentNo: numberOf(context), ...values }),
  }),
  commitmentAct({
    noun: "objection",
    command: "record-objection",
    fields: ({ page }) => ({
      objector: line({ label: "acts.field.objector" }, { max: LENGTH.name }),
      text: reason({ label: "acts.field.objectionText" }),
      on: happenedOn({ label: "acts.field.commitmentDay" }, page.today),
    }),
    toCommand: (context, values) => ({ type: "record-objection", commitmentNo: numberOf(context), ...values }),
  }),
  commitmentAct({
    noun: "objection-ruling",
    command: "rule-on-objection",
    fields: ({ page, commitment, subject }) => ({
      objectionId: choice(
        { label: "acts.field.objectionChosen" },
        (commitment?.objections ?? [])
          .filter(({ status }) => status === "open")
          .map(({ id, objector, text }) => ({ value: id, label: { zh: `${objector}：${text}`, en: `${objector}: ${text}` } })),
        { value: subject ?? undefined },
      ),
      ruling: choice(
        { label: "acts.field.commitmentRuling" },
        OBJECTION_RULINGS.map((ruling) => ({ value: ruling, label: `acts.commitment-objection-ruling.${ruling}` as const })),
      ),
      reason: reason({ label: "acts.field.reason" }),
      on: happenedOn({ label: "acts.field.commitmentDay" }, page.today),
    }),
    toCommand: (context, { ruling, ...values }) => ({
      type: "rule-on-objection",
      commitmentNo: numberOf(context),
      ruling: OBJECTION_RULINGS.find((one) => one === ruling) ?? "reject",
      ...values,
    }),
  }),
  commitmentAct({
    noun: "force",
    command: "put-in-force",
    fields: ({ page }) => ({
      on: happenedOn({ label: "acts.field.commitmentDay" }, page.today),
      ...Object.fromEntries(page.points.map((point) => [`due-${point}`, pointDay(point, page.today)])),
    }),
    toCommand: (context, { on, ...values }) => ({
      type: "put-in-force",
      commitmentNo: numberOf(context),
      checks: context.page.points.map((point) => ({ point, dueOn: (values as Readonly<Record<string, string | null>>)[`due-${point}`] ?? null })),
      on,
    }),
  }),
  commitmentAct({
    noun: "exit",
    command: "exit-commitment",
    grave: true,
    fields: ({ page }) => ({ reason: reason({ label: "acts.field.reason" }), on: happenedOn({ label: "acts.field.commitmentDay" }, page.today) }),
    toCommand: (context, values) => ({ type: "exit-commitment", commitmentNo: numberOf(context), ...values }),
  }),
];
