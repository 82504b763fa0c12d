import { type DemoCentre, type PaperKind, paperNo } from "../../../db/seeds/centres";
import type { Telling } from "../../../db/seeds/story";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { WorkingCalendar } from "../../domain/calendar/working-calendar";
import type { Command } from "../../domain/case/commands";
import type { Actor } from "../../domain/case/context";
import { openPaths } from "../../domain/case/direction";
import { givenExplanations } from "../../domain/case/explanation/reads";
import { openHandovers } from "../../domain/case/handover";
import { originalConditions } from "../../domain/case/joint-review/merged-opinion";
import { isReviewEnded } from "../../domain/case/joint-review/moves";
import type { Item, JointReview, ProjectCase } from "../../domain/case/state";
import type { Pack } from "../../domain/pack/pack";
import { STAGE_ORDER } from "../../domain/timeline/facts";
import { commitmentCommand, commitmentSignature } from "./commitment-command";
import { noticeCommand, noticeSignature } from "./notice-command";
import { simulationCommand } from "./simulation-command";

/** Where and when a telling is played. */
export interface Scene {
  readonly centre: DemoCentre;
  readonly state: ProjectCase;
  readonly day: CivilDay;
  readonly calendar: WorkingCalendar;
  /** Assessed areas of the centre: code → id. */
  readonly areas: ReadonlyMap<string, string>;
  readonly pack: Pack;
  /** Who does what is told. */
  readonly actor: Actor;
}

/** The joint review a story means by its stage or item: the newest that has not ended. */
function reviewAbout(state: ProjectCase, about: string): JointReview {
  const found = Object.values(state.reviews).filter(
    (review) => !isReviewEnded(review) && (review.itemId === null ? review.stage === about : state.items[review.itemId]?.code === about),
  );
  const review = found.at(-1);
  if (!review) throw new Error(`${state.project.name} has no joint review of ${about} under way`);
  return review;
}

/** The item a story means by its catalogue code, filed again the newest; throws when the plan does not hold it. */
export function itemOfCode(state: ProjectCase, code: string): Item {
  const [item] = Object.values(state.items)
    .filter((candidate) => candidate.code === code)
    .sort((a, b) => b.ordinal - a.ordinal);
  if (!item) throw new Error(`the plan of ${state.project.name} has no ${code}`);
  return item;
}

/** Fills in what a story leaves open: the day, the addresses inside the case and the numbers of the papers. */
export function commandOf(telling: Telling, { centre, state, day, calendar, areas, pack, actor }: Scene): Command {
  const on = day;
  const projectSeq = Number(state.project.projectNo.split("-").at(-1));
  const paper = (kind: PaperKind, item: Item | null, ordinal = item?.ordinal ?? 0) =>
    paperNo(centre, kind, item?.departmentCode ?? "", day.slice(0, 4), projectSeq * 100 + ordinal);
  const replyBy = (replyIn: number | null) => (replyIn === null ? null : calendar.nthWorkingDayAfter(day, replyIn));
  const of = (code: string) => itemOfCode(state, code);
  switch (telling.type) {
    case "answer-screening":
      return telling;
    case "confirm-plan":
      return { ...telling, on };
    case "receive-items":
      return { type: telling.type, itemNos: telling.items.map((code) => of(code).itemNo), on };
    case "precheck-items": {
      const { items, ...said } = telling;
      return { ...said, itemNos: items.map((code) => of(code).itemNo), on };
    }
    case "accept-bundle": {
      const { items, ...said } = telling;
      return { ...said, itemNos: items.map((code) => of(code).itemNo), on, acceptanceNo: paper("acceptance", null, 95) };
    }
    case "hand-over-papers":
    case "post-materials":
    case "send-result": {
      const { items, ...said } = telling;
      return { ...said, itemNos: items.map((code) => of(code).itemNo), on };
    }
    case "accept-stage":
      return { ...telling, on, acceptanceNo: paper("acceptance", null, 90) };
    case "convene-review": {
      const { about, replyIn, meetIn, ...said } = telling;
      const stage = STAGE_ORDER.find((code) => code === about);
      const subject = stage ? { stage, itemNo: null } : { stage: of(about).stage, itemNo: of(about).itemNo };
      return { ...said, ...subject, replyBy: replyBy(replyIn), meetOn: replyBy(meetIn), on };
    }
    case "give-opinion":
      return {
        type: telling.type,
        reviewId: reviewAbout(state, telling.about).id,
        stance: telling.stance,
        conditions: telling.conditions,
        reason: telling.reason,
        on,
      };
    case "hold-review":
      return { type: telling.type, reviewId: reviewAbout(state, telling.about).id, attendance: telling.attendance, minutes: telling.minutes, on };
    case "settle-conditions": {
      const { id: reviewId } = reviewAbout(state, telling.about);
      const sources = originalConditions(state, reviewId).filter(({ text }) => telling.conditions.includes(text));
      const { type, relation, text, note } = telling;
      return { type, reviewId, relation, text, note, sources: sources.map(({ key }) => key), on };
    }
    case "merge-opinion": {
      const { type, stance, reason } = telling;
      const opinionNo = paper("merged", null, 80 + Object.values(state.reviews).filter((one) => one.mergedOn !== null).length);
      return { type, reviewId: reviewAbout(state, telling.about).id, opinionNo, stance, reason, on };
    }
    case "apply-simulation": {
      const { items, expectedIn, ...said } = telling;
      const missing = Object.entries(expectedIn).map(([code, days]) => ({ code, expectedOn: replyBy(days) }));
      return { ...said, itemNos: items.map((code) => of(code).itemNo), missing, on };
    }
    case "sign-letter":
      if (telling.letterKind === "project-commitment") return commitmentSignature(state, pack, actor);
      return telling.letterKind === "notice-commitment" ? noticeSignature(state, pack, actor) : simulationCommand(telling, { state, day, pack, actor });
    case "rule-on-simulation":
    case "record-trigger":
    case "terminate-simulation":
    case "change-facts":
      return simulationCommand(telling, { state, day, pack, actor });
    case "propose-commitment":
    case "appraise-commitment":
    case "add-standard":
    case "drop-standard":
    case "hand-down-standards":
    case "precheck-promise":
    case "supplement-promise":
    case "open-publicity":
    case "record-objection":
    case "rule-on-objection":
    case "put-in-force":
    case "schedule-check":
    case "record-check":
    case "recheck-rectification":
    case "record-works-completion":
    case "rule-on-breach":
    case "exit-commitment":
    case "reward-commitment":
      return commitmentCommand(telling, { state, day, calendar, item: of, paper: (ordinal) => paper("promise", null, ordinal) });
    case "place-in-area":
      return { type: telling.type, areaId: areas.get(telling.areaCode) ?? "", area: null, reason: telling.reason, on };
    case "report-irregularity":
      return {
        type: telling.type,
        itemNo: telling.item === null ? null : of(telling.item).itemNo,
        code: telling.code,
        evidence: telling.evidence,
        happenedOn: on,
      };
    case "add-note":
      return {
        type: telling.type,
        itemNo: telling.item === null ? null : of(telling.item).itemNo,
        text: telling.text,
        shownToInvestor: telling.shownToInvestor,
      };
    default:
      return itemCommandOf(telling, of(telling.item));
  }

  function itemCommandOf(told: Extract<Telling, { item: string }>, item: Item): Command {
    const { item: _, ...said } = told;
    const { itemNo } = item;
    switch (said.type) {
      case "notify-correction":
        return { type: said.type, itemNo, on, defects: said.defects, replyBy: replyBy(said.replyIn), noticeNo: paper("correction", item) };
      case "accept-item":
        return { ...said, itemNo, on, acceptanceNo: paper("acceptance", item) };
      case "confirm-handover": {
        const open = openHandovers(state, item.id, said.kind)[0];
        if (!open) throw new Error(`${itemNo} has no open ${said.kind}`);
        return { type: said.type, handoverId: open.id, receivedBy: said.receivedBy, on };
      }
      case "answer-path": {
        const asked = openPaths(state, item.id)[0];
        if (!asked) throw new Error(`${itemNo} has no open question`);
        return { ...said, itemNo, on, directionId: asked.id };
      }
      case "rule-on-explanation": {
        const given = givenExplanations(state, item)[0];
        if (!given) throw new Error(`${itemNo} has no explanation to rule on`);
        return { ...said, itemNo, on, explanationId: given.id };
      }
      case "accept-with-gaps":
        return {
          type: said.type,
          itemNo,
          on,
          missing: said.missing,
          supplyBy: calendar.nthWorkingDayAfter(day, said.supplyIn),
          acceptanceNo: paper("acceptance", item),
          noticeNo: paper("deferral", item),
          promiseNo: said.promisedBy === null ? null : paper("promise", item),
          promisedBy: said.promisedBy,
        };
      case "extend-deferral":
        return { type: said.type, itemNo, on, reason: said.reason, supplyBy: calendar.nthWorkingDayAfter(day, said.supplyIn) };
      case "refuse-acceptance":
      case "rule-on-deferral":
      case "rule-on-correction":
      case "decide-item":
        return { ...said, itemNo, on, decisionNo: paper("decision", item) };
      case "tell-notice-commitment":
      case "recall-notice-commitment":
      case "choose-notice-commitment":
      case "decline-notice-commitment":
      case "grant-on-notice-commitment":
      case "set-notice-check-day":
      case "record-notice-check":
      case "rule-on-notice-commitment":
        return noticeCommand(said, item, { day, calendar, paper });
      case "convert-item":
        return { ...said, itemNo, on, acceptanceNo: paper("acceptance", item) };
      case "forward-item":
        return { ...said, itemNo, on, letterNo: paper("letter", item) };
      case "record-upper-receipt":
        return { ...said, itemNo, on, upperNo: paper("upper", item) };
      case "record-upper-result":
        return { ...said, itemNo, on, resultNo: paper("upper", item, item.ordinal + 50) };
      case "open-procedure":
        return {
          ...said,
          itemNo,
          on,
          noticeNo: paper("procedure", item, item.ordinal + 50 * Object.values(state.procedures).filter((one) => one.itemId === item.id).length),
        };
      case "close-procedure": {
        const open = Object.values(state.procedures).find((one) => one.itemId === item.id && one.kind === said.kind && one.closedOn === null);
        if (!open) throw new Error(`${itemNo} has no open ${said.kind}`);
        return { type: said.type, itemNo, on, procedureId: open.id, outcome: said.outcome };
      }
      case "rule-on-extension": {
        const asked = Object.values(state.extensions).find((one) => one.itemId === item.id && one.status === "requested");
        if (!asked) throw new Error(`${itemNo} has no extension to rule on`);
        return { ...said, itemNo, on, extensionId: asked.id };
      }
      case "reuse-material": {
        const source = Object.values(state.materials).find((row) => row.itemId === of(said.fromItem).id && row.name === said.fromName);
        if (!source) throw new Error(`${said.fromName} was not brought for ${said.fromItem}`);
        return { type: said.type, itemNo, on, name: said.name, fromId: source.id };
      }
      case "allow-second-correction":
      case "correct-entry":
        return { ...said, itemNo };
      default:
        return { ...said, itemNo, on };
    }
  }
}
