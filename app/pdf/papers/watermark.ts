import type { Paper } from "../document";
import { widthOf } from "../text";
import { ink, page } from "../tokens";

/** Steepness of the words across the page, in degrees. */
const ANGLE = -32;
const OPACITY = 0.13;

/** Large pale words across every page written so far; decoration to a screen reader, because the text says the same. */
export function drawWatermark(paper: Paper, text: string): void {
  const size = Math.min(76, (560 * 10) / widthOf(text, paper.faces.bold, 10));
  const { start, count } = paper.doc.bufferedPageRange();
  for (let index = start; index < start + count; index++) {
    paper.doc.switchToPage(index);
    paper.artifact(() => {
      paper.doc
        .save()
        .fillOpacity(OPACITY)
        .rotate(ANGLE, { origin: [page.width / 2, page.height / 2] });
      paper.text(text, 0, page.height / 2 - size, page.width, { face: "bold", size, leading: size * 1.4, color: ink.accent, align: "center", maxLines: 1 });
      paper.doc.restore();
    });
  }
}
