import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { issuePaper, type PaperOutcome } from "../../app/application/documents/issue-paper";
import { issuedPaper } from "../../app/application/documents/issued-paper";
import { progressReport } from "../../app/application/documents/progress-report";
import { verifyPaper } from "../../app/application/documents/verify";
import { papersPage, receivedPapers } from "../../app/application/queries/papers";
import type { Actor } from "../../app/domain/case/context";
import type { PaperKind } from "../../app/domain/case/parts/paper";
import type { Locale } from "../../app/i18n";
import { uuidv7 } from "../../db/uuid";
import { type TestDatabase, testDatabase } from "../support/databases";
import { numberOf, World } from "../support/world";

let database: TestDatabase;
let world: World;
let projectNo: string;
let itemId: string;
let itemNo: string;
beforeAll(async () => {
  database = await testDatabase("sqlite", "");
  world = await World.open(database.db);
  projectNo = await world.planned();
  const item = Object.values((await world.load(projectNo)).state.items).find(({ code }) => code === "planning-conditions");
  if (!item) throw new Error("the plan has no planning conditions");
  ({ id: itemId, itemNo } = item);
  numberOf(await world.run(world.intake, projectNo, { type: "receive-items", itemNos: [itemNo], on: world.today }));
});
afterAll(() => database.remove());

const issue = (actor: Actor, kind: PaperKind, locale: Locale = "zh-CN", subjectId = itemId): Promise<PaperOutcome> =>
  issuePaper(world.services, actor, { projectNo, kind, subjectId, locale, verifyUrl: (code) => `https://daiban.example.gov.cn/verify/${code}` });
async function issued(actor: Actor, kind: PaperKind, locale: Locale = "zh-CN"): Promise<Extract<PaperOutcome, { ok: true }>> {
  const outcome = await issue(actor, kind, locale);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome;
}
async function file(actor: Actor, code: string): Promise<Buffer> {
  const found = await issuedPaper(world.services, actor, code);
  if (!found.ok) throw new Error(String(found.status));
  return found.pdf;
}
const owner = async (): Promise<Actor> =>
  world.centre.person("陈志明", "investor", { enterpriseIds: [(await world.load(projectNo)).state.project.enterpriseId] });

describe("handing out a paper", () => {
  test("R-255 (F19): it is recorded with number, digest, rules, version, day and who, and its file has that digest", async () => {
    const paper = await issued(world.intake, "receipt-list");
    const { issuedDocument: d } = world.db.t;
    const [row] = await world.db.q.select().from(d).where(eq(d.code, paper.code));
    const { state } = await world.load(projectNo);
    expect(row).toMatchObject({
      kind: "receipt-list",
      number: `${itemNo}-SJ-01`,
      itemId,
      subjectId: itemId,
      locale: "zh-CN",
      packDigest: state.project.packDigest,
      caseVersion: state.project.version,
      issuedOn: world.today,
      issuedById: world.intake.personId,
      supersededBy: null,
    });
    expect(
      createHash("sha256")
        .update(await file(world.intake, paper.code))
        .digest("hex"),
    ).toBe(row?.digest);
  });

  test("R-256: the same content is the same paper, whoever asks, on another day and after acts that do not concern it", async () => {
    const first = await issued(world.intake, "receipt-list");
    numberOf(await world.run(world.agent, projectNo, { type: "add-note", itemNo: null, text: "已电话告知", shownToInvestor: true }));
    world.today = "2026-03-03";
    const again = await issued(world.agent, "receipt-list");
    world.today = "2026-03-02";
    expect(again).toMatchObject({ reissued: true, code: first.code, number: first.number, digest: first.digest });
    expect((await file(world.agent, first.code)).equals(await file(world.intake, again.code))).toBe(true);
  });

  test("R-256: two clicks at once are one paper; the other language is a paper of its own, numbers without gaps", async () => {
    const [a, b] = await Promise.all([issued(world.manager, "receipt-list", "en"), issued(world.agent, "receipt-list", "en")]);
    expect(a.code).toBe(b.code);
    expect(a.number).toBe(`${itemNo}-SJ-02`);
  });

  test("R-257: when what it says has changed, the new paper takes the old one's place in its language, and checking the old one says so", async () => {
    const old = await issued(world.intake, "receipt-list");
    const english = await issued(world.intake, "receipt-list", "en");
    world.today = "2026-03-04";
    const corrected = { type: "correct-entry", itemNo, entry: "receivedOn", value: "2026-03-03", reason: "登记笔误", overdueReason: null } as const;
    numberOf(await world.run(world.manager, projectNo, corrected));
    const page = await papersPage(world.services, world.intake, projectNo, itemNo);
    const list = page?.groups[0]?.papers.find(({ kind }) => kind === "receipt-list");
    expect(list?.issued.map(({ number, outdated }) => [number, outdated])).toEqual([
      [english.number, true],
      [old.number, true],
    ]);
    const fresh = await issued(world.intake, "receipt-list");
    expect(fresh).toMatchObject({ reissued: false, number: `${itemNo}-SJ-03` });
    expect(await verifyPaper(world.services, old.code)).toMatchObject({ verdict: "superseded", supersededBy: { number: fresh.number } });
    expect(await verifyPaper(world.services, fresh.code, fresh.digest)).toMatchObject({
      verdict: "genuine",
      digestMatches: true,
      paper: { kind: "receipt-list" },
    });
    expect(await verifyPaper(world.services, english.code)).toMatchObject({ verdict: "genuine" });
    // The superseded paper can still be read: it was given to somebody.
    expect((await file(world.agent, old.code)).byteLength).toBeGreaterThan(1000);
  });

  test("R-254: roles without the right get 403, strangers and papers that do not exist 404", async () => {
    const supervisor = world.centre.person("何监督", "supervisor");
    const issuing = world.centre.person("赵静", "issuing");
    expect(await issue(supervisor, "receipt-list")).toMatchObject({ ok: false, status: 403 });
    expect(await issue(issuing, "receipt-list")).toMatchObject({ ok: false, status: 403 });
    expect(await issue(await owner(), "receipt-list")).toMatchObject({ ok: false, status: 403 });
    expect(await issue(world.centre.person("外人", "reviewer", { departmentCode: "qx" }), "receipt-list")).toMatchObject({ ok: false, status: 404 });
    expect(await issue(world.intake, "acceptance-notice")).toMatchObject({ ok: false, status: 404, error: { code: "paper-not-there" } });
    expect(await issue(world.intake, "receipt-list", "zh-CN", uuidv7())).toMatchObject({ ok: false, status: 404 });
  });

  test("R-258: staff and the applicant take the file, strangers find nothing; reports are not for reviewers", async () => {
    const paper = await issued(world.intake, "receipt-list");
    expect((await file(await owner(), paper.code)).byteLength).toBeGreaterThan(1000);
    expect(await issuedPaper(world.services, world.centre.person("别家", "investor", { enterpriseIds: ["another"] }), paper.code)).toEqual({
      ok: false,
      status: 404,
    });
    const planning = world.centre.person("张工", "reviewer", { departmentCode: "zr" });
    const reform = world.centre.person("李工", "reviewer", { departmentCode: "fg" });
    expect(await issuedPaper(world.services, planning, paper.code)).toMatchObject({ ok: true });
    expect(await issuedPaper(world.services, reform, paper.code)).toEqual({ ok: false, status: 404 });
    const report = await progressReport(world.services, world.agent, {
      projectNo,
      locale: "zh-CN",
      verifyUrl: (code) => `https://daiban.example.gov.cn/verify/${code}`,
    });
    if (!report.ok) throw new Error("refused");
    expect(await issuedPaper(world.services, planning, report.code)).toEqual({ ok: false, status: 404 });
    expect((await file(world.agent, report.code)).equals(report.pdf)).toBe(true);
    expect(await issuedPaper(world.services, world.agent, "not a code")).toEqual({ ok: false, status: 404 });
  });

  test("R-259: what the software would draw otherwise than it was given out is not given out as if it were the same", async () => {
    const paper = await issued(world.intake, "receipt-list");
    const { issuedDocument: d } = world.db.t;
    await world.db.tx(
      async (q) =>
        void (await q
          .update(d)
          .set({ digest: "0".repeat(64) })
          .where(eq(d.code, paper.code))),
    );
    expect(await issuedPaper(world.services, world.intake, paper.code)).toEqual({ ok: false, status: 409 });
    const fresh = await issued(world.intake, "receipt-list");
    expect(fresh.code).not.toBe(paper.code);
    expect(await verifyPaper(world.services, paper.code)).toMatchObject({ verdict: "superseded" });
  });

  test("R-258: the applicant's list holds the newest of each paper meant for the applicant, and nothing else", async () => {
    const { state } = await world.load(projectNo);
    const received = await receivedPapers(world.services, state);
    expect(received.map(({ kind, locale }) => [kind, locale])).toEqual([
      ["receipt-list", "zh-CN"],
      ["receipt-list", "en"],
    ]);
  });

  test("a number is given out once in a centre, whatever the code says", async () => {
    const { issuedDocument: d } = world.db.t;
    const [row] = await world.db.q.select().from(d).limit(1);
    if (!row) throw new Error("no paper");
    const again = world.db.tx(async (q) => void (await q.insert(d).values({ ...row, id: uuidv7(), code: "AAAA-BBBB-CCCC" })));
    const fault = await again.then(
      () => null,
      (error: unknown) => world.db.fault(error),
    );
    expect(fault).toBe("unique");
  });
});
