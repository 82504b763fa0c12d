import { HENGYANG } from "./people";
import { type As, itemNumbers } from "./project";
import { ITEM, type World } from "./world";

/** What the addresses below are filled with. */
export interface Places extends World {
  /** The demo project that has one of everything. */
  readonly demoNo: string;
  readonly demoItem: (name: string) => string;
  /** An assessed area of the demo. */
  readonly areaId: string;
  /** An item whose deferred materials did not come in time, and the enterprise of its project. */
  readonly missedGap: string;
  readonly enterpriseId: string;
}

/** One page somebody may see. */
export interface ShownPage {
  readonly name: string;
  /** Who looks at it; null is anyone. */
  readonly who: string | null;
  readonly path: (places: Places) => string;
  /** Status where it is not 200. */
  readonly status?: number;
}

const { agent, intake, issuing, manager, supervisor, admin, planning, environment, registry, investor } = HENGYANG;

const page = (name: string, who: string | null, path: string | ShownPage["path"], status?: number): ShownPage => ({
  name,
  who,
  path: typeof path === "string" ? () => path : path,
  ...(status ? { status } : {}),
});

const act = (noun: string, who: string, item: keyof typeof ITEM) => page(`act-${noun}`, who, ({ item: no }) => `/desk/items/${no(ITEM[item])}/${noun}`);
const tab = (name: string, who: string = agent) => page(`project-${name}`, who, ({ demoNo }) => `/desk/projects/${demoNo}/${name}`);

/** Every page of the product once, by somebody who may see it; pages that differ by role more than once. */
export const EVERY_PAGE: readonly ShownPage[] = [
  page("landing", null, "/"),
  page("sign-in", null, "/sign-in"),
  page("progress", null, "/progress"),
  page("verify", null, "/verify"),
  page("guides", null, "/guides?centre=HY"),
  page("guides-no-centre", null, "/guides"),
  page("guides-found", null, "/guides?centre=HY&q=%E8%A7%84%E5%88%92&stage=S2"),
  page("guide", null, "/guides/planning-permit?centre=HY"),
  page("guide-milestone", null, "/guides/land-grant?centre=HY"),
  page("guide-unknown", null, "/guides/no-such-item?centre=HY", 404),
  page("screening-start", null, "/screening?centre=HY"),
  page("screening-questions", null, "/screening?centre=HY&category=IND"),
  page("screening-list", null, "/screening?centre=HY&category=IND&show=list&q-eia=form&q-fire=special"),
  page("agency", null, "/agency?centre=HY"),
  page("verify-unknown", null, "/verify/no-such-code", 404),
  page("not-found", null, "/nowhere", 404),
  page("forbidden", intake, "/desk/projects/new", 403),

  page("today-agent", agent, "/desk"),
  page("today-window", intake, "/desk"),
  page("today-issuing", issuing, "/desk"),
  page("today-manager", manager, "/desk"),
  page("today-supervisor", supervisor, "/desk"),
  page("today-admin", admin, "/desk"),
  page("department", planning, "/desk/department"),
  page("department-paused", environment, "/desk/department?show=paused"),
  page("cases", agent, "/desk/projects"),
  page("cases-found", manager, "/desk/projects?q=%E8%A1%A1%E9%98%B3&light=late&sort=due"),
  page("cases-none", supervisor, "/desk/projects?q=none-has-this-name"),
  page("register", agent, "/desk/projects/new"),
  page("project", agent, ({ demoNo }) => `/desk/projects/${demoNo}`),
  page("project-reviewer", planning, ({ demoNo }) => `/desk/projects/${demoNo}`),
  tab("stages", intake),
  tab("timeline"),
  tab("history", supervisor),
  tab("plan"),
  tab("materials"),
  page("materials-unplanned", agent, ({ unplannedNo }) => `/desk/projects/${unplannedNo}/materials`),
  page("checklist", intake, ({ item }) => `/desk/items/${item(ITEM.water)}/materials`),
  page("checklist-read", manager, ({ demoItem }) => `/desk/items/${demoItem("建设工程规划许可证核发")}/materials`),
  page("upload", agent, ({ item }) => `/desk/items/${item(ITEM.water)}/materials/file?material=c0`),
  act("material-waiver", manager, "water"),
  act("extra-material", intake, "water"),
  act("material-reuse", agent, "water"),
  act("material-return", intake, "water"),
  tab("screening"),
  tab("note"),
  tab("papers"),
  page("papers-window", intake, ({ demoNo, demoItem }) => `/desk/projects/${demoNo}/papers?item=${demoItem("建设工程规划许可证核发")}`),
  page("plan-unconfirmed", manager, ({ unplannedNo }) => `/desk/projects/${unplannedNo}/plan`),
  page("review", agent, ({ projectNo }) => `/desk/projects/${projectNo}/review?stage=S1`),
  page("co-handling", agent, ({ projectNo, item }) => `/desk/projects/${projectNo}/review?item=${item(ITEM.permit)}`),
  tab("reviews"),
  page("joint-review-visit", agent, ({ projectNo, reviews }) => `/desk/projects/${projectNo}/reviews/${reviews.visit}`),
  page("joint-review-conditions", planning, ({ projectNo, reviews }) => `/desk/projects/${projectNo}/reviews/${reviews.conference}`),
  page("opinion", planning, ({ projectNo, reviews }) => `/desk/projects/${projectNo}/opinion?review=${reviews.visit}`),
  ...(["hold", "reschedule", "cancel-review"] as const).map((noun) =>
    page(`review-${noun}`, agent, ({ projectNo, reviews }) => `/desk/projects/${projectNo}/reviews/${reviews.visit}/${noun}`),
  ),
  page("review-silence", manager, ({ projectNo, reviews }) => `/desk/projects/${projectNo}/reviews/${reviews.visit}/silence`),
  ...(["settlement", "merge"] as const).map((noun) =>
    page(`review-${noun}`, planning, ({ projectNo, reviews }) => `/desk/projects/${projectNo}/reviews/${reviews.conference}/${noun}`),
  ),
  page("place-area", agent, ({ projectNo }) => `/desk/projects/${projectNo}/area`),
  page("leave-area", agent, ({ projectNo }) => `/desk/projects/${projectNo}/area/end`),
  page("agent", manager, ({ projectNo }) => `/desk/projects/${projectNo}/agent`),
  page("stage-acceptance", intake, ({ projectNo }) => `/desk/stages/${projectNo}/S1/acceptance`),
  page("item-late", agent, ({ demoItem }) => `/desk/items/${demoItem("建设工程规划许可证核发")}`),
  page("item-paused", environment, ({ item }) => `/desk/items/${item(ITEM.environment)}`),
  page("item-correcting", intake, ({ item }) => `/desk/items/${item(ITEM.safety)}`),
  page("item-delivered", issuing, ({ demoItem }) => `/desk/items/${demoItem("规划条件核提")}`),
  page("item-planned", agent, ({ item }) => `/desk/items/${item("联合测绘（多测合一）")}`),
  page("date-late", supervisor, ({ demoItem }) => `/desk/items/${demoItem("建设工程规划许可证核发")}/date`),
  page("date-paused", environment, ({ item }) => `/desk/items/${item(ITEM.environment)}/date`),
  act("acceptance", intake, "water"),
  act("correction", intake, "water"),
  act("refusal", intake, "water"),
  act("supply", agent, "safety"),
  act("second-correction", manager, "wages"),
  act("step", planning, "permit"),
  act("procedure", planning, "permit"),
  act("procedure-end", environment, "environment"),
  act("decision", planning, "scheme"),
  act("extension-ruling", manager, "permit"),
  act("issue", issuing, "code"),
  act("delivery", issuing, "filing"),
  act("milestone", agent, "power"),
  act("withdrawal", agent, "water"),
  act("entry-correction", manager, "water"),
  act("irregularity", intake, "water"),
  act("gap-acceptance", intake, "wages"),
  page("act-gap-supply", agent, ({ earlier }) => `/desk/items/${earlier(ITEM.scheme)}/gap-supply`),
  page("act-gap-extension", manager, ({ missedGap }) => `/desk/items/${missedGap}/gap-extension`),
  page("act-gap-ruling", manager, ({ missedGap }) => `/desk/items/${missedGap}/gap-ruling`),
  page("act-correction-ruling", manager, ({ item }) => `/desk/items/${item(ITEM.wages)}/correction-ruling`),
  page("item-gap", manager, ({ missedGap }) => `/desk/items/${missedGap}`),
  page("today-proposals", manager, "/desk?show=proposals"),
  page("today-gaps", agent, "/desk?show=gaps"),
  page("findings", manager, "/desk/findings"),
  page("findings-filtered", supervisor, "/desk/findings?code=overdue"),
  page("credit", supervisor, ({ enterpriseId }) => `/desk/enterprises/${enterpriseId}/credit`),
  page("credit-breach", manager, ({ enterpriseId }) => `/desk/enterprises/${enterpriseId}/credit/breach`),
  page("project-irregularity", agent, ({ projectNo }) => `/desk/projects/${projectNo}/irregularity`),
  act("review", registry, "registration"),

  page("window-desk", intake, "/desk/window"),
  page("window-desk-issuing", issuing, "/desk/window"),
  ...(["precheck", "receive", "accept", "papers"] as const).map((task) =>
    page(`window-${task}`, intake, ({ projectNo }) => `/desk/window/${projectNo}?do=${task}`),
  ),
  act("precheck", intake, "registration"),
  act("papers", intake, "water"),
  act("posting", issuing, "filing"),
  act("parcel-in", agent, "safety"),
  page("windows", admin, "/admin/windows"),
  page("windows-read", manager, "/admin/windows"),
  page("window", admin, "/admin/windows/A03"),
  page("window-new", admin, "/admin/windows/new"),
  ...(["details", "letter", "revocation", "seat", "leave", "closing"] as const).map((noun) => page(`window-${noun}`, admin, `/admin/windows/A03/${noun}`)),

  page("packs", agent, "/admin/packs"),
  page("pack", admin, "/admin/packs/hengyang-2018"),
  page("pack-dongying", supervisor, "/admin/packs/dongying-2019"),
  page("pack-differences", admin, "/admin/packs/hengyang-2018/differences"),
  page("pack-differences-places", manager, "/admin/packs/zibo-2017/differences?with=kecheng-2023"),
  page("pack-effect", admin, "/admin/packs/hengyang-2018/effect"),
  page("pack-effect-national", agent, "/admin/packs/national/effect"),
  page("areas", admin, "/admin/areas"),
  page("areas-read", agent, "/admin/areas"),
  page("area-new", admin, "/admin/areas/new"),
  page("area", admin, ({ areaId }) => `/admin/areas/${areaId}`),
  page("calendars", admin, "/admin/calendars"),
  page("calendar", supervisor, "/admin/calendars/2026"),

  page("portal", investor, "/portal"),
  page("portal-project", investor, ({ demoNo }) => `/portal/projects/${demoNo}`),
  page("portal-other-project", investor, ({ projectNo }) => `/portal/projects/${projectNo}`),
  page("portal-materials", investor, ({ projectNo }) => `/portal/projects/${projectNo}/materials`),
  page("portal-upload", investor, ({ projectNo }) => `/portal/projects/${projectNo}/materials/file`),
  page("portal-empty-hands", investor, ({ unplannedNo }) => `/portal/projects/${unplannedNo}`),
];

/** Finds the demo project by its name. */
export async function findPlaces(as: As, world: World): Promise<Places> {
  const { html } = await (await as(agent)).read(`/desk/projects?q=${encodeURIComponent("减速器")}`);
  const demoNo = /\/desk\/projects\/(HY-\d{4}-\d{4})"/.exec(html)?.[1];
  if (!demoNo) throw new Error("the demo project with one of everything is not in the list");
  // The papers page also lists progress reports given out, so one is.
  await (await as(agent)).request.get(`/desk/projects/${demoNo}/report.pdf`);
  const areaId = /\/admin\/areas\/([\w-]{20,})"/.exec((await (await as(admin)).read("/admin/areas")).html)?.[1];
  if (!areaId) throw new Error("the demo has no assessed area");
  const missedGap = /\/desk\/items\/([\w-]+)\/gap-ruling"/.exec((await (await as(manager)).read("/desk?show=proposals")).html)?.[1];
  if (!missedGap) throw new Error("no deferral of the demo was missed");
  const project = `/desk/projects/${missedGap.replace(/-\d+$/, "")}`;
  const enterpriseId = /\/desk\/enterprises\/([\w-]+)\/credit"/.exec((await (await as(manager)).read(project)).html)?.[1] ?? "";
  return { ...world, demoNo, demoItem: await itemNumbers(as, demoNo), areaId, missedGap, enterpriseId };
}
