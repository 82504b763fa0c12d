import { beforeAll, expect, test } from "vitest";
import { changeCover, coverPage, coversToday } from "../../app/application/cover";
import { execute } from "../../app/application/execute";
import { queuePage } from "../../app/application/queries/waiting-queue";
import type { Actor } from "../../app/domain/case/context";
import type { CoverCommand } from "../../app/domain/centre/cover";
import type { WaitingKind } from "../../app/domain/oversight/parts/waiting";
import { readEventRows, recordedEvent } from "../../db/repositories/case-events";
import { uuidv7 } from "../../db/uuid";
import { onEachEngine } from "../support/each-engine";
import { numberOf, World } from "../support/world";

const NAMED = { type: "name-stand-in", projectId: null, since: "2026-03-02", until: "2026-03-06", reason: "外出培训" } as const;

onEachEngine("the manager's desk", (at) => {
  let world: World;
  let deputy: Actor;

  beforeAll(async () => {
    world = await World.open(at().db, "HYM");
    deputy = world.centre.person("邹敏华", "manager");
    await at().db.tx(async (q) => {
      for (const { personId, name } of [world.manager, deputy]) {
        await q.insert(at().db.t.person).values({ id: personId, signInName: `m-${personId}`, name, passwordHash: "none", locale: "zh-CN", active: true });
        await q.insert(at().db.t.personRole).values({ personId, centreId: world.centre.id, role: "manager", departmentCode: null });
      }
    });
  });

  const change = (command: CoverCommand, { actor = world.manager, key = uuidv7() }: { actor?: Actor; key?: string } = {}) =>
    changeCover(world.services, actor, command, key);
  const queue = (kind: WaitingKind | null = null, actor = world.manager) => queuePage(world.services, actor, { kind, own: false, after: null });

  test("R-390: a stand-in is named by the manager who is away, once however often the form arrives, and ended by either", async () => {
    const key = uuidv7();
    const command: CoverCommand = { ...NAMED, standInId: deputy.personId };
    expect(await change(command, { actor: world.agent })).toMatchObject({ ok: false, status: 403 });
    expect(await change(command, { key })).toEqual({ ok: true });
    expect(await change(command, { key })).toEqual({ ok: true });
    expect(await change(command)).toMatchObject({ ok: false, status: 409, error: { code: "cover-overlaps" } });
    const page = await coverPage(world.services, deputy);
    expect(page.covers).toMatchObject([{ forName: world.manager.name, standInName: "邹敏华", state: "in-force", mayEnd: true, reason: "外出培训" }]);
    expect(page.others.map(({ name }) => name)).toEqual([world.manager.name]);
    expect((await coversToday(world.services, deputy)).standsInFor).toHaveLength(1);
  });

  test("R-392: under a cover the decision names both, in the record and in the history, and without one it is refused", async () => {
    const projectNo = await world.planned();
    const note = { type: "add-note", itemNo: null, text: "请说明进展", shownToInvestor: false } as const;
    expect(await world.run(world.manager, projectNo, note)).toMatchObject({ ok: true });
    const under = await executeFor(world, deputy, projectNo, note);
    expect(under).toMatchObject({ ok: true });
    const { state } = await world.load(projectNo);
    expect(Object.values(state.notes).map(({ byName }) => byName)).toEqual([world.manager.name, `邹敏华（代${world.manager.name}）`]);
    const rows = await readEventRows(at().db.q, at().db.t, world.centre.id, state.project.id);
    expect(recordedEvent(rows.at(-1) as (typeof rows)[number])).toMatchObject({
      actorName: "邹敏华",
      onBehalfOf: { personId: world.manager.personId, name: world.manager.name },
      event: { type: "note-added" },
    });
    expect(await executeFor(world, world.manager, projectNo, note, deputy.personId)).toMatchObject({
      ok: false,
      status: 409,
      error: { code: "cover-not-in-force" },
    });
    world.today = "2026-03-09";
    expect(await executeFor(world, deputy, projectNo, note)).toMatchObject({ ok: false, error: { code: "cover-not-in-force" } });
    world.today = "2026-03-02";
  });

  test("R-394: a project without an officer waits for the manager, and a stranger's does not", async () => {
    const projectNo = numberOf(await world.register(world.manager));
    const { figures, rows } = await queue("no-agent");
    expect(figures).toEqual([{ kind: "no-agent", count: 1 }]);
    expect(rows).toMatchObject([{ kind: "no-agent", projectNo, since: "2026-03-02", due: null, light: "none", own: false, seen: false, item: null }]);
    expect((await queue()).rows).toHaveLength(1);
    const other = await World.open(at().db, "HYN");
    expect((await queuePage(other.services, other.manager, { kind: null, own: false, after: null })).rows).toEqual([]);
  });
});

/** The same command in another's name. */
const executeFor = (world: World, actor: Actor, projectNo: string, command: Parameters<World["run"]>[2], forId = world.manager.personId) =>
  execute(world.services, actor, command, { projectNo, idempotencyKey: uuidv7(), onBehalfOf: forId });
