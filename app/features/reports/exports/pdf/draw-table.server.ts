// Tables on paper: columns as wide as their words need, heads repeated on every page, numbers to the right.
import type { DocumentCell, DocumentTable } from "../document";
import { palette } from "../palette";
import type { Sheet, Style } from "./sheet.server";

const body: Style = { size: 8 };
const head: Style = { size: 7.5, face: "bold", colour: palette.ink2 };
const padding = 5;
const leastColumn = 30;

const textOf = (cell: DocumentCell) => (typeof cell === "string" ? cell : cell.shown);
/** So much of a long text is looked at to find the width of a column. */
const telling = 110;

const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width, 0);
const isNumberIn = (rows: DocumentTable["rows"], column: number) => rows.some((row) => typeof row[column] === "object");

/** As wide as the words want to be: names of columns in one line where there is room, else as their longest word. */
const wantedWidths = (sheet: Sheet, { head: names, rows }: DocumentTable): number[] => {
  const cells = names.map((_, column) => Math.max(0, ...rows.slice(0, 200).map((row) => sheet.widthOf(textOf(row[column] ?? "").slice(0, telling), body))));
  const wanted = (nameWidth: (name: string) => number) =>
    names.map((name, column) => Math.max(leastColumn, nameWidth(name), Math.min(cells[column]!, sheet.width)) + 2 * padding);
  const whole = wanted((name) => sheet.widthOf(name, head));
  return sum(whole) <= sheet.width ? whole : wanted((name) => Math.max(0, ...name.split(/\s+/).map((word) => sheet.widthOf(word, head))));
};

/** Numbers are never broken; words give way until the table is as wide as the page. */
const widthsOf = (sheet: Sheet, table: DocumentTable): number[] => {
  const wanted = wantedWidths(sheet, table);
  const total = sum(wanted);
  if (total <= sheet.width) return wanted.map((width, column) => (column === 0 ? width + Math.min(sheet.width - total, 60) : width));
  const isWord = table.head.map((_, column) => !isNumberIn(table.rows, column));
  const words = sum(wanted.filter((_, column) => isWord[column]));
  const left = sheet.width - (total - words);
  if (words === 0 || left < 60 * isWord.filter(Boolean).length) return wanted.map((width) => (width * sheet.width) / total);
  return wanted.map((width, column) => (isWord[column] ? (width / words) * left : width));
};

/** A table of more numbers than a page is wide is cut into parts that repeat the first column. */
const firstColumn = 150;
const inParts = (sheet: Sheet, table: DocumentTable): DocumentTable[] => {
  const wanted = wantedWidths(sheet, table);
  const hasWords = table.head.length <= mostColumns && table.head.some((_, column) => column > 0 && !isNumberIn(table.rows, column));
  const start = Math.min(wanted[0] ?? 0, firstColumn);
  if (start + sum(wanted.slice(1)) <= sheet.width || hasWords) return [table];
  const parts: number[][] = [[]];
  let room = sheet.width - start;
  for (let column = 1; column < wanted.length; column += 1) {
    if (room < wanted[column]! && parts.at(-1)!.length > 0) {
      parts.push([]);
      room = sheet.width - start;
    }
    parts.at(-1)!.push(column);
    room -= wanted[column]!;
  }
  return parts.map((columns) => {
    const cut = <T>(row: T[]) => [row[0]!, ...columns.map((column) => row[column]!)];
    return { caption: table.caption, head: cut(table.head), rows: table.rows.map(cut) };
  });
};
const mostColumns = 11;

const drawPart = (sheet: Sheet, table: DocumentTable, continued: (title: string) => string): void => {
  const widths = widthsOf(sheet, table);
  const isNumber = table.head.map((_, column) => isNumberIn(table.rows, column));
  const full = widths.reduce((sum, width) => sum + width, 0);
  const line = (colour: string, thickness: number) =>
    sheet.pdf
      .moveTo(sheet.left, sheet.y())
      .lineTo(sheet.left + full, sheet.y())
      .lineWidth(thickness)
      .strokeColor(`#${colour}`)
      .stroke();
  const heightOf = (texts: string[], style: Style) =>
    Math.max(...texts.map((text, column) => sheet.heightOf(text || " ", widths[column]! - 2 * padding, style))) + 4;
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
  const headHeight = heightOf(table.head, head);
  const drawHead = (caption: string) => {
    sheet.write(caption, { face: "bold", size: 8.5, colour: palette.ink2 }, { x: sheet.left + padding, gap: 1 });
    drawRow(table.head, head, headHeight);
    line(palette.edge, 0.7);
  };
  const rows = table.rows.map((row) => row.map(textOf));
  sheet.need(headHeight + 20 + (rows[0] ? heightOf(rows[0], body) : 0) + (rows[1] ? heightOf(rows[1], body) : 0));
  drawHead(table.caption);
  for (const row of rows) {
    const height = Math.min(heightOf(row, body), 560);
    if (!sheet.fits(height)) {
      sheet.newPage();
      drawHead(continued(table.caption));
    }
    drawRow(row, body, height);
    line(palette.line, 0.5);
  }
  sheet.down(12);
};

export const drawTable = (sheet: Sheet, table: DocumentTable, continued: (title: string) => string): void => {
  for (const part of inParts(sheet, table)) drawPart(sheet, part, continued);
};
