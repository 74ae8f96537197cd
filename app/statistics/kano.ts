/** What a feature is to people: expected, wanted, a delight or nothing (METHODS 3.18, Kano et al. 1984). */
import { at } from "./checks";
import { estimateMean, type MeanEstimate } from "./means";
import { binomialTestTwoSided } from "./paired-preference";
import { estimateProportion } from "./proportions";
import { notEnoughData, type Interval, type NotEnoughData, type Result } from "./result";

/** Must-be, one-dimensional, attractive, indifferent, reverse, questionable. */
export type KanoCategory = "M" | "O" | "A" | "I" | "R" | "Q";

/** 1 like, 2 must be, 3 neutral, 4 can live with, 5 dislike: with the feature, and without it. */
export type KanoAnswer = { readonly functional: number; readonly dysfunctional: number };

const TABLE = ["QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"] as const;
const FUNCTIONAL = [4, 2, 0, -1, -2] as const;
const DYSFUNCTIONAL = [-2, -1, 0, 2, 4] as const;
/** What a tie is decided for: the stricter demand on the product. */
const ORDER: readonly KanoCategory[] = ["M", "O", "A", "I", "R", "Q"];

export type KanoSettings = {
  /** Also count "must be" twice and "can live with" twice as questionable. */
  readonly isStrictAboutTwins?: boolean;
  readonly confidence?: number;
};

/** Category of one person's pair by the evaluation table of Berger et al. (1993). */
export function kanoCategory({ functional, dysfunctional }: KanoAnswer, isStrictAboutTwins = false): KanoCategory {
  for (const code of [functional, dysfunctional])
    if (!(Number.isInteger(code) && code >= 1 && code <= 5)) throw new RangeError(`${String(code)} is not an answer from 1 to 5`);
  if (isStrictAboutTwins && functional === dysfunctional && (functional === 2 || functional === 4)) return "Q";
  return at(TABLE, functional - 1).charAt(dysfunctional - 1) as KanoCategory;
}

export type KanoAnalysis = Result<{
  readonly n: number;
  readonly counts: Readonly<Record<KanoCategory, number>>;
  /** The most frequent category; ties go to M, O, A, I, R, Q in this order. */
  readonly category: KanoCategory;
  readonly second: KanoCategory;
  /** Berger et al.: the largest of M, O, A when these together outweigh I, R, Q, else the largest of those. */
  readonly bergerCategory: KanoCategory;
  /** (largest - second) / n; from .06 on a category stands out. */
  readonly categoryStrength: number;
  /** (A + O + M) / n. */
  readonly totalStrength: number;
  /** Fong (1996): the two largest counts differ at 90 % when their difference reaches the critical one. */
  readonly fong: { readonly difference: number; readonly critical: number; readonly isClear: boolean };
  /** Exact binomial of the largest among the two largest; stricter than Fong, which treats the ranks as chosen beforehand. */
  readonly exactP: number;
  /** Satisfaction gained with the feature, (A + O)/(A + O + M + I), and lost without it, -(O + M)/(A + O + M + I); null without such answers. */
  readonly better: { readonly value: number; readonly interval: Interval } | null;
  readonly worse: { readonly value: number; readonly interval: Interval } | null;
  /** DuMouchel's continuous scores: how people feel with the feature (y) and without it (x). */
  readonly functional: MeanEstimate;
  readonly dysfunctional: MeanEstimate;
  /** More than one in ten questionable answers: people did not understand the question. */
  readonly isQuestionable: boolean;
}>;

/**
 * Kano analysis of one feature. Independent people with both answers. "no-observations" when nobody answered.
 * Mode and Berger's rule can differ, and both are given. Example: analyseKano([{ functional: 1, dysfunctional: 5 }]).
 */
export function analyseKano(
  answers: readonly KanoAnswer[],
  { isStrictAboutTwins = false, confidence = 0.95 }: KanoSettings = {},
): KanoAnalysis | NotEnoughData {
  const n = answers.length;
  if (n === 0) return notEnoughData("no-observations", 0);
  const counts: Record<KanoCategory, number> = { M: 0, O: 0, A: 0, I: 0, R: 0, Q: 0 };
  for (const answer of answers) counts[kanoCategory(answer, isStrictAboutTwins)] += 1;
  const largestOf = (categories: readonly KanoCategory[]) => categories.reduce((best, category) => (counts[category] > counts[best] ? category : best));
  const category = largestOf(ORDER);
  const second = largestOf(ORDER.filter((other) => other !== category));
  const [a, b] = [counts[category], counts[second]];
  const wanted = counts.M + counts.O + counts.A;
  const critical = 1.65 * Math.sqrt(((a + b) * (2 * n - a - b)) / (2 * n));
  const base = wanted + counts.I;
  const better = estimateProportion(counts.A + counts.O, base, confidence);
  const worse = estimateProportion(counts.O + counts.M, base, confidence);
  const functional = estimateMean(
    answers.map((answer) => at(FUNCTIONAL, answer.functional - 1)),
    confidence,
  );
  const dysfunctional = estimateMean(
    answers.map((answer) => at(DYSFUNCTIONAL, answer.dysfunctional - 1)),
    confidence,
  );
  if (functional.kind !== "result") return functional;
  if (dysfunctional.kind !== "result") return dysfunctional;
  return {
    kind: "result",
    n,
    counts,
    category,
    second,
    bergerCategory: wanted > n - wanted ? largestOf(["M", "O", "A"]) : largestOf(["I", "R", "Q"]),
    categoryStrength: (a - b) / n,
    totalStrength: wanted / n,
    fong: { difference: a - b, critical, isClear: a - b >= critical },
    exactP: binomialTestTwoSided(a, a + b),
    better: better.kind === "result" ? { value: better.share, interval: better.interval } : null,
    worse:
      worse.kind === "result"
        ? {
            value: worse.share === 0 ? 0 : -worse.share,
            interval: { lower: -worse.interval.upper, upper: worse.interval.lower === 0 ? 0 : -worse.interval.lower, confidence },
          }
        : null,
    functional,
    dysfunctional,
    isQuestionable: counts.Q > 0.1 * n,
  };
}
