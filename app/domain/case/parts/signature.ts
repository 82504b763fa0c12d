import type { CivilDay, Instant } from "../../calendar/calendar-date";

/** Letters an enterprise signs: 模拟审批风险承诺书 · 告知承诺书 · 项目承诺书. */
export type LetterKind = "simulation-risk" | "notice-commitment" | "project-commitment";
/** How the signer proved at the moment of signing to be the one signed in. */
export type SigningMethod = "password" | "one-time-code";

/** 法定代表人本人 · 经授权: in which capacity somebody signs for the enterprise. */
export const SIGNER_CAPACITIES = ["legal-representative", "authorised"] as const;
export type SignerCapacity = (typeof SIGNER_CAPACITIES)[number];

/** The same person's name, however wide its letters and wherever it has spaces. */
export const sameName = (a: string, b: string): boolean => a.normalize("NFKC").replace(/\s/g, "") === b.normalize("NFKC").replace(/\s/g, "");

/** A letter signed by a person of the enterprise: who, when, from where, and the digest of exactly what was shown. */
export interface Signature {
  readonly id: string;
  readonly letterKind: LetterKind;
  /** What the letter is about: a simulated run, a commitment. */
  readonly subjectId: string;
  /** sha-256 of the canonical text of the letter's facts, 64 hexadecimal digits. */
  readonly digest: string;
  /** Name as the signer typed it. */
  readonly typedName: string;
  /** Null in signatures from before it was asked. */
  readonly capacity: SignerCapacity | null;
  /** Number or title of the authorisation of one who is not the legal representative. */
  readonly authorisation: string | null;
  readonly method: SigningMethod;
  readonly signedAt: Instant;
  /** Network address the signer came from; null where it is not known. */
  readonly address: string | null;
  /** Who checked the signer's identity and handed over the one-time code; null where the password proved it. */
  readonly checkedByName: string | null;
  readonly byId: string;
  readonly byName: string;
  /** Day on which the signer took it back, or on which the letter changed and must be signed anew. */
  readonly withdrawnOn: CivilDay | null;
  readonly withdrawnReason: string | null;
}

interface OfLetter {
  readonly letterKind: LetterKind;
  readonly subjectId: string;
}

export type SignatureCommand =
  | ({
      readonly type: "sign-letter";
      /** Digest of the letter as the page showed it. */
      readonly shownDigest: string;
      /** Digest of the letter as it is now; `execute` takes it from the case under its lock. */
      readonly digest: string;
      readonly typedName: string;
      readonly capacity: SignerCapacity;
      /** For one who signs by authorisation. */
      readonly authorisation: string | null;
      readonly method: SigningMethod;
      readonly address: string | null;
      /** The one-time code that was typed, for that method; `execute` sees that it is this person's, for this letter, and unused. */
      readonly codeId?: string | null;
      /** Who handed that code over; `execute` takes it from the code. */
      readonly checkedByName?: string | null;
    } & OfLetter)
  | ({ readonly type: "withdraw-letter"; readonly reason: string } & OfLetter);

export type SignatureEvent =
  | ({
      readonly type: "letter-signed";
      readonly signatureId: string;
      readonly digest: string;
      readonly typedName: string;
      /** Absent, as `authorisation`, in signatures from before it was asked. */
      readonly capacity?: SignerCapacity;
      readonly authorisation?: string | null;
      readonly method: SigningMethod;
      readonly signedAt: Instant;
      readonly address: string | null;
      /** Absent in signatures from before there were codes. */
      readonly checkedByName?: string | null;
      readonly on: CivilDay;
      readonly byId: string;
      readonly byName: string;
    } & OfLetter)
  | ({
      readonly type: "letter-withdrawn";
      readonly signatureId: string;
      readonly reason: string;
      readonly on: CivilDay;
      readonly byId: string;
      readonly byName: string;
    } & OfLetter);
