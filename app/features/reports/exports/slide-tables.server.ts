// Tables on slides: as wide as their words, below each other as long as there is room, and then on the next slide.
import { headToShow, type DocumentCell, type DocumentTable } from "./document";
import { palette } from "./palette";
import { shortened } from "./chart-names";
import { cleaned, face, type Slide } from "./slide-charts.server";

/** Inches. */
export const wide = { w: 13.333, h: 7.5 };
export const edge = 0.6;
export const inner = wide.w - 2 * edge;
export const space = { top: 1.95, bottom: 6.65 };

const mostRows = 14;
const mostColumns = 9;
const mostLetters = 240;
const size = 11;
const letter = 0.083;
const padding = 0.2;
const lineHeight = 0.19;
const rowPadding = 0.07;
const captionHeight = 0.3;
const gap = 0.3;

/** What is longer is read in the spreadsheet. */
export const isForSlides = (table: DocumentTable): boolean =>
  table.head.length <= mostColumns && table.rows.length <= mostRows && sum(leastWidths(table)) <= inner;

export type Column = { x: number; w: number };
type Border = { type: "solid" | "none"; pt?: number; color?: string };
const borders: [Border, Border, Border, Border] = [{ type: "none" }, { type: "none" }, { type: "solid", pt: 0.5, color: palette.line }, { type: "none" }];

const textOf = (cell: DocumentCell) => shortened(cleaned(typeof cell === "string" ? cell : cell.shown), mostLetters);
/** Not at spaces that keep a number and its unit together. */
const longestWord = (text: string) => Math.max(0, ...text.split(/[ \n]+/).map((word) => word.length));

const sum = (numbers: readonly number[]) => numbers.reduce((all, own) => all + own, 0);
const isNumberIn = ({ rows }: DocumentTable, column: number) => rows.some((row) => typeof row[column] === "object");
const textsIn = ({ rows }: DocumentTable, column: number) => rows.map((row) => textOf(row[column] ?? ""));
/** A name without spaces is broken rather than widening its column over those of the others. */
const longestInHead = 20;
const headWidth = (name: string) => Math.min(longestInHead, longestWord(name)) * letter * 1.15;

const widthsOf = (table: DocumentTable): number[] =>
  table.head.map((name, column) => Math.max(0.5, Math.max(headWidth(name), ...textsIn(table, column).map((text) => text.length * letter)) + padding));

const longestInCell = 30;

/** Numbers are never broken, nor is a word of usual length. */
const leastWidths = (table: DocumentTable): number[] =>
  table.head.map((name, column) => {
    const lengths = textsIn(table, column).map(
      (text) => (isNumberIn(table, column) ? text.length : Math.min(longestInCell, longestWord(text) * 1.12)) * letter,
    );
    return Math.max(0.5, Math.max(headWidth(name), ...lengths) + padding);
  });

/** Too wide a table gives way where its words can be wrapped. */
const squeezed = (table: DocumentTable, most: number): number[] => {
  const widths = widthsOf(table);
  const over = sum(widths) - most;
  if (over <= 0) return widths;
  const least = leastWidths(table);
  const slack = widths.map((width, column) => width - least[column]!);
  const all = sum(slack);
  return all >= over ? widths.map((width, column) => width - (slack[column]! / all) * over) : least.map((width) => (width / sum(least)) * most);
};

const linesIn = (text: string, width: number) => Math.max(1, Math.ceil((text.length * letter) / Math.max(0.2, width - padding + 0.02)));
const captionHeightOf = (caption: string, width: number) => captionHeight + (linesIn(caption, width) - 1) * lineHeight;
const rowHeightOf = (texts: readonly string[], widths: readonly number[]) =>
  Math.max(1, ...texts.map((text, column) => linesIn(text, widths[column]!))) * lineHeight + rowPadding;
const captionWidth = (widths: readonly number[]) => Math.max(sum(widths), 4.5);

const heightOf = (table: DocumentTable, widths: readonly number[]): number =>
  captionHeightOf(table.caption, captionWidth(widths)) +
  sum([...headRows(table), ...table.rows.map((row) => row.map(textOf))].map((texts) => rowHeightOf(texts, widths)));

const headRows = (table: DocumentTable): string[][] => {
  const names = headToShow(table);
  return names.length === 0 ? [] : [names];
};

/** Tables longer than a slide go on on the next one. */
const inParts = (table: DocumentTable, continued: (title: string) => string): DocumentTable[] => {
  const widths = squeezed(table, inner);
  const most = space.bottom - space.top - heightOf({ ...table, rows: [] }, widths);
  const parts: DocumentTable["rows"][] = [[]];
  let left = most;
  for (const row of table.rows) {
    const height = rowHeightOf(row.map(textOf), widths);
    if (height > left && parts.at(-1)!.length > 0) {
      parts.push([]);
      left = most;
    }
    parts.at(-1)!.push(row);
    left -= height;
  }
  return parts.map((rows, index) => ({ ...table, caption: index === 0 ? table.caption : continued(table.caption), rows }));
};

const addTable = (slide: Slide, table: DocumentTable, widths: number[], { x, y }: { x: number; y: number }) => {
  const isNumber = table.head.map((_, column) => isNumberIn(table, column));
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
  const h = captionHeightOf(table.caption, captionWidth(widths));
  slide.addText(cleaned(table.caption), {
    x,
    y,
    w: captionWidth(widths),
    h,
    fontFace: face,
    fontSize: size,
    bold: true,
    color: palette.ink2,
    valign: "top",
    margin: [0, 0, 0, 4],
  });
  const rows = [
    ...headRows(table).map((names) => names.map((name, column) => cell(cleaned(name), column, true))),
    ...table.rows.map((row) => row.map((own, column) => cell(textOf(own), column))),
  ];
  slide.addTable(rows, { x, y: y + h, w, autoPage: false, margin: [0.03, 0.06, 0.03, 0.06], colW: widths });
};

/** Two tables side by side: the first as wide as it wants to be, the second in what is left. */
export const besideEachOther = (first: DocumentTable): Column[] => {
  const w = Math.min(sum(widthsOf(first)), inner * 0.6);
  return [
    { x: edge, w },
    { x: edge + w + gap, w: inner - w - gap },
  ];
};

export const twoColumns = (): Column[] => {
  const half = (inner - gap) / 2;
  return [
    { x: edge, w: half },
    { x: edge + half + gap, w: half },
  ];
};

/** What would break a number or a word, or is too long, goes elsewhere. */
export const fitsIn = (table: DocumentTable, { w }: Column, from = space.top): boolean => {
  return sum(leastWidths(table)) <= w && from + heightOf(table, squeezed(table, w)) <= space.bottom;
};

/** Where the first tables find room on a slide: beside or below a chart. */
export type Start = { columns: Column[]; y: number; /** A column for each table, side by side. */ isOneEach?: boolean };

/** From the start on the slide on, if there is room; two columns on the slides that follow where tables are narrow. */
export const addTables = (
  slide: Slide,
  next: () => Slide,
  tables: readonly DocumentTable[],
  start: Start | null,
  continued: (title: string) => string,
): void => {
  const parts = tables.flatMap((table) => inParts(table, continued));
  let [own, columns, top] = [slide, start?.columns ?? [], start?.y ?? space.top];
  let y = top;
  for (const [index, table] of parts.entries()) {
    if (start?.isOneEach && own === slide && index > 0) {
      columns = columns.slice(1);
      y = top;
    }
    while (columns.length > 0 && !fitsIn(table, columns[0]!, y)) {
      columns = columns.slice(1);
      y = top;
    }
    if (columns.length === 0) {
      own = next();
      top = space.top;
      y = top;
      columns = index + 1 < parts.length && fitsIn(table, twoColumns()[0]!) ? twoColumns() : [{ x: edge, w: inner }];
    }
    const [column] = columns;
    const widths = squeezed(table, column!.w);
    addTable(own, table, widths, { x: column!.x, y });
    y += heightOf(table, widths) + gap;
  }
};
