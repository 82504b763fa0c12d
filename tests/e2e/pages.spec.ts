import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { DESK, PHONE } from "./support/barriers";
import { EVERY_PAGE } from "./support/every-page";
import { expect, test } from "./support/places";

/**
 * Every page on paper: the bar, the forms' buttons and the way around stay on the screen. With `PICTURES=1` also pictures of every page
 * for eyes, in tests/.artifacts/pictures: desk and phone, both languages, print.
 */
const PICTURES = fileURLToPath(new URL("../.artifacts/pictures/", import.meta.url));
const wanted = process.env.PICTURES === "1";
const PAPER = { width: 794, height: 1123 } as const;

async function picture(page: Page, name: string) {
  if (!wanted) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}${name}.png`, fullPage: true, animations: "disabled" });
}

// A recording of every look would take longer than the looking.
test.use({ trace: "off" });

for (const { name, who, path, status = 200 } of EVERY_PAGE) {
  test(`${name} prints without the bar and within the width of the paper`, async ({ look, places }) => {
    const page = await look(who, "zh-CN");
    await page.setViewportSize(PAPER);
    await page.emulateMedia({ media: "print" });
    const answer = await page.goto(path(places));
    expect(answer?.status()).toBe(status);
    await expect(page.getByRole("navigation", { name: "主导航" })).toBeHidden();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await picture(page, `${name}.print`);
    await page.emulateMedia({ media: "screen" });
    if (wanted)
      for (const language of ["zh-CN", "en"] as const) {
        const screen = await look(who, language);
        for (const [device, size] of Object.entries({ desk: DESK, phone: PHONE })) {
          await screen.setViewportSize(size);
          await screen.goto(path(places));
          await picture(screen, `${name}.${device}.${language}`);
        }
        await screen.close();
      }
    await page.close();
  });
}
