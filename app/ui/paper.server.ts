// Paper that is typeset on the server: the product's typefaces, and no letter that they lack.
import PDFDocument from "pdfkit";
import serifItalic from "./fonts/source-serif-4-latin-400-italic.woff?inline";
import sansBold from "./fonts/plus-jakarta-sans-latin-700-normal.woff?inline";
import sans from "./fonts/plus-jakarta-sans-latin-400-normal.woff?inline";

export type Face = "sans" | "bold" | "serif";
type Margins = { left: number; right: number; top: number; bottom: number };

export type Paper = {
  pdf: PDFKit.PDFDocument;
  /** Letters that the typefaces have, or the nearest ones; anything else is a dot, never an empty box. */
  clean: (text: string) => string;
  /** False where most letters would be dots. */
  isReadable: (text: string) => boolean;
  /** True once a letter became a dot. */
  hasMissingLetters: () => boolean;
  /** Moves the last pages so that they follow the first ones, as contents that are known only at the end. */
  moveLastPages: (count: number, behind: number) => void;
};

const files: Record<Face, string> = { sans, bold: sansBold, serif: serifItalic };
const bytesOf = (dataUri: string) => Buffer.from(dataUri.slice(dataUri.indexOf(",") + 1), "base64");

/** Signs that the typefaces lack, as they are written without them. */
const spelled: Readonly<Record<string, string>> = {
  χ: "chi",
  "→": "->",
  "←": "<-",
  "≥": ">=",
  "≤": "<=",
  "≈": "~",
  "▲": "↑",
  "▼": "↓",
  ł: "l",
  Ł: "L",
  đ: "d",
  Đ: "D",
};
/** A whole word of missing letters tells no more than a few dots. */
const manyDots = /·{4,}/g;

type Paged = { _root: { data: { Pages: { data: { Kids: unknown[] } } } } };
type Fonted = { font: { hasGlyphForCodePoint: (codePoint: number) => boolean } };

/** A4, lengths in points. The pages stay open until the end, so that numbers can be put on all of them. */
export const openPaper = (info: { title: string; language: string; at: Date }, margins: Margins): Paper => {
  const pdf = new PDFDocument({
    size: "A4",
    margins,
    bufferPages: true,
    lang: info.language,
    displayTitle: true,
    info: { Title: info.title, Producer: "Kawan", Creator: "Kawan", CreationDate: info.at, ModDate: info.at },
  });
  for (const [face, file] of Object.entries(files)) pdf.registerFont(face, bytesOf(file));
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
  /** "ś" is an "s" with a mark, and a full-width "A" is an "A". */
  const nearest = (letter: string): string => {
    const bare = spelled[letter] ?? letter.normalize("NFKD").replace(/\p{Mark}/gu, "");
    return bare !== "" && Array.from(bare).every(has) ? bare : dot();
  };
  const clean = (text: string) =>
    Array.from(text.toWellFormed().normalize("NFC").replaceAll("\t", " ").replace(/\r\n?/g, "\n"), (letter) =>
      letter === "\n" || has(letter) ? letter : /\p{Mark}|\p{Format}/u.test(letter) ? "" : nearest(letter),
    )
      .join("")
      .replace(manyDots, "···");
  const isReadable = (text: string): boolean => {
    const letters = Array.from(text.normalize("NFC")).filter((letter) => /[\p{Letter}\p{Number}\p{Emoji_Presentation}]/u.test(letter));
    return letters.filter(has).length * 2 >= letters.length;
  };
  const moveLastPages = (count: number, behind: number) => {
    const pages = (pdf as unknown as Paged)._root.data.Pages.data.Kids;
    pages.splice(behind, 0, ...pages.splice(pages.length - count, count));
  };
  return { pdf, clean, isReadable, hasMissingLetters: () => isMissing, moveLastPages };
};

/** The finished file. */
export const closePaper = async ({ pdf }: Paper): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
    pdf.on("end", resolve);
    pdf.on("error", reject);
  });
  pdf.end();
  await finished;
  return Buffer.concat(chunks);
};
