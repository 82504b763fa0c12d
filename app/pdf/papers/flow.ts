import type { Paper } from "../document";
import { ink } from "../tokens";

/** A box of the flow chart: what is done, by whom, in how long. */
export interface FlowStep {
  readonly name: string;
  readonly who: string;
  /** In words: 5 个工作日内; empty where nothing is said. */
  readonly days: string;
}

const GAP = 8;
const NAME = { size: 10, leading: 14.5, face: "bold" } as const;
const SMALL = { size: 8.4, leading: 14.5, color: ink.soft } as const;
const NUMBER_WIDTH = 26;
/** Share of a box its name takes; the rest says by whom and how long. */
const NAME_SHARE = 0.48;

/** The steps one under the other, joined by arrows, on one page where they fit; read out as a numbered list. */
export function drawFlow(paper: Paper, steps: readonly FlowStep[]): void {
  const width = Math.min(paper.width, 440);
  const x = paper.left + (paper.width - width) / 2;
  const inner = width - NUMBER_WIDTH - 20;
  const boxes = steps.map((step) => {
    const name = paper.lines(step.name, inner * NAME_SHARE, NAME);
    const aside = [step.who, step.days].filter((part) => part !== "").flatMap((part) => paper.lines(part, inner * (1 - NAME_SHARE) - 10, SMALL));
    const short = aside.length === 2 && paper.lines(`${step.who}　${step.days}`, inner * (1 - NAME_SHARE) - 10, SMALL).length === 1;
    const lines = short ? [`${step.who}　${step.days}`] : aside;
    return { name, lines, height: Math.max(name.length, lines.length) * NAME.leading + 7 };
  });
  const whole = boxes.reduce((sum, { height }) => sum + height + GAP, 0);
  if (whole < 500) paper.ensure(whole);
  paper.element("L", () => {
    boxes.forEach(({ name, lines, height }, index) => {
      paper.ensure(height + GAP);
      const { y } = paper;
      paper.artifact(() => {
        paper.doc.roundedRect(x, y, width, height, 4).lineWidth(0.8).fillAndStroke("#ffffff", ink.accent);
        if (index < boxes.length - 1) drawArrow(paper, x + width / 2, y + height, GAP);
      });
      paper.mark("LI", () => {
        paper.text(`${index + 1}`, x + 10, y + 3.5, NUMBER_WIDTH, { ...NAME, color: ink.accent });
        paper.drawLines(name, x + 10 + NUMBER_WIDTH, y + 3.5, inner * NAME_SHARE, NAME);
        paper.drawLines(lines, x + 20 + NUMBER_WIDTH + inner * NAME_SHARE, y + 3.5, inner, SMALL);
      });
      paper.y = y + height + GAP;
    });
  });
}

function drawArrow(paper: Paper, x: number, y: number, length: number): void {
  paper.doc
    .lineWidth(0.9)
    .strokeColor(ink.accent)
    .moveTo(x, y)
    .lineTo(x, y + length - 3)
    .stroke();
  paper.doc
    .moveTo(x - 2.8, y + length - 4)
    .lineTo(x + 2.8, y + length - 4)
    .lineTo(x, y + length)
    .fill(ink.accent);
}
