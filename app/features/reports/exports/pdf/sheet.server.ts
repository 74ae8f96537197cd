// Paper: a page with margins, a place to write that moves down, and letters in the product's typefaces.
import PDFDocument from "pdfkit";
import serifItalic from "~/ui/fonts/source-serif-4-latin-400-italic.woff?inline";
import sansBold from "~/ui/fonts/plus-jakarta-sans-latin-700-normal.woff?inline";
import sans from "~/ui/fonts/plus-jakarta-sans-latin-400-normal.woff?inline";
import { palette } from "../palette";

export type Face = "sans" | "bold" | "serif";
export type Style = { face?: Face; size?: number; colour?: string; lineGap?: number };

const files: Record<Face, string> = { sans, bold: sansBold, serif: serifItalic };
const bytesOf = (dataUri: string) => Buffer.from(dataUri.slice(dataUri.indexOf(",") + 1), "base64");

export const margin = { left: 56, right: 56, top: 58, bottom: 62 };

type Fonted = { font: { hasGlyphForCodePoint: (codePoint: number) => boolean } };

export type Sheet = {
  pdf: PDFKit.PDFDocument;
  width: number;
  left: number;
  y: () => number;
  moveTo: (y: number) => void;
  down: (points: number) => void;
  /** True where so much fits on this page. */
  fits: (height: number) => boolean;
  /** Begins a page where so much does not fit any more. */
  need: (height: number) => void;
  newPage: () => void;
  style: (style: Style) => void;
  /** Letters that the typefaces have; anything else is a dot, never an empty box. */
  clean: (text: string) => string;
  /** True once a letter became a dot. */
  hasMissingLetters: () => boolean;
  heightOf: (text: string, width: number, style: Style) => number;
  widthOf: (text: string, style: Style) => number;
  write: (text: string, style: Style, options?: { x?: number; width?: number; gap?: number }) => void;
  /** One line at a place, cut where it would be too wide. */
  put: (text: string, x: number, y: number, style: Style, options?: { width?: number; align?: "left" | "right" | "center" }) => void;
};

export const openSheet = (info: { title: string; language: string; at: Date }): Sheet => {
  const pdf = new PDFDocument({
    size: "A4",
    margins: margin,
    bufferPages: true,
    lang: info.language,
    displayTitle: true,
    info: { Title: info.title, Producer: "Kawan", Creator: "Kawan", CreationDate: info.at, ModDate: info.at },
  });
  for (const [face, file] of Object.entries(files)) pdf.registerFont(face, bytesOf(file));
  const left = margin.left;
  const width = pdf.page.width - margin.left - margin.right;
  const bottom = pdf.page.height - margin.bottom;
  const known = new Map<string, boolean>();
  pdf.font("sans");
  const { font } = (pdf as unknown as { _font: Fonted })._font;
  const has = (letter: string) => {
    const found = known.get(letter) ?? font.hasGlyphForCodePoint(letter.codePointAt(0)!);
    known.set(letter, found);
    return found;
  };
  let isMissing = false;
  const dot = () => {
    isMissing = true;
    return "·";
  };
  const clean = (text: string) =>
    Array.from(text.toWellFormed().replaceAll("\t", " ").replace(/\r\n?/g, "\n"), (letter) =>
      letter === "\n" || has(letter) ? letter : /\p{Mark}|\p{Format}/u.test(letter) ? "" : dot(),
    ).join("");
  const style = ({ face = "sans", size = 9.5, colour = palette.ink }: Style) => void pdf.font(face).fontSize(size).fillColor(`#${colour}`);
  const sheet: Sheet = {
    pdf,
    width,
    left,
    clean,
    hasMissingLetters: () => isMissing,
    style,
    y: () => pdf.y,
    moveTo: (y) => void (pdf.y = y),
    down: (points) => void (pdf.y += points),
    fits: (height) => pdf.y + height <= bottom,
    need: (height) => {
      if (pdf.y + height > bottom && pdf.y > margin.top) sheet.newPage();
    },
    newPage: () => void pdf.addPage(),
    heightOf: (text, wide, own) => {
      style(own);
      return pdf.heightOfString(clean(text), { width: wide, lineGap: own.lineGap ?? 1.5 });
    },
    widthOf: (text, own) => {
      style(own);
      return pdf.widthOfString(clean(text));
    },
    write: (text, own, { x = left, width: wide = width, gap = 4 } = {}) => {
      style(own);
      pdf.text(clean(text), x, pdf.y, { width: wide, lineGap: own.lineGap ?? 1.5 });
      pdf.y += gap;
    },
    put: (text, x, y, own, { width: wide, align } = {}) => {
      style(own);
      pdf.text(clean(text), x, y, {
        width: wide,
        align,
        lineBreak: wide !== undefined && align !== undefined,
        height: (own.size ?? 9.5) * 1.4,
        ellipsis: wide !== undefined,
      });
    },
  };
  return sheet;
};
