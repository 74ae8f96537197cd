// Files made on request: named, never cached, and safe to open in a spreadsheet.

type Cell = string | number | null;

/** A cell that a spreadsheet would take for a formula is led by an apostrophe; numbers are numbers. */
const cellText = (cell: Cell): string => {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const guarded = /^[\s]*[=+\-@\t\r|%]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n;]/.test(guarded) || guarded !== guarded.trim() ? `"${guarded.replaceAll('"', '""')}"` : guarded;
};

export const toCsv = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [header, ...rows].map((row) => row.map(cellText).join(",")).join("\r\n") + "\r\n";

/** A CSV file with a byte order mark, without which spreadsheets misread letters. */
export const csvDownload = (name: string, header: readonly string[], rows: readonly (readonly Cell[])[]): Response =>
  new Response(`\uFEFF${toCsv(header, rows)}`, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name.replace(/[^\w.-]/g, "-")}"`,
      "Cache-Control": "no-store",
    },
  });
