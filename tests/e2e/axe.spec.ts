import { DESK, overhang, PHONE, SMALL_PHONE, violationsOf } from "./support/barriers";
import { EVERY_PAGE } from "./support/every-page";
import { expect, test } from "./support/places";

/**
 * Every page with every rule of axe: on a desk in Chinese, on a phone in English, everything folded opened. The forms of the acts are
 * drawn by one component; in English the fullest of them stands for all.
 */
const sampled = (name: string) => !name.startsWith("act-") || name === "act-procedure";

// A recording of every look would take longer than the looking.
test.use({ trace: "off" });
// The pages of rules hold thousands of elements, and each is looked at twice.
test.describe.configure({ timeout: 120_000 });

for (const { name, who, path, status = 200 } of EVERY_PAGE) {
  test(`${name} has no barrier, one heading of the first level, its language, and nothing beyond the edge of a phone`, async ({ look, places }) => {
    for (const language of ["zh-CN", "en"] as const) {
      const page = await look(who, language);
      await page.setViewportSize(language === "zh-CN" ? DESK : PHONE);
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
      if (language === "zh-CN" || sampled(name)) expect.soft(await violationsOf(page), `${name} in ${language}`).toEqual([]);
      await page.setViewportSize(PHONE);
      expect.soft(await overhang(page), `${name} in ${language} at 360 px`).toBeLessThanOrEqual(0);
      if (name.startsWith("portal") || who === null) {
        await page.setViewportSize(SMALL_PHONE);
        expect.soft(await overhang(page), `${name} in ${language} at 320 px`).toBeLessThanOrEqual(0);
      }
      await page.close();
    }
  });
}

test("a form that comes back with errors has no barrier either", async ({ look, places }) => {
  const page = await look("demo-hy-agent", "zh-CN");
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
  await page.close();
});

test("the answer to a progress query has no barrier and fits a small phone", async ({ look, as, places }) => {
  const { html } = await (await as("demo-hy-investor")).read(`/portal/projects/${places.demoNo}`);
  const queryCode = /[2-9A-HJ-NP-Z]{8}/.exec(html.slice(html.indexOf("进度查询码")))?.[0] ?? "";
  const page = await look(null, "zh-CN");
  await page.setViewportSize(SMALL_PHONE);
  await page.goto("/progress");
  await page.getByLabel("办件编号").fill(places.demoNo);
  await page.getByLabel("查询码").fill(queryCode);
  await page.getByRole("button", { name: "查询" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("减速器");
  expect(await violationsOf(page)).toEqual([]);
  expect(await overhang(page)).toBeLessThanOrEqual(0);
  await page.close();
});
