import type { GapChoices } from "../../../application/queries/gap-view";
import type { CivilDay } from "../../../domain/calendar/calendar-date";
import type { CorrectionOutcome } from "../../../domain/case/parts/correction";
import type { DeferralOutcome, SuppliedForm } from "../../../domain/case/parts/deferral";
import { FOUND_BY_PEOPLE, type ReportedCode } from "../../../domain/case/parts/finding";
import type { Key } from "../../../i18n";
import { field } from "../../../web/form";
import { type ActField, choice, LENGTH, line, optionalLine, reason, several } from "./fields";
import { act, type ItemAct, on } from "./item-act";

/** Names of the official lists are Chinese in either language. */
const material = (name: string) => ({ value: name, label: { zh: name, en: name } });

/** A day ahead that must be given. */
const dayBy = (label: Key, hint: Key, { value = null, min, max }: { value?: CivilDay | null; min: CivilDay; max?: CivilDay | null }): ActField<CivilDay> => ({
  label,
  hint,
  look: { kind: "day", value, min, ...(max ? { max } : {}) },
  schema: field.day(),
});

const PROMISE_HINT: Readonly<Record<GapChoices["promise"], Key>> = {
  yes: "acts.field.promiseNo.required",
  no: "acts.field.promiseNo.free",
  unstated: "acts.field.promiseNo.unstated",
};

const promiseFields = ({
  promise,
  promiseAssumed,
}: Pick<GapChoices, "promise" | "promiseAssumed">): { readonly promiseNo: ActField<string | null>; readonly promisedBy: ActField<string | null> } => {
  const no = { label: "acts.field.promiseNo", hint: promise === "yes" && promiseAssumed ? "acts.field.promiseNo.assumed" : PROMISE_HINT[promise] } as const;
  const by = { label: "acts.field.promisedBy" } as const;
  return promise === "yes"
    ? { promiseNo: line(no, { mono: true }), promisedBy: line(by, { max: LENGTH.name }) }
    : { promiseNo: optionalLine(no, { mono: true }), promisedBy: optionalLine(by, { max: LENGTH.name }) };
};

const outcomes = (codes: readonly (DeferralOutcome | CorrectionOutcome)[]) =>
  choice(
    { label: "acts.field.gapOutcome" },
    codes.map((code) => ({ value: code, label: `acts.outcome.${code}` as const })),
  );

const FORMS: readonly SuppliedForm[] = ["original", "copy", "electronic"];

/** How the materials came: asked only where a checklist counts the pieces. */
const formField = (): ActField<string> =>
  choice(
    { label: "acts.field.gapForm" },
    FORMS.map((form) => ({ value: form, label: `acts.gap-form.${form}` as const })),
    { value: "original" },
  );

/** Fields of a report of something that happened outside the system; the same for an item and for a whole project. */
export const irregularityFields = (today: CivilDay) => ({
  code: choice(
    { label: "acts.field.irregularityCode" },
    FOUND_BY_PEOPLE.map((code) => ({ value: code, label: `finding.code.${code}` as const })),
    { long: true },
  ),
  happenedOn: {
    label: "acts.field.irregularityOn",
    hint: "acts.field.irregularityOn.hint",
    optional: true,
    look: { kind: "day", value: null, max: today },
    schema: field.optionalDay().refine((day: CivilDay | null) => day === null || day <= today, "form.day-future"),
  } satisfies ActField<CivilDay | null>,
  evidence: reason({ label: "acts.field.irregularityEvidence", hint: "acts.field.irregularityEvidence.hint" }),
});

/** Acts about materials brought later, about corrections and deferrals that failed, and about what went wrong outside the system. */
export const GAP_ACTS: readonly ItemAct[] = [
  act({
    noun: "gap-acceptance",
    command: "accept-with-gaps",
    fields: ({ today, gaps }) => ({
      missing: several({ label: "acts.field.gapMissing", hint: "acts.field.gapMissing.hint" }, gaps.deferrable.map(material), gaps.lacking),
      supplyBy: dayBy("acts.field.gapSupplyBy", "acts.field.gapSupplyBy.hint", { value: gaps.latestSupplyBy, min: today, max: gaps.latestSupplyBy }),
      on: on(today, "acts.field.acceptedOn"),
      acceptanceNo: line({ label: "acts.field.acceptanceNo", hint: "acts.field.acceptanceNo.hint" }, { mono: true }),
      noticeNo: line({ label: "acts.field.gapNoticeNo" }, { mono: true }),
      ...promiseFields(gaps),
    }),
    toCommand: (itemNo, values) => ({ type: "accept-with-gaps", itemNo, ...values }),
  }),
  act({
    noun: "gap-supply",
    command: "supply-deferred",
    fields: ({ today, gaps }) => ({
      names: several({ label: "acts.field.gapNames" }, gaps.outstanding.map(material), gaps.outstanding.length === 1 ? gaps.outstanding : []),
      ...(gaps.keepsChecklist ? { as: formField() } : {}),
      on: on(today, "acts.field.suppliedOn"),
    }),
    toCommand: (itemNo, { as: form, ...values }) => ({ type: "supply-deferred", itemNo, as: FORMS.find((one) => one === form), ...values }),
  }),
  act({
    noun: "gap-extension",
    command: "extend-deferral",
    fields: ({ today, gaps }) => ({
      supplyBy: dayBy("acts.field.gapNewSupplyBy", "acts.field.gapNewSupplyBy.hint", { min: gaps.supplyBy ?? today }),
      on: on(today, "acts.field.ruledOn"),
      reason: reason({ label: "acts.field.reason", hint: "acts.field.gapReason.hint" }),
    }),
    toCommand: (itemNo, values) => ({ type: "extend-deferral", itemNo, ...values }),
  }),
  act({
    noun: "gap-ruling",
    command: "rule-on-deferral",
    grave: true,
    fields: ({ today, gaps }) => ({
      outcome: outcomes(gaps.outcomes),
      on: on(today, "acts.field.decidedOn"),
      decisionNo: optionalLine({ label: "acts.field.gapDecisionNo", hint: "acts.field.gapDecisionNo.hint" }, { mono: true }),
      reason: reason({ label: "acts.field.reason", hint: "acts.field.gapRulingReason.hint" }),
    }),
    toCommand: (itemNo, { outcome, ...values }) => ({ type: "rule-on-deferral", itemNo, outcome: outcome as DeferralOutcome, ...values }),
  }),
  act({
    noun: "correction-ruling",
    command: "rule-on-correction",
    grave: true,
    fields: ({ today, gaps }) => ({
      outcome: outcomes(gaps.correction?.outcomes ?? []),
      on: on(today, "acts.field.decidedOn"),
      decisionNo: optionalLine({ label: "acts.field.gapDecisionNo", hint: "acts.field.gapDecisionNo.hint" }, { mono: true }),
      reason: reason({ label: "acts.field.reason", hint: "acts.field.gapRulingReason.hint" }),
    }),
    toCommand: (itemNo, { outcome, ...values }) => ({ type: "rule-on-correction", itemNo, outcome: outcome as CorrectionOutcome, ...values }),
  }),
  act({
    noun: "irregularity",
    command: "report-irregularity",
    fields: ({ today }) => irregularityFields(today),
    toCommand: (itemNo, { code, ...values }) => ({ type: "report-irregularity", itemNo, code: code as ReportedCode, ...values }),
  }),
];
