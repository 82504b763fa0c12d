import { type Browser, type BrowserContextOptions, test as base, type Page } from "@playwright/test";
import { Visitor } from "./visitor";

/** Password of every demo person. */
export const PASSWORD = "daiban-demo";

export const HENGYANG = {
  agent: "demo-hy-agent",
  intake: "demo-hy-intake",
  issuing: "demo-hy-issuing",
  manager: "demo-hy-manager",
  supervisor: "demo-hy-supervisor",
  admin: "demo-hy-admin",
  /** 自然资源和规划局: two people, so that no step follows the same hand. */
  planning: "demo-hy-zr",
  planning2: "demo-hy-zr2",
  reform: "demo-hy-fg",
  environment: "demo-hy-st",
  registry: "demo-hy-bdc",
  investor: "demo-hy-investor",
} as const;

export type Locale = "zh-CN" | "en";

interface PeopleFixtures {
  /** Somebody signed in, asking without a browser; `null` is anyone. */
  readonly as: (signInName: string | null, locale?: Locale) => Promise<Visitor>;
  /** A browser page of somebody signed in; closed with the test. */
  readonly open: (signInName: string | null, options?: BrowserContextOptions & { readonly language?: Locale }) => Promise<Page>;
}

interface WorkerFixtures {
  readonly visitors: (signInName: string | null, locale: Locale) => Promise<Visitor>;
}

/** Playwright's test with people: every sign-in happens once per worker. */
export const test = base.extend<PeopleFixtures, WorkerFixtures>({
  visitors: [
    async ({ playwright }, use, worker) => {
      const { baseURL = "" } = worker.project.use;
      const known = new Map<string, Promise<Visitor>>();
      const signIn = async (name: string | null, locale: Locale) => {
        const request = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { Origin: baseURL, "Accept-Language": locale } });
        const visitor = new Visitor(request, name ?? "anyone");
        if (name !== null) await visitor.done("/sign-in", { name, password: PASSWORD }, { field: "password" });
        if (name !== null) await visitor.post("/language", { locale, back: "/" });
        return visitor;
      };
      await use((name, locale) => {
        const key = `${name ?? ""} ${locale}`;
        const visitor = known.get(key) ?? signIn(name, locale);
        known.set(key, visitor);
        return visitor;
      });
      for (const visitor of known.values()) await visitor.then(({ request }) => request.dispose());
    },
    { scope: "worker" },
  ],
  as: async ({ visitors }, use) => {
    await use((name, locale = "zh-CN") => visitors(name, locale));
  },
  open: async ({ visitors, browser }, use) => {
    const contexts: Awaited<ReturnType<Browser["newContext"]>>[] = [];
    await use(async (name, { language = "zh-CN", ...options } = {}) => {
      const visitor = await visitors(name, language);
      const context = await browser.newContext({ locale: language, ...options, storageState: await visitor.request.storageState() });
      contexts.push(context);
      // A click on what is not there fails soon and says so, instead of using up the test's time.
      context.setDefaultTimeout(8_000);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export { expect } from "@playwright/test";
