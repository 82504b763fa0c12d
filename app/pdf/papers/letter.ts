import type { Instant } from "../../domain/calendar/calendar-date";
import type { FormalNo, SimulatedOpinionNo } from "../../domain/case/parts/simulation";
import { isSimulatedNo } from "../../domain/case/simulation/reads";
import { type Locale, type Translate, translator } from "../../i18n";
import { Paper } from "../document";
import { drawQr } from "../sections";
import { ink, page } from "../tokens";
import { drawBlock, type LetterBlock, noteHeight } from "./blocks";
import { drawFrame } from "./frame";
import { drawSignatures, type SignaturePlace, signaturesHeight } from "./signatures";
import { drawWatermark } from "./watermark";

interface Said {
  readonly locale: Locale;
  /** Who speaks: centre or department. */
  readonly issuer: string;
  readonly title: string;
  readonly addressee: string | null;
  readonly blocks: readonly LetterBlock[];
  readonly signatures: readonly SignaturePlace[];
}

/** A paper that counts, or a blank sample of one. The number of a simulated opinion does not fit into it. */
export interface FormalContent extends Said {
  readonly simulated?: undefined;
  /** Number the act itself carries: 衡政务受〔2026〕705号. */
  readonly reference: FormalNo | null;
  /** Across every page, for samples. */
  readonly watermark: string | null;
}

/** A paper without legal force (模拟): blue frame and mark on every page, and no number but a simulated one. */
export interface SimulatedContent extends Said {
  readonly simulated: true;
  readonly reference: SimulatedOpinionNo;
  readonly watermark: string;
}

/** What a paper says, in words of its language; free of its number and the moment it was handed out. */
export type LetterContent = FormalContent | SimulatedContent;

/** A paper as handed out: kept whole, so that drawing it again gives the same bytes. */
export interface Letter {
  readonly kind: "letter";
  readonly content: LetterContent;
  readonly paper: { readonly number: string; readonly code: string; readonly verifyUrl: string; readonly issuedAt: Instant; readonly centre: string };
}

const QR = 56;

/**
 * A simulated paper carries a simulated number, no other paper does. The types say the same; what was kept as JSON is asked again here.
 * @throws when number and paper do not belong together
 * @see RULES.md R-412
 */
function refuseWrongNumber({ simulated, reference, title }: LetterContent): void {
  const marked = reference !== null && isSimulatedNo(reference);
  if (marked !== (simulated === true)) throw new Error(`${title} cannot carry the number ${reference}`);
}

/** How much closer a letter is set to save its last page. */
const CLOSE = 0.82;
/** Share of the last page below which it is worth it. */
const HARDLY_USED = 0.42;

/**
 * The finished paper. Same letter, same bytes. When its last page would hold little but the signatures, it is set a little closer if
 * that saves the page.
 */
export async function letterPdf(letter: Letter): Promise<Buffer> {
  const { content, paper: issued } = letter;
  refuseWrongNumber(content);
  const t = translator(content.locale);
  const plain = composed(letter, t, 1);
  const hardly = plain.pages > 1 && plain.paper.y < page.height * HARDLY_USED;
  const close = hardly ? composed(letter, t, CLOSE) : plain;
  const { paper } = close.pages < plain.pages ? close : plain;
  if (content.simulated) drawFrame(paper);
  if (content.watermark !== null) drawWatermark(paper, content.watermark);
  return paper.finish((n, of) => [`${content.title}　${issued.number}`, t("report.page", { n, of })]);
}

/** The letter written from top to signatures, before frame, mark and footers. */
function composed({ content, paper: issued }: Letter, t: Translate, pace: number): { readonly paper: Paper; readonly pages: number } {
  const paper = new Paper({
    title: `${content.title} ${issued.number}`,
    author: issued.centre,
    subject: content.reference === null ? content.title : `${content.title} ${content.reference}`,
    locale: content.locale,
    issuedAt: issued.issuedAt,
  });
  paper.pace = pace;
  drawTop(paper, { content, issued, scan: t("report.verify.scan"), number: t("paper.number", { number: issued.number }) });
  if (content.addressee !== null) paper.paragraph(t("paper.addressee", { name: content.addressee }), { size: 10.5, leading: 19, face: "bold" });
  content.blocks.forEach((block, index) => {
    // Signatures alone on a page tell nobody what is signed: the closing note goes with them.
    if (block.is === "note" && index === content.blocks.length - 1) paper.ensure(noteHeight(paper, block.lines) + signaturesHeight(content.signatures));
    drawBlock(paper, block, content.locale);
  });
  drawSignatures(paper, content.signatures, t);
  return { paper, pages: paper.doc.bufferedPageRange().count };
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
