import type { Command } from "../case/commands";
import type { Refusal } from "../result";

/**
 * What may be done to many rows at once: only what has no legal effect. A decision is taken case by case, by type: no other command
 * fits here, and by rule: any other name is refused.
 */
export const BATCHABLE = ["mark-seen", "assign-agent"] as const;
export type Batchable = (typeof BATCHABLE)[number];
export type BatchCommand = { readonly type: "mark-seen" } | Extract<Command, { type: "assign-agent" }>;

/** Rows one form takes; a page of the queue holds no more. */
export const MOST_IN_BATCH = 50;

const isBatchable = (act: string): act is Batchable => (BATCHABLE as readonly string[]).includes(act);

/** Whether this act may be done to that many rows at once. */
export function refuseBatch(act: string, rows: number): Refusal | null {
  if (!isBatchable(act)) return { code: "batch-has-legal-effect", act };
  if (rows === 0) return { code: "batch-empty", field: "row" };
  return rows > MOST_IN_BATCH ? { code: "batch-too-many", field: "row", most: MOST_IN_BATCH } : null;
}
