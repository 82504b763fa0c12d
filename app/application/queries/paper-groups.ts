import type { CivilDay } from "../../domain/calendar/calendar-date";
import { commitmentNoOfPaper } from "../../domain/case/commitment/papers";
import { areaOfPaper, PAPER_AREAS, type PaperArea, type PaperKind, type PaperSubject } from "../../domain/case/parts/paper";
import { runOfPaper } from "../../domain/case/simulation/papers";
import type { ProjectCase } from "../../domain/case/state";
import type { Words } from "../../domain/pack/pack";
import type { Locale } from "../../i18n";
import { nameOf } from "./item-view";

/** A paper that was handed out. */
export interface IssuedLine {
  readonly code: string;
  readonly number: string;
  readonly kind: string;
  readonly locale: Locale;
  readonly issuedOn: CivilDay;
  readonly byName: string;
  /** Number of the paper that took its place; null while it is the newest. */
  readonly supersededBy: string | null;
  /** It is the newest, but would say something else today. */
  readonly outdated: boolean;
}

/** A paper the case gives rise to, with what was handed out of it, newest first. */
export interface PaperLine {
  readonly kind: PaperKind;
  readonly subjectId: string;
  /** Number the act carries, to tell two of a kind apart; null where it has none. */
  readonly reference: string | null;
  /** The item it is about, where it stands among papers of several; null otherwise. */
  readonly item: Words | null;
  readonly mayIssue: boolean;
  readonly issued: readonly IssuedLine[];
}

/** Papers that belong together: those of one item, of one simulated run or promise, or of the whole case. */
export interface PaperGroup {
  readonly area: PaperArea;
  /** Number of the item, run or promise; null for the whole case. */
  readonly no: string | null;
  /** Name of the item; null for anything else. */
  readonly name: Words | null;
  readonly papers: readonly PaperLine[];
}

/** Papers by what they belong to: what has a way of its own first, then the course of the case item by item, then the whole case. */
export function paperGroups(state: ProjectCase, lines: readonly (PaperLine & PaperSubject)[]): readonly PaperGroup[] {
  const groups = new Map<string, PaperGroup & { readonly papers: PaperLine[] }>();
  for (const line of lines) {
    const head = headOf(state, line);
    const key = `${head.area} ${head.no ?? ""}`;
    const group = groups.get(key) ?? { ...head, papers: [] };
    group.papers.push(line);
    groups.set(key, group);
  }
  const place = ({ area, no }: PaperGroup): number => (no === null ? PAPER_AREAS.length : PAPER_AREAS.indexOf(area));
  return [...groups.values()].sort((a, b) => place(a) - place(b));
}

function headOf(state: ProjectCase, subject: PaperSubject): Omit<PaperGroup, "papers"> {
  const area = areaOfPaper(subject.kind);
  if (area === "simulation") return { area, no: runOfPaper(state, subject)?.runNo ?? null, name: null };
  if (area === "commitment") return { area, no: commitmentNoOfPaper(state, subject), name: null };
  const item = subject.itemId === null ? undefined : state.items[subject.itemId];
  return { area, no: item?.itemNo ?? null, name: item ? nameOf(item) : null };
}
