import type { CaseEvent } from "./events";
import type { ProjectCase } from "./state";

/** A finding becomes a row once and stays. */
export function evolveFinding(state: ProjectCase, event: CaseEvent): ProjectCase {
  if (event.type !== "finding-recorded") return state;
  const { findingId: id, itemId, code, subject, departmentCode, facts, byRule, evidence, eventSeq, byId, byName } = event;
  const finding = { id, itemId, code, subject, departmentCode, foundOn: event.on, facts, byRule, evidence, byId, byName, eventSeq, status: "open" as const };
  return { ...state, findings: { ...state.findings, [id]: finding } };
}
