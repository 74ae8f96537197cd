// What a question says, in one shape for every kind of question: a sentence, a chart, tables, and how it was found. Pages and documents read nothing else.
import type { LocalizedText } from "~/core/locale";
import type { Strength } from "~/statistics/strength";
import type { Bounds } from "./rating-result";

export type CellKind = "count" | "share" | "mean" | "difference" | "share_difference" | "p" | "money" | "score" | "text";

/** Null where the base is too small or there is nothing to say. `n` is the base of a mean, which decides how finely it is shown. */
export type ResultCell = { kind: CellKind; value: number | null; n?: number; bounds?: Bounds | null; text?: LocalizedText; currency?: string };

export type ResultTable = {
  caption: LocalizedText;
  /** One heading per column; the first is that of the labels. */
  head: LocalizedText[];
  rows: {
    key: string;
    label: LocalizedText;
    /** Below thirty answers. */ isLow: boolean;
    /** Says the same as the row above in another way. */ isBeside?: true;
    cells: ResultCell[];
  }[];
};

export type IntervalRow = { key: string; label: LocalizedText; n: number; value: number; bounds: Bounds | null; letters: string };

export type ResultChart =
  | {
      kind: "intervals";
      unit: "share" | "mean" | "score";
      domain: [number, number];
      /** A value worth comparing with, such as one half. */ line: number | null;
      rows: IntervalRow[];
    }
  /** A line per prototype through the means of several attributes; `letters` are those of prototypes on one attribute. */
  | {
      kind: "profile";
      domain: [number, number];
      items: LocalizedText[];
      lines: { code: string; /** What the line is called where it is no prototype. */ label?: LocalizedText; values: (number | null)[] }[];
    }
  /** Prototypes and words as points of one plane; both axes have one scale. */
  | {
      kind: "map";
      /** How much of all differences each axis holds, from 0 to 1. */
      axes: [number, number];
      points: { key: string; label: LocalizedText; x: number; y: number; isPrototype: boolean }[];
    }
  | {
      kind: "prices";
      currency: string;
      prices: number[];
      curves: { name: "too_cheap" | "cheap" | "expensive" | "too_expensive"; shares: number[] }[];
      points: { label: LocalizedText; price: number; share: number }[];
    };

export type QuestionFinding = {
  key: string;
  text: LocalizedText;
  /** The finding as one plain sentence. */
  title: LocalizedText;
  /** Null where nothing is compared. */
  strength: Strength | null;
  n: number;
  /** What `n` counts, where it is not answers. */
  base?: LocalizedText;
  chart: ResultChart | null;
  tables: ResultTable[];
  /** Which analysis, and why this one. */
  method: LocalizedText;
  notes: LocalizedText[];
  /** Other ways to look at the same answers; versions published before there were any have none. */
  others?: ResultTable[];
  /** Words of people who may be quoted, by what they are about. */
  groups?: QuotedGroup[];
};

/** The consent behind `response` is asked again whenever the words are shown; they are null once it was withdrawn. */
export type Quotation = { response: number; code: string | null; excerpt: string | null };
export type QuotedGroup = { label: LocalizedText; quotations: Quotation[] };

/** Blocks whose questions all have this shape, in the order in which a report shows them. */
export const questionBlockNames = [
  "weighted",
  "preference",
  "net_promoter",
  "choices_compared",
  "check_all",
  "ranking",
  "best_worst",
  "profiles",
  "kano",
  "prices",
  "drivers",
  "liking_groups",
  "turf",
  "diary",
  "ideas",
  "themes",
  "crosstabs",
  "counted",
] as const;
export type QuestionBlockName = (typeof questionBlockNames)[number];
export type QuestionsBlock = { block: QuestionBlockName; questions: QuestionFinding[] };
