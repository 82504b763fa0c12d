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
  /** A paper handed out for the item above, and one for the investor's project. */
  readonly paperCode: string;
  readonly ownPaperCode: string;
  /** An assessed area of the centre. */
  readonly areaId: string;
  /** The enterprise of the project above. */
  readonly enterpriseId: string;
  /** A letter that waits for the investor's signature. */
  readonly letterPath: string;
  /** Something that waits for the manager, and a cover of theirs. */
  readonly waitingPath: string;
  readonly coverPath: string;
  /** A check at a supervision point to which a photograph may be added. */
  readonly evidencePath: string;
  /** A notice commitment of a project of the investor. */
  readonly noticePath: string;
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
/** Who sets the standards of a project commitment and checks them. */
const SUPERVISING: readonly Role[] = ["reviewer", "manager"];

/** The joint review the reviewer's department was called to, and the acts on it. */
const reviewPath = ({ opinionPath }: Things): string => opinionPath.replace("opinion?review=", "reviews/");
const reviewAct = (noun: string, ...who: readonly Role[]): Row => ({ path: (things) => `${reviewPath(things)}/${noun}`, read: who, post: who, owned: true });

const TABLE: Readonly<Record<string, readonly Row[]>> = {
  "/": [{ path: () => "/", read: ["signed out"] }],
  "sign-in": [{ path: () => "/sign-in", read: ["signed out"], post: ["signed out"] }],
  "sign-in/role": [{ path: () => "/sign-in/role", read: ROLES, post: ROLES }],
  "sign-out": [{ path: () => "/sign-out", read: EVERYBODY, status: 303 }],
  language: [{ path: () => "/language", read: EVERYBODY, status: 303, post: EVERYBODY }],

  desk: [{ path: () => "/desk", read: STAFF }],
  "desk/department": [{ path: () => "/desk/department", read: ["reviewer"] }],
  "desk/window": [{ path: () => "/desk/window", read: ["intake", "issuing"] }],
  "desk/window/:projectNo": [{ path: ({ projectNo }) => `/desk/window/${projectNo}?do=receive`, read: ["intake"], post: ["intake"], owned: true }],
  "desk/projects": [{ path: () => "/desk/projects", read: STAFF }],
  "desk/projects/new": [{ path: () => "/desk/projects/new", read: PLANNERS, post: PLANNERS }],
  "desk/projects/:projectNo": [ofProject("")],
  "desk/projects/:projectNo/stages": [ofProject("/stages")],
  "desk/projects/:projectNo/materials": [ofProject("/materials")],
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
  "desk/projects/:projectNo/reviews": [ofProject("/reviews")],
  "desk/projects/:projectNo/reviews/:reviewId": [{ path: reviewPath, read: STAFF, owned: true }],
  "desk/projects/:projectNo/reviews/:reviewId/:act": [
    reviewAct("hold", "agent", "manager", "reviewer"),
    reviewAct("settlement", "manager", "reviewer"),
    reviewAct("merge", "manager", "reviewer"),
    reviewAct("silence", "manager", "reviewer"),
    reviewAct("reschedule", "agent", "manager"),
    reviewAct("cancel-review", "agent", "manager"),
  ],
  "desk/projects/:projectNo/area": [ofProject("/area", PLANNERS, PLANNERS)],
  "desk/projects/:projectNo/area/end": [ofProject("/area/end", PLANNERS, PLANNERS)],
  "desk/projects/:projectNo/facts": [ofProject("/facts", PLANNERS, PLANNERS)],
  "desk/projects/:projectNo/evidence": [{ path: ({ evidencePath }) => evidencePath, read: SUPERVISING, post: SUPERVISING, owned: true }],
  "desk/projects/:projectNo/simulation": [ofProject("/simulation")],
  "desk/projects/:projectNo/simulation/:act": [
    ofProject("/simulation/application", ["agent"], ["agent"]),
    ofProject("/simulation/answer", ["agent"], ["agent"]),
    ofProject("/simulation/ruling", ["manager"], ["manager"]),
    ofProject("/simulation/trigger", ["agent", "intake"], ["agent", "intake"]),
    ofProject("/simulation/delay", ["agent", "manager"], ["agent", "manager"]),
    ofProject("/simulation/termination", ["agent", "manager"], ["agent", "manager"]),
  ],
  "desk/projects/:projectNo/commitment": [ofProject("/commitment")],
  "desk/projects/:projectNo/commitment/:act": [
    ofProject("/commitment/proposal", ["agent"], ["agent"]),
    ofProject("/commitment/appraisal", ["manager"], ["manager"]),
    ofProject("/commitment/standard", SUPERVISING, SUPERVISING),
    ofProject("/commitment/standard-drop", SUPERVISING, SUPERVISING),
    ofProject("/commitment/standards", SUPERVISING, SUPERVISING),
    ofProject("/commitment/precheck", SUPERVISING, SUPERVISING),
    ofProject("/commitment/supplement", ["agent"], ["agent"]),
    ofProject("/commitment/publicity", PLANNERS, PLANNERS),
    ofProject("/commitment/objection", ["agent", "intake", "manager"], ["agent", "intake", "manager"]),
    ofProject("/commitment/objection-ruling", ["manager"], ["manager"]),
    ofProject("/commitment/force", ["manager"], ["manager"]),
    ofProject("/commitment/check-day", SUPERVISING, SUPERVISING),
    ofProject("/commitment/check", SUPERVISING, SUPERVISING),
    ofProject("/commitment/recheck", SUPERVISING, SUPERVISING),
    ofProject("/commitment/completion", ["agent"], ["agent"]),
    ofProject("/commitment/breach-ruling", ["manager"], ["manager"]),
    ofProject("/commitment/exit", PLANNERS, PLANNERS),
    ofProject("/commitment/reward", ["manager"], ["manager"]),
  ],
  "desk/projects/:projectNo/signing-code": [ofProject("/signing-code", ["agent", "intake"], ["agent", "intake"])],
  "desk/projects/:projectNo/report.pdf": [ofProject("/report.pdf", ["agent", "intake", "manager", "supervisor"])],
  "desk/stages/:projectNo/:stage/acceptance": [
    { path: ({ projectNo }) => `/desk/stages/${projectNo}/S2/acceptance`, read: ["intake"], post: ["intake"], owned: true },
  ],
  "desk/projects/:projectNo/irregularity": [ofProject("/irregularity", STAFF, STAFF)],
  "desk/findings": [{ path: () => "/desk/findings", read: ["manager", "supervisor"] }],
  "desk/queue": [{ path: () => "/desk/queue", read: ["manager"], post: ["manager"] }],
  "desk/queue/:kind/:projectNo/:subjectId": [{ path: ({ waitingPath }) => waitingPath, read: ["manager"], post: ["manager"], owned: true }],
  "desk/board": [{ path: () => "/desk/board", read: ["manager", "supervisor"] }],
  "desk/simulations": [{ path: () => "/desk/simulations?by=age&band=under-3", read: ["manager", "supervisor"] }],
  "desk/commitments": [{ path: () => "/desk/commitments?point=notice&state=coming", read: ["manager", "supervisor"] }],
  "desk/cover": [{ path: () => "/desk/cover", read: ["manager", "supervisor"] }],
  "desk/cover/new": [{ path: () => "/desk/cover/new", read: ["manager"], post: ["manager"] }],
  "desk/cover/:coverId/end": [{ path: ({ coverPath }) => coverPath, read: ["manager"], post: ["manager"], owned: true }],
  "desk/enterprises/:enterpriseId/credit": [
    { path: ({ enterpriseId }) => `/desk/enterprises/${enterpriseId}/credit`, read: ["agent", "intake", "manager", "supervisor"], owned: true },
  ],
  "desk/enterprises/:enterpriseId/credit/:act": [
    { path: ({ enterpriseId }) => `/desk/enterprises/${enterpriseId}/credit/breach`, read: ["manager"], post: ["manager"], owned: true },
    { path: ({ enterpriseId }) => `/desk/enterprises/${enterpriseId}/credit/repair`, read: ["manager"], post: ["manager"], owned: true },
  ],
  "desk/items/:itemNo": [{ path: ({ itemNo }) => `/desk/items/${itemNo}`, read: STAFF, owned: true }],
  "desk/items/:itemNo/date": [{ path: ({ itemNo }) => `/desk/items/${itemNo}/date`, read: STAFF, owned: true }],
  "desk/items/:itemNo/materials": [{ path: ({ itemNo }) => `/desk/items/${itemNo}/materials`, read: STAFF, post: ["agent", "intake"], owned: true }],
  "desk/items/:itemNo/materials/file": [
    { path: ({ itemNo }) => `/desk/items/${itemNo}/materials/file`, read: ["agent", "intake"], post: ["agent", "intake"], owned: true },
  ],
  "desk/items/:itemNo/:act": [
    act("receipt", "agent", "intake"),
    act("correction", "intake"),
    act("second-correction", "manager"),
    act("second-list", "intake"),
    act("overdue-question", "manager"),
    act("overdue-reason", "intake", "reviewer"),
    act("explanation-ruling", "manager"),
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
    act("gap-acceptance", "intake"),
    act("gap-supply", "agent", "intake"),
    act("gap-extension", "manager"),
    act("gap-ruling", "manager"),
    act("correction-ruling", "intake", "manager"),
    act("irregularity", ...STAFF),
    act("material-waiver", "intake", "manager"),
    act("extra-material", "intake", "manager"),
    act("material-reuse", "agent", "intake"),
    act("material-return", "agent", "intake"),
    act("precheck", "intake"),
    act("papers", "intake"),
    act("result-return", "reviewer"),
    act("parcel-in", "agent", "intake"),
    act("posting", "issuing"),
    act("signature", "agent", "intake", "issuing", "reviewer"),
    act("signpost", "intake"),
    act("path", "intake"),
    act("path-answer", "manager"),
    act("forwarding", "reviewer"),
    act("upper-receipt", "agent", "reviewer"),
    act("upper-return", "agent", "reviewer"),
    act("upper-result", "agent", "reviewer"),
    act("simulated-review", "reviewer"),
    act("simulated-correction", "reviewer"),
    act("simulated-supply", "agent", "intake"),
    act("simulated-opinion", "reviewer"),
    act("difference-review", "reviewer"),
    act("conversion-supply", "agent", "intake"),
    act("conversion", "intake"),
    act("notice-telling", "intake", "reviewer"),
    act("notice-recall", "intake", "reviewer"),
    act("notice-grant", "reviewer"),
    act("notice-check-day", "manager"),
    act("notice-check", "reviewer"),
    act("notice-ruling", "manager"),
  ],

  portal: [{ path: () => "/portal", read: ["investor"] }],
  "portal/projects/:projectNo/notices/:itemNo": [{ path: ({ noticePath }) => noticePath, read: ["investor"], post: ["investor"], owned: true }],
  "portal/projects/:projectNo/letters/:kind/:subjectId": [{ path: ({ letterPath }) => letterPath, read: ["investor"], post: ["investor"], owned: true }],
  "portal/projects/:projectNo": [{ path: ({ ownProjectNo }) => `/portal/projects/${ownProjectNo}`, read: ["investor"], owned: true }],
  "portal/projects/:projectNo/materials": [{ path: ({ ownProjectNo }) => `/portal/projects/${ownProjectNo}/materials`, read: ["investor"], owned: true }],
  "portal/projects/:projectNo/materials/file": [
    { path: ({ ownProjectNo }) => `/portal/projects/${ownProjectNo}/materials/file`, read: ["investor"], post: ["investor"], owned: true },
  ],
  "portal/projects/:projectNo/report.pdf": [{ path: ({ ownProjectNo }) => `/portal/projects/${ownProjectNo}/report.pdf`, read: ["investor"], owned: true }],

  "desk/projects/:projectNo/papers": [ofProject("/papers", STAFF, ["agent", "intake", "issuing", "reviewer", "manager"])],
  "desk/papers/:code.pdf": [{ path: ({ paperCode }) => `/desk/papers/${paperCode}.pdf`, read: STAFF, owned: true }],
  "portal/papers/:code.pdf": [{ path: ({ ownPaperCode }) => `/portal/papers/${ownPaperCode}.pdf`, read: ["investor"], owned: true }],

  guides: [{ path: () => "/guides?centre=HY", read: EVERYBODY }],
  "guides/:code": [{ path: () => "/guides/planning-permit?centre=HY", read: EVERYBODY }],
  "guides/:code.pdf": [{ path: () => "/guides/planning-permit.pdf?centre=HY", read: EVERYBODY }],
  "guides/:code/flow.pdf": [{ path: () => "/guides/planning-permit/flow.pdf?centre=HY", read: EVERYBODY }],
  "guides/:code/promise.pdf": [{ path: () => "/guides/planning-permit/promise.pdf?centre=HY", read: EVERYBODY }],
  "guides/:code/notice.pdf": [{ path: () => "/guides/waste-disposal/notice.pdf?centre=HY", read: EVERYBODY }],
  "samples/:kind.pdf": [{ path: () => "/samples/collection.pdf?centre=HY", read: EVERYBODY }],
  screening: [{ path: () => "/screening?centre=HY&category=IND", read: EVERYBODY }],
  agency: [{ path: () => "/agency?centre=HY", read: EVERYBODY }],

  progress: [{ path: () => "/progress", read: EVERYBODY, post: EVERYBODY }],

  "verify/:code?": [{ path: () => "/verify", read: EVERYBODY, post: EVERYBODY }],

  "admin/packs": [{ path: () => "/admin/packs", read: STAFF }],
  "admin/packs/:packId": [{ path: () => "/admin/packs/hengyang-2018", read: STAFF }],
  "admin/packs/:packId/items/:code": [{ path: () => "/admin/packs/hengyang-2018/items/planning-permit", read: STAFF }],
  "admin/packs/:packId/differences": [{ path: () => "/admin/packs/hengyang-2018/differences?with=zibo-2017", read: STAFF }],
  "admin/packs/:packId/effect": [{ path: () => "/admin/packs/hengyang-2018/effect", read: STAFF }],
  "admin/windows": [{ path: () => "/admin/windows", read: STAFF }],
  "admin/windows/new": [{ path: () => "/admin/windows/new", read: ["admin"], post: ["admin"] }],
  "admin/windows/:code": [{ path: () => "/admin/windows/A03", read: STAFF, owned: true }],
  "admin/windows/:code/:act": ["details", "letter", "revocation", "seat", "leave", "closing"].map(
    (act): Row => ({ path: () => `/admin/windows/A05/${act}`, read: ["admin"], post: ["admin"], owned: true }),
  ),
  "admin/areas": [{ path: () => "/admin/areas", read: STAFF }],
  "admin/areas/new": [{ path: () => "/admin/areas/new", read: ["admin"], post: ["admin"] }],
  "admin/areas/:areaId": [{ path: ({ areaId }) => `/admin/areas/${areaId}`, read: ["admin"], post: ["admin"], owned: true }],
  "admin/calendars": [{ path: () => "/admin/calendars", read: STAFF }],
  "admin/calendars/:year": [{ path: () => "/admin/calendars/2026", read: STAFF }],

  // A stored file; what it answers to whom is tests/integration/upload.test.ts. Here: a digest nobody stored is not there for anybody.
  "files/evidence/:projectNo/:fileId": [],
  "files/:itemNo/:digest": [],

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
      // The second investor has a letter to sign; the first is the stranger to that enterprise.
      const here = { ...(await all((role) => (role === "investor" ? "demo-hy-investor2" : account("hy", role)))), "signed out": await open() };
      const elsewhere = await all((role) => account(role === "investor" ? "hy" : "dy", role));
      const itemNo = await firstLink(here.reviewer, "/desk/department", /\/desk\/items\/([\w-]+)"/);
      const things = {
        itemNo,
        projectNo: itemNo.replace(/-\d+$/, ""),
        opinionPath: await firstLink(here.reviewer, "/desk/department?show=opinions", /"(\/desk\/projects\/[\w-]+\/opinion\?review=[\w-]+)"/),
        areaId: await firstLink(here.admin, "/admin/areas", /\/admin\/areas\/([\w-]{20,})"/),
        ownProjectNo: await firstLink(here.investor, "/portal", /\/portal\/projects\/([\w-]+)"/),
        enterpriseId: await firstLink(here.manager, `/desk/projects/${itemNo.replace(/-\d+$/, "")}`, /\/desk\/enterprises\/([\w-]+)\/credit"/),
        letterPath: await firstLink(here.investor, "/portal", /"(\/portal\/projects\/[\w-]+\/letters\/[\w-]+\/[\w-]+)"/),
        noticePath: await ownNotice(here.investor),
        waitingPath: await firstLink(here.manager, "/desk/queue?kind=extension", /"(\/desk\/queue\/extension\/[\w-]+\/[\w-]+)"/),
        evidencePath: await openCheck(here.manager),
        coverPath: await firstLink(here.manager, "/desk/cover", /"(\/desk\/cover\/[\w-]+\/end)"/),
        paperCode: await handedOut(here.manager, itemNo.replace(/-\d+$/, ""), itemNo),
        ownPaperCode: await ownPaper(here.manager, here.investor),
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

/** Hands out the first paper of a project or of one of its items. @returns its code */
async function handedOut(as: APIRequestContext, projectNo: string, itemNo = ""): Promise<string> {
  const page = `/desk/projects/${projectNo}/papers${itemNo ? `?item=${itemNo}` : ""}`;
  const html = await (await as.get(page)).text();
  const [, kind = "", subject = ""] = /name="kind" value="([\w-]+)"\/><input type="hidden" name="subject" value="([\w-]+)"/.exec(html) ?? [];
  await as.post(`/desk/projects/${projectNo}/papers`, { form: { kind, subject, locale: "zh-CN" }, maxRedirects: 0 });
  return firstLink(as, page, /\/desk\/papers\/([\w-]+)\.pdf"/);
}

/** A paper of one of the investor's projects that has come as far as to have one. @returns its code */
async function ownPaper(manager: APIRequestContext, investor: APIRequestContext): Promise<string> {
  const home = await (await investor.get("/portal")).text();
  for (const [, projectNo = ""] of home.matchAll(/\/portal\/projects\/([\w-]+)"/g)) {
    if (!(await (await manager.get(`/desk/projects/${projectNo}/papers`)).text()).includes('name="kind"')) continue;
    await handedOut(manager, projectNo);
    return firstLink(investor, `/portal/projects/${projectNo}`, /\/portal\/papers\/([\w-]+)\.pdf"/);
  }
  throw new Error("no project of the investor has a paper");
}

/** The page for a photograph of a check, of the demo's commitment in force. */
async function openCheck(manager: APIRequestContext): Promise<string> {
  const projectNo = await firstLink(manager, `/desk/projects?q=${encodeURIComponent("精密齿轮箱")}`, /\/desk\/projects\/(HY-\d{4}-\d{4})"/);
  const path = await firstLink(manager, `/desk/projects/${projectNo}/commitment`, /"(\/desk\/projects\/[\w-]+\/evidence\?[^"]+)"/);
  return path.replaceAll("&amp;", "&");
}

/** A notice commitment that waits for the investor's choice. */
const ownNotice = (investor: APIRequestContext): Promise<string> => firstLink(investor, "/portal", /"(\/portal\/projects\/[\w-]+\/notices\/[\w-]+)"/);

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
const NAMES: Things = {
  itemNo: ":itemNo",
  projectNo: ":projectNo",
  ownProjectNo: ":projectNo",
  opinionPath: "/desk/projects/:projectNo/opinion?review=:review",
  areaId: ":area",
  enterpriseId: ":enterprise",
  letterPath: "/portal/projects/:projectNo/letters/:kind/:subject",
  noticePath: "/portal/projects/:projectNo/notices/:itemNo",
  waitingPath: "/desk/queue/extension/:projectNo/:subject",
  coverPath: "/desk/cover/:cover/end",
  evidencePath: "/desk/projects/:projectNo/evidence?of=:kind&check=:check&n=1",
  paperCode: ":code",
  ownPaperCode: ":code",
};

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
    `/desk/items/${things.itemNo}/materials/file?material=none`,
    `/files/${things.itemNo}/${"0".repeat(64)}`,
    `/files/evidence/${things.projectNo}/0190a000-0000-4000-8000-000000000000`,
    `/desk/projects/${things.projectNo}/reviews/none`,
    "/admin/packs/none",
    "/admin/packs/none/effect",
    "/admin/packs/none/items/planning-permit",
    "/admin/packs/hengyang-2018/items/none",
    "/admin/packs/hengyang-2018/differences?with=none",
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
