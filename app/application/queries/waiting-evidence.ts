import type { CivilDay, Instant } from "../../domain/calendar/calendar-date";
import { checklistOf } from "../../domain/case/checklist";
import { correctionsOf } from "../../domain/case/correction";
import { openPaths } from "../../domain/case/direction";
import { extensionsOf } from "../../domain/case/extension";
import { openDeferral, outstandingOf } from "../../domain/case/gap";
import { type Letter, letterOf } from "../../domain/case/letter";
import type { MaterialStatus } from "../../domain/case/parts/material";
import type { LetterKind, Signature } from "../../domain/case/parts/signature";
import { standingSignature } from "../../domain/case/signature";
import type { Item } from "../../domain/case/state";
import type { Words } from "../../domain/pack/pack";
import { letterDigest } from "../letter-digest";
import { nameOf } from "./item-view";
import type { CaseInView } from "./project-case";

/** One line of a checklist as evidence: what lies on the table and how often it was replaced. */
export interface MaterialEvidence {
  readonly key: string;
  readonly item: Words;
  readonly itemNo: string;
  readonly name: string;
  readonly status: MaterialStatus;
  /** The set was received without its lines being recorded one by one: whether this one lay there is not known. */
  readonly untold: boolean;
  readonly broughtOn: CivilDay | null;
  /** Electronic versions; 0 for paper. */
  readonly versions: number;
  /** sha-256 of the newest electronic version. */
  readonly digest: string | null;
}

/** A letter beside the decision that rests on it. */
export interface LetterEvidence {
  readonly letter: Letter;
  /** Of what it says now. */
  readonly digest: string;
  readonly signature: Pick<Signature, "typedName" | "capacity" | "authorisation" | "byName" | "signedAt" | "digest" | "method"> & {
    readonly signedAt: Instant;
  };
  /** It says exactly what was signed. */
  readonly unchanged: boolean;
}

/** What was asked or recorded before, in the order it came. */
export type Passed =
  | { readonly kind: "list"; readonly on: CivilDay; readonly noticeNo: string; readonly defects: readonly string[]; readonly suppliedOn: CivilDay | null }
  | {
      readonly kind: "extension";
      readonly on: CivilDay;
      readonly days: number;
      readonly reason: string;
      readonly status: "requested" | "approved" | "rejected";
    }
  | { readonly kind: "gap"; readonly on: CivilDay; readonly missing: readonly string[]; readonly supplyBy: CivilDay }
  | { readonly kind: "question"; readonly on: CivilDay; readonly text: string; readonly by: string };

/** The materials of these items, as they lie on the table today. */
export const materialsOf = ({ state, pack }: CaseInView, items: readonly Item[]): readonly MaterialEvidence[] =>
  items.flatMap((item) => {
    const lines = checklistOf(state, item, pack);
    const untold = item.completeOn !== null && lines.every(({ row, source }) => !row && !source);
    return lines.map((line) => ({
      key: `${item.id} ${line.slot}`,
      item: nameOf(item),
      itemNo: item.itemNo,
      name: line.name,
      status: line.status,
      untold,
      broughtOn: (line.source ?? line.row)?.broughtOn ?? null,
      versions: line.files.length,
      digest: line.files[0]?.digest ?? null,
    }));
  });

/** The signed letter a decision rests on; null while nobody has signed. */
export function letterEvidence({ state, pack }: CaseInView, kind: LetterKind, subjectId: string): LetterEvidence | null {
  const letter = letterOf(kind, state, subjectId, pack);
  const signature = standingSignature(state, kind, subjectId);
  if (!letter || !signature) return null;
  const digest = letterDigest(letter);
  const { typedName, capacity, authorisation, byName, signedAt, method } = signature;
  return {
    letter,
    digest,
    signature: { typedName, capacity, authorisation, byName, signedAt, method, digest: signature.digest },
    unchanged: signature.digest === digest,
  };
}

/** Lists, extensions, gaps and questions of an item, first to last. */
export function passedOf({ state }: CaseInView, item: Item): readonly Passed[] {
  const gap = openDeferral(state, item.id);
  const passed: readonly Passed[] = [
    ...correctionsOf(state, item.id).map(({ notifiedOn: on, noticeNo, defects, suppliedOn }): Passed => ({ kind: "list", on, noticeNo, defects, suppliedOn })),
    ...extensionsOf(state, item.id).map(({ requestedOn: on, workingDays: days, reason, status }): Passed => ({ kind: "extension", on, days, reason, status })),
    ...(gap ? [{ kind: "gap", on: gap.grantedOn, missing: outstandingOf(gap), supplyBy: gap.supplyBy } as const] : []),
    ...openPaths(state, item.id).map(({ askedOn: on, text, askedByName: by }): Passed => ({ kind: "question", on, text, by })),
  ];
  return [...passed].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
