import type { CaseEvent } from "./events";
import { isCheckRecorded } from "./evidence";
import type { ProjectCase } from "./state";

/**
 * Whether what happened is told to the enterprise in its own papers: not what the officer notes for the house, not what departments and
 * manager explain to each other, and a file of a check only once the check is recorded.
 * @see RULES.md
 */
export function isToldToEnterprise(state: Pick<ProjectCase, "noticeCommitments" | "supervisionChecks" | "commitments">, event: CaseEvent): boolean {
  switch (event.type) {
    case "note-added":
      return event.shownToInvestor;
    case "evidence-attached":
      return isCheckRecorded(state, event);
    case "explanation-asked":
    case "explanation-given":
    case "explanation-ruled":
      return false;
    default:
      return true;
  }
}
