import { HENGYANG } from "./people";
import { type As, itemNumbers } from "./project";
import { ITEM, type World } from "./world";

/** What the addresses below are filled with. */
export interface Places extends World {
  /** The demo project that has one of everything. */
  readonly demoNo: string;
  readonly demoItem: (name: string) => string;
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
  tab("screening"),
  tab("note"),
  page("plan-unconfirmed", manager, ({ unplannedNo }) => `/desk/projects/${unplannedNo}/plan`),
  page("review", agent, ({ projectNo }) => `/desk/projects/${projectNo}/review?stage=S1`),
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
  act("review", registry, "registration"),

  page("packs", agent, "/admin/packs"),
  page("pack", admin, "/admin/packs/hengyang-2018"),
  page("calendars", admin, "/admin/calendars"),
  page("calendar", supervisor, "/admin/calendars/2026"),

  page("portal", investor, "/portal"),
  page("portal-project", investor, ({ demoNo }) => `/portal/projects/${demoNo}`),
  page("portal-other-project", investor, ({ projectNo }) => `/portal/projects/${projectNo}`),
  page("portal-empty-hands", investor, ({ unplannedNo }) => `/portal/projects/${unplannedNo}`),
];

/** Finds the demo project by its name. */
export async function findPlaces(as: As, world: World): Promise<Places> {
  const { html } = await (await as(agent)).read(`/desk/projects?q=${encodeURIComponent("减速器")}`);
  const demoNo = /\/desk\/projects\/(HY-\d{4}-\d{4})"/.exec(html)?.[1];
  if (!demoNo) throw new Error("the demo project with one of everything is not in the list");
  return { ...world, demoNo, demoItem: await itemNumbers(as, demoNo) };
}
