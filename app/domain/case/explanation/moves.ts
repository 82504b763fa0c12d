import type { ExplanationEvent, ExplanationStatus } from "../parts/explanation";

/** The state table of an explanation; `none` before there is one. */
const MOVES: Readonly<Record<ExplanationEvent["type"], { readonly from: readonly (ExplanationStatus | "none")[] }>> = {
  "explanation-asked": { from: ["none"] },
  "explanation-given": { from: ["none", "asked", "sent-back"] },
  "explanation-ruled": { from: ["given"] },
};

/** Whether the table lets this happen to an explanation in this state. */
export const canExplain = (event: ExplanationEvent["type"], status: ExplanationStatus | null): boolean => MOVES[event].from.includes(status ?? "none");

/** State after the event; throws when the table forbids it, because an event is only ever recorded after `canExplain`. */
export function explained(event: ExplanationEvent, status: ExplanationStatus | null): ExplanationStatus {
  if (!canExplain(event.type, status)) throw new Error(`${event.type} cannot happen to an explanation in state ${status ?? "none"}`);
  if (event.type === "explanation-ruled") return event.accepted ? "accepted" : "sent-back";
  return event.type === "explanation-asked" ? "asked" : "given";
}
