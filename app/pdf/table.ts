import type { Paper, TextStyle } from "./document";
import { ink } from "./tokens";

/** One piece of a cell; a cell may hold several, one under the other. */
export interface Piece extends TextStyle {
  readonly text: string;
  /** A number in front, in a narrow column of its own. */
  readonly lead?: string;
}
export type Cell = string | readonly Piece[];

export interface Column {
  readonly head: string;
  readonly lead?: string;
  /** Share of the table's width; the shares are added up. */
  readonly share: number;
  readonly align?: TextStyle["align"];
}

/** A row of cells, or a line across the table that names the rows under it. */
export type Row = { readonly cells: readonly Cell[] } | { readonly group: string; readonly aside?: string };

export interface TableStyle {
  readonly size: number;
  readonly leading: number;
  readonly padX: number;
  readonly padY: number;
}

/** Width of the column a `lead` stands in, in points. */
const LEAD = 21;
const COMPACT: TableStyle = { size: 7.6, leading: 10.6, padX: 4, padY: 3.2 };

interface MeasuredPiece {
  readonly lines: readonly string[];
  readonly lead: string;
  readonly style: TextStyle;
  readonly height: number;
}
interface Measured {
  readonly height: number;
  readonly cells: readonly (readonly MeasuredPiece[])[];
}

/**
 * A tagged table on plain lines: rows are never split over pages, the head is repeated on every page as an artifact, and a
 * group line is kept with the row after it. pdfkit's own table repeats no head and takes four times as long.
 */
export function drawTable(paper: Paper, columns: readonly Column[], rows: readonly Row[], style: TableStyle = COMPACT): void {
  const total = columns.reduce((sum, column) => sum + column.share, 0);
  const widths = columns.map((column) => Math.round((column.share / total) * paper.width * 10) / 10);
  const lefts = widths.map((_, index) => paper.left + widths.slice(0, index).reduce((sum, width) => sum + width, 0));
  const inner = (index: number): number => (widths[index] as number) - 2 * style.padX;

  const measure = (cells: readonly Cell[], base: TextStyle): Measured => {
    const measured = cells.map((cell, index) =>
      (typeof cell === "string" ? [{ text: cell }] : cell)
        .filter((piece) => piece.text !== "")
        .map((piece: Piece) => {
          const own: TextStyle = { align: columns[index]?.align, ...base, ...piece };
          const lines = paper.lines(piece.text, inner(index) - (piece.lead ? LEAD : 0), own);
          return { lines, lead: piece.lead ?? "", style: own, height: lines.length * (own.leading ?? style.leading) };
        }),
    );
    const tallest = Math.max(style.leading, ...measured.map((pieces) => pieces.reduce((sum, piece) => sum + piece.height, 0)));
    return { height: tallest + 2 * style.padY, cells: measured };
  };
  const body: TextStyle = { size: style.size, leading: style.leading };
  const headStyle: TextStyle = { size: style.size, leading: style.leading, color: ink.navy };
  const head = measure(
    columns.map((column) => [{ text: column.head, lead: column.lead }]),
    headStyle,
  );
  const groupHeight = style.leading + 2 * style.padY + 1;

  const drawCell = (pieces: Measured["cells"][number], index: number, top: number): void => {
    let y = top + style.padY;
    for (const piece of pieces) {
      const x = (lefts[index] as number) + style.padX;
      if (piece.lead) paper.drawLines([piece.lead], x, y, LEAD, { ...piece.style, color: ink.faint });
      const indent = piece.lead ? LEAD : 0;
      y += paper.drawLines(piece.lines, x + indent, y, inner(index) - indent, piece.style);
    }
  };
  const drawHead = (asContent: boolean): void => {
    paper.artifact(() => {
      paper.doc.rect(paper.left, paper.y, paper.width, head.height).fill(ink.wash);
      paper.rule(paper.y, ink.navy, 0.8);
      paper.rule(paper.y + head.height, ink.line, 0.5);
    });
    const cells = (): void =>
      head.cells.forEach((pieces, index) => {
        const draw = (): void => drawCell(pieces, index, paper.y);
        if (asContent) paper.mark("TH", draw, { scope: "Column" });
        else paper.artifact(draw);
      });
    if (asContent) paper.element("TR", cells);
    else cells();
    paper.y += head.height;
  };

  const measured = rows.map((row) => ("cells" in row ? measure(row.cells, body) : null));
  paper.ensure(head.height + groupHeight + (measured[0]?.height ?? measured[1]?.height ?? 0));
  paper.element("Table", () => {
    drawHead(true);
    rows.forEach((row, at) => {
      const own = measured[at];
      const needed = own ? own.height : groupHeight + (measured[at + 1]?.height ?? 0);
      if (paper.ensure(needed)) drawHead(false);
      if ("cells" in row) {
        paper.element("TR", () => {
          for (const [index, pieces] of (own?.cells ?? []).entries()) paper.mark("TD", () => drawCell(pieces, index, paper.y));
        });
        paper.y += own?.height ?? 0;
        paper.artifact(() => paper.rule(paper.y, ink.hair, 0.5));
        return;
      }
      paper.artifact(() => paper.doc.rect(paper.left, paper.y, paper.width, groupHeight).fill(ink.wash));
      paper.element("TR", () =>
        paper.mark(
          "TH",
          () => {
            const y = paper.y + style.padY + 0.5;
            paper.text(row.group, paper.left + style.padX, y, paper.width * 0.7, {
              size: style.size + 0.4,
              leading: style.leading,
              color: ink.navy,
              maxLines: 1,
            });
            if (row.aside) paper.text(row.aside, paper.left, y, paper.width - style.padX, { ...body, color: ink.faint, align: "right", maxLines: 1 });
          },
          { scope: "Row" },
        ),
      );
      paper.y += groupHeight;
      paper.artifact(() => paper.rule(paper.y, ink.line, 0.5));
    });
  });
}
