import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { guideContent } from "../../app/application/documents/guide-content";
import { guideFile } from "../../app/application/documents/guide-file";
import { verifyGuide } from "../../app/application/documents/verify-guide";
import { agencyPage } from "../../app/application/queries/agency";
import { type GuideFilter, guideList, guidePage } from "../../app/application/queries/guides";
import { publicScreening } from "../../app/application/queries/screening-public";
import type { Words } from "../../app/domain/pack/pack";
import { LOCALES, translator } from "../../app/i18n";
import { noteText } from "../../app/i18n/guide-words";
import { hengyang, plainAnswers } from "../builders/case-story";
import { aCentre } from "../builders/centre-rows";
import { type TestDatabase, testDatabase } from "../support/databases";
import { dense, poppler } from "../support/poppler";
import { World } from "../support/world";

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await testDatabase("sqlite", "");
  world = await World.open(database.db);
  await aCentre(database.db, "DY");
});
afterAll(() => database.remove());

const all: GuideFilter = { q: "", stage: null, department: null };
const order = {
  itemCode: "planning-permit",
  centreCode: "HY",
  locale: "zh-CN" as const,
  verifyUrl: (number: string) => `https://daiban.example.gov.cn/verify/${number}`,
};

describe("guides for everybody", () => {
  test("F14: the list holds every item of the place once, by stage, and is cut by words, stage and body", async () => {
    const list = await guideList(world.services, "hy", all);
    expect(list.count).toBe(hengyang.items.length);
    expect(list.stages.flatMap(({ lines }) => lines.map(({ code }) => code)).sort()).toEqual(hengyang.items.map(({ code }) => code).sort());
    const found = async (filter: Partial<GuideFilter>) =>
      (await guideList(world.services, "HY", { ...all, ...filter })).stages.flatMap(({ lines }) => lines.map(({ code }) => code));
    expect(await found({ q: "规划许可证 核发" })).toContain("planning-permit");
    expect(await found({ q: "公众参与说明" })).toEqual(["env-report"]);
    expect(await found({ q: "ｅｎｖ-report" })).toEqual(["env-report"]);
    expect(await found({ stage: "S3", department: "zj" })).toContain("construction-permit");
    expect(await found({ q: "没有这样的事项" })).toEqual([]);
  });

  test("with several centres one must be chosen; an unknown one is none", async () => {
    expect((await guideList(world.services, null, all)).centre).toBeNull();
    expect((await guideList(world.services, "XX", all)).centre).toBeNull();
    expect(await guidePage(world.services, "planning-permit", null)).toBeNull();
    expect(await guidePage(world.services, "no-such-item", "HY")).toBeNull();
  });

  test("H24: the flow list has exactly the four blocks 审批程序、申请材料、承诺期限、申请地点, on one page", async () => {
    const page = await guidePage(world.services, "planning-permit", "HY");
    if (!page) throw new Error("no page");
    expect(guideContent("flow", page, "zh-CN").blocks.map((block) => ("title" in block ? block.title : block.is))).toEqual([
      "审批程序",
      "申请材料",
      "承诺期限",
      "申请地点",
    ]);
    const file = await guideFile(world.services, { ...order, kind: "flow" });
    expect(poppler("pdfinfo", file?.pdf ?? Buffer.alloc(0))).toMatch(/Pages: +1\b/);
  });

  test("F14, D14, H26, Z20: the guide tells materials, situations, conditions, flow, limits with source, place, basis, neighbours and the fee of 0", async () => {
    for (const locale of LOCALES) {
      const file = await guideFile(world.services, { ...order, locale, kind: "guide" });
      const text = dense(poppler("pdftotext", file?.pdf ?? Buffer.alloc(0), "-raw"));
      const expected =
        locale === "en"
          ? ["When it is needed", "Conditions of acceptance", "Procedure", "Time limits", "assumed", "Where to apply", "Basis", "Needed first", "0 yuan"]
          : [
              "什么情形要办",
              "受理条件",
              "审批程序",
              "承诺期限",
              "假定",
              "申请地点",
              "依据",
              "前置事项",
              "后续事项",
              "0 元",
              "使用土地证明文件",
              "《城乡规划法》第四十条",
            ];
      for (const said of expected) expect(text, said).toContain(dense(said));
      for (const font of poppler("pdffonts", file?.pdf ?? Buffer.alloc(0))
        .trim()
        .split("\n")
        .slice(2))
        expect(font).toMatch(/ yes +yes +yes /);
    }
  });

  test("R-473 (H24): a guide says each step once, its own basis before what the rules of the place rest on, and its note in the reader's language", async () => {
    const page = await guidePage(world.services, "forest-land", "HY");
    if (!page) throw new Error("no page");
    const titled = (locale: (typeof LOCALES)[number], title: string) =>
      guideContent("guide", page, locale).blocks.find((block) => "title" in block && block.title === title);
    const flow = titled("zh-CN", "审批程序");
    const names = flow?.is === "flow" ? flow.steps.map(({ name }) => name) : [];
    expect(names).toContain("转报上级");
    expect(names.filter((name) => name.includes("审查"))).toHaveLength(1);
    expect(titled("zh-CN", "依据")).toMatchObject({ items: [page.guide.item.statutory.source] });
    expect(titled("zh-CN", "当地规则的全部依据")).toMatchObject({ items: expect.arrayContaining([expect.stringContaining("行政许可法")]) });
    const tongue = (locale: (typeof LOCALES)[number]) => ({
      t: translator(locale),
      pick: (words: Words) => (locale === "en" ? words.en || words.zh : words.zh),
    });
    const noted = hengyang.items.flatMap(({ note }) => (note?.includes(" / ") ? [note] : []));
    expect(noted.length).toBeGreaterThan(10);
    for (const note of noted) {
      expect(noteText(tongue("zh-CN"), note), note).not.toContain(" / ");
      expect(noteText(tongue("en"), note), note).not.toMatch(/；|[\u4e00-\u9fff]{8}/);
    }
  });

  test("R-263: the same rules give the same bytes, and nothing is recorded when somebody reads", async () => {
    const [a, b] = await Promise.all([guideFile(world.services, { ...order, kind: "guide" }), guideFile(world.services, { ...order, kind: "guide" })]);
    expect(a?.pdf.equals(b?.pdf ?? Buffer.alloc(0))).toBe(true);
    expect(await world.db.q.select().from(world.db.t.issuedDocument)).toEqual([]);
  });

  test("D14: a sample of the promise exists where materials may follow, marked as a sample, and nowhere else", async () => {
    const file = await guideFile(world.services, { ...order, kind: "promise" });
    expect(dense(poppler("pdftotext", file?.pdf ?? Buffer.alloc(0), "-raw"))).toContain("示范文本");
    expect(await guideFile(world.services, { ...order, kind: "promise", itemCode: "env-report" })).toBeNull();
  });

  test("R-419 (D14): blank samples of the applicant's letters exist for what the place offers, marked 示范, in both languages, byte for byte the same", async () => {
    for (const locale of LOCALES)
      for (const [kind, itemCode] of [
        ["risk", null],
        ["project", null],
        ["collection", null],
        ["notice", "waste-disposal"],
      ] as const) {
        const [file, again] = await Promise.all([1, 2].map(() => guideFile(world.services, { ...order, locale, kind, itemCode })));
        if (!file || !again) throw new Error(`no sample ${kind}`);
        expect(file.pdf.equals(again.pdf)).toBe(true);
        expect(file.pdf.byteLength).toBeLessThanOrEqual(60 * 1024);
        const text = dense(poppler("pdftotext", file.pdf, "-raw"));
        expect(text).toContain(dense(locale === "en" ? "Blank sample" : "示范文本"));
        expect(text).toContain(locale === "en" ? "SAMPLE" : "示范");
        expect(await verifyGuide(world.services, file.number)).toMatchObject({ verdict: "genuine", kind, itemCode });
      }
    expect(await guideFile(world.services, { ...order, kind: "notice" })).toBeNull();
    const closed = { value: null, assumed: false, source: "" };
    const without = { ...hengyang, switches: { ...hengyang.switches, simulatedApproval: closed, commitment: closed } };
    const elsewhere = { ...world.services, pack: (id: string) => (id === hengyang.id ? without : world.services.pack(id)) };
    expect(await guideFile(elsewhere, { ...order, kind: "risk", itemCode: null })).toBeNull();
    expect(await guideFile(elsewhere, { ...order, kind: "project", itemCode: null })).toBeNull();
    expect((await agencyPage(elsewhere, "HY")).samples).toEqual(["collection"]);
    expect((await agencyPage(world.services, "HY")).samples).toEqual(["risk", "project", "collection"]);
  });

  test("R-420: what is published is checked byte for byte, in every language, and one changed byte is told", async () => {
    const { verifyUrl } = order;
    for (const locale of LOCALES)
      for (const kind of ["guide", "flow", "promise"] as const) {
        const file = await guideFile(world.services, { ...order, locale, kind });
        if (!file) throw new Error(`no ${kind}`);
        const shaOf = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
        const check = (sha256: string) => verifyGuide(world.services, file.number, { sha256, verifyUrl });
        expect(await check(shaOf(file.pdf))).toMatchObject({ verdict: "genuine", digestMatches: true });
        const altered = Buffer.from(file.pdf);
        altered[altered.length - 9] = (altered.at(-9) ?? 0) ^ 1;
        expect(await check(shaOf(altered))).toMatchObject({ digestMatches: false });
      }
    expect(await verifyGuide(world.services, `HY-BSZN-planning-permit-${hengyang.digest.slice(0, 8)}`)).toMatchObject({ digestMatches: null });
  });

  test("R-264: a guide is genuine while its rules are in force, superseded once they are not, unknown when they never were", async () => {
    const file = await guideFile(world.services, { ...order, kind: "guide" });
    expect(await verifyGuide(world.services, file?.number ?? "")).toMatchObject({
      verdict: "genuine",
      kind: "guide",
      itemCode: "planning-permit",
      packDigest: hengyang.digest,
    });
    const changed = { ...world.services, pack: (id: string) => (id === hengyang.id ? { ...hengyang, digest: "f".repeat(64) } : world.services.pack(id)) };
    expect(await verifyGuide(changed, file?.number ?? "")).toMatchObject({ verdict: "superseded", packDigest: hengyang.digest, current: true });
    for (const invented of ["HY-BSZN-planning-permit-00000000", "XX-BSZN-planning-permit-00000000", `HY-BSZN-no-such-item-${hengyang.digest.slice(0, 8)}`])
      expect(await verifyGuide(world.services, invented)).toBeNull();
  });
});

describe("what do I need", () => {
  const ask = (asked: Partial<Parameters<typeof publicScreening>[1]>) =>
    publicScreening(world.services, { centre: "HY", category: "IND", answers: {}, list: false, ...asked });

  test("F12: place, then category, then questions, then the list; unknown answers count as not given", async () => {
    expect(await ask({ centre: null })).toMatchObject({ centre: null, category: null, result: null });
    expect((await ask({ category: "NONE" })).categories.map(({ code }) => code)).toContain("IND");
    const questions = await ask({});
    expect(questions.questions.length).toBeGreaterThan(10);
    expect(questions.result).toBeNull();
    const odd = await ask({ answers: { eia: "no-such-answer", nothing: "at-all" } });
    expect(odd.answers).toEqual({});
  });

  test("R-265 (F12): the list is the plan the officer would make of the same answers, in order, with days against the cap and what to bring", async () => {
    const answers = plainAnswers(hengyang, "IND");
    const { result, open } = await ask({ answers, list: true });
    if (!result) throw new Error("no list");
    const projectNo = await world.planned();
    const planned = Object.values((await world.load(projectNo)).state.items).map(({ code }) => code);
    const lines = result.stages.flatMap((stage) => stage.lines);
    expect(open).toEqual([]);
    expect(lines.map(({ code }) => code).sort()).toEqual(planned.sort());
    expect(result.feasibility).toMatchObject({ budget: 10, feasible: false });
    const permit = lines.find(({ code }) => code === "planning-permit");
    expect(permit?.core).toContain("申请表");
    expect(permit?.department.zh).toBe("市自然资源和规划局");
    expect(permit && permit.start > 0).toBe(true);
    expect(result.waves.some((wave) => wave.length > 1)).toBe(true);
  });

  test("R-265: open questions are named, with the items they may yet require", async () => {
    const { result, open } = await ask({ answers: { eia: "form" }, list: true });
    expect(open.length).toBeGreaterThan(10);
    expect(result?.undecided.map(({ code }) => code)).toContain("fire-design");
    expect(result?.stages.flatMap(({ lines }) => lines.map(({ code }) => code))).toContain("env-form");
  });

  test("F28: what the public reads holds no case, person or enterprise", async () => {
    const projectNo = await world.planned();
    const { state } = await world.load(projectNo);
    const told = JSON.stringify([
      await guideList(world.services, "HY", all),
      await guidePage(world.services, "planning-permit", "HY"),
      await ask({ answers: plainAnswers(hengyang, "IND"), list: true }),
      await agencyPage(world.services, "HY"),
    ]);
    const { queryCode, contactName, contactPhone, creditCode, enterpriseName } = state.project;
    for (const secret of [projectNo, queryCode, contactName, contactPhone, creditCode, enterpriseName, world.agent.name, world.agent.personId])
      expect(told).not.toContain(secret);
  });
});

test("D25, F23, H26: the agency's standard, scope and fee of 0 come from the rules of the place with their source", async () => {
  const page = await agencyPage(world.services, "HY");
  expect(page.agency).toMatchObject({ free: { value: true }, scope: { value: ["full"] } });
  expect(page.standard["one-list"]).toMatchObject({ value: 5 });
  expect(page.agency?.free.source).not.toBe("");
  expect((await agencyPage(world.services, null)).agency).toBeNull();
});
