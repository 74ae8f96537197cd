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

const widthsOf = (sheet: Sheet, { head: names, rows }: DocumentTable): number[] => {
  const wanted = (most: number) =>
    names.map((name, column) => {
      const cells = rows.slice(0, 200).map((row) => sheet.widthOf(textOf(row[column] ?? "").slice(0, telling), body));
      const longestWord = Math.max(0, ...name.split(/\s+/).map((word) => sheet.widthOf(word, head)));
      return Math.max(leastColumn, Math.min(Math.max(longestWord, ...cells), most)) + 2 * padding;
    });
  const sum = (widths: number[]) => widths.reduce((all, width) => all + width, 0);
  const natural = wanted(sheet.width);
  const widths = sum(natural) <= sheet.width ? natural : wanted(190);
  const total = sum(widths);
  if (total > sheet.width) return widths.map((width) => (width * sheet.width) / total);
  return widths.map((width, column) => (column === 0 ? width + Math.min(sheet.width - total, 60) : width));
};

/** A table with more columns than a page is wide is cut into parts that repeat the first column. */
const mostColumns = 11;
const inParts = (table: DocumentTable): DocumentTable[] => {
  if (table.head.length <= mostColumns) return [table];
  const parts: DocumentTable[] = [];
  for (let from = 1; from < table.head.length; from += mostColumns - 1) {
    const cut = <T>(row: T[]) => [row[0]!, ...row.slice(from, from + mostColumns - 1)];
    parts.push({ caption: table.caption, head: cut(table.head), rows: table.rows.map(cut) });
  }
  return parts;
};

const drawPart = (sheet: Sheet, table: DocumentTable, continued: (title: string) => string): void => {
  const widths = widthsOf(sheet, table);
  const isNumber = table.head.map((_, column) => table.rows.some((row) => typeof row[column] === "object"));
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
    sheet.write(caption, { face: "bold", size: 8.5, colour: palette.ink2 }, { gap: 1 });
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
  for (const part of inParts(table)) drawPart(sheet, part, continued);
};
