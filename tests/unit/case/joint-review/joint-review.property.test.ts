import fc from "fast-check";
import { expect, test } from "vitest";
import { may } from "../../../../app/domain/access/permissions";
import { addDays } from "../../../../app/domain/calendar/calendar-date";
import type { Command } from "../../../../app/domain/case/commands";
import { decide } from "../../../../app/domain/case/decide";
import { derive } from "../../../../app/domain/case/derive";
import type { CaseEvent } from "../../../../app/domain/case/events";
import { evolve } from "../../../../app/domain/case/evolve";
import { originalConditions, overallStance, settledOf } from "../../../../app/domain/case/joint-review/merged-opinion";
import { REVIEW_MOVES, type ReviewEvent } from "../../../../app/domain/case/joint-review/moves";
import { REVIEW_MODES } from "../../../../app/domain/case/parts/joint-review";
import { waitedFor } from "../../../../app/domain/case/review-opinion";
import type { ProjectCase } from "../../../../app/domain/case/state";
import { agent, type CaseStory, manager, reviewer } from "../../../builders/case-story";
import { aStageOfTwo, convening } from "../../../builders/joint-review";

/** One random attempt: which act by whom on which review, how many days after the one before, and small variations. */
interface Attempt {
  readonly act: (typeof ACTS)[number];
  readonly actor: number;
  readonly review: number;
  readonly after: number;
  readonly mode: number;
  readonly stance: number;
  readonly pick: number;
}

const ACTS = [
  "convene-review",
  "convene-review",
  "give-opinion",
  "give-opinion",
  "give-opinion",
  "hold-review",
  "record-silence",
  "settle-conditions",
  "settle-conditions",
  "merge-opinion",
  "merge-opinion",
  "reschedule-review",
  "cancel-review",
] as const;

const attempt: fc.Arbitrary<Attempt> = fc.record({
  act: fc.constantFrom(...ACTS),
  actor: fc.nat(20),
  review: fc.nat(3),
  after: fc.constantFrom(0, 0, 0, 1, 2),
  mode: fc.nat(REVIEW_MODES.length - 1),
  stance: fc.nat(2),
  pick: fc.nat(15),
});

const PEOPLE = [agent, manager, reviewer("zr"), reviewer("zr", "李工"), reviewer("fg"), reviewer("fg", "王工")];
const STANCES = ["agree", "agree-with-conditions", "disagree"] as const;
const CONDITIONS = [["退让10米"], ["退让 10 米。", "入口在东侧"], ["入口在南侧"]];

function commandFor(story: CaseStory, one: Attempt, on: string): Command {
  const reviews = Object.values(story.case.reviews);
  // Mostly one that is under way: ended ones refuse everything alike.
  const live = reviews.filter(({ status }) => status !== "merged" && status !== "cancelled");
  const among = live.length > 0 && one.pick % 5 > 0 ? live : reviews;
  const review = among[one.review % Math.max(1, among.length)];
  const reviewId = review?.id ?? "none";
  const stance = STANCES[one.stance] ?? "agree";
  const keys = originalConditions(story.case, reviewId).map(({ key }) => key);
  const sources = keys.filter((_, place) => (one.pick >> place) % 2 === 1);
  const mode = REVIEW_MODES[one.mode] ?? "conference";
  const meeting = { meetOn: mode === "conference" || mode === "drawing-review" ? null : on, meetTime: null, place: "现场", link: "会议 1" };
  const commands: readonly Command[] = [
    convening(mode, { ...meeting, itemNo: mode === "co-handling" ? story.no("planning-conditions") : null, replyBy: one.pick % 4 === 0 ? null : on, on }),
    { type: "give-opinion", reviewId, stance, conditions: stance === "agree-with-conditions" ? (CONDITIONS[one.pick % 3] ?? []) : [], reason: "理由", on },
    {
      type: "hold-review",
      reviewId,
      attendance: ["zr", "fg"].slice(0, 1 + (one.pick % 2)).map((departmentCode) => ({ departmentCode, officials: ["甲", "乙"].slice(0, 1 + (one.pick % 3)) })),
      minutes: "已查看",
      on,
    },
    {
      type: "record-silence",
      reviewId,
      departmentCode: one.pick % 2 === 0 ? "zr" : "fg",
      outcome: one.pick % 3 === 0 ? "counts-as-agreement" : "excused",
      reason: "催办两次",
      on,
    },
    { type: "settle-conditions", reviewId, sources, relation: sources.length > 1 ? "conflict" : "single", text: "统一为：退让10米", note: "会上商定", on },
    {
      type: "merge-opinion",
      reviewId,
      opinionNo: `衡联审${one.pick}号`,
      stance: one.pick % 4 === 0 ? stance : overallStance(story.case, reviewId),
      reason: one.pick % 2 === 0 ? "已协调" : null,
      on,
    },
    { type: "reschedule-review", reviewId, ...meeting, replyBy: on, reason: "改期", on },
    { type: "cancel-review", reviewId, reason: "撤项", on },
  ];
  return commands.find((command) => command.type === one.act) as Command;
}

function play(attempts: readonly Attempt[], seen: (before: ProjectCase, after: ProjectCase, event: CaseEvent) => void = () => {}): CaseStory {
  const story = aStageOfTwo();
  let offset = 0;
  for (const one of attempts) {
    offset += one.after;
    const today = addDays("2026-03-03", offset);
    const command = commandFor(story, one, today);
    const allowed = PEOPLE.filter((person) => may(person, command.type));
    const actor = allowed[one.actor % allowed.length];
    const outcome = actor && decide(story.case, command, story.context(actor, today));
    if (!outcome?.ok) continue;
    story.take(outcome.value, today, (before, event) => seen(before, story.case, event));
    story.state = derive(story.case, story.pack, story.cal);
  }
  return story;
}

const sequences = fc.array(attempt, { minLength: 30, maxLength: 90 });

test("R-200: no sequence of acts moves a joint review against its table, and every state is reached", () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(sequences, (attempts) => {
      play(attempts, (before, after, event) => {
        for (const review of Object.values(after.reviews)) {
          reached.add(review.status);
          const earlier = before.reviews[review.id];
          if (earlier && earlier.status !== review.status) expect(REVIEW_MOVES[event.type as ReviewEvent["type"]].from).toContain(earlier.status);
        }
      });
    }),
    { numRuns: 150, seed: 20260303 },
  );
  expect([...reached].sort()).toEqual(["cancelled", "closed", "held", "merged", "open"]);
});

test("R-115, R-200: replaying the events of joint reviews from nothing gives the same state", () => {
  fc.assert(
    fc.property(sequences, (attempts) => {
      const story = play(attempts);
      let replayed: ProjectCase | null = null;
      for (const event of story.events) replayed = evolve(replayed, event, story.case.project.updatedAt);
      expect(derive(replayed as ProjectCase, story.pack, story.cal)).toEqual(story.case);
    }),
    { numRuns: 100, seed: 11 },
  );
});

test("R-207 (Z12, D21): a review is merged at most once, with nobody waited for, every condition in it exactly once and under a number of its own", () => {
  let merged = 0;
  fc.assert(
    fc.property(sequences, (attempts) => {
      const story = play(attempts);
      const told = story.events.flatMap((event) => (event.type === "opinion-merged" ? [event.reviewId] : []));
      expect(new Set(told).size).toBe(told.length);
      for (const review of Object.values(story.case.reviews)) {
        expect(review.status === "merged").toBe(told.includes(review.id));
        const settled = settledOf(story.case, review.id);
        const covered = settled.flatMap(({ sources }) => sources);
        expect(new Set(covered).size).toBe(covered.length);
        if (review.status !== "merged") continue;
        merged += 1;
        expect(waitedFor(story.case, review)).toEqual([]);
        expect([...covered].sort()).toEqual(
          originalConditions(story.case, review.id)
            .map(({ key }) => key)
            .sort(),
        );
        if (settled.length > 0) expect(review.mergedStance).not.toBe("agree");
      }
      const numbers = Object.values(story.case.reviews).flatMap(({ mergedNo }) => mergedNo ?? []);
      expect(new Set(numbers).size).toBe(numbers.length);
    }),
    { numRuns: 200, seed: 5 },
  );
  expect(merged).toBeGreaterThan(50);
});
