import type { Paper, TextStyle } from "./document";
import { drawHeading } from "./sections";
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
type MeasuredCell = readonly MeasuredPiece[];
interface Measured {
  readonly height: number;
  readonly cells: readonly MeasuredCell[];
}

/** Lines of a row taller than a page that stand on the page it begins on, at least. */
const FIRST_LINES = 4;
/** Points kept free for a title that must stand on the page of the first row. */
const TITLE = 34;

const heightOf = (cell: MeasuredCell): number => cell.reduce((sum, piece) => sum + piece.height, 0);

/** The lines of a cell that stand in `room` points, and those left for the next page. */
function parted(cell: MeasuredCell, room: number): readonly [here: MeasuredCell, later: MeasuredCell] {
  const here: MeasuredPiece[] = [];
  let left = room;
  for (const [index, piece] of cell.entries()) {
    const leading = piece.height / piece.lines.length;
    const fitting = Math.max(0, Math.floor(left / leading));
    if (fitting >= piece.lines.length) {
      here.push(piece);
      left -= piece.height;
      continue;
    }
    const rest = { ...piece, lead: fitting > 0 ? "" : piece.lead, lines: piece.lines.slice(fitting), height: (piece.lines.length - fitting) * leading };
    if (fitting > 0) here.push({ ...piece, lines: piece.lines.slice(0, fitting), height: fitting * leading });
    return [here, [rest, ...cell.slice(index + 1)]];
  }
  return [here, []];
}

/**
 * A tagged table on plain lines: only a row taller than a page is split over pages, the head is repeated on every page as an artifact,
 * and a group line is kept with the row after it. pdfkit's own table repeats no head and takes four times as long.
 * @param title heading over the table, on the page of its first row
 */
export function drawTable(paper: Paper, columns: readonly Column[], rows: readonly Row[], style: TableStyle = COMPACT, title?: string): void {
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
    const tallest = Math.max(style.leading, ...measured.map(heightOf));
    return { height: tallest + 2 * style.padY, cells: measured };
  };
  const body: TextStyle = { size: style.size, leading: style.leading };
  const headStyle: TextStyle = { size: style.size, leading: style.leading, color: ink.navy };
  const head = measure(
    columns.map((column) => [{ text: column.head, lead: column.lead }]),
    headStyle,
  );
  const groupHeight = style.leading + 2 * style.padY + 1;

  const drawCell = (pieces: MeasuredCell, index: number, top: number): void => {
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

  /** Rows up to this height stand on one page; those above go on over pages. */
  const tallest = paper.room - head.height - (title === undefined ? 0 : TITLE);
  const start = (row: Measured | null | undefined): number => (row && row.height > tallest ? FIRST_LINES * style.leading + 2 * style.padY : (row?.height ?? 0));
  const drawRow = (cells: readonly MeasuredCell[], height: number): void => {
    paper.element("TR", () => {
      for (const [index, pieces] of cells.entries()) paper.mark("TD", () => drawCell(pieces, index, paper.y));
    });
    paper.y += height;
    paper.artifact(() => paper.rule(paper.y, ink.hair, 0.5));
  };
  const drawTallRow = (row: Measured): void => {
    for (let rest = row.cells; ; ) {
      const parts = rest.map((cell) => parted(cell, paper.bottom - paper.y - 2 * style.padY));
      const here = parts.map(([cell]) => cell);
      drawRow(here, Math.max(...here.map(heightOf)) + 2 * style.padY);
      rest = parts.map(([, later]) => later);
      if (rest.every((cell) => cell.length === 0)) return;
      paper.newPage();
      drawHead(false);
    }
  };

  const measured = rows.map((row) => ("cells" in row ? measure(row.cells, body) : null));
  const first = head.height + groupHeight + start(measured[0] ?? measured[1]);
  if (title !== undefined) drawHeading(paper, title, first);
  paper.ensure(first);
  paper.element("Table", () => {
    drawHead(true);
    rows.forEach((row, at) => {
      const own = measured[at];
      if (paper.ensure(own ? start(own) : groupHeight + start(measured[at + 1]))) drawHead(false);
      if ("cells" in row) {
        if (own && own.height > tallest) drawTallRow(own);
        else drawRow(own?.cells ?? [], own?.height ?? 0);
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
