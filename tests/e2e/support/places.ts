import type { BrowserContext, Page } from "@playwright/test";
import { findPlaces, type Places } from "./every-page";
import { type Locale, test as people } from "./people";
import { makeWorld } from "./world";

interface PlacesFixtures {
  readonly places: Places;
  /** A fresh page for looking only: visitors keep one browser context per worker, which pages that change something must not use. */
  readonly look: (who: string | null, language: Locale) => Promise<Page>;
}

/** Playwright's test with people and with places to look at, made once per worker. */
export const test = people.extend<object, PlacesFixtures>({
  places: [
    async ({ visitors }, use, worker) => {
      const as = (name: string) => visitors(name, "zh-CN");
      await use(await findPlaces(as, await makeWorld(as, worker.workerIndex)));
    },
    { scope: "worker", timeout: 60_000 },
  ],
  look: [
    async ({ visitors, browser }, use, worker) => {
      const { baseURL, timezoneId } = worker.project.use;
      const contexts = new Map<string, BrowserContext>();
      await use(async (who, language) => {
        const key = `${who} ${language}`;
        const context =
          contexts.get(key) ??
          (await browser.newContext({ baseURL, timezoneId, locale: language, storageState: await (await visitors(who, language)).request.storageState() }));
        contexts.set(key, context);
        return context.newPage();
      });
      for (const context of contexts.values()) await context.close();
    },
    { scope: "worker" },
  ],
});

export { expect } from "@playwright/test";
