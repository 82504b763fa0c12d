import type { SimulatedStance } from "../../../domain/case/parts/simulation";
import { choice, line, lines, optionalLines, optionalReason } from "./fields";
import { act, type ItemAct, on } from "./item-act";

const STANCES: readonly SimulatedStance[] = ["agree", "agree-with-conditions", "disagree"];
const OUTCOMES = ["confirm", "correct", "ordinary"] as const;

/** Acts on the simulated item of an item: by the department, the officer, and the window that converts it. */
export const SIMULATION_ITEM_ACTS: readonly ItemAct[] = [
  act({
    noun: "simulated-review",
    command: "start-simulated-review",
    fields: ({ today }) => ({ on: on(today, "acts.field.startedOn") }),
    toCommand: (itemNo, values) => ({ type: "start-simulated-review", itemNo, ...values }),
  }),
  act({
    noun: "simulated-correction",
    command: "notify-simulated-correction",
    fields: ({ today }) => ({ on: on(today, "acts.field.notifiedOn"), defects: lines({ label: "acts.field.defects", hint: "acts.field.defects.hint" }) }),
    toCommand: (itemNo, values) => ({ type: "notify-simulated-correction", itemNo, ...values }),
  }),
  act({
    noun: "simulated-supply",
    command: "supply-simulated-correction",
    fields: ({ today }) => ({ on: on(today, "acts.field.suppliedOn"), note: optionalReason({ label: "acts.field.supplyNote" }) }),
    toCommand: (itemNo, values) => ({ type: "supply-simulated-correction", itemNo, ...values }),
  }),
  act({
    noun: "simulated-opinion",
    command: "give-simulated-opinion",
    fields: ({ today }) => ({
      stance: choice(
        { label: "acts.field.stance" },
        STANCES.map((stance) => ({ value: stance, label: `review.stance.${stance}` as const })),
      ),
      conditions: optionalLines({ label: "acts.field.conditions", hint: "acts.simulated-opinion.conditions.hint" }),
      on: on(today, "acts.field.opinionOn"),
    }),
    toCommand: (itemNo, { stance, ...values }) => ({
      type: "give-simulated-opinion",
      itemNo,
      stance: STANCES.find((one) => one === stance) ?? "disagree",
      ...values,
    }),
  }),
  act({
    noun: "difference-review",
    command: "review-differences",
    fields: ({ today }) => ({
      outcome: choice(
        { label: "acts.field.differenceOutcome" },
        OUTCOMES.map((outcome) => ({ value: outcome, label: `acts.difference-review.${outcome}` as const })),
      ),
      defects: optionalLines({ label: "acts.field.defects", hint: "acts.difference-review.defects.hint" }),
      note: optionalReason({ label: "acts.field.differenceNote", hint: "acts.difference-review.note.hint" }),
      on: on(today, "acts.field.lookedOn"),
    }),
    toCommand: (itemNo, { outcome, ...values }) => ({
      type: "review-differences",
      itemNo,
      outcome: OUTCOMES.find((one) => one === outcome) ?? "correct",
      ...values,
    }),
  }),
  act({
    noun: "conversion-supply",
    command: "supply-conversion-correction",
    fields: ({ today }) => ({ on: on(today, "acts.field.suppliedOn"), note: optionalReason({ label: "acts.field.supplyNote" }) }),
    toCommand: (itemNo, values) => ({ type: "supply-conversion-correction", itemNo, ...values }),
  }),
  act({
    noun: "conversion",
    command: "convert-item",
    fields: ({ today }) => ({
      on: on(today, "acts.field.convertedOn"),
      acceptanceNo: line({ label: "acts.field.acceptanceNo", hint: "acts.field.acceptanceNo.hint" }, { mono: true }),
    }),
    toCommand: (itemNo, values) => ({ type: "convert-item", itemNo, ...values }),
  }),
];
