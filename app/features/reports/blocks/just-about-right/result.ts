import type { LocalizedText } from "~/core/locale";

export type PenaltySideResult = {
  n: number;
  share: number | null;
  mean: number | null;
  drop: number | null;
  weightedPenalty: number | null;
  /** Welch; null where the bases do not allow a test. */
  test: { t: number; degreesOfFreedom: number; p: number; adjustedP: number; interval: { lower: number; upper: number } } | null;
  isFlagged: boolean;
};

export type JarCell = {
  key: string;
  n: number;
  justAboutRight: { n: number; share: number | null; mean: number | null };
  low: PenaltySideResult;
  high: PenaltySideResult;
  overallPenalty: number | null;
  /** Share too much minus share too little, with an exact test. */
  netDirection: { difference: number; p: number } | null;
};

export type JarAttribute = { key: string; text: LocalizedText; points: 3 | 5; tooLittle: LocalizedText; tooMuch: LocalizedText };

export type PooledPenaltyResult = { key: string; side: "low" | "high"; n: number; penalty: number; standardError: number; p: number };

export type JustAboutRightBlock = {
  block: "just_about_right";
  attributes: JarAttribute[];
  liking: { key: string; text: LocalizedText; min: number; max: number } | null;
  thresholds: { share: number; drop: number; alpha: number };
  prototypes: { code: string; cells: JarCell[] }[];
  /** All attributes and prototypes in one model; null where it cannot be fitted. */
  pooled: { n: number; rowsLeftOut: number; degreesOfFreedom: number; penalties: PooledPenaltyResult[] } | null;
  /** The costliest complaints first. */
  flagged: { code: string; key: string; side: "low" | "high" }[];
  title: LocalizedText;
};
