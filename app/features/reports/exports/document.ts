// A report as a document: what every export is made of. A block describes itself once, and sheets, slides and pages follow.

/** A number as it was computed, as the page shows it, and as a spreadsheet should show it. */
export type Amount = { kind: "amount"; value: number; shown: string; pattern: string };
/** From a lower to an upper end; a spreadsheet gives each end a column. */
export type Span = { kind: "span"; lower: number; upper: number; shown: string; pattern: string };
export type DocumentCell = string | Amount | Span;

export type DocumentTable = { caption: string; head: string[]; rows: DocumentCell[][] };

export type MeansChart = {
  kind: "means";
  title: string;
  min: number;
  max: number;
  points: { name: string; value: number; shown: string; lower: number | null; upper: number | null; letters: string }[];
};
/** Bars of a hundred percent. */
export type SharesChart = { kind: "shares"; title: string; parts: { name: string; tone: string }[]; bars: { name: string; shares: number[] }[] };
export type AmountsChart = { kind: "amounts"; title: string; unit: string; bars: { name: string; value: number; shown: string }[] };
export type PointsChart = {
  kind: "points";
  title: string;
  across: { label: string; line: number | null; isShare: boolean };
  up: { label: string; line: number | null };
  points: { name: string; across: number; up: number; isMarked: boolean }[];
};
export type DocumentChart = MeansChart | SharesChart | AmountsChart | PointsChart;

export type DocumentSection = {
  block: string;
  /** The finding, or what this part is about. */
  title: string;
  sub: string;
  notes: string[];
  charts: DocumentChart[];
  tables: DocumentTable[];
  quotes: { words: string; about: string }[];
};

export type ReportDocument = {
  /** The answer in one sentence. */
  headline: string;
  summary: string;
  trial: string;
  /** Product, design, base, dates: the line over a report. */
  facts: string[];
  state: string;
  sections: DocumentSection[];
};
