import type { Tone } from "../../../components";
import type { WaitingKind } from "../../../domain/oversight/parts/waiting";

/** Breaches and missed days in red, what is simulated in its own blue; the word beside says which. */
export const TONE_OF_KIND: Readonly<Record<WaitingKind, Tone>> = {
  "simulation-ruling": "sim",
  "simulation-trigger": "sim",
  "commitment-acceptance": "warn",
  "commitment-objection": "warn",
  "commitment-check": "late",
  "commitment-check-day": "warn",
  "commitment-breach": "late",
  "notice-check": "late",
  "notice-check-day": "warn",
  "notice-breach": "late",
  extension: "warn",
  "second-list": "warn",
  "gap-ruling": "late",
  "correction-ruling": "late",
  path: "warn",
  silence: "warn",
  "overdue-reason": "late",
  "no-agent": "plain",
};
