import { type APIRequestContext, test as base, expect } from "@playwright/test";
import routes from "../../app/routes";

/**
 * Every address of the product, read and posted to by every role, by somebody signed out, and by the same role of another centre
 * (for investors: of another enterprise). The table is written by hand, not derived from the table of permissions, and must name
 * every route of `app/routes.ts`: a new page without a row fails here.
 */

const STAFF = ["agent", "intake", "issuing", "reviewer", "manager", "supervisor", "admin"] as const;
const ROLES = [...STAFF, "investor"] as const;
type Role = (typeof ROLES)[number];
type Who = Role | "signed out";

/** What the addresses are filled with: things of the demo that the first centre's people may see. */
interface Things {
  /** An item of the reviewer's department, and its project. */
  readonly itemNo: string;
  readonly projectNo: string;
  /** An open joint review the reviewer's department was called to. */
  readonly opinionPath: string;
  /** A project of the investor. */
  readonly ownProjectNo: string;
}

interface Row {
  readonly path: (things: Things) => string;
  /** Who may read it. */
  readonly read: readonly Who[];
  /** What readers get; 303 where an address only leads on. */
  readonly status?: 200 | 303;
  /** Whose posts are looked at; an empty form then gets 400. No list: takes no posts. */
  readonly post?: readonly Who[];
  /** It belongs to somebody: the same role of another centre or enterprise gets 404. */
  readonly owned?: true;
}

const EVERYBODY: readonly Who[] = [...ROLES, "signed out"];

/** A page of one project; posts are for the roles named. */
const ofProject = (tab: string, read: readonly Role[] = STAFF, post?: readonly Role[]): Row => ({
  path: ({ projectNo }) => `/desk/projects/${projectNo}${tab}`,
  read,
  ...(post ? { post } : {}),
  owned: true,
});

/** A form that does one act on an item: whoever may do it sees it. */
const act = (noun: string, ...who: readonly Role[]): Row => ({ path: ({ itemNo }) => `/desk/items/${itemNo}/${noun}`, read: who, post: who, owned: true });

const PLANNERS: readonly Role[] = ["agent", "manager"];

const TABLE: Readonly<Record<string, readonly Row[]>> = {
  "/": [{ path: () => "/", read: ["signed out"] }],
  "sign-in": [{ path: () => "/sign-in", read: ["signed out"], post: ["signed out"] }],
  "sign-in/role": [{ path: () => "/sign-in/role", read: ROLES, post: ROLES }],
  "sign-out": [{ path: () => "/sign-out", read: EVERYBODY, status: 303 }],
  language: [{ path: () => "/language", read: EVERYBODY, status: 303, post: EVERYBODY }],

  desk: [{ path: () => "/desk", read: STAFF }],
  "desk/department": [{ path: () => "/desk/department", read: ["reviewer"] }],
  "desk/projects": [{ path: () => "/desk/projects", read: STAFF }],
  "desk/projects/new": [{ path: () => "/desk/projects/new", read: PLANNERS, post: PLANNERS }],
  "desk/projects/:projectNo": [ofProject("")],
  "desk/projects/:projectNo/stages": [ofProject("/stages")],
  "desk/projects/:projectNo/timeline": [ofProject("/timeline")],
  "desk/projects/:projectNo/history": [ofProject("/history")],
  "desk/projects/:projectNo/plan": [ofProject("/plan", STAFF, PLANNERS)],
  "desk/projects/:projectNo/screening": [ofProject("/screening", PLANNERS, PLANNERS)],
  "desk/projects/:projectNo/agent": [ofProject("/agent", ["manager"], ["manager"])],
  "desk/projects/:projectNo/note": [
    ofProject("/note", ["agent", "intake", "issuing", "reviewer", "manager"], ["agent", "intake", "issuing", "reviewer", "manager"]),
  ],
  "desk/projects/:projectNo/review": [ofProject("/review?stage=S2", PLANNERS, PLANNERS)],
  "desk/projects/:projectNo/opinion": [{ path: ({ opinionPath }) => opinionPath, read: ["reviewer"], post: ["reviewer"], owned: true }],
  "desk/projects/:projectNo/report.pdf": [ofProject("/report.pdf", ["agent", "intake", "manager", "supervisor"])],
  "desk/stages/:projectNo/:stage/acceptance": [
    { path: ({ projectNo }) => `/desk/stages/${projectNo}/S2/acceptance`, read: ["intake"], post: ["intake"], owned: true },
  ],
  "desk/items/:itemNo": [{ path: ({ itemNo }) => `/desk/items/${itemNo}`, read: STAFF, owned: true }],
  "desk/items/:itemNo/date": [{ path: ({ itemNo }) => `/desk/items/${itemNo}/date`, read: STAFF, owned: true }],
  "desk/items/:itemNo/:act": [
    act("receipt", "agent", "intake"),
    act("correction", "intake"),
    act("second-correction", "manager"),
    act("supply", "agent", "intake"),
    act("acceptance", "intake"),
    act("refusal", "intake"),
    act("review", "reviewer"),
    act("step", "reviewer"),
    act("procedure", "reviewer"),
    act("procedure-end", "reviewer"),
    act("extension", "reviewer"),
    act("extension-ruling", "manager"),
    act("decision", "reviewer"),
    act("issue", "issuing"),
    act("delivery", "issuing"),
    act("withdrawal", "agent", "intake"),
    act("milestone", "agent"),
    act("entry-correction", "manager"),
  ],

  portal: [{ path: () => "/portal", read: ["investor"] }],
  "portal/projects/:projectNo": [{ path: ({ ownProjectNo }) => `/portal/projects/${ownProjectNo}`, read: ["investor"], owned: true }],
  "portal/projects/:projectNo/report.pdf": [{ path: ({ ownProjectNo }) => `/portal/projects/${ownProjectNo}/report.pdf`, read: ["investor"], owned: true }],

  progress: [{ path: () => "/progress", read: EVERYBODY, post: EVERYBODY }],

  "verify/:code?": [{ path: () => "/verify", read: EVERYBODY, post: EVERYBODY }],

  "admin/packs": [{ path: () => "/admin/packs", read: STAFF }],
  "admin/packs/:packId": [{ path: () => "/admin/packs/hengyang-2018", read: STAFF }],
  "admin/calendars": [{ path: () => "/admin/calendars", read: STAFF }],
  "admin/calendars/:year": [{ path: () => "/admin/calendars/2026", read: STAFF }],

  // Never a page; walked below with addresses that do not exist.
  "*": [],
};

/** Pages for people who are not signed in send those who are to their own desk. */
const LEADS_HOME = new Set(["/", "/sign-in"]);

const PASSWORD = "daiban-demo";
const account = (centre: "hy" | "dy", role: Role) => `demo-${centre}-${role === "reviewer" ? "zr" : role}`;

interface Walkers {
  /** The first centre's people, and the same roles elsewhere. */
  readonly here: Readonly<Record<Who, APIRequestContext>>;
  readonly elsewhere: Readonly<Record<Role, APIRequestContext>>;
  readonly things: Things;
}

const test = base.extend<object, { walkers: Walkers }>({
  walkers: [
    async ({ playwright }, use, worker) => {
      const { baseURL = "" } = worker.project.use;
      const open = () => playwright.request.newContext({ baseURL, extraHTTPHeaders: { Origin: baseURL, "Accept-Language": "zh-CN" } });
      const signIn = async (name: string) => {
        const context = await open();
        const answer = await context.post("/sign-in", { form: { name, password: PASSWORD }, maxRedirects: 0 });
        expect(answer.status(), `${name} signs in`).toBe(303);
        return context;
      };
      const all = async (name: (role: Role) => string) =>
        Object.fromEntries(await Promise.all(ROLES.map(async (role) => [role, await signIn(name(role))] as const))) as Record<Role, APIRequestContext>;
      const here = { ...(await all((role) => account("hy", role))), "signed out": await open() };
      const elsewhere = await all((role) => (role === "investor" ? "demo-hy-investor2" : account("dy", role)));
      const itemNo = await firstLink(here.reviewer, "/desk/department", /\/desk\/items\/([\w-]+)"/);
      const things = {
        itemNo,
        projectNo: itemNo.replace(/-\d+$/, ""),
        opinionPath: await firstLink(here.reviewer, "/desk/department?show=opinions", /"(\/desk\/projects\/[\w-]+\/opinion\?review=[\w-]+)"/),
        ownProjectNo: await firstLink(here.investor, "/portal", /\/portal\/projects\/([\w-]+)"/),
      };
      await use({ here, elsewhere, things });
      await Promise.all([...Object.values(here), ...Object.values(elsewhere)].map((context) => context.dispose()));
    },
    { scope: "worker" },
  ],
});

async function firstLink(as: APIRequestContext, path: string, pattern: RegExp): Promise<string> {
  const found = pattern.exec(await (await as.get(path)).text())?.[1];
  if (!found) throw new Error(`${path} has no link like ${pattern}`);
  return found;
}

/** What a reading must answer. */
function readStatus(row: Row, path: string, who: Who): number {
  if (row.read.includes(who)) return row.status ?? 200;
  if (LEADS_HOME.has(path)) return 303;
  return who === "signed out" ? 303 : 403;
}

/** What an empty post must answer. Remix answers 405 for a page that takes none, before anybody is asked who they are. */
function postStatus(row: Row, path: string, who: Who): number {
  if (!row.post) return 405;
  if (row.post.includes(who)) return 400;
  return who === "signed out" || LEADS_HOME.has(path) ? 303 : 403;
}

test("the table has a row for every route and no row too many", () => {
  if (!Array.isArray(routes)) throw new Error("routes.ts is expected to be a plain list");
  expect(Object.keys(TABLE).sort()).toEqual(routes.map(({ path }) => path ?? "").sort());
});

/** How a row is called in the report: its address with the names of what it is filled with. */
const NAMES: Things = { itemNo: ":itemNo", projectNo: ":projectNo", ownProjectNo: ":projectNo", opinionPath: "/desk/projects/:projectNo/opinion" };

for (const row of Object.values(TABLE).flat()) {
  test(`${row.path(NAMES)} answers each role as the table says`, async ({ walkers: { here, elsewhere, things } }) => {
    const path = row.path(things);
    const asked: { readonly name: string; readonly status: number; readonly ask: () => Promise<{ status(): number }> }[] = [];
    const compare = (name: string, status: number, ask: () => Promise<{ status(): number }>) => asked.push({ name, status, ask });
    for (const who of EVERYBODY) {
      compare(`${who} reads`, readStatus(row, path, who), () => here[who].get(path, { maxRedirects: 0 }));
      // A post to /sign-out would end the walk; the last test looks at it.
      if (path !== "/sign-out") compare(`${who} posts`, postStatus(row, path, who), () => here[who].post(path, { form: {}, maxRedirects: 0 }));
    }
    for (const role of row.owned ? ROLES : []) {
      if (row.read.includes(role)) compare(`${role} of elsewhere reads`, 404, () => elsewhere[role].get(path, { maxRedirects: 0 }));
      if (row.post?.includes(role)) compare(`${role} of elsewhere posts`, 404, () => elsewhere[role].post(path, { form: {}, maxRedirects: 0 }));
    }
    const answered = await Promise.all(asked.map(async ({ name, ask }) => `${name}: ${(await ask()).status()}`));
    expect(answered).toEqual(asked.map(({ name, status }) => `${name}: ${status}`));
  });
}

test("things that do not exist look the same as things of somebody else", async ({ walkers: { here, elsewhere, things } }) => {
  const pages = [
    "/nowhere",
    "/desk/nowhere",
    "/desk/projects/HY-1999-0001",
    "/desk/items/HY-1999-0001-01",
    `/desk/items/${things.itemNo}/nothing`,
    "/admin/packs/none",
    "/admin/calendars/1066",
    "/verify/NOSUCHCODE",
  ];
  for (const path of pages) expect((await here.agent.get(path)).status(), path).toBe(404);
  const text = async (as: APIRequestContext, path: string) =>
    (await (await as.get(path)).text())
      .replace(/<head>.*?<\/head>/s, "")
      .replaceAll(path, "PATH")
      .replaceAll(encodeURIComponent(path), "PATH");
  expect(await text(elsewhere.agent, `/desk/projects/${things.projectNo}`)).toBe(await text(elsewhere.agent, "/desk/projects/DY-1999-0001"));
});

test("somebody sent to sign in comes back to the page they wanted", async ({ page, walkers: { things } }) => {
  await page.goto(`/desk/projects/${things.projectNo}/stages`);
  await expect(page.getByRole("heading", { level: 1, name: "登录" })).toBeVisible();
  await page.getByLabel("用户名").fill(account("hy", "agent"));
  await page.getByLabel("密码").fill(PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "登录" }).click();
  await expect(page).toHaveURL(new RegExp(`/desk/projects/${things.projectNo}/stages$`));
});

test("signing out ends what a copied cookie can do", async ({ playwright, baseURL }) => {
  const open = (Cookie = "") => playwright.request.newContext({ baseURL, extraHTTPHeaders: { Origin: baseURL ?? "", ...(Cookie ? { Cookie } : {}) } });
  const mine = await open();
  await mine.post("/sign-in", { form: { name: account("hy", "supervisor"), password: PASSWORD }, maxRedirects: 0 });
  const { cookies } = await mine.storageState();
  const copied = await open(cookies.map(({ name, value }) => `${name}=${value}`).join("; "));
  expect((await copied.get("/desk", { maxRedirects: 0 })).status()).toBe(200);
  await mine.post("/sign-out", { form: {}, maxRedirects: 0 });
  expect((await copied.get("/desk", { maxRedirects: 0 })).status()).toBe(303);
});
