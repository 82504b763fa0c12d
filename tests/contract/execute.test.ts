import { beforeAll, describe, expect, test } from "vitest";
import type { CaseEvent } from "../../app/domain/case/events";
import { readEventRows } from "../../db/repositories/case-events";
import { uuidv7 } from "../../db/uuid";
import { aCentre, anOfficer } from "../builders/centre-rows";
import { onEachEngine } from "../support/each-engine";
import { numberOf, World } from "../support/world";

const note = (text: string) => ({ type: "add-note", itemNo: null, text, shownToInvestor: false }) as const;

onEachEngine("a command", (at) => {
  let world: World;
  beforeAll(async () => {
    world = await World.open(at().db);
  });

  const eventsOf = async (projectNo: string) => {
    const { state } = await world.load(projectNo);
    return readEventRows(world.db.q, world.db.t, world.centre.id, state.project.id);
  };

  describe("that is allowed", () => {
    test("leaves rows and a chained event that carries who, when and in which role", async () => {
      const projectNo = numberOf(await world.register());
      const outcome = await world.run(world.agent, projectNo, note("请补总平面图"));
      expect(outcome).toEqual({ ok: true, projectNo, version: 2, replayed: false });
      const { state, headSeq, headHash } = await world.load(projectNo);
      expect(Object.values(state.notes).map((row) => row.text)).toEqual(["请补总平面图"]);
      const [registered, noted] = await eventsOf(projectNo);
      expect(noted).toMatchObject({
        seq: 2,
        type: "note-added",
        actorName: "李敏",
        actorRole: "agent",
        recordedAt: "2026-03-02T02:00:00.000Z",
        previousHash: registered?.hash,
      });
      expect([headSeq, headHash]).toEqual([2, noted?.hash]);
      expect((JSON.parse(noted?.payload ?? "") as CaseEvent).type).toBe("note-added");
    });

    test("plays a whole plan with clocks that pages can filter by", async () => {
      const projectNo = await world.planned();
      const [first] = Object.values((await world.load(projectNo)).state.items).filter((item) => item.prerequisites.length === 0 && item.type === "COMMIT");
      if (!first) throw new Error("the plan has no item to start with");
      numberOf(await world.run(world.intake, projectNo, { type: "receive-items", itemNos: [first.itemNo], on: world.today }));
      numberOf(await world.run(world.intake, projectNo, { type: "accept-item", itemNo: first.itemNo, acceptanceNo: "衡受〔2026〕1号", on: world.today }));
      const { state } = await world.load(projectNo);
      expect(state.items[first.id]).toMatchObject({ status: "accepted", running: true });
      expect(state.project).toMatchObject({
        status: "running",
        runningCount: 1,
        nextDueOn: state.items[first.id]?.dueOn,
        lateFrom: state.items[first.id]?.lateFrom,
      });
    });

    test("R-120: entered on a later working day than it happened is flagged, over a weekend it is not", async () => {
      const [weekend, monday] = [await world.planned(), await world.planned()];
      const receive = async (projectNo: string, today: string) => {
        world.today = today;
        const [item] = Object.values((await world.load(projectNo)).state.items).filter(
          (candidate) => candidate.prerequisites.length === 0 && candidate.type === "COMMIT",
        );
        numberOf(await world.run(world.intake, projectNo, { type: "receive-items", itemNos: [item?.itemNo ?? ""], on: "2026-03-13" }));
        return (await eventsOf(projectNo)).filter((event) => event.type === "item-received").at(-1)?.backDated;
      };
      expect(await receive(weekend, "2026-03-14")).toBe(false);
      expect(await receive(monday, "2026-03-16")).toBe(true);
      // The same command records the irregularity it shows.
      expect((await eventsOf(monday)).at(-1)).toMatchObject({ type: "finding-recorded", backDated: false });
      world.today = "2026-03-02";
    });
  });

  describe("that is sent again", () => {
    test("R-117: with the same key answers the same and changes nothing", async () => {
      const projectNo = numberOf(await world.register());
      const key = uuidv7();
      const first = await world.run(world.agent, projectNo, note("一次"), { key });
      const again = await world.run(world.agent, projectNo, note("一次"), { key });
      expect(again).toEqual({ ...first, replayed: true });
      expect(await eventsOf(projectNo)).toHaveLength(2);
    });

    test("twenty times at once is done once", async () => {
      const projectNo = numberOf(await world.register());
      const key = uuidv7();
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => world.run(world.agent, projectNo, note("二十次"), { key })));
      expect(outcomes.filter((outcome) => outcome.ok && !outcome.replayed)).toHaveLength(1);
      expect(outcomes.every((outcome) => outcome.ok && outcome.version === 2)).toBe(true);
      expect(await eventsOf(projectNo)).toHaveLength(2);
    });

    test("with the same key but another text, case or person is refused", async () => {
      const [one, other] = [numberOf(await world.register()), numberOf(await world.register())];
      const key = uuidv7();
      numberOf(await world.run(world.agent, one, note("甲"), { key }));
      const refusal = { ok: false, status: 409, error: { code: "idempotency-key-reused" } };
      expect(await world.run(world.agent, one, note("乙"), { key })).toEqual(refusal);
      expect(await world.run(world.agent, other, note("甲"), { key })).toEqual(refusal);
      expect(await world.run(world.manager, one, note("甲"), { key })).toEqual(refusal);
    });

    test("after a refusal is decided anew", async () => {
      const projectNo = numberOf(await world.register());
      const key = uuidv7();
      const plan = { type: "confirm-plan", on: world.today, added: [], dropped: [{ code: "no-such-item", reason: "x" }] } as const;
      expect(await world.run(world.agent, projectNo, plan, { key })).toMatchObject({ ok: false, status: 409 });
      expect(await world.run(world.agent, projectNo, note("另一件"), { key })).toMatchObject({ ok: true });
    });
  });

  describe("from a form that is no longer current", () => {
    test("R-118: is refused with what changed since, and nothing is overwritten", async () => {
      const projectNo = numberOf(await world.register());
      numberOf(await world.run(world.manager, projectNo, note("先到一步")));
      const late = await world.run(world.agent, projectNo, note("晚了"), { expectedVersion: 1 });
      expect(late).toEqual({ ok: false, status: 409, error: { code: "case-changed", version: 2, eventTypes: ["note-added"], actors: ["周建国"] } });
      expect(Object.values((await world.load(projectNo)).state.notes).map((row) => row.text)).toEqual(["先到一步"]);
    });

    test("is accepted when nothing changed", async () => {
      const projectNo = numberOf(await world.register());
      expect(await world.run(world.agent, projectNo, note("及时"), { expectedVersion: 1 })).toMatchObject({ ok: true, version: 2 });
    });

    test("has one winner when thirty people save the same version", async () => {
      const projectNo = numberOf(await world.register());
      const outcomes = await Promise.all(Array.from({ length: 30 }, (_, n) => world.run(world.agent, projectNo, note(`第${n}人`), { expectedVersion: 1 })));
      expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
      expect(Object.keys((await world.load(projectNo)).state.notes)).toHaveLength(1);
    });
  });

  test("R-119: loses no other when thirty arrive at once", async () => {
    const projectNo = numberOf(await world.register());
    const outcomes = await Promise.all(Array.from({ length: 30 }, (_, n) => world.run(world.agent, projectNo, note(`第${n}条`))));
    expect(outcomes.map((outcome) => outcome.ok && outcome.version).sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 30 }, (_, n) => n + 2));
    expect(Object.keys((await world.load(projectNo)).state.notes)).toHaveLength(30);
  });

  describe("by someone who may not", () => {
    test("R-121: see the case meets 404: another centre's officer, another enterprise's investor, a department without an item in it, anyone for a number that is none", async () => {
      const projectNo = numberOf(await world.register());
      const missing = { ok: false, status: 404, error: { code: "project-unknown" } };
      const stranger = (await aCentre(world.db, `X${uuidv7().slice(-6)}`)).person("外地", "agent");
      const investor = world.centre.person("别家", "investor", { enterpriseIds: [uuidv7()] });
      expect(await world.run(stranger, projectNo, note("x"))).toEqual(missing);
      expect(await world.run(investor, projectNo, note("x"))).toEqual(missing);
      expect(await world.run(world.centre.person("外单位", "reviewer", { departmentCode: "nowhere" }), projectNo, note("x"))).toEqual(missing);
      expect(await world.run(world.agent, "HY-2026-9999", note("x"))).toEqual(missing);
    });

    test("name an officer meets a refusal unless that person is an active officer of the centre, and the name is the officer's own", async () => {
      const projectNo = numberOf(await world.register());
      const assign = (agentId: string) => ({ type: "assign-agent", agentId, agentName: "伪造", reason: "交接" }) as const;
      expect(await world.run(world.manager, projectNo, assign(uuidv7()))).toMatchObject({ status: 409, error: { code: "agent-unknown", field: "agentId" } });
      const officer = await anOfficer(world.db, world.centre.id, "刘洋");
      numberOf(await world.run(world.manager, projectNo, assign(officer)));
      expect((await world.load(projectNo)).state.project).toMatchObject({ agentId: officer, agentName: "刘洋" });
    });

    test("do this act meets 403: the investor of the case, the wrong role, another department of the case", async () => {
      const projectNo = await world.planned();
      const { project, items } = (await world.load(projectNo)).state;
      const [item] = Object.values(items).filter((candidate) => candidate.prerequisites.length === 0 && candidate.type === "COMMIT");
      if (!item) throw new Error("no item");
      const investor = world.centre.person("陈志明", "investor", { enterpriseIds: [project.enterpriseId] });
      expect(await world.run(investor, projectNo, note("x"))).toMatchObject({ status: 403, error: { code: "not-allowed-role" } });
      expect(await world.run(world.agent, projectNo, { type: "assign-agent", agentId: "x", agentName: "x", reason: null })).toMatchObject({ status: 403 });
      numberOf(await world.run(world.intake, projectNo, { type: "receive-items", itemNos: [item.itemNo], on: world.today }));
      numberOf(await world.run(world.intake, projectNo, { type: "accept-item", itemNo: item.itemNo, acceptanceNo: "衡受〔2026〕1号", on: world.today }));
      const elsewhere = world.centre.person("外单位", "reviewer", { departmentCode: "nowhere" });
      expect(await world.run(elsewhere, projectNo, { type: "start-review", itemNo: item.itemNo, on: world.today })).toMatchObject({ status: 404 });
      const another = Object.values(items).find((candidate) => candidate.departmentCode !== item.departmentCode)?.departmentCode ?? "";
      const outsider = world.centre.person("外单位", "reviewer", { departmentCode: another });
      expect(await world.run(outsider, projectNo, { type: "start-review", itemNo: item.itemNo, on: world.today })).toMatchObject({
        status: 403,
        error: { code: "not-allowed-other-department" },
      });
    });
  });
});

onEachEngine("a registration", (at) => {
  let world: World;
  beforeAll(async () => {
    world = await World.open(at().db, "DY");
  });
  let expected = 0;

  test("R-122, R-123: takes the next number of its centre and year, a query code that reads well, and the enterprise by its credit code", async () => {
    const first = numberOf(await world.register());
    const second = numberOf(await world.register());
    expect([first, second]).toEqual(["DY-2026-0001", "DY-2026-0002"]);
    expected = 2;
    const [a, b] = [(await world.load(first)).state.project, (await world.load(second)).state.project];
    expect(a.enterpriseId).toBe(b.enterpriseId);
    expect(a.queryCode).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
    expect(a.queryCode).not.toBe(b.queryCode);
    expect(await at().db.q.$count(at().db.t.enterprise)).toBe(1);
  });

  test("starts again at 1 in the next year", async () => {
    const today = world.today;
    world.today = "2027-01-04";
    expect(numberOf(await world.register())).toBe("DY-2027-0001");
    world.today = today;
  });

  test("sent twice by a double click makes one project", async () => {
    const key = uuidv7();
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => world.register(world.agent, key)));
    expected += 1;
    expect(new Set(outcomes.map(numberOf))).toEqual(new Set([`DY-2026-000${expected}`]));
    expect(outcomes.filter((outcome) => outcome.ok && !outcome.replayed)).toHaveLength(1);
  });

  test("gives no number twice when twenty arrive at once", async () => {
    const numbers = (await Promise.all(Array.from({ length: 20 }, () => world.register()))).map(numberOf);
    expect([...numbers].sort()).toEqual(Array.from({ length: 20 }, (_, n) => `DY-2026-${String(expected + n + 1).padStart(4, "0")}`));
    expected += 20;
  });

  test("that is refused uses up no number and leaves no enterprise", async () => {
    const { db } = at();
    const refused = await world.register(world.agent, uuidv7(), { creditCode: "91430400MA4H20027X" as never });
    expect(refused).toMatchObject({ ok: false, status: 409 });
    expect(await db.q.$count(db.t.enterprise)).toBe(1);
    expect(numberOf(await world.register())).toBe(`DY-2026-${String(++expected).padStart(4, "0")}`);
  });

  test("by a role that may not meets 403", async () => {
    expect(await world.register(world.intake)).toMatchObject({ ok: false, status: 403 });
  });
});
