import { expect, HENGYANG, PASSWORD, test } from "./support/people";
import { type As, act, TODAY } from "./support/project";
import { textOf } from "./support/shown-form";
import { applied, type KeyProject, keyProject, landObtained, opined, running, SIGNER, signedByCode } from "./support/simulated";
import { ITEM } from "./support/world";

/** Simulated approval from three desks: what officer, manager and investor see at each step, through the pages and without script. */

const { agent, intake, manager, planning, planning2, investor } = HENGYANG;

/** The text of a page as one reads it. */
const seen = async (as: As, who: string, path: string) => textOf((await (await as(who)).read(path)).html);
/** What Today says of one project or run, from the card of simulated work. */
async function today(as: As, who: string, name: string): Promise<string> {
  const { html } = await (await as(who)).read("/desk?show=simulation");
  const card = /<section[^>]*id="simulation"[\s\S]*?<\/section>/.exec(html)?.[0] ?? "";
  return [...card.matchAll(/<li class="work__row">[\s\S]*?<\/li>/g)]
    .map(([row]) => textOf(row))
    .filter((row) => row.includes(name))
    .join(" | ");
}

test("H30, H45, D13: a key project is simulated while the land is awaited, and converted on the day the contract is there", async ({ as, open }) => {
  const name = "三方视角模拟转正项目";
  const project = await keyProject(as, name);
  const { projectNo, item, tab } = project;
  const portal = `/portal/projects/${projectNo}`;
  const [officer, centre, enterprise] = [await as(agent), await as(manager), await as(investor)];

  // Applied for: the enterprise has the next move, and nobody can agree before it has signed.
  const letter = await applied(as, project, [ITEM.conditions], TODAY);
  expect(await today(as, agent, name)).toContain("待企业签署承诺书");
  expect(await today(as, manager, name)).toBe("");
  expect(await seen(as, investor, "/portal")).toContain("签署：模拟审批风险承诺书");
  const accepting = { ruling: "accept", reason: "重点项目", on: "2026-03-02" };
  const early = await centre.send(`${tab}/ruling`, accepting);
  expect([early.status, early.summary.includes("尚未签署风险承诺书"), early.typed("reason")]).toEqual([409, true, ["重点项目"]]);
  // The officer who applied cannot rule on it.
  expect((await officer.post(`${tab}/ruling`, accepting)).status).toBe(403);

  // The letter: a wrong password, a text that is not the one shown, then the right way, and never twice.
  const shown = await enterprise.form(letter, "shownDigest");
  const signing = { ...shown.values, typedName: SIGNER, capacity: "legal-representative", method: "password", password: PASSWORD, confirmed: "yes" };
  const wrong = await enterprise.post(letter, { ...signing, password: "not-mine" });
  expect([wrong.status, wrong.errorAt("password"), wrong.typed("typedName")]).toEqual([400, "密码不正确", [SIGNER]]);
  const changed = await enterprise.post(letter, { ...signing, shownDigest: "0".repeat(64) });
  expect([changed.status, changed.summary.includes("内容有变化，请重新阅读再签署")]).toEqual([409, true]);
  const nameless = await enterprise.post(letter, { ...signing, typedName: "张三" });
  expect([nameless.status, nameless.errorAt("typedName")]).toEqual([409, `请填写您的姓名：${SIGNER}`]);
  const page = await open(investor, { javaScriptEnabled: false });
  await page.goto(letter);
  await expect(page.getByRole("heading", { name: "用大白话说" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("因未取得土地、规划调整等原因导致模拟审批终止");
  await page.getByLabel("签署人姓名").fill(SIGNER);
  await page.getByLabel("法定代表人本人").check();
  await page.getByLabel("登录密码", { exact: true }).last().fill(PASSWORD);
  await page.getByLabel("我已读完承诺书，并有权代表本单位签署").check();
  await page.getByRole("button", { name: "签署", exact: true }).click();
  await expect(page).toHaveURL(/done=letter-signed/);
  const twice = await enterprise.post(letter, { ...signing, idempotencyKey: crypto.randomUUID() });
  expect([twice.status, twice.summary.includes("已经签署，不需要再签")]).toEqual([409, true]);

  // Agreed to, and examined by the department while the land is awaited.
  expect(await today(as, manager, name)).toContain("模拟申请待评审");
  await centre.done(`${tab}/ruling`, accepting);
  expect(await today(as, planning, name)).toContain("待模拟审查");
  expect(await seen(as, investor, portal)).toContain("部门将提前审查");
  await opined(as, project, ITEM.conditions, "2026-03-05");
  expect(await seen(as, investor, portal)).toContain("提前审查通过，等前置条件");
  const desk = await seen(as, agent, tab);
  expect(desk).toContain(`模拟-${projectNo}-M1-01`);
  expect(desk).toContain("至 2027-03-05");
  // The formal item has not moved and is received by conversion only.
  expect(await seen(as, intake, `/desk/items/${item(ITEM.conditions)}`)).toContain("只能通过转正正式受理");
  expect((await (await as(intake)).read(`/desk/items/${item(ITEM.conditions)}/receipt`)).html).not.toContain('name="on"');

  // The day the land is expected: officer, manager and enterprise are told.
  expect(await today(as, agent, name)).toContain("今日预计取得国有建设用地使用权");
  expect(await today(as, manager, name)).toContain("今日预计取得国有建设用地使用权");
  expect(await seen(as, investor, "/portal")).toContain("预计今日取得");
  await landObtained(as, project, TODAY);
  expect(await today(as, agent, name)).toMatch(/剩 3 个工作日转正.*可以转正/);
  expect(await seen(as, agent, `/desk/projects/${projectNo}/timeline`)).toContain("转正期限 2026-03-19");
  expect(await seen(as, investor, portal)).toContain("2026-03-19 前由窗口转正受理");

  // What the contract says anew is looked at by the department, and by nobody else; then the window converts.
  await officer.done(`/desk/projects/${projectNo}/facts`, { parcelNo: "衡土挂2026-09号", reason: "出让合同载明", on: TODAY });
  expect(await today(as, agent, name)).toContain("变化待部门核对");
  expect(await today(as, planning, name)).toContain("待核对变化");
  expect((await (await as(intake)).read(`/desk/items/${item(ITEM.conditions)}/conversion`)).html).not.toContain('name="acceptanceNo"');
  const unchecked = await (await as(planning)).send(`/desk/items/${item(ITEM.conditions)}/difference-review`, { outcome: "correct", on: TODAY });
  expect([unchecked.status, unchecked.errorAt("defects") !== null]).toEqual([409, true]);
  await act(as, planning, item(ITEM.conditions), "difference-review", { outcome: "confirm", note: "界址与模拟审查时一致", on: TODAY });
  const conversion = `/desk/items/${item(ITEM.conditions)}/conversion`;
  const simulatedNo = await (await as(intake)).send(conversion, { acceptanceNo: `模拟-${projectNo}-M1-01`, on: TODAY });
  expect([simulatedNo.status, simulatedNo.errorAt("acceptanceNo")?.includes("是模拟文件的编号")]).toEqual([409, true]);
  await act(as, intake, item(ITEM.conditions), "conversion", { acceptanceNo: "衡政务受〔2026〕转01号", on: TODAY });

  // From here on it is formal: the department decides with its own number, and the days saved are those of the law.
  const formal = item(ITEM.conditions);
  await act(as, planning, formal, "review", { on: TODAY });
  await act(as, planning, formal, "step", { on: TODAY });
  await act(as, planning2, formal, "step", { on: TODAY });
  await act(as, planning, formal, "decision", { granted: "yes", on: TODAY, decisionNo: "衡规条〔2026〕961号" });
  const saved = await seen(as, manager, tab);
  expect(saved).toContain("全部转正");
  // Ordinarily five working days by the committed limit, three at most to convert; decided on the day of the contract.
  expect(saved).toMatch(/5 个工作日\s*3 个工作日\s*0 个工作日\s*5 个工作日/);
  expect(await seen(as, investor, portal)).toContain("已转为正式办理");
  expect(await today(as, agent, name)).toBe("");
});

test("a run lapses: an opinion that ran out takes with it what rests on it, and the items go the ordinary way", async ({ as }) => {
  const name = "模拟到期失效项目";
  const project = await keyProject(as, name, "2025-01-06");
  await running(as, project, [ITEM.conditions, ITEM.scheme], "2025-03-31", "2025-01-08");
  await opined(as, project, ITEM.conditions, "2025-01-13");
  await opined(as, project, ITEM.scheme, "2025-06-12");
  const { item, tab, projectNo } = project;
  expect(await seen(as, agent, tab)).toContain("已过期");
  expect(await today(as, agent, name)).toMatch(/已过期/);
  expect(await seen(as, investor, "/portal")).toContain("01-13 周二 已到期");

  await landObtained(as, project, TODAY);
  const after = await seen(as, manager, tab);
  expect(after).toContain("有效期届满");
  expect(after).toContain("所依据的模拟意见已失效");
  expect(after).toContain("无事项转正");
  expect(await seen(as, investor, `/portal/projects/${projectNo}`)).toContain("提前审查的意见已失效");
  const late = await (await as(intake)).read(`/desk/items/${item(ITEM.conditions)}/conversion`);
  expect(late.html).not.toContain('name="acceptanceNo"');
  // Freed: the window takes the item in as any other, and its statutory way begins only now.
  await act(as, intake, item(ITEM.conditions), "receipt", { on: TODAY });
  expect(await seen(as, investor, `/portal/projects/${projectNo}`)).not.toContain("正在模拟审批");
});

test("a run lapses: another parcel makes the opinions void, and the letter taken back before the ruling stops a run", async ({ as }) => {
  const project: KeyProject = await keyProject(as, "换地作废项目");
  await running(as, project, [ITEM.conditions, ITEM.scheme], "2026-03-20");
  await opined(as, project, ITEM.conditions, "2026-03-05");
  await opined(as, project, ITEM.scheme, "2026-03-09");
  const { tab, projectNo } = project;
  const parcel = async (parcelNo: string, reason: string) => (await as(agent)).done(`/desk/projects/${projectNo}/facts`, { parcelNo, reason, on: TODAY });
  // A number that was not known before is learnt; another parcel is a change.
  await parcel("衡土挂2026-10号", "挂牌公告编号");
  expect(await seen(as, manager, tab)).not.toContain("模拟作废");
  await parcel("衡土挂2026-11号", "改选地块");
  const after = await seen(as, manager, tab);
  expect(after).toContain("模拟作废");
  expect(after).toContain("地块、方案或规模变更");
  expect(await seen(as, investor, `/portal/projects/${projectNo}`)).toContain("意见作废，须重新审查");

  // Applied for again; the enterprise signs at the counter, thinks better of it, and nothing can be agreed to.
  const letter = await applied(as, project, [ITEM.conditions], "2026-04-30", TODAY);
  await signedByCode(as, projectNo, letter);
  expect(await seen(as, investor, letter)).toContain("一次性签署码，李敏核验身份");
  const bare = await (await as(investor)).send(letter, { reason: "" }, { field: "reason" });
  expect(bare.status).toBe(400);
  const enterprise = await as(investor);
  const form = await enterprise.form(letter, "reason");
  expect((await enterprise.post(`${letter}?withdraw=1`, { ...form.values, reason: "改为正常办理" })).status).toBe(303);
  const refused = await (await as(manager)).send(`${tab}/ruling`, { ruling: "accept", reason: "重点项目", on: TODAY });
  expect([refused.status, refused.summary.includes("尚未签署风险承诺书")]).toEqual([409, true]);
});

test("R-429: a one-time code that is wrong too often is void, and an officer who saw nobody hands out none", async ({ as }) => {
  const project = await keyProject(as, "签署码试验项目");
  const letter = await applied(as, project, [ITEM.conditions]);
  const counter = `/desk/projects/${project.projectNo}/signing-code`;
  const officer = await as(agent);
  const shown = await officer.form(counter, "personId");
  const values = { ...shown.values, letter: shown.choices.letter?.[0] ?? "", personId: shown.choices.personId?.[0] ?? "", proof: "resident-id" };
  const unseen = await officer.post(counter, values);
  expect([unseen.status, unseen.errorAt("checked")]).toEqual([400, "请先核验身份并勾选"]);
  const enterprise = await as(investor);
  const signing = { typedName: SIGNER, capacity: "legal-representative", method: "one-time-code", confirmed: "yes" };
  const without = await enterprise.send(letter, { ...signing, signingCode: "ABCD-2345" });
  expect([without.status, without.errorAt("signingCode")]).toEqual([400, "没有可用的签署码，请到综合窗口或向代办员领取"]);
  const empty = await enterprise.send(letter, signing);
  expect([empty.status, empty.errorAt("signingCode")?.startsWith("请填写")]).toEqual([400, true]);
  const handed = await officer.post(counter, { ...values, checked: "yes" });
  expect(handed.status).toBe(200);
  expect(handed.html).toMatch(/<code[^>]*>[2-9A-Z]{4}-[2-9A-Z]{4}<\/code>/);
  const tried = await enterprise.send(letter, { ...signing, signingCode: "2222-2222" });
  expect([tried.status, tried.errorAt("signingCode"), tried.typed("signingCode")]).toEqual([400, "签署码不正确，还可输入 4 次", ["2222-2222"]]);
});

test("R-447, R-449: the expected day moves beside the signed letter, and the enterprise leaves the run until the first opinion", async ({ as }) => {
  const project = await keyProject(as, "延期退出项目");
  await running(as, project, [ITEM.conditions, ITEM.scheme], "2026-03-20");
  const { tab, projectNo } = project;
  const portal = `/portal/projects/${projectNo}`;
  await (await as(agent)).done(`${tab}/delay`, { precondition: "land-right", expectedOn: "2026-05-29", reason: "挂牌延期", on: TODAY });
  expect(await seen(as, manager, tab)).toContain("由 2026-03-20 改为 2026-05-29");
  expect(await seen(as, investor, portal)).toContain("预计取得日期由 2026-03-20 改为 2026-05-29：挂牌延期");
  const enterprise = await as(investor);
  const { html } = await enterprise.read(portal);
  const letter = new RegExp(`"(/portal/projects/${projectNo}/letters/simulation-risk/[\\w-]+)"`).exec(html)?.[1] ?? "";
  const words = await seen(as, investor, letter);
  // The letter says what was signed; the new day stands beside it.
  expect(words).toContain("预计 2026-03-20 取得");
  expect(words).toContain("承诺书正文和签署不变");
  const { values } = await enterprise.form(letter, "leaveReason");
  const bare = await enterprise.post(`${letter}?leave=1`, { ...values, leaveReason: "" });
  expect([bare.status, bare.errorAt("leaveReason")]).toEqual([400, "请填写退出原因"]);
  expect((await enterprise.post(`${letter}?leave=1`, { ...values, leaveReason: "改用净地" })).status).toBe(303);
  expect(await seen(as, manager, tab)).toContain("改用净地");
  expect((await enterprise.read(letter)).html).not.toContain("leaveReason");
});
