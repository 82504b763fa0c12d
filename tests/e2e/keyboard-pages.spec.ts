import type { Page } from "@playwright/test";
import { pdf } from "../support/file-kit";
import { tabTo, typeInto, walkThrough } from "./support/keys";
import { HENGYANG } from "./support/people";
import { expect, test } from "./support/places";
import { itemNumbers, plannedProject } from "./support/project";
import { ITEM } from "./support/world";

/** Pages of materials, windows, reviews, findings, papers and guides with nothing but a keyboard. */

const { agent, intake, issuing, manager, planning, investor } = HENGYANG;
const main = (page: Page) => page.getByRole("main");

test.describe.configure({ timeout: 90_000 });

/** Chooses a file in the box that has the focus, as Enter opens the system's own window. */
async function chooseFile(page: Page, name: string) {
  const box = page.getByLabel("选择文件");
  await tabTo(page, box);
  const chosen = page.waitForEvent("filechooser");
  // Asked and answered once, so that the browser knows by now that its window is waited for.
  await expect(box).toBeFocused();
  await page.keyboard.press("Enter");
  const chooser = await chosen;
  await chooser.setFiles({ name, mimeType: "application/pdf", buffer: pdf(name) });
}

test("an officer records paper on the checklist and uploads a file, from the project's materials and back", async ({ open, as }) => {
  const projectNo = await plannedProject(as, "键盘登记材料的项目");
  const item = (await itemNumbers(as, projectNo))(ITEM.code);
  const page = await open(agent);
  await page.goto(`/desk/projects/${projectNo}/materials`);
  await tabTo(page, main(page).locator(`a[href="/desk/items/${item}/materials"]`).first(), 120);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/desk/items/${item}/materials`));
  await typeInto(page, /原件.*项目基本信息表|项目基本信息表.*原件/, "1");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/done=materials/);
  await tabTo(page, main(page).locator('a[href*="/materials/file"]').first(), 80);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/materials\/file\?material=/);

  // A form that comes back: the error is read first and leads to the box.
  await tabTo(page, page.getByRole("button", { name: "上传", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").first()).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("选择文件")).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await chooseFile(page, "营业执照.pdf");
  await tabTo(page, page.getByRole("button", { name: "上传", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/done=file/);
  await expect(main(page)).toContainText("营业执照.pdf");
});

test("an investor hands a file in at the portal", async ({ open, as }) => {
  const projectNo = await plannedProject(as, "键盘上传材料的项目");
  const page = await open(investor);
  await page.goto(`/portal/projects/${projectNo}/materials`);
  await tabTo(page, main(page).locator('a[href*="/materials/file"]').first());
  await page.keyboard.press("Enter");
  // The browser opens its window for files only once the page is all there.
  await page.waitForURL(/\/materials\/file\?/);
  await chooseFile(page, "授权书.pdf");
  await tabTo(page, page.getByRole("button", { name: "上传", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/done=file/);
  await expect(main(page)).toContainText("授权书.pdf");
});

test("a window receives a project's items together", async ({ open, as }) => {
  const projectNo = await plannedProject(as, "键盘一窗收件的项目");
  const page = await open(intake);
  await page.goto(`/desk/window/${projectNo}?do=receive`);
  const first = main(page).getByRole("checkbox").first();
  await tabTo(page, first);
  if (!(await first.isChecked())) await page.keyboard.press("Space");
  await expect(first).toBeChecked();
  await tabTo(page, main(page).locator("form button[type=submit]").last(), 80);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/[?&]done=/);
  await page.goto("/desk/window");
  await tabTo(page, main(page).getByRole("link", { name: "键盘一窗收件的项目" }), 160);
});

test("a visitor finds a guide and answers the screening", async ({ open }) => {
  const page = await open(null);
  await page.goto("/guides?centre=HY");
  const search = main(page).getByRole("searchbox").or(main(page).locator('input[name="q"]')).first();
  await tabTo(page, search);
  await page.keyboard.insertText("规划许可证");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=/);
  await tabTo(page, main(page).locator('a[href*="/guides/planning-permit"]').first(), 120);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("建设工程规划许可证核发");

  await page.goto("/screening?centre=HY");
  const kind = main(page).locator('input[name="category"]').first();
  await tabTo(page, kind);
  await page.keyboard.press("Space");
  await tabTo(page, main(page).locator("form button[type=submit]").first(), 80);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/category=/);
  // Every question stands at "not known yet"; an arrow chooses the answer above it.
  const unknown = main(page).locator('input[type=radio][name^="q-"]:checked').first();
  const name = await unknown.getAttribute("name");
  await tabTo(page, unknown);
  await page.keyboard.press("ArrowUp");
  await expect(main(page).locator(`input[name="${name}"]:checked`)).not.toHaveValue("");
  await tabTo(page, main(page).locator("form button[type=submit]").first(), 160);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/show=list/);
  expect(new URL(page.url()).searchParams.get(name ?? "")).toBeTruthy();
});

const WALKED: readonly (readonly [name: string, who: string | null, path: (places: { [K in "projectNo" | "demoNo"]: string } & Walk) => string])[] = [
  ["materials of a project", agent, ({ demoNo }) => `/desk/projects/${demoNo}/materials`],
  ["checklist of an item", intake, ({ item }) => `/desk/items/${item(ITEM.water)}/materials`],
  ["upload", agent, ({ item }) => `/desk/items/${item(ITEM.water)}/materials/file?material=c0`],
  ["window desk", intake, () => "/desk/window"],
  ["issuing window", issuing, () => "/desk/window"],
  ["papers of a project at the window", intake, ({ projectNo }) => `/desk/window/${projectNo}?do=papers`],
  ["pre-check at the window", intake, ({ projectNo }) => `/desk/window/${projectNo}?do=precheck`],
  ["reviews of a project", agent, ({ projectNo }) => `/desk/projects/${projectNo}/reviews`],
  ["joint review", planning, ({ projectNo, reviews }) => `/desk/projects/${projectNo}/reviews/${reviews.conference}`],
  ["convening", agent, ({ projectNo }) => `/desk/projects/${projectNo}/review?stage=S1`],
  ["findings", manager, () => "/desk/findings"],
  ["papers", agent, ({ demoNo }) => `/desk/projects/${demoNo}/papers`],
  ["guides", null, () => "/guides?centre=HY"],
  ["guide", null, () => "/guides/planning-permit?centre=HY"],
  ["screening", null, () => "/screening?centre=HY&category=IND"],
  ["screening list", null, () => "/screening?centre=HY&category=IND&show=list&q-eia=form"],
  ["portal materials", investor, ({ projectNo }) => `/portal/projects/${projectNo}/materials`],
  ["timeline", agent, ({ demoNo }) => `/desk/projects/${demoNo}/timeline`],
];
interface Walk {
  readonly item: (name: string) => string;
  readonly reviews: { readonly conference: string };
}

for (const [name, who, path] of WALKED)
  test(`${name}: Tab reaches every control, shows where it is, and leaves the page again`, async ({ look, places }) => {
    const page = await look(who, "zh-CN");
    await page.goto(path(places));
    await walkThrough(page);
  });
