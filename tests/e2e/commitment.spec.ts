import type { Page } from "@playwright/test";
import { HOUSING } from "./support/commitment-forms";
import { expect, HENGYANG, test } from "./support/people";
import { itemNumbers, TODAY } from "./support/project";

const { agent, intake, investor, manager } = HENGYANG;
const PASSWORD = "daiban-demo";
const PERMIT = "建筑工程施工许可证核发";
const DRAWINGS = "施工图设计文件审查（多图联审）";

/** Number of a demo project by a word of its name. */
async function demoProject(page: Page, word: string): Promise<string> {
  await page.goto(`/desk/projects?q=${encodeURIComponent(word)}`);
  const href = await page.locator('main a[href^="/desk/projects/HY-"]').first().getAttribute("href");
  return /HY-\d{4}-\d{4}/.exec(href ?? "")?.[0] ?? "";
}

/** Opens an act from the commitment's page as people do, fills it and sends it. */
async function doAct(page: Page, projectNo: string, button: string, submit: string, fill: (main: ReturnType<Page["getByRole"]>) => Promise<void>) {
  await page.goto(`/desk/projects/${projectNo}/commitment`);
  await page.getByRole("main").getByRole("link", { name: button, exact: true }).first().click();
  const main = page.getByRole("main");
  await fill(main);
  await main.getByRole("button", { name: submit, exact: true }).click();
  await expect(page).toHaveURL(/commitment\?done=/);
}

const status = (page: Page, text: string) => expect(page.getByText(text).first()).toBeVisible();

test("a Hengyang industrial commitment is promised: the investor signs, the department checks, the officer makes it public", async ({ open }) => {
  const officer = await open(agent);
  const projectNo = await demoProject(officer, "协作机器人");
  await officer.goto(`/desk/projects/${projectNo}/commitment`);
  await status(officer, "待承诺");
  await expect(officer.getByText("等建设单位签署")).toBeVisible();

  const enterprise = await open(investor);
  await enterprise.goto(`/portal/projects/${projectNo}`);
  await enterprise.getByRole("link", { name: "签署：项目承诺书" }).click();
  await expect(enterprise.getByText("强制性条文零违反")).toBeVisible();
  await expect(enterprise.getByText("《环境影响评价法》第二十五条：环评未经批准不得开工建设")).toBeVisible();
  await enterprise.getByLabel("签署人姓名").fill("陈志远");
  await enterprise.getByLabel("法定代表人本人").check();
  await enterprise.getByLabel("登录密码", { exact: true }).last().fill(PASSWORD);
  await enterprise.getByLabel("我已读完承诺书，并有权代表本单位签署").check();
  await enterprise.getByRole("button", { name: "签署", exact: true }).click();
  await expect(enterprise).toHaveURL(/done=letter-signed/);

  const housing = await open(HOUSING);
  await doAct(housing, projectNo, "预审", "提交预审结果", async (main) => {
    await main.getByRole("radio", { name: "通过", exact: true }).check();
  });
  await doAct(officer, projectNo, "开始公示", "开始公示", async (main) => {
    await main.getByLabel("公示场所").fill("高新区政务公开栏");
  });
  await status(officer, "公示中");
  await expect(officer.getByText("2026-03-23").first()).toBeVisible();

  const head = await open(manager);
  await head.goto(`/desk/projects/${projectNo}/commitment/force`);
  await expect(head.getByRole("button", { name: "生效", exact: true })).toHaveCount(0);
  await enterprise.goto(`/portal/projects/${projectNo}`);
  const waits = enterprise.getByRole("listitem").filter({ hasText: /^等待：公示期满且没有异议，承诺即可生效/ });
  await expect(waits).toContainText("至 2026-03-23");
});

test("a Hengyang industrial commitment is built, then verified: in force, permitted at once, checked, completed, verified, kept", async ({ open, as }) => {
  const head = await open(manager);
  const projectNo = await demoProject(head, "数控刀具");
  await head.goto("/desk?show=commitment");
  await expect(head.getByRole("link", { name: "数控刀具生产基地项目" }).first()).toBeVisible();
  await doAct(head, projectNo, "承诺生效", "生效", async (main) => {
    await main.getByLabel("开工前核查期限").fill("2026-03-20");
  });
  await status(head, "承诺生效，履约监管");
  await expect(head.getByText("可以办理施工许可。")).toBeVisible();

  const itemNo = (await itemNumbers(as, projectNo))(PERMIT);
  await (await as(intake)).done(`/desk/items/${itemNo}/receipt`, { on: TODAY });
  await (await as(intake)).done(`/desk/items/${itemNo}/acceptance`, { on: TODAY, acceptanceNo: "衡政务受〔2026〕971号" });
  await (await as(HOUSING)).done(`/desk/items/${itemNo}/decision`, { granted: "yes", on: TODAY, decisionNo: "衡建施〔2026〕971号" });
  await head.goto(`/desk/projects/${projectNo}/commitment`);
  await status(head, "施工许可已取得。");
  await expect(head.getByText("开工前核查还没有通过")).toBeVisible();

  const housing = await open(HOUSING);
  const met = async (point: string) =>
    doAct(housing, projectNo, "登记核查", "登记核查结果", async (main) => {
      await main.getByRole("radio", { name: point, exact: true }).check();
      await main.getByRole("radio", { name: "符合", exact: true }).check();
      await main.getByLabel("依据材料").fill("现场照片6张\n核查记录");
    });
  await met("开工前");
  await status(housing, "可以开工。");
  await met("建设期");
  const officer = await open(agent);
  await doAct(officer, projectNo, "登记竣工", "登记竣工", async (main) => {
    await main.getByLabel("竣工文件").fill("竣工验收报告2026-31");
  });
  await expect(officer.getByText("对标验收合格前不得投产。")).toBeVisible();
  await met("竣工");
  const enterprise = await open(investor);
  await enterprise.goto(`/portal/projects/${projectNo}`);
  await expect(enterprise.getByText("对标验收合格前不得投产。")).toBeVisible();

  await met("竣工对标验收");
  await status(housing, "验收合格，投产监管");
  const drawings = (await itemNumbers(as, projectNo))(DRAWINGS);
  await (await as(intake)).done(`/desk/items/${drawings}/receipt`, { on: TODAY });
  await (await as(intake)).done(`/desk/items/${drawings}/acceptance`, { on: TODAY, acceptanceNo: "衡政务受〔2026〕972号" });
  await (await as(HOUSING)).done(`/desk/items/${drawings}/decision`, { granted: "yes", on: TODAY, decisionNo: "衡建图〔2026〕972号" });
  await met("投产");
  await status(housing, "承诺已兑现");
  await doAct(head, projectNo, "登记奖励", "登记", async (main) => {
    await main.getByLabel("奖励内容").fill("列入守诺企业名单");
  });
  await enterprise.goto(`/portal/projects/${projectNo}`);
  await enterprise.getByText("承诺已兑现").click();
  await expect(enterprise.getByText("投产核查，符合")).toBeVisible();
});
