import type { Instant } from "../../domain/calendar/calendar-date";
import { type Locale, translator } from "../../i18n";
import { Paper } from "../document";
import { drawQr } from "../sections";
import { ink, page } from "../tokens";
import { drawBlock, type LetterBlock } from "./blocks";
import { drawSignatures, type SignaturePlace } from "./signatures";
import { drawWatermark } from "./watermark";

/** What a paper says, in words of its language; free of its number and the moment it was handed out. */
export interface LetterContent {
  readonly locale: Locale;
  /** Who speaks: centre or department. */
  readonly issuer: string;
  readonly title: string;
  /** Number the act itself carries: 衡政务受〔2026〕705号. */
  readonly reference: string | null;
  readonly addressee: string | null;
  readonly blocks: readonly LetterBlock[];
  readonly signatures: readonly SignaturePlace[];
  /** Across every page, for papers without legal effect. */
  readonly watermark: string | null;
}

/** A paper as handed out: kept whole, so that drawing it again gives the same bytes. */
export interface Letter {
  readonly kind: "letter";
  readonly content: LetterContent;
  readonly paper: { readonly number: string; readonly code: string; readonly verifyUrl: string; readonly issuedAt: Instant; readonly centre: string };
}

const QR = 56;

/** The finished paper. Same letter, same bytes. */
export function letterPdf({ content, paper: issued }: Letter): Promise<Buffer> {
  const t = translator(content.locale);
  const paper = new Paper({
    title: `${content.title} ${issued.number}`,
    author: issued.centre,
    subject: content.reference === null ? content.title : `${content.title} ${content.reference}`,
    locale: content.locale,
    issuedAt: issued.issuedAt,
  });
  drawTop(paper, { content, issued, scan: t("report.verify.scan"), number: t("paper.number", { number: issued.number }) });
  if (content.addressee !== null) paper.paragraph(t("paper.addressee", { name: content.addressee }), { size: 10.5, leading: 19, face: "bold" });
  for (const block of content.blocks) drawBlock(paper, block, content.locale);
  drawSignatures(paper, content.signatures, t);
  if (content.watermark !== null) drawWatermark(paper, content.watermark);
  return paper.finish((n, of) => [`${content.title}　${issued.number}`, t("report.page", { n, of })]);
}

interface Top {
  readonly content: LetterContent;
  readonly issued: Letter["paper"];
  readonly scan: string;
  readonly number: string;
}

/** Band, issuer, title and number in the middle; the QR at the right, with its code for those who type it. */
function drawTop(paper: Paper, { content, issued, scan, number }: Top): void {
  const side = QR + 18;
  const x = paper.left + side;
  const width = paper.width - 2 * side;
  const right = paper.left + paper.width;
  paper.artifact(() => paper.doc.rect(0, 0, page.width, 6).fill(ink.navy));
  paper.y = 34;
  const centred = (type: string, text: string, size: number, leading: number, bold: boolean, color: string): void =>
    paper.mark(type, () => {
      paper.y += paper.text(text, x, paper.y, width, { size, leading, color, align: "center", ...(bold ? { face: "bold" as const } : {}) });
    });
  centred("P", content.issuer, 12, 18, true, ink.navy);
  paper.y += 4;
  centred("H1", content.title, 20, 28, true, ink.text);
  paper.y += 2;
  if (content.reference !== null) centred("P", content.reference, 10, 15, false, ink.text);
  centred("P", number, 8, 13, false, ink.faint);
  paper.mark("Figure", () => drawQr(paper, issued.verifyUrl, right - QR, 28, QR), { alt: issued.verifyUrl });
  paper.mark("P", () => {
    paper.text(scan, right - QR - 20, 86, QR + 20, { size: 6.8, leading: 9, color: ink.soft, align: "right" });
    // A guide has no code of its own: its number, which stands in the middle, checks it.
    if (issued.code !== issued.number) paper.text(issued.code, right - QR - 40, 95, QR + 40, { size: 7.2, leading: 10, align: "right" });
  });
  paper.y = Math.max(paper.y + 6, 112);
  paper.artifact(() => {
    paper.rule(paper.y, ink.navy, 1.4);
    paper.rule(paper.y + 2.6, ink.navy, 0.4);
  });
  paper.y += 13;
}
