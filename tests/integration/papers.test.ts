import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { paperContent } from "../../app/application/documents/paper-content";
import { PAPERS } from "../../app/application/documents/papers";
import { type PaperSubject, papersOf } from "../../app/domain/case/papers";
import { PAPER_KINDS } from "../../app/domain/case/parts/paper";
import type { Locale } from "../../app/i18n";
import { LOCALES } from "../../app/i18n";
import { type Letter, type LetterContent, letterPdf } from "../../app/pdf/papers/letter";
import { calendar } from "../builders/case-story";
import { aCaseWithEveryPaper, PAPERS_TODAY, papersPack } from "../builders/papers-case";
import { dense, poppler } from "../support/poppler";

const state = aCaseWithEveryPaper();
const found = { state, pack: papersPack, calendar, today: PAPERS_TODAY };
const subjects = papersOf(state);
const CENTRE = { "zh-CN": "衡阳市项目建设代办中心", en: "Hengyang Project Agency Centre" };
/** Where the footer begins, in points from the top. */
const FOOT = 801;
const CODE = "7K3M-9QXW-P2RD";

/** The last paper of a kind: of items with several the one the case was made for. */
function subjectOf(kind: PaperSubject["kind"], itemCode?: string): PaperSubject {
  const subject = subjects.filter((one) => one.kind === kind && (!itemCode || state.items[one.itemId ?? ""]?.code === itemCode)).at(-1);
  if (!subject) throw new Error(`the case has no ${kind}`);
  return subject;
}
const contentOf = (kind: PaperSubject["kind"], locale: Locale = "zh-CN", itemCode?: string): LetterContent =>
  paperContent(found, subjectOf(kind, itemCode), locale, CENTRE[locale]);
const letterOf = (content: LetterContent): Letter => ({
  kind: "letter",
  content,
  paper: {
    number: "HY-2026-0007-04-SL-01",
    code: CODE,
    verifyUrl: `https://daiban.example.gov.cn/verify/${CODE}`,
    issuedAt: "2026-11-23T02:00:00.000Z",
    centre: CENTRE[content.locale],
  },
});

/** Every text a paper shows, as it stands in the model. */
function textsOf({ title, issuer, reference, addressee, blocks, signatures, watermark }: LetterContent): readonly string[] {
  const inBlocks = blocks.flatMap((block): readonly string[] => {
    switch (block.is) {
      case "paragraph":
        return [block.text];
      case "facts":
        return [block.title ?? "", ...block.rows.flatMap(({ label, value }) => [label, value])];
      case "list":
        return [block.title, ...block.items];
      case "table":
        return [block.title, ...block.columns.map(({ head }) => head), ...block.rows.flat()];
      case "box":
        return [block.title, ...block.lines];
      case "flow":
        return [block.title, ...block.steps.flatMap(({ name, who, days }) => [name, who, days])];
      default:
        return block.lines;
    }
  });
  const signed = signatures.flatMap(({ label, name, on, seal }) => [...(seal ? [] : [label]), name ?? "", on ?? ""]);
  return [title, issuer, reference ?? "", addressee ?? "", ...inBlocks, ...signed, watermark ?? ""].filter((text) => text !== "");
}

const textIn = (pdf: Buffer): string => dense(poppler("pdftotext", pdf, "-raw")).replace(/第\d+页,共\d+页|Page\d+of\d+/g, "");

describe("papers of a case", () => {
  test("R-250 (F19): the case that has everything gives rise to every kind of paper, and no two kinds share a mark", () => {
    expect(new Set(subjects.map(({ kind }) => kind))).toEqual(new Set(PAPER_KINDS));
    expect(new Set(Object.values(PAPERS).map(({ mark }) => mark)).size).toBe(PAPER_KINDS.length);
    expect(Object.values(PAPERS).map(({ mark }) => mark)).not.toContain("JD");
  });

  for (const locale of LOCALES) {
    test.each(PAPER_KINDS)(`R-251: every text of %s in ${locale} can be read out of its file, in embedded fonts, tagged and titled`, async (kind) => {
      const content = contentOf(kind, locale);
      const pdf = await letterPdf(letterOf(content));
      const text = textIn(pdf);
      for (const said of textsOf(content)) expect(text, `${kind}: ${said}`).toContain(dense(said));
      expect(text).toContain(dense(CODE));
      const fonts = poppler("pdffonts", pdf).trim().split("\n").slice(2);
      expect(fonts.length).toBeGreaterThan(0);
      for (const font of fonts) expect(font).toMatch(/ yes +yes +yes /);
      const info = poppler("pdfinfo", pdf);
      expect(info).toMatch(/Tagged: +yes/);
      expect(info).toContain(`${content.title} HY-2026-0007-04-SL-01`);
      expect(poppler("pdfinfo", pdf, "-struct")).toMatch(/^ *H1\b/m);
    });
  }

  test("R-251: the same letter drawn twice is the same file, byte for byte", async () => {
    const sha = async () =>
      createHash("sha256")
        .update(await letterPdf(letterOf(contentOf("merged-opinion"))))
        .digest("hex");
    expect(await sha()).toBe(await sha());
  });

  test("R-458: long minutes, boxes and facts go on over pages: every word is there, and only the footer stands in the footer", async () => {
    const content = contentOf("review-record");
    // Numbers show that nothing is lost and nothing said twice.
    const long = (from: number): string => Array.from({ length: 500 }, (_, index) => `第${from + index}处核实无误`).join("，");
    const blocks: LetterContent["blocks"] = [
      ...content.blocks,
      { is: "list", title: "现场情况和纪要", items: [long(1000)] },
      { is: "paragraph", text: long(2000) },
      { is: "box", title: "期限", lines: [long(3000), "末行"] },
      { is: "facts", rows: [{ label: "内容", value: long(4000), wide: true }] },
      { is: "note", lines: [long(5000)] },
    ];
    const letter = letterOf({ ...content, blocks } as LetterContent);
    const pdf = await letterPdf(letter);
    const pages = poppler("pdftotext", pdf, "-bbox").split("<page ").slice(1);
    const foot = dense(`${content.title}${letter.paper.number}`);
    const whole: string[] = [];
    for (const page of pages) {
      const words = [...page.matchAll(/yMin="([\d.-]+)" xMax="[\d.-]+" yMax="([\d.-]+)">([^<]*)</g)].map(([, top, bottom, word]) => ({
        top: Number(top),
        bottom: Number(bottom),
        word,
      }));
      expect(
        dense(
          words
            .filter(({ bottom }) => bottom > FOOT)
            .map(({ word }) => word)
            .join(""),
        ),
      ).toMatch(new RegExp(`^${foot}第\\d+页,共${pages.length}页$`));
      whole.push(
        words
          .filter(({ bottom }) => bottom <= FOOT)
          .map(({ word }) => word)
          .join(""),
      );
    }
    const text = dense(whole.join(""));
    for (const from of [1000, 2000, 3000, 4000, 5000]) expect(text).toContain(dense(long(from)));
    expect(text).toContain("末行");
  });

  test("a paper without legal effect carries its mark across every page, and its text stays readable", async () => {
    const content = { ...contentOf("acceptance-notice"), watermark: "模拟" };
    const pdf = await letterPdf(letterOf(content));
    expect(textIn(pdf)).toContain("模拟");
    expect(textIn(pdf)).toContain(dense(content.title));
  });

  test("H26, F23: papers to the applicant say that the agency costs nothing", () => {
    for (const kind of ["receipt-list", "acceptance-notice", "correction-notice", "deferral-notice", "non-acceptance", "merged-opinion"] as const) {
      expect(textsOf(contentOf(kind)).join()).toContain("代办服务费用：0 元");
      expect(textsOf(contentOf(kind, "en")).join()).toContain("0 yuan");
    }
  });
});

describe("what the papers say", () => {
  const said = (kind: PaperSubject["kind"], itemCode?: string): string => textsOf(contentOf(kind, "zh-CN", itemCode)).join("\n");

  test("F19: the correction notice lists every defect at once, numbered, with the last day and what follows", () => {
    const content = contentOf("correction-notice");
    expect(content.blocks).toContainEqual({ is: "list", title: "需要补正的内容（共 2 条）", items: ["勘测定界图缺坐标", "申请表未加盖公章"] });
    expect(said("correction-notice")).toContain("请最迟在2026年11月25日补齐");
    expect(said("correction-notice")).toContain("逾期没有补正的后果：未规定");
  });

  test("R-252 (K03): both refusals name reconsideration within 60 days, litigation within 6 months, and the articles", () => {
    for (const kind of ["refusal-decision", "non-acceptance"] as const) {
      expect(said(kind)).toContain("60 日内，可以向湖南省衡阳市人民政府申请行政复议");
      expect(said(kind)).toContain("行政复议法》第二十条");
      expect(said(kind)).toContain("6 个月内，可以向有管辖权的人民法院提起诉讼");
      expect(said(kind)).toContain("行政诉讼法》第四十六条");
      const english = textsOf(contentOf(kind, "en")).join("\n");
      expect(english).toContain("within 60 days");
      expect(english).toContain("within 6 months");
    }
    expect(said("refusal-decision")).toContain("消防设计不符合");
  });

  test("R-253: the acceptance notice tells the days reckoned on acceptance; a later pause does not change it", () => {
    const before = contentOf("acceptance-notice", "zh-CN", "drawing-review");
    const closed = { ...found, state: { ...state, procedures: {} } };
    expect(paperContent(closed, subjectOf("acceptance-notice", "drawing-review"), "zh-CN", CENTRE["zh-CN"])).toEqual(before);
    expect(said("acceptance-notice", "planning-permit")).toContain("承诺时限：5 个工作日（暂定，当地尚未公布），按受理之日推算至2026年11月19日");
    expect(said("acceptance-notice", "planning-permit")).toContain("统一受理");
  });

  test("R-253: the extension notice keeps the last day that followed from what was known when it was approved", () => {
    expect(said("extension-notice")).toContain("延长 5 个工作日");
    expect(said("extension-notice")).toContain("延长后的到期日：2026年11月26日");
  });

  test("the notice of a special procedure says which clock stands still and when it should end", () => {
    expect(said("procedure-notice")).toContain("不计入承诺时限，也不计入法定时限");
    expect(said("procedure-notice")).toContain("2026年11月26日");
  });

  test("the deferral's notice and promise name what is missing, the last day and where it was moved from", () => {
    for (const kind of ["deferral-notice", "deferral-promise"] as const) {
      expect(said(kind)).toContain("批前公示报告");
      expect(said(kind)).toContain("2026年11月27日");
    }
    expect(said("deferral-notice")).toContain("原定2026年11月20日，因暴雨致检测单位停工延长");
  });

  test("the merged opinion tells every condition once and every body's opinion, also of the one that kept silent", () => {
    const opinion = said("merged-opinion");
    for (const part of ["需要满足的条件（共 2 条）", "市自然资源和规划局", "市住房和城乡建设局", "未答复，视为同意", "以较大者为准"])
      expect(opinion).toContain(part);
    expect(contentOf("review-record").title).toBe("联合会审记录");
    expect(paperContent(found, subjects.find(({ subjectId }) => subjectId === "visit") as PaperSubject, "zh-CN", "中心").title).toBe("联合踏勘记录");
  });

  test("R-459: the merged opinion says whether each body agreed; only one that did not is quoted, and nothing is to be met where the answer is no", () => {
    const merged = subjectOf("merged-opinion");
    const rowsOf = (changed: typeof state) => {
      const { blocks } = paperContent({ ...found, state: changed }, merged, "zh-CN", "中心");
      const table = blocks.find((block) => block.is === "table");
      return { rows: table?.is === "table" ? table.rows : [], lists: blocks.flatMap((block) => (block.is === "list" ? [block.title] : [])) };
    };
    expect(rowsOf(state)).toEqual({
      rows: [
        ["市自然资源和规划局", "附条件同意"],
        ["市住房和城乡建设局", "同意"],
        ["市生态环境局", "未答复，视为同意"],
      ],
      lists: ["需要满足的条件（共 2 条）", "不同意见的处理"],
    });
    const opinions = state.opinions as Record<string, (typeof state.opinions)[string]>;
    const against = { ...opinions["opinion-zj"], stance: "disagree", conditions: [], reason: "消防车道净宽不足 4 米" } as (typeof state.opinions)[string];
    const review = state.reviews.merged;
    if (!review) throw new Error("no merged review");
    const disputed = {
      ...state,
      opinions: { ...opinions, "opinion-zj": against },
      reviews: { ...state.reviews, merged: { ...review, mergedStance: "disagree" as const } },
    };
    expect(rowsOf(disputed)).toEqual({
      rows: [
        ["市自然资源和规划局", "附条件同意", ""],
        ["市住房和城乡建设局", "不同意", "消防车道净宽不足 4 米"],
        ["市生态环境局", "未答复，视为同意", ""],
      ],
      lists: ["不同意见的处理"],
    });
  });

  test("the record of a review makes up no place: what was not said is a dash, and a link stands under its own name", () => {
    const visit = subjects.find(({ subjectId }) => subjectId === "visit") as PaperSubject;
    const review = state.reviews.visit;
    if (!review) throw new Error("no visit");
    const factsOf = (facts: Partial<typeof review>) =>
      paperContent({ ...found, state: { ...state, reviews: { ...state.reviews, visit: { ...review, ...facts } } } }, visit, "zh-CN", "中心").blocks.flatMap(
        (block) =>
          block.is === "facts" ? block.rows.filter(({ label }) => label === "地点" || label === "视频会议").map(({ label, value }) => [label, value]) : [],
      );
    expect(factsOf({})).toEqual([["地点", "衡阳高新区白沙片区项目现场"]]);
    expect(factsOf({ place: null, link: null })).toEqual([["地点", "--"]]);
    expect(factsOf({ place: null, link: "https://meeting.example/1" })).toEqual([
      ["地点", "--"],
      ["视频会议", "https://meeting.example/1"],
    ]);
  });

  test("what is decided on an application is issued and sealed by the deciding body; the centre is where it is handed out", () => {
    for (const kind of ["acceptance-notice", "correction-notice", "non-acceptance"] as const) {
      const item = state.items[subjectOf(kind).itemId ?? ""];
      const body = papersPack.departments.find(({ code }) => code === item?.departmentCode)?.name.zh;
      const { issuer, signatures, blocks } = contentOf(kind);
      expect([kind, issuer, signatures.find(({ seal }) => seal)?.name]).toEqual([kind, body, body]);
      expect(blocks.flatMap((block) => (block.is === "facts" ? block.rows : []))).toContainEqual({ label: "发出窗口", value: CENTRE["zh-CN"], wide: true });
    }
  });

  test("the delivery receipt names the parcel, the letter upward who follows it, the hand-over both sides", () => {
    expect(said("delivery-receipt", "construction-permit")).toContain("中国邮政 EA123456789CN");
    expect(said("forwarding-letter")).toContain("刘洋");
    expect(said("hand-over-receipt")).toContain("14 件");
  });
});
