import type { CivilDay, Instant } from "../../calendar/calendar-date";
import type { StoredFile } from "./material";
import type { CheckPoint } from "./project-commitment";

/** What a photograph or paper shows: a check on the promise of one item, a check at a supervision point, or what was put right there. */
export const EVIDENCE_KINDS = ["notice-check", "supervision-check", "rectification"] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
export const isEvidenceKind = (kind: unknown): kind is EvidenceKind => (EVIDENCE_KINDS as readonly unknown[]).includes(kind);

/** The check that a file is evidence of. */
export interface EvidenceOf {
  readonly subjectKind: EvidenceKind;
  /** Id of the notice commitment, or of the supervision check. */
  readonly subjectId: string;
  /** Position of the check among those of the notice commitment, of the look at what was put right among such looks, from 1; 1 for the check at a point. */
  readonly round: number;
}

/** A photograph, measurement or paper that a check rests on. Added, never changed and never removed. */
export interface EvidenceFile extends StoredFile, EvidenceOf {
  readonly id: string;
  readonly addedOn: CivilDay;
  readonly addedAt: Instant;
  /** The check was recorded before it came. */
  readonly afterwards: boolean;
  readonly byId: string;
  readonly byName: string;
}

export type EvidenceCommand = { readonly type: "attach-evidence"; readonly file: StoredFile } & EvidenceOf;

export type EvidenceEvent = {
  readonly type: "evidence-attached";
  readonly evidenceId: string;
  readonly commitmentNo: string;
  /** The item of a notice commitment; null for the promise of a whole project. */
  readonly itemId: string | null;
  /** The supervision point; null for a notice commitment. */
  readonly point: CheckPoint | null;
  readonly file: StoredFile;
  readonly afterwards: boolean;
  readonly addedAt: Instant;
  readonly on: CivilDay;
  readonly byId: string;
  readonly byName: string;
} & EvidenceOf;
