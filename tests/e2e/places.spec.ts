import type { Page } from "@playwright/test";
import { industry, small, social, technical } from "../../db/seeds/screening";
import { expect, test } from "./support/people";
import { DONGYING, FUXIN, HENGYANG_PLACE, KECHENG, onTheSpot, projectIn, ZIBO } from "./support/place";
import { textOf } from "./support/shown-form";

/** One story for each of the five places, as its document tells it, walked through the pages by the people it names. */

const CODE = "投资项目赋码（在线平台申报）";
const main = (page: Page) => page.getByRole("main");

/** Opens an act from the item's page as people do, fills it and sends it. */
async function doAct(page: Page, itemNo: string, button: string, submit: string, fill: () => Promise<void>) {
  await page.goto(`/desk/items/${itemNo}`);
  await main(page).getByRole("link", { name: button, exact: true }).first().click();
  await fill();
  await main(page).getByRole("button", { name: submit, exact: true }).click();
  await expect(page).toHaveURL(/[?&]done=/);
}

test.describe.configure({ timeout: 90_000 });

test("Fuxin (F01, F06, F11, F19, F21, F28): a technical upgrade with one gap on a promise, decided by the bureau with the second name plate, posted free of charge", async ({
  open,
  as,
}) => {
  const { projectNo, item } = await projectIn(as, FUXIN, "铸造车间除尘系统技术改造", "TECH", technical({ eia: "form", energy: "review" }));
  await onTheSpot(as, FUXIN, item(CODE), "fg", "2026-02-26");
  const energy = item("固定资产投资项目节能审查");
  const window = await open(FUXIN.intake);
  const bureau = await open(FUXIN.of("spj"));
  const issuing = await open(FUXIN.issuing);

  await test.step("the comprehensive window receives it and accepts with a gap, on a written promise", async () => {
    await doAct(window, energy, "收件", "登记收件", () => main(window).getByLabel("收件日期").fill("2026-03-11"));
    await doAct(window, energy, "容缺受理", "确认容缺受理", async () => {
      await main(window).getByRole("checkbox", { name: "能耗平衡方案" }).check();
      await main(window)
        .getByLabel(/补齐期限/)
        .fill("2026-03-17");
      await main(window).getByLabel("受理日期").fill("2026-03-11");
      await main(window).getByLabel("受理通知书编号", { exact: true }).fill("阜行服受〔2026〕991号");
      await main(window).getByLabel("容缺受理通知书编号").fill("阜行服容〔2026〕991号");
      await main(window).getByLabel("承诺书编号").fill("阜行服诺〔2026〕991号");
      await main(window).getByLabel("承诺人").fill("韩铁军");
    });
    await expect(main(window)).toContainText("能耗平衡方案");
  });

  await test.step("the department that used to decide does not see a way to; the bureau takes it up", async () => {
    const line = await open(FUXIN.of("fg"));
    await line.goto(`/desk/items/${energy}`);
    await expect(main(line).getByRole("link", { name: "开始办理", exact: true })).toHaveCount(0);
    await doAct(bureau, energy, "开始办理", "开始办理", () => main(bureau).getByLabel("开始办理日期").fill("2026-03-12"));
  });

  await test.step("the officer brings what was missing, and the bureau decides", async () => {
    const agent = await open(FUXIN.agent);
    await doAct(agent, energy, "登记缺件送达", "登记送达", async () => {
      await main(agent).getByRole("checkbox", { name: "能耗平衡方案" }).check();
      await main(agent).getByLabel("补齐日期").fill("2026-03-13");
    });
    await doAct(bureau, energy, "作出决定", "作出决定", async () => {
      await main(bureau).getByRole("radio", { name: "准予许可" }).check();
      await main(bureau).getByLabel("决定日期").fill("2026-03-16");
      await main(bureau).getByLabel("决定文号").fill("阜营审〔2026〕991号");
    });
  });

  await test.step("the window issues and posts it; there is nothing to pay", async () => {
    await doAct(issuing, energy, "出件", "登记出件", () => main(issuing).getByLabel("出件日期").fill("2026-03-16"));
    await doAct(issuing, energy, "邮寄结果", "登记寄出", async () => {
      await expect(main(issuing).getByLabel(/费/)).toHaveCount(0);
      await main(issuing).getByLabel("承运单位").fill("中国邮政速递");
      await main(issuing).getByLabel("邮件号").fill("EX991CN");
      await main(issuing).getByLabel("寄出日期").fill("2026-03-16");
    });
  });

  await test.step("the investor sees it on the phone, and the rules of the place with who supervises", async () => {
    const investor = await open(FUXIN.investor, { viewport: { width: 360, height: 780 } });
    await investor.goto(`/portal/projects/${projectNo}`);
    await expect(main(investor)).toContainText("固定资产投资项目节能审查");
    const admin = await open(FUXIN.admin);
    await admin.goto("/admin/packs/fuxin-2019?part=practice");
    await expect(admin.locator("#processes")).toContainText("技改项目");
    await admin.getByRole("navigation", { name: "规则的各部分" }).getByRole("link", { name: "事项" }).click();
    await expect(admin.locator("#items").getByRole("row").filter({ hasText: "· energy-review" })).toContainText("监管：市发展和改革委员会");
  });
});

test("Kecheng (K01, K22): defects are told on the spot in one list, and what was not supplied counts as withdrawn by the province's rule", async ({
  open,
  as,
}) => {
  const { projectNo, item } = await projectIn(as, KECHENG, "余东村农旅驿站", "SMALL", small());
  const conditions = item("规划条件核提");
  const window = await open(KECHENG.intake);

  await test.step("the comprehensive window of the investment area receives it and tells everything at once, the same day", async () => {
    await doAct(window, conditions, "收件", "登记收件", () => main(window).getByLabel("收件日期").fill("2026-03-04"));
    await doAct(window, conditions, "告知补正", "发出一次性告知", async () => {
      await main(window).getByLabel("告知日期").fill("2026-03-04");
      await main(window).getByLabel("通知书编号").fill("柯政务告〔2026〕992号");
      await main(window).getByLabel("需要补正的内容").fill("地块红线图缺界址点坐标\n未附控规图则");
      await main(window)
        .getByLabel(/补正期限/)
        .fill("2026-03-11");
    });
  });

  await test.step("the investor reads both on the phone", async () => {
    const investor = await open(KECHENG.investor, { viewport: { width: 360, height: 780 } });
    await investor.goto(`/portal/projects/${projectNo}`);
    for (const defect of ["地块红线图缺界址点坐标", "未附控规图则"]) await expect(main(investor)).toContainText(defect);
  });

  await test.step("of another item nothing came by the day set: the system has found it, and the province's rule leaves one outcome to confirm", async () => {
    await window.goto("/desk");
    const found = main(window)
      .getByRole("link", { name: /农民工工资保证金存储与专户/ })
      .first();
    await found.click();
    await main(window).getByRole("link", { name: "确认补正未成的后果", exact: true }).first().click();
    await expect(main(window).getByRole("radio")).toHaveCount(1);
    await main(window).getByRole("radio", { name: "视为撤回申请" }).check();
    await main(window).getByLabel("决定日期").fill("2026-03-16");
    await main(window).getByLabel("理由").fill("补正期限届满，未收到补正材料");
    await main(window).getByRole("button", { name: "确认", exact: true }).click();
    await expect(window).toHaveURL(/[?&]done=/);
    await expect(main(window)).toContainText("视为撤回");
  });

  await test.step("the rule stands on the pack's page as the province's, not the district's", async () => {
    const admin = await open(KECHENG.admin);
    await admin.goto("/admin/packs/kecheng-2023");
    const rule = admin.locator("#parameters").getByRole("row").filter({ hasText: "逾期不补正" });
    await expect(rule).toContainText("视为撤回申请");
    await expect(rule).toContainText("浙江规定第十一条");
    await admin.goto("/admin/packs/kecheng-2023/differences?with=zhejiang");
    await expect(main(admin).locator("table").first()).toBeVisible();
    await expect(main(admin).locator("table").getByText("放宽", { exact: true })).toHaveCount(0);
  });
});

test("Zibo (Z06, Z08, Z11, Z20, Z24): only the investment window takes it in, a named person takes the complete file to the province, and the result comes back to the same window", async ({
  open,
  as,
}) => {
  const { item } = await projectIn(as, ZIBO, "特种玻璃深加工基地", "IND", industry({ forest: "uses" }));
  await onTheSpot(as, ZIBO, item(CODE), "fg", "2026-02-26");
  const forest = item("建设项目使用林地审核");
  const window = await open(ZIBO.intake);
  const department = await open(ZIBO.of("ly"));
  const agent = await open(ZIBO.agent);
  const issuing = await open(ZIBO.issuing);

  await test.step("the investment window holds the department's letter and accepts", async () => {
    const admin = await open(ZIBO.admin);
    await admin.goto("/admin/windows/T01");
    await expect(main(admin)).toContainText("市林业局");
    await doAct(window, forest, "收件", "登记收件", () => main(window).getByLabel("收件日期").fill("2026-03-02"));
    await doAct(window, forest, "受理", "确认受理", async () => {
      await main(window).getByLabel("受理日期").fill("2026-03-02");
      await main(window).getByLabel("受理通知书编号").fill("淄政务投受〔2026〕993号");
    });
    await expect(main(window)).toContainText("投资项目审批受理窗口");
  });

  await test.step("the department examines it and sends it up with the officer in charge", async () => {
    await doAct(department, forest, "开始办理", "开始办理", () => main(department).getByLabel("开始办理日期").fill("2026-03-03"));
    await doAct(department, forest, "转报上级", "转报", async () => {
      await main(department).getByLabel("上级机关").fill("山东省林业厅");
      await main(department).getByLabel("转报专人").fill("孟祥瑞");
      await main(department).getByLabel("转报文号").fill("淄林资转〔2026〕993号");
      await main(department).getByLabel("申请材料已由本人核对，齐备").check();
      await main(department).getByLabel("转报日期").fill("2026-03-06");
    });
    await expect(main(department)).toContainText("山东省林业厅");
    await expect(main(department)).toContainText("孟祥瑞");
  });

  await test.step("the officer enters what the province says, by hand and with its numbers", async () => {
    await doAct(agent, forest, "登记上级接收", "登记接收", async () => {
      await main(agent).getByLabel("接收日期").fill("2026-03-09");
      await main(agent).getByLabel("上级受理编号").fill("鲁林许受993");
    });
    await doAct(agent, forest, "登记上级决定", "登记决定", async () => {
      await main(agent).getByRole("radio", { name: "准予许可" }).check();
      await main(agent).getByLabel("决定日期").fill("2026-03-16");
      await main(agent).getByLabel("上级文号").fill("鲁林许准〔2026〕993号");
    });
    await expect(main(agent)).toContainText("鲁林许准〔2026〕993号");
  });

  await test.step("who accepted hands it out", async () => {
    await doAct(issuing, forest, "出件", "登记出件", () => main(issuing).getByLabel("出件日期").fill("2026-03-16"));
    await doAct(issuing, forest, "送达", "登记送达", async () => {
      await main(issuing).getByLabel("签收人").fill("焦鹏程");
      await main(issuing).getByRole("checkbox", { name: "已核对领取人身份" }).check();
      await main(issuing).getByLabel("送达日期").fill("2026-03-16");
    });
  });
});

test("Dongying (D04, D08, D10, D24): a transferred item is decided by the approval bureau, and the window, which has no veto, shows the way", async ({
  open,
  as,
}) => {
  const { item } = await projectIn(as, DONGYING, "石油钻采工具仓储中心", "SOC", social({ traffic: "needed" }));
  await onTheSpot(as, DONGYING, item(CODE), "fg", "2026-02-26");
  const soil = item("水土保持方案审批（报告表，承诺制）");
  const traffic = item("建设项目交通影响评价审查");
  const window = await open(DONGYING.intake);
  const bureau = await open(DONGYING.of("spj"));

  await test.step("any comprehensive window takes it in", async () => {
    await doAct(window, soil, "收件", "登记收件", () => main(window).getByLabel("收件日期").fill("2026-03-16"));
    await doAct(window, soil, "受理", "确认受理", async () => {
      await main(window).getByLabel("受理日期").fill("2026-03-16");
      await main(window).getByLabel("受理通知书编号").fill("东区政务受〔2026〕994号");
    });
    await expect(main(window)).toContainText("综合受理七号窗口");
  });

  await test.step("the bureau decides it; the department that supervises has no decision to take", async () => {
    const line = await open(DONGYING.of("sl"));
    await line.goto(`/desk/items/${soil}`);
    await expect(main(line).getByRole("link", { name: "作出决定", exact: true })).toHaveCount(0);
    await doAct(bureau, soil, "作出决定", "作出决定", async () => {
      await main(bureau).getByRole("radio", { name: "准予许可" }).check();
      await main(bureau).getByLabel("决定日期").fill("2026-03-16");
      await main(bureau).getByLabel("决定文号").fill("东区审〔2026〕994号");
    });
  });

  await test.step("the receiving window hands nothing out; the issuing window does", async () => {
    const issuing = await open(DONGYING.issuing);
    await doAct(issuing, soil, "出件", "登记出件", () => main(issuing).getByLabel("出件日期").fill("2026-03-16"));
    await expect(main(issuing)).toContainText("已出件");
  });

  await test.step("an item that is not for this centre: no refusal, a signpost to the right body", async () => {
    await doAct(window, traffic, "不属本中心，指引", "指引并结束", async () => {
      await main(window).getByLabel("有权办理的机关").fill("市公安局交警支队");
      await main(window).getByLabel(/地点/).fill("市政务服务中心三楼");
      await main(window).getByLabel("理由").fill("项目规模达到市级管理标准");
      await main(window).getByLabel("指引日期").fill("2026-03-16");
    });
    await expect(main(window)).toContainText("市公安局交警支队");
  });
});

test("Hengyang (H19, H25, H38): one person examines and another checks, and at the real-estate window four bodies look at one item", async ({ open, as }) => {
  const { item } = await projectIn(as, HENGYANG_PLACE, "来雁新城人才公寓", "SOC", social({ road: "street" }));
  await onTheSpot(as, HENGYANG_PLACE, item(CODE), "fg", "2026-02-26");
  const street = item("市政设施建设类审批（占用、挖掘城市道路）");
  const window = await open(HENGYANG_PLACE.intake);
  const first = await open(HENGYANG_PLACE.of("cg"));
  const second = await open(HENGYANG_PLACE.of("cg", "2"));

  await test.step("received and accepted at the agency window, due in three working days at most", async () => {
    await doAct(window, street, "收件", "登记收件", () => main(window).getByLabel("收件日期").fill("2026-03-13"));
    await doAct(window, street, "受理", "确认受理", async () => {
      await main(window).getByLabel("受理日期").fill("2026-03-13");
      await main(window).getByLabel("受理通知书编号").fill("衡政务受〔2026〕995号");
    });
    await expect(main(window)).toContainText("一审一核件");
  });

  await test.step("who examined may not check as well; a second person does", async () => {
    await doAct(first, street, "开始办理", "开始办理", () => main(first).getByLabel("开始办理日期").fill("2026-03-13"));
    await doAct(first, street, "记录环节", "记录环节完成", () => main(first).getByLabel("完成日期").fill("2026-03-13"));
    const decide = async (page: Page) => {
      await page.goto(`/desk/items/${street}/decision`);
      await main(page).getByRole("radio", { name: "准予许可" }).check();
      await main(page).getByLabel("决定日期").fill("2026-03-16");
      await main(page).getByLabel("决定文号").fill("衡城管许〔2026〕995号");
      await main(page).getByRole("button", { name: "作出决定", exact: true }).click();
    };
    await decide(first);
    await expect(first).not.toHaveURL(/[?&]done=/);
    await decide(second);
    await expect(second).toHaveURL(/[?&]done=/);
  });

  await test.step("the co-handled registration shows four bodies and one opinion", async () => {
    const agent = await open(HENGYANG_PLACE.agent);
    const found = await (await as(HENGYANG_PLACE.agent)).read(`/desk/projects?q=${encodeURIComponent("滨江和园")}`);
    const projectNo = /\/desk\/projects\/(HY-\d{4}-\d{4})"/.exec(found.html)?.[1];
    expect(projectNo, textOf(found.html).slice(0, 200)).toBeDefined();
    await agent.goto(`/desk/projects/${projectNo}/reviews`);
    await main(agent)
      .getByRole("link", { name: /合署办理/ })
      .first()
      .click();
    for (const body of ["不动产登记", "住房", "税务", "财政"]) await expect(main(agent)).toContainText(body);
    await expect(main(agent)).toContainText("契税完税凭证随登记结果归档");
  });
});
