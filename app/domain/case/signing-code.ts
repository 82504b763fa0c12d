import type { Instant } from "../calendar/calendar-date";
import type { SigningCode } from "./parts/signing-code";

/** Letters and figures nobody mistakes for one another. */
export const CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
export const CODE_LENGTH = 8;

/** A code as somebody typed it, in the one spelling it is compared in: no spaces or dashes, capitals, half width. */
export const spelledCode = (typed: string): string => typed.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();

/** A code as it is read out and written down: two groups of four. */
export const shownCode = (code: string): string => `${code.slice(0, CODE_LENGTH / 2)}-${code.slice(CODE_LENGTH / 2)}`;

/** Why a code can no longer be tried; null while it can. Whether it was used already the signing itself says, so that a double click is harmless. */
export function deadCode(code: Pick<SigningCode, "expiresAt" | "triesLeft">, now: Instant): "signing-code-expired" | "signing-code-exhausted" | null {
  if (code.triesLeft <= 0) return "signing-code-exhausted";
  return code.expiresAt <= now ? "signing-code-expired" : null;
}
