import { and, desc, eq } from "drizzle-orm";
import { canonicalJson } from "../../../db/canonical";
import { loadCase } from "../../../db/repositories/case-rows";
import { may } from "../../domain/access/permissions";
import { maySee } from "../../domain/access/scope";
import type { Actor } from "../../domain/case/context";
import { mayIssuePaper, type PaperSubject, papersOf } from "../../domain/case/papers";
import type { Refusal } from "../../domain/result";
import type { Locale } from "../../i18n";
import type { Letter } from "../../pdf/papers/letter";
import type { CaseToday } from "../queries/project-case";
import type { Services } from "../services";
import { centreName, drawnPaper } from "./drawn-paper";
import { paperContent } from "./paper-content";
import { PAPERS } from "./papers";
import { countPapers, ofSeries, type PaperSeries, recordPaper } from "./record-paper";
import { newVerifyCode } from "./verify-code";

export interface PaperOrder {
  readonly projectNo: string;
  readonly kind: string;
  /** Id of the item, list, procedure … it is about. */
  readonly subjectId: string;
  readonly locale: Locale;
  /** Address at which a paper with this code is checked; printed and put into the QR. */
  verifyUrl(code: string): string;
}

export type PaperOutcome =
  | {
      readonly ok: true;
      readonly code: string;
      readonly number: string;
      readonly digest: string;
      /** Nothing had changed: the paper given out before. */
      readonly reissued: boolean;
    }
  | { readonly ok: false; readonly status: 403 | 404; readonly error: Refusal };

/**
 * Hands out a paper of a case, recorded with number, digest, rules, who and when. The same content again is the same paper, whoever
 * asks and on whatever day; other content is a new paper that takes the old one's place in that language.
 * Refuses 403 for roles that do not hand this paper out, 404 for a case that is not theirs or a paper it does not give rise to.
 */
export async function issuePaper(services: Services, actor: Actor, order: PaperOrder): Promise<PaperOutcome> {
  const { db } = services;
  if (!may(actor, "paper:issue")) return refused(403, { code: "not-allowed-role", role: actor.role, act: "paper:issue" });
  const loaded = await loadCase(db, actor.centreId, { projectNo: order.projectNo });
  if (!loaded || !maySee(actor, loaded.state)) return refused(404, { code: "project-unknown" });
  const { state } = loaded;
  const subject = papersOf(state).find((one) => one.kind === order.kind && one.subjectId === order.subjectId);
  if (!subject) return refused(404, { code: "paper-not-there" });
  if (!mayIssuePaper(actor, subject, state)) return refused(403, { code: "not-allowed-role", role: actor.role, act: "paper:issue" });
  const found: CaseToday = { state, pack: services.pack(state.project.packDigest), calendar: services.calendarOf(actor.centreId), today: services.today() };
  return handOut(services, actor, found, subject, order);
}

const refused = (status: 403 | 404, error: Refusal): PaperOutcome => ({ ok: false, status, error });

async function handOut(services: Services, actor: Actor, found: CaseToday, subject: PaperSubject, order: PaperOrder): Promise<PaperOutcome> {
  const { t, q } = services.db;
  const { project } = found.state;
  const centre = await centreName(services, project.centreId, order.locale);
  const content = paperContent(found, subject, order.locale, centre);
  const series: PaperSeries = { project, itemId: subject.itemId, kind: subject.kind };
  for (;;) {
    const counted = await countPapers(q, t, series);
    const last = await newestPaper(services, series, subject.subjectId, order.locale);
    if (last && canonicalJson(last.model.content) === canonicalJson(content)) {
      // After an update of the software the drawing may differ: then a new paper takes the old one's place.
      if ((await drawnPaper(last.model)).digest === last.digest) return { ok: true, code: last.code, number: last.number, digest: last.digest, reissued: true };
    }
    const code = newVerifyCode();
    const number = paperNumber(found, subject, counted + 1);
    const model: Letter = { kind: "letter", content, paper: { number, code, verifyUrl: order.verifyUrl(code), issuedAt: services.now(), centre } };
    const { digest } = await drawnPaper(model);
    const paper = { number, code, locale: order.locale, digest, issuedById: actor.personId, subjectId: subject.subjectId, model };
    const same = eq(t.issuedDocument.subjectId, subject.subjectId);
    if (await recordPaper(services, series, counted, paper, [same])) return { ok: true, code, number, digest, reissued: false };
  }
}

/** The number of the item or case, the initials of the kind, and a running number of two digits or more. */
function paperNumber({ state }: CaseToday, subject: PaperSubject, running: number): string {
  const item = subject.itemId === null ? undefined : state.items[subject.itemId];
  return `${item?.itemNo ?? state.project.projectNo}-${PAPERS[subject.kind].mark}-${String(running).padStart(2, "0")}`;
}

async function newestPaper({ db }: Services, series: PaperSeries, subjectId: string, locale: Locale) {
  const { issuedDocument: d } = db.t;
  const [row] = await db.q
    .select({ code: d.code, number: d.number, digest: d.digest, model: d.model })
    .from(d)
    .where(and(ofSeries(db.t, series), eq(d.subjectId, subjectId), eq(d.locale, locale)))
    .orderBy(desc(d.id))
    .limit(1);
  return row ? { ...row, model: row.model as Letter } : null;
}
