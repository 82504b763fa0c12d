import type { Locale } from "../../i18n";
import type { Paper } from "../document";
import { drawHeading, type Labelled } from "../sections";
import { drawTable } from "../table";
import { ink } from "../tokens";
import { drawFlow, type FlowStep } from "./flow";

/** The pieces papers are made of. Texts are whole sentences in the paper's language. */
export type LetterBlock =
  | { readonly is: "paragraph"; readonly text: string }
  | { readonly is: "facts"; readonly title?: string; readonly rows: readonly Labelled[] }
  | { readonly is: "list"; readonly title: string; readonly items: readonly string[] }
  | {
      readonly is: "table";
      readonly title: string;
      readonly columns: readonly { readonly head: string; readonly share: number }[];
      readonly rows: readonly (readonly string[])[];
      /** Somebody writes into its rows by hand. */
      readonly byHand?: boolean;
      /** The title stands on the page of the first row. Papers handed out before this was asked leave it out and are drawn as they were. */
      readonly together?: boolean;
    }
  /** What must not be overlooked: deadlines, remedies. */
  | { readonly is: "box"; readonly title: string; readonly lines: readonly string[] }
  | { readonly is: "flow"; readonly title: string; readonly steps: readonly FlowStep[] }
  | { readonly is: "note"; readonly lines: readonly string[] };

/** Room for the head of a table and its first row, so that no heading stands alone at the foot of a page. */
const TABLE_START = 92;
const BODY = { size: 10.5, leading: 19 } as const;

/** Draws one block at the cursor and leaves the cursor below it. */
export function drawBlock(paper: Paper, block: LetterBlock, locale: Locale): void {
  switch (block.is) {
    case "paragraph":
      // Chinese paragraphs begin two characters in.
      paper.paragraph(locale === "en" ? block.text : `　　${block.text}`, { ...BODY, leading: BODY.leading * paper.pace });
      paper.y += 3 * paper.pace;
      return;
    case "facts":
      if (block.title !== undefined) drawHeading(paper, block.title, Math.min(factRows(block.rows).length, FACTS_TOGETHER) * FACT_ROW);
      drawFactTable(paper, block.rows);
      return;
    case "list":
      drawNumbered(paper, block.title, block.items);
      return;
    case "table":
      if (!block.together) drawHeading(paper, block.title, TABLE_START);
      drawTable(
        paper,
        block.columns,
        block.rows.map((cells) => ({ cells })),
        { size: 9, leading: 13.5, padX: 5, padY: (block.byHand ? 8 : 4) * paper.pace },
        block.together ? block.title : undefined,
      );
      paper.y += 4;
      return;
    case "box":
      drawBox(paper, block.title, block.lines);
      return;
    case "flow":
      drawHeading(paper, block.title, Math.min(block.steps.length * 36, 460));
      drawFlow(paper, block.steps);
      return;
    case "note":
      paper.y += NOTE_SPACE;
      for (const line of block.lines) paper.paragraph(line, NOTE);
  }
}

const NOTE = { size: 8, leading: 12.6, color: ink.soft } as const;
const NOTE_SPACE = 6;

/** Points a note takes over the whole width. */
export const noteHeight = (paper: Paper, lines: readonly string[]): number =>
  lines.reduce((sum, line) => sum + paper.lines(line, paper.width, NOTE).length * NOTE.leading, NOTE_SPACE);

const FACT = { size: 9.5, leading: 14.5 } as const;
const FACT_LABEL = 92;
const FACT_LABEL_LEADING = 12.5;
const PAD = 5;

/** Rows of a table of facts that stay on one page with their heading, and the height of a plain one in points. */
const FACTS_TOGETHER = 5;
const FACT_ROW = 25;

/** Two pairs to a row; a wide fact has a row of its own. */
function factRows(facts: readonly Labelled[]): readonly (readonly Labelled[])[] {
  const rows: (readonly Labelled[])[] = [];
  for (const fact of facts) {
    const last = rows.at(-1);
    if (last?.length === 1 && !last[0]?.wide && !fact.wide) rows[rows.length - 1] = [...last, fact];
    else rows.push([fact]);
  }
  return rows;
}

/** Facts in a ruled table. Read out as a list of label and value. */
function drawFactTable(paper: Paper, facts: readonly Labelled[]): void {
  paper.y += 4 * paper.pace;
  paper.element("L", () => {
    for (const row of factRows(facts)) drawFactRow(paper, row);
  });
  paper.y += 8 * paper.pace;
}

function drawFactRow(paper: Paper, row: readonly Labelled[]): void {
  const half = paper.width / 2;
  const padY = PAD * paper.pace ** 2;
  const placed = row.map((fact, index) => {
    const width = row.length === 1 ? paper.width : half;
    return {
      x: paper.left + index * half,
      width,
      label: paper.lines(fact.label, FACT_LABEL - 2 * PAD, { size: 8.6 }),
      value: paper.lines(fact.value, width - FACT_LABEL - 2 * PAD, FACT),
    };
  });
  const height = Math.max(...placed.map(({ label, value }) => Math.max(label.length * FACT_LABEL_LEADING, value.length * FACT.leading))) + 2 * padY;
  if (height <= paper.room) {
    paper.ensure(height);
    drawFactCells(paper, placed, height, padY);
    return;
  }
  // Taller than a page: as many lines as each page holds.
  paper.ensure(4 * FACT.leading + 2 * padY);
  for (let rest = placed; ; paper.newPage()) {
    const fitting = Math.floor((paper.bottom - paper.y - 2 * padY) / FACT.leading);
    const here = rest.map((cell) => ({ ...cell, value: cell.value.slice(0, fitting) }));
    drawFactCells(paper, here, Math.max(...here.map(({ value }) => value.length)) * FACT.leading + 2 * padY, padY);
    rest = rest.map((cell) => ({ ...cell, label: [], value: cell.value.slice(fitting) }));
    if (rest.every(({ value }) => value.length === 0)) return;
  }
}

interface FactCell {
  readonly x: number;
  readonly width: number;
  readonly label: readonly string[];
  readonly value: readonly string[];
}

/** One row of facts at the cursor, or the part of it a page holds; leaves the cursor below it. */
function drawFactCells(paper: Paper, placed: readonly FactCell[], height: number, padY: number): void {
  const { y } = paper;
  for (const { x, width, label, value } of placed) {
    paper.artifact(() => {
      paper.doc.rect(x, y, FACT_LABEL, height).fill(ink.wash);
      paper.doc.lineWidth(0.5).strokeColor(ink.line).rect(x, y, FACT_LABEL, height).stroke();
      paper.doc
        .lineWidth(0.5)
        .strokeColor(ink.line)
        .rect(x + FACT_LABEL, y, width - FACT_LABEL, height)
        .stroke();
    });
    paper.mark("LI", () => {
      paper.drawLines(label, x + PAD, y + padY + 1, FACT_LABEL - 2 * PAD, { size: 8.6, leading: FACT_LABEL_LEADING, color: ink.soft });
      paper.drawLines(value, x + FACT_LABEL + PAD, y + padY, width - FACT_LABEL - 2 * PAD, FACT);
    });
  }
  paper.y += height;
}

/** Numbered points, each whole on a page where it fits, with the number hanging at the left. */
function drawNumbered(paper: Paper, title: string, items: readonly string[]): void {
  drawHeading(paper, title, 40);
  const style = { size: 10, leading: 17 * paper.pace } as const;
  // A single point needs no number.
  const indent = items.length > 1 ? 22 : 0;
  paper.element("L", () => {
    items.forEach((item, index) => {
      const lines = paper.lines(item, paper.width - indent, style);
      paper.ensure(Math.min(lines.length, 6) * style.leading);
      paper.markLines("LI", lines, style.leading, (here, first) => {
        if (first && indent > 0) paper.drawLines([`${index + 1}.`], paper.left, paper.y, indent, { ...style, color: ink.soft });
        paper.drawLines(here, paper.left + indent, paper.y, paper.width - indent, style);
      });
      paper.y += 2 * paper.pace;
    });
  });
  paper.y += 3 * paper.pace;
}

/** What a box takes besides its lines, in points: its title and the space around. */
const BOX_TITLE = 18;
const BOX_SPACE = 12;
type Wrapped = readonly (readonly string[])[];

/** A box on one page where a page can hold it; a longer one goes on over pages, each piece on its own ground. */
function drawBox(paper: Paper, title: string, lines: readonly string[]): void {
  const style = { size: 9.8, leading: 16 * paper.pace } as const;
  const inner = paper.width - 24;
  const linesHeight = (wrapped: Wrapped): number => wrapped.reduce((sum, one) => sum + one.length * style.leading + 3, 0);
  let rest: Wrapped = lines.map((line) => paper.lines(line, inner, style));
  let around = BOX_TITLE + BOX_SPACE;
  paper.y += 7;
  paper.ensure(linesHeight(rest) + around <= paper.room ? linesHeight(rest) + around : 4 * style.leading + around);
  for (let first = true; first || rest.length > 0; first = false) {
    if (!first) {
      paper.newPage();
      around = BOX_SPACE;
    }
    const [here, later] = parted(rest, paper.bottom - paper.y - around, style.leading);
    const top = paper.y;
    const height = linesHeight(here) + around;
    paper.artifact(() => {
      paper.doc.rect(paper.left, top, paper.width, height).fill(ink.wash);
      paper.doc.rect(paper.left, top, 3, height).fill(ink.accent);
    });
    paper.y += 7;
    if (first) {
      paper.mark("H2", () => paper.text(title, paper.left + 13, paper.y, inner, { face: "bold", size: 10.5, leading: 16 }));
      paper.y += BOX_TITLE;
    }
    for (const one of here) {
      paper.mark("P", () => {
        paper.y += paper.drawLines(one, paper.left + 13, paper.y, inner, style);
      });
      paper.y += 3;
    }
    paper.y = top + height + 7 * paper.pace;
    rest = later;
  }
}

/** The lines that stand in `room` points, and those left for the next page. */
function parted(wrapped: Wrapped, room: number, leading: number): readonly [here: Wrapped, later: Wrapped] {
  const here: (readonly string[])[] = [];
  let left = room;
  for (const [index, lines] of wrapped.entries()) {
    // What ensure made room for must not fail by the last digit of a sum.
    const fitting = Math.max(0, Math.floor((left + 0.01 - 3) / leading));
    if (fitting > 0) here.push(lines.slice(0, fitting));
    if (fitting < lines.length) return [here, [lines.slice(fitting), ...wrapped.slice(index + 1)]];
    left -= lines.length * leading + 3;
  }
  return [here, []];
}
