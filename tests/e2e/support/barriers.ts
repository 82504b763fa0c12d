import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

export const DESK = { width: 1280, height: 900 } as const;
export const PHONE = { width: 360, height: 780 } as const;
/** The smallest phones; asked of the pages people carry with them. */
export const SMALL_PHONE = { width: 320, height: 640 } as const;
/** A4, upright. */
export const PAPER = { width: 794, height: 1123 } as const;

/** What axe finds with every rule on and everything folded opened. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.locator("main details").evaluateAll((all) => {
    for (const one of all) (one as HTMLDetailsElement).open = true;
  });
  // No page has a frame, so one run in the page itself sees everything; only what is wrong is collected.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ["violations"] })
    .analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, any }) => `${id}: ${help} at ${target.join(" ")} ${any[0]?.message ?? ""}`));
}

/** How far the page is wider than the window, in pixels. */
export const overhang = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
