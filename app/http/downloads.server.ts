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

const download = (name: string, type: string, body: BodyInit): Response =>
  new Response(body, {
    headers: { "Content-Type": type, "Content-Disposition": `attachment; filename="${name.replace(/[^\w.-]/g, "-")}"`, "Cache-Control": "no-store" },
  });

/** A CSV file with a byte order mark, without which spreadsheets misread letters. */
export const csvDownload = (name: string, header: readonly string[], rows: readonly (readonly Cell[])[]): Response =>
  download(name, "text/csv; charset=utf-8", `\uFEFF${toCsv(header, rows)}`);

export const pdfDownload = (name: string, file: Buffer): Response => download(name, "application/pdf", new Uint8Array(file));
