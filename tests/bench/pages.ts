import { gunzipSync } from "node:zlib";
import { paths } from "../../app/web/paths";
import type { Cast } from "./cast";
import { LONG_CASE } from "./cast";
import { type Measured, measure, measureTogether } from "./measure";
import type { BuiltServer } from "./server";
import { Visitor } from "./visitor";

/** Public lookups of one address are limited to 120 in ten minutes; a run stays below. */
const PUBLIC_RUNS = 80;
const RUNS = 300;

type Page = "list" | "filtered" | "search" | "crowd" | "overview" | "longOverview" | "longTimeline" | "portal" | "public" | "report";

export interface Pages {
  readonly times: Readonly<Record<Page, Measured>>;
  /** Bytes of script of each kind of page, compressed, and whether any of it is more than the enhancement. */
  readonly scripts: Readonly<Record<"desk" | "portal" | "public", { readonly bytes: number; readonly files: readonly string[] }>>;
  /** A desk page with its styles and script, compressed. */
  readonly deskBytes: number;
}

/** Walks the real pages over HTTP, one connection unless said otherwise, and tells what each cost. */
export async function measurePages(server: BuiltServer, cast: Cast, words: readonly string[], numberAt: (run: number) => string): Promise<Pages> {
  const agent = new Visitor(server.port);
  const crowd = new Visitor(server.port, 10);
  const investor = new Visitor(server.port);
  const stranger = new Visitor(server.port);
  for (const visitor of [agent, crowd]) await visitor.signIn(cast.agent.signInName, cast.password);
  await investor.signIn(cast.investor.signInName, cast.password);
  const { desk, portal } = paths;
  const no = LONG_CASE.projectNo;
  const lookup = { projectNo: no, queryCode: LONG_CASE.queryCode };
  const filtered = desk.projects({ status: "running", sort: "due", way: "up" });
  const times = {
    list: await measure(RUNS, () => agent.page(desk.projects())),
    filtered: await measure(RUNS, () => agent.page(filtered)),
    search: await measure(RUNS, (run) => agent.page(desk.projects({ q: words[run % words.length] }))),
    crowd: await measureTogether(600, 10, () => crowd.page(filtered)),
    overview: await measure(RUNS, (run) => agent.page(desk.project(numberAt(run)))),
    longOverview: await measure(RUNS, () => agent.page(desk.project(no))),
    longTimeline: await measure(RUNS, () => agent.page(desk.projectTab(no, "timeline"))),
    portal: await measure(RUNS, () => investor.page(portal.project(no))),
    public: await measure(PUBLIC_RUNS, () => stranger.submit(paths.progress(), lookup)),
    report: await measure(40, () => agent.page(desk.report(no, "zh-CN"))),
  };
  const pages = {
    desk: await assetsOf(agent, await agent.page(desk.project(no))),
    portal: await assetsOf(investor, await investor.page(portal.project(no))),
    public: await assetsOf(stranger, await stranger.submit(paths.progress(), lookup)),
  };
  for (const visitor of [agent, crowd, investor, stranger]) visitor.leave();
  const { desk: deskPage, portal: portalPage, public: publicPage } = pages;
  return {
    times,
    scripts: { desk: deskPage.scripts, portal: portalPage.scripts, public: publicPage.scripts },
    deskBytes: times.longTimeline.bytes + deskPage.scripts.bytes + deskPage.styles.bytes,
  };
}

/** What a page makes the browser fetch, and scripts that stand in the page itself. */
async function assetsOf(visitor: Visitor, sent: Buffer) {
  const page = gunzipSync(sent).toString("utf8");
  const weigh = async (found: Iterable<RegExpMatchArray>) => {
    const files = [...new Set([...found].map(([, href = ""]) => href.replaceAll("&amp;", "&")))];
    let bytes = 0;
    for (const file of files) bytes += (await visitor.page(file)).byteLength;
    return { bytes, files };
  };
  const scripts = await weigh(page.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g));
  const modules = await weigh(page.matchAll(/<link\b[^>]*\brel="modulepreload"[^>]*\bhref="([^"]+)"/g));
  const inline = [...page.matchAll(/<script\b(?![^>]*\bsrc=)[^>]*>([\s\S]+?)<\/script>/g)].reduce((sum, [, text = ""]) => sum + Buffer.byteLength(text), 0);
  return {
    scripts: { bytes: scripts.bytes + modules.bytes + inline, files: [...scripts.files, ...modules.files, ...(inline > 0 ? ["in the page"] : [])] },
    styles: await weigh(page.matchAll(/<link\b[^>]*\brel="stylesheet"[^>]*\bhref="([^"]+)"/g)),
  };
}
