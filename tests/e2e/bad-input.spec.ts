import { randomUUID } from "node:crypto";
import { industry } from "../../db/seeds/screening";
import { FORMS, type Form } from "./support/forms";
import { choice, day, HOSTILE, type Kind, NUL, NUMBER, optionalText, text, wrongFor } from "./support/kinds";
import { expect, HENGYANG, type Locale, PASSWORD, test as people } from "./support/people";
import { act, itemNumbers, plannedProject, projectFacts, recorded, screenedProject, TODAY } from "./support/project";
import { formsWith, type Values } from "./support/shown-form";
import type { Answer, Visitor } from "./support/visitor";
import { ITEM, makeWorld, recordedIn, type World } from "./support/world";

/**
 * Every form of the product with everything people and programs get wrong. Each case sends one wrong value in an otherwise right form
 * and expects: the status, a sentence at the field in the reader's language, everything typed kept, and nothing recorded.
 */

const { agent, intake, manager } = HENGYANG;
/** One half of a surrogate pair, as bytes no honest browser sends. */
const HALF_CHARACTER = "%ED%A0%BD";

interface Fixtures {
  readonly world: World;
  /** Everything recorded on the world as it was made: read once, for none of these tests may add to it. */
  readonly recordedBefore: number;
}

const test = people.extend<object, Fixtures>({
  world: [async ({ visitors }, use, worker) => use(await makeWorld((name) => visitors(name, "zh-CN"), worker.workerIndex)), { scope: "worker" }],
  recordedBefore: [async ({ visitors, world }, use) => use(await recordedIn((name) => visitors(name, "zh-CN"), world)), { scope: "worker" }],
});

/** What the form as shown and the right values give together; choices that have no right value take the first offered. */
async function filled(visitor: Visitor, path: string, { right, fields }: Pick<Form, "right" | "fields">): Promise<Record<string, string | readonly string[]>> {
  const shown = await visitor.form(path, "idempotencyKey");
  const chosen = Object.keys(fields).flatMap((name) => {
    const first = shown.choices[name]?.[0];
    return name in right || (shown.values[name] ?? []).some((value) => value !== "") || first === undefined ? [] : [[name, first] as const];
  });
  return { ...shown.values, ...Object.fromEntries(chosen), ...right };
}

function expectKept(answer: Answer, sent: Values, except: readonly string[] = []) {
  for (const [name, value] of Object.entries(sent)) {
    if (except.includes(name) || name === "version") continue;
    const expected = (typeof value === "string" ? [value] : value).filter((one) => one !== "");
    expect(
      answer.typed(name).filter((one) => one !== ""),
      `${name} is kept`,
    ).toEqual(expected);
  }
}

for (const [name, form] of Object.entries(FORMS)) {
  test(`${name}: every wrong value is told at its field, kept, and recorded nowhere`, async ({ as, world, recordedBefore }) => {
    const visitor = await as(form.who);
    const path = form.path(world);
    const sent = await filled(visitor, path, form);
    for (const [field, kind] of Object.entries(form.fields)) {
      for (const wrong of wrongFor(kind)) {
        const values = { ...sent, [field]: wrong.value };
        const answer = await visitor.post(path, values);
        const label = `${name}, ${field}: ${wrong.what}`;
        expect(`${label}: ${answer.status} ${answer.errorAt(field)}`).toMatch(new RegExp(`^${escaped(label)}: ${wrong.status} `));
        expect(answer.errorAt(field) ?? "", label).toMatch(wrong.says);
        expect(answer.summary, `${label} stands in the summary`).toContain(answer.errorAt(field) ?? "?");
        const unkeepable = kind.is === "choice" || wrong.value.includes(NUL);
        expectKept(answer, values, unkeepable ? [field] : []);
      }
    }
    expect(await recordedIn(as, world)).toBe(recordedBefore);
  });
}

const escaped = (literal: string): string => literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

test("every text field gives script, quotes, right-to-left text and emoji back as they were typed, and none of it as markup", async ({
  as,
  world,
  recordedBefore,
}) => {
  for (const [name, form] of Object.entries(FORMS)) {
    const texts = Object.keys(form.fields).filter((field) => ["text", "lines"].includes(form.fields[field]?.is ?? ""));
    const visitor = await as(form.who);
    const path = form.path(world);
    const hostile = Object.fromEntries(texts.map((field) => [field, HOSTILE]));
    // A key that is none makes the form come back whatever else it holds.
    const answer = await visitor.post(path, { ...(await filled(visitor, path, form)), ...hostile, idempotencyKey: "none" });
    expect(answer.status, name).toBe(400);
    for (const field of texts) expect(answer.typed(field), `${name}, ${field}`).toEqual([HOSTILE]);
    expect(answer.html, name).not.toContain("<script>alert");
  }
  expect(await recordedIn(as, world)).toBe(recordedBefore);
});

test("hostile text that is stored is shown as text, and no script of it runs", async ({ as, open }) => {
  const projectNo = await plannedProject(as, HOSTILE.slice(0, 110));
  await (await as(agent)).done(`/desk/projects/${projectNo}/note`, { text: HOSTILE, shownToInvestor: "yes" });
  const page = await open(agent);
  const alarms: string[] = [];
  page.on("dialog", async (dialog) => {
    alarms.push(dialog.message());
    await dialog.dismiss();
  });
  page.on("console", (message) => message.type() === "error" && alarms.push(message.text()));
  for (const tab of ["", "/history", "/timeline", "/stages", "/plan"]) {
    await page.goto(`/desk/projects/${projectNo}${tab}`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("<script>alert(1)</script>");
  }
  const investor = await open(HENGYANG.investor);
  await investor.goto(`/portal/projects/${projectNo}`);
  await expect(investor.getByRole("main")).toContainText("DROP TABLE project;--");
  expect(alarms).toEqual([]);
});

const REGISTER: Readonly<Record<string, Kind>> = {
  name: text(NUMBER),
  category: choice,
  projectCode: optionalText(40),
  enterpriseName: text(NUMBER),
  creditCode: text(40),
  legalRepresentative: optionalText(50),
  contactName: text(50),
  contactPhone: text(30),
  site: text(NUMBER),
  on: day(),
};

test("registration: every wrong value is told at its field, kept, and makes no project", async ({ as }) => {
  const visitor = await as(agent);
  const path = "/desk/projects/new";
  const enterpriseName = "从未登记成功的试验企业";
  const sent = { ...(await visitor.form(path, "idempotencyKey")).values, ...projectFacts("从未登记成功的项目"), enterpriseName };
  const cases = [
    ...Object.entries(REGISTER).flatMap(([field, kind]) => wrongFor(kind).map((wrong) => ({ field, kind, ...wrong }))),
    { field: "creditCode", kind: text(40), what: "wrong check digit", value: "91430400MA4H20027F", says: /校验码不符/, status: 400 },
    { field: "creditCode", kind: text(40), what: "wrong check of the organisation", value: "91430400MA4H200377", says: /校验码不符/, status: 400 },
    { field: "creditCode", kind: text(40), what: "too short", value: "9143", says: /应为 18 位/, status: 400 },
    { field: "projectCode", kind: text(40), what: "not a project code", value: "2307-430400", says: /代码格式不符/, status: 400 },
    { field: "investmentWan", kind: text(16), what: "words", value: "一个亿", says: /须为数字/, status: 400 },
    { field: "investmentWan", kind: text(16), what: "negative", value: "-5", says: /须为数字|不能小于/, status: 400 },
  ];
  for (const { field, kind, what, value, says, status } of cases) {
    const values = { ...sent, [field]: value };
    const answer = await visitor.post(path, values);
    expect(answer.status, `${field}: ${what}`).toBe(status);
    expect(answer.errorAt(field) ?? "", `${field}: ${what}`).toMatch(says);
    expectKept(answer, values, kind.is === "choice" || value.includes(NUL) ? [field] : []);
  }
  const found = await visitor.read(`/desk/projects?q=${encodeURIComponent(enterpriseName)}`);
  expect(found.html).toContain("没有符合条件的项目");
});

test("registration: a project code with a doubtful check digit is questioned once, and kept when it is meant", async ({ as }) => {
  const visitor = await as(agent);
  const path = "/desk/projects/new";
  const sent = { ...(await visitor.form(path, "idempotencyKey")).values, ...projectFacts("存疑代码试验项目"), projectCode: "2307-430400-04-01-200021" };
  const doubted = await visitor.post(path, sent);
  expect(doubted.status).toBe(400);
  expect(doubted.html).toContain("末位校验码不符");
  const again = formsWith(doubted.html, "codeConfirmed")[0];
  expect((await visitor.post(path, again?.values ?? {})).status).toBe(303);
});

test("screening: a missing answer and an answer that does not exist are told at their question, and nothing is recorded", async ({ as }) => {
  const projectNo = await screenedProject(as, "筛选错误试验项目");
  const visitor = await as(agent);
  const path = `/desk/projects/${projectNo}/screening`;
  const before = await recorded(as, projectNo);
  const sent = { ...(await visitor.form(path, "idempotencyKey")).values, ...industry() };
  for (const question of Object.keys(industry())) {
    for (const value of ["", "no-such-answer", HOSTILE]) {
      const answer = await visitor.post(path, { ...sent, [question]: value });
      expect(answer.status, question).toBe(400);
      expect(answer.errorAt(question) ?? "", question).toMatch(/^请(选择|填写|回答)|不能超过/);
      expectKept(answer, sent, [question]);
    }
  }
  expect(await recorded(as, projectNo)).toBe(before);
});

test("plan: a change without item or reason, and a confirmation on an impossible day, are told at the field", async ({ as }) => {
  const projectNo = await screenedProject(as, "计划错误试验项目");
  const visitor = await as(agent);
  const path = `/desk/projects/${projectNo}/plan`;
  const before = await recorded(as, projectNo);
  const cases = [
    { intent: "add", changes: { code: "", reason: "需要" }, field: "code", says: /^请选择/, status: 400 },
    { intent: "add", changes: { code: "relic-survey", reason: "" }, field: "reason", says: /^请填写/, status: 400 },
    { intent: "add", changes: { code: "relic-survey", reason: "长".repeat(501) }, field: "reason", says: /不能超过 500/, status: 400 },
    { intent: "drop", changes: { dropCode: "", dropReason: "不需要" }, field: "dropCode", says: /^请选择/, status: 400 },
    { intent: "drop", changes: { dropCode: "scheme-review", dropReason: "" }, field: "dropReason", says: /^请填写/, status: 400 },
    { intent: "confirm", changes: { on: "2026-02-30" }, field: "on", says: /实际存在的日期/, status: 400 },
    { intent: "confirm", changes: { on: "2026-03-17" }, field: "on", says: /不能晚于今天/, status: 400 },
    { intent: "confirm", changes: { on: "2026-02-24" }, field: "on", says: /^日期不能早于/, status: 409 },
  ] as const;
  for (const { intent, changes, field, says, status } of cases) {
    const answer = await visitor.send(path, changes, { intent });
    expect(answer.status, `${intent} ${JSON.stringify(changes).slice(0, 60)}`).toBe(status);
    expect(answer.errorAt(field) ?? answer.summary, `${intent} ${field}`).toMatch(says);
  }
  const unknown = await visitor.send(path, { code: "no-such-item", reason: "试试" }, { intent: "add" });
  expect(unknown.summary + unknown.html).toMatch(/没有事项|请选择/);
  expect(await recorded(as, projectNo)).toBe(before);
});

test.describe("sign-in", () => {
  const cases = [
    { what: "no name", values: { name: "", password: PASSWORD }, field: "name", says: { "zh-CN": "请填写用户名", en: /fill this in|^Enter/ } },
    { what: "no password", values: { name: "demo-hy-agent", password: "" }, field: "password", says: { "zh-CN": "请填写密码", en: /fill this in|^Enter/ } },
    { what: "too long a name", values: { name: "n".repeat(101), password: PASSWORD }, field: "name", says: { "zh-CN": "不能超过 100 个字符", en: /100/ } },
    { what: "script", values: { name: HOSTILE.slice(0, 90), password: "x" }, field: "name", says: { "zh-CN": "用户名或密码不正确", en: /not/ } },
  ] as const;
  for (const { what, values, field, says } of cases) {
    test(`with ${what} says what is wrong in the reader's language and keeps the name, never the password`, async ({ as }) => {
      for (const locale of ["zh-CN", "en"] satisfies Locale[]) {
        const answer = await (await as(null, locale)).send("/sign-in", values, { field: "password" });
        expect(answer.status).toBe(400);
        expect(answer.errorAt(field) ?? "").toMatch(says[locale]);
        expect(formsWith(answer.html, "password")[0]?.values.name).toEqual([values.name]);
        expect(formsWith(answer.html, "password")[0]?.values.password).toEqual([""]);
      }
    });
  }
});

test("progress: missing, too long, unknown and hostile numbers and codes are told, and nothing of a project is shown", async ({ as }) => {
  const anyone = await as(null);
  const send = (projectNo: string, queryCode: string) => anyone.post("/progress", { projectNo, queryCode });
  expect((await send("", "")).errorAt("projectNo")).toBe("请填写办件编号");
  expect((await send("HY-2026-0001", "")).errorAt("queryCode")).toBe("请填写查询码");
  expect((await send("9".repeat(41), "x")).errorAt("projectNo")).toContain("不能超过 40 个字符");
  for (const code of ["AAAAAAAA", "' OR '1'='1", "<script>", "👩🏽‍💼"]) {
    const answer = await send("HY-2026-0001", code);
    expect(answer.status).toBe(404);
    expect(answer.errorAt("projectNo")).toContain("办件编号与查询码不匹配");
    expect(answer.html).not.toContain("减速器");
    expect(formsWith(answer.html, "queryCode")[0]?.values.queryCode).toEqual([code]);
  }
});

test("a number or id of another centre, and one that never was, get the same 404", async ({ as, world }) => {
  const stranger = await as("demo-dy-agent");
  const foreign = await as("demo-dy-intake");
  const pages = [
    [stranger, `/desk/projects/${world.projectNo}`],
    [stranger, `/desk/projects/${world.projectNo}/plan`],
    [foreign, `/desk/items/${world.item(ITEM.water)}/acceptance`],
    [foreign, `/desk/stages/${world.projectNo}/S1/acceptance`],
    [stranger, "/desk/projects/DY-1999-0001"],
    [foreign, "/desk/items/DY-1999-0001-01/acceptance"],
  ] as const;
  const before = await recorded(as, world.projectNo);
  for (const [visitor, path] of pages) {
    expect((await visitor.read(path)).status, path).toBe(404);
    const posted = await visitor.post(path, { idempotencyKey: randomUUID(), version: "1", intent: "confirm", on: TODAY, acceptanceNo: "外地" });
    expect([404, 405], `${path} takes no post of a stranger`).toContain(posted.status);
  }
  const inside = await (await as(manager)).send(`/desk/projects/${world.projectNo}/agent`, { agentId: randomUUID(), reason: "换人" });
  expect(inside.status).toBe(400);
  expect(inside.errorAt("agentId")).toMatch(/^请选择/);
  expect(await recorded(as, world.projectNo)).toBe(before);
});

test("two people save the same case: the second is told what changed, keeps what was typed, and overwrites nothing", async ({ as, open }) => {
  const projectNo = await plannedProject(as, "同时办理试验项目");
  const item = (await itemNumbers(as, projectNo))(ITEM.conditions);
  await act(as, intake, item, "receipt", { on: TODAY });
  const page = await open(intake);
  await page.goto(`/desk/items/${item}/acceptance`);
  await page.getByLabel("受理通知书编号").fill("衡政务受〔2026〕971号");
  await (await as(agent)).done(`/desk/projects/${projectNo}/note`, { text: "窗口填写期间的新备注" });
  const before = await recorded(as, projectNo);
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === "POST"),
    page.getByRole("button", { name: "确认受理" }).click(),
  ]);
  expect(answer.status()).toBe(409);
  await expect(page.getByRole("alert").first()).toContainText("李敏");
  await expect(page.getByRole("main")).toContainText("填写期间，项目有新的记录");
  await expect(page.getByRole("main")).toContainText("窗口填写期间的新备注");
  await expect(page.getByLabel("受理通知书编号")).toHaveValue("衡政务受〔2026〕971号");
  expect(await recorded(as, projectNo)).toBe(before);
  await page.getByRole("button", { name: "已核对，再次提交" }).click();
  await expect(page).toHaveURL(/done=acceptance/);
  expect(await recorded(as, projectNo)).toBe(before + 1);
});

test("a form sent several times, one after another and at once, changes the case once; its key with other words is refused", async ({ as }) => {
  const projectNo = await plannedProject(as, "重复提交试验项目");
  const visitor = await as(agent);
  const path = `/desk/projects/${projectNo}/note`;
  const before = await recorded(as, projectNo);
  const sent = { ...(await visitor.form(path, "idempotencyKey")).values, text: "只应记录一次" };
  const answers = await Promise.all(Array.from({ length: 5 }, () => visitor.post(path, sent)));
  answers.push(await visitor.post(path, sent));
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303, 303]);
  expect(await recorded(as, projectNo)).toBe(before + 1);
  const reused = await visitor.post(path, { ...sent, text: "另一段话" });
  expect(reused.status).toBe(409);
  expect(reused.summary).toContain("此表单已提交过其他内容");
  expect(await recorded(as, projectNo)).toBe(before + 1);
});

test("10 MB of text gets a page that says so, and the case stays as it was", async ({ as, world }) => {
  const visitor = await as(agent);
  const path = `/desk/projects/${world.projectNo}/note`;
  const before = await recorded(as, world.projectNo);
  const answer = await visitor.post(path, { ...(await visitor.form(path, "idempotencyKey")).values, text: "字".repeat(1_200_000) });
  expect(answer.status).toBe(413);
  expect(answer.heading).toBe("内容太大");
  expect((await (await as(agent, "en")).postText(path, `text=${"x".repeat(10_000_000)}`)).heading).toMatch(/too large/i);
  expect(await recorded(as, world.projectNo)).toBe(before);
});

test("a body that is no form, half a character, and a key that is none are refused without a word of the machine's own", async ({ as, world }) => {
  const visitor = await as(agent);
  const path = `/desk/projects/${world.projectNo}/note`;
  const form = await visitor.form(path, "idempotencyKey");
  const before = await recorded(as, world.projectNo);
  const json = await visitor.request.post(path, { data: { text: "x" }, maxRedirects: 0 });
  expect(json.status()).toBe(400);
  const half = await visitor.postText(path, `idempotencyKey=${form.values.idempotencyKey?.[0]}&version=${form.values.version?.[0]}&text=a${HALF_CHARACTER}b`);
  expect(half.status).toBe(400);
  expect(half.errorAt("text")).toContain("无法保存的字符");
  const keyless = await visitor.post(path, { text: "没有钥匙的备注" });
  expect(keyless.status).toBe(400);
  expect(keyless.summary).toContain("页面内容已过期");
  expect(`${await json.text()}${half.html}${keyless.html}`).not.toMatch(/TypeError|at \w+ \(|node_modules|zod/i);
  expect(await recorded(as, world.projectNo)).toBe(before);
});

test("in the browser the error is read first, its link leads to the field, and what was typed stands there", async ({ open, world }) => {
  for (const [language, title, sentence] of [
    ["zh-CN", "请更正以下内容", "受理日期须为实际存在的日期，例如 2026-03-02"],
    ["en", "", "2026-03-02"],
  ] as const) {
    const page = await open(intake, { language });
    await page.goto(`/desk/items/${world.item(ITEM.water)}/acceptance`);
    await page.locator("[name=on]").evaluate((control: HTMLInputElement) => {
      control.type = "text";
      control.value = "2026-02-30";
    });
    await page.locator("[name=acceptanceNo]").fill(HOSTILE);
    await page.getByRole("main").locator("form button[type=submit]").last().click();
    const errors = page.getByRole("alert").first();
    await expect(errors).toContainText(title);
    await expect(errors).toContainText(sentence);
    await expect(errors).toBeFocused();
    await errors.getByRole("link").first().click();
    await expect(page.locator("[name=on]")).toBeFocused();
    await expect(page.locator("[name=on]")).toHaveValue("2026-02-30");
    await expect(page.locator("[name=acceptanceNo]")).toHaveValue(HOSTILE);
    await expect(page).toHaveTitle(/^(错误：|Error)/);
  }
});
