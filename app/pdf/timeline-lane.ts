import type { DayMark, LaneLabel, LaneTrigger, SimulatedLane, SimulatedRow } from "../domain/timeline/simulated-lane";
import { type Locale, translator } from "../i18n";
import { type LaneEntry, laneLegend } from "../i18n/timeline-words";
import type { Paper } from "./document";
import { widthOf } from "./text";
import { ink } from "./tokens";

/** Names of the simulated items by their id, and the width of the column they stand in. */
export interface LaneModel {
  readonly nameWidth: number;
  readonly names: Readonly<Record<string, string>>;
  readonly barHeight: number;
  readonly today: DayMark | null;
}

/** Draws what was simulated under the timeline, at the cursor: hatched blue, so that it is taken for nothing formal. Units are points. */
export function drawLane(paper: Paper, lane: SimulatedLane, model: LaneModel, locale: Locale): void {
  const { doc } = paper;
  const t = translator(locale);
  paper.ensure(Math.min(lane.height, 120) + 14);
  paper.artifact(() => {
    doc.rect(paper.left, paper.y, paper.width, lane.headHeight).fill(ink.simWash);
    paper.text(t("timeline.simulated"), paper.left + 3, paper.y + (lane.headHeight - 10) / 2, paper.width - 6, {
      size: 7.2,
      leading: 10,
      color: ink.sim,
      maxLines: 1,
    });
    for (const trigger of triggersOf(lane)) {
      const words = `◇ ${t("timeline.simulated.trigger", { day: trigger.on })}`;
      says(paper, { ...trigger, words, y: paper.y + (lane.headHeight - 9) / 2, left: paper.left + model.nameWidth, color: ink.sim, ground: ink.simWash });
    }
    paper.y += lane.headHeight;
  });
  for (const row of lane.rows) {
    paper.ensure(row.height);
    const waitsFor = triggersOf(lane).find((trigger) => row.y >= trigger.y && row.y < trigger.y + trigger.height);
    const label = row.label ? t(`timeline.simulated.${row.label.code}`, { day: row.label.on }) : null;
    paper.artifact(() => drawRow(paper, row, model, { name: t("timeline.simulated.row", { name: model.names[row.id] ?? row.itemNo }), label }, waitsFor));
    paper.y += row.height;
  }
  paper.artifact(() =>
    drawLegend(
      paper,
      laneLegend(lane).map((entry) => [t(`timeline.legend.${entry}`), (x, y) => MARK_OF[entry](doc, x, y)]),
    ),
  );
}

/** Lanes drawn before they knew what they wait for have none. */
const triggersOf = ({ triggers }: SimulatedLane): readonly LaneTrigger[] => triggers ?? [];

/** How an upright line is drawn: its colour, its weight in points, dashed or not. */
interface Line {
  readonly color: string;
  readonly weight: number;
  readonly dashed?: boolean;
}
const TRIGGER: Line = { color: ink.sim, weight: 0.8, dashed: true };
const DUE: Line = { color: ink.sim, weight: 1.6 };
const DUE_LATE: Line = { color: ink.late, weight: 1.6 };
const VALID_END: Line = { color: ink.sim, weight: 1.1 };
const TODAY: Line = { color: ink.lateBar, weight: 0.8 };

function stroke(doc: PDFKit.PDFDocument, x: number, top: number, bottom: number, { color, weight, dashed }: Line): void {
  doc.lineWidth(weight).strokeColor(color);
  if (dashed) doc.dash(1.2, { space: 1.4 });
  doc.moveTo(x, top).lineTo(x, bottom).stroke();
  if (dashed) doc.undash();
}

/** What stands in the legend of the lane, each mark as it is drawn in a row. */
const MARK_OF: Readonly<Record<LaneEntry, (doc: PDFKit.PDFDocument, x: number, y: number) => void>> = {
  simulated: (doc, x, y) => hatchBlue(doc, x, y + 2, 13, 5),
  valid: (doc, x, y) => frame(doc, x, y + 3, 13, 3.2),
  trigger: (doc, x, y) => stroke(doc, x + 6, y + 1, y + 8, TRIGGER),
  convert: (doc, x, y) => stroke(doc, x + 6, y + 1, y + 8, DUE),
  "convert-late": (doc, x, y) => stroke(doc, x + 6, y + 1, y + 8, DUE_LATE),
  converted: (doc, x, y) => doc.circle(x + 6, y + 4.5, 2.2).fill(ink.sim),
};

const LATE: readonly LaneLabel["code"][] = ["convert-late", "valid-over"];
const WORDS = { size: 6.4, leading: 9 } as const;

interface Said extends Pick<LaneLabel, "x" | "anchor"> {
  readonly words: string;
  readonly y: number;
  readonly left: number;
  readonly color: string;
  readonly ground: string;
}

/** Words beside a mark, on a ground of their own so that no line runs through them. */
function says(paper: Paper, { words, x, anchor, y, left, color, ground }: Said): void {
  const width = widthOf(words, paper.faces.regular, WORDS.size);
  const at = left + (anchor === "start" ? x + 4 : x - 4 - width);
  paper.doc.rect(at - 1.5, y + 0.5, width + 3, WORDS.leading - 1).fill(ground);
  paper.drawLines([words], at, y, width + 2, { ...WORDS, color });
}

function drawRow(
  paper: Paper,
  row: SimulatedRow,
  { nameWidth, barHeight, today }: LaneModel,
  { name, label }: { readonly name: string; readonly label: string | null },
  trigger: LaneTrigger | undefined,
): void {
  const { doc } = paper;
  const left = paper.left + nameWidth;
  const y = paper.y + (row.height - barHeight) / 2;
  paper.text(name, paper.left + 9, paper.y + (row.height - 10) / 2, nameWidth - 14, {
    size: 7,
    leading: 10,
    color: row.live ? ink.text : ink.soft,
    maxLines: 1,
  });
  if (row.valid) frame(doc, left + row.valid.x, y + barHeight / 2 - 1.6, row.valid.width, 3.2);
  if (row.review) hatchBlue(doc, left + row.review.x, y, row.review.width, barHeight);
  if (trigger) stroke(doc, left + trigger.x, paper.y, paper.y + row.height, TRIGGER);
  if (today) stroke(doc, left + today.x, paper.y, paper.y + row.height, TODAY);
  if (row.validEnd) stroke(doc, left + row.validEnd.x, y - 0.5, y + barHeight + 0.5, VALID_END);
  if (row.due) stroke(doc, left + row.due.x, y - 1.6, y + barHeight + 1.6, row.due.late ? DUE_LATE : DUE);
  if (row.label && label) {
    const color = LATE.includes(row.label.code) ? ink.late : ink.sim;
    says(paper, { ...row.label, words: label, y: paper.y + (row.height - WORDS.leading) / 2, left, color, ground: "#ffffff" });
  }
  if (row.converted) doc.circle(left + row.converted.x, y + barHeight / 2, 2.2).fill(ink.sim);
}

/** The days an opinion stands: a dashed frame. */
function frame(doc: PDFKit.PDFDocument, x: number, y: number, width: number, height: number): void {
  doc.rect(x, y, width, height).lineWidth(0.6).dash(2, { space: 1.4 }).fillAndStroke("#ffffff", ink.simBar);
  doc.undash();
}

/** Light blue ground with slanted blue lines, falling the other way than those of a pause. */
function hatchBlue(doc: PDFKit.PDFDocument, x: number, y: number, width: number, height: number): void {
  doc.save().rect(x, y, width, height).clip().rect(x, y, width, height).fill(ink.simWash);
  for (let at = x; at < x + width + height; at += 2.6) doc.moveTo(at, y + height).lineTo(at - height, y);
  doc.lineWidth(0.8).strokeColor(ink.simBar).stroke().restore();
  doc.rect(x, y, width, height).lineWidth(0.5).strokeColor(ink.sim).stroke();
}

/** What the marks of the lane mean, side by side. */
function drawLegend(paper: Paper, entries: readonly (readonly [words: string, mark: (x: number, y: number) => void])[]): void {
  let y = paper.y + 3;
  let x = paper.left;
  for (const [words, mark] of entries) {
    const width = widthOf(words, paper.faces.regular, 6.8);
    if (x + 16 + width > paper.left + paper.width) {
      x = paper.left;
      y += 10;
    }
    mark(x, y);
    paper.drawLines([words], x + 16, y, width + 2, { size: 6.8, leading: 9, color: ink.soft });
    x += 16 + width + 12;
  }
  paper.y = y + 12;
}
