// A report as a document: what every export is made of. A block describes itself once, and sheets, slides and pages follow.

/** A number as it was computed, as the page shows it, and as a spreadsheet should show it; with its interval and its letters where it has them. */
export type Amount = {
  kind: "amount";
  value: number;
  shown: string;
  pattern: string;
  within?: { lower: number; upper: number };
  letters?: string;
};
/** From a lower to an upper end; a spreadsheet gives each end a column. */
export type Span = { kind: "span"; lower: number; upper: number; shown: string; pattern: string };
export type DocumentCell = string | Amount | Span;

export type DocumentTable = { caption: string; head: string[]; rows: DocumentCell[][] };

/** Names of columns on paper and on slides: what only says the caption again is left out, and a single column needs none. */
export const headToShow = ({ caption, head }: DocumentTable): string[] =>
  head.length === 1 ? [] : head.map((name, column) => (column === 0 && name === caption ? "" : name));

/** Values with their intervals, a line each. */
export type IntervalsChart = {
  kind: "intervals";
  title: string;
  unit: "mean" | "share" | "score";
  /** What is drawn on paper. */
  domain: [number, number];
  /** Where a bar on a slide begins and may end: the ends of the scale. */
  scale: [number, number];
  line: number | null;
  points: { name: string; value: number; shown: string; lower: number | null; upper: number | null; letters: string }[];
};
/** A line per prototype down the attributes; null where there is no mean. */
export type ProfileChart = { kind: "profile"; title: string; domain: [number, number]; items: string[]; lines: { name: string; values: (number | null)[] }[] };
/** Shares of people over prices, as steps. */
export type CurvesChart = {
  kind: "curves";
  title: string;
  unit: string;
  at: number[];
  curves: { name: string; tone: string; isDashed: boolean; shares: number[] }[];
  points: { name: string; at: number; share: number }[];
};
/** Bars of a hundred percent. */
export type SharesChart = { kind: "shares"; title: string; parts: { name: string; tone: string }[]; bars: { name: string; shares: number[] }[] };
export type AmountsChart = { kind: "amounts"; title: string; unit: string; bars: { name: string; value: number; shown: string }[] };
export type PointsChart = {
  kind: "points";
  title: string;
  /** Distances count in every direction, so both axes have one scale and nought is in the middle of things. */
  isMap?: true;
  across: { label: string; line: number | null; isShare: boolean };
  up: { label: string; line: number | null };
  /** What the two kinds of points are: those that are not marked, and those that are. */
  kinds: [string, string];
  points: { name: string; across: number; up: number; isMarked: boolean }[];
};
export type DocumentChart = IntervalsChart | ProfileChart | CurvesChart | SharesChart | AmountsChart | PointsChart;

export type DocumentSection = {
  block: string;
  /** What the block is called: "Liking". */
  part: string;
  /** What the authors say before the block, on its first part. */
  introduction: string;
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
