import { commitmentPapers, departmentOfCheck } from "./commitment/papers";
import type { Actor, Role } from "./context";
import { isTracked } from "./moves";
import type { PaperKind, PaperSubject } from "./parts/paper";
import { simulationPapers } from "./simulation/papers";
import type { Item, ProjectCase } from "./state";

export type { PaperSubject };

interface PaperRule {
  /** Roles that hand it out; a manager may hand out each. */
  readonly by: readonly Role[];
  /** Meant for the applicant, who may take it from the portal. */
  readonly forInvestor: boolean;
}

/** Who hands a paper out: the window what the window does, the department what the department decides (受审分离). */
export const PAPER_RULES: Readonly<Record<PaperKind, PaperRule>> = {
  "receipt-list": { by: ["agent", "intake"], forInvestor: true },
  "correction-notice": { by: ["agent", "intake"], forInvestor: true },
  "acceptance-notice": { by: ["agent", "intake"], forInvestor: true },
  "deferral-promise": { by: ["agent", "intake"], forInvestor: true },
  "deferral-notice": { by: ["agent", "intake"], forInvestor: true },
  "non-acceptance": { by: ["intake"], forInvestor: true },
  "procedure-notice": { by: ["reviewer", "intake"], forInvestor: true },
  "extension-notice": { by: ["reviewer", "intake"], forInvestor: true },
  "forwarding-letter": { by: ["reviewer"], forInvestor: false },
  "refusal-decision": { by: ["reviewer", "issuing"], forInvestor: true },
  "delivery-receipt": { by: ["issuing"], forInvestor: true },
  "hand-over-receipt": { by: ["intake", "issuing"], forInvestor: false },
  "review-record": { by: ["agent"], forInvestor: false },
  "merged-opinion": { by: ["agent"], forInvestor: true },
  "simulation-letter": { by: ["agent", "intake"], forInvestor: true },
  "simulation-refusal": { by: ["agent", "intake"], forInvestor: true },
  "simulated-correction": { by: ["reviewer"], forInvestor: true },
  "simulated-opinion": { by: ["reviewer"], forInvestor: true },
  "conversion-certificate": { by: ["agent", "intake"], forInvestor: true },
  "simulation-end": { by: ["agent", "intake"], forInvestor: true },
  "notice-letter": { by: ["agent", "intake", "reviewer"], forInvestor: true },
  "commitment-letter": { by: ["agent", "intake"], forInvestor: true },
  "publicity-notice": { by: ["agent"], forInvestor: true },
  "check-record": { by: ["reviewer"], forInvestor: true },
  "rectification-notice": { by: ["reviewer"], forInvestor: true },
  "breach-decision": { by: [], forInvestor: true },
};

/**
 * Every paper the case gives rise to as it stands, item by item in plan order, then those about more than one item. A paper exists
 * only once the act it tells of is recorded: no acceptance notice before acceptance, no decision before the decision.
 */
export function papersOf(state: ProjectCase): readonly PaperSubject[] {
  const items = Object.values(state.items).sort((a, b) => a.ordinal - b.ordinal);
  const whole = <T extends { readonly id: string }>(parts: Readonly<Record<string, T>>, kind: PaperKind, when: (part: T) => boolean) =>
    Object.values(parts)
      .filter(when)
      .map((part): PaperSubject => ({ kind, subjectId: part.id, itemId: null }));
  return [
    ...items.flatMap((item) => (isTracked(item) ? [] : papersOfItem(state, item))),
    ...whole(state.handovers, "hand-over-receipt", ({ kind }) => kind === "to-department" || kind === "result-to-window"),
    ...whole(state.reviews, "review-record", (review) => review.heldOn !== null),
    ...whole(state.reviews, "merged-opinion", (review) => review.mergedOn !== null),
    ...simulationPapers(state),
    ...commitmentPapers(state),
  ];
}

function papersOfItem(state: ProjectCase, item: Item): readonly PaperSubject[] {
  const about = (kind: PaperKind, subjectId: string): PaperSubject => ({ kind, subjectId, itemId: item.id });
  const own = (kind: PaperKind, exists: boolean): readonly PaperSubject[] => (exists ? [about(kind, item.id)] : []);
  const each = <T extends { readonly id: string; readonly itemId: string }>(
    parts: Readonly<Record<string, T>>,
    kind: PaperKind,
    when: (part: T) => boolean = () => true,
  ) =>
    Object.values(parts)
      .filter((part) => part.itemId === item.id && when(part))
      .map((part) => about(kind, part.id));
  return [
    ...own("receipt-list", item.receivedOn !== null),
    ...each(state.corrections, "correction-notice"),
    ...own("acceptance-notice", item.acceptedOn !== null),
    ...each(state.deferrals, "deferral-promise"),
    ...each(state.deferrals, "deferral-notice"),
    ...own("non-acceptance", item.status === "not-accepted" && item.decisionNo !== null),
    ...each(state.procedures, "procedure-notice"),
    ...each(state.extensions, "extension-notice", (extension) => extension.status === "approved"),
    ...each(state.forwardings, "forwarding-letter"),
    ...own("refusal-decision", item.status === "refused"),
    ...own("delivery-receipt", item.issuedOn !== null),
  ];
}

/** Whether this person hands out this paper: by role, and a reviewer only those of the own department's items and checks. */
export function mayIssuePaper(actor: Actor, paper: PaperSubject, state: ProjectCase): boolean {
  if (actor.role === "manager") return true;
  if (!PAPER_RULES[paper.kind].by.includes(actor.role)) return false;
  const department = paper.itemId === null ? departmentOfCheck(state, paper) : state.items[paper.itemId]?.departmentCode;
  return actor.role !== "reviewer" || department === actor.departmentCode;
}
