import type { Instant } from "../../calendar/calendar-date";
import type { LetterKind } from "./signature";

/** What the officer or the window looked at before handing the code over: 居民身份证 · 法定代表人身份证明 · 授权委托书. */
export const IDENTITY_PROOFS = ["resident-id", "legal-representative", "authorisation-letter"] as const;
export type IdentityProof = (typeof IDENTITY_PROOFS)[number];

/** Minutes a code is good for: it is typed at the counter, or on the way out. */
export const CODE_MINUTES = 30;
export const CODE_TRIES = 5;

/**
 * 一次性签署码: handed to one person, after the identity was checked, for one letter. It opens nothing by itself: that person must be
 * signed in as well, and only the latest code counts.
 */
export interface SigningCode {
  readonly id: string;
  readonly letterKind: LetterKind;
  readonly subjectId: string;
  readonly personId: string;
  readonly proof: IdentityProof;
  readonly issuedById: string;
  readonly issuedByName: string;
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
  readonly triesLeft: number;
  readonly usedAt: Instant | null;
}
