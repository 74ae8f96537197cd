// Tables as text, safe to open in a spreadsheet.

export type CsvCell = string | number | null;

/** A text that a spreadsheet would take for a formula is led by an apostrophe; numbers are numbers. */
export const csvCell = (cell: CsvCell): string => {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const guarded = /^\s*[=+\-@\t\r|%]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n;]/.test(guarded) || guarded !== guarded.trim() ? `"${guarded.replaceAll('"', '""')}"` : guarded;
};

export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(csvCell).join(",")}\r\n`;
