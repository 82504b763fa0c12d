import { addDays, type CivilDay, daysBetween } from "../../app/domain/calendar/calendar-date";
import { derive } from "../../app/domain/case/derive";
import type { CaseEvent } from "../../app/domain/case/events";
import { evolve } from "../../app/domain/case/evolve";
import type { ProjectCase } from "../../app/domain/case/state";
import { CHAIN_START, chainEvents, type EventRow } from "../../db/repositories/case-events";
import { uuidv7 } from "../../db/uuid";
import { agent, type CaseStory, calendar } from "../builders/case-story";
import { aCompleted, anApplicable, anAwaited, anEnforced, aPromised, aProposal, aPublic, aStarted, check } from "../builders/commitment-story";
import { aChosenNotice, aFailedNotice, aGrantedNotice, aRectifyingNotice, aRevokedNotice, aSignedNotice, aToldNotice } from "../builders/notice-story";
import { aConvertedRun, anApplication, anOpinedRun, aRunningRun, obtainLand, sign } from "../builders/simulation-story";
import type { Template } from "./templates";

/** A tale and, for each of its templates, how many weeks it lies back. */
type Tale = readonly [tell: () => CaseStory, weeksBack: readonly number[]];

/** What becomes of simulated runs and of promises, and what share of all projects each kind has. */
const TALES: Readonly<Record<"simulation" | "notice" | "commitment", { readonly share: number; readonly tales: readonly Tale[] }>> = {
  simulation: {
    share: 0.08,
    tales: [
      [anApplication, [0, 1]],
      [() => sign(anApplication()), [0, 1]],
      [aRunningRun, [0, 6, 20]],
      [anOpinedRun, [0, 4, 12, 24, 40]],
      [() => obtainLand(anOpinedRun()), [0, 1, 3]],
      [aConvertedRun, [2, 10, 18, 26, 34]],
    ],
  },
  notice: {
    share: 0.07,
    tales: [
      [aToldNotice, [0, 1]],
      [aChosenNotice, [0]],
      [aSignedNotice, [0]],
      [aGrantedNotice, [0, 4, 8, 12]],
      [aRectifyingNotice, [0, 1]],
      [aFailedNotice, [0]],
      [aRevokedNotice, [8, 20]],
    ],
  },
  commitment: {
    share: 0.05,
    tales: [
      [aProposal, [0]],
      [anApplicable, [0]],
      [anAwaited, [0]],
      [aPromised, [0, 1]],
      [aPublic, [0, 1]],
      [anEnforced, [0, 2, 12]],
      [() => check(anEnforced(), "before-start", "2026-03-27", "not-met", "2026-04-10"), [0, 1]],
      [aStarted, [0, 10, 20]],
      [aCompleted, [0, 6]],
    ],
  },
};

/** Days and the days of instants in the text of an event, not the numbers of cases. */
const DAY = /(?<![\w-])\d{4}-\d{2}-\d{2}(?=T\d|[^\w-]|$)/g;
/** Ids of a tale are short; the copier looks for ids of the right shape. */
const SHORT_ID = /"id-(\d+)"/g;

/** Every event of a tale, of this centre and as many weeks earlier as it takes to be told `weeksBack` before the day of the measurement. */
function toldBack(centreId: string, story: CaseStory, until: CivilDay, weeksBack: number): readonly CaseEvent[] {
  const text = JSON.stringify(story.events).replaceAll(`"${agent.centreId}"`, `"${centreId}"`);
  const last = story.events.reduce((latest, event) => ("on" in event && typeof event.on === "string" && event.on > latest ? event.on : latest), "0001-01-01");
  const weeks = Math.max(0, Math.ceil(daysBetween(until, last) / 7)) + weeksBack;
  const dated = text.replace(DAY, (day) => addDays(day, -7 * weeks));
  return JSON.parse(dated.replace(SHORT_ID, (_, n: string) => `"0190a000-0000-7000-8003-${n.padStart(12, "0")}"`)) as readonly CaseEvent[];
}

function templateOf(centreId: string, story: CaseStory, until: CivilDay, weeksBack: number): Template {
  let state: ProjectCase | null = null;
  let day = "";
  const history: EventRow[] = [];
  for (const event of toldBack(centreId, story, until, weeksBack)) {
    if ("on" in event && typeof event.on === "string") day = event.on;
    const recordedAt = `${day}T02:00:00.000Z`;
    state = evolve(state, event, recordedAt);
    const last = history.at(-1);
    const by = { actorId: "agent", actorName: "经办人", actorRole: "agent" as const };
    const origin = { centreId, projectId: state.project.id, ...by, recordedAt, commandKey: uuidv7(), isBackDated: () => false };
    history.push(...chainEvents({ seq: last?.seq ?? 0, hash: last?.hash ?? CHAIN_START }, [event], origin));
  }
  if (state === null) throw new Error("a tale without events");
  return { state: derive(state, story.pack, calendar), history };
}

/** Templates of cases with a simulated run, a promise for one item or a promise for the whole project, with the share of all projects that each kind has. */
export const storyTemplates = (centreId: string, until: CivilDay): readonly { readonly share: number; readonly templates: readonly Template[] }[] =>
  Object.values(TALES).map(({ share, tales }) => ({
    share,
    templates: tales.flatMap(([tell, weeksBack]) => weeksBack.map((weeks) => templateOf(centreId, tell(), until, weeks))),
  }));
