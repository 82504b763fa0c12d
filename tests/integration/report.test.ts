import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { progressReportModel } from "../../app/application/documents/progress-report-model";
import type { Locale } from "../../app/i18n";
import { type ProgressReport, progressReportPdf } from "../../app/pdf/progress-report";
import { calendar, hengyang } from "../builders/case-story";
import { aPhotograph } from "../builders/evidence";
import { aRegisteredStory, aRichStory, RICH_TODAY, recordedEvents } from "../builders/rich-story";
import { dense, poppler } from "../support/poppler";

const SIZES = [0, 8, 40] as const;
const URL = "https://daiban.example.gov.cn/verify/7K3M-9QXW-P2RD";

function reportOf(size: (typeof SIZES)[number], locale: Locale): ProgressReport {
  const story = size === 0 ? aRegisteredStory() : aRichStory(size);
  const centre = locale === "en" ? "Hengyang Project Construction Agency Centre" : "衡阳市项目建设代办中心";
  const paper = { number: "HY-2026-0007-JD-003", code: "7K3M-9QXW-P2RD", verifyUrl: URL, issuedAt: "2026-11-23T02:00:00.000Z", centre };
  return progressReportModel({ state: story.case, events: recordedEvents(story), pack: hengyang, calendar, today: RICH_TODAY, locale, paper });
}

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
/** Every text of the report that stands in the paper whole. */
function textsOf(report: ProgressReport): readonly string[] {
  return [
    report.name,
    report.paper.number,
    report.paper.code,
    report.paper.centre,
    report.asOf,
    ...report.facts.flatMap((fact) => [fact.label, fact.value]),
    ...report.stages.flatMap((stage) => [
      stage.name,
      ...stage.items.flatMap((item) => [item.name, item.department, item.type, item.status, item.says, item.decisionNo ?? "", item.used]),
    ]),
    ...report.stages.flatMap((stage) => stage.items.flatMap((item) => [item.receivedOn, item.acceptedOn, item.dueOn, item.endedOn].map((day) => day ?? ""))),
    ...report.missing.flatMap((row) => [row.item, row.what]),
    ...report.next.flatMap((row) => [row.who, row.what]),
    ...report.history.flatMap((row) => [row.on, row.what, row.by]),
  ];
}

describe.each(SIZES)("a progress report of %i items", (size) => {
  test.each(["zh-CN", "en"] as const)("in %s holds every text, in embedded fonts, tagged, titled and in its language", async (locale) => {
    const report = reportOf(size, locale);
    const pdf = await progressReportPdf(report);
    // Cells stand side by side, so each line of words is looked for in reading order, cell by cell.
    const text = dense(poppler("pdftotext", pdf, "-raw"));
    const missing = textsOf(report).filter((wanted) => wanted !== "" && !text.includes(dense(wanted)));
    expect(missing).toEqual([]);

    const fonts = poppler("pdffonts", pdf).trim().split("\n").slice(2);
    expect(fonts).toHaveLength(2);
    for (const font of fonts) expect(font).toMatch(/NotoSansSC-(Regular|Bold) +CID TrueType +Identity-H +yes +yes +yes/);

    const info = poppler("pdfinfo", pdf);
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).toContain(report.name);
    expect(info).toMatch(/PDF version: +1\.7/);
    const structure = poppler("pdfinfo", pdf, "-struct");
    for (const type of ["Document", "H1", "H2", "Table", "TR", "TH", "TD"]) expect(structure).toMatch(new RegExp(`^ *${type}\\b`, "m"));
    expect(pdf.subarray(0, 8).toString("latin1")).toBe("%PDF-1.7");
  });
});

test("the same report gives the same bytes, also after it was kept as JSON", async () => {
  const report = reportOf(40, "zh-CN");
  const first = sha256(await progressReportPdf(report));
  expect(sha256(await progressReportPdf(report))).toBe(first);
  expect(sha256(await progressReportPdf(JSON.parse(JSON.stringify(report))))).toBe(first);
  expect(sha256(await progressReportPdf(reportOf(40, "zh-CN")))).toBe(first);
});

test("a report of 40 items is at most 60 KB, and drawing it again costs at most 80 ms of processor time", async () => {
  const report = reportOf(40, "zh-CN");
  await progressReportPdf(report);
  const runs: number[] = [];
  let bytes = 0;
  for (let run = 0; run < 7; run++) {
    const start = process.cpuUsage();
    bytes = (await progressReportPdf(report)).length;
    const { user, system } = process.cpuUsage(start);
    runs.push((user + system) / 1000);
  }
  const best = Math.min(...runs);
  console.info(`progress report, 40 items: ${bytes} bytes, ${best.toFixed(0)} ms of processor time warm`);
  expect(bytes).toBeLessThanOrEqual(60 * 1024);
  expect(best).toBeLessThanOrEqual(80);
});

describe("what the report says", () => {
  const report = reportOf(40, "zh-CN");

  test("every item falls under one heading, and the headings add up", () => {
    const { items, ...parts } = report.counts;
    expect(items).toBe(40);
    expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(40);
    expect(report.counts).toMatchObject({ late: 1, warn: 1, paused: 1, correcting: 1, waiting: 1 });
  });

  test("whose days add up to the working days since registration", () => {
    const days = report.holders.reduce((sum, holder) => sum + holder.days, 0);
    expect(days).toBe(calendar.workingDaysBetween("2026-10-25", RICH_TODAY));
    const departments = report.holders.find((holder) => holder.kind === "department");
    expect(departments?.parts.reduce((sum, part) => sum + part.days, 0)).toBe(departments?.days);
  });

  test("R-141: the investor reads the whole list of defects and what may be handed in, with its core materials", () => {
    expect(report.missing[0]).toMatchObject({ item: "工程建设涉及城市绿地、树木审批", by: "2026-11-25" });
    expect(report.missing[0]?.what).toContain("勘测定界图缺坐标、申请表未加盖公章");
    expect(report.missing.some((row) => row.what.includes("出让合同或划拨决定书"))).toBe(true);
  });

  test("the next steps come by day, overdue ones first and marked", () => {
    expect(report.next[0]).toMatchObject({ who: "市自然资源和规划局", by: "2026-11-18", overdue: true });
    const days = report.next.map((step) => step.by).filter((by) => by !== null);
    expect([...days].sort()).toEqual(days);
    expect(report.next.filter((step) => step.overdue)).toHaveLength(1);
  });

  test("R-140: assumed limits carry a star and the star is explained", () => {
    expect(report.marks.assumed).toBe(true);
    expect(report.stages.flatMap((stage) => stage.items).some((item) => item.used.endsWith("*"))).toBe(true);
  });

  test("R-142, R-462: notes kept inside the house are not told, nor what it explains to itself, nor a file that lies ready for a check", () => {
    const story = aRichStory(8);
    const note = (text: string, shownToInvestor: boolean) => ({
      type: "note-added" as const,
      noteId: text,
      itemId: null,
      text,
      shownToInvestor,
      on: RICH_TODAY,
      byId: "p",
      byName: "李敏",
    });
    const by = { on: RICH_TODAY, byId: "p", byName: "李敏" };
    const asked = { itemId: story.item("scheme-review").id, explanationId: "why", kind: "overdue", ...by } as const;
    const ready = { subjectKind: "notice-check", subjectId: "notice", round: 1, commitmentNo: "HY-2026-0007-N1", itemId: null, point: null } as const;
    const file = aPhotograph(1);
    story.events.push(
      note("只给自己看", false),
      note("已陪同踏勘", true),
      { type: "explanation-asked", question: "为何超期", ...asked },
      { type: "explanation-given", reason: "人手不足", defects: [], ...asked },
      { type: "explanation-ruled", accepted: false, reason: "不成理由", ...asked },
      { type: "evidence-attached", evidenceId: "e", ...ready, file, afterwards: false, addedAt: "2026-11-23T02:00:00.000Z", ...by },
    );
    const history = progressReportModel({ ...sourceOf(story), events: recordedEvents(story) }).history.map((row) => row.what);
    expect(history).toContain("服务记录：已陪同踏勘");
    for (const own of ["只给自己看", "为何超期", "人手不足", "不成理由", file.name]) expect(history.join("")).not.toContain(own);
    expect(history.filter((line) => /超期|说明理由/.test(line))).toEqual([]);
  });

  test("characters the font lacks are written as their code points, and control characters vanish", async () => {
    const odd = { ...report, name: "𠮷野\u0000<厂> & 分\u200b公司" };
    const text = dense(poppler("pdftotext", await progressReportPdf(odd), "-raw"));
    expect(text).toContain(dense("〔U+20BB7〕野<厂>&分"));
    expect(poppler("pdfinfo", await progressReportPdf(odd))).toContain("＜厂＞ ＆ 分");
  });
});

function sourceOf(story: ReturnType<typeof aRichStory>) {
  const paper = {
    number: "HY-2026-0007-JD-001",
    code: "7K3M-9QXW-P2RD",
    verifyUrl: URL,
    issuedAt: "2026-11-23T02:00:00.000Z",
    centre: "衡阳市项目建设代办中心",
  };
  return { state: story.case, pack: hengyang, calendar, today: RICH_TODAY, locale: "zh-CN" as const, paper };
}
