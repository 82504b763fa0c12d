import { beforeAll, describe, expect, test } from "vitest";
import { saveArea } from "../../app/application/assessed-areas";
import type { AreaFacts } from "../../app/domain/case/parts/area-placement";
import { areaChanges, listAreas, readArea } from "../../db/repositories/areas";
import { uuidv7 } from "../../db/uuid";
import { aCentre } from "../builders/centre-rows";
import { onEachEngine } from "../support/each-engine";
import { numberOf, World } from "../support/world";

const FACTS: AreaFacts = {
  areaCode: "HY-BSZ-01",
  nameZh: "白沙洲工业园区",
  nameEn: "Baishazhou Park",
  assessments: ["geo-hazard"],
  spares: ["geo-hazard"],
  validFrom: "2025-01-01",
  validTo: "2026-12-31",
  sourceDocument: "衡政函〔2025〕3号",
};

onEachEngine("an assessed area", (at) => {
  let world: World;
  const save = (facts: Partial<AreaFacts> = {}, options: { areaId?: string | null; key?: string; version?: number } = {}) =>
    saveArea(
      world.services,
      world.centre.person("谭磊", "admin"),
      { ...FACTS, ...facts },
      {
        areaId: options.areaId ?? null,
        idempotencyKey: options.key ?? uuidv7(),
        ...(options.version === undefined ? {} : { expectedVersion: options.version }),
      },
    );
  const saved = async (facts: Partial<AreaFacts> = {}) => {
    const outcome = await save(facts);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
    return outcome.areaId;
  };

  beforeAll(async () => {
    world = await World.open(at().db);
  });

  test("R-212 (Z12 区域评估): is kept with who wrote each state when; a form sent twice writes once", async () => {
    const key = uuidv7();
    const first = await save({}, { key });
    expect(await save({}, { key })).toEqual({ ...first, replayed: true });
    if (!first.ok) throw new Error("refused");
    const { db, services } = world;
    expect(await readArea(db.q, db.t, world.centre.id, first.areaId)).toMatchObject({ ...FACTS, version: 1 });
    expect(await save({ validTo: null }, { areaId: first.areaId, version: 1 })).toMatchObject({ ok: true });
    const changes = await areaChanges(db.q, db.t, world.centre.id, first.areaId);
    expect(changes.map(({ version, facts, byName, recordedAt }) => [version, facts.validTo, byName, recordedAt])).toEqual([
      [2, null, "谭磊", services.now()],
      [1, "2026-12-31", "谭磊", services.now()],
    ]);
  });

  test("is not saved over a version that moved on, under a code another has, or by somebody who may not", async () => {
    const areaId = await saved({ areaCode: "HY-02" });
    await save({ areaCode: "HY-02", nameZh: "改名" }, { areaId, version: 1 });
    expect(await save({ areaCode: "HY-02" }, { areaId, version: 1 })).toMatchObject({ ok: false, status: 409, error: { code: "area-changed" } });
    expect(await save({ areaCode: "HY-02" })).toMatchObject({ status: 409, error: { code: "area-code-used", field: "areaCode" } });
    expect(await save({}, { areaId: uuidv7() })).toMatchObject({ status: 404 });
    expect(await saveArea(world.services, world.agent, FACTS, { areaId: null, idempotencyKey: uuidv7() })).toMatchObject({ ok: false, status: 403 });
  });

  test("says what was assessed, which items of the place it spares, and ends after it begins", async () => {
    const refusal = async (facts: Partial<AreaFacts>) => {
      const outcome = await save({ areaCode: "HY-03", ...facts });
      return outcome.ok ? null : outcome.error;
    };
    expect(await refusal({ assessments: [] })).toMatchObject({ code: "area-needs-assessment" });
    expect(await refusal({ spares: [] })).toMatchObject({ code: "area-needs-items" });
    expect(await refusal({ spares: ["no-such-item"] })).toMatchObject({ code: "plan-item-unknown", field: "spares" });
    expect(await refusal({ spares: ["project-code", "construction-permit"] })).toMatchObject({ code: "area-spares-beyond", field: "spares" });
    expect(await refusal({ validTo: "2024-12-31" })).toMatchObject({ code: "area-ends-before", field: "validTo", validFrom: "2025-01-01" });
    expect(await refusal({ sourceDocument: " " })).toMatchObject({ code: "text-missing", field: "sourceDocument" });
  });

  test("belongs to one centre", async () => {
    const other = await World.at(at().db, await aCentre(at().db, "DY"));
    const areaId = await saved({ areaCode: "HY-04" });
    expect(await readArea(at().db.q, at().db.t, other.centre.id, areaId)).toBeNull();
    expect((await listAreas(at().db.q, at().db.t, other.centre.id)).length).toBe(0);
  });

  describe("R-209: a project placed in it", () => {
    test("takes the facts from the register, whatever the form says, and keeps them when the area changes", async () => {
      const areaId = await saved({ areaCode: "HY-05" });
      const projectNo = await world.planned();
      const place = { type: "place-in-area", areaId, area: { ...FACTS, spares: ["construction-permit"] }, reason: "成果已公布", on: world.today } as const;
      numberOf(await world.run(world.agent, projectNo, place));
      await save({ areaCode: "HY-05", nameZh: "后来改名" }, { areaId, version: 1 });
      const { state } = await world.load(projectNo);
      expect(Object.values(state.placements)).toMatchObject([{ areaId, areaCode: "HY-05", nameZh: "白沙洲工业园区", spares: ["geo-hazard"] }]);
      expect(await world.run(world.agent, projectNo, { ...place, areaId: uuidv7() })).toMatchObject({ ok: false, error: { code: "area-unknown" } });
    });
  });
});
