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
      drawHeading(paper, block.title, TABLE_START);
      drawTable(
        paper,
        block.columns,
        block.rows.map((cells) => ({ cells })),
        { size: 9, leading: 13.5, padX: 5, padY: (block.byHand ? 8 : 4) * paper.pace },
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
  const height = Math.max(...placed.map(({ label, value }) => Math.max(label.length * 12.5, value.length * FACT.leading))) + 2 * padY;
  paper.ensure(height);
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
      paper.drawLines(label, x + PAD, y + padY + 1, FACT_LABEL - 2 * PAD, { size: 8.6, leading: 12.5, color: ink.soft });
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
      paper.mark("LI", () => {
        if (indent > 0) paper.drawLines([`${index + 1}.`], paper.left, paper.y, indent, { ...style, color: ink.soft });
        paper.y += paper.drawLines(lines, paper.left + indent, paper.y, paper.width - indent, style);
      });
      paper.y += 2 * paper.pace;
    });
  });
  paper.y += 3 * paper.pace;
}

function drawBox(paper: Paper, title: string, lines: readonly string[]): void {
  const style = { size: 9.8, leading: 16 * paper.pace } as const;
  const inner = paper.width - 24;
  const wrapped = lines.map((line) => paper.lines(line, inner, style));
  const height = wrapped.reduce((sum, one) => sum + one.length * style.leading + 3, 0) + 30;
  paper.y += 7;
  paper.ensure(height);
  const top = paper.y;
  paper.artifact(() => {
    paper.doc.rect(paper.left, top, paper.width, height).fill(ink.wash);
    paper.doc.rect(paper.left, top, 3, height).fill(ink.accent);
  });
  paper.y += 7;
  paper.mark("H2", () => paper.text(title, paper.left + 13, paper.y, inner, { face: "bold", size: 10.5, leading: 16 }));
  paper.y += 18;
  for (const one of wrapped) {
    paper.mark("P", () => {
      paper.y += paper.drawLines(one, paper.left + 13, paper.y, inner, style);
    });
    paper.y += 3;
  }
  paper.y = top + height + 7 * paper.pace;
}
