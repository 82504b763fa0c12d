import { execFileSync } from "node:child_process";
import type { Page } from "@playwright/test";
import { industry } from "../../db/seeds/screening";
import { expect, HENGYANG, test } from "./support/people";
import { act, itemNumbers, plannedProject, projectFacts } from "./support/project";

/** Text of a PDF as a reader of the paper gets it. */
const pdfText = (pdf: Buffer): string => execFileSync("pdftotext", ["-layout", "-", "-"], { encoding: "utf8", input: pdf });

const heading = (page: Page, name: string | RegExp) => expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
const said = (page: Page, text: string) => expect(page.getByText(text, { exact: true })).toBeVisible();

/** Opens an act from the item's page as people do, fills it and sends it. */
async function doAct(page: Page, itemNo: string, button: string, submit: string, fill: (main: ReturnType<Page["getByRole"]>) => Promise<void>) {
  await page.goto(`/desk/items/${itemNo}`);
  await page.getByRole("link", { name: button, exact: true }).first().click();
  const main = page.getByRole("main");
  await fill(main);
  await main.getByRole("button", { name: submit, exact: true }).click();
  await expect(page).toHaveURL(/[?&]done=/);
}

/** Fills the registration and the screening as the officer does; ends on the plan's preview. */
async function register(page: Page, name: string) {
  await page.goto("/desk");
  await page.getByRole("main").getByRole("link", { name: "登记项目" }).click();
  await heading(page, "登记项目");
  const facts = projectFacts(name);
  await page.getByLabel("项目名称").fill(facts.name);
  await page.getByRole("radio", { name: "工业项目", exact: true }).check();
  await page.getByLabel("建设地点").fill(facts.site);
  await page.getByLabel("总投资").fill(facts.investmentWan);
  await page.getByLabel("建设单位名称").fill(facts.enterpriseName);
  await page.getByLabel("统一社会信用代码").fill(facts.creditCode);
  await page.getByLabel("联系人").fill(facts.contactName);
  await page.getByLabel("联系电话").fill(facts.contactPhone);
  await page.getByLabel("登记日期").fill(facts.on);
  await page.getByRole("button", { name: "登记并进入事项筛选" }).click();
  await heading(page, "事项筛选");
  for (const [question, answer] of Object.entries(industry())) await page.locator(`input[name="${question}"][value="${answer}"]`).check();
  await page.getByRole("button", { name: "保存并查看办理计划" }).click();
  await heading(page, "办理计划");
}

async function confirmPlan(page: Page): Promise<string> {
  await page.getByLabel("确认日期").fill("2026-02-25");
  await page.getByRole("button", { name: "确认办理计划" }).click();
  await expect(page).toHaveURL(/\/stages\?done=planned$/);
  return /projects\/([\w-]+)\//.exec(page.url())?.[1] ?? "";
}

test("a project goes from its registration to a delivered result, a portal page, a public page and a report that proves genuine", async ({ open, as }) => {
  test.setTimeout(120_000);
  const name = "年产八百万套精密轴承智能工厂项目";
  const agent = await open(HENGYANG.agent);
  const intake = await open(HENGYANG.intake);
  const reviewer = await open(HENGYANG.planning);
  const second = await open(HENGYANG.planning2);
  const issuing = await open(HENGYANG.issuing);
  const itemPage = (page: Page) => page.goto(`/desk/items/${conditions}`);
  let conditions = "";

  await test.step("the officer registers it, and the plan says that ten days cannot be met and by how much", async () => {
    await register(agent, name);
    const feasibility = agent
      .locator("section, article, div")
      .filter({ has: agent.getByRole("heading", { name: "时限可行性" }) })
      .last();
    await expect(feasibility).toContainText("46 / 10 个工作日");
    await expect(feasibility).toContainText("■超出 36 个工作日");
    await expect(feasibility.getByRole("heading", { name: "可以缩短的办法" })).toBeVisible();
  });
  const projectNo = await confirmPlan(agent);
  const itemNo = await itemNumbers(as, projectNo);
  conditions = itemNo("规划条件核提");
  const code = itemNo("投资项目赋码（在线平台申报）");
  const filing = itemNo("企业投资项目备案");

  await test.step("an item answered on the spot is accepted by itself on a Friday, and is due on the Saturday that is worked", async () => {
    await doAct(intake, code, "收件", "登记收件", (main) => main.getByLabel("收件日期").fill("2026-02-27"));
    await doAct(intake, code, "受理", "确认受理", async (main) => {
      await main.getByLabel("受理日期").fill("2026-02-27");
      await main.getByLabel("受理通知书编号").fill("衡政务受〔2026〕901号");
    });
    const clock = intake.getByRole("region", { name: "承诺时限" });
    await expect(clock).toContainText("2026-02-28 周六");
    await expect(clock).toContainText("已超期 11 个工作日");
    await act(as, HENGYANG.reform, code, "decision", { granted: "yes", on: "2026-02-28", decisionNo: "2602-430400-04-01-901001" });
    await act(as, HENGYANG.issuing, code, "issue", { on: "2026-02-28" });
    await act(as, HENGYANG.issuing, code, "delivery", { receivedBy: "陈志远", identityChecked: "yes", on: "2026-02-28" });
  });

  await test.step("the window tells everything that is missing in one list, and the officer brings it", async () => {
    await doAct(agent, conditions, "收件", "登记收件", (main) => main.getByLabel("收件日期").fill("2026-03-04"));
    await doAct(intake, conditions, "告知补正", "发出一次性告知", async (main) => {
      await main.getByLabel("告知日期").fill("2026-03-05");
      await main.getByLabel("通知书编号").fill("衡政务告〔2026〕901号");
      await main.getByLabel("需要补正的内容").fill("地块红线图缺坐标\n现状地形图不是最新版本");
      await main.getByLabel(/补正期限/).fill("2026-03-12");
    });
    await expect(intake.getByText("等投资方补正").first()).toBeVisible();
    await doAct(agent, conditions, "登记补正", "登记补正", (main) => main.getByLabel("补齐日期").fill("2026-03-09"));
  });

  await test.step("the window accepts what was received of the stage together", async () => {
    await act(as, HENGYANG.intake, filing, "receipt", { on: "2026-03-06" });
    await intake.goto(`/desk/projects/${projectNo}/stages`);
    await intake.getByRole("link", { name: "统一受理 2 项" }).click();
    await intake.getByLabel("受理日期").fill("2026-03-09");
    await intake.getByLabel("受理通知书编号").fill("衡政务受〔2026〕902号");
    await intake.getByRole("button", { name: "统一受理" }).click();
    await said(intake, "已统一受理。");
    for (const accepted of [conditions, filing]) {
      await intake.goto(`/desk/items/${accepted}`);
      await expect(intake.getByText("衡政务受〔2026〕902号").first()).toBeVisible();
    }
  });

  await test.step("accepted on Monday 9 March, five working days end today", async () => {
    await itemPage(reviewer);
    const clock = reviewer.getByRole("region", { name: "承诺时限" });
    await expect(clock).toContainText("2026-03-16 周一");
    await expect(clock).toContainText("今日到期");
    await expect(clock).toContainText("▲临期");
  });

  await test.step("the department starts, two persons examine, and a special procedure stops the clock and lets it go on", async () => {
    await doAct(reviewer, conditions, "开始办理", "开始办理", (main) => main.getByLabel("开始办理日期").fill("2026-03-10"));
    await doAct(reviewer, conditions, "记录环节", "记录环节完成", (main) => main.getByLabel("完成日期").fill("2026-03-10"));
    await doAct(reviewer, conditions, "启动特别程序", "启动特别程序", async (main) => {
      await main.getByRole("radio", { name: "专家评审" }).check();
      await main.getByLabel("开始日期").fill("2026-03-10");
      await main.getByLabel(/通知书编号/).fill("衡自然资规特〔2026〕901号");
      await main.getByLabel(/告知所需时间/).fill("8");
      await main.getByLabel("理由").fill("规划条件涉及高压走廊，需专家评审");
    });
    const clock = reviewer.getByRole("region", { name: "承诺时限" });
    await expect(clock).toContainText("‖暂停计时");
    await expect(clock).not.toContainText("2026-03-16");
    await doAct(reviewer, conditions, "结束特别程序", "结束特别程序", async (main) => {
      await main.getByLabel("结束日期").fill("2026-03-12");
      await main.getByLabel("结果", { exact: true }).fill("专家评审通过");
    });
    await doAct(second, conditions, "记录环节", "记录环节完成", (main) => main.getByLabel("完成日期").fill("2026-03-13"));
    const steps = second.getByRole("table", { name: "办理环节列表" });
    await expect(steps).toContainText("肖文博");
    await expect(steps).toContainText("旷晓琳");
  });

  await test.step("the clock is right to the day, and every day of it is explained", async () => {
    await itemPage(reviewer);
    const clock = reviewer.getByRole("region", { name: "承诺时限" });
    await expect(clock).toContainText("2026-03-18 周三");
    await expect(clock).toContainText("剩 2 个工作日");
    await expect(clock).toContainText("●正常");
    await clock.getByRole("link", { name: "逐日说明" }).click();
    await expect(reviewer).toHaveTitle(/^时限逐日说明/);
    const ledger = reviewer.getByRole("table", { name: "逐日台账" });
    const day = (date: string) => ledger.getByRole("row").filter({ has: reviewer.locator(`time[datetime="${date}"]`) });
    const counted = (date: string, number: string) => expect(day(date).getByRole("cell").last()).toHaveText(number);
    await expect(day("2026-03-09")).toContainText("起算日，当日不计");
    await counted("2026-03-10", "1");
    for (const paused of ["2026-03-11", "2026-03-12"]) await expect(day(paused)).toContainText("暂停：专家评审");
    await counted("2026-03-12", "");
    await counted("2026-03-13", "2");
    for (const weekend of ["2026-03-14", "2026-03-15"]) await expect(day(weekend)).toContainText("休息日");
    await counted("2026-03-16", "3");
    await counted("2026-03-17", "4");
    await counted("2026-03-18", "5");
    await expect(day("2026-03-18")).toContainText("到期日");
    await expect(reviewer.getByRole("main")).toContainText("自 2026-03-09 起算，共 5 个工作日");
    await expect(reviewer.getByRole("main")).toContainText("暂停 2 日不计");
  });

  await test.step("another person of the department decides, and the issuing window hands the result over", async () => {
    await doAct(reviewer, conditions, "作出决定", "作出决定", async (main) => {
      await main.getByRole("radio", { name: "准予许可" }).check();
      await main.getByLabel("决定日期").fill("2026-03-16");
      await main.getByLabel("决定文号").fill("衡自然资规〔2026〕901号");
    });
    await doAct(issuing, conditions, "出件", "登记出件", (main) => main.getByLabel("出件日期").fill("2026-03-16"));
    await doAct(issuing, conditions, "送达", "登记送达", async (main) => {
      await main.getByLabel("签收人").fill("陈志远");
      await main.getByLabel("已核对领取人身份").check();
      await main.getByLabel("送达日期").fill("2026-03-16");
    });
    await expect(issuing.getByRole("region", { name: "承诺时限" })).toContainText("已停止计时");
  });

  await test.step("the timeline shows the item, its pause and what comes next, as a drawing and as a table", async () => {
    await agent.goto(`/desk/projects/${projectNo}/timeline`);
    await expect(agent.getByRole("main").locator("svg").filter({ hasText: "规划条件核提" }).first()).toBeVisible();
    await agent.getByText("用表格查看").click();
    const table = agent.getByRole("main").getByRole("table").filter({ hasText: "规划条件核提" }).first();
    await expect(table).toContainText("03-09");
  });

  const queryCode = await test.step("the overview gives the query code, and the manager sees the same project", async () => {
    await agent.goto(`/desk/projects/${projectNo}`);
    const value = agent.locator("dt", { hasText: /^查询码$/ }).locator("xpath=following-sibling::dd[1]");
    const manager = await open(HENGYANG.manager);
    await manager.goto(`/desk/projects?q=${encodeURIComponent("精密轴承")}`);
    await manager.getByRole("main").locator(`a[href="/desk/projects/${projectNo}"]`).click();
    await heading(manager, name);
    return (/[2-9A-Z]{8}/.exec((await value.textContent()) ?? "") ?? [""])[0];
  });
  expect(queryCode).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);

  await test.step("the investor reads it on the portal", async () => {
    const investor = await open(HENGYANG.investor, { viewport: { width: 360, height: 780 } });
    await investor.goto("/portal");
    await investor
      .getByRole("link", { name: `查看进度 ${name}` })
      .and(investor.locator(`[href$="${projectNo}"]`))
      .click();
    await heading(investor, name);
    await expect(investor.getByRole("main")).toContainText("规划条件核提");
    await expect(investor.getByRole("main")).toContainText("2 / 8 项");
    await expect(investor.getByRole("main")).toContainText("李敏");
  });

  await test.step("anyone with the number and the query code sees how far it is, and no names", async () => {
    const anyone = await open(null);
    await anyone.goto("/progress");
    await anyone.getByLabel("办件编号").fill(projectNo);
    await anyone.getByLabel("查询码").fill(queryCode.toLowerCase());
    await anyone.getByRole("button", { name: "查询" }).click();
    await heading(anyone, `${name}的进度`);
    await expect(anyone.getByRole("main")).toContainText("2 / 28 项");
    await expect(anyone.getByRole("main")).not.toContainText("陈志远");
    await expect(anyone.getByRole("main")).not.toContainText("13800001402");
  });

  await test.step("the progress report carries the project, and its code proves it genuine", async () => {
    await agent.goto(`/desk/projects/${projectNo}`);
    const href = await agent.getByRole("link", { name: "进度报告 PDF" }).getAttribute("href");
    const paper = await agent.request.get(href ?? "");
    expect(paper.headers()["content-type"]).toBe("application/pdf");
    expect(paper.headers()["content-disposition"]).toMatch(/^inline; filename="[\w-]+\.pdf"$/);
    const text = pdfText(await paper.body());
    expect(text).toContain(name);
    expect(text).toContain(projectNo);
    expect(text).toContain("规划条件核提");
    const verifyCode = /\/verify\/([\w-]+)/.exec(text)?.[1] ?? "";
    const anyone = await open(null);
    const answer = await anyone.goto(`/verify/${verifyCode}`);
    expect(answer?.status()).toBe(200);
    await expect(anyone.getByRole("main")).toContainText("真实有效");
    await expect(anyone.getByRole("main")).toContainText(projectNo);
  });
});

test("a list of defects a second time needs the manager's signed reason", async ({ open, as }) => {
  const projectNo = await plannedProject(as, "再次告知试验项目");
  const item = (await itemNumbers(as, projectNo))("规划条件核提");
  await act(as, HENGYANG.intake, item, "receipt", { on: "2026-03-11" });
  await act(as, HENGYANG.intake, item, "correction", { on: "2026-03-12", noticeNo: "衡政务告〔2026〕911号", defects: "缺红线图" });
  await act(as, HENGYANG.intake, item, "supply", { on: "2026-03-13" });
  const intake = await open(HENGYANG.intake);
  await intake.goto(`/desk/items/${item}`);
  await expect(intake.getByRole("link", { name: "告知补正", exact: true })).toHaveCount(0);
  const manager = await open(HENGYANG.manager);
  await doAct(manager, item, "批准再次告知", "批准再次告知", (main) => main.getByLabel("理由").fill("补交的红线图与规划条件不符，首次告知时无从发现"));
  await doAct(intake, item, "告知补正", "发出一次性告知", async (main) => {
    await main.getByLabel("告知日期").fill("2026-03-16");
    await main.getByLabel("通知书编号").fill("衡政务告〔2026〕912号");
    await main.getByLabel("需要补正的内容").fill("红线图坐标系应为国家大地坐标系");
  });
  await expect(intake.getByRole("region", { name: "第 2 次告知" })).toContainText("首次告知时无从发现");
});

test("whoever took the step before may not take the next one", async ({ open, as }) => {
  const projectNo = await plannedProject(as, "两人办理试验项目");
  const itemNo = await itemNumbers(as, projectNo);
  const decide = async (item: string, who: string, on: string) => {
    await act(as, HENGYANG.intake, item, "receipt", { on });
    await act(as, HENGYANG.intake, item, "acceptance", { on, acceptanceNo: "衡政务受〔2026〕921号" });
    await act(as, who, item, "decision", { granted: "yes", on, decisionNo: "衡发改〔2026〕921号" });
  };
  await decide(itemNo("投资项目赋码（在线平台申报）"), HENGYANG.reform, "2026-02-25");
  await decide(itemNo("企业投资项目备案"), HENGYANG.reform, "2026-02-26");
  await act(as, HENGYANG.intake, itemNo("规划条件核提"), "receipt", { on: "2026-02-25" });
  await act(as, HENGYANG.intake, itemNo("规划条件核提"), "acceptance", { on: "2026-02-25", acceptanceNo: "衡政务受〔2026〕922号" });
  await act(as, HENGYANG.planning, itemNo("规划条件核提"), "review", { on: "2026-02-25" });
  await act(as, HENGYANG.planning, itemNo("规划条件核提"), "step", { on: "2026-02-25" });
  await act(as, HENGYANG.planning2, itemNo("规划条件核提"), "step", { on: "2026-02-26" });
  await act(as, HENGYANG.planning, itemNo("规划条件核提"), "decision", { granted: "yes", on: "2026-03-02", decisionNo: "衡自然资规〔2026〕921号" });
  await act(as, HENGYANG.agent, itemNo("国有建设用地使用权出让（招拍挂）/划拨"), "milestone", { on: "2026-03-09", reference: "成交确认书第21号" });
  const permit = itemNo("建设用地规划许可证核发");
  await act(as, HENGYANG.intake, permit, "receipt", { on: "2026-03-12" });
  await act(as, HENGYANG.intake, permit, "acceptance", { on: "2026-03-12", acceptanceNo: "衡政务受〔2026〕923号" });
  await act(as, HENGYANG.planning, permit, "review", { on: "2026-03-13" });
  await act(as, HENGYANG.planning, permit, "step", { on: "2026-03-13" });
  const sameHand = await open(HENGYANG.planning);
  await sameHand.goto(`/desk/items/${permit}/decision`);
  await sameHand.getByRole("radio", { name: "准予许可" }).check();
  await sameHand.getByLabel("决定文号").fill("地字第430400202600921号");
  await sameHand.getByRole("button", { name: "作出决定" }).click();
  await expect(sameHand.getByRole("alert")).toContainText("上一环节由 肖文博 办理，本环节应由另一人办理");
  await expect(sameHand.getByLabel("决定文号")).toHaveValue("地字第430400202600921号");
  const otherHand = await open(HENGYANG.planning2);
  await doAct(otherHand, permit, "作出决定", "作出决定", async (main) => {
    await main.getByRole("radio", { name: "准予许可" }).check();
    await main.getByLabel("决定文号").fill("地字第430400202600921号");
  });
});

test.describe("without script", () => {
  test("the main acts work: registering, planning, receiving, accepting, deciding, and reading the portal", async ({ open, as }) => {
    const bare = { javaScriptEnabled: false } as const;
    const name = "无脚本登记的铸造项目";
    const agent = await open(HENGYANG.agent, bare);
    await register(agent, name);
    const projectNo = await confirmPlan(agent);
    const code = (await itemNumbers(as, projectNo))("投资项目赋码（在线平台申报）");
    const intake = await open(HENGYANG.intake, bare);
    await doAct(intake, code, "收件", "登记收件", (main) => main.getByLabel("收件日期").fill("2026-03-16"));
    await doAct(intake, code, "受理", "确认受理", (main) => main.getByLabel("受理通知书编号").fill("衡政务受〔2026〕931号"));
    const reviewer = await open(HENGYANG.reform, bare);
    await reviewer.goto("/desk/department");
    await expect(reviewer.getByRole("main").getByRole("heading").first()).toBeVisible();
    await doAct(reviewer, code, "作出决定", "作出决定", async (main) => {
      await main.getByRole("radio", { name: "准予许可" }).check();
      await main.getByLabel("决定文号").fill("2602-430400-04-01-931001");
    });
    await said(reviewer, "已作出决定。");
    const investor = await open(HENGYANG.investor, bare);
    await investor.goto(`/portal/projects/${projectNo}`);
    await heading(investor, name);
  });
});
