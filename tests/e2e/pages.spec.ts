import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { EVERY_PAGE } from "./support/every-page";
import { expect, test } from "./support/places";

/**
 * Every page as people see it: on a desk and on a phone, in both languages, and on paper. Asserted is only that it arrives whole;
 * the pictures in tests/.artifacts/pictures are for eyes. Without `PICTURES=1` none are taken.
 */
const PICTURES = fileURLToPath(new URL("../.artifacts/pictures/", import.meta.url));
const wanted = process.env.PICTURES === "1";

async function picture(page: Page, name: string) {
  if (!wanted) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}${name}.png`, fullPage: true, animations: "disabled" });
}

for (const { name, who, path, status = 200 } of EVERY_PAGE) {
  test(`${name} arrives whole in both languages, without a complaint of the browser`, async ({ open, places }) => {
    for (const language of ["zh-CN", "en"] as const) {
      const page = await open(who, { language });
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => {
        // The browser reports every answer of 400 and above as an error of its own.
        if (message.type() !== "log" && !message.text().includes(`status of ${status}`)) complaints.push(message.text());
      });
      page.on("requestfailed", (request) => complaints.push(`${request.url()} failed`));
      const answer = await page.goto(path(places));
      expect(answer?.status()).toBe(status);
      const body = (await answer?.body()) ?? Buffer.alloc(0);
      expect(body.includes(0), "a NUL in the page").toBe(false);
      expect(body.includes("\uFFFD"), "a broken character in the page").toBe(false);
      await picture(page, `${name}.desk.${language}`);
      await page.setViewportSize({ width: 360, height: 780 });
      await picture(page, `${name}.phone.${language}`);
      if (language === "zh-CN") {
        await page.setViewportSize({ width: 1000, height: 1400 });
        await page.emulateMedia({ media: "print" });
        await expect(page.getByRole("banner")).toBeHidden();
        await picture(page, `${name}.print`);
      }
      expect(complaints).toEqual([]);
      await page.close();
    }
  });
}
