// Where everything in a chart lies. Across in percent, so that it fits every width with letters of one size; down in pixels.

export type Dot = {
  code: string;
  mean: number;
  n: number;
  letters: string;
  at: number;
  /** The ends of the interval, null where there is none. */
  from: number | null;
  to: number | null;
  /** Where the number is written so that it stays inside. */
  writes: "after" | "before" | "above";
};

/** 0 is the worst end of the scale and 4 the best. */
export type Band = 0 | 1 | 2 | 3 | 4;
export type Segment = { band: Band; from: number; width: number; count: number; share: number };
export type Bar = { code: string; n: number; segments: Segment[] };

export type RatingChart = {
  /** The best first. */
  dots: Dot[];
  ticks: { at: number; value: number }[];
  /** Only prototypes with a base for shares. */
  bars: Bar[];
  /** Codes of the scale in each band, as "1–2". */
  bands: { band: Band; codes: string }[];
  /** Where the middle of the scale is; null where the scale has no middle to diverge from. */
  middle: number | null;
};

export type PenaltyPoint = {
  key: string;
  side: "low" | "high";
  share: number;
  drop: number;
  x: number;
  y: number;
  isFlagged: boolean;
  isTested: boolean;
  /** Where its name is written, in pixels from the point; null for points that only the table names. */
  label: { down: number; side: "before" | "after" } | null;
};

export type PenaltyChart = {
  code: string;
  height: number;
  points: PenaltyPoint[];
  shareLine: number;
  dropLine: number;
  shareTicks: { at: number; value: number }[];
  dropTicks: { at: number; value: number }[];
};

export type ReportCharts = { ratings: Record<string, RatingChart>; penalties: PenaltyChart[] };
