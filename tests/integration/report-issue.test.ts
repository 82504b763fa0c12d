import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { progressReport, type ReportOrder, type ReportOutcome } from "../../app/application/documents/progress-report";
import { readDigest, verifyPaper } from "../../app/application/documents/verify";
import { newVerifyCode, readVerifyCode } from "../../app/application/documents/verify-code";
import type { Actor } from "../../app/domain/case/context";
import { type TestDatabase, testDatabase } from "../support/databases";
import { numberOf, World } from "../support/world";

let database: TestDatabase;
let world: World;
let projectNo: string;
beforeAll(async () => {
  database = await testDatabase("sqlite", "");
  world = await World.open(database.db);
});
afterAll(() => database.remove());

const order = (locale: ReportOrder["locale"] = "zh-CN"): ReportOrder => ({
  projectNo,
  locale,
  verifyUrl: (code) => `https://daiban.example.gov.cn/verify/${code}`,
});
async function take(actor: Actor, locale: ReportOrder["locale"] = "zh-CN"): Promise<Extract<ReportOutcome, { ok: true }>> {
  const outcome = await progressReport(world.services, actor, order(locale));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome;
}
const note = (text: string) => world.run(world.agent, projectNo, { type: "add-note", itemNo: null, text, shownToInvestor: true });

describe("issuing a progress report", () => {
  beforeAll(async () => {
    projectNo = await world.planned();
  });

  test("R-136: it is recorded with number, digest, rules and version, and its file has that digest", async () => {
    const paper = await take(world.agent);
    const { issuedDocument: d } = world.db.t;
    const rows = await world.db.q.select().from(d);
    const { state } = await world.load(projectNo);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      code: paper.code,
      kind: "progress-report",
      number: `${projectNo}-JD-001`,
      digest: createHash("sha256").update(paper.pdf).digest("hex"),
      locale: "zh-CN",
      packId: "hengyang-2018",
      packDigest: state.project.packDigest,
      caseVersion: state.project.version,
      issuedOn: world.today,
      issuedById: world.agent.personId,
      supersededBy: null,
    });
    expect(paper).toMatchObject({ reissued: false, number: `${projectNo}-JD-001` });
  });

  test("R-137: a second click on the same day gives the same paper again, byte for byte", async () => {
    const first = await take(world.agent);
    const second = await take(world.agent);
    expect(second).toMatchObject({ reissued: true, code: first.code, digest: first.digest });
    expect(second.pdf.equals(first.pdf)).toBe(true);
  });

  test("two clicks at once are one paper", async () => {
    const [a, b] = await Promise.all([take(world.manager), take(world.manager)]);
    expect(a.code).toBe(b.code);
    expect([a.reissued, b.reissued].sort()).toEqual([false, true]);
  });

  test("another person, another language and another day each get a paper of their own, numbers without gaps", async () => {
    const english = await take(world.agent, "en");
    world.today = "2026-03-03";
    const nextDay = await take(world.agent);
    world.today = "2026-03-02";
    expect([english.number, nextDay.number]).toEqual([`${projectNo}-JD-003`, `${projectNo}-JD-004`]);
  });

  test("roles without the right are refused, strangers find nothing", async () => {
    const reviewer = world.centre.person("张工", "reviewer", { departmentCode: "zr" });
    expect(await progressReport(world.services, reviewer, order())).toMatchObject({ ok: false, status: 403 });
    const stranger = world.centre.person("别家", "investor", { enterpriseIds: ["another"] });
    expect(await progressReport(world.services, stranger, order())).toMatchObject({ ok: false, status: 404 });
    const { state } = await world.load(projectNo);
    const owner = world.centre.person("陈志明", "investor", { enterpriseIds: [state.project.enterpriseId] });
    expect(await progressReport(world.services, owner, order())).toMatchObject({ ok: true });
    expect(await progressReport(world.services, world.agent, { ...order(), projectNo: "HY-2026-9999" })).toMatchObject({ ok: false, status: 404 });
  });
});

describe("checking a paper", () => {
  beforeAll(async () => {
    projectNo = await world.planned();
  });

  test("R-139: a paper of the newest state is genuine, and its file can be checked to the byte", async () => {
    const paper = await take(world.agent);
    expect(await verifyPaper(world.services, paper.code)).toMatchObject({
      verdict: "genuine",
      digestMatches: null,
      supersededBy: null,
      paper: { number: paper.number, projectNo, digest: paper.digest },
      now: { changed: false, late: false, items: (await world.load(projectNo)).state.project.itemCount, ended: 0 },
    });
    expect(await verifyPaper(world.services, paper.code, paper.digest)).toMatchObject({ verdict: "genuine", digestMatches: true });
    expect(await verifyPaper(world.services, paper.code, "0".repeat(64))).toMatchObject({ verdict: "altered", digestMatches: false });
  });

  test("R-138: after the case moved on the old paper says so; after a new report it is superseded by it", async () => {
    const old = await take(world.agent);
    numberOf(await note("已电话告知"));
    expect(await verifyPaper(world.services, old.code)).toMatchObject({ verdict: "genuine", now: { changed: true } });
    const fresh = await take(world.agent);
    expect(await verifyPaper(world.services, old.code)).toMatchObject({ verdict: "superseded", supersededBy: { number: fresh.number, issuedOn: world.today } });
    expect(await verifyPaper(world.services, fresh.code)).toMatchObject({ verdict: "genuine" });
    // A report in the other language stands beside it.
    await take(world.agent, "en");
    expect(await verifyPaper(world.services, fresh.code)).toMatchObject({ verdict: "genuine" });
  });

  test("an invented code is unknown, whatever it looks like", async () => {
    for (const code of ["7K3M-9QXW-P2RD", "", "'; drop table", "x".repeat(500)]) expect((await verifyPaper(world.services, code)).verdict).toBe("unknown");
  });

  test("what it tells names no person and no query code", async () => {
    const paper = await take(world.agent);
    const { state } = await world.load(projectNo);
    const told = JSON.stringify(await verifyPaper(world.services, paper.code));
    for (const secret of [
      state.project.queryCode,
      state.project.contactName,
      state.project.contactPhone,
      state.project.creditCode,
      world.agent.name,
      world.agent.personId,
    ])
      expect(told).not.toContain(secret);
  });
});

describe("codes and digests as people type them", () => {
  test("a code is read in small letters, without hyphens, with spaces, and with the letters that look like digits", () => {
    expect(["7K3M-9QXW-P2RD", "7k3m9qxwp2rd", " 7K3M 9QXW P2RD ", "７Ｋ３Ｍ－９ＱＸＷ－Ｐ２ＲＤ"].map(readVerifyCode)).toEqual(Array(4).fill("7K3M-9QXW-P2RD"));
    expect(readVerifyCode("OIL0-1234-5678")).toBe("0110-1234-5678");
    expect(["7K3M-9QXW-P2R", "7K3M-9QXW-P2RDX", "7K3M-9QXW-P2RU"].map(readVerifyCode)).toEqual([null, null, null]);
  });

  test("new codes can be read back and do not repeat", () => {
    const codes = Array.from({ length: 500 }, newVerifyCode);
    expect(codes.map(readVerifyCode)).toEqual(codes);
    expect(new Set(codes).size).toBe(500);
  });

  test("a digest may carry capitals, spaces and line breaks; anything else is none", () => {
    const digest = "a".repeat(32) + "0".repeat(32);
    expect(readDigest(` ${digest.toUpperCase().slice(0, 32)}\n${digest.slice(32)} `)).toBe(digest);
    expect(readDigest("abc")).toBeNull();
    expect(readDigest(`${digest}0`)).toBeNull();
  });
});
