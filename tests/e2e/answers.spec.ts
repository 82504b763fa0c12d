import { overhang, PHONE, SMALL_PHONE, violationsOf } from "./support/barriers";
import { expect, test } from "./support/places";

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
});
