import type { Translate } from "../../i18n";
import type { Paper } from "../document";
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
}

const ROW = { plain: 50, seal: 74 } as const;
const TEXT = { size: 10, leading: 17 } as const;

/** Signature places in two columns, the organ's seal at the right; never parted from each other over a page. */
export function drawSignatures(paper: Paper, places: readonly SignaturePlace[], t: Translate): void {
  if (places.length === 0) return;
  const rows: (readonly (SignaturePlace | null)[])[] = [];
  const plain = places.filter((place) => !place.seal);
  for (let at = 0; at < plain.length; at += 2) rows.push([plain[at] ?? null, plain[at + 1] ?? null]);
  for (const place of places.filter((one) => one.seal)) {
    const last = rows.at(-1);
    if (last && last[1] === null) rows[rows.length - 1] = [last[0] ?? null, place];
    else rows.push([null, place]);
  }
  const heightOf = (row: (typeof rows)[number]): number => (row.some((place) => place?.seal) ? ROW.seal : ROW.plain);
  paper.y += 16;
  paper.ensure(rows.reduce((sum, row) => sum + heightOf(row), 0));
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
      paper.text(t("paper.sign.seal"), x, paper.y + 40, width, { size: 8, leading: 12, color: ink.faint, align: "right" });
      paper.text(place.on ?? t("paper.sign.blank-day"), x, paper.y + 52, width, { ...TEXT, align: "right" });
      return;
    }
    paper.text(label, x, paper.y + 4, room, { ...TEXT, maxLines: 1 });
    if (place.name !== null) paper.text(place.name, x + room, paper.y + 4, width - room, { ...TEXT, maxLines: 1 });
    paper.text(day, x, paper.y + 24, room, { ...TEXT, maxLines: 1 });
    if (place.on !== null) paper.text(place.on, x + room, paper.y + 24, width - room, { ...TEXT, maxLines: 1 });
  });
  if (place.seal) return;
  paper.artifact(() => {
    if (place.name === null) line(paper.y + 20, x + room);
    if (place.on === null) line(paper.y + 40, x + room);
  });
}
