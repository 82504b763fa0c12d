import { industry } from "../../db/seeds/screening";
import { tabTo, typeInto } from "./support/keys";
import { expect, HENGYANG, PASSWORD, test } from "./support/people";
import { act, itemNumbers, plannedProject, projectFacts } from "./support/project";

/** The main steps with nothing but a keyboard: Tab, Shift+Tab, arrows, Space, Enter, letters. */

test("the first Tab offers the way past the navigation, and takes it", async ({ open }) => {
  const page = await open(HENGYANG.agent);
  await page.goto("/desk");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "跳到主要内容" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("an officer signs in, registers a project, answers the screening and confirms the plan", async ({ page }) => {
  test.setTimeout(90_000);
  await page.goto("/sign-in");
  await expect(page.getByLabel("用户名")).toBeFocused();
  await page.keyboard.insertText(HENGYANG.agent);
  await typeInto(page, "密码", PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/desk$/);

  await tabTo(page, page.getByRole("main").getByRole("link", { name: "登记项目" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "登记项目" })).toBeVisible();
  const facts = projectFacts("键盘登记的项目");
  await typeInto(page, "项目名称", facts.name);
  await page.keyboard.press("Tab");
  for (let presses = 0; presses < 6 && !(await page.getByRole("radio", { name: "工业项目", exact: true }).isChecked()); presses++)
    await page.keyboard.press(presses === 0 ? "Space" : "ArrowDown");
  await typeInto(page, "建设地点", facts.site);
  await typeInto(page, /总投资/, facts.investmentWan);
  await typeInto(page, "建设单位名称", facts.enterpriseName);
  await typeInto(page, "统一社会信用代码", facts.creditCode);
  await typeInto(page, "联系人", facts.contactName);
  await typeInto(page, "联系电话", facts.contactPhone);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "事项筛选" })).toBeVisible();

  for (const [question, answer] of Object.entries(industry())) {
    const group = page.locator(`input[name="${question}"]`);
    await tabTo(page, group.first(), 40);
    const chosen = page.locator(`input[name="${question}"][value="${answer}"]`);
    await page.keyboard.press("Space");
    for (let presses = 0; presses < 8 && !(await chosen.isChecked()); presses++) await page.keyboard.press("ArrowDown");
    await expect(chosen).toBeChecked();
  }
  await tabTo(page, page.getByRole("button", { name: "保存并查看办理计划" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "办理计划" })).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "确认办理计划" }), 200);
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(/\/stages\?done=planned$/);
});

test("the window receives and accepts, the department decides, from the lists to the forms and back", async ({ open, as }) => {
  test.setTimeout(60_000);
  const projectNo = await plannedProject(as, "键盘办理的项目");
  const item = (await itemNumbers(as, projectNo))("投资项目赋码（在线平台申报）");
  const intake = await open(HENGYANG.intake);
  await intake.goto(`/desk/projects/${projectNo}/stages`);
  await tabTo(intake, intake.getByRole("main").getByRole("link", { name: "投资项目赋码（在线平台申报）" }));
  await intake.keyboard.press("Enter");
  await tabTo(intake, intake.getByRole("link", { name: "收件", exact: true }).first());
  await intake.keyboard.press("Enter");
  await tabTo(intake, intake.getByRole("button", { name: "登记收件" }));
  await intake.keyboard.press("Enter");
  await expect(intake).toHaveURL(/done=receipt/);
  await tabTo(intake, intake.getByRole("link", { name: "受理", exact: true }).first());
  await intake.keyboard.press("Enter");

  // A form that comes back: the focus is on what is wrong, and leads to the field.
  await tabTo(intake, intake.getByRole("button", { name: "确认受理" }));
  await intake.keyboard.press("Space");
  await expect(intake.getByRole("alert").first()).toBeFocused();
  await intake.keyboard.press("Tab");
  await intake.keyboard.press("Enter");
  await expect(intake.getByLabel("受理通知书编号")).toBeFocused();
  await intake.keyboard.insertText("衡政务受〔2026〕981号");
  await intake.keyboard.press("Enter");
  await expect(intake).toHaveURL(/done=acceptance/);

  const reviewer = await open(HENGYANG.reform);
  await reviewer.goto(`/desk/items/${item}`);
  await tabTo(reviewer, reviewer.getByRole("link", { name: "作出决定", exact: true }).first());
  await reviewer.keyboard.press("Enter");
  await tabTo(reviewer, reviewer.getByRole("radio", { name: "准予许可" }));
  await reviewer.keyboard.press("Space");
  await typeInto(reviewer, "决定文号", "2602-430400-04-01-981001");
  await reviewer.keyboard.press("Enter");
  await expect(reviewer).toHaveURL(/done=decision/);
  await act(as, HENGYANG.issuing, item, "issue", { on: "2026-03-16" });
});

test("search, person menu and timeline are reached and left by keys", async ({ open, as }) => {
  const projectNo = await plannedProject(as, "键盘查看的项目");
  const page = await open(HENGYANG.agent);
  await page.goto("/desk");
  await page.keyboard.press("/");
  await page.keyboard.insertText("键盘查看");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main").getByRole("link", { name: "键盘查看的项目" }).first()).toBeVisible();

  const menu = page.locator("details.menu summary");
  await tabTo(page, menu);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "退出登录" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "退出登录" })).toBeHidden();
  await expect(menu).toBeFocused();

  await page.goto(`/desk/projects/${projectNo}/timeline`);
  await tabTo(page, page.getByRole("main").locator("svg a, svg [tabindex='0'], [role=region][tabindex='0'], .tl [tabindex='0']").first(), 80);
});
