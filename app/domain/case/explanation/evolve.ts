import type { Explanation, ExplanationEvent } from "../parts/explanation";
import type { ProjectCase } from "../state";
import { explained } from "./moves";

/** Given again, it waits for a ruling; what was said of the one before stays in the history. */
const unruled = { ruling: null, ruledOn: null, ruledById: null, ruledByName: null } as const;

const unsaid = ({ explanationId: id, itemId, kind }: ExplanationEvent): Omit<Explanation, "status"> => ({
  id,
  itemId,
  kind,
  askedOn: null,
  askedByName: null,
  question: null,
  reason: null,
  defects: [],
  givenOn: null,
  givenById: null,
  givenByName: null,
  ...unruled,
});

function said(event: ExplanationEvent): Partial<Explanation> {
  switch (event.type) {
    case "explanation-asked":
      return { question: event.question, askedOn: event.on, askedByName: event.byName };
    case "explanation-given":
      return { reason: event.reason, defects: event.defects, givenOn: event.on, givenById: event.byId, givenByName: event.byName, ...unruled };
    case "explanation-ruled":
      return { ruling: event.reason, ruledOn: event.on, ruledById: event.byId, ruledByName: event.byName };
  }
}

/** Rows that explanations add or change. */
export function evolveExplanation(state: ProjectCase, event: ExplanationEvent): ProjectCase {
  const known = state.explanations[event.explanationId];
  const next: Explanation = { ...(known ?? unsaid(event)), ...said(event), status: explained(event, known?.status ?? null) };
  return { ...state, explanations: { ...state.explanations, [next.id]: next } };
}
