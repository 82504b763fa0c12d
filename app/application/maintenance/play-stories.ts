import { and, eq } from "drizzle-orm";
import { loadCase } from "../../../db/repositories/case-rows";
import { centres } from "../../../db/seeds/centres";
import type { Beat, Story } from "../../../db/seeds/story";
import { addDays, type CivilDay } from "../../domain/calendar/calendar-date";
import type { WorkingCalendar } from "../../domain/calendar/working-calendar";
import type { Command } from "../../domain/case/commands";
import type { Actor } from "../../domain/case/context";
import { nextStep, stepsOf } from "../../domain/case/review";
import type { ProjectCase } from "../../domain/case/state";
import { execute, type Outcome } from "../execute";
import { registerProject } from "../register-project";
import type { Services } from "../services";
import { raiseDemoAreas } from "./demo-areas";
import type { Cast } from "./demo-cast";
import { observeCase } from "./observe";
import { commandOf, itemOfCode } from "./story-command";

/** Commands whose outcome later beats must look up: the others change nothing a story asks for. */
const TOLD_AGAIN: ReadonlySet<Command["type"]> = new Set([
  "apply-simulation",
  "change-facts",
  "bring-materials",
  "confirm-plan",
  "convene-review",
  "open-procedure",
  "request-extension",
  "record-step",
  "hand-over-papers",
  "return-result",
  "post-materials",
  "send-result",
  "seek-path",
  "seek-second-list",
  "explain-overdue",
  "give-opinion",
  "settle-conditions",
  "merge-opinion",
  "propose-commitment",
  "add-standard",
  "hand-down-standards",
  "supplement-promise",
  "record-objection",
  "put-in-force",
  "record-check",
  "record-works-completion",
  "rule-on-breach",
  "tell-notice-commitment",
  "choose-notice-commitment",
]);
/** Minutes between two acts of one story on one day, from nine in the morning Beijing time. */
const MINUTES_BETWEEN_ACTS = 7;
const FIRST_MINUTE = 60;
const LAST_MINUTE = 9 * 60;

/** The working day `offset` away from `today`; 0 is today, or the last working day before it. */
export function dayAt(calendar: WorkingCalendar, today: CivilDay, offset: number): CivilDay {
  let day = today;
  while (!calendar.isWorkingDay(day)) day = addDays(day, -1);
  if (offset > 0) return calendar.nthWorkingDayAfter(day, offset);
  for (let left = -offset; left > 0; ) {
    day = addDays(day, -1);
    if (calendar.isWorkingDay(day)) left -= 1;
  }
  return day;
}

/**
 * The services of an earlier day, so that an act told for that day is entered on it and not back-dated.
 * @param act how many acts of the story came before on that day; later acts are entered later, never after the real now
 */
export function storyServices(services: Services, day: CivilDay, act = 0): Services {
  const minute = Math.min(FIRST_MINUTE + act * MINUTES_BETWEEN_ACTS, LAST_MINUTE);
  const told = `${day}T${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}:00.000Z`;
  const now = services.now();
  const instant = told < now ? told : now;
  return { ...services, today: () => day, now: () => instant };
}

/**
 * Plays a story through the same guards as every other command and answers its project number. Throws when a rule refuses a beat:
 * then the story is wrong. Steps that a department must record before it decides are recorded with the decision.
 */
export async function playStory(services: Services, story: Story, cast: Cast): Promise<string> {
  const projectNo = await tellBeginning(services, story, cast);
  await tellRest(services, story, cast, projectNo);
  return projectNo;
}

/** Plays all stories; `played` hears of each one's end. Projects are numbered in the order of the stories. */
export async function playStories(services: Services, stories: readonly Story[], cast: Cast, played: (story: Story) => void = () => {}): Promise<void> {
  const numbers: string[] = [];
  for (const story of stories) numbers.push(await tellBeginning(services, story, cast));
  await Promise.all(
    stories.map(async (story, index) => {
      await tellRest(services, story, cast, numbers[index] ?? "");
      played(story);
    }),
  );
}

async function tellBeginning(services: Services, story: Story, cast: Cast): Promise<string> {
  const agent = cast.named(story.agent);
  const on = dayAt(services.calendarOf(agent.centreId), services.today(), story.registeredAt);
  const outcome = await registerProject(storyServices(services, on), agent, { ...story.project, on }, { idempotencyKey: `story:${story.key}` });
  return must(outcome, story, "register-project").projectNo;
}

async function tellRest(services: Services, story: Story, cast: Cast, projectNo: string): Promise<void> {
  const { centreId } = cast.named(story.agent);
  const calendar = services.calendarOf(centreId);
  const centre = centres.find((candidate) => candidate.code === story.centre);
  if (!centre) throw new Error(`${story.key} is told of no demo centre`);
  const read = async (): Promise<ProjectCase> => {
    const loaded = await loadCase(services.db, centreId, { projectNo });
    if (!loaded) throw new Error(`${story.key} lost its project`);
    return loaded.state;
  };
  const areas = await raiseDemoAreas(services, centre.code, cast);
  const acts = new Map<CivilDay, number>();
  let told = 0;

  let state = await read();
  const act = async (day: CivilDay, actor: Actor, command: Command): Promise<void> => {
    acts.set(day, (acts.get(day) ?? 0) + 1);
    told += 1;
    const outcome = await execute(storyServices(services, day, acts.get(day)), actor, command, { projectNo, idempotencyKey: `story:${story.key}:${told}` });
    must(outcome, story, `${command.type} on ${day}`);
    if (TOLD_AGAIN.has(command.type)) state = await read();
  };
  // The system looks every morning, as it does in a centre: before the first act of a day, and on days on which nobody acts.
  const lookUpTo = async (day: CivilDay): Promise<void> => {
    for (let from = await watchedFrom(services, centreId, projectNo); from !== null && from <= day; from = await watchedFrom(services, centreId, projectNo)) {
      const looksOn = calendar.isWorkingDay(from) ? from : calendar.nthWorkingDayAfter(from, 1);
      if (looksOn > day || !(await observeCase(storyServices(services, looksOn), centreId, projectNo))) return;
      state = await read();
    }
  };
  for (const beat of story.beats) {
    const day = dayAt(calendar, services.today(), beat.at);
    await lookUpTo(day);
    for (let step = stepBefore(services, beat, state); step; step = stepBefore(services, beat, state)) {
      const { itemNo } = itemOfCode(state, step.item);
      await act(day, actorOf(beat, story, state, cast), { type: "record-step", itemNo, step: step.code, remark: null, on: day });
    }
    const actor = actorOf(beat, story, state, cast);
    const pack = services.pack(state.project.packDigest);
    await act(day, actor, commandOf(beat.tell, { centre, state, day, calendar, areas, pack, actor }));
  }
  await lookUpTo(services.today());
}

/** Day on which a case must be looked at next. */
async function watchedFrom({ db }: Services, centreId: string, projectNo: string): Promise<CivilDay | null> {
  const { project } = db.t;
  const [row] = await db.q
    .select({ observeFrom: project.observeFrom })
    .from(project)
    .where(and(eq(project.centreId, centreId), eq(project.projectNo, projectNo)));
  return row?.observeFrom ?? null;
}

/** The step the department still owes before the decision or the sending upward this beat tells. */
function stepBefore(services: Services, { tell }: Beat, state: ProjectCase): { readonly item: string; readonly code: string } | null {
  if (tell.type !== "decide-item" && tell.type !== "forward-item") return null;
  const item = itemOfCode(state, tell.item);
  // Decided at once on a promise, no step is owed.
  if (item.promisedAs === "at-once") return null;
  const step = nextStep(state, item, services.pack(state.project.packDigest));
  return step && { item: tell.item, code: step.code };
}

function actorOf({ by, tell }: Beat, story: Story, state: ProjectCase, cast: Cast): Actor {
  if (by === "agent") return cast.named(story.agent);
  if (by === "investor") return cast.actingFor(story.centre, state.project.enterpriseId);
  if (by !== "reviewer") return cast.inRole(story.centre, by);
  const item = "item" in tell && tell.item !== null ? itemOfCode(state, tell.item) : null;
  const department = "department" in tell ? tell.department : (item?.departmentCode ?? "");
  const last = item && stepsOf(state, item.id).at(-1);
  const reviewer = cast.reviewers(story.centre, department).find((candidate) => candidate.personId !== last?.byId);
  if (!reviewer) throw new Error(`${story.key} needs a reviewer of ${department} in ${story.centre} for ${tell.type}`);
  return reviewer;
}

function must(outcome: Outcome, story: Story, what: string): Extract<Outcome, { ok: true }> {
  if (!outcome.ok) throw new Error(`story ${story.key}: ${what} was refused: ${JSON.stringify(outcome.error)}`);
  return outcome;
}
