import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../../app/domain/calendar/calendar-date";
import { type Cover, type CoverCommand, type CoverSituation, coverFor, coverInForce, decideCover } from "../../../app/domain/centre/cover";

const COVER: Cover = {
  id: "c1",
  forId: "head",
  forName: "唐建国",
  standInId: "deputy",
  standInName: "邹敏华",
  projectId: null,
  since: "2026-03-09",
  until: "2026-03-13",
  reason: "外出培训",
  endedOn: null,
};
const MANAGERS = [
  { personId: "head", name: "唐建国" },
  { personId: "deputy", name: "邹敏华" },
  { personId: "third", name: "周建国" },
];
const situation = (says: Partial<CoverSituation> = {}): CoverSituation => ({
  actor: { personId: "head", name: "唐建国" },
  managers: MANAGERS,
  covers: [],
  today: "2026-03-09",
  ...says,
});
type Naming = Extract<CoverCommand, { type: "name-stand-in" }>;
const naming = (says: Partial<Naming> = {}): Naming => ({
  type: "name-stand-in",
  standInId: "deputy",
  projectId: null,
  since: "2026-03-09",
  until: "2026-03-13",
  reason: " 外出培训 ",
  ...says,
});
const codeOf = (command: CoverCommand, says: Partial<CoverSituation> = {}): string | null => {
  const decided = decideCover(situation(says), command, () => "c2");
  return decided.ok ? null : decided.error.code;
};

describe("naming a stand-in", () => {
  test("R-390: records who for whom, since, until and why", () => {
    const decided = decideCover(situation(), naming(), () => "c1");
    expect(decided).toEqual({ ok: true, value: { type: "stand-in-named", cover: COVER } });
  });

  test("R-390: names another manager of the centre, with a reason, from today on and not backwards", () => {
    expect(codeOf(naming({ standInId: "head" }))).toBe("cover-of-oneself");
    expect(codeOf(naming({ standInId: "agent" }))).toBe("stand-in-not-manager");
    expect(codeOf(naming({ since: "2026-03-08" }))).toBe("day-before");
    expect(codeOf(naming({ until: "2026-03-08" }))).toBe("day-before");
    expect(codeOf(naming({ since: "2026-02-30" }))).toBe("day-impossible");
    expect(codeOf(naming({ until: "2026-02-30" }))).toBe("day-impossible");
    expect(codeOf(naming({ reason: "  " }))).toBe("text-missing");
  });

  test("R-390: one stand-in for the same matter at a time; a case apart from everything is another matter", () => {
    const covers = [COVER];
    expect(codeOf(naming({ standInId: "third", since: "2026-03-13", until: "2026-03-20" }), { covers })).toBe("cover-overlaps");
    expect(codeOf(naming({ standInId: "third", since: "2026-03-14", until: "2026-03-20" }), { covers })).toBeNull();
    expect(codeOf(naming({ standInId: "third", projectId: "p1" }), { covers })).toBeNull();
    expect(codeOf(naming({ standInId: "third" }), { covers: [{ ...COVER, endedOn: "2026-03-09" }] })).toBeNull();
  });

  test("R-390: nobody stands in who is stood in for: what was entrusted is not entrusted on", () => {
    const away = { ...COVER, forId: "deputy", forName: "邹敏华", standInId: "third", standInName: "周建国" };
    expect(codeOf(naming(), { covers: [away] })).toBe("stand-in-away");
    expect(codeOf(naming(), { covers: [{ ...away, projectId: "p1" }] })).toBeNull();
  });
});

describe("the end of a cover", () => {
  test("R-391: it is in force through its last day and by date alone over the day after", () => {
    expect(["2026-03-08", "2026-03-09", "2026-03-13", "2026-03-14"].map((day) => coverInForce(COVER, day))).toEqual([false, true, true, false]);
  });

  test("R-391: either of the two ends it, once, and from that day it no longer counts", () => {
    const covers = [COVER];
    const end = { type: "end-cover", coverId: "c1" } as const;
    for (const personId of ["head", "deputy"])
      expect(decideCover(situation({ covers, actor: { personId, name: "" }, today: "2026-03-11" }), end, () => "")).toEqual({
        ok: true,
        value: { type: "cover-ended", coverId: "c1", on: "2026-03-11" },
      });
    expect(codeOf(end, { covers, actor: { personId: "third", name: "周建国" } })).toBe("cover-unknown");
    expect(codeOf(end, { covers: [{ ...COVER, endedOn: "2026-03-10" }] })).toBe("cover-already-ended");
    expect(coverInForce({ ...COVER, endedOn: "2026-03-11" }, "2026-03-10")).toBe(true);
    expect(coverInForce({ ...COVER, endedOn: "2026-03-11" }, "2026-03-11")).toBe(false);
  });

  test("R-391: it holds for the person, the matter and the days it names, and for nothing else", () => {
    const asked = { standInId: "deputy", forId: "head", projectId: "p1", on: "2026-03-10" };
    expect(coverFor([COVER], asked)).toBe(COVER);
    expect(coverFor([{ ...COVER, projectId: "p1" }], asked)).not.toBeNull();
    expect(coverFor([{ ...COVER, projectId: "p2" }], asked)).toBeNull();
    expect(coverFor([COVER], { ...asked, standInId: "third" })).toBeNull();
    expect(coverFor([COVER], { ...asked, forId: "third" })).toBeNull();
    expect(coverFor([COVER], { ...asked, on: "2026-03-14" })).toBeNull();
  });
});

test("R-390: whatever is named and ended, nobody has two stand-ins for one matter on one day, and no stand-in is away for everything", () => {
  const day = fc.integer({ min: 0, max: 12 });
  const person = fc.constantFrom("head", "deputy", "third");
  const act = fc.record({ by: person, standInId: person, projectId: fc.constantFrom(null, "p1"), today: day, from: day, length: day, ends: fc.boolean() });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      let covers: readonly Cover[] = [];
      let now = 0;
      for (const [index, { by, standInId, projectId, today: later, from, length, ends }] of acts.entries()) {
        now = Math.max(now, later);
        const today = addDays("2026-03-02", now);
        const actor = { personId: by, name: by };
        const since = addDays("2026-03-02", from);
        const own = covers.find((cover) => cover.forId === by && cover.endedOn === null && cover.until >= today);
        const command: CoverCommand =
          ends && own
            ? { type: "end-cover", coverId: own.id }
            : { type: "name-stand-in", standInId, projectId, since, until: addDays(since, length), reason: "休假" };
        const known = covers.filter((cover) => cover.until >= today);
        const decided = decideCover({ actor, managers: MANAGERS, covers: known, today }, command, () => String(index));
        if (!decided.ok) continue;
        const change = decided.value;
        covers =
          change.type === "stand-in-named"
            ? [...covers, change.cover]
            : covers.map((one) => (one.id === change.coverId ? { ...one, endedOn: change.on } : one));
      }
      for (let n = 0; n < 30; n += 1) {
        const running = covers.filter((cover) => coverInForce(cover, addDays("2026-03-02", n)));
        const matters = running.map(({ forId, projectId }) => `${forId} ${projectId}`);
        expect(new Set(matters).size).toBe(matters.length);
        expect(running.every(({ forId, standInId }) => forId !== standInId)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
