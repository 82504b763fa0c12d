import { expect, HENGYANG, test } from "./support/people";
import { type As, act, itemNumbers, plannedProject } from "./support/project";
import { ITEM } from "./support/world";

/** A joint visit from its invitation to the one opinion the investor reads, through the forms of the product and without script. */

const { agent, intake, planning, reform, manager, investor, admin } = HENGYANG;

/** An industrial project in which two bodies have an accepted item of stage one. */
async function underWay(as: As, name: string): Promise<string> {
  const projectNo = await plannedProject(as, name);
  const item = await itemNumbers(as, projectNo);
  for (const one of [ITEM.code, ITEM.conditions]) {
    await act(as, intake, item(one), "receipt", { on: "2026-03-10" });
    await act(as, intake, item(one), "acceptance", { on: "2026-03-10", acceptanceNo: "衡政务受〔2026〕971号" });
  }
  return projectNo;
}

test("Z10, Z12, D21: a joint visit is called, moved, held and answered, and the investor reads one opinion", async ({ as }) => {
  const projectNo = await underWay(as, "联合踏勘试验项目");
  const officer = await as(agent);
  const reviews = `/desk/projects/${projectNo}/reviews`;
  const convene = `/desk/projects/${projectNo}/review?stage=S1`;
  const invitation = { mode: "site-visit", departmentCodes: ["zr", "fg"], on: "2026-03-11", replyBy: "2026-03-16" } as const;

  const refused = await officer.send(convene, invitation);
  expect([refused.status, refused.errorAt("meetOn")]).toEqual([409, "须填写计划日期"]);
  const past = await officer.send(convene, { ...invitation, replyBy: "2026-03-13", meetOn: "2026-03-17", place: "项目现场" });
  expect([past.status, past.errorAt("replyBy")]).toEqual([409, "日期不能早于登记邀请的当天（2026-03-16）"]);
  await officer.done(convene, { ...invitation, meetOn: "2026-03-17", meetTime: "9:30", place: "项目现场", materialsWanted: "总平面图" });
  const review = /\/reviews\/([\w-]+)"/.exec((await officer.read(reviews)).html)?.[1] ?? "";
  const path = `${reviews}/${review}`;

  const portal = await as(investor);
  expect((await portal.read(`/portal/projects/${projectNo}`)).html).toContain("联合踏勘：03-17 周二 09:30");
  await officer.done(`${path}/reschedule`, { meetOn: "2026-03-18", meetTime: "14:00", place: "项目现场东门", replyBy: "2026-03-16", reason: "现场暴雨" });
  expect((await portal.read(`/portal/projects/${projectNo}`)).html).toContain("联合踏勘：03-18 周三 14:00");
  expect((await (await as(planning)).read("/desk/department?show=opinions")).html).toContain("项目现场东门");

  const lead = await as(planning);
  await lead.done(`/desk/projects/${projectNo}/opinion?review=${review}`, {
    stance: "agree-with-conditions",
    conditions: "退让红线不少于 10 米。\n主入口设在东侧",
    on: "2026-03-12",
  });
  const early = await lead.read(`${path}/merge`);
  expect(early.html).not.toContain('name="opinionNo"');
  expect(early.html).toContain("还在等市发展和改革委员会");
  const alone = await officer.send(`${path}/hold`, { "officials-zr": "肖文博", "officials-fg": "欧阳峰\n易思源", minutes: "到场踏勘", on: "2026-03-16" });
  expect(alone.status).toBe(409);
  expect(alone.errorAt("officials-zr")).toContain("两名以上工作人员");
  expect(alone.typed("minutes")).toEqual(["到场踏勘"]);
  await officer.done(`${path}/hold`, { "officials-zr": "肖文博\n旷晓琳", "officials-fg": "欧阳峰\n易思源", minutes: "到场踏勘", on: "2026-03-16" });

  // The other body has until tonight: nobody may speak for it before.
  expect((await (await as(manager)).read(`${path}/silence`)).html).not.toContain('name="departmentCode"');
  await (await as(reform)).done(`/desk/projects/${projectNo}/opinion?review=${review}`, { stance: "agree", on: "2026-03-16" });

  const key = /\/settlement\?condition=([^"&]+)"/.exec((await lead.read(path)).html)?.[1] ?? "";
  await lead.done(`${path}/settlement?condition=${key}`, { text: "退让红线不少于10米", relation: "single", on: "2026-03-16" });
  const hiding = await lead.send(`${path}/merge`, { stance: "agree", opinionNo: "衡联审〔2026〕971号" });
  expect([hiding.status, hiding.errorAt("stance")?.includes("2 条条件")]).toEqual([409, true]);
  await lead.done(`${path}/merge`, { stance: "agree-with-conditions", opinionNo: "衡联审〔2026〕971号" });
  const again = await lead.read(`${path}/merge`);
  expect(again.html).not.toContain('name="opinionNo"');

  const { html } = await portal.read(`/portal/projects/${projectNo}`);
  expect(html).toContain("各部门同意，须做到以下 2 条：");
  expect(html).toContain("退让红线不少于10米");
  expect(html).toContain("衡联审〔2026〕971号");
  expect((await officer.read(`/desk/projects/${projectNo}/history`)).html).toContain("出具合并意见 衡联审〔2026〕971号：附条件同意");
});

test("a department that is only called gives its opinion and does nothing for the lead", async ({ as }) => {
  const projectNo = await underWay(as, "联审权限试验项目");
  const officer = await as(agent);
  await officer.done(`/desk/projects/${projectNo}/review?stage=S1`, {
    mode: "conference",
    departmentCodes: ["zr", "fg"],
    on: "2026-03-16",
    replyBy: "2026-03-20",
  });
  const review = /\/reviews\/([\w-]+)"/.exec((await officer.read(`/desk/projects/${projectNo}/reviews`)).html)?.[1] ?? "";
  const path = `/desk/projects/${projectNo}/reviews/${review}`;
  const called = await as(reform);
  const page = await called.read(path);
  expect(page.html).toContain(`/opinion?review=${review}`);
  expect(page.html).not.toContain(`${path}/merge`);
  const shown = await (await as(planning)).form(`${path}/hold`, "minutes");
  const posted = await called.post(`${path}/hold`, { ...shown.values, "officials-zr": "甲\n乙", minutes: "代填", on: "2026-03-16" });
  expect(posted.status).toBe(403);
});

test("Z12 区域评估: an administrator writes an area down, an officer places a project in it, and the plan leaves out what it spares", async ({ as }) => {
  const projectNo = await plannedProject(as, "区域评估试验项目");
  const name = `试验评估区${projectNo}`;
  const facts = {
    areaCode: projectNo,
    nameZh: name,
    assessments: ["soil-water"],
    spares: ["water-soil-form"],
    validFrom: "2025-01-01",
    validTo: "2026-12-31",
    sourceDocument: "衡政函〔2025〕9号",
  };
  const writer = await as(admin);
  const backwards = await writer.send("/admin/areas/new", { ...facts, validTo: "2024-12-31" });
  expect([backwards.status, backwards.errorAt("validTo")]).toEqual([409, "有效期不能早于生效日期 2025-01-01"]);
  const beyond = await writer.send("/admin/areas/new", { ...facts, spares: ["env-form"] });
  expect([beyond.status, beyond.errorAt("spares")]).toEqual([409, "所选评估不能免办：建设项目环境影响报告表审批"]);
  await writer.done("/admin/areas/new", facts);
  const areaId = new RegExp(`/admin/areas/([\\w-]+)"[^>]*>${name}`).exec((await writer.read("/admin/areas")).html)?.[1] ?? "";
  expect((await writer.read(`/admin/areas/${areaId}`)).html).toContain("第 1 版");

  const officer = await as(agent);
  const bare = await officer.send(`/desk/projects/${projectNo}/area`, { areaId, reason: "" });
  expect([bare.status, bare.errorAt("reason")]).toEqual([409, "计划已确认，归入区域须说明理由"]);
  await officer.done(`/desk/projects/${projectNo}/area`, { areaId, reason: "园区成果已公布" });
  expect((await officer.read(`/desk/projects/${projectNo}/plan`)).html).toContain("区域评估免办");
  await officer.done(`/desk/projects/${projectNo}/plan`, {}, { intent: "confirm" });
  expect((await officer.read(`/desk/projects/${projectNo}`)).html).toContain("免办：水土保持方案审批（报告表，承诺制）");
  await officer.done(`/desk/projects/${projectNo}/area/end`, { reason: "地块调整出园区" });
  expect((await officer.read(`/desk/projects/${projectNo}`)).html).toContain("不在评估区域内");
});
