import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { EVERY_PAGE } from "./support/every-page";
import { expect, test } from "./support/places";

/** Every page with every rule of axe: on a desk in Chinese, on a phone in English, everything folded opened. */

const PHONE = { width: 360, height: 780 } as const;
/** The smallest phones; asked of the pages people carry with them. */
const SMALL_PHONE = { width: 320, height: 640 } as const;

async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.locator("details").evaluateAll((all) => {
    for (const one of all) (one as HTMLDetailsElement).open = true;
  });
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, any }) => `${id}: ${help} at ${target.join(" ")} ${any[0]?.message ?? ""}`));
}

/** How far the page is wider than the window, in pixels. */
const overhang = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const { name, who, path, status = 200 } of EVERY_PAGE) {
  test(`${name} has no barrier, one heading of the first level, its language, and nothing beyond the edge of a phone`, async ({ open, places }) => {
    for (const language of ["zh-CN", "en"] as const) {
      const page = await open(who, { language });
      const answer = await page.goto(path(places));
      expect(answer?.status()).toBe(status);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expect(page.locator("h1")).toHaveCount(1);
      if (language === "en") await page.setViewportSize(PHONE);
      expect(await violationsOf(page), `${name} in ${language}`).toEqual([]);
      await page.setViewportSize(PHONE);
      expect(await overhang(page), `${name} in ${language} at 360 px`).toBeLessThanOrEqual(0);
      if (name.startsWith("portal") || who === null) {
        await page.setViewportSize(SMALL_PHONE);
        expect(await overhang(page), `${name} in ${language} at 320 px`).toBeLessThanOrEqual(0);
      }
      await page.close();
    }
  });
}

test("a form that comes back with errors has no barrier either", async ({ open, places }) => {
  const page = await open("demo-hy-agent");
  await page.goto("/desk/projects/new");
  await page.getByRole("button", { name: "登记并进入事项筛选" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await page.goto(`/desk/projects/${places.projectNo}/note`);
  await page.getByRole("button", { name: "添加备注" }).click();
  await page.setViewportSize(PHONE);
  await expect(page.getByRole("alert")).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  expect(await overhang(page)).toBeLessThanOrEqual(0);
});

test("the answer to a progress query has no barrier and fits a small phone", async ({ open, as, places }) => {
  const { html } = await (await as("demo-hy-investor")).read(`/portal/projects/${places.demoNo}`);
  const queryCode = /[2-9A-HJ-NP-Z]{8}/.exec(html.slice(html.indexOf("进度查询码")))?.[0] ?? "";
  const page = await open(null, { viewport: SMALL_PHONE });
  await page.goto("/progress");
  await page.getByLabel("办件编号").fill(places.demoNo);
  await page.getByLabel("查询码").fill(queryCode);
  await page.getByRole("button", { name: "查询" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("减速器");
  expect(await violationsOf(page)).toEqual([]);
  expect(await overhang(page)).toBeLessThanOrEqual(0);
});
