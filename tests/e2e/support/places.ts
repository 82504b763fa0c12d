import { findPlaces, type Places } from "./every-page";
import { test as people } from "./people";
import { makeWorld } from "./world";

/** Playwright's test with people and with places to look at, made once per worker. */
export const test = people.extend<object, { readonly places: Places }>({
  places: [
    async ({ visitors }, use) => {
      const as = (name: string) => visitors(name, "zh-CN");
      await use(await findPlaces(as, await makeWorld(as)));
    },
    { scope: "worker" },
  ],
});

export { expect } from "@playwright/test";
