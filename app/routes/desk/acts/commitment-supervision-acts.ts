import type { z } from "zod";
import type { CheckView } from "../../../application/queries/commitment-view";
import { field } from "../../../web/form";
import { type CommitmentAct, type CommitmentActContext, commitmentAct, numberOf } from "./commitment-acts";
import { type ActField, choice, happenedOn, LENGTH, line, optionalLine, optionalLines, optionalReason, reason, wantedBy } from "./fields";

const OUTCOMES = ["met", "not-met"] as const;
const BREACH_RULINGS = ["revoke", "more-time"] as const;
const MOST_YUAN = 1_000_000_000;

/** The check an act is about: those that are open to it, the one of the address chosen. */
function checkField({ commitment, subject }: CommitmentActContext, isOpen: (check: CheckView) => boolean): ActField<string> {
  const open = (commitment?.checks ?? []).filter(isOpen);
  const chosen = open.find(({ id }) => id === subject) ?? open[0];
  return choice(
    { label: "acts.field.checkChosen" },
    open.map((check) => ({ value: check.id, label: `commitment.point.${check.point}` as const })),
    { value: chosen?.id },
  );
}

const isPlanned = ({ status }: CheckView): boolean => status === "planned";
const isCheckable = ({ checkable }: CheckView): boolean => checkable;

const outcomeField = (): ActField<string> =>
  choice(
    { label: "acts.field.commitmentRuling" },
    OUTCOMES.map((outcome) => ({ value: outcome, label: `acts.commitment-check.${outcome}` as const })),
  );
const outcomeOf = (value: string): "met" | "not-met" => (value === "met" ? "met" : "not-met");

/** Any of the standards, or none: which checks need one is the rule's to say. */
const failedStandards = ({ commitment }: CommitmentActContext): ActField<readonly string[]> => ({
  label: "acts.field.commitmentFailed",
  hint: "acts.field.commitmentFailed.hint",
  optional: true,
  look: {
    kind: "many",
    options: (commitment?.standards ?? []).map(({ id, indicator, value }) => ({
      value: id,
      label: { zh: `${indicator} ${value}`, en: `${indicator} ${value}` },
    })),
    value: [],
  },
  schema: field.many(),
});

const yuan = (): ActField<number | null> => ({
  label: "acts.field.penaltyYuan",
  hint: "acts.field.penalty.hint",
  optional: true,
  look: { kind: "line", max: 12 },
  schema: field.optionalWhole(1, MOST_YUAN) as z.ZodType<number | null>,
});

/** Checks, rectification, completion, verification, and what follows a broken or a kept promise. */
export const COMMITMENT_SUPERVISION_ACTS: readonly CommitmentAct[] = [
  commitmentAct({
    noun: "check-day",
    command: "schedule-check",
    fields: (context) => ({
      checkId: checkField(context, isPlanned),
      dueOn: { ...wantedBy({ label: "acts.field.commitmentCheckBy" }, context.page.today), optional: false, schema: field.day() } as ActField<string>,
      reason: reason({ label: "acts.field.reason" }),
      on: happenedOn({ label: "acts.field.commitmentDay" }, context.page.today),
    }),
    toCommand: (context, values) => ({ type: "schedule-check", commitmentNo: numberOf(context), ...values }),
  }),
  commitmentAct({
    noun: "check",
    command: "record-check",
    fields: (context) => ({
      checkId: checkField(context, isCheckable),
      outcome: outcomeField(),
      evidence: optionalLines({ label: "acts.field.checkEvidence", hint: "acts.field.checkEvidence.hint" }),
      findings: optionalLines({ label: "acts.field.checkFindings", hint: "acts.field.checkFindings.hint" }),
      rectifyBy: wantedBy({ label: "acts.field.commitmentRectifyBy", hint: "acts.field.commitmentRectifyBy.hint" }, context.page.today),
      ...(context.commitment?.checks.some(({ point, status }) => point === "verification" && status === "planned")
        ? { failedStandardIds: failedStandards(context) }
        : {}),
      on: happenedOn({ label: "acts.field.commitmentDay" }, context.page.today),
    }),
    toCommand: (context, { outcome, failedStandardIds, ...values }) => ({
      type: "record-check",
      commitmentNo: numberOf(context),
      outcome: outcomeOf(outcome),
      failedStandardIds: failedStandardIds ?? [],
      ...values,
    }),
  }),
  commitmentAct({
    noun: "recheck",
    command: "recheck-rectification",
    fields: (context) => ({
      checkId: checkField(context, ({ status, ripe }) => status === "rectifying" && !ripe),
      outcome: outcomeField(),
      evidence: optionalLines({ label: "acts.field.checkEvidence", hint: "acts.field.checkEvidence.hint" }),
      note: optionalReason({ label: "acts.field.recheckNote", hint: "acts.field.recheckNote.hint" }),
      on: happenedOn({ label: "acts.field.commitmentDay" }, context.page.today),
    }),
    toCommand: (context, { outcome, ...values }) => ({
      type: "recheck-rectification",
      commitmentNo: numberOf(context),
      outcome: outcomeOf(outcome),
      ...values,
    }),
  }),
  commitmentAct({
    noun: "completion",
    command: "record-works-completion",
    fields: ({ page }) => ({
      reference: line({ label: "acts.field.worksReference", hint: "acts.field.worksReference.hint" }, { max: LENGTH.name }),
      on: happenedOn({ label: "acts.field.commitmentDay" }, page.today),
      verifyBy: wantedBy({ label: "acts.field.verifyBy" }, page.today),
    }),
    toCommand: (context, values) => ({ type: "record-works-completion", commitmentNo: numberOf(context), ...values }),
  }),
  commitmentAct({
    noun: "breach-ruling",
    command: "rule-on-breach",
    grave: true,
    fields: ({ page }) => ({
      ruling: choice(
        { label: "acts.field.commitmentRuling" },
        BREACH_RULINGS.map((ruling) => ({ value: ruling, label: `acts.commitment-breach-ruling.${ruling}` as const })),
      ),
      reason: reason({ label: "acts.field.reason" }),
      decisionNo: optionalLine({ label: "acts.field.breachDecisionNo", hint: "acts.field.breachDecisionNo.hint" }, { mono: true }),
      penaltyYuan: yuan(),
      penaltyBasis: optionalLine({ label: "acts.field.penaltyBasis", hint: "acts.field.penalty.hint" }, { max: LENGTH.reason }),
      rectifyBy: wantedBy({ label: "acts.field.commitmentRectifyBy", hint: "acts.field.commitmentRectifyBy.more.hint" }, page.today),
      on: happenedOn({ label: "acts.field.commitmentDay" }, page.today),
    }),
    toCommand: (context, { ruling, ...values }) => ({
      type: "rule-on-breach",
      commitmentNo: numberOf(context),
      ruling: ruling === "revoke" ? "revoke" : "more-time",
      ...values,
    }),
  }),
  commitmentAct({
    noun: "reward",
    command: "reward-commitment",
    fields: ({ page }) => ({ reward: reason({ label: "acts.field.reward" }), on: happenedOn({ label: "acts.field.commitmentDay" }, page.today) }),
    toCommand: (context, values) => ({ type: "reward-commitment", commitmentNo: numberOf(context), ...values }),
  }),
];
