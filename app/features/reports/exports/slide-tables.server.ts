// Tables on slides: as wide as their words, below each other as long as there is room, and then on the next slide.
import type { DocumentCell, DocumentTable } from "./document";
import { palette } from "./palette";
import { cleaned, face, type Slide } from "./slide-charts.server";

/** Inches. */
export const wide = { w: 13.333, h: 7.5 };
export const edge = 0.6;
export const inner = wide.w - 2 * edge;
export const space = { top: 1.95, bottom: 6.65 };
export const shortened = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

const mostRows = 14;
const mostColumns = 9;
const mostLetters = 90;
const size = 11;
const letter = 0.083;
const padding = 0.2;
const lineHeight = 0.19;
const rowPadding = 0.1;
const captionHeight = 0.3;
const gap = 0.3;

/** What is longer is read in the spreadsheet. */
export const isForSlides = ({ head, rows }: DocumentTable): boolean => head.length <= mostColumns && rows.length <= mostRows;

export type Column = { x: number; w: number };
type Border = { type: "solid" | "none"; pt?: number; color?: string };
const borders: [Border, Border, Border, Border] = [{ type: "none" }, { type: "none" }, { type: "solid", pt: 0.5, color: palette.line }, { type: "none" }];

const textOf = (cell: DocumentCell) => shortened(cleaned(typeof cell === "string" ? cell : cell.shown), mostLetters);
const longestWord = (text: string) => Math.max(0, ...text.split(/\s+/).map((word) => word.length));

const widthsOf = ({ head, rows }: DocumentTable): number[] =>
  head.map((name, column) => Math.max(0.5, Math.max(longestWord(name) * 1.1, ...rows.map((row) => textOf(row[column] ?? "").length)) * letter + padding));
const sum = (numbers: readonly number[]) => numbers.reduce((all, own) => all + own, 0);

/** Too wide a table gives way where its words can be wrapped. */
const squeezed = (widths: number[], most: number): number[] => {
  const over = sum(widths) - most;
  if (over <= 0) return widths;
  const slack = widths.map((width) => Math.max(0, width - 1.1));
  const all = sum(slack);
  return all >= over ? widths.map((width, column) => width - (slack[column]! / all) * over) : widths.map((width) => (width / sum(widths)) * most);
};

const heightOf = ({ head, rows }: DocumentTable, widths: readonly number[]): number => {
  const linesOf = (texts: readonly string[]) =>
    Math.max(1, ...texts.map((text, column) => Math.ceil((text.length * letter) / Math.max(0.2, widths[column]! - padding + 0.02))));
  return captionHeight + sum([head, ...rows.map((row) => row.map(textOf))].map((texts) => linesOf(texts) * lineHeight + rowPadding));
};

const addTable = (slide: Slide, table: DocumentTable, widths: number[], { x, y }: { x: number; y: number }) => {
  const isNumber = table.head.map((_, column) => table.rows.some((row) => typeof row[column] === "object"));
  const cell = (text: string, column: number, isHead = false) => ({
    text,
    options: {
      fontFace: face,
      fontSize: size,
      bold: isHead,
      color: isHead ? palette.ink2 : palette.ink,
      align: isNumber[column] ? ("right" as const) : ("left" as const),
      valign: isHead ? ("bottom" as const) : ("top" as const),
      border: borders,
    },
  });
  const w = sum(widths);
  slide.addText(cleaned(table.caption), {
    x,
    y,
    w: Math.max(w, 3),
    h: captionHeight,
    fontFace: face,
    fontSize: size,
    bold: true,
    color: palette.ink2,
    valign: "top",
    margin: [0, 0, 0, 4],
  });
  const rows = [
    table.head.map((name, column) => cell(cleaned(name), column, true)),
    ...table.rows.map((row) => row.map((own, column) => cell(textOf(own), column))),
  ];
  slide.addTable(rows, { x, y: y + captionHeight, w, autoPage: false, margin: [0.03, 0.06, 0.03, 0.06], colW: widths });
};

const twoColumns = (): Column[] => {
  const half = (inner - gap) / 2;
  return [
    { x: edge, w: half },
    { x: edge + half + gap, w: half },
  ];
};

/** A little too wide is wrapped; much too wide, or too long, goes elsewhere. */
export const fitsIn = (table: DocumentTable, { w }: Column, from = space.top): boolean => {
  const natural = widthsOf(table);
  return sum(natural) <= w * 1.15 && from + heightOf(table, squeezed(natural, w)) <= space.bottom;
};

/** From the given column of the slide on; two columns on the slides that follow where tables are narrow. */
export const addTables = (slide: Slide, next: () => Slide, tables: readonly DocumentTable[], beside: Column | null): void => {
  let [own, columns, y] = [slide, beside ? [beside] : [], space.top];
  for (const [index, table] of tables.entries()) {
    while (columns.length > 0 && !fitsIn(table, columns[0]!, y)) {
      columns = columns.slice(1);
      y = space.top;
    }
    if (columns.length === 0) {
      own = index === 0 && beside ? slide : next();
      columns = index + 1 < tables.length && fitsIn(table, twoColumns()[0]!) ? twoColumns() : [{ x: edge, w: inner }];
    }
    const [column] = columns;
    const widths = squeezed(widthsOf(table), column!.w);
    addTable(own, table, widths, { x: column!.x, y });
    y += heightOf(table, widths) + gap;
  }
};
