import { describe, expect, test } from "vitest";
import { Paper } from "../../app/pdf/document";
import { paperFaces } from "../../app/pdf/fonts";
import { glyphRecord } from "../../app/pdf/outline";
import { drawTable } from "../../app/pdf/table";
import { clamp, printable, widthOf, wrap } from "../../app/pdf/text";
import { poppler } from "../support/poppler";

const { regular, bold } = paperFaces();

describe("breaking lines", () => {
  test("between any two Chinese characters, ten to a line of ten", () => {
    expect(wrap("建设工程规划许可证核发办理", regular, 10, 100)).toEqual(["建设工程规划许可证核", "发办理"]);
  });

  test("a closing mark takes the character before it along, an opening one the character after", () => {
    expect(wrap("一二三四五六七八九十，完", regular, 10, 100)).toEqual(["一二三四五六七八九", "十，完"]);
    expect(wrap("一二三四五六七八九（完）", regular, 10, 100)).toEqual(["一二三四五六七八九", "（完）"]);
  });

  test("words, numbers and dates stay whole unless one alone is too long", () => {
    expect(wrap("自 2026-11-23 起 review (joint)", regular, 10, 60)).toEqual(["自", "2026-11-23", "起 review", "(joint)"]);
    expect(wrap("x".repeat(30), regular, 10, 60).every((line) => widthOf(line, regular, 10) <= 60)).toBe(true);
  });

  test("no line is wider than its room, and no character is lost", () => {
    const text = "市政设施建设类审批（占用、挖掘城市道路）2026-11-20 受理，Occupy/dig up urban road (one review), 〔2026〕15号。".repeat(3);
    for (const width of [40, 75, 133, 300]) {
      const lines = wrap(text, regular, 7.6, width);
      for (const line of lines) expect(widthOf(line, regular, 7.6)).toBeLessThanOrEqual(width);
      expect(lines.join("").replace(/ /g, "")).toBe(text.replace(/ /g, ""));
    }
  });

  test("an empty text is one empty line; what is cut ends with an ellipsis inside its room", () => {
    expect(wrap("", regular, 9, 50)).toEqual([""]);
    const cut = clamp(wrap("建设工程规划许可证核发", regular, 10, 60), 1, regular, 10, 60);
    expect(cut).toEqual(["建设工程规…"]);
  });

  test("rare names are kept, what the font lacks is told by its code point", () => {
    expect(printable("㐂䶮𬭊\t𠮷", regular)).toBe("㐂䶮𬭊 〔U+20BB7〕");
    expect(bold.has("●") && regular.has("▲") && regular.has("■") && regular.has("‖")).toBe(true);
  });
});

describe("simplified outlines", () => {
  const box = [-50, -50, 150, 150] as const;
  const exact = { grid: 1, tolerance: 0.1 };

  test("a square is four points, with idle points on its sides left out", () => {
    const path = [
      { command: "moveTo", args: [0, 0] },
      { command: "lineTo", args: [50, 0] },
      { command: "lineTo", args: [100, 0] },
      { command: "lineTo", args: [100, 100] },
      { command: "lineTo", args: [0, 100] },
      { command: "closePath", args: [] },
    ];
    const record = new DataView(glyphRecord(path, box, exact).buffer);
    expect([record.getInt16(0), record.getUint16(10)]).toEqual([1, 3]);
  });

  test("a glyph without ink is empty; a curve no TrueType has is refused", () => {
    expect(glyphRecord([], box, exact)).toHaveLength(0);
    expect(() =>
      glyphRecord(
        [
          { command: "moveTo", args: [0, 0] },
          { command: "bezierCurveTo", args: [1, 1, 2, 2, 3, 3] },
        ],
        box,
        exact,
      ),
    ).toThrow(/not TrueType/);
  });
});

test("R-458: a row taller than a page goes on over pages, under its title, and no page holds the head alone", async () => {
  const paper = new Paper({ title: "表", author: "中心", subject: "表", locale: "zh-CN", issuedAt: "2026-11-23T02:00:00.000Z" });
  const conditions = Array.from({ length: 90 }, (_, index) => `第${index + 100}条须在施工图阶段一并落实`);
  // Too low on the page for the row, high enough for its first lines.
  paper.y = 640;
  drawTable(
    paper,
    [
      { head: "序号", share: 1 },
      { head: "条件", share: 4 },
    ],
    [{ cells: ["1", conditions.map((text) => ({ text }))] }, { cells: ["2", "末行"] }],
    undefined,
    "各部门意见",
  );
  const pdf = await paper.finish((n, of) => ["表", `${n}/${of}`]);
  const pages = poppler("pdftotext", pdf, "-layout").split("\f").slice(0, -1);
  expect(pages[0]).toContain("各部门意见");
  for (const page of pages) expect(page).toMatch(/序号 +条件[\s\S]*第\d+条/);
  expect(pages.flatMap((page) => page.match(/第\d+条须在施工图阶段一并落实/g) ?? [])).toEqual(conditions);
  for (const [, bottom] of poppler("pdftotext", pdf, "-bbox").matchAll(/yMax="([\d.]+)">第/g)) expect(Number(bottom)).toBeLessThanOrEqual(790);
  expect(pages.at(-1)).toContain("末行");
});

test("a long table goes on over pages: rows whole, the head again as decoration, numbers at every foot", async () => {
  const paper = new Paper({ title: "表", author: "中心", subject: "表", locale: "zh-CN", issuedAt: "2026-11-23T02:00:00.000Z" });
  const rows = Array.from({ length: 120 }, (_, index) => ({ cells: [String(index + 1), "市政设施建设类审批（占用、挖掘城市道路）"] }));
  drawTable(
    paper,
    [
      { head: "序号", share: 1 },
      { head: "事项", share: 4 },
    ],
    [{ group: "施工许可" }, ...rows],
  );
  const pdf = await paper.finish((n, of) => ["表", `${n}/${of}`]);
  const pages = poppler("pdftotext", pdf, "-layout").split("\f").slice(0, -1);
  expect(pages.length).toBeGreaterThan(2);
  pages.forEach((page, index) => {
    expect(page).toMatch(/序号 +事项/);
    expect(page).toContain(`${index + 1}/${pages.length}`);
  });
  expect(pages.flatMap((page) => page.match(/^ *\d+ +市政设施建设类审批（占用、挖掘城市道路）$/gm) ?? [])).toHaveLength(120);
  expect(poppler("pdfinfo", pdf, "-struct").match(/^ *TH\b/gm)).toHaveLength(3);
});
