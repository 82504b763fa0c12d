import { beforeAll, expect, test } from "vitest";
import { changeWindow } from "../../app/application/change-window";
import { windowPage, windowsPage } from "../../app/application/queries/windows";
import type { Actor } from "../../app/domain/case/context";
import type { WindowCommand } from "../../app/domain/centre/window";
import { openWindowIds, windowOf } from "../../db/repositories/windows";
import { uuidv7 } from "../../db/uuid";
import { hengyang } from "../builders/case-story";
import { onEachEngine } from "../support/each-engine";
import { numberOf, World } from "../support/world";

const FACTS = {
  code: "A03",
  nameZh: "建设项目代办一号窗口",
  nameEn: "Project agency window 1",
  kindCode: "agency",
  areaCode: "a",
  departmentCodes: [],
} as const;

onEachEngine("windows of a centre", (at) => {
  let world: World;
  let admin: Actor;
  let intake: Actor;

  beforeAll(async () => {
    world = await World.open(at().db, "HYW");
    const { q: _, t } = at().db;
    admin = world.centre.person("谭磊", "admin");
    intake = world.intake;
    await at().db.tx(async (q) => {
      for (const { code, name, shortName } of hengyang.departments)
        await q
          .insert(t.department)
          .values({ centreId: world.centre.id, code, nameZh: name.zh, nameEn: name.en, shortZh: shortName.zh, shortEn: shortName.en });
      await q
        .insert(t.person)
        .values({ id: intake.personId, signInName: `w-${intake.personId}`, name: intake.name, passwordHash: "none", locale: "zh-CN", active: true });
      await q.insert(t.personRole).values({ personId: intake.personId, centreId: world.centre.id, role: "intake", departmentCode: null });
    });
  });

  const change = (command: WindowCommand, code: string | null = "A03", { actor = admin, key = uuidv7() }: { actor?: Actor; key?: string } = {}) =>
    changeWindow(world.services, actor, code, command, key);
  const here = (on = world.today) => windowOf(at().db.q, at().db.t, world.centre.id, intake.personId, on);

  test("R-226: are changed by administrators only, and a form that arrives twice changes nothing twice", async () => {
    const key = uuidv7();
    expect(await change({ type: "open-window", ...FACTS }, null, { actor: world.manager })).toMatchObject({ ok: false, status: 403 });
    expect(await change({ type: "open-window", ...FACTS }, null, { key })).toEqual({ ok: true, code: "A03" });
    expect(await change({ type: "open-window", ...FACTS }, null, { key })).toEqual({ ok: true, code: "A03" });
    expect(await change({ type: "open-window", ...FACTS }, null)).toMatchObject({ ok: false, status: 409, error: { code: "window-code-taken" } });
    expect(await change({ type: "close-window", on: world.today }, "Z99")).toMatchObject({ ok: false, status: 404 });
  });

  test("R-223, R-224: give the person at them the letters in force on the day and the certificate", async () => {
    expect(await here()).toBeNull();
    expect(
      await change({
        type: "seat-person",
        personId: intake.personId,
        personName: intake.name,
        certificateNo: "证1",
        certificateValidTo: "2027-01-01",
        on: "2026-03-02",
      }),
    ).toMatchObject({ ok: true });
    const letter = { type: "sign-letter", itemCodes: null, letterNo: "授1", signedBy: "局长", validFrom: "2026-03-01", validTo: "2026-06-30" } as const;
    await change({ ...letter, departmentCode: "fg" });
    await change({ ...letter, departmentCode: "zr", itemCodes: ["planning-conditions"], letterNo: "授2", validFrom: "2026-04-01" });
    expect(await here()).toMatchObject({
      code: "A03",
      kindCode: "agency",
      certificateValidTo: "2027-01-01",
      letters: [{ departmentCode: "fg", itemCodes: null, letterNo: "授1" }],
    });
    expect((await here("2026-04-01"))?.letters.map((one) => one.departmentCode)).toEqual(["fg", "zr"]);
    expect((await here("2026-07-01"))?.letters).toEqual([]);
  });

  test("R-223: mark the acceptances of a case: with a letter in force, and without", async () => {
    const projectNo = await world.planned();
    const find = async (code: string) => Object.values((await world.load(projectNo)).state.items).find((item) => item.code === code);
    for (const code of ["project-code", "planning-conditions"]) {
      const itemNo = (await find(code))?.itemNo ?? "";
      numberOf(await world.run(intake, projectNo, { type: "receive-items", itemNos: [itemNo], channel: "mobile", on: world.today }));
      numberOf(await world.run(intake, projectNo, { type: "accept-item", itemNo, acceptanceNo: "受1", on: world.today }));
    }
    expect(await find("project-code")).toMatchObject({ windowNameZh: FACTS.nameZh, windowKind: "agency", windowAuthorised: true, channel: "mobile" });
    expect(await find("planning-conditions")).toMatchObject({ windowAuthorised: false });
  });

  test("R-226 (H02): keep who changed what when, and show staff, letters and what is covered", async () => {
    const letters = (await windowPage(world.services, admin, "A03"))?.letters ?? [];
    expect(letters.map((one) => [one.departmentCode, one.state])).toEqual([
      ["fg", "valid"],
      ["zr", "future"],
    ]);
    await change({ type: "revoke-letter", authorisationId: letters[0]?.id ?? "", on: world.today });
    expect((await here())?.letters).toEqual([]);
    const page = await windowPage(world.services, admin, "A03");
    expect(page?.changes.map((one) => [one.change.type, one.actorName])).toEqual([
      ["revoke-letter", "谭磊"],
      ["sign-letter", "谭磊"],
      ["sign-letter", "谭磊"],
      ["seat-person", "谭磊"],
      ["open-window", "谭磊"],
    ]);
    const all = await windowsPage(world.services, world.manager);
    expect(all.windows).toMatchObject([{ code: "A03", letters: 0, staff: [{ name: intake.name, certificateExpired: false }] }]);
    expect(all.mayChange).toBe(false);
    expect(all.coverage.every((one) => one.outside.length === 0)).toBe(true);
  });

  test("R-222: bind nobody any more once they are closed or left", async () => {
    await change({ type: "leave-window", personId: intake.personId, personName: intake.name, on: world.today });
    expect(await here()).toBeNull();
    await change({ type: "seat-person", personId: intake.personId, personName: intake.name, certificateNo: null, certificateValidTo: null, on: world.today });
    expect(await here()).not.toBeNull();
    expect(await change({ type: "close-window", on: world.today })).toMatchObject({ ok: false, error: { code: "window-not-empty", people: [intake.name] } });
    await change({ type: "leave-window", personId: intake.personId, personName: intake.name, on: world.today });
    expect(await openWindowIds(at().db.q, at().db.t, world.centre.id)).toHaveLength(1);
    expect(await change({ type: "close-window", on: world.today })).toMatchObject({ ok: true });
    expect(await openWindowIds(at().db.q, at().db.t, world.centre.id)).toEqual([]);
    expect(await here()).toBeNull();
    expect(await change({ type: "change-window", ...FACTS })).toMatchObject({ ok: false, status: 409, error: { code: "window-closed" } });
  });
});
