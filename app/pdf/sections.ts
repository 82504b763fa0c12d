import QRCode from "qrcode";
import type { Paper } from "./document";
import { widthOf } from "./text";
import { ink } from "./tokens";

/** A labelled value of a paper's cover. */
export interface Labelled {
  readonly label: string;
  readonly value: string;
  /** Takes both columns. */
  readonly wide?: boolean;
}

/** Section heading with a short rule in the accent colour; kept with at least `keep` points of what follows. */
export function drawHeading(paper: Paper, text: string, keep: number, aside = ""): void {
  paper.y += 11 * paper.pace;
  paper.ensure(20 + keep);
  paper.artifact(() => paper.doc.rect(paper.left, paper.y + 3, 3, 11).fill(ink.accent));
  paper.mark("H2", () => paper.text(text, paper.left + 9, paper.y, paper.width, { face: "bold", size: 11, leading: 17 }));
  if (aside) paper.mark("Span", () => paper.text(aside, paper.left, paper.y + 1, paper.width, { size: 7.6, leading: 16, color: ink.faint, align: "right" }));
  paper.y += 21;
}

const FACT_GAP = 18;
const FACT_LABEL = 92;
const FACT_VALUE = { size: 8.8, leading: 13 } as const;

/** Facts in two columns, label beside value, a hair between the rows; a wide fact has a row of its own. */
export function drawFacts(paper: Paper, facts: readonly Labelled[]): void {
  const narrow = (paper.width - FACT_GAP) / 2;
  const rows: (readonly Labelled[])[] = [];
  for (const fact of facts) {
    const last = rows.at(-1);
    if (last?.length === 1 && !last[0]?.wide && !fact.wide) rows[rows.length - 1] = [...last, fact];
    else rows.push([fact]);
  }
  paper.element("L", () => {
    for (const row of rows) {
      const placed = row.map((fact, index) => {
        const width = fact.wide ? paper.width : narrow;
        return { fact, x: paper.left + index * (narrow + FACT_GAP), width, lines: paper.lines(fact.value, width - FACT_LABEL, FACT_VALUE) };
      });
      const height = Math.max(...placed.map(({ lines }) => lines.length)) * FACT_VALUE.leading + 5;
      paper.ensure(height);
      for (const { fact, x, width, lines } of placed) {
        paper.mark("LI", () => {
          paper.text(fact.label, x, paper.y + 2.5, FACT_LABEL - 6, { size: 8, leading: 13, color: ink.faint, maxLines: 1 });
          paper.drawLines(lines, x + FACT_LABEL, paper.y + 2.5, width - FACT_LABEL, FACT_VALUE);
        });
        paper.artifact(() =>
          paper.doc
            .lineWidth(0.4)
            .strokeColor(ink.hair)
            .moveTo(x, paper.y + height)
            .lineTo(x + width, paper.y + height)
            .stroke(),
        );
      }
      paper.y += height;
    }
  });
}

export interface FigureBox {
  readonly value: string;
  readonly label: string;
  readonly mark: string;
  readonly color: string;
}

/** Figures side by side, each a number over its word and mark. */
export function drawFigures(paper: Paper, figures: readonly FigureBox[]): void {
  const gap = 6;
  const width = (paper.width - gap * (figures.length - 1)) / figures.length;
  const height = 40;
  paper.ensure(height);
  figures.forEach((figure, index) => {
    const x = paper.left + index * (width + gap);
    paper.artifact(() => {
      paper.doc.rect(x, paper.y, width, height).lineWidth(0.5).fillAndStroke("#ffffff", ink.line);
      paper.doc.rect(x, paper.y, width, 2).fill(figure.color);
    });
    paper.mark("P", () => {
      paper.text(figure.value, x, paper.y + 6, width, { face: "bold", size: 14, leading: 18, align: "center" });
      paper.text(`${figure.mark} ${figure.label}`.trim(), x, paper.y + 24, width, { size: 7.2, leading: 12, color: ink.soft, align: "center", maxLines: 1 });
    });
  });
  paper.y += height;
}

export interface Share {
  readonly value: number;
  readonly color: string;
}

/** A bar divided by shares; widths are exact and add up to the whole. */
export function drawShares(paper: Paper, x: number, y: number, width: number, height: number, shares: readonly Share[], whole: number): void {
  paper.doc.rect(x, y, width, height).fill(ink.hair);
  const total = Math.max(
    whole,
    shares.reduce((sum, share) => sum + share.value, 0),
  );
  if (total === 0) return;
  let at = x;
  for (const share of shares) {
    const part = (share.value / total) * width;
    if (part > 0) paper.doc.rect(at, y, part, height).fill(share.color);
    at += part;
  }
}

/** A QR code as vectors; answers its side in points. Error correction M: survives a stamp over a corner. */
export function drawQr(paper: Paper, text: string, x: number, y: number, side: number): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  // Whole numbers under one matrix: a third of the bytes of hundreds of fractions.
  paper.doc.save().transform(side / modules.size, 0, 0, side / modules.size, x, y);
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; ) {
      let end = column;
      while (end < modules.size && modules.get(row, end)) end++;
      if (end > column) paper.doc.rect(column, row, end - column, 1);
      column = end + 1;
    }
  }
  paper.doc.fill(ink.text).restore();
}

/** Coloured squares with a name, a value and what it is made of, one under the other. Answers the height used. */
export function drawKey(
  paper: Paper,
  entries: readonly { readonly color: string; readonly name: string; readonly value: string; readonly aside: string }[],
  x: number,
  y: number,
  width: number,
): number {
  let top = y;
  const name = Math.max(...entries.map((entry) => widthOf(entry.name, paper.faces.regular, 8))) + 10;
  const value = Math.max(...entries.map((entry) => widthOf(entry.value, paper.faces.bold, 8))) + 10;
  const aside = x + 11 + name + value;
  for (const entry of entries) {
    paper.doc.rect(x, top + 3.2, 6, 6).fill(entry.color);
    paper.text(entry.name, x + 11, top, name, { size: 8, leading: 12.5, color: ink.soft });
    paper.text(entry.value, x + 11 + name, top, value, { size: 8, leading: 12.5, face: "bold" });
    const used = entry.aside === "" ? 12.5 : paper.text(entry.aside, aside, top, x + width - aside, { size: 7.6, leading: 12.5, color: ink.faint });
    top += Math.max(12.5, used);
  }
  return top - y;
}
