import type { Page } from "@playwright/test";
import { DESK } from "./barriers";
import { findPlaces, type Places } from "./every-page";
import { type Locale, test as people } from "./people";
import { makeWorld } from "./world";

interface PlacesFixtures {
  readonly places: Places;
  /** A page for looking only, on the screen: one is kept per worker, person and language, and pages that change something must not use it. */
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
      const pages = new Map<string, Page>();
      await use(async (who, language) => {
        const key = `${who} ${language}`;
        const known = pages.get(key);
        if (known && !known.isClosed()) {
          known.removeAllListeners();
          await known.emulateMedia({ media: "screen" });
          await known.setViewportSize(DESK);
          return known;
        }
        const storageState = await (await visitors(who, language)).request.storageState();
        const context = await browser.newContext({ baseURL, timezoneId, locale: language, storageState });
        const page = await context.newPage();
        pages.set(key, page);
        return page;
      });
      for (const page of pages.values()) await page.context().close();
    },
    { scope: "worker" },
  ],
});

export { expect } from "@playwright/test";
