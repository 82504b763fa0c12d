import type { CommandType } from "../case/commands";
import type { Actor, Role } from "../case/context";

/** Reads and services that are not commands on a case. */
export type ReadAction =
  | "desk:read"
  | "project:read"
  | "item:read"
  | "department-inbox:read"
  | "portal:read"
  | "report:issue"
  | "portal-report:issue"
  | "paper:read"
  | "paper:issue"
  | "portal-paper:read"
  | "signing-code:issue"
  | "pack:read"
  | "calendar:read"
  | "finding:read"
  | "credit:read"
  | "credit:record"
  | "area:read"
  | "area:write"
  | "manager-desk:read"
  | "board:read"
  | "cover:read"
  | "cover:change"
  | "window:read"
  | "window:change"
  | "window-desk:read"
  | "materials:read"
  | "file:read";

export type Action = CommandType | ReadAction;

const DESK: readonly Role[] = ["agent", "intake", "issuing", "reviewer", "manager", "supervisor", "admin"];

/**
 * The one table of permissions: which roles may do what. Scope (own centre, own department, own enterprise) is checked
 * where the object is loaded: a stranger's object does not exist for them.
 * Departments can neither accept nor issue (Z08, Z22, Z24); the window cannot decide (Z21).
 */
export const permissions: Readonly<Record<Action, readonly Role[]>> = {
  "desk:read": DESK,
  "project:read": DESK,
  "item:read": DESK,
  "department-inbox:read": ["reviewer"],
  "portal:read": ["investor"],
  "report:issue": ["agent", "intake", "manager", "supervisor"],
  "portal-report:issue": ["investor"],
  "paper:read": DESK,
  "paper:issue": ["agent", "intake", "issuing", "reviewer", "manager"],
  "portal-paper:read": ["investor"],
  "signing-code:issue": ["agent", "intake"],
  "pack:read": DESK,
  "calendar:read": DESK,
  "finding:read": ["manager", "supervisor"],
  "credit:read": ["agent", "intake", "manager", "supervisor"],
  "credit:record": ["manager"],
  "manager-desk:read": ["manager"],
  "board:read": ["manager", "supervisor"],
  "cover:read": ["manager", "supervisor"],
  "cover:change": ["manager"],
  "window:read": DESK,
  "window:change": ["admin"],
  "window-desk:read": ["intake", "issuing"],
  "area:read": DESK,
  "area:write": ["admin"],
  "materials:read": DESK,
  "file:read": [...DESK, "investor"],

  "register-project": ["agent", "manager"],
  "assign-agent": ["manager"],
  "answer-screening": ["agent", "manager"],
  "confirm-plan": ["agent", "manager"],
  "receive-items": ["agent", "intake"],
  "notify-correction": ["intake"],
  "allow-second-correction": ["manager"],
  "supply-correction": ["agent", "intake"],
  "accept-item": ["intake"],
  "accept-stage": ["intake"],
  "refuse-acceptance": ["intake"],
  "start-review": ["reviewer"],
  "record-step": ["reviewer"],
  "open-procedure": ["reviewer"],
  "close-procedure": ["reviewer"],
  "request-extension": ["reviewer"],
  "rule-on-extension": ["manager"],
  "convene-review": ["agent", "manager"],
  "reschedule-review": ["agent", "manager"],
  "hold-review": ["agent", "manager", "reviewer"],
  "give-opinion": ["reviewer"],
  "record-silence": ["manager", "reviewer"],
  "settle-conditions": ["manager", "reviewer"],
  "merge-opinion": ["manager", "reviewer"],
  "cancel-review": ["agent", "manager"],
  "place-in-area": ["agent", "manager"],
  "leave-area": ["agent", "manager"],
  "decide-item": ["reviewer"],
  "issue-result": ["issuing"],
  "deliver-result": ["issuing"],
  "withdraw-item": ["agent", "intake"],
  "complete-milestone": ["agent"],
  "bring-materials": ["agent", "intake"],
  "attach-file": ["agent", "intake", "investor"],
  "waive-material": ["intake", "manager"],
  "require-material": ["intake", "manager"],
  "reuse-material": ["agent", "intake"],
  "return-material": ["agent", "intake"],
  "precheck-items": ["intake"],
  "accept-bundle": ["intake"],
  "hand-over-papers": ["intake"],
  "return-result": ["reviewer"],
  "post-materials": ["agent", "intake"],
  "send-result": ["issuing"],
  "confirm-handover": ["agent", "intake", "issuing", "reviewer"],
  "signpost-item": ["intake"],
  "seek-path": ["intake"],
  "answer-path": ["manager"],
  "ask-overdue-reason": ["manager"],
  "explain-overdue": ["intake", "reviewer"],
  "seek-second-list": ["intake"],
  "rule-on-explanation": ["manager"],
  "forward-item": ["reviewer"],
  "record-upper-receipt": ["agent", "reviewer"],
  "record-upper-return": ["agent", "reviewer"],
  "record-upper-result": ["agent", "reviewer"],
  "add-note": ["agent", "intake", "issuing", "reviewer", "manager"],
  "correct-entry": ["manager"],
  "accept-with-gaps": ["intake"],
  "supply-deferred": ["agent", "intake"],
  "extend-deferral": ["manager"],
  "rule-on-deferral": ["manager"],
  "rule-on-correction": ["intake", "manager"],
  // The system sees what days bring; nobody else records it under its name, and it does nothing else.
  "observe-day": ["system"],
  "report-irregularity": DESK,
  "change-facts": ["agent", "manager"],
  "sign-letter": ["investor"],
  "withdraw-letter": ["investor"],
  "apply-simulation": ["agent"],
  "answer-simulation": ["agent"],
  "rule-on-simulation": ["manager"],
  "record-trigger": ["agent", "intake"],
  "move-expected-day": ["agent", "manager"],
  "terminate-simulation": ["agent", "manager", "investor"],
  "start-simulated-review": ["reviewer"],
  "notify-simulated-correction": ["reviewer"],
  "supply-simulated-correction": ["agent", "intake"],
  "give-simulated-opinion": ["reviewer"],
  "review-differences": ["reviewer"],
  "supply-conversion-correction": ["agent", "intake"],
  "convert-item": ["intake"],
  "tell-notice-commitment": ["intake", "reviewer"],
  "recall-notice-commitment": ["intake", "reviewer"],
  // Chosen by the enterprise itself and by nobody for it.
  "choose-notice-commitment": ["investor"],
  "decline-notice-commitment": ["investor"],
  "grant-on-notice-commitment": ["reviewer"],
  "set-notice-check-day": ["manager"],
  "record-notice-check": ["reviewer"],
  // Which check it is says who of them: those who may record it.
  "attach-evidence": ["reviewer", "manager"],
  "rule-on-notice-commitment": ["manager"],
  "propose-commitment": ["agent"],
  "appraise-commitment": ["manager"],
  "add-standard": ["reviewer", "manager"],
  "drop-standard": ["reviewer", "manager"],
  "hand-down-standards": ["reviewer", "manager"],
  "precheck-promise": ["reviewer", "manager"],
  "supplement-promise": ["agent"],
  "open-publicity": ["agent", "manager"],
  "record-objection": ["agent", "intake", "manager"],
  "rule-on-objection": ["manager"],
  "put-in-force": ["manager"],
  "schedule-check": ["reviewer", "manager"],
  "record-check": ["reviewer", "manager"],
  "recheck-rectification": ["reviewer", "manager"],
  "record-works-completion": ["agent"],
  "rule-on-breach": ["manager"],
  "exit-commitment": ["agent", "manager"],
  "reward-commitment": ["manager"],
};

/** Whether the actor's role may do this at all. */
export const may = (actor: Pick<Actor, "role">, action: Action): boolean => permissions[action].includes(actor.role);
