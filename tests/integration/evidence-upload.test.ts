import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "../../app/domain/case/context";
import type { EvidenceOf } from "../../app/domain/case/parts/evidence";
import { paths } from "../../app/web/paths";
import { Edge } from "../support/edge";
import { docx, pdf, png } from "../support/file-kit";
import { type GrantedNotice, grantNotice } from "../support/granted-notice";
import { cutUpload, postUpload, storedFiles, uploadForm } from "../support/upload";
import { numberOf, World } from "../support/world";

const LIMIT = 300_000;

describe("adding a photograph or paper to a check", () => {
  let edge: Edge;
  let world: World;
  let granted: GrantedNotice;
  let reviewer: Actor;
  let cookies: Readonly<Record<"department" | "other" | "agent" | "manager" | "investor" | "stranger", string>>;

  beforeAll(async () => {
    edge = await Edge.start({ fileBytes: LIMIT });
    world = await World.at(edge.database.db, edge.centre);
    granted = await grantNotice(world);
    const ofDepartment = async (name: string, departmentCode: string): Promise<Actor> => {
      const actor = await edge.person(name, "reviewer");
      const { db } = edge.database;
      const named = { nameZh: departmentCode, nameEn: departmentCode, shortZh: departmentCode, shortEn: departmentCode };
      await db.tx(async (q) => {
        await q.insert(db.t.department).values({ centreId: edge.centre.id, code: departmentCode, ...named });
        await q.update(db.t.personRole).set({ departmentCode }).where(eq(db.t.personRole.personId, actor.personId));
      });
      return { ...actor, departmentCode };
    };
    reviewer = await ofDepartment("zhang", granted.department.departmentCode ?? "");
    await ofDepartment("he", "zr");
    await edge.person("limin", "agent");
    await edge.person("zhou", "manager");
    const chen = await edge.person("chen", "investor");
    await edge.person("stranger", "investor");
    const { db } = edge.database;
    const member = { centreId: edge.centre.id, enterpriseId: granted.enterpriseId, personId: chen.personId };
    await db.tx((q) => q.insert(db.t.enterpriseMember).values(member));
    const [department, other, agent, manager, investor, stranger] = await Promise.all(
      ["zhang", "he", "limin", "zhou", "chen", "stranger"].map((name) => edge.signIn(name)),
    );
    cookies = {
      department: department ?? "",
      other: other ?? "",
      agent: agent ?? "",
      manager: manager ?? "",
      investor: investor ?? "",
      stranger: stranger ?? "",
    };
  });
  afterAll(() => edge.stop());

  const stored = () => storedFiles(edge);
  const files = async () => Object.values((await world.load(granted.projectNo)).state.evidenceFiles);
  const page = (of: Partial<EvidenceOf> = {}) => paths.desk.evidence(granted.projectNo, { ...granted.check, ...of });

  let key = 0;
  const form = (content: Buffer, name: string, idempotencyKey = `0190b000-0000-4000-8000-${String(++key).padStart(12, "0")}`) =>
    uploadForm(content, name, idempotencyKey);
  const upload = (body: BodyInit, Cookie = cookies.department, path = page()) => postUpload(edge, path, body, Cookie);

  let before: readonly string[] = [];
  let count = 0;
  beforeEach(async () => {
    before = stored();
    count = (await files()).length;
  });
  /** Nothing was stored, recorded or left half written. */
  const nothingHappened = async () => {
    expect(stored()).toEqual(before);
    expect(await files()).toHaveLength(count);
  };

  test("R-460 (F21): the department adds a photograph before the check; the desk sees it at once, the enterprise once the check is recorded", async () => {
    const done = await upload(form(png(), "现场一.png"));
    expect([done.status, done.headers.get("location")]).toEqual([303, `/desk/items/${granted.itemNo}?done=evidence`]);
    const [file] = await files();
    const save = (Cookie?: string) => edge.get(paths.evidenceFile(granted.projectNo, file?.id ?? ""), Cookie ? { Cookie } : {});
    for (const [Cookie, status] of [
      [cookies.department, 200],
      [cookies.manager, 200],
      [cookies.agent, 200],
      [cookies.other, 404],
      [cookies.investor, 404],
      [cookies.stranger, 404],
      [undefined, 303],
    ] as const)
      expect((await save(Cookie)).status).toBe(status);
    const item = await (await edge.get(`/desk/items/${granted.itemNo}`, { Cookie: cookies.department })).text();
    for (const part of ["现场一.png", "为尚未记录的核查准备", "添加照片或文件", file?.digest.slice(0, 12) ?? "?"]) expect(item).toContain(part);
    const history = async (Cookie: string) => {
      const answer = await edge.get(paths.desk.projectTab(granted.projectNo, "history"), { Cookie });
      return [answer.status, (await answer.text()).includes("现场一.png")];
    };
    expect(await history(cookies.agent)).toEqual([200, true]);
    expect(await history(cookies.other), "R-462: that a file was added, not which").toEqual([200, false]);
    const form0 = await (await edge.get(`/desk/items/${granted.itemNo}/notice-check`, { Cookie: cookies.department })).text();
    for (const part of ["现场一.png", "照片和文件先在这里添加"]) expect(form0).toContain(part);
    const check = { outcome: "met", looked: "查看 12 辆车", inspectors: ["刘工", "陈工"], reference: null, failed: [], rectifyBy: null } as const;
    numberOf(await world.run(reviewer, granted.projectNo, { type: "record-notice-check", itemNo: granted.itemNo, ...check, on: world.today }));
    expect((await save(cookies.investor)).status).toBe(200);
    expect((await save(cookies.stranger)).status).toBe(404);
    const own = await (await edge.get(paths.portal.notice(granted.projectNo, granted.itemNo), { Cookie: cookies.investor })).text();
    expect(own).toContain("现场一.png");
    expect(own).not.toContain("添加照片或文件");
    const late = await upload(form(pdf("检测"), "检测报告.pdf"));
    expect(late.status).toBe(303);
    expect((await files()).map(({ name, afterwards }) => [name, afterwards])).toEqual([
      ["现场一.png", false],
      ["检测报告.pdf", true],
    ]);
    const saved = await save(cookies.agent);
    expect(saved.headers.get("content-disposition")).toContain("attachment");
    expect(saved.headers.get("content-security-policy")).toContain("sandbox");
    expect(Buffer.from(await saved.arrayBuffer())).toEqual(png());
  });

  test("R-460: a foreign department meets 404, the manager a page without a form, and what they post anyway is a 403 that stores nothing", async () => {
    expect((await upload(form(png(), "a.png"), cookies.other)).status).toBe(404);
    expect((await upload(form(png(), "a.png"), cookies.agent)).status).toBe(403);
    expect((await upload(form(png(), "a.png"), cookies.investor)).status).toBe(403);
    const posted = await upload(form(png(), "a.png"), cookies.manager);
    expect([posted.status, (await posted.text()).includes("您当前的身份不能办理此事")]).toEqual([403, true]);
    const shown = await (await edge.get(page(), { Cookie: cookies.manager })).text();
    expect(shown).toContain("现在不能为这次核查添加文件");
    expect(shown).not.toContain('type="file"');
    await nothingHappened();
  });

  test.each([
    { subjectId: "0190b000-0000-4000-8000-000000000000" },
    { round: 7 },
    { round: 1.5 },
    { round: Number.NaN },
    { subjectKind: "supervision-check" as const },
    { subjectKind: "anything" as never },
  ])("R-460: a check the case does not have (%o) is not there", async (of) => {
    expect((await edge.get(page(of), { Cookie: cookies.department })).status).toBe(404);
    expect((await upload(form(png(), "a.png"), cookies.department, page(of))).status).toBe(404);
    await nothingHappened();
  });

  test.each([
    ["the content of a program under a picture's name", Buffer.concat([Buffer.from("MZ"), Buffer.alloc(500)]), "现场.jpg", "不接收这种文件"],
    ["a picture under a document's name", png(), "报告.pdf", "与扩展名不符"],
    ["a container that unpacks to a thousand times its size", docx({ name: "word/1.bin", content: Buffer.alloc(12_000_000) }), "报告.docx", "异常巨大"],
    ["no bytes", Buffer.alloc(0), "空.png", "文件是空的"],
  ])("R-161: %s is a 400 that keeps the page and stores nothing", async (_, content, name, says) => {
    const answer = await upload(form(content, name));
    const html = await answer.text();
    expect([answer.status, html.includes(says), html.includes('href="#field-file"'), html.includes('type="file"')]).toEqual([400, true, true, true]);
    await nothingHappened();
  });

  test("R-165: over the limit is a 413 that says the limit, no file and a stale form a 400", async () => {
    const large = await upload(form(pdf("x", LIMIT + 100_000), "大.pdf"));
    expect([large.status, (await large.text()).includes("不能超过 0.3 MB")]).toEqual([413, true]);
    const without = new FormData();
    without.set("idempotencyKey", "0190b000-0000-4000-8000-00000000cccc");
    const stale = new FormData();
    stale.set("file", new File([new Uint8Array(pdf())], "a.pdf"));
    for (const [body, says] of [
      [without, "请选择要上传的文件"],
      [stale, "页面内容已过期"],
    ] as const) {
      const answer = await upload(body);
      expect([answer.status, (await answer.text()).includes(says)]).toEqual([400, true]);
    }
    await nothingHappened();
  });

  test("R-461: the same content again is told to be there already and leaves nothing, the same form again changes nothing", async () => {
    const again = await upload(form(png(), "再来一次.png"));
    expect([again.status, (await again.text()).includes("这个文件已经在了")]).toEqual([409, true]);
    await nothingHappened();
    const once = "0190b000-0000-4000-8000-00000000aaaa";
    const twice = [await upload(form(pdf("二"), "二.pdf", once)), await upload(form(pdf("二"), "二.pdf", once))];
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    expect(await files()).toHaveLength(count + 1);
    [before, count] = [stored(), count + 1];
    const reused = await upload(form(pdf("三"), "三.pdf", once));
    expect(reused.status).toBe(409);
    await nothingHappened();
  });

  test("R-163: a hostile name is shown as plain text and is never a path", async () => {
    const name = `../../../tmp/<img src=x onerror=alert(1)>\u202Efdp.\r\nX-Evil: 1"; filename="passwd.pdf`;
    expect((await upload(form(pdf("name"), name))).status).toBe(303);
    const added = (await files()).at(-1);
    expect(added?.name).not.toMatch(/[\p{Cc}\u202E/\\<>"]/u);
    const html = await (await edge.get(page(), { Cookie: cookies.department })).text();
    expect(html).not.toContain("<img src=x");
    const { headers } = await edge.get(paths.evidenceFile(granted.projectNo, added?.id ?? ""), { Cookie: cookies.department });
    expect(headers.get("x-evil")).toBeNull();
    expect(stored().every((file) => /^[0-9a-f]{64}$/.test(file))).toBe(true);
  });

  test("R-165: a connection cut in the middle leaves nothing stored, recorded or half written", async () => {
    await cutUpload(edge, page(), cookies.department, "0190b000-0000-4000-8000-00000000bbbb");
    await nothingHappened();
  });

  test("R-168: an id opens nothing in another case, nor one that is none", async () => {
    const [file] = await files();
    const other = await world.planned();
    expect((await edge.get(paths.evidenceFile(other, file?.id ?? ""), { Cookie: cookies.agent })).status).toBe(404);
    expect((await edge.get(paths.evidenceFile(granted.projectNo, "0190b000-0000-4000-8000-000000000000"), { Cookie: cookies.agent })).status).toBe(404);
    expect((await edge.get(`/files/evidence/${granted.projectNo}/..%2f..%2fpackage.json`, { Cookie: cookies.agent })).status).toBe(404);
  });
});
