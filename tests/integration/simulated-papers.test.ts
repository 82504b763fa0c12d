import { inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { paperContent } from "../../app/application/documents/paper-content";
import { letterDigest } from "../../app/application/letter-digest";
import { letterOf } from "../../app/domain/case/letter";
import { papersOf } from "../../app/domain/case/papers";
import { PAPER_KINDS, type PaperKind } from "../../app/domain/case/parts/paper";
import type { SimulatedOpinionNo } from "../../app/domain/case/parts/simulation";
import { isSimulatedNo } from "../../app/domain/case/simulation/reads";
import type { ProjectCase } from "../../app/domain/case/state";
import { LOCALES, type Locale } from "../../app/i18n";
import { type Letter, type LetterContent, letterPdf, type SimulatedContent } from "../../app/pdf/papers/letter";
import { calendar } from "../builders/case-story";
import { anEvidenceRow, aPhotograph } from "../builders/evidence";
import { aCaseWithEveryPaper, PAPERS_TODAY, papersPack } from "../builders/papers-case";
import { dense, poppler } from "../support/poppler";

const state = aCaseWithEveryPaper();
const CENTRE = { "zh-CN": "衡阳市项目建设代办中心", en: "Hengyang Project Agency Centre" };
const CODE = "7K3M-9QXW-P2RD";

function contentOf(kind: PaperKind, subjectId: string, locale: Locale = "zh-CN", of: ProjectCase = state): LetterContent {
  const subject = papersOf(of).find((one) => one.kind === kind && one.subjectId === subjectId);
  if (!subject) throw new Error(`no ${kind} of ${subjectId}`);
  return paperContent({ state: of, pack: papersPack, calendar, today: PAPERS_TODAY }, subject, locale, CENTRE[locale]);
}
const letterOfContent = (content: LetterContent): Letter => ({
  kind: "letter",
  content,
  paper: { number: "HY-2026-0007-04-MNYJ-01", code: CODE, verifyUrl: `https://x.example/verify/${CODE}`, issuedAt: "2026-11-23T02:00:00.000Z", centre: "中心" },
});
const said = (kind: PaperKind, subjectId: string, locale: Locale = "zh-CN", of: ProjectCase = state): string =>
  JSON.stringify(contentOf(kind, subjectId, locale, of));
const pagesOf = (pdf: Buffer): readonly string[] => poppler("pdftotext", pdf, "-layout").split("\f").slice(0, -1);

/** What is drawn, stream by stream, unpacked. */
function streamsOf(pdf: Buffer): readonly string[] {
  const found: string[] = [];
  for (let at = pdf.indexOf("stream\n"); at >= 0; at = pdf.indexOf("stream\n", at + 1)) {
    if (pdf.subarray(at - 3, at).toString() === "end") continue;
    try {
      found.push(inflateSync(pdf.subarray(at + 7)).toString("latin1"));
    } catch {
      // Not packed: fonts and the like.
    }
  }
  return found;
}

describe("a simulated opinion", () => {
  test.each(LOCALES)("R-411 (H44), %s: says first that it has no legal force, on every page 模拟, and until which day it is valid", async (locale) => {
    const content = contentOf("simulated-opinion", "sim-permit", locale);
    expect(content).toMatchObject({ simulated: true, watermark: locale === "en" ? "Simulated" : "模拟", reference: "模拟-HY-2026-0007-M1-01" });
    const [force] = content.blocks;
    expect(JSON.stringify(force)).toContain(
      locale === "en" ? "This opinion has no legal force and is no basis for starting work." : "本意见不具有法律效力，不得作为开工依据。",
    );
    const text = JSON.stringify(content.blocks);
    // 2026-08-31 and twelve months: the same day of the month, inclusive.
    expect(text).toContain(locale === "en" ? "31 August 2027 inclusive" : "2027年8月31日（含当日）");
    expect(text).toContain(locale === "en" ? "the place states no time" : "当地未规定");
    const pdf = await letterPdf(letterOfContent(content));
    expect(pdf.byteLength).toBeLessThanOrEqual(60 * 1024);
    for (const page of pagesOf(pdf)) expect(page).toContain(content.watermark);
  });

  test("R-411: the blue frame stands on every page of a simulated paper and on no page of a formal one", async () => {
    const framed = async (content: LetterContent): Promise<readonly [number, number]> => {
      const pdf = await letterPdf(letterOfContent(content));
      return [streamsOf(pdf).filter((stream) => /^15 13 565\.28 815\.89 re$/m.test(stream)).length, pagesOf(pdf).length];
    };
    const content = contentOf("simulated-opinion", "sim-permit") as SimulatedContent;
    const [frames, pages] = await framed(content);
    expect(pages).toBe(2);
    expect(frames).toBe(pages);
    const { simulated: _, ...rest } = content;
    expect((await framed({ ...rest, reference: "衡批〔2026〕1号" }))[0]).toBe(0);
  });

  test("R-412 (H44): no formal number is ever printed on it, not of the item and not of what it rests on", async () => {
    const numbers = Object.values(state.items).flatMap(({ acceptanceNo, decisionNo }) => [acceptanceNo, decisionNo].filter((no) => no !== null));
    expect(numbers.length).toBeGreaterThan(4);
    for (const locale of LOCALES)
      for (const { kind, subjectId } of papersOf(state).filter((one) => one.kind === "simulated-opinion")) {
        const content = contentOf(kind, subjectId, locale);
        expect(isSimulatedNo(content.reference ?? "")).toBe(true);
        const text = dense(poppler("pdftotext", await letterPdf(letterOfContent(content)), "-raw"));
        for (const no of [...numbers, "衡规条〔2026〕3号"]) expect(text, `${subjectId} ${no}`).not.toContain(dense(no as string));
      }
  });

  test("R-412 (H44): a paper with the wrong number cannot be drawn, whatever the stored words say", async () => {
    const simulated = contentOf("simulated-opinion", "sim-permit");
    const formal = contentOf("acceptance-notice", papersOf(state).find(({ kind }) => kind === "acceptance-notice")?.subjectId ?? "");
    await expect(letterPdf(letterOfContent({ ...simulated, reference: "衡批〔2026〕1号" } as unknown as LetterContent))).rejects.toThrow(/cannot carry/);
    await expect(
      letterPdf(letterOfContent({ ...formal, reference: "模拟-HY-2026-0007-M1-01" as SimulatedOpinionNo } as unknown as LetterContent)),
    ).rejects.toThrow(/cannot carry/);
  });

  test("R-411: one that lapsed says so, and why; one that was exchanged says where it went", () => {
    expect(said("simulated-opinion", "sim-lapsed")).toContain("已于2026年11月19日终结（模拟失效：有效期届满），不得再使用。");
    expect(said("simulated-opinion", "sim-drawing")).toContain("已于2026年11月20日转为正式受理");
    expect(said("simulated-opinion", "sim-permit")).not.toContain("目前状态");
    expect(said("simulation-end", "sim-lapsed")).toContain("模拟审批意见失效通知书");
  });
});

describe("the one-time notice of a simulated review", () => {
  test.each(LOCALES)(
    "R-468 (H44), %s: the one-time notice of a simulated review wears mark and frame, carries no formal number and lists every defect",
    async (locale) => {
      const content = contentOf("simulated-correction", "sim-permit", locale);
      expect(content).toMatchObject({ simulated: true, watermark: locale === "en" ? "Simulated" : "模拟", reference: "模拟-HY-2026-0007-M1-01-BZ" });
      const [force] = content.blocks;
      expect(JSON.stringify(force)).toContain(locale === "en" ? "It has no legal force" : "不具有法律效力，不是正式受理前的一次性告知");
      const { correctionDefects } = state.simulatedItems["sim-permit"] ?? { correctionDefects: [] };
      expect(correctionDefects.length).toBeGreaterThan(1);
      expect(content.blocks).toContainEqual(expect.objectContaining({ is: "list", items: correctionDefects }));
      const pdf = await letterPdf(letterOfContent(content));
      expect(streamsOf(pdf).filter((stream) => /^15 13 565\.28 815\.89 re$/m.test(stream))).toHaveLength(pagesOf(pdf).length);
      const text = dense(poppler("pdftotext", pdf, "-raw"));
      for (const { acceptanceNo, decisionNo } of Object.values(state.items))
        for (const no of [acceptanceNo, decisionNo]) if (no !== null) expect(text).not.toContain(dense(no));
      await expect(letterPdf(letterOfContent({ ...content, reference: "衡补〔2026〕1号" } as unknown as LetterContent))).rejects.toThrow(/cannot carry/);
    },
  );

  test("R-468: it says when everything was supplied", () => {
    const one = state.simulatedItems["sim-permit"];
    if (!one) throw new Error("no simulated item");
    const with_ = (says: Partial<typeof one>): ProjectCase => ({ ...state, simulatedItems: { ...state.simulatedItems, [one.id]: { ...one, ...says } } });
    expect(said("simulated-correction", one.id, "zh-CN", with_({ correctionSuppliedOn: null, correctionNote: null }))).not.toContain("目前状态");
    expect(said("simulated-correction", one.id, "zh-CN", with_({ correctionSuppliedOn: "2026-03-11" }))).toContain("已于2026年3月11日补齐，恢复模拟审查。");
  });
});

describe("what takes a simulated opinion on", () => {
  test("R-413 (H44): the certificate says what changed, what was reviewed again and the formal numbers now", () => {
    const item = Object.values(state.items).find(({ code }) => code === "drawing-review");
    const text = said("conversion-certificate", "sim-drawing");
    for (const part of [
      "宗地编号",
      "2026-12号",
      "材料：总平面图",
      "共 2 处",
      "总平面图未按宗地图修改",
      "地块编号后补，界址未变",
      item?.acceptanceNo as string,
      "尚未作出决定",
    ])
      expect(text).toContain(part);
    expect(contentOf("conversion-certificate", "sim-drawing").simulated).toBeUndefined();
    const decided = {
      ...state,
      items: { ...state.items, [item?.id ?? ""]: { ...item, decidedOn: "2026-11-23", decisionNo: "衡审图〔2026〕77号" } },
    } as ProjectCase;
    expect(said("conversion-certificate", "sim-drawing", "zh-CN", decided)).toContain("衡审图〔2026〕77号");
    const { "sim-drawing": simulated } = state.simulatedItems;
    const same = { ...simulated, differences: [], differencesConfirmedOn: null, conversionCorrectionOn: null };
    const unchanged = { ...state, simulatedItems: { ...state.simulatedItems, "sim-drawing": same } } as ProjectCase;
    expect(said("conversion-certificate", "sim-drawing", "zh-CN", unchanged)).toContain("没有变化，没有重新审查。");
  });

  test("the end of a run gives its cause and reason, what became of each item, and what follows in the credit record", () => {
    const text = said("simulation-end", "ended");
    for (const part of ["违反承诺", "转正前擅自开工", "施工图设计文件审查", "记入你单位的信用记录"]) expect(text).toContain(part);
    expect(said("simulation-refusal", "refused")).toContain("控规调整尚未评审");
  });
});

describe("letters the enterprise signed", () => {
  const LETTERS = [
    ["simulation-letter", "run", "simulation-risk", "signature"],
    ["notice-letter", "notice", "notice-commitment", "notice-signature"],
    ["commitment-letter", "commitment", "project-commitment", "commitment-signature"],
  ] as const;

  test.each(LETTERS)(
    "R-415 (H45): %s carries who signed, when, how, from where and the digest of exactly what was shown",
    (kind, subjectId, letterKind, signature) => {
      const letter = letterOf(letterKind, state, subjectId, papersPack);
      const text = said(kind, subjectId);
      expect(text).toContain(letter ? letterDigest(letter) : "no letter");
      for (const part of ["签署记录", "陈志明", "2026-03-02 10:03", state.signatures[signature]?.address ?? "--"]) expect(text).toContain(part);
      expect(text).not.toContain("签署之后有变更");
      expect(said(kind, subjectId, "en")).toContain("Record of the signature");
    },
  );

  test.each(LETTERS)("R-415: where the case changed after the signature of %s, the paper says that these are not the words signed", (kind, subjectId) => {
    const moved = { ...state, project: { ...state.project, site: "另一块地" } };
    expect(said(kind, subjectId, "zh-CN", moved)).toContain("签署之后有变更");
  });

  test("the letters say every field of domain.md 5.1 and 5.2: who, what is missing until when, which items, promises, standards with manner, breach", () => {
    for (const part of ["尚缺的前置条件", "国有建设用地使用权，预计 2026年5月11日 取得", "建设工程规划许可证核发", "全部损失由本单位自行承担", "违诺后果"])
      expect(said("simulation-letter", "run")).toContain(part);
    for (const part of ["衡住建告〔2026〕1号", "施工单位具备安全生产许可证", "与衡阳二建签约", "安全文明施工措施备案表", "2026年12月31日"])
      expect(said("notice-letter", "notice")).toContain(part);
    for (const part of ["附件：标准清单（共 4 条）", "350 万元/亩", "消防设计", "开工前不办，验收后补发", "衡高新标〔2026〕6号"])
      expect(said("commitment-letter", "commitment")).toContain(part);
  });
});

describe("checks, rectification and breach", () => {
  test("R-416 (K03): a breach decision names what is revoked and the remedies against it, of one item and of the whole project", () => {
    for (const subjectId of ["notice", "commitment"]) {
      const text = said("breach-decision", subjectId);
      for (const part of ["60 日内", "6 个月内", "信用记录", "信用修复"]) expect(text).toContain(part);
      expect(said("breach-decision", subjectId, "en")).toContain("within 60 days");
    }
    expect(said("breach-decision", "notice")).toContain("撤销“工程质量安全监督手续”的决定");
    expect(said("breach-decision", "commitment")).toContain("罚款 30,000 元（依据：承诺书约定和相关规定）");
    expect(contentOf("breach-decision", "notice").reference).toBe("衡住建撤〔2026〕1号");
  });

  test("a check record keeps every check with its evidence, the final verification goes standard by standard", () => {
    for (const part of ["第 1 次核查", "第 2 次核查", "何敏、刘洋", "现场照片 8 张", "质量保证体系和安全措施到位"])
      expect(said("check-record", "notice")).toContain(part);
    const verified = contentOf("check-record", "verification");
    expect(verified.title).toBe("竣工对标验收记录");
    expect(JSON.stringify(verified.blocks)).toContain("固定资产投资强度");
    expect(JSON.stringify(verified.blocks)).toContain("整改复查");
  });

  test("R-467 (F21): the record of a check names each file with size and digest, and says which came afterwards", () => {
    const text = said("check-record", "notice");
    for (const part of ["照片和文件（共 2 件）", "基坑东侧临边防护 2026-11-16.jpg", "240 KB", "1.4 MB", "0000000000000000", "2026年9月2日，记录之后补充"])
      expect(text).toContain(part);
    const verification = said("check-record", "verification");
    expect(verification).toContain("消防车道净宽实测记录（竣工对标验收）.pdf");
    expect(verification).toContain("整改后车道.jpg");
    const ready = anEvidenceRow("photo-9", "verification", { ...aPhotograph(9, "下次复查.jpg"), subjectKind: "rectification", round: 2 });
    const more = { ...state, evidenceFiles: { ...state.evidenceFiles, [ready.id]: ready } };
    expect(said("check-record", "verification", "zh-CN", more), "ready for a look nobody made").not.toContain("下次复查.jpg");
    const bare = said("check-record", "notice", "zh-CN", { ...state, evidenceFiles: {} });
    expect(bare).not.toContain("照片和文件");
  });

  test.each(["simulation-letter", "notice-letter", "commitment-letter"] as const)(
    "R-464: %s says who represents the enterprise and in which capacity it was signed",
    (kind) => {
      const subjectId = papersOf(state).find((one) => one.kind === kind)?.subjectId ?? "";
      const text = said(kind, subjectId);
      for (const part of ["法定代表人", state.project.legalRepresentative ?? "?", "签署身份", "经授权，授权委托书：授权委托书 2026-03"])
        expect(text).toContain(part);
      const signatures = Object.fromEntries(Object.entries(state.signatures).map(([id, one]) => [id, { ...one, capacity: null, authorisation: null }]));
      const old = said(kind, subjectId, "zh-CN", { ...state, signatures, project: { ...state.project, legalRepresentative: null } });
      for (const part of ["法定代表人", "签署身份"]) expect(old).not.toContain(part);
    },
  );

  test("a notice to put right says what, until when and what follows; a publicity notice where and until when to object, and names no objector", () => {
    expect(said("rectification-notice", "verification")).toContain("请最迟在2026年11月20日整改完毕");
    expect(said("rectification-notice", "notice")).toContain("经中心管理者批准延长整改期限");
    const text = said("publicity-notice", "commitment");
    for (const part of ["2026年11月2日", "2026年11月8日（含当日）；当地未规定天数，暂定", "在线审批平台公示栏", "不成立：与承诺的标准无关"])
      expect(text).toContain(part);
    for (const secret of ["邻地企业", "陈志明", state.project.creditCode]) expect(text).not.toContain(secret);
  });
});

test("R-422: of every kind in both languages the file is at most 60 KB and no page holds the signatures alone", async () => {
  for (const kind of PAPER_KINDS)
    for (const locale of LOCALES) {
      const subjectId = papersOf(state).find((one) => one.kind === kind)?.subjectId ?? "";
      const content = contentOf(kind, subjectId, locale);
      const pdf = await letterPdf(letterOfContent(content));
      expect(pdf.byteLength, kind).toBeLessThanOrEqual(60 * 1024);
      const pages = pagesOf(pdf);
      if (pages.length === 1) continue;
      const told = [content.watermark ?? "", ...content.signatures.flatMap(({ label, name, on }) => [label, name ?? "", on ?? ""])].map(dense);
      const left = told.reduce((text, one) => (one === "" ? text : text.replaceAll(one, "")), dense(pages.at(-1) ?? ""));
      expect(left.length, `${kind} ${locale}: ${pages.at(-1)}`).toBeGreaterThan(90);
    }
}, 60_000);
