import type { ItemActPage } from "../../../application/queries/item-act";
import { choice, lines, reason, waiting } from "./fields";
import { act, type ItemAct, on } from "./item-act";

/** An item is late while it runs and asks for a list before it does: what waits is of one kind, and the choice speaks of it. */
const rulings = ([first]: ItemActPage["givenExplanations"]) => {
  const kind = first?.kind ?? "none";
  return [
    { value: "yes", label: `acts.explanation-ruling.${kind}.accept` as const },
    { value: "no", label: `acts.explanation-ruling.${kind}.send-back` as const },
  ];
};

/** Explanations to the manager: why an item is late, why one list was not enough. Texts and results as in ITEM_ACTS. */
export const EXPLANATION_ACTS: readonly ItemAct[] = [
  act({
    noun: "second-list",
    command: "seek-second-list",
    fields: ({ today }) => ({
      defects: lines({ label: "acts.second-list.defects", hint: "acts.field.defects.hint" }),
      reason: reason({ label: "acts.field.reason", hint: "acts.second-correction.reason.hint" }),
      on: on(today, "acts.field.requestedOn"),
    }),
    toCommand: (itemNo, values) => ({ type: "seek-second-list", itemNo, ...values }),
  }),
  act({
    noun: "overdue-question",
    command: "ask-overdue-reason",
    fields: ({ today }) => ({
      question: reason({ label: "acts.overdue-question.question", hint: "acts.overdue-question.question.hint" }),
      on: on(today, "acts.overdue-question.on"),
    }),
    toCommand: (itemNo, values) => ({ type: "ask-overdue-reason", itemNo, ...values }),
  }),
  act({
    noun: "overdue-reason",
    command: "explain-overdue",
    fields: ({ today }) => ({
      reason: reason({ label: "acts.decision.overdueReason", hint: "acts.overdue-reason.reason.hint" }),
      on: on(today, "acts.overdue-reason.on"),
    }),
    toCommand: (itemNo, values) => ({ type: "explain-overdue", itemNo, ...values }),
  }),
  act({
    noun: "explanation-ruling",
    command: "rule-on-explanation",
    fields: ({ today, givenExplanations }) => ({
      explanationId: waiting(
        { label: "acts.explanation-ruling.which" },
        givenExplanations.map(({ id, kind, givenOn, givenByName, reason: text }) => ({
          value: id,
          label: { key: `acts.explanation-ruling.${kind}` as const, facts: { day: givenOn, name: givenByName } },
          hint: { key: "acts.said" as const, facts: { text } },
        })),
      ),
      accepted: choice({ label: "acts.field.ruling" }, rulings(givenExplanations)),
      reason: reason({ label: "acts.field.reason", hint: "acts.explanation-ruling.reason.hint" }),
      on: on(today, "acts.field.ruledOn"),
    }),
    toCommand: (itemNo, { accepted, ...values }) => ({ type: "rule-on-explanation", itemNo, accepted: accepted === "yes", ...values }),
  }),
];
