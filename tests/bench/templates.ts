import type { CivilDay } from "../../app/domain/calendar/calendar-date";
import { addDays } from "../../app/domain/calendar/calendar-date";
import { availableActs } from "../../app/domain/case/available";
import type { Command } from "../../app/domain/case/commands";
import type { Actor } from "../../app/domain/case/context";
import { decide } from "../../app/domain/case/decide";
import { derive } from "../../app/domain/case/derive";
import { evolve } from "../../app/domain/case/evolve";
import { nextStep } from "../../app/domain/case/review";
import type { Item, ProjectCase } from "../../app/domain/case/state";
import type { CategoryCode } from "../../app/domain/pack/pack";
import { planOf } from "../../app/domain/plan/plan";
import { CHAIN_START, chainEvents, type EventOrigin, type EventRow } from "../../db/repositories/case-events";
import { uuidv7 } from "../../db/uuid";
import { calendar, hengyang, PROJECT_FACTS, plainAnswers } from "../builders/case-story";

/** A case played through the real rules up to some day; the generator copies it under new numbers. */
export interface Template {
  readonly state: ProjectCase;
  readonly history: readonly EventRow[];
}

/** How far a case has come when it is copied. */
export type Progress = "registered" | "planned" | "running" | "completed";

/** Share of the open items that something happens to on a working day. */
const QUICK = 0.45;
const SLOW = 0.3;

/** Numbers between 0 and 1 that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Plays one case: items are received, sometimes corrected, accepted, reviewed step by step, sometimes paused, decided, issued
 * and delivered, a few acts a working day, until the day given or the end.
 * @param start first day, early enough for the progress wanted
 * @param until day on which the copying happens
 * @param added items added to the plan by hand; by default some of the catalogue's
 */
export function playTemplate(
  centreId: string,
  category: CategoryCode,
  progress: Progress,
  start: CivilDay,
  until: CivilDay,
  random: () => number,
  added?: readonly string[],
): Template {
  const player = new Player(centreId, start, random);
  player.do("agent", {
    type: "register-project",
    projectNo: "TT-2026-0000",
    queryCode: "QUERYCOD",
    enterpriseId: uuidv7(),
    packId: hengyang.id,
    on: start,
    ...PROJECT_FACTS,
    category,
  });
  if (progress === "registered") return player.template();
  player.do("agent", { type: "answer-screening", answers: plainAnswers(hengyang, category) });
  const codes = added ?? hengyang.items.filter((item) => item.categories.includes(category) && random() < 0.35).map((item) => item.code);
  const optional = codes.map((code) => ({ code, reason: "客户需要" }));
  // Items the screening requires anyway are refused as additions: left out one by one.
  for (let more = optional; ; more = more.slice(1))
    if (player.try("agent", { type: "confirm-plan", on: start, added: more, dropped: [] }) || more.length === 0) break;
  if (progress === "planned") return player.template();
  const pace = progress === "running" ? SLOW : QUICK;
  while (player.today < until && player.playOneDay(pace));
  return player.template();
}

/** Plays an industrial case of exactly so many items and notes calls on it until it has so many events. */
export function playLongCase(centreId: string, start: CivilDay, until: CivilDay, size: { readonly items: number; readonly events: number }): Template {
  const plan = planOf(hengyang, "IND", plainAnswers(hengyang, "IND"), [], []);
  if (!plan.ok) throw new Error(`the plainest answers make no plan: ${plan.error.code}`);
  const added = plan.value.optional.slice(0, size.items - plan.value.items.length).map((item) => item.code);
  const player = new Player(centreId, until, seeded(400), playTemplate(centreId, "IND", "running", start, until, seeded(40), added));
  for (let call = player.template().history.length + 1; call <= size.events; call++)
    player.do("agent", { type: "add-note", itemNo: null, text: `第 ${call} 次电话回访`, shownToInvestor: false });
  return player.template();
}

class Player {
  private state: ProjectCase | null = null;
  private history: EventRow[] = [];
  private papers = 0;

  constructor(
    private readonly centreId: string,
    public today: CivilDay,
    private readonly random: () => number,
    from: Template | null = null,
  ) {
    if (!from) return;
    this.state = from.state;
    this.history = [...from.history];
  }

  template(): Template {
    return { state: this.case, history: this.history };
  }

  private get case(): ProjectCase {
    if (!this.state) throw new Error("nothing registered yet");
    return this.state;
  }

  private actor(role: Actor["role"], item?: Item, hand = 0): Actor {
    return {
      personId: `${role}-${item?.departmentCode ?? ""}-${hand}`,
      name: hand ? "复核人" : "经办人",
      role,
      centreId: this.centreId,
      departmentCode: role === "reviewer" ? (item?.departmentCode ?? null) : null,
      enterpriseIds: [],
    };
  }

  /** Whether the rules allowed it; then it is done. */
  try(role: Actor["role"], command: Command, item?: Item, hand = 0): boolean {
    const actor = this.actor(role, item, hand);
    const now = `${this.today}T02:00:00.000Z`;
    const decided = decide(this.state, command, { actor, today: this.today, now, calendar, pack: hengyang, newId: uuidv7, window: null });
    if (!decided.ok) return false;
    for (const event of decided.value) this.state = evolve(this.state, event, now);
    this.state = derive(this.case, hengyang, calendar);
    const origin: EventOrigin = {
      centreId: this.centreId,
      projectId: this.case.project.id,
      actorId: actor.personId,
      actorName: actor.name,
      actorRole: role,
      recordedAt: now,
      commandKey: uuidv7(),
      isBackDated: () => false,
    };
    const last = this.history.at(-1);
    this.history.push(...chainEvents({ seq: last?.seq ?? 0, hash: last?.hash ?? CHAIN_START }, decided.value, origin));
    return true;
  }

  do(role: Actor["role"], command: Command): void {
    if (!this.try(role, command)) throw new Error(`the rules refuse ${command.type}`);
  }

  /** Moves on to the next working day and does a few acts. False once nothing is left to do. */
  playOneDay(pace: number): boolean {
    this.today = calendar.nthWorkingDayAfter(this.today, 1);
    // As in a centre the system looks first, so that a server started on these cases finds nothing left to record.
    this.try("system", { type: "observe-day", on: this.today });
    let left = false;
    for (const item of Object.values(this.case.items)) {
      if (item.endedOn !== null && (item.deliveredOn !== null || item.status === "done" || item.status === "withdrawn" || item.status === "dropped")) continue;
      left = true;
      if (this.random() < pace) this.act(item);
    }
    return left;
  }

  private act(item: Item): void {
    const can = (role: Actor["role"]) => availableActs(this.case, item, this.actor(role, item), hengyang);
    const on = this.today;
    const itemNo = item.itemNo;
    const number = `衡审〔2026〕${++this.papers}号`;
    const chance = this.random();
    if (can("agent").includes("complete-milestone")) this.try("agent", { type: "complete-milestone", itemNo, on, reference: number });
    else if (item.status === "planned") this.try("intake", { type: "receive-items", itemNos: [itemNo], on });
    else if (item.status === "correcting") this.try("intake", { type: "supply-correction", itemNo, on, note: null });
    else if (item.status === "received" && chance < 0.15)
      this.try("intake", { type: "notify-correction", itemNo, on, noticeNo: number, defects: ["缺总平面图"], replyBy: addDays(on, 10) });
    else if (item.status === "received") this.try("intake", { type: "accept-item", itemNo, on, acceptanceNo: number });
    else if (item.status === "accepted" && item.type !== "INSTANT") this.try("reviewer", { type: "start-review", itemNo, on }, item, 1);
    else if (item.status === "accepted" || item.status === "in-review") this.review(item, number, chance);
    else if (item.issuedOn === null) this.try("issuing", { type: "issue-result", itemNo, on });
    else this.try("issuing", { type: "deliver-result", itemNo, on, method: "window", receivedBy: "陈志明" });
  }

  private review(item: Item, number: string, chance: number): void {
    const on = this.today;
    const itemNo = item.itemNo;
    const open = Object.values(this.case.procedures).find((procedure) => procedure.itemId === item.id && procedure.closedOn === null);
    const kind = hengyang.procedures[Math.floor(chance * hengyang.procedures.length)];
    const step = nextStep(this.case, item, hengyang);
    const hand = Object.values(this.case.steps).filter((done) => done.itemId === item.id).length % 2;
    if (open) this.try("reviewer", { type: "close-procedure", itemNo, on, procedureId: open.id, outcome: "通过" }, item);
    else if (chance < 0.08 && kind)
      this.try("reviewer", { type: "open-procedure", itemNo, on, kind: kind.code, noticeNo: number, toldWorkingDays: 5, reason: "技术审查" }, item);
    else if (step) this.try("reviewer", { type: "record-step", itemNo, on, step: step.code, remark: null }, item, hand);
    else this.try("reviewer", { type: "decide-item", itemNo, on, granted: true, decisionNo: number, reason: null, overdueReason: "部门人手不足" }, item, hand);
  }
}
