import PDFDocument from "pdfkit";
import type { Instant } from "../domain/calendar/calendar-date";
import type { Locale } from "../i18n";
import { compactPdf } from "./compact";
import { type FaceName, paperFaces } from "./fonts";
import { clamp, printable, widthOf, wrap } from "./text";
import { ink, page } from "./tokens";

export interface PaperHead {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly locale: Locale;
  /** Moment of issue; the only date the file carries, so that the same model gives the same bytes. */
  readonly issuedAt: Instant;
}

export interface TextStyle {
  readonly face?: FaceName;
  readonly size?: number;
  readonly color?: string;
  readonly align?: "left" | "right" | "center";
  /** Distance of baselines in points; 1.5 × size when left out. */
  readonly leading?: number;
  readonly maxLines?: number;
}

/** Where the footer of every page begins. */
const FOOT_RULE_Y = page.height - 40;

/** The part of pdfkit's embedded font that `show` needs and the types leave out. */
interface EmbeddedFont {
  readonly id: string;
  ref(): unknown;
  /** Numbers of the glyphs in the subset, four hex digits each. */
  encode(text: string): readonly [glyphs: readonly string[], positions: unknown];
}

const hundredths = (points: number): number => Math.round(points * 100) / 100;

type Element = PDFKit.PDFStructureElement;

/**
 * A tagged A4 paper being written. Units are points from the top left corner. Everything drawn is either content of a
 * structure element or an artifact, so a screen reader reads the paper in the order it was written.
 */
export class Paper {
  readonly doc: PDFKit.PDFDocument;
  readonly faces = paperFaces();
  readonly left = page.left;
  readonly width = page.width - page.left - page.right;
  readonly bottom = page.height - page.bottom;
  /** Where the next block begins. */
  y: number = page.top;
  /** Distance of lines and blocks against the ordinary one; below 1 a letter is set a little closer, to save a page that would hold next to nothing. */
  pace = 1;
  private readonly open: Element[] = [];
  private readonly chunks: Buffer[] = [];

  constructor(head: PaperHead) {
    // pdfkit writes these texts into XML without escaping them.
    const plain = (text: string): string =>
      printable(text, this.faces.regular).replace(/[&<>]/g, (mark) => ({ "&": "＆", "<": "＜", ">": "＞" })[mark] as string);
    this.doc = new PDFDocument({
      size: "A4",
      margin: 0,
      // No standard font: every text is set in an embedded one.
      font: null as unknown as string,
      bufferPages: true,
      autoFirstPage: false,
      pdfVersion: "1.7",
      tagged: true,
      lang: head.locale,
      displayTitle: true,
      // compactPdf compresses everything in one go.
      compress: false,
      info: { Title: plain(head.title), Author: plain(head.author), Subject: plain(head.subject), Creator: "Daiban", CreationDate: new Date(head.issuedAt) },
    });
    this.doc.on("data", (chunk: Buffer) => this.chunks.push(chunk));
    for (const face of Object.values(this.faces)) this.doc.registerFont(face.name, face.font as unknown as string);
    this.doc.addPage();
    const root = this.doc.struct("Document");
    this.doc.addStructure(root);
    this.open.push(root);
  }

  /** Opens a structure element; everything until it returns belongs to it. */
  element(type: string, write: () => void, options: { readonly alt?: string; readonly title?: string } = {}): void {
    const element = this.doc.struct(type, options);
    (this.open.at(-1) as Element).add(element);
    this.open.push(element);
    write();
    this.open.pop();
    element.end();
  }

  /** A leaf of the structure: what is drawn is its content. */
  mark(type: string, draw: () => void, options: { readonly alt?: string; readonly scope?: "Column" | "Row"; readonly headers?: string } = {}): void {
    const content = this.doc.markStructureContent(type);
    draw();
    this.doc.endMarkedContent();
    const element = this.doc.struct(type, options as object, content);
    (this.open.at(-1) as Element).add(element);
  }

  /**
   * A leaf of lines at the cursor that go on over as many pages as they take, one element however many; leaves the cursor below the last.
   * What ends above the footer stays in one piece, as it did in papers handed out before: their bytes must not change.
   * @param draw draws the lines that stand on this page at the cursor; `first` for the page the text begins on
   */
  markLines(type: string, lines: readonly string[], leading: number, draw: (lines: readonly string[], first: boolean) => void): void {
    const contents: PDFKit.PDFStructureContent[] = [];
    for (let from = 0; from < lines.length; ) {
      if (contents.length > 0) this.newPage();
      const rest = lines.length - from;
      const fitting = this.y + rest * leading <= FOOT_RULE_Y ? rest : Math.max(1, Math.floor((this.bottom - this.y) / leading));
      contents.push(this.doc.markStructureContent(type));
      draw(lines.slice(from, from + fitting), from === 0);
      this.doc.endMarkedContent();
      this.y += fitting * leading;
      from += fitting;
    }
    (this.open.at(-1) as Element).add(this.doc.struct(type, {}, contents));
  }

  /** Decoration: rules, grounds, repeated headings, page numbers. */
  artifact(draw: () => void): void {
    this.doc.markContent("Artifact");
    draw();
    this.doc.endMarkedContent();
  }

  /** Points between head and foot of an empty page. */
  get room(): number {
    return this.bottom - page.top;
  }

  /** Starts a new page when fewer than `height` points are left. Answers whether it did. */
  ensure(height: number): boolean {
    if (this.y + height <= this.bottom) return false;
    this.newPage();
    return true;
  }

  newPage(): void {
    this.doc.addPage();
    this.y = page.top;
  }

  /** Lines a text takes in `width` points. */
  lines(text: string, width: number, style: TextStyle = {}): readonly string[] {
    const face = this.faces[style.face ?? "regular"];
    const size = style.size ?? 9;
    const lines = wrap(text, face, size, width);
    return style.maxLines === undefined ? lines : clamp(lines, style.maxLines, face, size, width);
  }

  /** Draws lines with the top of the first line box at `y`; answers the height used. */
  drawLines(lines: readonly string[], x: number, y: number, width: number, style: TextStyle = {}): number {
    const face = this.faces[style.face ?? "regular"];
    const size = style.size ?? 9;
    const leading = style.leading ?? size * 1.5;
    this.doc.font(face.name).fillColor(style.color ?? ink.text);
    lines.forEach((line, index) => {
      if (line === "") return;
      const slack = style.align === undefined || style.align === "left" ? 0 : width - widthOf(line, face, size);
      this.show(line, x + (style.align === "center" ? slack / 2 : slack), y + index * leading + leading / 2 + size * 0.36, size);
    });
    return lines.length * leading;
  }

  /** One line with its baseline at `y`, in the current font. pdfkit's own `text` writes three times as much for the same. */
  private show(line: string, x: number, y: number, size: number): void {
    const { _font: font } = this.doc as unknown as { readonly _font: EmbeddedFont };
    const { fonts } = this.doc.page as unknown as { readonly fonts: Record<string, unknown> };
    fonts[font.id] ??= font.ref();
    const [glyphs] = font.encode(line);
    // The page's own matrix turns y downwards; the text matrix turns the letters back.
    this.doc.addContent(`BT /${font.id} ${size} Tf 1 0 0 -1 ${hundredths(x)} ${hundredths(y)} Tm <${glyphs.join("")}> Tj ET`);
  }

  /** Wraps and draws a text at (x, y); answers the height used. Leaves the cursor alone. */
  text(text: string, x: number, y: number, width: number, style: TextStyle = {}): number {
    return this.drawLines(this.lines(text, width, style), x, y, width, style);
  }

  /** A paragraph at the cursor, over the whole width, page by page. */
  paragraph(text: string, style: TextStyle = {}, type = "P"): void {
    const size = style.size ?? 9;
    const leading = style.leading ?? size * 1.5;
    const lines = this.lines(text, this.width, style);
    this.ensure(Math.min(lines.length, 3) * leading);
    this.markLines(type, lines, leading, (here) => this.drawLines(here, this.left, this.y, this.width, style));
  }

  rule(y: number, color: string = ink.line, weight = 0.5): void {
    this.doc
      .lineWidth(weight)
      .strokeColor(color)
      .moveTo(this.left, y)
      .lineTo(this.left + this.width, y)
      .stroke();
  }

  /**
   * Finishes the paper: footers on every page as artifacts, then the bytes.
   * @param footer words at the foot, left and right, for page n of m
   */
  async finish(footer: (n: number, of: number) => readonly [left: string, right: string]): Promise<Buffer> {
    const { start, count } = this.doc.bufferedPageRange();
    for (let index = start; index < start + count; index++) {
      this.doc.switchToPage(index);
      const [left, right] = footer(index + 1 - start, count);
      const style: TextStyle = { size: 7.5, color: ink.faint };
      this.artifact(() => {
        this.rule(FOOT_RULE_Y);
        this.text(left, this.left, FOOT_RULE_Y + 5, this.width * 0.75, { ...style, maxLines: 1 });
        this.text(right, this.left, FOOT_RULE_Y + 5, this.width, { ...style, align: "right" });
      });
    }
    for (const element of this.open) element.end();
    const whole = new Promise<Buffer>((resolve, reject) => {
      this.doc.on("end", () => resolve(Buffer.concat(this.chunks)));
      this.doc.on("error", reject);
    });
    this.doc.end();
    return compactPdf(await whole);
  }
}
