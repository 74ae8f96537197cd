// Tables on paper: columns as wide as their words need, heads repeated on every page, numbers to the right.
import { headToShow, type DocumentCell, type DocumentTable } from "../document";
import { palette } from "../palette";
import type { Sheet, Style } from "./sheet.server";

const body: Style = { size: 8 };
const head: Style = { size: 7.5, face: "bold", colour: palette.ink2 };
const padding = 5;
const leastColumn = 30;
/** Where there is no room for more. */
const narrowest = 12;
/** A word that is exactly as wide as its column would be broken by the last digit of its width. */
const hair = 0.5;
/** A name without spaces is broken rather than widening its column over those of the others. */
const mostOfHead = 110;
const captionStyle: Style = { face: "bold", size: 8.5, colour: palette.ink2 };

const textOf = (cell: DocumentCell) => (typeof cell === "string" ? cell : cell.shown);
/** So much of a long text is looked at to find the width of a column. */
const telling = 110;

const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width, 0);
const isNumberIn = (rows: DocumentTable["rows"], column: number) => rows.some((row) => typeof row[column] === "object");

/** Where a line may be broken: not at a space that keeps a number and its unit together. */
const longestWord = (sheet: Sheet, text: string, style: Style) => Math.max(0, ...text.split(/[ \n]+/).map((word) => sheet.widthOf(word, style)));

type Widths = { wanted: number[]; least: number[] };

/** As wide as the words want to be: names of columns in one line where there is room, else as their longest word. Numbers are never broken, nor is a word. */
const measured = (sheet: Sheet, table: DocumentTable): Widths => {
  const names = headToShow(table);
  const texts = table.head.map((_, column) => table.rows.slice(0, 200).map((row) => textOf(row[column] ?? "").slice(0, telling)));
  const widest = texts.map((own) => Math.max(0, ...own.map((text) => sheet.widthOf(text, body))));
  const words = texts.map((own, column) =>
    isNumberIn(table.rows, column) ? widest[column]! : Math.min(sheet.width / 3, Math.max(0, ...own.map((text) => longestWord(sheet, text, body)))),
  );
  const among = (nameWidth: (name: string) => number, least: number, cells: readonly number[]) =>
    table.head.map((_, column) => Math.max(least, nameWidth(names[column] ?? ""), Math.min(cells[column]!, sheet.width)) + 2 * padding + hair);
  const nameWords = (name: string) => Math.min(mostOfHead, longestWord(sheet, name, head));
  const least = among(nameWords, narrowest, words);
  const candidates = [
    among((name) => sheet.widthOf(name, head), leastColumn, widest),
    among(nameWords, leastColumn, widest),
    among(nameWords, narrowest, widest),
  ];
  return { wanted: candidates.find((widths) => sum(widths) <= sheet.width) ?? candidates.at(-1)!, least };
};

/** What is left of the page goes to names of columns that would be broken, then to the first column. */
const roomier = (sheet: Sheet, table: DocumentTable, widths: readonly number[], left: number): number[] => {
  const names = headToShow(table);
  const wishes = widths.map((width, column) => Math.max(0, sheet.widthOf(names[column] ?? "", head) + 2 * padding + hair - width));
  const given = Math.min(left, sum(wishes));
  const all = sum(wishes);
  const rest = Math.min(left - given, 60);
  return widths.map((width, column) => width + (all > 0 ? (wishes[column]! / all) * given : 0) + (column === 0 ? rest : 0));
};

/** Words give way until the table is as wide as the page. */
const widthsOf = (sheet: Sheet, table: DocumentTable): number[] => {
  const { wanted, least } = measured(sheet, table);
  const over = sum(wanted) - sheet.width;
  if (over <= 0) return roomier(sheet, table, wanted, -over);
  const slack = wanted.map((width, column) => Math.max(0, width - least[column]!));
  const all = sum(slack);
  return all >= over ? wanted.map((width, column) => width - (slack[column]! / all) * over) : wanted.map((width) => (width * sheet.width) / sum(wanted));
};

/** A table of more numbers than a page is wide is cut into parts of equal width that repeat the first column. */
const firstColumn = 150;
const inParts = (sheet: Sheet, table: DocumentTable): DocumentTable[] => {
  const { wanted, least } = measured(sheet, table);
  if (sum(least) <= sheet.width) return [table];
  const start = Math.min(wanted[0] ?? 0, firstColumn);
  const room = sheet.width - start;
  const others = sum(wanted.slice(1));
  const most = Math.max(1, Math.ceil((wanted.length - 1) / Math.ceil(others / room)));
  const parts: number[][] = [[]];
  let left = room;
  for (let column = 1; column < wanted.length; column += 1) {
    if ((left < wanted[column]! || parts.at(-1)!.length >= most) && parts.at(-1)!.length > 0) {
      parts.push([]);
      left = room;
    }
    parts.at(-1)!.push(column);
    left -= wanted[column]!;
  }
  return parts.map((columns) => {
    const cut = <T>(row: T[]) => [row[0]!, ...columns.map((column) => row[column]!)];
    return { caption: table.caption, head: cut(table.head), rows: table.rows.map(cut) };
  });
};

type Laid = { widths: number[]; names: string[]; headHeight: number; rows: string[][]; heights: number[] };

const partsKnown = new WeakMap<DocumentTable, DocumentTable[]>();
const laidKnown = new WeakMap<DocumentTable, Laid>();
/** A table is measured before it is drawn, to see whether it fits: what was found is kept. */
const once = <Found>(known: WeakMap<DocumentTable, Found>, table: DocumentTable, find: () => Found): Found => {
  const found = known.get(table) ?? find();
  known.set(table, found);
  return found;
};
const partsOf = (sheet: Sheet, table: DocumentTable) => once(partsKnown, table, () => inParts(sheet, table));
const laidOut = (sheet: Sheet, table: DocumentTable) => once(laidKnown, table, () => layOut(sheet, table));

const layOut = (sheet: Sheet, table: DocumentTable): Laid => {
  const widths = widthsOf(sheet, table);
  const heightOf = (texts: string[], style: Style) =>
    Math.max(...texts.map((text, column) => sheet.heightOf(text || " ", widths[column]! - 2 * padding, style))) + 4;
  const names = headToShow(table);
  const rows = table.rows.map((row) => row.map(textOf));
  return { widths, names, headHeight: names.length === 0 ? 0 : heightOf(names, head), rows, heights: rows.map((row) => Math.min(heightOf(row, body), 560)) };
};

const captionHeight = (sheet: Sheet, caption: string) => sheet.heightOf(caption, sheet.width - padding, captionStyle) + 1;

/** How much room a table takes where nothing of it is cut. */
export const heightOfTable = (sheet: Sheet, table: DocumentTable): number =>
  partsOf(sheet, table).reduce((height, part) => {
    const { headHeight, heights } = laidOut(sheet, part);
    return height + captionHeight(sheet, part.caption) + headHeight + sum(heights) + 12;
  }, 0);

/** A table that is no longer than this goes to the next page as a whole. */
const keptWhole = 260;
/** So many rows stand together at the foot of a page and at the head of the next. */
const together = 3;

const drawPart = (sheet: Sheet, table: DocumentTable, continued: (title: string) => string): void => {
  const { widths, names, headHeight, rows, heights } = laidOut(sheet, table);
  const isNumber = table.head.map((_, column) => isNumberIn(table.rows, column));
  const full = sum(widths);
  const line = (colour: string, thickness: number) =>
    sheet.pdf
      .moveTo(sheet.left, sheet.y())
      .lineTo(sheet.left + full, sheet.y())
      .lineWidth(thickness)
      .strokeColor(`#${colour}`)
      .stroke();
  const drawRow = (texts: string[], style: Style, height: number) => {
    const top = sheet.y() + 2.5;
    let x = sheet.left;
    for (const [column, text] of texts.entries()) {
      sheet.style(style);
      sheet.pdf.text(sheet.clean(text), x + padding, top, {
        width: widths[column]! - 2 * padding,
        align: isNumber[column] ? "right" : "left",
        lineGap: 1.5,
        height: height + 2,
        ellipsis: true,
      });
      x += widths[column]!;
    }
    sheet.moveTo(top - 2.5 + height);
  };
  const drawHead = (caption: string) => {
    sheet.write(caption, captionStyle, { x: sheet.left + padding, width: sheet.width - padding, gap: 1 });
    if (names.length > 0) drawRow(names, head, headHeight);
    line(palette.edge, 0.7);
  };
  const before = captionHeight(sheet, table.caption) + headHeight;
  const whole = before + sum(heights);
  sheet.need(whole <= keptWhole ? whole : before + sum(heights.slice(0, together)));
  drawHead(table.caption);
  for (const [index, row] of rows.entries()) {
    const height = heights[index]!;
    const last = index === rows.length - together && index > 0 ? sum(heights.slice(index)) : height;
    if (!sheet.fits(Math.min(last, 560))) {
      sheet.newPage();
      drawHead(continued(table.caption));
    }
    drawRow(row, body, height);
    line(palette.line, 0.5);
  }
  sheet.down(12);
};

export const drawTable = (sheet: Sheet, table: DocumentTable, continued: (title: string) => string): void => {
  for (const part of partsOf(sheet, table)) drawPart(sheet, part, continued);
};
