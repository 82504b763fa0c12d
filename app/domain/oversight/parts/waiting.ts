/**
 * What waits for a manager, in the order in which filters name it: each is an act that only a manager may do, or one that the rules
 * leave to a manager when nobody else did it in time.
 */
export const WAITING_KINDS = [
  "simulation-ruling",
  "simulation-trigger",
  "commitment-acceptance",
  "commitment-objection",
  "commitment-check",
  "commitment-check-day",
  "commitment-breach",
  "notice-check",
  "notice-check-day",
  "notice-breach",
  "extension",
  "second-list",
  "gap-ruling",
  "correction-ruling",
  "path",
  "silence",
  "overdue-reason",
  "no-agent",
] as const;

export type WaitingKind = (typeof WAITING_KINDS)[number];

export const isWaitingKind = (text: string | null | undefined): text is WaitingKind => (WAITING_KINDS as readonly string[]).includes(text ?? "");

/** Calendar days within which a day that comes is pressing: with what is past it stands first in the queue. A working value of this desk. */
export const PRESSING_DAYS = 3;
