import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { DESK, overhang, PAPER, PHONE, SMALL_PHONE, violationsOf } from "./support/barriers";
import { EVERY_PAGE } from "./support/every-page";
import { expect, test } from "./support/places";

/**
 * Every page with every rule of axe, on a desk in Chinese and on a phone in English, everything folded opened; within the width of phones
 * and of paper, where the bar stays on the screen. The forms of the acts are drawn by one component; in English the fullest of them stands
 * for all. With `PICTURES=1` also pictures for eyes, in tests/.artifacts/pictures: desk and phone, both languages, print.
 */
const sampled = (name: string) => !name.startsWith("act-") || name === "act-procedure";
const PICTURES = fileURLToPath(new URL("../.artifacts/pictures/", import.meta.url));
const wanted = process.env.PICTURES === "1";

async function picture(page: Page, name: string) {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}${name}.png`, fullPage: true, animations: "disabled" });
}

// The pages of rules hold thousands of elements, and each is looked at twice.
test.describe.configure({ timeout: 120_000 });

for (const { name, who, path, status = 200 } of EVERY_PAGE) {
  test(`${name} has no barrier, one heading of the first level, its language, and nothing beyond the edge of a phone or of paper`, async ({ look, places }) => {
    for (const language of ["zh-CN", "en"] as const) {
      const page = await look(who, language);
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => {
        // The browser reports every answer of 400 and above as an error of its own.
        if (message.type() !== "log" && !message.text().includes(`status of ${status}`)) complaints.push(message.text());
      });
      const answer = await page.goto(path(places));
      expect(answer?.status()).toBe(status);
      const body = (await answer?.body()) ?? Buffer.alloc(0);
      expect(body.includes(0) || body.includes("\uFFFD"), "a broken character in the page").toBe(false);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expect(page.locator("h1")).toHaveCount(1);
      expect(complaints, "the browser has nothing to complain about").toEqual([]);
      if (wanted)
        for (const [device, size] of [
          ["phone", PHONE],
          ["desk", DESK],
        ] as const) {
          await page.setViewportSize(size);
          await picture(page, `${name}.${device}.${language}`);
        }
      await page.setViewportSize(language === "zh-CN" ? DESK : PHONE);
      if (language === "zh-CN" || sampled(name)) expect.soft(await violationsOf(page), `${name} in ${language}`).toEqual([]);
      await page.setViewportSize(PHONE);
      expect.soft(await overhang(page), `${name} in ${language} at 360 px`).toBeLessThanOrEqual(0);
      if (name.startsWith("portal") || who === null) {
        await page.setViewportSize(SMALL_PHONE);
        expect.soft(await overhang(page), `${name} in ${language} at 320 px`).toBeLessThanOrEqual(0);
      }
      if (language === "zh-CN") await onPaper(page, name);
    }
  });
}

/** The bar, the forms' buttons and the way around stay on the screen. */
async function onPaper(page: Page, name: string) {
  await page.setViewportSize(PAPER);
  await page.emulateMedia({ media: "print" });
  await expect.soft(page.getByRole("navigation", { name: "主导航" }), `${name} in print`).toBeHidden();
  expect.soft(await overhang(page), `${name} on paper`).toBeLessThanOrEqual(0);
  if (wanted) await picture(page, `${name}.print`);
}
