import Database from "better-sqlite3";
import { eq, getTableName } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { batch, officersOf } from "../../app/application/batch";
import { execute } from "../../app/application/execute";
import { raiseDemoCentres, readCast } from "../../app/application/maintenance/demo-cast";
import { playStories } from "../../app/application/maintenance/play-stories";
import { openServices } from "../../app/application/open-services";
import { boardPage } from "../../app/application/queries/board";
import { commitmentList, readCommitmentShow } from "../../app/application/queries/commitment-list";
import { readShow, simulationList } from "../../app/application/queries/simulation-list";
import { todayPage } from "../../app/application/queries/today";
import { countWaiting, queuePage, type WaitingRow } from "../../app/application/queries/waiting-queue";
import { waitingReview } from "../../app/application/queries/waiting-review";
import type { Services } from "../../app/application/services";
import type { Command } from "../../app/domain/case/commands";
import type { Actor } from "../../app/domain/case/context";
import { WAITING_KINDS } from "../../app/domain/oversight/parts/waiting";
import { stories } from "../../db/seeds/stories";
import { uuidv7 } from "../../db/uuid";
import { overdueChecks } from "../builders/overdue-checks";
import { type DatabasePlace, databasePlace } from "../support/databases";
import { countStatements } from "../support/statement-count";

const TODAY = "2026-03-16";

let place: DatabasePlace;
let services: Services;
let managers: readonly Actor[];

beforeAll(async () => {
  place = await databasePlace("sqlite", "");
  services = await openServices({ databaseUrl: place.url, today: TODAY });
  await raiseDemoCentres(services, stories, "no password opens this");
  const cast = await readCast(services);
  await playStories(services, [...stories, ...overdueChecks], cast);
  managers = (["HY", "DY", "FX", "KC", "ZB"] as const).map((centre) => cast.inRole(centre, "manager"));
}, 240_000);

afterAll(async () => {
  await services.db.close();
  await place.remove();
});

/** Every row of the queue of a centre, page by page. */
async function everything(actor: Actor, own = false): Promise<readonly WaitingRow[]> {
  const rows: WaitingRow[] = [];
  for (let after: string | null = null; ; ) {
    const page = await queuePage(services, actor, { kind: null, own, after });
    rows.push(...page.rows);
    if (page.next === null) return rows;
    after = page.next;
  }
}

describe("the queue", () => {
  test("R-394: the figures are the rows behind them, each row once, in every centre", async () => {
    for (const actor of managers) {
      const rows = await everything(actor);
      expect(new Set(rows.map(({ kind, subjectId }) => `${kind} ${subjectId}`)).size).toBe(rows.length);
      const counted = new Map((await countWaiting(services, actor.centreId)).map(({ kind, count }) => [kind, count]));
      for (const kind of WAITING_KINDS) expect(rows.filter((row) => row.kind === kind).length, kind).toBe(counted.get(kind) ?? 0);
    }
  });

  test("R-394: every row still waits when its review page is opened, with an act that settles it and the same day", async () => {
    const kinds = new Set<string>();
    for (const actor of managers)
      for (const { kind, projectNo, subjectId, since } of await everything(actor)) {
        const seen = await waitingReview(services, actor, { kind, projectNo, subjectId });
        expect(seen?.page, `${kind} ${projectNo}`).toMatchObject({ waits: true, since });
        kinds.add(kind);
      }
    // The demo and the overdue checks beside it tell each kind at least once.
    expect(WAITING_KINDS.filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  test("R-395: what is past or due within three days comes first by its day, then what has waited longest", async () => {
    for (const actor of managers) {
      const keys = (await everything(actor)).map(({ due, since }) => (due !== null && due <= "2026-03-19" ? `0${due}` : `1${since}`));
      expect(keys).toEqual([...keys].sort());
    }
  });

  test("R-394: whatever waits, the queue costs the same few statements", async () => {
    for (const actor of managers) {
      const { statements } = await countStatements(() => queuePage(services, actor, { kind: null, own: false, after: null }));
      expect(statements).toBe(2);
    }
  });

  test("R-401: the own hand in a promise not kept is that of who recorded or made the check, and of nobody else", async () => {
    const { q, t } = services.db;
    const told = await q.select().from(t.noticeCommitment);
    let seen = 0;
    for (const actor of managers)
      for (const row of (await everything(actor)).filter(({ kind }) => kind === "notice-breach")) {
        const notice = told.find(({ id }) => id === row.subjectId);
        const own = async (who: Partial<Actor>) =>
          (await everything({ ...actor, ...who })).find(({ kind, subjectId }) => kind === row.kind && subjectId === row.subjectId)?.own;
        for (const { byId, byName, inspectors } of notice?.checks ?? []) {
          expect(await own({ personId: byId })).toBe(true);
          for (const name of inspectors) expect(await own({ name })).toBe(true);
          if (!inspectors.includes(byName)) expect(await own({ name: byName })).toBe(false);
          seen += 1;
        }
        expect(await own({})).toBe(false);
        expect(await own({ personId: notice?.decidedById ?? "" })).toBe(notice?.checks.some(({ byId }) => byId === notice.decidedById));
      }
    expect(seen).toBeGreaterThan(0);
  });

  test("R-401, R-460: the own hand in a broken promise is also theirs in whose name it was found, and theirs who brought what it rests on", async () => {
    const { q, t, tx } = services.db;
    const brought = { round: 1, name: "照片.jpg", bytes: 1, mediaType: "image/jpeg", addedOn: TODAY, addedAt: `${TODAY}T02:00:00.000Z`, afterwards: true };
    const kinds = new Set<string>();
    for (const actor of managers)
      for (const row of (await everything(actor)).filter(({ kind }) => kind === "commitment-breach" || kind === "notice-breach")) {
        const own = async (personId: string) =>
          (await everything({ ...actor, personId })).find(({ kind, subjectId }) => kind === row.kind && subjectId === row.subjectId)?.own;
        const ofCheck = eq(t.supervisionCheck.id, row.subjectId);
        const [check] = await q.select().from(t.supervisionCheck).where(ofCheck);
        const [notice] = await q.select().from(t.noticeCommitment).where(eq(t.noticeCommitment.id, row.subjectId));
        const found = check ?? notice;
        if (!found) throw new Error(`the queue shows ${row.subjectId}, which is not there`);
        for (const hand of [actor.personId, "stood-in-for", "stood-in-for-again", "bringer"]) expect(await own(hand)).toBe(false);
        for (const hand of [check?.checkedById, check?.recheckedById]) if (hand) expect(await own(hand)).toBe(true);
        if (check) {
          await tx((w) => w.update(t.supervisionCheck).set({ checkedForId: "stood-in-for", recheckedForId: "stood-in-for-again" }).where(ofCheck));
          for (const hand of ["stood-in-for", "stood-in-for-again"]) expect(await own(hand)).toBe(true);
          await tx((w) => w.update(t.supervisionCheck).set({ checkedForId: check.checkedForId, recheckedForId: check.recheckedForId }).where(ofCheck));
        }
        const { centreId, projectId, id: subjectId } = found;
        const subjectKind = check ? "supervision-check" : "notice-check";
        const file = { ...brought, centreId, projectId, id: uuidv7(), subjectKind, subjectId, digest: "0".repeat(64), byId: "bringer", byName: "甲" } as const;
        await tx((w) => w.insert(t.evidenceFile).values(file));
        expect(await own("bringer")).toBe(true);
        expect(await own("somebody-else")).toBe(false);
        await tx((w) => w.delete(t.evidenceFile).where(eq(t.evidenceFile.id, file.id)));
        kinds.add(row.kind);
      }
    expect([...kinds].sort()).toEqual(["commitment-breach", "notice-breach"]);
  });

  test("R-396: the review page states the risks of the decision, gravest first, and needs no more than a page of a project", async () => {
    const [actor] = managers as readonly [Actor];
    const row = (await everything(actor)).find(({ kind }) => kind === "simulation-ruling") as WaitingRow;
    const { result, statements } = await countStatements(() => waitingReview(services, actor, row));
    expect(statements).toBeLessThanOrEqual(10);
    const levels = (result?.page.risks ?? []).map(({ level }) => level);
    expect(levels).toEqual([...levels].sort((a, b) => ["stop", "warn", "note", "ok"].indexOf(a) - ["stop", "warn", "note", "ok"].indexOf(b)));
    expect(result?.page.risks.map(({ about }) => about)).toEqual(
      expect.arrayContaining(["own-hand", "letter", "eligibility", "precondition", "validity", "downstream", "record", "legal-stops"]),
    );
    expect(result?.page.letter).toMatchObject({ unchanged: true });
  });
});

/** Tables read from end to end by these statements; subqueries have short names of their own. */
async function scanned(work: () => Promise<unknown>): Promise<readonly string[]> {
  const texts: string[] = [];
  const { prepare } = Database.prototype;
  const spy = vi.spyOn(Database.prototype, "prepare").mockImplementation(function (this: Database.Database, text: string) {
    texts.push(text);
    return prepare.call(this, text) as never;
  });
  try {
    await work();
  } finally {
    spy.mockRestore();
  }
  const file = new Database(place.url.replace(/^file:/, ""), { readonly: true });
  const plans = texts.flatMap((text) => {
    const nulls = Array.from({ length: text.split("?").length - 1 }, () => null);
    return file.prepare(`explain query plan ${text}`).all(...nulls) as { readonly detail: string }[];
  });
  file.close();
  const tables = new Set<string>(Object.values(services.db.t).map((table) => getTableName(table)));
  return plans.flatMap(({ detail }) => {
    const [, table = "", how = ""] = /^SCAN (\S+)(.*)$/.exec(detail) ?? [];
    return tables.has(table) && !how.includes("USING") ? [detail] : [];
  });
}

test("R-394, R-398: queue, board and lists read every table by an index, none from end to end", async () => {
  const [actor] = managers as readonly [Actor];
  const work = async () => {
    await queuePage(services, actor, { kind: null, own: false, after: null });
    await boardPage(services, actor);
    await simulationList(services, actor, readShow("validity", "over-90"), null);
    await simulationList(services, actor, readShow("saved", "2026-02"), null);
    await commitmentList(services, actor, readCommitmentShow(new URLSearchParams({ month: "2026-02", outcome: "fulfilled" })), null);
    await commitmentList(services, actor, readCommitmentShow(new URLSearchParams({ point: "construction", state: "overdue" })), null);
  };
  expect(await scanned(work)).toEqual([]);
});

describe("what has no legal effect", () => {
  test("R-397: marks rows as seen for this person only, and anew when the thing is asked anew", async () => {
    const [actor] = managers as readonly [Actor];
    const [row] = (await everything(actor)) as readonly [WaitingRow];
    const outcome = await batch(services, actor, { type: "mark-seen" }, [row], uuidv7());
    expect(outcome).toEqual({ ok: true, done: 1, refused: [] });
    expect(await batch(services, actor, { type: "mark-seen" }, [row], uuidv7())).toMatchObject({ ok: true });
    const seen = (rows: readonly WaitingRow[]) => rows.filter((one) => one.seen).map(({ kind, subjectId }) => `${kind} ${subjectId}`);
    expect(seen(await everything(actor))).toEqual([`${row.kind} ${row.subjectId}`]);
    expect(seen(await everything({ ...actor, personId: uuidv7() }))).toEqual([]);
  });

  test("R-397: names an officer case by case, and a case that refuses leaves the others done", async () => {
    const [actor] = managers as readonly [Actor];
    const rows = await everything(actor);
    const free = rows.find(({ kind }) => kind === "no-agent") as WaitingRow;
    const [officer] = await officersOf(services, actor.centreId);
    const gone = { ...free, projectNo: "HY-1999-0001" };
    const outcome = await batch(services, actor, { type: "assign-agent", agentId: officer?.id ?? "", agentName: "", reason: "轮值" }, [free, gone], uuidv7());
    expect(outcome).toEqual({ ok: true, done: 1, refused: [{ projectNo: "HY-1999-0001", error: { code: "project-unknown" } }] });
    expect((await everything(actor)).some(({ kind, projectNo }) => kind === "no-agent" && projectNo === free.projectNo)).toBe(false);
  });
});

describe("the board", () => {
  test("R-398: every figure is exactly the list it opens", async () => {
    for (const actor of managers) {
      const board = await boardPage(services, actor);
      for (const [by, bands] of [
        ["age", board.ages],
        ["validity", board.validity],
        ["ready", board.ready],
      ] as const)
        for (const { key, n } of bands) {
          const list = await simulationList(services, actor, readShow(by, key), null);
          expect([list.total, list.lines.length], `${by} ${key}`).toEqual([n, n]);
        }
      for (const { month, runs, savedWorkingDays } of board.saved) {
        const { lines } = await simulationList(services, actor, readShow("saved", month), null);
        expect(lines.length).toBe(runs);
        expect(lines.reduce((sum, line) => sum + (line.savedWorkingDays ?? 0), 0)).toBe(savedWorkingDays);
      }
      for (const { point, states } of board.points)
        for (const { key, n } of states) {
          const list = await commitmentList(services, actor, readCommitmentShow(new URLSearchParams({ point, state: key })), null);
          expect([list.total, list.lines.length], `${point} ${key}`).toEqual([n, n]);
        }
      for (const { month, fulfilled, breached } of board.ended)
        for (const [outcome, n] of Object.entries({ fulfilled, breached })) {
          const list = await commitmentList(services, actor, readCommitmentShow(new URLSearchParams({ month, outcome })), null);
          expect([list.total, list.lines.length], `${month} ${outcome}`).toEqual([n, n]);
        }
    }
  });

  test("R-398: it reads no case: eight statements, whatever there is", async () => {
    const [actor] = managers as readonly [Actor];
    const { result, statements } = await countStatements(() => boardPage(services, actor));
    expect(statements).toBe(8);
    expect(result.saved.reduce((sum, { savedWorkingDays }) => sum + savedWorkingDays, 0)).toBeGreaterThan(0);
  });
});

describe("what is explained to a manager", () => {
  const done = async (actor: Actor, projectNo: string, command: Command) => {
    const outcome = await execute(services, actor, command, { projectNo, idempotencyKey: uuidv7() });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  };
  const waiting = async (actor: Actor, kind: WaitingRow["kind"]) => (await everything(actor)).filter((row) => row.kind === kind);

  test("R-402, R-403, R-405: asked about, a late item leaves the queue and asks its department; answered it comes back, accepted it is settled", async () => {
    const [manager] = managers as readonly [Actor];
    const row = (await waiting(manager, "overdue-reason")).find(({ note }) => note === null) as WaitingRow;
    const itemNo = row.item?.itemNo ?? "";
    const here = async () => (await waiting(manager, "overdue-reason")).find(({ subjectId }) => subjectId === row.subjectId);
    await done(manager, row.projectNo, { type: "ask-overdue-reason", itemNo, question: "卡在哪个环节", on: TODAY });
    expect(await here()).toBeUndefined();
    const { actor: department, told } = await departmentOf(itemNo);
    expect(told).toMatchObject({ act: "explain-overdue", detail: { kind: "reason-owed", text: "卡在哪个环节", sentBack: false } });
    await done(department, row.projectNo, { type: "explain-overdue", itemNo, reason: "等测绘成果", on: TODAY });
    expect(await here()).toMatchObject({ note: "等测绘成果", since: TODAY, own: false });
    const review = await waitingReview(services, manager, { ...row });
    expect(review?.page).toMatchObject({ waits: true, since: TODAY, command: "rule-on-explanation" });
    const explanationId = Object.keys(review?.found.state.explanations ?? {})[0] ?? "";
    await done(manager, row.projectNo, { type: "rule-on-explanation", itemNo, explanationId, accepted: true, reason: "属实", on: TODAY });
    expect(await here()).toBeUndefined();
    expect((await waitingReview(services, manager, { ...row }))?.page.waits).toBe(false);
  });

  test("R-404, R-406: a wish for a second list that is ruled on waits no longer, on Today neither", async () => {
    const [manager] = managers as readonly [Actor];
    const row = (await waiting(manager, "second-list"))[0] as WaitingRow;
    const shown = async () => (await todayPage(services, manager, { group: "second-list", after: null })).rows.map(({ itemNo, act }) => [itemNo, act]);
    expect(await shown()).toEqual([[row.item?.itemNo, "rule-on-explanation"]]);
    const review = await waitingReview(services, manager, { ...row });
    const explanationId = Object.keys(review?.found.state.explanations ?? {})[0] ?? "";
    await done(manager, row.projectNo, {
      type: "rule-on-explanation",
      itemNo: row.item?.itemNo ?? "",
      explanationId,
      accepted: false,
      reason: "可先受理",
      on: TODAY,
    });
    expect([await waiting(manager, "second-list"), await shown()]).toEqual([[], []]);
  });

  /** The department that has an item, and what its Today says of it. */
  async function departmentOf(itemNo: string) {
    const { q, t } = services.db;
    const [item] = await q.select({ department: t.item.departmentCode }).from(t.item).where(eq(t.item.itemNo, itemNo));
    const [actor] = (await readCast(services)).reviewers("HY", item?.department ?? "") as readonly [Actor];
    const { rows } = await todayPage(services, actor, { group: "overdue", after: null });
    return { actor, told: rows.find((row) => row.itemNo === itemNo) };
  }
});
