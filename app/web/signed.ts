import type { Actor } from "../domain/case/context";

/** Somebody signed in: the session and the role chosen for it. */
export interface Signed {
  readonly sessionId: string;
  readonly actor: Actor;
  readonly centre: { readonly zh: string; readonly en: string };
  /** More than one role can be chosen, so the bar offers to change it. */
  readonly canChangeRole: boolean;
}
