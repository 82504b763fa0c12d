import type { PlacedMark, TimelineMark } from "../domain/timeline/day-marks";
import { ink } from "./tokens";

const LINE = "#33475c";
const PROMISE = { "check-due": ink.warnBar, "check-over": ink.lateBar, "rectify-by": ink.warnBar, "rectify-over": ink.lateBar, kept: "#ffffff", revoked: LINE };
const FILL: Readonly<Record<TimelineMark["state"], string>> = {
  open: ink.warnBar,
  missed: ink.lateBar,
  closed: "#ffffff",
  planned: "#ffffff",
  held: LINE,
  ...PROMISE,
};

/** One mark around a point: a triangle for a deadline of deferred materials, a circle for a meeting, a square for a promise, a diamond for a project commitment; as on the page. Units are points. */
export function drawMark(doc: PDFKit.PDFDocument, { kind, state }: Pick<TimelineMark, "kind" | "state">, x: number, y: number): void {
  doc.lineWidth(0.7);
  if (kind === "gap") doc.polygon([x - 2.6, y - 2.3], [x + 2.6, y - 2.3], [x, y + 2.5]);
  else if (kind === "promise") doc.rect(x - 2.2, y - 2.2, 4.4, 4.4);
  else if (kind === "commitment") doc.polygon([x, y - 2.8], [x + 2.8, y], [x, y + 2.8], [x - 2.8, y]);
  else doc.circle(x, y, 2.3);
  doc.fillAndStroke(FILL[state], LINE);
}

/** The marks whose rows stand on this part, `shift` points lower than in the layout. */
export function drawMarks(doc: PDFKit.PDFDocument, marks: readonly PlacedMark[], rows: readonly { readonly y: number }[], left: number, shift: number): void {
  const here = new Set(rows.map((row) => row.y));
  for (const { mark, x, y, height } of marks) if (here.has(y)) drawMark(doc, mark, left + x, y + shift + (mark.kind === "gap" ? 2.6 : height / 2));
}
