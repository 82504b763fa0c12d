import { afterAll, beforeAll, expect, test } from "vitest";
import { type Cast, raiseDemoCentres, readCast } from "../../app/application/maintenance/demo-cast";
import { playStory } from "../../app/application/maintenance/play-stories";
import { verifyCases } from "../../app/application/maintenance/verify";
import { openServices } from "../../app/application/open-services";
import { areasPage } from "../../app/application/queries/areas";
import { comingVisits } from "../../app/application/queries/coming-visits";
import { departmentInboxPage } from "../../app/application/queries/department-inbox";
import { explainDatePage } from "../../app/application/queries/explain-date";
import { itemPage } from "../../app/application/queries/item";
import { itemActPage } from "../../app/application/queries/item-act";
import { type ReviewPage, reviewPage, reviewsPage } from "../../app/application/queries/joint-reviews";
import { itemMaterials } from "../../app/application/queries/materials";
import { portalHome } from "../../app/application/queries/portal-home";
import { portalProject } from "../../app/application/queries/portal-project";
import { portalReviews } from "../../app/application/queries/portal-reviews";
import { projectActPage } from "../../app/application/queries/project-act";
import type { CaseToday } from "../../app/application/queries/project-case";
import { overviewPage } from "../../app/application/queries/project-overview";
import { planPage } from "../../app/application/queries/project-plan";
import { stagesPage } from "../../app/application/queries/project-stages";
import type { Services } from "../../app/application/services";
import type { ReviewMode } from "../../app/domain/case/parts/joint-review";
import { stories } from "../../db/seeds/stories";
import { type CaseStory, reviewer } from "../builders/case-story";
import { aConvenedReview, agrees, merging, opinion, silence } from "../builders/joint-review";
import { type DatabasePlace, databasePlace } from "../support/databases";
import { countStatements } from "../support/statement-count";

const TODAY = "2026-03-16";
const TOLD = ["hy-reducers", "hy-transformers", "hy-riverside", "hy-square"] as const;

let place: DatabasePlace;
let services: Services;
let cast: Cast;
const numbers = new Map<string, string>();

beforeAll(async () => {
  place = await databasePlace("sqlite", "");
  services = await openServices({ databaseUrl: place.url, today: TODAY });
  await raiseDemoCentres(services, stories, "no password opens this");
  cast = await readCast(services);
  for (const key of TOLD) {
    const story = stories.find((candidate) => candidate.key === key);
    if (!story) throw new Error(`the story ${key} is gone`);
    numbers.set(key, await playStory(services, story, cast));
  }
}, 120_000);

afterAll(async () => {
  await services.db.close();
  await place.remove();
});

async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const { result, statements } = await countStatements(work);
  expect(result).not.toBeNull();
  return statements;
}

const no = (key: (typeof TOLD)[number]): string => numbers.get(key) ?? "";
const agent = () => cast.named("demo-hy-agent");
const planning = () => cast.named("demo-hy-zr");

/** The review of that kind and state of a project. */
async function reviewAs(key: (typeof TOLD)[number], mode: ReviewMode, status: string, actor = agent()): Promise<ReviewPage> {
  const page = await reviewsPage(services, actor, no(key));
  const found = page?.reviews.find((review) => review.mode === mode && review.status === status);
  const shown = found && (await reviewPage(services, actor, no(key), found.id));
  if (!shown) throw new Error(`${key} has no ${status} ${mode}`);
  return shown;
}

test("F22, Z12: the demo has a joint visit to come, an acceptance to come, co-handling and a merged opinion, and its histories hold", async () => {
  const { conditions, settled, review } = await reviewAs("hy-reducers", "site-visit", "merged");
  expect(review.merged).toMatchObject({ stance: "agree-with-conditions", by: "肖文博" });
  expect(review.bodies.map((body) => [body.code, body.decides, body.officials?.length])).toEqual([
    ["zr", true, 2],
    ["ga", false, 2],
    ["cg", false, 1],
  ]);
  expect(settled.map(({ relation, departments }) => [relation, departments.length])).toEqual([
    ["conflict", 2],
    ["single", 1],
    ["duplicate", 2],
  ]);
  expect(conditions).toHaveLength(4);
  expect(conditions.every((group) => group.settledAs.length === 1 && !group.open)).toBe(true);
  expect(await verifyCases(services)).toMatchObject({ projects: TOLD.length, broken: [] });
});

test("H38: four bodies at the real-estate window gave one opinion on one item", async () => {
  const { review } = await reviewAs("hy-riverside", "co-handling", "merged", cast.named("demo-hy-agent2"));
  expect(review.item?.name.zh).toBe("国有建设用地使用权首次登记");
  expect(review.bodies.map(({ code, opinion }) => [code, opinion?.stance])).toEqual([
    ["bdc", "agree"],
    ["zj", "agree"],
    ["sw", "agree-with-conditions"],
    ["cz", "agree"],
  ]);
});

test("pages of joint reviews take two statements, Today's visits and the areas few more than none", async () => {
  const { review } = await reviewAs("hy-reducers", "site-visit", "open");
  expect(await statementsOf(() => reviewsPage(services, agent(), no("hy-reducers")))).toBe(2);
  expect(await statementsOf(() => reviewPage(services, agent(), no("hy-reducers"), review.id))).toBe(2);
  expect(await statementsOf(() => comingVisits(services, agent()))).toBe(1);
  expect(await statementsOf(() => areasPage(services, cast.named("demo-hy-admin")))).toBe(3);
});

test("an officer sees the own visits of the coming days, earliest first; a department those it is called to; a stranger none", async () => {
  const days = async (name: string) => (await comingVisits(services, cast.named(name))).map(({ mode, meetOn, inDays }) => [mode, meetOn, inDays]);
  const both = [
    ["acceptance", "2026-03-17", 1],
    ["site-visit", "2026-03-18", 2],
  ];
  expect(await days("demo-hy-agent")).toEqual(both);
  expect(await days("demo-hy-zr")).toEqual(both);
  expect(await days("demo-hy-manager")).toEqual(both);
  expect(await days("demo-hy-sl")).toEqual(both.slice(1));
  expect(await days("demo-hy-agent2")).toEqual([]);
  expect(await days("demo-dy-manager")).toEqual([]);
  const later: Services = { ...services, today: () => "2026-03-20" };
  expect((await comingVisits(later, agent())).map(({ inDays }) => inDays)).toEqual([-3, -2]);
});

test("the inbox of a department names the kind, the subject and the day of every review that waits for it", async () => {
  const { opinions, opinionCount } = await departmentInboxPage(services, planning(), { show: "opinions", after: null });
  expect(opinionCount).toBe(3);
  const rows = opinions.rows.map(({ mode, meetOn, itemName }) => [mode, meetOn, itemName?.zh ?? null]);
  expect(rows[0]?.[0]).toBe("conference");
  expect([...rows].sort()).toEqual([
    ["acceptance", "2026-03-17", null],
    ["conference", null, null],
    ["site-visit", "2026-03-18", "建设工程规划许可证核发"],
  ]);
});

test("who may do what to a review follows from the role, the lead and the answers", async () => {
  const acts = async (name: string) => (await reviewAs("hy-reducers", "site-visit", "open", cast.named(name))).review.acts;
  expect(await acts("demo-hy-agent")).toEqual(["hold-review", "reschedule-review", "cancel-review"]);
  expect(await acts("demo-hy-zr")).toEqual(["give-opinion", "hold-review"]);
  expect(await acts("demo-hy-zj")).toEqual(["give-opinion"]);
  expect(await acts("demo-hy-sl")).toEqual([]);
  expect(await acts("demo-hy-supervisor")).toEqual([]);
  const board = await stagesPage(services, planning(), no("hy-reducers"));
  expect(board?.stages.flatMap(({ reviews }) => reviews.map(({ status }) => status)).sort()).toEqual(["merged", "open"]);
});

test("R-471 (Z12): a called body reads the item, its checklist and its days while the review is under way, and takes no act on it", async () => {
  const { review } = await reviewAs("hy-reducers", "site-visit", "open");
  const itemNo = review.item?.itemNo ?? "";
  const called = cast.named("demo-hy-zj");
  expect(await itemPage(services, called, itemNo)).toMatchObject({ own: false, acts: [], head: { opens: expect.arrayContaining([itemNo]) } });
  expect((await itemMaterials(services, called, itemNo))?.page).toMatchObject({ item: { itemNo }, acts: [] });
  expect(await explainDatePage(services, called, itemNo, null)).not.toBeNull();
  expect((await projectActPage(services, called, no("hy-reducers"), { reviewId: review.id }))?.page.review?.items).toMatchObject([{ itemNo }]);
  expect(await itemActPage(services, called, itemNo, "decide-item")).toBeNull();
  expect(await itemActPage(services, called, itemNo, "add-note")).toBeNull();
  const others = (await itemPage(services, agent(), itemNo))?.prerequisites.map((before) => before.itemNo) ?? [];
  for (const other of others) expect((await itemPage(services, called, other))?.own ?? true).toBe(true);
  const done = await reviewAs("hy-reducers", "site-visit", "merged");
  expect(done.review.bodies.map(({ code }) => code)).toContain("cg");
  const [asked] = cast.reviewers("HY", "cg");
  if (!asked) throw new Error("nobody reviews for cg");
  expect((await itemPage(services, asked, done.review.item?.itemNo ?? ""))?.own ?? null).toBeNull();
});

test("R-472: a visit to come stands on the investor's home page with day, time and place until it was held", async () => {
  const meetings = async (today: string) => {
    const { projects } = await portalHome({ ...services, today: () => today }, cast.named("demo-hy-investor"), null);
    return projects.find(({ projectNo }) => projectNo === no("hy-reducers"))?.meetings;
  };
  const [visit] = (await portalProject(services, cast.named("demo-hy-investor"), no("hy-reducers")))?.reviews.visits ?? [];
  expect(await meetings(TODAY)).toMatchObject([{ id: visit?.id, on: "2026-03-18", time: "14:30", place: "厂区西侧临时施工便道口", subject: visit?.subject }]);
  expect(await meetings("2026-03-18")).toHaveLength(1);
  expect(await meetings("2026-03-19")).toEqual([]);
  expect(await statementsOf(() => portalHome(services, cast.named("demo-hy-investor"), null))).toBeLessThanOrEqual(14);
});

test("the investor reads where to be and the one opinion with its conditions, and nothing single bodies said", async () => {
  const page = await portalProject(services, cast.named("demo-hy-investor"), no("hy-reducers"));
  expect(page?.reviews.visits).toMatchObject([{ on: "2026-03-18", time: "14:30", place: "厂区西侧临时施工便道口", bring: ["放线图", "水土保持措施布置图"] }]);
  expect(page?.reviews.merged).toMatchObject([
    { stance: "agree-with-conditions", conditions: ["主出入口设在蒸水大道侧，芙蓉路侧只设消防出口", "厂区内设不少于40个货车待泊位", "保留蒸水大道行道树"] },
  ]);
  expect(JSON.stringify(page?.reviews)).not.toContain('主出入口设在芙蓉路侧"');
});

test("R-423 (D21, Z12): a body that did not answer is named to the investor with what followed, and nobody is said to have agreed for it", () => {
  const lead = reviewer("zr");
  const told = (story: CaseStory) => {
    const found = { state: story.case, pack: story.pack, today: "2026-03-10" } as unknown as CaseToday;
    return portalReviews(found).merged.map(({ stance, unanimous, silent: of }) => [stance, unanimous, of]);
  };
  const nobody = { "counted.place": [], "counted.person": [], excused: [] };
  const fg = [{ zh: "市发展和改革委员会", en: "Development and Reform Commission" }];
  const on = "2026-03-09";
  const ending = (story: CaseStory) => story.do(lead, on, merging(story, { on }));
  expect(told(ending(agrees(agrees(aConvenedReview(), "zr"), "fg")))).toEqual([["agree", true, nobody]]);
  const counted = agrees(aConvenedReview(), "zr");
  counted.do(lead, on, silence(counted, { outcome: "counts-as-agreement", reason: "电话确认无意见" }));
  expect(told(ending(counted))).toEqual([["agree", false, { ...nobody, "counted.person": fg }]]);
  const excused = agrees(aConvenedReview(), "zr");
  excused.do(lead, on, silence(excused));
  expect(told(ending(excused))).toEqual([["agree", false, { ...nobody, excused: fg }]]);
  const overruled = agrees(aConvenedReview(), "zr");
  overruled.do(reviewer("fg"), "2026-03-04", opinion(overruled, { stance: "disagree", reason: "能耗超标" }));
  overruled.do(lead, on, merging(overruled, { on, reason: "已协调" }));
  expect(told(overruled)).toEqual([["agree", false, nobody]]);
});

test("Z12 区域评估: plan and overview show the area and what it spares; the expired area is marked", async () => {
  const plan = await planPage(services, agent(), no("hy-transformers"), null);
  expect(plan?.placement).toMatchObject({ areaCode: "HY-BSZ-01" });
  expect(plan?.spared.map(({ zh }) => zh)).toEqual(["水土保持方案审批（报告表，承诺制）"]);
  expect(plan?.preview?.unchanged).toBe(true);
  expect(plan?.dropped).toEqual([]);
  const overview = await overviewPage(services, agent(), no("hy-transformers"));
  expect(overview?.area?.spared).toHaveLength(1);
  const { areas, mayWrite } = await areasPage(services, agent());
  expect(areas.map(({ areaCode, state, projects }) => [areaCode, state, projects])).toEqual([
    ["HY-BSZ-01", "valid", 1],
    ["HY-SM-01", "expired", 0],
  ]);
  expect(mayWrite).toBe(false);
});
