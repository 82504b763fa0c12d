import type { Translate } from "../../i18n";
import type { Paper } from "../document";
import { widthOf } from "../text";
import { ink } from "../tokens";

/** A place to sign or seal. What is known is printed, what is not is a line to write on. */
export interface SignaturePlace {
  /** 受理人, 申请人, 送达人 … */
  readonly label: string;
  readonly name: string | null;
  /** Day in words; null leaves a line. */
  readonly on: string | null;
  /** The organ seals here: its name stands above the day and room is left for the seal. */
  readonly seal?: boolean;
  /** In place of a seal: the word of the rectangular blue stamp, for papers without legal force. */
  readonly stamp?: string;
}

const ROW = { plain: 50, seal: 74 } as const;
const TEXT = { size: 10, leading: 17 } as const;

const SPACE = 16;

type Row = readonly (SignaturePlace | null)[];

/** Who signs beside whom: two to a row, seals at the right. */
function rowsOf(places: readonly SignaturePlace[]): readonly Row[] {
  const rows: Row[] = [];
  const plain = places.filter((place) => !place.seal);
  for (let at = 0; at < plain.length; at += 2) rows.push([plain[at] ?? null, plain[at + 1] ?? null]);
  for (const place of places.filter((one) => one.seal)) {
    const last = rows.at(-1);
    if (last && last[1] === null) rows[rows.length - 1] = [last[0] ?? null, place];
    else rows.push([null, place]);
  }
  return rows;
}

const heightOf = (row: Row): number => (row.some((place) => place?.seal) ? ROW.seal : ROW.plain);

/** Points the signature places take, with the space above them; 0 when there are none. */
export const signaturesHeight = (places: readonly SignaturePlace[]): number =>
  places.length === 0 ? 0 : rowsOf(places).reduce((sum, row) => sum + heightOf(row), SPACE);

/** Signature places in two columns, the organ's seal at the right; never parted from each other over a page. */
export function drawSignatures(paper: Paper, places: readonly SignaturePlace[], t: Translate): void {
  if (places.length === 0) return;
  const rows = rowsOf(places);
  paper.y += SPACE * paper.pace;
  paper.ensure(signaturesHeight(places) - SPACE);
  const gap = 30;
  const width = (paper.width - gap) / 2;
  for (const row of rows) {
    row.forEach((place, column) => {
      if (place) drawPlace(paper, place, paper.left + column * (width + gap), width, t);
    });
    paper.y += heightOf(row);
  }
}

function drawPlace(paper: Paper, place: SignaturePlace, x: number, width: number, t: Translate): void {
  const line = (y: number, from: number): void => {
    paper.doc
      .lineWidth(0.5)
      .strokeColor(ink.faint)
      .moveTo(from, y)
      .lineTo(x + width, y)
      .stroke();
  };
  const label = t("paper.sign.label", { label: place.label });
  const day = t("paper.sign.label", { label: t("paper.sign.day") });
  const room = 112;
  paper.mark("P", () => {
    if (place.seal) {
      paper.text(place.name ?? place.label, x, paper.y + 6, width, { ...TEXT, align: "right", face: "bold", maxLines: 2 });
      paper.text(t(place.stamp === undefined ? "paper.sign.seal" : "paper.sign.no-seal"), x, paper.y + 40, width, {
        size: 8,
        leading: 12,
        color: ink.faint,
        align: "right",
      });
      paper.text(place.on ?? t("paper.sign.blank-day"), x, paper.y + 52, width, { ...TEXT, align: "right" });
      return;
    }
    paper.text(label, x, paper.y + 4, room, { ...TEXT, maxLines: 1 });
    if (place.name !== null) paper.text(place.name, x + room, paper.y + 4, width - room, { ...TEXT, maxLines: 1 });
    paper.text(day, x, paper.y + 24, room, { ...TEXT, maxLines: 1 });
    if (place.on !== null) paper.text(place.on, x + room, paper.y + 24, width - room, { ...TEXT, maxLines: 1 });
  });
  if (place.stamp !== undefined) drawStamp(paper, place.stamp, x, paper.y + 30);
  if (place.seal) return;
  paper.artifact(() => {
    if (place.name === null) line(paper.y + 20, x + room);
    if (place.on === null) line(paper.y + 40, x + room);
  });
}

const STAMP = { width: 74, height: 32, size: 17 } as const;

/** The rectangular blue stamp of simulated papers; its word stands in the text as well, so a screen reader need not read it. */
function drawStamp(paper: Paper, word: string, x: number, y: number): void {
  const size = Math.min(STAMP.size, (STAMP.width - 14) / widthOf(word, paper.faces.bold, 1));
  paper.artifact(() => {
    paper.doc.lineWidth(1.6).strokeColor(ink.sim).rect(x, y, STAMP.width, STAMP.height).stroke();
    paper.text(word, x, y, STAMP.width, { face: "bold", size, leading: STAMP.height, color: ink.sim, align: "center", maxLines: 1 });
  });
}
