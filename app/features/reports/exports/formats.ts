// The files that a version can be taken along as.

export const exportFormats = ["xlsx", "pptx", "pdf", "json", "csv", "long.csv", "wide.csv", "R"] as const;
export type ExportFormat = (typeof exportFormats)[number];

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
