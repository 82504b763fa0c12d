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
  | "pack:read"
  | "calendar:read";

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
  "pack:read": DESK,
  "calendar:read": DESK,

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
  "give-opinion": ["reviewer"],
  "decide-item": ["reviewer"],
  "issue-result": ["issuing"],
  "deliver-result": ["issuing"],
  "withdraw-item": ["agent", "intake"],
  "complete-milestone": ["agent"],
  "add-note": ["agent", "intake", "issuing", "reviewer", "manager"],
  "correct-entry": ["manager"],
};

/** Whether the actor's role may do this at all. */
export const may = (actor: Pick<Actor, "role">, action: Action): boolean => permissions[action].includes(actor.role);
