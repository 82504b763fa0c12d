import type { CivilDay } from "../../app/domain/calendar/calendar-date";
import { type WorkingCalendar, workingCalendar } from "../../app/domain/calendar/working-calendar";
import type { Command } from "../../app/domain/case/commands";
import type { Actor, Context, Role } from "../../app/domain/case/context";
import { decide } from "../../app/domain/case/decide";
import { derive } from "../../app/domain/case/derive";
import type { CaseEvent } from "../../app/domain/case/events";
import { evolve } from "../../app/domain/case/evolve";
import type { WindowAtWork } from "../../app/domain/case/parts/window";
import type { Item, ProjectCase } from "../../app/domain/case/state";
import type { CategoryCode, Pack } from "../../app/domain/pack/pack";
import { questionsFor } from "../../app/domain/pack/screening";
import type { Refusal } from "../../app/domain/result";
import { loadCalendars } from "../../db/load-calendars";
import { loadPacks } from "../../db/load-packs";

export const calendar: WorkingCalendar = workingCalendar(loadCalendars());
const packs = loadPacks();
export const packOf = (id: string): Pack => {
  const pack = packs.find((candidate) => candidate.id === id);
  if (!pack) throw new Error(`no pack ${id}`);
  return pack;
};
export const hengyang = packOf("hengyang-2018");

/** A person of the centre, by default of the window. `department` makes a reviewer of it. */
export const aPerson = (name: string, role: Role, department: string | null = null): Actor => ({
  personId: `person-${name}`,
  name,
  role,
  centreId: "centre-hy",
  departmentCode: department,
  enterpriseIds: [],
});

export const agent = aPerson("李敏", "agent");
export const intake = aPerson("王芳", "intake");
export const issuing = aPerson("赵静", "issuing");
export const manager = aPerson("周建国", "manager");
export const reviewer = (department: string, name = "张工") => aPerson(`${department}${name}`, "reviewer", department);

export const PROJECT_FACTS = {
  name: "年产 20 万套新能源减速器项目",
  category: "IND",
  projectCode: "2307-430400-04-01-200020",
  enterpriseName: "衡阳华拓机械有限公司",
  creditCode: "91430400MA4H20027E",
  contactName: "陈志明",
  contactPhone: "13873400000",
  site: "衡阳市高新区",
  investmentWan: 12600,
  keyProject: true,
  greenChannel: true,
  attractedInvestment: true,
} as const;

/** Plays commands on one case in memory, each on its own day, through the real decide, evolve and derive. */
export class CaseStory {
  state: ProjectCase | null = null;
  readonly events: CaseEvent[] = [];
  private ids = 0;
  /** Who of the story sits at which window, by the person's id; nobody does unless a test says so. */
  readonly windows = new Map<string, WindowAtWork>();

  /** Open windows of the centre, by id; not asked unless a test says so. */
  openWindows: readonly string[] | undefined;

  constructor(
    readonly pack: Pack = hengyang,
    readonly cal: WorkingCalendar = calendar,
  ) {}

  context(actor: Actor, today: CivilDay): Context {
    return {
      actor,
      today,
      now: `${today}T02:00:00.000Z`,
      calendar: this.cal,
      pack: this.pack,
      newId: () => `id-${++this.ids}`,
      window: this.windows.get(actor.personId) ?? null,
      openWindows: this.openWindows,
    };
  }

  try(actor: Actor, today: CivilDay, command: Command) {
    return decide(this.state, command, this.context(actor, today));
  }

  /** Does it, or fails the test with the refusal. */
  do(actor: Actor, today: CivilDay, command: Command): this {
    const outcome = this.try(actor, today, command);
    if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.error)}`);
    this.take(outcome.value, today);
    this.state = derive(this.case, this.pack, this.cal);
    return this;
  }

  /** Takes up what was decided, telling `seen` of every event what the case was before it; nothing is derived yet. */
  take(events: readonly CaseEvent[], today: CivilDay, seen?: (before: ProjectCase, event: CaseEvent) => void) {
    for (const event of events) {
      const before = this.state;
      this.events.push(event);
      this.state = evolve(before, event, `${today}T02:00:00.000Z`);
      if (before) seen?.(before, event);
    }
  }

  /** The refusal it meets, or fails the test because it was allowed. */
  refusal(actor: Actor, today: CivilDay, command: Command): Refusal {
    const outcome = this.try(actor, today, command);
    if (outcome.ok) throw new Error(`allowed: ${JSON.stringify(outcome.value)}`);
    return outcome.error;
  }

  get case(): ProjectCase {
    if (!this.state) throw new Error("nothing registered yet");
    return this.state;
  }

  item(code: string): Item {
    const item = Object.values(this.case.items).find((candidate) => candidate.code === code && candidate.status !== "dropped");
    if (!item) throw new Error(`no item ${code}; the plan has ${Object.values(this.case.items).map((candidate) => candidate.code)}`);
    return item;
  }

  no(code: string): string {
    return this.item(code).itemNo;
  }
}

/** Of every question the answer that adds least and drops nothing: the plainest project of the category that still needs its land. */
export const plainAnswers = (pack: Pack, category: CategoryCode): Record<string, string> =>
  Object.fromEntries(
    questionsFor(pack, category).map((question) => {
      const plainest = question.options.reduce((least, option) =>
        option.adds.length + option.drops.length < least.adds.length + least.drops.length ? option : least,
      );
      return [question.code, plainest.code];
    }),
  );

/** A registered industrial project, screened and planned on that day with exactly the plan the answers give. */
export function aPlannedCase(on: CivilDay = "2026-03-02", added: readonly string[] = [], pack: Pack = hengyang): CaseStory {
  const story = new CaseStory(pack);
  story.do(agent, on, {
    type: "register-project",
    projectNo: "HY-2026-0001",
    queryCode: "ABCD2345",
    enterpriseId: "enterprise-1",
    packId: pack.id,
    on,
    ...PROJECT_FACTS,
  });
  story.do(agent, on, { type: "answer-screening", answers: plainAnswers(pack, "IND") });
  return story.do(agent, on, { type: "confirm-plan", on, added: added.map((code) => ({ code, reason: "测试需要" })), dropped: [] });
}

/** A planned case whose item with this code was received on one day and accepted on another. */
export function anAcceptedItem(code: string, receivedOn: CivilDay, acceptedOn: CivilDay = receivedOn, added: readonly string[] = []): CaseStory {
  const story = aPlannedCase(receivedOn, added);
  story.do(intake, receivedOn, { type: "receive-items", itemNos: [story.no(code)], on: receivedOn });
  return story.do(intake, acceptedOn, { type: "accept-item", itemNo: story.no(code), acceptanceNo: "衡受〔2026〕1号", on: acceptedOn });
}

/** The same, taken up by the department on the day of acceptance. */
export function anItemInReview(code: string, acceptedOn: CivilDay, added: readonly string[] = []): CaseStory {
  const story = anAcceptedItem(code, acceptedOn, acceptedOn, added);
  return story.do(reviewer(story.item(code).departmentCode), acceptedOn, { type: "start-review", itemNo: story.no(code), on: acceptedOn });
}
