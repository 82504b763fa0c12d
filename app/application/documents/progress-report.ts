import { and, desc, eq, lt } from "drizzle-orm";
import { readEventRows, recordedEvent } from "../../../db/repositories/case-events";
import { loadCase } from "../../../db/repositories/case-rows";
import { may } from "../../domain/access/permissions";
import { maySee } from "../../domain/access/scope";
import type { Actor } from "../../domain/case/context";
import type { ProjectCase } from "../../domain/case/state";
import type { Refusal } from "../../domain/result";
import type { Locale } from "../../i18n";
import type { ProgressReport } from "../../pdf/progress-report";
import type { Services } from "../services";
import { centreName, drawnPaper } from "./drawn-paper";
import { progressReportModel } from "./progress-report-model";
import { countPapers, ofSeries, type PaperSeries, recordPaper } from "./record-paper";
import { newVerifyCode } from "./verify-code";

export interface ReportOrder {
  readonly projectNo: string;
  readonly locale: Locale;
  /** Address at which a paper with this code is checked; printed and put into the QR. */
  verifyUrl(code: string): string;
}

/** A paper ready to be handed over. */
export interface IssuedPaper {
  readonly pdf: Buffer;
  readonly number: string;
  readonly code: string;
  /** SHA-256 of `pdf`, in hex. */
  readonly digest: string;
  /** The same paper as before was given out again. */
  readonly reissued: boolean;
}

export type ReportOutcome = ({ readonly ok: true } & IssuedPaper) | { readonly ok: false; readonly status: 403 | 404; readonly error: Refusal };

const KIND = "progress-report";
/** 进度: part of the paper's number. */
const NUMBER_MARK = "JD";
/** The newest events are enough for the excerpt, with room for notes that are left out. */
const EVENTS_READ = 60;

/**
 * The progress report of a case as of today, recorded as issued. Nothing changed since the same person took one today: the
 * same paper is given out again. A report of an older day or version in the same language is superseded by the new one.
 * Refuses 403 for roles that issue no reports, 404 for cases that are not there or not theirs.
 */
export async function progressReport(services: Services, actor: Actor, order: ReportOrder): Promise<ReportOutcome> {
  const { db } = services;
  if (!may(actor, actor.role === "investor" ? "portal-report:issue" : "report:issue")) {
    return { ok: false, status: 403, error: { code: "not-allowed-role", role: actor.role, act: "report:issue" } };
  }
  const loaded = await loadCase(db, actor.centreId, { projectNo: order.projectNo });
  if (!loaded || !maySee(actor, loaded.state)) return { ok: false, status: 404, error: { code: "project-unknown" } };
  const { state } = loaded;
  const events = (await readEventRows(db.q, db.t, actor.centreId, state.project.id, Math.max(loaded.headSeq - EVENTS_READ, 0))).map(recordedEvent);
  const centre = await centreName(services, actor.centreId, order.locale);

  for (;;) {
    const before = await reportsOf(services, state, actor, order.locale);
    if (before.same) {
      const again = await drawnPaper(before.same.model as ProgressReport);
      // After an update of the software the drawing may differ: then a new paper takes the old one's place.
      if (again.digest === before.same.digest) return { ok: true, ...again, number: before.same.number, code: before.same.code, reissued: true };
    }
    const code = newVerifyCode();
    const number = `${state.project.projectNo}-${NUMBER_MARK}-${String(before.count + 1).padStart(3, "0")}`;
    const model = progressReportModel({
      state,
      events,
      pack: services.pack(state.project.packDigest),
      calendar: services.calendarOf(actor.centreId),
      today: services.today(),
      locale: order.locale,
      paper: { number, code, verifyUrl: order.verifyUrl(code), issuedAt: services.now(), centre },
    });
    const paper = await drawnPaper(model);
    if (await record(services, actor, state, model, paper.digest, before)) return { ok: true, ...paper, number, code, reissued: false };
  }
}

interface Papers {
  /** Reports given out for this case so far, in any language. */
  readonly count: number;
  /** The newest one this person took today, of this version, in this language. */
  readonly same: { readonly code: string; readonly number: string; readonly digest: string; readonly model: unknown } | null;
}

const seriesOf = ({ project }: ProjectCase): PaperSeries => ({ project, itemId: null, kind: KIND });

async function reportsOf({ db, today }: Services, state: ProjectCase, actor: Actor, locale: Locale): Promise<Papers> {
  const { q, t } = db;
  const { issuedDocument: d } = t;
  const series = seriesOf(state);
  const count = await countPapers(q, t, series);
  const [same] = await q
    .select({ code: d.code, number: d.number, digest: d.digest, model: d.model })
    .from(d)
    .where(and(ofSeries(t, series), eq(d.caseVersion, state.project.version), eq(d.locale, locale), eq(d.issuedOn, today()), eq(d.issuedById, actor.personId)))
    .orderBy(desc(d.id))
    .limit(1);
  return { count, same: same ?? null };
}

/** Keeps the report; those of an older day or version in its language give way to it. */
function record(services: Services, actor: Actor, state: ProjectCase, model: ProgressReport, digest: string, before: Papers): Promise<boolean> {
  const { issuedDocument: d } = services.db.t;
  const { number, code } = model.paper;
  const paper = { number, code, locale: model.locale, digest, issuedById: actor.personId, subjectId: null, model };
  const replaced = [lt(d.caseVersion, state.project.version), lt(d.issuedOn, model.asOf), before.same ? eq(d.code, before.same.code) : undefined];
  return recordPaper(services, seriesOf(state), before.count, paper, replaced);
}
