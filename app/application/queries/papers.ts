import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { canonicalJson } from "../../../db/canonical";
import { mayActOn } from "../../domain/access/scope";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { Actor } from "../../domain/case/context";
import { mayIssuePaper, PAPER_RULES, type PaperSubject, papersOf } from "../../domain/case/papers";
import { areaOfPaper, isPaperKind, PAPER_KINDS, type PaperArea, type PaperKind } from "../../domain/case/parts/paper";
import type { Item, ProjectCase } from "../../domain/case/state";
import type { Words } from "../../domain/pack/pack";
import type { Locale } from "../../i18n";
import type { Letter } from "../../pdf/papers/letter";
import { centreName } from "../documents/drawn-paper";
import { paperContent } from "../documents/paper-content";
import type { Services } from "../services";
import { nameOf } from "./item-view";
import { type IssuedLine, type PaperGroup, type PaperLine, paperGroups } from "./paper-groups";
import { type CaseInView, caseByNumber } from "./project-case";
import { headOf, type ProjectHead } from "./project-head";

export interface PapersPage {
  readonly head: ProjectHead;
  /** The one item shown; null for all. */
  readonly only: string | null;
  /** Items that have papers, to choose one of. */
  readonly items: readonly { readonly itemNo: string; readonly name: Words }[];
  readonly groups: readonly PaperGroup[];
  readonly reports: readonly IssuedLine[];
}

/**
 * Every paper that can be handed out for a case now, and every one that was. Reviewers see those of their department's items and of
 * the whole case. Null when the case, or the one item asked for, is not there. The same statements however many papers there are.
 */
export async function papersPage(services: Services, actor: Actor, projectNo: string, only: string | null): Promise<PapersPage | null> {
  const found = await caseByNumber(services, actor, projectNo);
  if (!found) return null;
  const { state } = found;
  const shown = papersOf(state).filter(({ itemId }) => itemId === null || (state.items[itemId] !== undefined && mayActOn(actor, state.items[itemId] as Item)));
  const itemIds = [...new Set(shown.flatMap(({ itemId }) => (itemId === null ? [] : [itemId])))];
  const items = itemIds.map((id) => state.items[id] as Item);
  if (only !== null && !Object.values(state.items).some((item) => item.itemNo === only && mayActOn(actor, item))) return null;
  const issued = await issuedLines(services, state);
  const asked = only === null ? shown : shown.filter(({ itemId }) => itemId !== null && state.items[itemId]?.itemNo === only);
  const lines = await paperLines(services, found, asked, issued);
  return {
    head: headOf(found),
    only,
    items: items.map((item) => ({ itemNo: item.itemNo, name: nameOf(item) })),
    groups: paperGroups(state, lines),
    reports: only === null ? issued.filter(({ kind }) => kind === "progress-report").reverse() : [],
  };
}

type Recorded = IssuedLine & { readonly subjectId: string | null };

async function paperLines(
  services: Services,
  found: CaseInView,
  subjects: readonly PaperSubject[],
  issued: readonly Recorded[],
): Promise<readonly (PaperLine & PaperSubject)[]> {
  const { state, actor } = found;
  const contents = await newestContents(services, state);
  const names = { "zh-CN": await centreName(services, actor.centreId, "zh-CN"), en: await centreName(services, actor.centreId, "en") };
  return subjects.map((subject) => {
    const own = issued.filter((line) => line.kind === subject.kind && line.subjectId === subject.subjectId);
    const today = (locale: Locale): string => canonicalJson(paperContent(found, subject, locale, names[locale]));
    return {
      ...subject,
      reference: paperContent(found, subject, "zh-CN", names["zh-CN"]).reference,
      item: areaOfPaper(subject.kind) === "course" || subject.itemId === null ? null : nameOf(state.items[subject.itemId] as Item),
      mayIssue: mayIssuePaper(actor, subject, state),
      issued: own
        .map(({ subjectId: _, ...line }) => ({ ...line, outdated: line.supersededBy === null && contents.get(line.code) !== today(line.locale) }))
        .reverse(),
    };
  });
}

/** What was handed out for a case, oldest first, without the models. 1 statement. */
async function issuedLines({ db }: Services, { project }: Pick<ProjectCase, "project">): Promise<readonly Recorded[]> {
  const { issuedDocument: d, person } = db.t;
  const rows = await db.q
    .select({
      code: d.code,
      number: d.number,
      kind: d.kind,
      subjectId: d.subjectId,
      locale: d.locale,
      issuedOn: d.issuedOn,
      byName: person.name,
      byId: d.issuedById,
      supersededBy: d.supersededBy,
    })
    .from(d)
    .leftJoin(person, eq(person.id, d.issuedById))
    .where(and(eq(d.centreId, project.centreId), eq(d.projectId, project.id)))
    .orderBy(asc(d.id));
  const numbers = new Map(rows.map((row) => [row.code, row.number]));
  return rows.map(({ byId, ...row }) => ({
    ...row,
    byName: row.byName ?? byId,
    supersededBy: row.supersededBy === null ? null : (numbers.get(row.supersededBy) ?? row.supersededBy),
    outdated: false,
  }));
}

/** The words of every paper that nothing has replaced, by code, in the form they are compared in. 1 statement. */
async function newestContents({ db }: Services, { project }: Pick<ProjectCase, "project">): Promise<ReadonlyMap<string, string>> {
  const { issuedDocument: d } = db.t;
  const rows = await db.q
    .select({ code: d.code, model: d.model })
    .from(d)
    .where(and(eq(d.centreId, project.centreId), eq(d.projectId, project.id), isNull(d.supersededBy), inArray(d.kind, [...PAPER_KINDS])));
  return new Map(rows.map(({ code, model }) => [code, canonicalJson((model as Letter).content)]));
}

/** A paper as its applicant sees it. */
export interface ReceivedPaper {
  readonly code: string;
  readonly number: string;
  readonly kind: PaperKind;
  /** What the paper is about: a correction list, a deferral, an item … */
  readonly subjectId: string | null;
  readonly area: PaperArea;
  readonly item: Words | null;
  readonly locale: Locale;
  readonly issuedOn: CivilDay;
}

/** The newest papers meant for the applicant of a case, newest first. 1 statement. */
export async function receivedPapers(services: Services, state: Pick<ProjectCase, "project" | "items">): Promise<readonly ReceivedPaper[]> {
  const { issuedDocument: d } = services.db.t;
  const meant = PAPER_KINDS.filter((kind) => PAPER_RULES[kind].forInvestor);
  const rows = await services.db.q
    .select({ code: d.code, number: d.number, kind: d.kind, subjectId: d.subjectId, itemId: d.itemId, locale: d.locale, issuedOn: d.issuedOn })
    .from(d)
    .where(and(eq(d.centreId, state.project.centreId), eq(d.projectId, state.project.id), isNull(d.supersededBy), inArray(d.kind, meant)))
    .orderBy(asc(d.id));
  return rows.reverse().flatMap(({ itemId, kind, ...row }) => {
    const item = itemId === null ? undefined : state.items[itemId];
    return isPaperKind(kind) ? [{ ...row, kind, area: areaOfPaper(kind), item: item ? nameOf(item) : null }] : [];
  });
}
