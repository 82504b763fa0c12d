import type { Page } from "@playwright/test";
import { tabTo, typeInto, walkThrough } from "./support/keys";
import { HENGYANG, PASSWORD } from "./support/people";
import { expect, test } from "./support/places";
import { applied, keyProject, SIGNER } from "./support/simulated";
import { ITEM } from "./support/world";

/** Simulated runs and the letters they ask for with nothing but a keyboard. */

const { agent, intake, manager, planning, investor } = HENGYANG;
const main = (page: Page) => page.getByRole("main");

test.describe.configure({ timeout: 90_000 });

test("an officer applies, the enterprise signs and the manager agrees, from page to page by keys", async ({ open, as }) => {
  const project = await keyProject(as, "键盘模拟审批的项目");
  const officer = await open(agent);
  await officer.goto(project.tab);
  await tabTo(officer, main(officer).getByRole("link", { name: "申请模拟审批" }));
  await officer.keyboard.press("Enter");
  await tabTo(officer, officer.getByRole("radio", { name: "全程模拟" }));
  await officer.keyboard.press("Space");
  await tabTo(officer, officer.getByRole("checkbox", { name: ITEM.conditions }));
  await officer.keyboard.press("Space");
  await tabTo(officer, officer.getByRole("checkbox", { name: "国有建设用地使用权", exact: true }));
  await officer.keyboard.press("Space");
  // Sent without the day the land is expected: the error is read first and leads to its field.
  await officer.keyboard.press("Enter");
  await expect(officer.getByRole("alert").first()).toBeFocused();
  await officer.keyboard.press("Tab");
  await officer.keyboard.press("Enter");
  const expected = officer.locator("[name=expected-land-right]");
  await expect(expected).toBeFocused();
  await expected.evaluate((control: HTMLInputElement) => {
    control.type = "text";
  });
  await officer.keyboard.insertText("2026-04-30");
  await officer.keyboard.press("Enter");
  await expect(officer).toHaveURL(/done=simulation-application/);

  const enterprise = await open(investor);
  await enterprise.goto(`/portal/projects/${project.projectNo}`);
  await tabTo(enterprise, main(enterprise).getByRole("link", { name: "签署：模拟审批风险承诺书" }));
  await enterprise.keyboard.press("Enter");
  await typeInto(enterprise, "签署人姓名", SIGNER);
  await tabTo(enterprise, enterprise.getByRole("radio", { name: "法定代表人本人" }));
  await enterprise.keyboard.press("Space");
  await tabTo(enterprise, enterprise.locator("[name=password]"));
  await enterprise.keyboard.insertText(PASSWORD);
  await tabTo(enterprise, enterprise.getByLabel("我已读完承诺书，并有权代表本单位签署"));
  await enterprise.keyboard.press("Space");
  await tabTo(enterprise, enterprise.getByRole("button", { name: "签署", exact: true }));
  await enterprise.keyboard.press("Enter");
  await expect(enterprise).toHaveURL(/done=letter-signed/);

  const centre = await open(manager);
  await centre.goto(`${project.tab}/ruling`);
  await tabTo(centre, centre.getByRole("radio", { name: "同意模拟受理" }));
  await centre.keyboard.press("Space");
  await typeInto(centre, "理由", "重点项目，用地已公告");
  await tabTo(centre, main(centre).locator("form button[type=submit]").last());
  await centre.keyboard.press("Enter");
  await expect(centre).toHaveURL(/done=simulation-ruling/);
  await expect(main(centre)).toContainText("模拟审批中");
});

test("a code is handed out at the counter by keys, and read out when it is there", async ({ open, as }) => {
  const project = await keyProject(as, "键盘发放签署码的项目");
  await applied(as, project, [ITEM.conditions]);
  const page = await open(intake);
  await page.goto(`/desk/projects/${project.projectNo}/signing-code`);
  await tabTo(page, page.getByRole("radio", { name: SIGNER }));
  await page.keyboard.press("Space");
  await tabTo(page, page.getByRole("radio", { name: "居民身份证", exact: true }));
  await page.keyboard.press("Space");
  await tabTo(page, page.getByLabel("我已当面核验签署人身份，与账户姓名一致"));
  await page.keyboard.press("Space");
  await tabTo(page, page.getByRole("button", { name: "生成签署码" }));
  await page.keyboard.press("Enter");
  await expect(main(page).locator(".signing-code")).toContainText(/[2-9A-Z]{4}-[2-9A-Z]{4}/);
});

test("every control of the pages of a simulated run is reached by Tab, seen and left again", async ({ look, places: { simulated } }) => {
  const pages: readonly (readonly [who: string, path: string])[] = [
    [agent, simulated.applied.tab],
    [agent, simulated.converting.tab],
    [agent, `${simulated.bare.tab}/application`],
    [agent, `${simulated.applied.tab}/answer`],
    [agent, `${simulated.running.tab}/trigger`],
    [manager, `${simulated.running.tab}/termination`],
    [planning, `/desk/items/${simulated.running.item(ITEM.scheme)}/simulated-opinion`],
    [planning, `/desk/items/${simulated.converting.item(ITEM.scheme)}/difference-review`],
    [intake, `/desk/items/${simulated.ready.item(ITEM.conditions)}/conversion`],
    [agent, `/desk/projects/${simulated.ready.projectNo}/timeline`],
    [investor, simulated.letter],
    [investor, `/portal/projects/${simulated.converting.projectNo}`],
  ];
  for (const [who, path] of pages) {
    const page = await look(who, "zh-CN");
    await page.goto(path);
    await walkThrough(page);
  }
});
