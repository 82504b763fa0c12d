import type { Paper } from "../document";
import { ink, page } from "../tokens";

const OUTER = { x: 15, y: 13, weight: 1.8 } as const;
const GAP = 3.5;

/** The blue frame of papers without legal force, round every page written so far; decoration to a screen reader. */
export function drawFrame(paper: Paper): void {
  const { start, count } = paper.doc.bufferedPageRange();
  for (let index = start; index < start + count; index++) {
    paper.doc.switchToPage(index);
    paper.artifact(() => {
      for (const [inset, weight] of [
        [0, OUTER.weight],
        [GAP, 0.5],
      ] as const)
        paper.doc
          .lineWidth(weight)
          .strokeColor(ink.simBar)
          .rect(OUTER.x + inset, OUTER.y + inset, page.width - 2 * (OUTER.x + inset), page.height - 2 * (OUTER.y + inset))
          .stroke();
    });
  }
}
