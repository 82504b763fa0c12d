import type { z } from "zod";
import type { SimulationPage } from "../../../application/queries/project-simulation";
import type { RunView } from "../../../application/queries/simulation-view";
import type { CommandType } from "../../../domain/case/commands";
import type { TerminationGround } from "../../../domain/case/parts/simulation";
import { field } from "../../../web/form";
import type { RunActNoun } from "../../../web/paths";
import { type ActOn, acting } from "./act-on";
import { type ActField, choice, happenedOn, LENGTH, line, optionalLine, reason, several, tick, wantedBy } from "./fields";

/** What an act on a simulated run is about. */
export interface SimulationActContext {
  readonly page: SimulationPage;
  /** Null for a new application and for the facts of the project. */
  readonly run: RunView | null;
}

/** One act on a simulated run. Texts are `acts.simulation-<noun>.…`; `done.simulation-<noun>` says it is done. */
export type SimulationAct = ActOn<SimulationActContext, RunActNoun>;
const act = acting<SimulationAct>();

/** The day a precondition is expected; which of them are missing is the rule's to compare. */
const expected = (value: string | null, about: SimulationPage["preconditions"][number]): ActField<string | null> => ({
  label: `acts.simulation.expected.${about}`,
  hint: "acts.simulation-application.expected.hint",
  optional: true,
  look: { kind: "day", value },
  schema: field.optionalDay(),
});

const expectedFields = ({ page }: SimulationActContext, run: RunView | null): Record<string, ActField<string | null>> => {
  const known = new Map(run?.missing.map((one) => [one.code, one.expectedOn]));
  const asked = run ? run.missing.map(({ code }) => code) : page.preconditions;
  return Object.fromEntries(asked.map((code) => [`expected-${code}`, expected(known.get(code) ?? null, code)]));
};

const missingOf = (codes: readonly string[], values: Readonly<Record<string, unknown>>) =>
  codes.map((code) => ({ code, expectedOn: (values[`expected-${code}`] as string | null | undefined) ?? null }));

const KINDS = ["whole", "staged"] as const;
const GROUNDS: readonly TerminationGround[] = ["land-not-obtained", "withdrawn", "promise-broken"];
const RULINGS = ["accept", "refuse", "ask-back"] as const;

/** Every act on a run, by its noun. */
export const SIMULATION_ACTS: readonly SimulationAct[] = [
  act({
    noun: "application",
    command: "apply-simulation",
    fields: (context) => ({
      kind: choice(
        { label: "acts.field.simulationKind" },
        KINDS.map((kind) => ({ value: kind, label: `simulation.kind.${kind}` as const, hint: `acts.simulation-application.kind.${kind}` as const })),
      ),
      itemNos: several(
        { label: "acts.field.simulatedItems", hint: "acts.simulation-application.items.hint" },
        context.page.simulable.map((item) => ({ value: item.itemNo, label: item.name, hint: item.department })),
        [],
      ),
      missing: several(
        { label: "acts.field.missing", hint: "acts.simulation-application.missing.hint" },
        context.page.preconditions.map((code) => ({ value: code, label: `simulation.precondition.${code}` as const })),
        [],
      ),
      ...expectedFields(context, null),
      on: happenedOn({ label: "acts.field.appliedOn" }, context.page.today),
    }),
    toCommand: (_, { kind, itemNos, missing, on, ...values }) => ({
      type: "apply-simulation",
      kind: kind === "staged" ? "staged" : "whole",
      itemNos,
      missing: missingOf(missing, values),
      on,
    }),
  }),
  act({
    noun: "answer",
    command: "answer-simulation",
    fields: (context) => ({
      answer: reason({ label: "acts.field.answer" }),
      ...expectedFields(context, context.run),
      on: happenedOn({ label: "acts.field.answeredOn" }, context.page.today),
    }),
    toCommand: ({ run }, { answer, on, ...values }) => ({
      type: "answer-simulation",
      runNo: run?.runNo ?? "",
      answer,
      missing: missingOf(run?.missing.map(({ code }) => code) ?? [], values),
      on,
    }),
  }),
  act({
    noun: "ruling",
    command: "rule-on-simulation",
    fields: ({ page, run }) => ({
      ruling: choice(
        { label: "acts.field.ruling" },
        RULINGS.map((ruling) => ({
          value: ruling,
          label: `acts.simulation-ruling.${ruling}` as const,
          ...(ruling === "accept" && !run?.signature ? { hint: "acts.simulation-ruling.accept.hint" as const } : {}),
        })),
      ),
      reason: reason({ label: "acts.field.reason", hint: "acts.simulation-ruling.reason.hint" }),
      on: happenedOn({ label: "acts.field.ruledOn" }, page.today),
    }),
    toCommand: ({ run }, { ruling, ...values }) => ({
      type: "rule-on-simulation",
      runNo: run?.runNo ?? "",
      ruling: RULINGS.find((one) => one === ruling) ?? "ask-back",
      ...values,
    }),
  }),
  act({
    noun: "trigger",
    command: "record-trigger",
    fields: ({ page, run }) => {
      const outstanding = (run?.missing ?? []).filter(({ obtainedOn }) => obtainedOn === null).map(({ code }) => code);
      return {
        obtained: several(
          { label: "acts.field.obtained" },
          outstanding.map((code) => ({ value: code, label: `simulation.precondition.${code}` as const })),
          outstanding.length === 1 ? outstanding : [],
        ),
        name: line({ label: "acts.field.documentName", hint: "acts.simulation-trigger.name.hint" }, { max: LENGTH.name }),
        number: line({ label: "acts.field.documentNumber" }, { mono: true }),
        documentOn: happenedOn({ label: "acts.field.documentOn" }, page.today),
        on: happenedOn({ label: "acts.field.presentedOn" }, page.today),
      };
    },
    toCommand: ({ run }, values) => ({ type: "record-trigger", runNo: run?.runNo ?? "", ...values }),
  }),
  act({
    noun: "delay",
    command: "move-expected-day",
    fields: ({ page, run }) => {
      const outstanding = (run?.missing ?? []).filter(({ obtainedOn }) => obtainedOn === null);
      return {
        precondition: choice(
          { label: "acts.field.delayedPrecondition" },
          outstanding.map(({ code }) => ({ value: code, label: `simulation.precondition.${code}` as const })),
          outstanding.length === 1 ? { value: outstanding[0]?.code } : {},
        ),
        expectedOn: { ...wantedBy({ label: "acts.field.newExpectedOn" }, page.today), optional: false, schema: field.day() },
        ...(run?.firstValidTo ? { pastValidity: tick({ label: "acts.field.pastValidity", hint: "acts.simulation-delay.past-validity.hint" }) } : {}),
        reason: reason({ label: "acts.field.reason", hint: "acts.simulation-delay.reason.hint" }),
        on: happenedOn({ label: "acts.field.saidOn" }, page.today),
      };
    },
    toCommand: ({ run }, { pastValidity = false, ...values }) => ({ type: "move-expected-day", runNo: run?.runNo ?? "", pastValidity, ...values }),
  }),
  act({
    noun: "termination",
    command: "terminate-simulation",
    grave: true,
    fields: ({ page }) => ({
      ground: choice(
        { label: "acts.field.ground" },
        GROUNDS.map((ground) => ({ value: ground, label: `simulation.ground.${ground}` as const })),
      ),
      reason: reason({ label: "acts.field.reason", hint: "acts.simulation-termination.reason.hint" }),
      on: happenedOn({ label: "acts.field.endedOn" }, page.today),
    }),
    toCommand: ({ run }, { ground, ...values }) => ({
      type: "terminate-simulation",
      runNo: run?.runNo ?? "",
      ground: GROUNDS.find((one) => one === ground) ?? "withdrawn",
      ...values,
    }),
  }),
];

export const simulationActByNoun = (noun: string | undefined): SimulationAct | undefined => SIMULATION_ACTS.find((candidate) => candidate.noun === noun);
export const simulationActByCommand = (command: CommandType): SimulationAct | undefined => SIMULATION_ACTS.find((candidate) => candidate.command === command);

/** A number of the project with up to two decimals, or nothing while it is unknown. */
const amount = (label: ActField<unknown>["label"], value: number | null): ActField<number | null> => ({
  label,
  hint: "acts.facts.unknown.hint",
  optional: true,
  look: { kind: "line", max: 16, value: value === null ? "" : String(value) },
  schema: field.optionalDecimal(2, 100_000_000) as z.ZodType<number | null>,
});

/** A change of the facts of the project, on a page of its own; its fields begin with the facts as they are known now. */
export const changeFacts = acting<ActOn<Pick<SimulationActContext, "page">, "facts">>()({
  noun: "facts",
  command: "change-facts",
  fields: ({ page: { facts, today } }) => ({
    name: line({ label: "acts.facts.name" }, { max: LENGTH.name, value: facts.name }),
    legalRepresentative: optionalLine(
      { label: "representative.label", hint: "representative.hint" },
      { max: LENGTH.person, value: facts.legalRepresentative ?? undefined },
    ),
    site: line({ label: "acts.facts.site" }, { max: LENGTH.name, value: facts.site }),
    parcelNo: optionalLine({ label: "acts.facts.parcelNo", hint: "acts.facts.unknown.hint" }, { value: facts.parcelNo ?? undefined }),
    schemeNo: optionalLine({ label: "acts.facts.schemeNo", hint: "acts.facts.unknown.hint" }, { value: facts.schemeNo ?? undefined }),
    investmentWan: amount("acts.facts.investmentWan", facts.investmentWan),
    floorAreaSqm: amount("acts.facts.floorAreaSqm", facts.floorAreaSqm),
    reason: reason({ label: "acts.field.reason", hint: "acts.facts.reason.hint" }),
    on: happenedOn({ label: "acts.field.changedOn" }, today),
  }),
  toCommand: (_, { reason: why, on, ...facts }) => ({ type: "change-facts", facts, reason: why, on }),
});
