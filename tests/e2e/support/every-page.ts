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
  /** The demo project with notice commitments granted and told, and the one with a revoked one. */
  /** Address of the first thing of this kind that waits for the manager, and of a cover of theirs. */
  readonly waiting: (kind: string) => string;
  readonly coverPath: string;
  /** Demo projects under commitment: fulfilled, a point overdue, broken, to be signed, public. */
  readonly promised: Readonly<Record<"valves" | "gears" | "coating" | "robots" | "tools", string>>;
  /** A check to which a photograph may be added. */
  readonly evidencePath: string;
  readonly noticeNo: string;
  readonly noticeItem: (name: string) => string;
  readonly revokedItem: (name: string) => string;
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
/** Who checks safety in the demo, the investor of the project with notice commitments, and items of it. */
const CONSTRUCTION = "demo-hy-zj";
const NOTICE_INVESTOR = "demo-hy-investor2";
const WASTE = "城市建筑垃圾处置核准";
const REGISTER = "环境影响登记表备案";

const page = (name: string, who: string | null, path: string | ShownPage["path"], status?: number): ShownPage => ({
  name,
  who,
  path: typeof path === "string" ? () => path : path,
  ...(status ? { status } : {}),
});

const act = (noun: string, who: string, item: keyof typeof ITEM) => page(`act-${noun}`, who, ({ item: no }) => `/desk/items/${no(ITEM[item])}/${noun}`);
const tab = (name: string, who: string = agent) => page(`project-${name}`, who, ({ demoNo }) => `/desk/projects/${demoNo}/${name}`);

/** Kinds of things the demo lets wait for the manager of the first centre. */
const WAITING = [
  "simulation-ruling",
  "simulation-trigger",
  "commitment-acceptance",
  "commitment-objection",
  "commitment-check",
  "commitment-breach",
  "notice-check-day",
  "notice-breach",
  "extension",
  "second-list",
  "gap-ruling",
  "silence",
  "overdue-reason",
  "no-agent",
] as const;
/** Stands in for the manager these days. */
const DEPUTY = "demo-hy-manager2";

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
  page("today-commitments", manager, "/desk?show=commitment"),
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
  page("papers-simulated", manager, ({ simulated }) => `/desk/projects/${simulated.running.projectNo}/papers`),
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
  page("review-silence", manager, ({ reviews }) => `${reviews.lapsed}/silence`),
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
  act("second-list", intake, "wages"),
  page("act-overdue-question", manager, ({ demoItem }) => `/desk/items/${demoItem("建设工程规划许可证核发")}/overdue-question`),
  page("act-overdue-reason", planning, ({ demoItem }) => `/desk/items/${demoItem("建设工程规划许可证核发")}/overdue-reason`),
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
  page("queue", manager, "/desk/queue"),
  page("queue-kind", manager, "/desk/queue?kind=extension"),
  page("queue-own", manager, "/desk/queue?show=own"),
  ...WAITING.map((kind) => page(`waiting-${kind}`, manager, ({ waiting }) => waiting(kind))),
  page("waiting-under-cover", DEPUTY, ({ waiting }) => waiting("extension")),
  page("board", manager, "/desk/board"),
  page("board-supervisor", supervisor, "/desk/board"),
  page("simulations-running", manager, "/desk/simulations"),
  page("simulations-saved", manager, "/desk/simulations?by=saved&band=2026-02"),
  page("simulations-valid", manager, "/desk/simulations?by=validity&band=over-90"),
  page("commitments-ended", manager, "/desk/commitments?month=2026-02&outcome=breached"),
  page("commitments-due", supervisor, "/desk/commitments?point=notice&state=coming"),
  page("cover", supervisor, "/desk/cover"),
  page("cover-new", manager, ({ demoNo }) => `/desk/cover/new?project=${demoNo}`),
  page("cover-end", manager, ({ coverPath }) => coverPath),
  page("credit", supervisor, ({ enterpriseId }) => `/desk/enterprises/${enterpriseId}/credit`),
  page("credit-breach", manager, ({ enterpriseId }) => `/desk/enterprises/${enterpriseId}/credit/breach`),
  page("project-irregularity", agent, ({ projectNo }) => `/desk/projects/${projectNo}/irregularity`),
  act("review", registry, "registration"),

  act("notice-telling", intake, "wages"),
  page("item-notice", manager, ({ noticeItem }) => `/desk/items/${noticeItem(ITEM.safety)}`),
  page("item-notice-closed", agent, ({ noticeItem }) => `/desk/items/${noticeItem(WASTE)}`),
  page("item-notice-revoked", manager, ({ revokedItem }) => `/desk/items/${revokedItem(WASTE)}`),
  page("act-notice-recall", intake, ({ noticeItem }) => `/desk/items/${noticeItem(ITEM.wages)}/notice-recall`),
  page("act-notice-grant", environment, ({ noticeItem }) => `/desk/items/${noticeItem(REGISTER)}/notice-grant`),
  page("act-notice-check", CONSTRUCTION, ({ noticeItem }) => `/desk/items/${noticeItem(ITEM.safety)}/notice-check`),
  page("act-notice-check-day", manager, ({ noticeItem }) => `/desk/items/${noticeItem(ITEM.safety)}/notice-check-day`),
  page("act-notice-ruling", manager, ({ revokedItem }) => `/desk/items/${revokedItem(ITEM.safety)}/notice-ruling`),

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
  ...(["clock", "practice", "catalogue", "items"] as const).flatMap((part) => [
    page(`pack-${part}`, admin, `/admin/packs/hengyang-2018?part=${part}`),
    page(`pack-dongying-${part}`, supervisor, `/admin/packs/dongying-2019?part=${part}`),
  ]),
  page("pack-item", admin, "/admin/packs/hengyang-2018/items/planning-permit"),
  page("pack-item-transferred", supervisor, "/admin/packs/dongying-2019/items/planning-permit"),
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

  ...(["bare", "applied", "running", "converting", "ready"] as const).map((which) =>
    page(`simulation-${which}`, agent, ({ simulated }) => simulated[which].tab),
  ),
  page("simulation-application", agent, ({ simulated }) => `${simulated.bare.tab}/application`),
  page("simulation-answer", agent, ({ simulated }) => `${simulated.applied.tab}/answer`),
  page("simulation-ruling", manager, ({ simulated }) => `${simulated.applied.tab}/ruling`),
  page("simulation-trigger", agent, ({ simulated }) => `${simulated.running.tab}/trigger`),
  page("simulation-delay", agent, ({ simulated }) => `${simulated.running.tab}/delay`),
  page("simulation-termination", manager, ({ simulated }) => `${simulated.running.tab}/termination`),
  page("simulation-trigger-not-now", agent, ({ simulated }) => `${simulated.bare.tab}/trigger`),
  ...(["valves", "gears", "coating", "robots", "tools"] as const).map((which) =>
    page(`commitment-${which}`, manager, ({ promised }) => `/desk/projects/${promised[which]}/commitment`),
  ),
  page("commitment-none", agent, ({ commitments }) => `/desk/projects/${commitments.bare.projectNo}/commitment`),
  page("commitment-proposal", agent, ({ commitments }) => `/desk/projects/${commitments.bare.projectNo}/commitment/proposal`),
  page("commitment-appraisal", manager, ({ commitments }) => `/desk/projects/${commitments.proposed.projectNo}/commitment/appraisal`),
  ...(["standard", "standard-drop", "standards"] as const).map((noun) =>
    page(`commitment-${noun}`, CONSTRUCTION, ({ commitments }) => `/desk/projects/${commitments.applicable.projectNo}/commitment/${noun}`),
  ),
  page("commitment-force", manager, ({ promised }) => `/desk/projects/${promised.tools}/commitment/force`),
  page("commitment-objection", intake, ({ promised }) => `/desk/projects/${promised.tools}/commitment/objection`),
  ...(["check", "check-day"] as const).map((noun) =>
    page(`commitment-${noun}`, CONSTRUCTION, ({ promised }) => `/desk/projects/${promised.gears}/commitment/${noun}`),
  ),
  page("evidence", CONSTRUCTION, ({ evidencePath }) => evidencePath),
  page("commitment-not-now", manager, ({ promised }) => `/desk/projects/${promised.gears}/commitment/breach-ruling`),
  page("timeline-commitment", manager, ({ promised }) => `/desk/projects/${promised.gears}/timeline`),
  page("portal-commitment", investor, ({ promised }) => `/portal/projects/${promised.gears}`),
  page("portal-commitment-sign", investor, ({ promised }) => `/portal/projects/${promised.robots}`),
  page("facts", agent, ({ simulated }) => `/desk/projects/${simulated.running.projectNo}/facts`),
  page("signing-code", agent, ({ simulated }) => `/desk/projects/${simulated.applied.projectNo}/signing-code`),
  page("signing-code-none", intake, ({ simulated }) => `/desk/projects/${simulated.bare.projectNo}/signing-code`),
  page("simulated-item", planning, ({ simulated }) => `/desk/items/${simulated.running.item(ITEM.scheme)}`),
  page("simulated-item-changed", planning, ({ simulated }) => `/desk/items/${simulated.converting.item(ITEM.scheme)}`),
  page("simulated-opinion", planning, ({ simulated }) => `/desk/items/${simulated.running.item(ITEM.scheme)}/simulated-opinion`),
  page("simulated-correction", planning, ({ simulated }) => `/desk/items/${simulated.running.item(ITEM.scheme)}/simulated-correction`),
  page("difference-review", planning, ({ simulated }) => `/desk/items/${simulated.converting.item(ITEM.scheme)}/difference-review`),
  page("conversion", intake, ({ simulated }) => `/desk/items/${simulated.ready.item(ITEM.conditions)}/conversion`),
  page("timeline-simulated", agent, ({ simulated }) => `/desk/projects/${simulated.running.projectNo}/timeline`),
  page("timeline-converting", manager, ({ simulated }) => `/desk/projects/${simulated.ready.projectNo}/timeline`),
  page("today-reviewer", planning, "/desk"),
  page("portal-letter", investor, ({ simulated }) => simulated.letter),
  page("portal-simulated", investor, ({ simulated }) => `/portal/projects/${simulated.running.projectNo}`),
  page("portal-converting", investor, ({ simulated }) => `/portal/projects/${simulated.converting.projectNo}`),

  page("portal", investor, "/portal"),
  page("portal-project", investor, ({ demoNo }) => `/portal/projects/${demoNo}`),
  page("portal-other-project", investor, ({ projectNo }) => `/portal/projects/${projectNo}`),
  page("portal-materials", investor, ({ projectNo }) => `/portal/projects/${projectNo}/materials`),
  page("portal-upload", investor, ({ projectNo }) => `/portal/projects/${projectNo}/materials/file`),
  page("portal-notice", NOTICE_INVESTOR, ({ noticeNo, noticeItem }) => `/portal/projects/${noticeNo}/notices/${noticeItem(ITEM.wages)}`),
  page("portal-notice-granted", NOTICE_INVESTOR, ({ noticeNo, noticeItem }) => `/portal/projects/${noticeNo}/notices/${noticeItem(ITEM.safety)}`),
  page("portal-notice-project", NOTICE_INVESTOR, ({ noticeNo }) => `/portal/projects/${noticeNo}`),
  page("portal-empty-hands", investor, ({ unplannedNo }) => `/portal/projects/${unplannedNo}`),
];

/** Number of the demo project whose name has this in it. */
async function named(as: As, name: string): Promise<string> {
  const { html } = await (await as(manager)).read(`/desk/projects?q=${encodeURIComponent(name)}`);
  const found = /\/desk\/projects\/(HY-\d{4}-\d{4})"/.exec(html)?.[1];
  if (!found) throw new Error(`the demo has no project ${name}`);
  return found;
}

/** Addresses of what waits for the manager, of each kind that of the oldest project: the demo tells it, and no test changes it. */
async function waitingPaths(as: As): Promise<Places["waiting"]> {
  const visitor = await as(manager);
  const paths = new Map<string, string>();
  for (const kind of WAITING) {
    const { html } = await visitor.read(`/desk/queue?kind=${kind}`);
    const [first] = [...html.matchAll(/"(\/desk\/queue\/[\w-]+\/HY-\d{4}-\d{4}\/[\w-]+)"/g)].map(([, path = ""]) => path).sort();
    if (first) paths.set(kind, first);
  }
  return (kind) => {
    const path = paths.get(kind);
    if (!path) throw new Error(`nothing waits as ${kind}`);
    return path;
  };
}

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
  const noticeNo = await named(as, "精密主轴");
  const revokedItem = await itemNumbers(as, await named(as, "铸造模具"), manager);
  const noticeItem = await itemNumbers(as, noticeNo);
  const coverPath = /"(\/desk\/cover\/[\w-]+\/end)"/.exec((await (await as(manager)).read("/desk/cover")).html)?.[1] ?? "";
  const gears = await named(as, "精密齿轮箱");
  const points = (await (await as(CONSTRUCTION)).read(`/desk/projects/${gears}/commitment`)).html;
  const evidencePath = /"(\/desk\/projects\/[\w-]+\/evidence\?[^"]+)"/.exec(points)?.[1]?.replaceAll("&amp;", "&") ?? "";
  return {
    ...world,
    waiting: await waitingPaths(as),
    coverPath,
    evidencePath,
    demoNo,
    demoItem: await itemNumbers(as, demoNo),
    areaId,
    missedGap,
    enterpriseId,
    promised: {
      valves: await named(as, "智能阀门"),
      gears,
      coating: await named(as, "涂装线"),
      robots: await named(as, "协作机器人"),
      tools: await named(as, "数控刀具"),
    },
    noticeNo,
    noticeItem,
    revokedItem,
  };
}
