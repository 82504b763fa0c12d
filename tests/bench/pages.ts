import { gunzipSync } from "node:zlib";
import { paths } from "../../app/web/paths";
import type { Cast } from "./cast";
import { LONG_CASE } from "./cast";
import { type Measured, measure, measureTogether } from "./measure";
import type { BuiltServer } from "./server";
import { Visitor } from "./visitor";

const RUNS = 300;
/** Public lookups of one address are limited to 120 in ten minutes and a run stays below; a report takes longer than a page. */
const FEWER_RUNS: Partial<Record<Page, number>> = { public: 80, report: 40 };
const CROWD_RUNS = 600;

type Page = "list" | "filtered" | "search" | "crowd" | "today" | "overview" | "longOverview" | "longTimeline" | "portal" | "public" | "report";

/** Everybody who walks, signed in on one server, and how each page is asked for. */
export type Walk<P extends string> = (port: number) => Promise<{ readonly pages: Readonly<Record<P, (run: number) => Promise<Buffer>>>; leave(): void }>;

export interface Pages {
  readonly times: Readonly<Record<Page, Measured>>;
  /** Bytes of script of each kind of page, compressed, and whether any of it is more than the enhancement. */
  readonly scripts: Readonly<Record<"desk" | "portal" | "public", { readonly bytes: number; readonly files: readonly string[] }>>;
  /** A desk page with its styles and script, compressed. */
  readonly deskBytes: number;
}

/** The pages that are measured. `words` are searched for in turn, `numberAt` names a case for each run. */
export const walkOf =
  (cast: Cast, words: readonly string[], numberAt: (run: number) => string) =>
  async (port: number): Promise<Awaited<ReturnType<Walk<Page>>> & Record<"agent" | "investor" | "stranger", Visitor>> => {
    const [agent, crowd, investor, stranger] = [new Visitor(port), new Visitor(port, 10), new Visitor(port), new Visitor(port)];
    for (const visitor of [agent, crowd]) await visitor.signIn(cast.agent.signInName, cast.password);
    await investor.signIn(cast.investor.signInName, cast.password);
    const { desk, portal } = paths;
    const no = LONG_CASE.projectNo;
    const filtered = desk.projects({ status: "running", sort: "due", way: "up" });
    const pages: Readonly<Record<Page, (run: number) => Promise<Buffer>>> = {
      list: () => agent.page(desk.projects()),
      filtered: () => agent.page(filtered),
      search: (run) => agent.page(desk.projects({ q: words[run % words.length] })),
      crowd: () => crowd.page(filtered),
      today: () => agent.page(desk.today()),
      overview: (run) => agent.page(desk.project(numberAt(run))),
      longOverview: () => agent.page(desk.project(no)),
      longTimeline: () => agent.page(desk.projectTab(no, "timeline")),
      portal: () => investor.page(portal.project(no)),
      public: () => stranger.submit(paths.progress(), { projectNo: no, queryCode: LONG_CASE.queryCode }),
      report: () => agent.page(desk.report(no, "zh-CN")),
    };
    const leave = () => {
      for (const visitor of [agent, crowd, investor, stranger]) visitor.leave();
    };
    return { pages, leave, agent, investor, stranger };
  };

/** Walks the real pages over HTTP, one connection unless said otherwise, and tells what each cost. */
export async function measurePages(server: BuiltServer, walk: ReturnType<typeof walkOf>): Promise<Pages> {
  const { pages, leave, agent, investor, stranger } = await walk(server.port);
  const times = {} as Record<Page, Measured>;
  for (const [page, ask] of Object.entries(pages) as [Page, (run: number) => Promise<Buffer>][])
    times[page] = page === "crowd" ? await measureTogether(CROWD_RUNS, 10, ask) : await measure(FEWER_RUNS[page] ?? RUNS, ask);
  const assets = {
    desk: await assetsOf(agent, await pages.longOverview(0)),
    portal: await assetsOf(investor, await pages.portal(0)),
    public: await assetsOf(stranger, await pages.public(0)),
  };
  leave();
  const { desk, portal, public: open } = assets;
  return {
    times,
    scripts: { desk: desk.scripts, portal: portal.scripts, public: open.scripts },
    deskBytes: times.longTimeline.bytes + desk.scripts.bytes + desk.styles.bytes,
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
