// The files that a version can be taken along as.

export const exportFormats = ["xlsx", "pptx", "pdf", "json", "csv", "long.csv", "wide.csv", "R"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Files that take long: the worker makes them. */
export const documentFormats = ["pdf", "pptx", "xlsx"] as const satisfies readonly ExportFormat[];
export type DocumentFormat = (typeof documentFormats)[number];
export const isDocument = (format: string): format is DocumentFormat => (documentFormats as readonly string[]).includes(format);

export const typeOfFile: Record<ExportFormat, string> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  pdf: "application/pdf",
  json: "application/json; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  "long.csv": "text/csv; charset=utf-8",
  "wide.csv": "text/csv; charset=utf-8",
  R: "text/plain; charset=utf-8",
};
