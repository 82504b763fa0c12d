import { afterAll, beforeAll, expect, test } from "vitest";
import { isEmpty, raiseDemoCentres, readCast } from "../../app/application/maintenance/demo-cast";
import { dayAt, playStories, playStory } from "../../app/application/maintenance/play-stories";
import { verifyCases } from "../../app/application/maintenance/verify";
import { openServices } from "../../app/application/open-services";
import { calendarList } from "../../app/application/queries/calendar-list";
import { calendarYear } from "../../app/application/queries/calendar-year";
import { packList } from "../../app/application/queries/pack-list";
import { packPage } from "../../app/application/queries/pack-page";
import { portalHome } from "../../app/application/queries/portal-home";
import { maskName, maskPhone } from "../../app/application/queries/portal-masking";
import { portalProject } from "../../app/application/queries/portal-project";
import { publicProgress } from "../../app/application/queries/public-progress";
import type { Services } from "../../app/application/services";
import type { Item, ProjectCase } from "../../app/domain/case/state";
import { lightOf } from "../../app/domain/clock/light";
import { readCreditCode } from "../../app/domain/identifiers/credit-code";
import { loadCase } from "../../db/repositories/case-rows";
import { people } from "../../db/seeds/people";
import { stories } from "../../db/seeds/stories";
import { type DatabasePlace, databasePlace } from "../support/databases";

const TODAY = "2026-03-16";
let place: DatabasePlace;
let services: Services;
let cases: readonly ProjectCase[];

beforeAll(async () => {
  place = await databasePlace("sqlite", "");
  services = await openServices({ databaseUrl: place.url, today: TODAY });
  expect(await isEmpty(services)).toBe(true);
  await raiseDemoCentres(services, stories, "no password opens this");
  await playStories(services, stories, await readCast(services));
  const { q, t } = services.db;
  const rows = await q.select({ centreId: t.project.centreId, id: t.project.id }).from(t.project);
  const loaded = await Promise.all(rows.map(({ centreId, id }) => loadCase(services.db, centreId, { projectId: id })));
  cases = loaded.flatMap((one) => (one ? [one.state] : []));
}, 120_000);

afterAll(async () => {
  await services.db.close();
  await place.remove();
});

const items = (): readonly Item[] => cases.flatMap((state) => Object.values(state.items));
const caseOf = (name: string): ProjectCase => {
  const found = cases.find((state) => state.project.name.includes(name));
  if (!found) throw new Error(`no demo project is called ${name}`);
  return found;
};

test("Z01: every story is told to its end, in a centre of each of the five places", async () => {
  expect(cases).toHaveLength(stories.length);
  const { q, t } = services.db;
  const centres = await q
    .select({ id: t.centre.id, code: t.centre.code, level: t.centre.level, name: t.centre.nameZh, packId: t.centre.packId })
    .from(t.centre);
  expect(centres.map(({ code, packId, level }) => `${code} ${packId} ${level}`).sort()).toEqual([
    "DY dongying-2019 county",
    "FX fuxin-2019 city",
    "HY hengyang-2018 city",
    "KC kecheng-2023 county",
    "ZB zibo-2017 city",
  ]);
  expect(centres.find(({ code }) => code === "ZB")?.name).toContain("投资服务办公室");
  expect(new Set(cases.map((state) => state.project.centreId))).toEqual(new Set(centres.map(({ id }) => id)));
  expect(cases.every((state) => state.project.registeredOn <= TODAY)).toBe(true);
});

test("every situation people must learn to handle is there", () => {
  const lights = items().map((item) => lightOf(item, TODAY));
  for (const light of ["ok", "warn", "late", "paused"]) expect(lights).toContain(light);
  for (const status of [
    "planned",
    "received",
    "correcting",
    "accepted",
    "in-review",
    "granted",
    "refused",
    "issued",
    "delivered",
    "not-accepted",
    "signposted",
    "withdrawn",
    "done",
  ])
    expect(items().map((item) => item.status)).toContain(status);
  for (const status of ["registered", "planned", "running", "completed"]) expect(cases.map((state) => state.project.status)).toContain(status);
  expect(items().some((item) => item.deemedAccepted)).toBe(true);
  expect(items().some((item) => item.jointAcceptance)).toBe(true);
  const deferrals = cases.flatMap((state) => Object.values(state.deferrals));
  expect(deferrals.map((deferral) => deferral.status)).toEqual(expect.arrayContaining(["open", "supplied"]));
  expect(deferrals.some((deferral) => deferral.proposedOn !== null)).toBe(true);
  expect(cases.flatMap((state) => Object.values(state.findings).map((finding) => finding.code))).toEqual(expect.arrayContaining(["overdue", "notice-missed"]));
  const extensions = cases.flatMap((state) => Object.values(state.extensions).map((extension) => extension.status));
  expect(extensions).toEqual(expect.arrayContaining(["requested", "approved"]));
  const corrections = cases.flatMap((state) => Object.values(state.corrections));
  expect(corrections.some((correction) => correction.ordinal === 2)).toBe(true);
  expect(corrections.some((correction) => correction.suppliedOn !== null)).toBe(true);
  expect(cases.some((state) => Object.values(state.opinions).some((opinion) => opinion.conditions.length > 0))).toBe(true);
  for (const stage of ["S1", "S2", "S3", "S4"]) expect(items().some((item) => item.stage === stage && item.running)).toBe(true);
});

test("R-343 (F21, F32): notice commitments are shown from the choice to the revocation, and a revoked one stands in the credit record", async () => {
  const notices = cases.flatMap((state) => Object.values(state.noticeCommitments));
  for (const status of ["told", "signed", "granted", "closed", "rectifying", "revoked"]) expect(notices.map((notice) => notice.status)).toContain(status);
  const moulds = caseOf("铸造模具");
  expect(Object.values(moulds.items).find((item) => item.code === "waste-disposal")?.status).toBe("revoked");
  const { q, t } = services.db;
  const credit = await q.select().from(t.creditRecord);
  expect(credit.filter(({ kind }) => kind === "notice-commitment").map(({ enterpriseId, reason }) => [enterpriseId, reason])).toEqual([
    [moulds.project.enterpriseId, "整改期满仍有4辆运输车没有密闭，承诺未兑现"],
  ]);
});

test("two special procedures of one item overlap and one of them is still open", () => {
  const [first, second] = Object.values(caseOf("门诊综合楼").procedures).sort((a, b) => (a.openedOn < b.openedOn ? -1 : 1));
  expect(first && second && second.openedOn < (first.closedOn ?? "")).toBe(true);
  expect(second?.closedOn).toBeNull();
});

test("acts are entered on the day they happened, so no demo event is back-dated", async () => {
  const { q, t } = services.db;
  const rows = await q
    .select({ type: t.caseEvent.type, backDated: t.caseEvent.backDated, recordedAt: t.caseEvent.recordedAt, payload: t.caseEvent.payload })
    .from(t.caseEvent);
  expect(rows.length).toBeGreaterThan(1000);
  // Not even an acceptance by law, which dates back to the day of receipt: the system found it the morning after.
  expect(rows.filter((row) => row.backDated)).toEqual([]);
  expect(rows.some((row) => row.type === "item-accepted" && row.payload.includes('"deemed":true'))).toBe(true);
  expect(rows.every((row) => row.recordedAt <= services.now())).toBe(true);
});

test("D22: every act left its trace with who and when, and the traces of every case prove themselves", async () => {
  const { q, t } = services.db;
  const rows = await q.select({ actorName: t.caseEvent.actorName, actorRole: t.caseEvent.actorRole, recordedAt: t.caseEvent.recordedAt }).from(t.caseEvent);
  expect(rows.every(({ actorName, actorRole, recordedAt }) => actorName !== "" && actorRole !== "" && recordedAt !== "")).toBe(true);
  const { broken, projects } = await verifyCases(services);
  expect([broken, projects]).toEqual([[], stories.length]);
});

test("an installation that holds the demo is not empty, so the stories are never told twice", async () => {
  expect(await isEmpty(services)).toBe(false);
});

test("a due day beyond the last published year is provisional when the story is told late in the year", async () => {
  const elsewhere = await databasePlace("sqlite", "");
  const late = await openServices({ databaseUrl: elsewhere.url, today: "2026-11-22" });
  try {
    await raiseDemoCentres(late, stories, "no password opens this");
    const cast = await readCast(late);
    const story = stories.find((candidate) => candidate.key === "hy-salt-chemistry");
    if (!story) throw new Error("the story is gone");
    const projectNo = await playStory(late, story, cast);
    const loaded = await loadCase(late.db, cast.named(story.agent).centreId, { projectNo });
    expect(Object.values(loaded?.state.items ?? {}).find((item) => item.code === "mineral-overlay")).toMatchObject({
      dueOn: "2027-01-01",
      dueProvisional: true,
    });
  } finally {
    await late.db.close();
    await elsewhere.remove();
  }
});

test("offsets are working days of the calendar, and day 0 is the last working day when today is not one", () => {
  const calendar = services.calendarOf("");
  expect(dayAt(calendar, "2026-03-16", 0)).toBe("2026-03-16");
  expect(dayAt(calendar, "2026-03-15", 0)).toBe("2026-03-13");
  expect(dayAt(calendar, "2026-02-24", -1)).toBe("2026-02-14");
  expect(dayAt(calendar, "2026-03-13", 2)).toBe("2026-03-17");
});

test("every demo enterprise has a credit code with right check digits and every investor acts for one of them", () => {
  for (const { project } of stories) expect(readCreditCode(project.creditCode).ok, project.enterpriseName).toBe(true);
  const codes = new Set(stories.map((story) => story.project.creditCode));
  for (const person of people) expect(person.creditCodes.every((code) => codes.has(code))).toBe(true);
});

test("an investor sees the own projects with what to do first, and nobody else's", async () => {
  const cast = await readCast(services);
  const investor = cast.named("demo-hy-investor");
  const { projects } = await portalHome(services, investor, null);
  const own = people.find(({ signInName }) => signInName === "demo-hy-investor")?.creditCodes ?? [];
  const told = stories.filter(({ centre, project }) => centre === "HY" && own.includes(project.creditCode));
  expect(told.map(({ project }) => project.name)).toContain("年产20万套新能源减速器项目");
  expect(projects.map((project) => project.name).sort()).toEqual(told.map(({ project }) => project.name).sort());
  const reducers = projects.find((project) => project.name.includes("减速器"));
  expect(reducers).toMatchObject({ light: "late", todo: { supply: [{ defects: [expect.any(String), expect.any(String)], daysLeft: 3 }] } });
  const transformers = projects.find((project) => project.name.includes("输配电"));
  expect(transformers?.todo.collect).toMatchObject([{ granted: true }]);
  const page = await portalProject(services, investor, reducers?.projectNo ?? "");
  expect(page?.contact).toEqual({ name: "陈*远", phone: "138****1402" });
  expect(JSON.stringify(page)).not.toContain("13800001402");
  expect(page?.stages.filter((stage) => stage.state === "current").map((stage) => stage.code)).toEqual(["S1", "S2"]);
  expect(page?.notes.every((note) => !note.text.includes("催办科室"))).toBe(true);
  expect(await portalProject(services, investor, caseOf("门诊综合楼").project.projectNo)).toBeNull();
  expect(await portalProject(services, cast.named("demo-dy-investor"), reducers?.projectNo ?? "")).toBeNull();
  expect(await portalProject(services, investor, "HY-1999-0001")).toBeNull();
});

test("an investor of no enterprise sees no project", async () => {
  const investor = (await readCast(services)).named("demo-hy-investor");
  expect((await portalHome(services, { ...investor, enterpriseIds: [] }, null)).projects).toEqual([]);
});

test("F28: number and query code together show the progress and no person; a wrong pair shows nothing", async () => {
  const { project } = caseOf("减速器");
  const asked = (projectNo: string, queryCode: string) => publicProgress(services, { projectNo, queryCode });
  const found = await asked(` ${project.projectNo.toLowerCase()} `, `${project.queryCode.slice(0, 4).toLowerCase()}-${project.queryCode.slice(4)}`);
  expect(found?.name).toBe(project.name);
  const text = JSON.stringify(found);
  for (const personal of [
    project.contactName,
    project.contactPhone,
    project.agentName ?? "",
    project.creditCode,
    project.enterpriseName,
    project.queryCode,
    project.site,
  ])
    expect(text).not.toContain(personal);
  expect(await asked(project.projectNo, caseOf("门诊综合楼").project.queryCode)).toBeNull();
  expect(await asked(project.projectNo, "")).toBeNull();
  expect(await asked("HY-1999-0001", project.queryCode)).toBeNull();
});

test("names and numbers are masked whatever their length", () => {
  expect([maskName("张小明"), maskName("李敏"), maskName("欧阳小明"), maskName("王"), maskName("")]).toEqual(["张*明", "李*", "欧**明", "*", ""]);
  expect([maskPhone("186 1234 1402"), maskPhone("0734-8123456"), maskPhone("12345"), maskPhone("")]).toEqual(["186****1402", "073****3456", "*****", ""]);
});

test("packs are listed with the centres that use them and cut by stage and category", async () => {
  const list = await packList(services);
  expect(list.find((pack) => pack.id === "hengyang-2018")?.centres).toEqual([{ zh: "衡阳市项目建设代办中心", en: "Hengyang Project Agency Centre" }]);
  const page = packPage(services, "hengyang-2018", { category: "TECH", stage: "S1" });
  expect(page?.items.length).toBeGreaterThan(0);
  expect(page?.items.every((item) => item.stage === "S1" && item.categories.includes("TECH"))).toBe(true);
  expect(packPage(services, "hengyang-2018", { category: "nonsense", stage: null })?.items).toHaveLength(page?.pack.items.length ?? 0);
  expect(packPage(services, "atlantis-2020", { category: null, stage: null })).toBeNull();
});

test("a calendar year shows every day once; the first unpublished year is provisional and later ones are not there", async () => {
  const admin = (await readCast(services)).named("demo-hy-admin");
  const year = calendarYear(services, admin, 2026);
  expect(year?.months.flatMap((month) => month.weeks.flat()).filter((day) => day !== null)).toHaveLength(365);
  expect(year).toMatchObject({ provisional: false, workingDays: 248, notice: { number: "国办发明电〔2025〕7号" } });
  expect(calendarYear(services, admin, 2027)).toMatchObject({ provisional: true, notice: null });
  expect([calendarYear(services, admin, 2028), calendarYear(services, admin, 2016), calendarYear(services, admin, Number.NaN)]).toEqual([null, null, null]);
  const list = calendarList(services, admin);
  expect(list.rows.find((row) => row.year === 2026)).toMatchObject({ workingDays: 248, makeUpDays: 6 });
  expect(list.firstProvisionalYear).toBe(2027);
});
