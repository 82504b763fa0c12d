import type { SimulatedLane, SimulatedRow } from "../domain/timeline/simulated-lane";
import { type Locale, translator } from "../i18n";
import type { Paper } from "./document";
import { ink } from "./tokens";

/** Names of the simulated items by their id, and the width of the column they stand in. */
export interface LaneModel {
  readonly nameWidth: number;
  readonly names: Readonly<Record<string, string>>;
  readonly barHeight: number;
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
    paper.y += lane.headHeight;
  });
  for (const row of lane.rows) {
    paper.ensure(row.height);
    paper.artifact(() => drawRow(paper, row, model, t("timeline.simulated.row", { name: model.names[row.id] ?? row.itemNo })));
    paper.y += row.height;
  }
  paper.artifact(() => drawLegend(paper, t("timeline.legend.simulated"), t("timeline.legend.valid")));
}

function drawRow(paper: Paper, row: SimulatedRow, { nameWidth, barHeight }: LaneModel, name: string): void {
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

function drawLegend(paper: Paper, review: string, valid: string): void {
  const { doc } = paper;
  const y = paper.y + 3;
  hatchBlue(doc, paper.left, y + 2, 13, 5);
  paper.drawLines([review], paper.left + 16, y, 120, { size: 6.8, leading: 9, color: ink.soft });
  frame(doc, paper.left + 140, y + 3, 13, 3.2);
  paper.drawLines([valid], paper.left + 156, y, 120, { size: 6.8, leading: 9, color: ink.soft });
  paper.y = y + 12;
}
