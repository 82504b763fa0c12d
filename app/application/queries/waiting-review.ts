import { countUnrepaired } from "../../../db/repositories/credit";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { CommandType } from "../../domain/case/commands";
import type { Actor, Principal } from "../../domain/case/context";
import type { WaitingKind } from "../../domain/oversight/parts/waiting";
import { type RiskSubject, risksOf } from "../../domain/oversight/risks";
import { coversToday, principalsIn } from "../cover";
import type { Services } from "../services";
import type { CommitmentView } from "./commitment-view";
import { type ItemActPage, itemActOf } from "./item-act";
import { type ItemView, viewItem } from "./item-view";
import { type ReviewPage, reviewPageOf } from "./joint-reviews";
import { type NoticeView, noticeViewOf } from "./notice-view";
import { type CaseInView, caseByNumber } from "./project-case";
import { type CommitmentPage, commitmentPageOf } from "./project-commitment";
import { headOf, type ProjectHead } from "./project-head";
import { type SimulationPage, simulationPageOf } from "./project-simulation";
import { type RiskView, viewRisk } from "./risk-view";
import type { RunView } from "./simulation-view";
import { type LetterEvidence, letterEvidence, type MaterialEvidence, materialsOf, type Passed, passedOf } from "./waiting-evidence";
import { type Subject, subjectOf } from "./waiting-subject";

/** What the form of the decision is made from; `none` where the act has a page of its own. */
export type DecisionSource =
  | { readonly via: "item"; readonly page: ItemActPage }
  | { readonly via: "run"; readonly page: SimulationPage; readonly run: RunView }
  | { readonly via: "joint-review"; readonly page: ReviewPage }
  | { readonly via: "commitment"; readonly page: CommitmentPage; readonly commitment: CommitmentView; readonly subject: string }
  | { readonly via: "none" };

/** Everything a manager needs to settle one thing that waits, on one page. */
export interface WaitingReview {
  readonly kind: WaitingKind;
  readonly subjectId: string;
  readonly head: ProjectHead;
  readonly projectId: string;
  readonly enterpriseId: string;
  readonly today: CivilDay;
  readonly since: CivilDay | null;
  readonly waitedWorkingDays: number | null;
  readonly command: CommandType;
  /** It still waits; otherwise somebody has settled it meanwhile. */
  readonly waits: boolean;
  readonly item: ItemView | null;
  readonly commitmentNo: string | null;
  readonly source: DecisionSource;
  readonly risks: readonly RiskView[];
  readonly materials: readonly MaterialEvidence[];
  readonly letter: LetterEvidence | null;
  readonly passed: readonly Passed[];
  /** The notice commitment of the item; null where it is about something else. */
  readonly notice: NoticeView | null;
  /** In whose name, beside the own, this person may decide here today. */
  readonly principals: readonly (Principal & { readonly until: CivilDay })[];
}

/**
 * The review page of one thing that waits; null when case or thing is not there for this person. Statements: those of the whole case,
 * one for the enterprise's record and one for covers.
 */
export async function waitingReview(
  services: Services,
  actor: Actor,
  asked: { readonly kind: WaitingKind; readonly projectNo: string; readonly subjectId: string },
): Promise<{ readonly page: WaitingReview; readonly found: CaseInView } | null> {
  const found = await caseByNumber(services, actor, asked.projectNo);
  const subject = found && subjectOf(found, asked.kind, asked.subjectId);
  if (!found || !subject) return null;
  const { state, calendar, today } = found;
  const { db } = services;
  const unrepaired = await countUnrepaired(db.q, db.t, actor.centreId, state.project.enterpriseId, services.today());
  const covers = await coversToday(services, actor);
  const item = subject.itemId === null ? null : (state.items[subject.itemId] ?? null);
  const letter = subject.letter && letterEvidence(found, subject.letter.kind, subject.letter.subjectId);
  const about: RiskSubject = { itemId: subject.itemId, runId: subject.runId, byId: subject.byId, lengthens: asked.kind === "extension" };
  const page: WaitingReview = {
    ...asked,
    head: headOf(found),
    projectId: state.project.id,
    enterpriseId: state.project.enterpriseId,
    today,
    since: subject.since,
    waitedWorkingDays: subject.since === null ? null : Math.max(0, calendar.workingDaysBetween(subject.since, today)),
    command: subject.command,
    waits: subject.waits,
    item: item && viewItem(found, item),
    commitmentNo: subject.commitmentNo,
    source: sourceOf(found, subject, asked.subjectId, unrepaired),
    risks: risksOf(state, about, { ...found, unrepairedBreaches: unrepaired, letterUnchanged: letter?.unchanged ?? null }).map(viewRisk),
    materials: materialsOf(
      found,
      subject.evidenceItems.flatMap((id) => state.items[id] ?? []),
    ),
    letter,
    passed: item ? passedOf(found, item) : [],
    notice: item && asked.kind.startsWith("notice") ? noticeViewOf(found, item) : null,
    principals: principalsIn(covers, state.project.id),
  };
  return { page, found };
}

function sourceOf(found: CaseInView, subject: Subject, subjectId: string, unrepaired: number): DecisionSource {
  const { state } = found;
  const item = subject.itemId === null ? undefined : state.items[subject.itemId];
  const run = subject.runId === null ? undefined : state.runs[subject.runId];
  const review = subject.reviewId === null ? undefined : state.reviews[subject.reviewId];
  if (run) {
    const page = simulationPageOf(found, unrepaired);
    const view = page.runs.find(({ runNo }) => runNo === run.runNo);
    return view ? { via: "run", page, run: view } : { via: "none" };
  }
  if (subject.commitmentNo !== null && item === undefined) {
    const page = commitmentPageOf(found, unrepaired);
    const view = page.commitments.find(({ record }) => record.commitmentNo === subject.commitmentNo);
    return view ? { via: "commitment", page, commitment: view, subject: subjectId } : { via: "none" };
  }
  if (review) return { via: "joint-review", page: reviewPageOf(found, review) };
  return item && subject.onItem ? { via: "item", page: itemActOf(found, item, subject.command) } : { via: "none" };
}
