// Paper: a page with margins, a place to write that moves down, and letters in the product's typefaces.
import { openPaper, type Face, type Paper } from "~/ui/paper.server";
import { palette } from "../palette";

export type Style = { face?: Face; size?: number; colour?: string; lineGap?: number };

export const margin = { left: 56, right: 56, top: 58, bottom: 62 };

export type Sheet = Paper & {
  /** True where a prototype goes by its code, as its name cannot be written. */
  hasCodesForNames: boolean;
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
  /** Counted from nought, in the order in which they were begun. */
  page: () => number;
  style: (style: Style) => void;
  heightOf: (text: string, width: number, style: Style) => number;
  widthOf: (text: string, style: Style) => number;
  /** `lead` is how the text begins, in bold. */
  write: (text: string, style: Style, options?: { x?: number; width?: number; gap?: number; lead?: string }) => void;
  /** One line at a place, or as many as are allowed, cut where it would be too long. */
  put: (text: string, x: number, y: number, style: Style, options?: { width?: number; align?: "left" | "right" | "center"; lines?: number }) => void;
};

/** A prototype whose name the typefaces cannot write goes by its code, which tells it from the others. */
type Named = { name: string; code: string };

export const openSheet = ({ prototypes, ...info }: { title: string; language: string; at: Date; prototypes: readonly Named[] }): Sheet => {
  const paper = openPaper(info, margin);
  const { pdf } = paper;
  const unreadable = prototypes.filter(({ name }) => !paper.isReadable(name));
  const clean = (text: string) =>
    paper.clean(unreadable.reduce((whole, { name, code }) => whole.replaceAll(`${name} ${code}`, code).replaceAll(name, code), text));
  const left = margin.left;
  const width = pdf.page.width - margin.left - margin.right;
  const bottom = pdf.page.height - margin.bottom;
  const style = ({ face = "sans", size = 9.5, colour = palette.ink }: Style) => void pdf.font(face).fontSize(size).fillColor(`#${colour}`);
  // The same words and figures stand in many cells: they are measured once.
  const widths = new Map<string, number>();
  const sheet: Sheet = {
    ...paper,
    clean,
    hasCodesForNames: unreadable.length > 0,
    width,
    left,
    style,
    y: () => pdf.y,
    moveTo: (y) => void (pdf.y = y),
    down: (points) => void (pdf.y += points),
    fits: (height) => pdf.y + height <= bottom,
    need: (height) => {
      if (pdf.y + height > bottom && pdf.y > margin.top) sheet.newPage();
    },
    newPage: () => void pdf.addPage(),
    page: () => pdf.bufferedPageRange().count - 1,
    heightOf: (text, wide, own) => {
      if (!text.includes("\n") && sheet.widthOf(text, own) < wide - 0.5) {
        style(own);
        return pdf.currentLineHeight(true) + (own.lineGap ?? 1.5);
      }
      style(own);
      return pdf.heightOfString(clean(text), { width: wide, lineGap: own.lineGap ?? 1.5 });
    },
    widthOf: (text, own) => {
      const key = `${own.face} ${own.size} ${text}`;
      const known = widths.get(key);
      if (known !== undefined) return known;
      style(own);
      const width = pdf.widthOfString(clean(text));
      widths.set(key, width);
      return width;
    },
    write: (text, own, { x = left, width: wide = width, gap = 4, lead = "" } = {}) => {
      const options = { width: wide, lineGap: own.lineGap ?? 1.5 };
      if (lead) {
        style({ ...own, face: "bold" });
        pdf.text(clean(lead), x, pdf.y, { ...options, continued: true });
        style(own);
        pdf.text(clean(text.slice(lead.length)), options);
      } else {
        style(own);
        pdf.text(clean(text), x, pdf.y, options);
      }
      pdf.y += gap;
    },
    put: (text, x, y, own, { width: wide, align, lines = 1 } = {}) => {
      style(own);
      pdf.text(clean(text), x, y, {
        width: wide,
        align,
        lineBreak: wide !== undefined && align !== undefined,
        height: (own.size ?? 9.5) * 1.4 * lines,
        ellipsis: wide !== undefined,
      });
    },
  };
  return sheet;
};
