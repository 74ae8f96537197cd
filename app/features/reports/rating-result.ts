// What a rating question says about each prototype, and whether the prototypes differ.
import type { LocalizedText } from "~/core/locale";
import type { AnswerStatus } from "~/features/questionnaires/questionnaire";
import type { ResultTable } from "./question-result";
import type { Strength } from "~/statistics/strength";

export type Bounds = { lower: number; upper: number };
export type ShareResult = { count: number; n: number; share: number; interval: Bounds };
export type MissingCounts = Partial<Record<Exclude<AnswerStatus, "answered"> | "not_asked", number>>;

export type RatingScale = {
  min: number;
  max: number;
  labels: Record<string, LocalizedText>;
  highIsGood: boolean;
  topBoxes: number[];
  bottomBoxes: number[];
};

export type RatingRow = {
  code: string;
  n: number;
  mean: number | null;
  standardDeviation: number | null;
  standardError: number | null;
  /** Null for one answer. */
  interval: Bounds | null;
  /** Null below ten answers, and where the scale has no such boxes. */
  topBox: ShareResult | null;
  bottomBox: ShareResult | null;
  /** Answers per scale point, from min to max. */
  counts: number[];
  missing: MissingCounts;
};

export type RatingPair = { first: string; second: string; difference: number; interval: Bounds; p: number; strength: Strength };

/** Why the prototypes are not compared. */
export type NoComparison = "one_prototype" | "no_prototype" | "base_too_low" | "disconnected" | "no_variation" | "too_few_answers";

export type RatingComparison =
  | {
      kind: "repeated";
      people: number;
      /** People with one prototype only; they say nothing about differences. */
      peopleLeftOut: number;
      /** Prototypes with fewer than ten answers, which are not compared. */
      prototypesLeftOut: string[];
      f: number;
      numeratorDegrees: number;
      denominatorDegrees: number;
      p: number;
      sumOfSquares: { people: number; prototypes: number; residual: number };
      meanSquareResidual: number;
      /** Means adjusted for who rated what. */
      adjusted: { code: string; mean: number; standardError: number; interval: Bounds }[];
      pairs: RatingPair[];
      letters: { code: string; letters: string }[];
    }
  | {
      kind: "independent";
      prototypesLeftOut: string[];
      f: number;
      numeratorDegrees: number;
      denominatorDegrees: number;
      p: number;
      pairs: RatingPair[];
      letters: { code: string; letters: string }[];
    }
  | { kind: "none"; reason: NoComparison };

export type RatingAnalysis = {
  key: string;
  text: LocalizedText;
  scale: RatingScale;
  /** In the order of the report's prototypes. */
  rows: RatingRow[];
  comparison: RatingComparison;
  /** The finding as a sentence. */
  title: LocalizedText;
  /** Other ways to look at the same answers; versions published before there were any have none. */
  others?: ResultTable[];
};

export type RatingsBlock = { block: "liking" | "purchase_intent" | "attributes"; ratings: RatingAnalysis[] };
