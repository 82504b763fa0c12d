import type { Bar, ItemRow, TimelineLayout, TimelineRow, Tone } from "../domain/timeline/layout";
import { type Locale, translator } from "../i18n";
import { groupLabel, markLegend, ROW_MARKS, rowLabel, tickLabel } from "../i18n/timeline-words";
import type { Paper } from "./document";
import { widthOf } from "./text";
import { drawMarks as drawDayMarks, drawMark } from "./timeline-day-marks";
import { drawLane } from "./timeline-lane";
import { ink, page } from "./tokens";

/** The layout of a project's timeline with the names its rows go by. */
export interface TimelineModel {
  readonly layout: TimelineLayout;
  /** Width of the names at the left; the layout's own width stands beside it. */
  readonly nameWidth: number;
  readonly items: Readonly<Record<string, string>>;
  readonly stages: Readonly<Record<string, string>>;
  readonly procedures: Readonly<Record<string, string>>;
  /** Names of the simulated items by their id; absent in papers drawn before there were any. */
  readonly simulated?: Readonly<Record<string, string>>;
}

const FILL: Readonly<Record<Tone, string>> = {
  ended: ink.ended,
  "ended-late": ink.ended,
  refused: "#c3ccd6",
  ok: ink.accent,
  warn: ink.warnBar,
  late: ink.lateBar,
  paused: ink.holdBar,
};
const SAYS: Readonly<Record<string, string>> = {
  overdue: ink.late,
  "ended-late": ink.late,
  "due-today": ink.warn,
  "due-in": ink.soft,
  paused: ink.hold,
  correcting: ink.warn,
  "to-accept": ink.soft,
};
const LABEL = 6.6;

/** Draws the timeline at the cursor, over as many pages as its rows need, with the axis on each. Units are points. */
export function drawTimeline(paper: Paper, model: TimelineModel, locale: Locale, alt: string): void {
  const { layout } = model;
  let rest = [...layout.rows];
  let first = true;
  while (rest.length > 0) {
    const least = layout.axisHeight + rest.slice(0, 3).reduce((sum, row) => sum + row.height, 0);
    paper.ensure(least);
    const rows = fitting(rest, paper.bottom - paper.y - layout.axisHeight - LEGEND_HEIGHT);
    const draw = (): void => drawPart(paper, model, rows, locale);
    if (first) paper.mark("Figure", draw, { alt });
    else paper.artifact(draw);
    first = false;
    rest = rest.slice(rows.length);
    if (rest.length > 0) paper.newPage();
  }
  // Papers issued before anything was simulated have no lane in their model and are drawn again without one.
  if (layout.lane)
    drawLane(paper, layout.lane, { nameWidth: model.nameWidth, names: model.simulated ?? {}, barHeight: layout.barHeight, today: layout.today }, locale);
  paper.artifact(() => drawLegend(paper, layout, locale));
}

const LEGEND_HEIGHT = 28;
/** Height of a page between its margins and under a section heading. */
const PAGE_ROOM = page.height - page.top - page.bottom - 22;

/** Share of a page that may stay empty so that the timeline stands whole on the next one. */
const MOST_EMPTY = 0.45;

/** Points the timeline should find under its heading: all it needs where that leaves little of a page empty, else a good beginning. */
export function roomForTimeline(paper: Paper, { layout }: TimelineModel): number {
  const whole = layout.height + LEGEND_HEIGHT + 6;
  return whole <= PAGE_ROOM && paper.bottom - paper.y < PAGE_ROOM * MOST_EMPTY ? whole : Math.min(whole, 200);
}

/** Rows that fit into the height; a stage line never stands alone at the foot of a page. */
function fitting(rows: readonly TimelineRow[], height: number): readonly TimelineRow[] {
  let used = 0;
  let count = 0;
  while (count < rows.length && used + (rows[count] as TimelineRow).height <= height) used += (rows[count++] as TimelineRow).height;
  if (count < rows.length && count > 1 && rows[count - 1]?.kind === "stage") count--;
  return rows.slice(0, Math.max(count, 1));
}

function drawPart(paper: Paper, model: TimelineModel, rows: readonly TimelineRow[], locale: Locale): void {
  const { doc } = paper;
  const { layout, nameWidth } = model;
  const t = translator(locale);
  const left = paper.left + nameWidth;
  const top = paper.y + layout.axisHeight;
  const height = rows.reduce((sum, row) => sum + row.height, 0);
  const shift = top - (rows[0]?.y ?? 0);
  const bottom = top + height;

  for (const row of rows) if (row.kind === "stage") doc.rect(paper.left, row.y + shift, paper.width, row.height).fill(ink.wash);
  for (const band of layout.axis.bands) doc.rect(left + band.x, top, band.width, height);
  doc.fillOpacity(0.55).fill(ink.hair).fillOpacity(1);
  drawAxis(paper, model, left, top, bottom, locale);

  for (const row of rows) {
    const y = row.y + shift;
    if (row.kind === "stage") {
      paper.text(model.stages[row.stage] ?? row.stage, paper.left + 3, y + (row.height - 10) / 2, nameWidth - 34, {
        size: 7.2,
        leading: 10,
        color: ink.navy,
        maxLines: 1,
      });
      paper.text(`${row.endedCount}/${row.itemCount}`, paper.left, y + (row.height - 10) / 2, nameWidth - 6, {
        size: 6.6,
        leading: 10,
        color: ink.faint,
        align: "right",
      });
      if (row.bracket) drawBracket(paper, left, y + row.height / 2, row.bracket);
      continue;
    }
    const name = `${row.critical ? "◆ " : ""}${model.items[row.itemNo] ?? row.itemNo}`;
    paper.text(name, paper.left + 9, y + (row.height - 10) / 2, nameWidth - 14, {
      size: 7,
      leading: 10,
      color: row.tone.startsWith("ended") ? ink.soft : ink.text,
      maxLines: 1,
    });
    drawItem(paper, row, layout.barHeight, left, shift);
    if (row.label) {
      const says = row.label.says;
      const words = `${ROW_MARKS[says.code]} ${rowLabel(t, says, (kind) => model.procedures[kind] ?? kind)}`.trim();
      const width = widthOf(words, paper.faces.regular, LABEL);
      const x = left + row.label.x + (row.label.anchor === "end" ? -width - 4 : 4);
      const inside = row.label.inside && row.tone !== "ended" && row.tone !== "refused";
      paper.drawLines([words], Math.max(x, left), y + (row.height - 10) / 2, width, {
        size: LABEL,
        leading: 10,
        color: inside ? "#ffffff" : (SAYS[says.code] ?? ink.soft),
      });
    }
  }
  drawDayMarks(doc, layout.marks ?? [], rows, left, shift);
  drawMarks(paper, layout, left, top, bottom, t);
  paper.y = bottom + 4;
}

function drawAxis(paper: Paper, { layout }: TimelineModel, left: number, top: number, bottom: number, locale: Locale): void {
  const { doc } = paper;
  const t = translator(locale);
  const style = { size: 6.4, leading: 8, color: ink.faint } as const;
  for (const tick of layout.axis.ticks) doc.moveTo(left + tick.x, top - 2).lineTo(left + tick.x, bottom);
  doc.lineWidth(0.35).strokeColor(ink.line).stroke();
  for (const group of layout.axis.groups) {
    doc.moveTo(left + group.x, top - 20).lineTo(left + group.x, top);
    if (group.labelled) paper.drawLines([groupLabel(t, locale, group)], left + group.x + 3, top - 20, group.width, { ...style, color: ink.soft });
  }
  doc.lineWidth(0.35).strokeColor(ink.line).stroke();
  for (const tick of layout.axis.ticks) if (tick.labelled) paper.drawLines([tickLabel(t, locale, tick)], left + tick.x + 3, top - 10, 40, style);
  paper.rule(top, ink.line);
  paper.rule(bottom, ink.line);
}

function drawBracket(paper: Paper, left: number, y: number, bracket: Bar): void {
  const [from, to] = [left + bracket.x, left + bracket.x + bracket.width];
  paper.doc
    .lineWidth(2)
    .strokeColor("#33475c")
    .moveTo(from, y - 1.5)
    .lineTo(to, y - 1.5)
    .stroke();
  paper.doc
    .lineWidth(1)
    .moveTo(from + 0.5, y - 2.5)
    .lineTo(from + 0.5, y + 3)
    .moveTo(to - 0.5, y - 2.5)
    .lineTo(to - 0.5, y + 3)
    .stroke();
}

function drawItem(paper: Paper, row: ItemRow, height: number, left: number, shift: number): void {
  const { doc } = paper;
  const y = row.barY + shift;
  const late = row.actual !== null && row.tone !== "paused";
  if (row.baseline) drawBaseline(doc, left + row.baseline.x, row.baseline.width, y + height + 1.7);
  if (row.intake) box(doc, left, y + height / 2 - 1.4, 2.8, row.intake).fill("#cbd7e4");
  for (const wait of row.corrections) box(doc, left, y + height / 2 - 1.4, 2.8, wait).fill(ink.warnBar);
  if (row.forecast) {
    box(doc, left, y + 0.4, height - 0.8, row.forecast)
      .lineWidth(0.6)
      .dash(2.2, { space: 1.6 })
      .fillAndStroke("#ffffff", row.critical ? ink.accent : "#8fa3b8");
    doc.undash();
  }
  if (row.actual) box(doc, left, y, height, row.actual).fill(FILL[row.tone]);
  for (const pause of row.paused) hatch(doc, left + pause.x, y, pause.width, height);
  if (row.overdue && late) box(doc, left, y, height, row.overdue).fill(row.tone === "late" ? "#9c1620" : ink.lateBar);
  if (row.due && row.tone !== "ended" && row.tone !== "refused") {
    doc.lineWidth(1.1).strokeColor(row.tone === "late" || row.tone === "ended-late" ? ink.late : "#33475c");
    doc
      .moveTo(left + row.due.x, y - 1.6)
      .lineTo(left + row.due.x, y + height + 1.6)
      .stroke();
  }
}

/** A thin line under the bar: what was planned first. */
const drawBaseline = (doc: PDFKit.PDFDocument, x: number, width: number, y: number): PDFKit.PDFDocument => doc.rect(x, y - 0.5, width, 1).fill("#a9b8c8");

const box = (doc: PDFKit.PDFDocument, left: number, y: number, height: number, bar: Bar): PDFKit.PDFDocument => doc.rect(left + bar.x, y, bar.width, height);

/** Light ground with slanted lines: 暂停 in print as on the page. */
function hatch(doc: PDFKit.PDFDocument, x: number, y: number, width: number, height: number): void {
  doc.save().rect(x, y, width, height).clip().rect(x, y, width, height).fill("#dbe3ec");
  for (let at = x - height; at < x + width; at += 2.6) doc.moveTo(at, y + height).lineTo(at + height, y);
  doc.lineWidth(0.8).strokeColor(ink.holdBar).stroke().restore();
}

const deadlineColor = ({ deadline }: TimelineLayout): string => (deadline?.exceeded ? ink.lateBar : ink.accent);

function drawMarks(paper: Paper, layout: TimelineLayout, left: number, top: number, bottom: number, t: ReturnType<typeof translator>): void {
  const { doc } = paper;
  if (layout.deadline) {
    const x = left + layout.deadline.x;
    doc
      .lineWidth(0.8)
      .strokeColor(deadlineColor(layout))
      .dash(2, { space: 1.6 })
      .moveTo(x, top - 2)
      .lineTo(x, bottom)
      .stroke()
      .undash();
  }
  if (!layout.today) return;
  const x = left + layout.today.x;
  const words = t("timeline.today");
  const width = widthOf(words, paper.faces.regular, 6.4) + 7;
  const at = Math.min(Math.max(x - width / 2, left), left + layout.width - width);
  doc
    .lineWidth(0.9)
    .strokeColor(ink.lateBar)
    .moveTo(x, top - 4)
    .lineTo(x, bottom)
    .stroke();
  doc.rect(at, top - 11.5, width, 9.5).fill(ink.lateBar);
  paper.drawLines([words], at, top - 11.5, width, { size: 6.4, leading: 9.5, color: "#ffffff", align: "center" });
}

function drawLegend(paper: Paper, layout: TimelineLayout, locale: Locale): void {
  const { doc } = paper;
  const t = translator(locale);
  let x = paper.left;
  let y = paper.y + 3;
  let middle = y + 4.5;
  const entry = (swatch: (x: number) => void, key: Parameters<typeof t>[0], room = 16): void => {
    const words = t(key);
    const width = room + widthOf(words, paper.faces.regular, 6.8);
    if (x + width > paper.left + paper.width) {
      x = paper.left;
      y += 10;
      middle = y + 4.5;
    }
    swatch(x);
    paper.drawLines([words], x + room, y, width, { size: 6.8, leading: 9, color: ink.soft });
    x += width + 11;
  };
  entry((at) => doc.rect(at, middle - 2.5, 13, 5).fill(ink.ended), "timeline.legend.actual");
  entry((at) => {
    doc
      .rect(at, middle - 2.5, 13, 5)
      .lineWidth(0.6)
      .dash(2.2, { space: 1.6 })
      .strokeColor("#8fa3b8")
      .stroke()
      .undash();
  }, "timeline.legend.forecast");
  entry((at) => drawBaseline(doc, at, 13, middle), "timeline.legend.baseline");
  entry((at) => hatch(doc, at, middle - 2.5, 13, 5), "timeline.legend.paused");
  entry((at) => doc.rect(at, middle - 1.4, 13, 2.8).fill(ink.warnBar), "timeline.legend.correction");
  entry((at) => doc.rect(at, middle - 2.5, 13, 5).fill(ink.lateBar), "timeline.legend.overdue");
  entry(
    (at) =>
      doc
        .lineWidth(1.1)
        .strokeColor("#33475c")
        .moveTo(at + 2, middle - 4)
        .lineTo(at + 2, middle + 4)
        .stroke(),
    "timeline.legend.due",
    7,
  );
  for (const { kind, state, key } of markLegend((layout.marks ?? []).map(({ mark }) => mark)))
    entry((at) => drawMark(doc, { kind, state }, at + 3, middle), key, 9);
  if (layout.deadline) {
    const color = deadlineColor(layout);
    const key = layout.deadline.exceeded ? "timeline.deadline.exceeded" : "timeline.deadline";
    entry(
      (at) =>
        doc
          .lineWidth(0.8)
          .strokeColor(color)
          .dash(2, { space: 1.6 })
          .moveTo(at + 2, middle - 4)
          .lineTo(at + 2, middle + 4)
          .stroke()
          .undash(),
      key,
      7,
    );
  }
  entry((at) => paper.drawLines(["◆"], at, y, 10, { size: 6.8, leading: 9, color: ink.text }), "timeline.legend.critical", 9);
  paper.y = y + 12;
}
