import fc from "fast-check";
import { expect, test } from "vitest";
import { may } from "../../../../app/domain/access/permissions";
import { addDays } from "../../../../app/domain/calendar/calendar-date";
import type { Command } from "../../../../app/domain/case/commands";
import type { Actor } from "../../../../app/domain/case/context";
import { decide } from "../../../../app/domain/case/decide";
import { derive } from "../../../../app/domain/case/derive";
import type { CaseEvent } from "../../../../app/domain/case/events";
import { evolve } from "../../../../app/domain/case/evolve";
import { isFulfilled } from "../../../../app/domain/case/moves";
import { isLiveNotice, NOTICE_MOVES } from "../../../../app/domain/case/notice-commitment/moves";
import { latestNotice, noticesOf } from "../../../../app/domain/case/notice-commitment/reads";
import type { NoticeStatus } from "../../../../app/domain/case/parts/notice-commitment";
import { nextStep } from "../../../../app/domain/case/review";
import type { ProjectCase } from "../../../../app/domain/case/state";
import { agent, CaseStory, calendar, hengyang, intake, manager, reviewer } from "../../../builders/case-story";
import {
  accepted,
  aGrantedNotice,
  aRectifyingNotice,
  aSignedNotice,
  aToldNotice,
  aWastePlan,
  investor,
  MANNERS,
  STANDARDS,
  WASTE,
} from "../../../builders/notice-story";
import { DIGEST } from "../../../builders/simulation-story";

/** One random attempt: which act, on which item, how many days after the attempt before, how far back dated, and a variation. */
interface Attempt {
  readonly act: number;
  readonly item: number;
  readonly after: number;
  readonly back: number;
  readonly flag: number;
}

const CODES = [WASTE, WASTE, WASTE, "quality-safety", "wage-deposit"] as const;

/** By how often they are tried. */
const ACTS = [
  ...Array.from({ length: 3 }, () => ["tell", "choose", "sign", "grant", "formal", "formal", "check", "check"] as const).flat(),
  ...Array.from({ length: 2 }, () => ["rule", "rule", "check-day", "withdraw-letter"] as const).flat(),
  "recall",
  "decline",
  "withdraw-item",
  "correct-entry",
] as const;

const attempt: fc.Arbitrary<Attempt> = fc.record({
  act: fc.nat(ACTS.length - 1),
  item: fc.nat(CODES.length - 1),
  after: fc.constantFrom(0, 0, 0, 0, 0, 1, 1, 2, 10, 40),
  back: fc.constantFrom(0, 0, 0, 0, 1, 4),
  flag: fc.nat(5),
});

/** What a commitment may become, written down again from domain.md 5.2 and compared with what really happens. */
const MODEL: Readonly<Record<NoticeStatus, readonly NoticeStatus[]>> = {
  told: ["chosen", "declined", "recalled", "lapsed"],
  chosen: ["signed", "declined", "recalled", "lapsed"],
  signed: ["granted", "withdrawn", "recalled", "lapsed"],
  declined: [],
  withdrawn: [],
  recalled: [],
  lapsed: [],
  granted: ["closed", "rectifying"],
  rectifying: ["closed", "failed", "revoked"],
  failed: ["rectifying", "revoked"],
  closed: [],
  revoked: [],
};

/** The next formal act of an item on its ordinary way. */
function formalAct(state: ProjectCase, code: string, on: string, flag: number): Command {
  const item = Object.values(state.items).find((one) => one.code === code);
  if (!item) throw new Error(`no ${code}`);
  const { itemNo } = item;
  const step = nextStep(state, item, hengyang);
  if (item.status === "planned") return { type: "receive-items", itemNos: [itemNo], on };
  if (item.status === "received") return { type: "accept-item", itemNo, acceptanceNo: "衡受1", on };
  // Left to the promise more often than not, so that the ordinary way does not always come first.
  if (flag < 4 && latestNotice(state, item.id)?.status === "signed")
    return { type: "grant-on-notice-commitment", itemNo, decisionNo: "衡许1", lateReason: "迟", on };
  if (item.status === "accepted" && item.type !== "INSTANT") return { type: "start-review", itemNo, on };
  if (step && item.status === "in-review") return { type: "record-step", itemNo, step: step.code, remark: null, on };
  if (item.status === "granted") return { type: "issue-result", itemNo, on };
  return { type: "decide-item", itemNo, granted: flag !== 5, decisionNo: "衡许2", reason: "理由", overdueReason: "说明", on };
}

function commandFor(state: ProjectCase, { act, item, flag }: Attempt, on: string): Command {
  const code = CODES[item] ?? WASTE;
  const found = Object.values(state.items).find((one) => one.code === code);
  const itemNo = found?.itemNo ?? "";
  const letter = { letterKind: "notice-commitment" as const, subjectId: (found && latestNotice(state, found.id)?.id) ?? "" };
  switch (ACTS[act]) {
    case "tell":
      return {
        type: "tell-notice-commitment",
        itemNo,
        noticeNo: flag === 0 ? " " : "衡告1",
        standards: STANDARDS.map((one) => ({ ...one, metBy: null })),
        replaces: [],
        on,
      };
    case "choose":
      return { type: "choose-notice-commitment", itemNo, manners: flag === 0 ? ["一"] : MANNERS, on };
    case "sign":
      return {
        type: "sign-letter",
        ...letter,
        shownDigest: DIGEST,
        digest: flag === 0 ? "e".repeat(64) : DIGEST,
        typedName: investor.name,
        capacity: "legal-representative",
        authorisation: null,
        method: "password",
        address: null,
      };
    case "grant":
      return { type: "grant-on-notice-commitment", itemNo, decisionNo: "衡许1", lateReason: flag === 0 ? null : "迟", on };
    case "formal":
      return formalAct(state, code, on, flag);
    case "check":
      return {
        type: "record-notice-check",
        itemNo,
        outcome: flag === 0 ? "met" : "not-met",
        looked: "查看",
        inspectors: ["刘工", "陈工"],
        reference: null,
        failed: flag === 0 ? [] : [1],
        rectifyBy: addDays(on, 5),
        on,
      };
    case "rule":
      return flag < 3
        ? { type: "rule-on-notice-commitment", itemNo, ruling: "revoke", reason: "未改", decisionNo: "衡撤1", rectifyBy: null, on }
        : { type: "rule-on-notice-commitment", itemNo, ruling: "more-time", reason: "雨", decisionNo: null, rectifyBy: addDays(on, 20), on };
    case "check-day":
      return { type: "set-notice-check-day", itemNo, checkDueOn: addDays(on, 30), reason: "定", on };
    case "withdraw-letter":
      return { type: "withdraw-letter", ...letter, reason: "改" };
    case "recall":
      return { type: "recall-notice-commitment", itemNo, reason: "错", on };
    case "decline":
      return { type: "decline-notice-commitment", itemNo, reason: null, on };
    case "correct-entry":
      return { type: "correct-entry", itemNo, entry: "decidedOn", value: addDays(on, -1), reason: "录错", overdueReason: "说明" };
    default:
      return { type: "withdraw-item", itemNo, reason: "撤", on };
  }
}

/** Cases from which random acts go on: nothing told, told, signed and accepted, granted, being put right. */
const STARTS = [
  { story: aWastePlan(), on: "2026-03-05" },
  { story: aToldNotice(), on: "2026-03-05" },
  { story: accepted(aSignedNotice()), on: "2026-03-05" },
  { story: aGrantedNotice(), on: "2026-03-05" },
  { story: aRectifyingNotice(), on: "2026-04-02" },
] as const;
type Start = (typeof STARTS)[number];

type Seen = (before: ProjectCase, after: ProjectCase, event: CaseEvent, actor: Actor) => void;

/** Plays attempts through permission, decide and evolve as `execute` does, calling `seen` for every event. */
function play(
  { story: from, on: base }: Start,
  attempts: readonly Attempt[],
  seen: Seen,
): { readonly state: ProjectCase; readonly events: readonly CaseEvent[] } {
  const story = new CaseStory(hengyang);
  story.state = from.case;
  story.events.push(...from.events);
  let offset = 0;
  let ids = 1000;
  for (const one of attempts) {
    offset += one.after;
    const today = addDays(base, offset);
    const command = commandFor(story.case, one, addDays(today, -one.back));
    const department = story.item(CODES[one.item] ?? WASTE).departmentCode;
    const people = [agent, intake, manager, investor, reviewer(department, "甲"), reviewer(department, "乙"), reviewer(department, "丙")];
    const allowed = people.filter((person) => may(person, command.type));
    const actor = allowed[one.flag % Math.max(allowed.length, 1)] ?? agent;
    const outcome = decide(story.case, command, { ...story.context(actor, today), newId: () => `new-${++ids}` });
    if (!outcome.ok) continue;
    story.take(outcome.value, today, (before, event) => seen(before, story.case, event, actor));
  }
  return { state: story.case, events: story.events };
}

const sequences = fc.array(attempt, { minLength: 20, maxLength: 60 });
const start = fc.constantFrom(...STARTS);

test("R-344: no sequence of acts moves a commitment against the machine of domain.md 5.2, and every state and move is reached", () => {
  const reached = new Set<string>();
  const moved = new Set<string>();
  fc.assert(
    fc.property(sequences, start, (attempts, from) => {
      play(from, attempts, (before, after, event) => {
        if (Object.hasOwn(NOTICE_MOVES, event.type)) moved.add(event.type);
        for (const notice of Object.values(after.noticeCommitments)) {
          reached.add(notice.status);
          const earlier = before.noticeCommitments[notice.id];
          if (!earlier) expect(notice.status).toBe("told");
          else if (earlier.status !== notice.status) expect(MODEL[earlier.status]).toContain(notice.status);
          if (earlier && !isLiveNotice(earlier) && event.type !== "entry-corrected") expect(notice).toEqual(earlier);
        }
      });
    }),
    { numRuns: 1500, seed: 20260302 },
  );
  expect([...reached].sort()).toEqual(Object.keys(MODEL).sort());
  expect([...moved].sort()).toEqual(Object.keys(NOTICE_MOVES).sort());
});

test("R-344: replaying the events of any case with commitments from nothing gives the same state", () => {
  fc.assert(
    fc.property(sequences, start, (attempts, from) => {
      const { state, events } = play(from, attempts, () => {});
      let replayed: ProjectCase | null = null;
      for (const event of events) replayed = evolve(replayed, event, state.project.updatedAt);
      expect(derive(replayed as ProjectCase, hengyang, calendar)).toEqual(derive(state, hengyang, calendar));
    }),
    { numRuns: 500, seed: 7 },
  );
});

test("R-344: in every sequence a permit is granted on a promise only over a signature, after acceptance, by another hand, and revoked only after rectification", () => {
  let grants = 0;
  let revocations = 0;
  fc.assert(
    fc.property(sequences, start, (attempts, from) => {
      const { state } = play(from, attempts, (before, after, event, actor) => {
        if (event.type === "notice-commitment-granted") {
          grants += 1;
          const notice = before.noticeCommitments[event.commitmentId];
          const item = before.items[event.itemId];
          expect(notice?.signatureId).not.toBeNull();
          expect(before.signatures[notice?.signatureId ?? ""]?.withdrawnOn).toBeNull();
          expect(item?.acceptedOn).not.toBeNull();
          expect(item?.acceptedById).not.toBe(actor.personId);
        }
        if (event.type === "notice-commitment-revoked") {
          revocations += 1;
          const notice = before.noticeCommitments[event.commitmentId];
          expect(notice?.checks.some(({ outcome }) => outcome === "not-met")).toBe(true);
          expect(event.on >= (notice?.rectifyBy ?? "")).toBe(true);
          expect(after.items[event.itemId]?.status).toBe("revoked");
        }
        for (const item of Object.values(after.items)) expect(noticesOf(after, item.id).filter(isLiveNotice).length).toBeLessThanOrEqual(1);
      });
      for (const notice of Object.values(state.noticeCommitments)) {
        const item = state.items[notice.itemId];
        if (item && (notice.status === "granted" || notice.status === "closed" || notice.status === "rectifying")) expect(isFulfilled(item)).toBe(true);
      }
    }),
    { numRuns: 1000, seed: 11 },
  );
  expect(grants).toBeGreaterThan(100);
  expect(revocations).toBeGreaterThan(50);
});
