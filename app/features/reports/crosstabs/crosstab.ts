// What a crosstab is: a question down, groups of people or prototypes across, letters beside what differs.
import type { LocalizedText } from "~/core/locale";
import type { Adjustment } from "~/statistics/adjust";

export const crosstabAdjustments = ["none", "holm", "bonferroni", "benjamini-hochberg"] as const satisfies readonly Adjustment[];
export type CrosstabAdjustment = (typeof crosstabAdjustments)[number];

/** What is asked for, as a pinned crosstab is kept in the draft. `prototype` is a blind code; null for the first one. */
export type CrosstabSpec = { question: string; by: string[]; prototype: string | null; adjustment: CrosstabAdjustment; isWeighted: boolean };

/** The banner whose columns are the prototypes; no profile fact and no question is called like this. */
export const byPrototype = ":prototype";
/** Leads the key of a question whose answers are the columns. */
export const byAnswer = ":answer:";

/** More banner points beside each other are no longer read as one table. */
export const mostBanners = 6;
/** A report with more of them is a book of tables. */
export const mostPinned = 20;

/** The same crosstab is pinned once, in whatever order its fields come. */
export const nameOfSpec = ({ question, by, prototype, adjustment, isWeighted }: CrosstabSpec): string =>
  JSON.stringify([question, by, prototype, adjustment, isWeighted]);

/** `count` null: not shown. `value` null: counted only, because fewer than ten answered. Counts are of people, whatever they weigh. */
export type CrosstabCell = { count: number | null; value: number | null; letters: string };

/** `effectiveN` is null where nothing is weighted. */
export type CrosstabBase = { n: number; effectiveN: number | null; isLow: boolean };
export type CrosstabColumn = CrosstabBase & { key: string; label: LocalizedText; letter: string };

/**
 * `groups` share nobody; `overlapping` ones may, and are never compared; `prototypes` were tried by different people, `paired` ones by the same.
 */
export type PointKind = "groups" | "overlapping" | "prototypes" | "paired";
export type CrosstabPoint = {
  key: string;
  label: LocalizedText;
  kind: PointKind;
  columns: CrosstabColumn[];
  /** How many columns are not shown. */ hidden: number;
};

export type CrosstabRow = {
  key: string;
  label: LocalizedText;
  kind: "share" | "mean";
  total: CrosstabCell;
  /** By banner point; `p` is that of the whole row, null where it is not tested. */
  points: { cells: CrosstabCell[]; p: number | null }[];
};

export type Crosstab = {
  /** The code of the prototype that it is about; null where it is about all of them. */
  about: string | null;
  /** `too_small`: the people of the segment who answered could be told apart. */
  state: "shown" | "nobody" | "too_small";
  total: CrosstabBase;
  points: CrosstabPoint[];
  rows: CrosstabRow[];
};
