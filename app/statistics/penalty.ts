/**
 * What being too little or too much of something costs in liking (METHODS 3.14). A drop goes together with the complaint; it is not
 * shown to be caused by it.
 */
import { adjustPValues, type Adjustment } from "./adjust";
import { at, requireCount, requireFinite, requireOpenUnit } from "./checks";
import { binomialTestTwoSided } from "./paired-preference";
import { notEnoughData, type NotEnoughData, type Result } from "./result";
import { compareEstimatedMeans, estimatedMeanOf, type TwoMeansTest } from "./welch";

/** One person: overall liking, and the just-about-right answer from 1 (much too little) over 3 to 5 (much too much). */
export type JarAnswer = { readonly liking: number; readonly jar: number };

export type JarLevel = "low" | "jar" | "high";
export type JarSide = "low" | "high";

/** The same answers as the liking of the people on each level. */
export type LikingByLevel = Readonly<Record<JarLevel, ArrayLike<number>>>;

export type PenaltySettings = {
  /** Code of "just about right"; below is too little, above too much. */
  readonly justAboutRight: number;
  /** A side is worth a flag from this share of people on, .20 by habit. */
  readonly shareThreshold: number;
  /** And from this drop on, in points of the liking scale, 1.0 by habit on 9 points. */
  readonly dropThreshold: number;
  /** Smallest side that is tested: this many people and `smallestSideShare` of all. */
  readonly smallestSide: number;
  readonly smallestSideShare: number;
  readonly smallestJustAboutRight: number;
  readonly alpha: number;
};

export const DEFAULT_PENALTY_SETTINGS: PenaltySettings = {
  justAboutRight: 3,
  shareThreshold: 0.2,
  dropThreshold: 1,
  smallestSide: 10,
  smallestSideShare: 0.05,
  smallestJustAboutRight: 10,
  alpha: 0.05,
};

export type PenaltySide = {
  readonly n: number;
  readonly share: number;
  /** Mean liking of this side; null when nobody is on it. */
  readonly mean: number | null;
  /** Mean of the just-about-right people minus the mean of this side; null when either is empty. */
  readonly drop: number | null;
  /** drop * share: what the attribute costs the product's mean at most. */
  readonly weightedPenalty: number | null;
  readonly reachesShare: boolean;
  readonly reachesDrop: boolean;
  /** Welch t, just about right against this side, whatever the bases; for checking, not for showing. */
  readonly rawTest: TwoMeansTest | NotEnoughData;
  /** The same test where the bases allow it, otherwise "too-few-observations". */
  readonly test: TwoMeansTest | NotEnoughData;
};

export type PenaltyAnalysis = Result<{
  readonly n: number;
  readonly justAboutRight: { readonly n: number; readonly share: number; readonly mean: number | null };
  readonly low: PenaltySide;
  readonly high: PenaltySide;
  /** Just about right against everybody else. */
  readonly overall: { readonly penalty: number | null; readonly rawTest: TwoMeansTest | NotEnoughData };
  readonly netDirection: {
    /** Share too much minus share too little. */
    readonly difference: number;
    /** Exact two-sided binomial of too much against too little; 1 when nobody complains. */
    readonly p: number;
  };
  /** Sum over sides of share * drop, counting only positive drops: an upper bound. */
  readonly recoverableLiking: number;
}>;

/** Where an answer falls: too little, just about right, too much. */
export function jarLevel(jar: number, justAboutRight: number): JarLevel {
  return jar < justAboutRight ? "low" : jar > justAboutRight ? "high" : "jar";
}

function requireSettings(settings: PenaltySettings): void {
  requireOpenUnit(settings.alpha, "alpha");
  requireCount(settings.smallestSide, "smallestSide");
  requireCount(settings.smallestJustAboutRight, "smallestJustAboutRight");
  requireFinite([settings.shareThreshold, settings.dropThreshold, settings.smallestSideShare], "settings");
}

/** Of a drop or share that sits on its threshold, up to rounding, we say that it reaches it. */
function reaches(value: number | null, threshold: number): boolean {
  return value !== null && value >= threshold - 1e-12;
}

function likingByLevel(answers: readonly JarAnswer[], justAboutRight: number): LikingByLevel {
  const liking: Record<JarLevel, number[]> = { low: [], jar: [], high: [] };
  for (const answer of answers) {
    requireFinite([answer.jar], "answers");
    liking[jarLevel(answer.jar, justAboutRight)].push(answer.liking);
  }
  return liking;
}

/**
 * Penalty analysis of one attribute of one product, over people who gave both answers.
 *
 * Drops m_jar - m_low and m_jar - m_high; test: Welch's t (R `t.test`), made only when the side holds at least
 * max(10, 5 % of n) people and just-about-right at least 10 (settings). "no-observations" without answers.
 */
export function analysePenalty(
  answers: readonly JarAnswer[] | LikingByLevel,
  settings: PenaltySettings = DEFAULT_PENALTY_SETTINGS,
): PenaltyAnalysis | NotEnoughData {
  requireSettings(settings);
  const { jar: right, ...sides } = "jar" in answers ? answers : likingByLevel(answers, settings.justAboutRight);
  const others = new Float64Array(sides.low.length + sides.high.length);
  others.set(sides.low);
  others.set(sides.high, sides.low.length);
  const atRight = estimatedMeanOf(right, "answers");
  const elsewhere = estimatedMeanOf(others, "answers");
  const n = right.length + others.length;
  if (n === 0) return notEnoughData("no-observations", 0);
  const rightMean = atRight.n === 0 ? null : atRight.mean;
  const confidence = 1 - settings.alpha;

  const side = (liking: ArrayLike<number>): PenaltySide => {
    const own = estimatedMeanOf(liking, "answers");
    const share = own.n / n;
    const mean = own.n === 0 ? null : own.mean;
    const drop = mean === null || rightMean === null ? null : rightMean - mean;
    const rawTest = compareEstimatedMeans(atRight, own, confidence);
    const isLargeEnough = liking.length >= Math.max(settings.smallestSide, settings.smallestSideShare * n) && right.length >= settings.smallestJustAboutRight;
    return {
      n: liking.length,
      share,
      mean,
      drop,
      weightedPenalty: drop === null ? null : drop * share,
      reachesShare: reaches(share, settings.shareThreshold),
      reachesDrop: reaches(drop, settings.dropThreshold),
      rawTest,
      test: isLargeEnough ? rawTest : notEnoughData("too-few-observations", Math.min(liking.length, right.length)),
    };
  };
  const low = side(sides.low);
  const high = side(sides.high);
  return {
    kind: "result",
    n,
    justAboutRight: { n: right.length, share: right.length / n, mean: rightMean },
    low,
    high,
    overall: {
      penalty: rightMean === null || elsewhere.n === 0 ? null : rightMean - elsewhere.mean,
      rawTest: compareEstimatedMeans(atRight, elsewhere, confidence),
    },
    netDirection: {
      difference: (high.n - low.n) / n,
      p: binomialTestTwoSided(high.n, high.n + low.n),
    },
    recoverableLiking: Math.max(0, low.weightedPenalty ?? 0) + Math.max(0, high.weightedPenalty ?? 0),
  };
}

export type PenaltyTableRow = {
  readonly attributeId: string;
  readonly analysis: PenaltyAnalysis | NotEnoughData;
  /** Adjusted over all sides of the table that were tested; null for a side that was not. */
  readonly adjustedP: { readonly low: number | null; readonly high: number | null };
  /** Share and drop reach their thresholds and the adjusted p is below alpha. */
  readonly isFlagged: { readonly low: boolean; readonly high: boolean };
};

/** All attributes of one product, the family over which p-values are adjusted (Benjamini-Hochberg unless asked otherwise). */
export function penaltyTable(
  attributes: readonly { readonly attributeId: string; readonly answers: readonly JarAnswer[] | LikingByLevel }[],
  settings: PenaltySettings = DEFAULT_PENALTY_SETTINGS,
  adjustment: Adjustment = "benjamini-hochberg",
): PenaltyTableRow[] {
  const analyses = attributes.map(({ attributeId, answers }) => ({
    attributeId,
    analysis: analysePenalty(answers, settings),
  }));
  const testOf = (analysis: PenaltyAnalysis | NotEnoughData, side: JarSide) => (analysis.kind === "result" ? analysis[side].test : analysis);
  const tested = analyses.flatMap(({ analysis }, index) =>
    (["low", "high"] as const).flatMap((side) => {
      const test = testOf(analysis, side);
      return test.kind === "result" ? [{ key: `${String(index)} ${side}`, p: test.p }] : [];
    }),
  );
  const adjusted = adjustPValues(
    tested.map(({ p }) => p),
    adjustment,
  );
  const adjustedByKey = new Map(tested.map(({ key }, index) => [key, at(adjusted, index)]));
  return analyses.map(({ attributeId, analysis }, index) => {
    const pOf = (side: JarSide) => adjustedByKey.get(`${String(index)} ${side}`) ?? null;
    const isFlagged = (side: JarSide) => {
      const p = pOf(side);
      if (analysis.kind !== "result" || p === null) return false;
      return analysis[side].reachesShare && analysis[side].reachesDrop && p < settings.alpha;
    };
    return {
      attributeId,
      analysis,
      adjustedP: { low: pOf("low"), high: pOf("high") },
      isFlagged: { low: isFlagged("low"), high: isFlagged("high") },
    };
  });
}
