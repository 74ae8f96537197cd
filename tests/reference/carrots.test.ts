import { afterAll, describe, expect, test } from "vitest";
import { compactLetters } from "~/statistics/letters";
import { estimateMean, median } from "~/statistics/means";
import { compareProducts, comparableProducts, fisherLsd } from "~/statistics/multiple-comparisons";
import { friedmanTest } from "~/statistics/friedman";
import { comparePairedProportions } from "~/statistics/paired-proportions";
import { compareIndependentProportions, estimateProportion, fisherExactTwoSided } from "~/statistics/proportions";
import { analyseRepeatedRatings, type Rating } from "~/statistics/repeated-anova";
import { isResult, type Interval } from "~/statistics/result";
import { studentisedRangeQuantile, studentisedRangeUpperTail } from "~/statistics/studentised-range";
import { equivalenceTest, pairedTest, welchTest } from "~/statistics/welch";
import { expectClose, largestDifference, readReference, readTable } from "./compare";

type Share = { x: number; n: number; p: number; lo: number; hi: number };
type Oracle = {
  per_product: {
    product: string;
    mean: { n: number; mean: number; sd: number; se: number; lo: number; hi: number };
    median: number;
    t2b: Share;
    b2b: Share;
  }[];
  anova_all: { ss_consumer: number; ss_product: number; ss_resid: number; df: number[]; mse: number; F_product: number; p_product: number };
  ls_means: { Product: string; emmean: number; SE: number; "lower.CL": number; "upper.CL": number }[];
  tukey_kramer_all: { pair: string; diff: number; se: number; lo: number; hi: number; p_adj: number }[];
  letters_all: Record<string, string>;
  balanced: {
    n: number;
    ss: number[];
    df: number[];
    mse: number;
    F_product: number;
    p_product: number;
    means: Record<string, number>;
    fisher_lsd_05: number;
    tukey_q_05: number;
    tukey_hsd_05: number;
    tukey_pairs: { pair: string; diff: number; lo: number; hi: number; p_adj: number }[];
  };
  friedman: {
    chi2: number;
    df: number;
    p: number;
    rank_sums: Record<string, number>;
    mean_ranks: Record<string, number>;
    iman_davenport_F: number;
    iman_p: number;
    nemenyi_cd_meanrank: number;
    kendall_W: number;
  };
  nemenyi_p: number[];
  nemenyi_order: string[];
  paired: {
    a: string;
    b: string;
    n: number;
    diff: number;
    t: number;
    df: number;
    p: number;
    lo: number;
    hi: number;
    mcnemar_t2b: { b: number; c: number; chi2: number; p: number; p_exact: number; p_mid: number };
  }[];
  welch_homesize: { mean1: number; mean3: number; t: number; df: number; p: number; lo: number; hi: number };
  two_prop_t2b_BoleroL_home1_vs_home3: {
    x1: number;
    n1: number;
    x2: number;
    n2: number;
    z_pooled: number;
    p: number;
    newcombe: { d: number; lo: number; hi: number };
    fisher_p: number;
  };
};

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

const oracle = readReference<Oracle>("carrots/oracle.json");
const rows = readTable("carrots/data.csv").filter(({ Preference }) => Preference !== "" && Preference !== "NA");
const ratings: Rating[] = rows.map(({ Consumer = "", Product = "", Preference }) => ({
  personId: Consumer,
  productId: Product,
  value: Number(Preference),
}));
const productIds = [...new Set(ratings.map(({ productId }) => productId))].sort();
const answersOf = (product: string) => ratings.filter(({ productId }) => productId === product).map(({ value }) => value);
const byPerson = groupBy(ratings, ({ personId }) => personId);
const complete = [...byPerson.values()].filter((answers) => answers.length === productIds.length).flat();

/** Both answers of the people who rated both products. */
function answersOfBoth(first: string, second: string): { first: number[]; second: number[] } {
  const both = [...byPerson.values()].flatMap((answers) => {
    const one = answers.find(({ productId }) => productId === first);
    const other = answers.find(({ productId }) => productId === second);
    return one === undefined || other === undefined ? [] : [{ one: one.value, other: other.value }];
  });
  return { first: both.map(({ one }) => one), second: both.map(({ other }) => other) };
}

function present<Answer extends { kind: string }>(answer: Answer) {
  if (!isResult(answer)) throw new Error(`no result: ${JSON.stringify(answer)}`);
  return answer;
}

function expectInterval(interval: Interval | null, lower: number, upper: number, label: string, tolerance?: number) {
  expectClose(interval?.lower ?? null, lower, label, tolerance);
  expectClose(interval?.upper ?? null, upper, label, tolerance);
}

const PTUKEY = 1e-6;
/** R computes the upper tail of the studentised range as one minus the lower one. */
const NOISE = 1e-12;

describe("103 people and 12 carrots, against R", () => {
  test("the file is the one the numbers were computed from", () => {
    expect(ratings).toHaveLength(1233);
    expect(byPerson.size).toBe(103);
    expect(complete).toHaveLength(1200);
  });

  test.each(oracle.per_product)("$product: mean, median, top two and bottom two boxes", (expected) => {
    const values = answersOf(expected.product);
    const mean = present(estimateMean(values));
    expect(mean.n).toBe(expected.mean.n);
    expectClose(mean.mean, expected.mean.mean, "mean:mean");
    expectClose(mean.standardDeviation, expected.mean.sd, "mean:sd");
    expectClose(mean.standardError, expected.mean.se, "mean:se");
    expectInterval(mean.interval, expected.mean.lo, expected.mean.hi, "mean:interval");
    expect(present(median(values)).value).toBe(expected.median);
    for (const [share, isIn] of [
      [expected.t2b, (value: number) => value >= 6],
      [expected.b2b, (value: number) => value <= 2],
    ] as const) {
      const count = values.filter(isIn).length;
      expect(count).toBe(share.x);
      const estimate = present(estimateProportion(count, values.length));
      expectClose(estimate.share, share.p, "wilson:share");
      expectInterval(estimate.interval, share.lo, share.hi, "wilson:interval");
    }
  });

  test("the analysis of variance with three missing answers", () => {
    const anova = present(analyseRepeatedRatings(ratings));
    const expected = oracle.anova_all;
    expect([anova.degreesPeople, anova.degreesProducts, anova.degreesResidual]).toEqual(expected.df);
    expectClose(anova.sumOfSquaresPeople, expected.ss_consumer, "anova:ss people");
    expectClose(anova.sumOfSquaresProducts, expected.ss_product, "anova:ss product");
    expectClose(anova.sumOfSquaresResidual, expected.ss_resid, "anova:ss residual");
    expectClose(anova.meanSquareResidual, expected.mse, "anova:mse");
    if (anova.test.kind !== "test") throw new Error("no test");
    expectClose(anova.test.f, expected.F_product, "anova:F");
    expectClose(anova.test.p, expected.p_product, "anova:p");
    for (const row of oracle.ls_means) {
      const product = anova.products.find(({ productId }) => productId === row.Product);
      expectClose(product?.mean ?? null, row.emmean, "ls means:mean");
      expectClose(product?.standardError ?? null, row.SE, "ls means:se");
      expectInterval(product?.interval ?? null, row["lower.CL"], row["upper.CL"], "ls means:interval");
    }
  });

  test("all 66 Tukey-Kramer pairs, and letters that agree with them", () => {
    const anova = present(analyseRepeatedRatings(ratings));
    const comparisons = present(compareProducts(anova));
    expect(comparisons.pairs).toHaveLength(66);
    for (const row of oracle.tukey_kramer_all) {
      const pair = comparisons.pairs.find(({ first, second }) => `${first} - ${second}` === row.pair);
      if (pair === undefined) throw new Error(row.pair);
      expectClose(pair.difference, row.diff, "tukey:difference", 1e-9, 1e-12);
      expectClose(pair.standardError, row.se, "tukey:se");
      expectInterval(pair.interval, row.lo, row.hi, "tukey:interval", PTUKEY);
      expectClose(pair.p, row.p_adj, "tukey:p", PTUKEY, NOISE);
    }
    const means = anova.products.map(({ productId, mean }) => ({ id: productId, mean }));
    const lettered = compactLetters(means, comparisons.pairs);
    const lettersOf = new Map(lettered.map(({ id, letters }) => [id, letters]));
    for (const { pair, p_adj } of oracle.tukey_kramer_all) {
      const [first = "", second = ""] = pair.split(" - ");
      const sharesOurs = lettersOf.get(first)?.some((letter) => lettersOf.get(second)?.includes(letter));
      const sharesTheirs = [...(oracle.letters_all[first] ?? "")].some((letter) => oracle.letters_all[second]?.includes(letter));
      expect(sharesOurs, pair).toBe(p_adj >= 0.05);
      expect(sharesTheirs, pair).toBe(p_adj >= 0.05);
    }
    expect(lettered[0]?.letters).toContain("a");
  });

  test("the 100 complete people: textbook two-way analysis, Tukey and Fisher", () => {
    const anova = present(analyseRepeatedRatings(complete));
    const expected = oracle.balanced;
    expect([anova.degreesPeople, anova.degreesProducts, anova.degreesResidual]).toEqual(expected.df);
    [anova.sumOfSquaresPeople, anova.sumOfSquaresProducts, anova.sumOfSquaresResidual].forEach((squares, index) =>
      expectClose(squares, expected.ss[index] ?? 0, "balanced:ss"),
    );
    expectClose(anova.meanSquareResidual, expected.mse, "balanced:mse");
    if (anova.test.kind !== "test") throw new Error("no test");
    expectClose(anova.test.f, expected.F_product, "balanced:F");
    expectClose(anova.test.p, expected.p_product, "balanced:p");
    for (const { productId, mean, rawMean } of anova.products) {
      expectClose(mean, expected.means[productId] ?? 0, "balanced:mean");
      expectClose(rawMean, expected.means[productId] ?? 0, "balanced:mean");
    }
    const q = studentisedRangeQuantile(0.05, 12, 1089);
    expectClose(q, expected.tukey_q_05, "qtukey:balanced", PTUKEY);
    expectClose(q * Math.sqrt(expected.mse / 100), expected.tukey_hsd_05, "qtukey:hsd", PTUKEY);
    const pairs = present(compareProducts(anova)).pairs;
    for (const row of expected.tukey_pairs) {
      const pair = pairs.find(({ first, second }) => `${second}-${first}` === row.pair);
      if (pair === undefined) throw new Error(row.pair);
      expect(-pair.difference).toBeCloseTo(row.diff, 9);
      expectClose(pair.p, row.p_adj, "tukey:p", PTUKEY, NOISE);
      expectClose(-pair.interval.upper, row.lo, "tukey:interval", PTUKEY);
    }
    const comparable = comparableProducts(anova);
    if ("kind" in comparable) throw new Error("not comparable");
    const lsd = present(fisherLsd(comparable)).pairs[0];
    expectClose(((lsd?.interval.upper ?? 0) - (lsd?.interval.lower ?? 0)) / 2, expected.fisher_lsd_05, "lsd:half width");
  });

  test("Friedman, Iman-Davenport, Kendall's W and Nemenyi on the complete people", () => {
    const table = [...groupBy(complete, ({ personId }) => personId).values()].map((answers) =>
      productIds.map((id) => answers.find(({ productId }) => productId === id)?.value ?? Number.NaN),
    );
    const friedman = present(friedmanTest(table));
    const expected = oracle.friedman;
    expectClose(friedman.chiSquare, expected.chi2, "friedman:chi2");
    expect(friedman.degreesOfFreedom).toBe(expected.df);
    expectClose(friedman.p, expected.p, "friedman:p");
    expectClose(friedman.imanDavenportF, expected.iman_davenport_F, "friedman:F");
    expectClose(friedman.imanDavenportP, expected.iman_p, "friedman:F p");
    expectClose(friedman.kendallW, expected.kendall_W, "friedman:W");
    productIds.forEach((id, index) => expect(friedman.rankSums[index]).toBe(expected.rank_sums[id]));
    const scale = Math.sqrt((12 * 13) / (6 * 100));
    expectClose(
      (studentisedRangeQuantile(0.05, 12, Infinity) / Math.SQRT2) * scale,
      expected.nemenyi_cd_meanrank,
      "qtukey:infinite",
      PTUKEY,
    );
    oracle.nemenyi_order.forEach((first, row) =>
      oracle.nemenyi_order.forEach((second, column) => {
        const difference = Math.abs((expected.mean_ranks[first] ?? 0) - (expected.mean_ranks[second] ?? 0));
        const p = studentisedRangeUpperTail((difference / scale) * Math.SQRT2, 12, Infinity);
        const reference = oracle.nemenyi_p[row * 12 + column] ?? 0;
        expect(Math.abs(p - reference)).toBeLessThan(PTUKEY * reference + NOISE);
      }),
    );
  });

  test.each(oracle.paired)("$a and $b by the same people: paired t and McNemar", (expected) => {
    const both = answersOfBoth(expected.a, expected.b);
    const t = present(pairedTest(both.first, both.second));
    expect(t.n1).toBe(expected.n);
    expectClose(t.difference, expected.diff, "paired t:difference", 1e-9);
    expectClose(t.t, expected.t, "paired t:t");
    expect(t.degreesOfFreedom).toBe(expected.df);
    expectClose(t.p, expected.p, "paired t:p");
    expectInterval(t.interval, expected.lo, expected.hi, "paired t:interval");
    const isTop = (value: number | undefined) => value !== undefined && value >= 6;
    const onlyFirst = both.first.filter((value, index) => isTop(value) && !isTop(both.second[index])).length;
    const onlySecond = both.second.filter((value, index) => isTop(value) && !isTop(both.first[index])).length;
    const reference = expected.mcnemar_t2b;
    expect([onlyFirst, onlySecond]).toEqual([reference.b, reference.c]);
    const test = present(comparePairedProportions(onlyFirst, onlySecond, expected.n));
    expectClose(test.chiSquare, reference.chi2, "mcnemar:chi2");
    expectClose(test.chiSquareP, reference.p, "mcnemar:chi2 p");
    expectClose(test.exactP, reference.p_exact, "mcnemar:exact p");
    expectClose(test.midP, reference.p_mid, "mcnemar:mid p");
  });

  test("two independent kinds of household: Welch, pooled z, Newcombe, Fisher", () => {
    const homeOf = new Map(rows.map(({ Consumer = "", Homesize = "" }) => [Consumer, Homesize]));
    const meansOf = (home: string) =>
      [...byPerson].flatMap(([person, answers]) =>
        homeOf.get(person) === home ? [answers.reduce((sum, { value }) => sum + value, 0) / answers.length] : [],
      );
    const test = present(welchTest(meansOf("1"), meansOf("3")));
    const expected = oracle.welch_homesize;
    expectClose(test.mean1, expected.mean1, "welch:mean");
    expectClose(test.mean2, expected.mean3, "welch:mean");
    expectClose(test.t, expected.t, "welch:t");
    expectClose(test.degreesOfFreedom, expected.df, "welch:df");
    expectClose(test.p, expected.p, "welch:p");
    expectInterval(test.interval, expected.lo, expected.hi, "welch:interval");

    const { x1, n1, x2, n2, z_pooled, p, newcombe, fisher_p } = oracle.two_prop_t2b_BoleroL_home1_vs_home3;
    const proportions = present(compareIndependentProportions(x1, n1, x2, n2));
    expectClose(proportions.z, z_pooled, "two proportions:z");
    expectClose(proportions.p, p, "two proportions:p");
    expectClose(proportions.difference, newcombe.d, "two proportions:difference");
    expectInterval(proportions.interval, newcombe.lo, newcombe.hi, "newcombe:interval");
    expectClose(fisherExactTwoSided(x1, n1, x2, n2), fisher_p, "fisher:p");
  });

  test("two products within half a point: equivalence, and the difference of two shares of the same people", () => {
    type Extra = {
      carrots_paired_prop_BoleroL_vs_BoleroE: { L_only: number; E_only: number; diff: number; lo: number; hi: number };
      tost_carrots_NelsonE_NelsonL: { mean: number; se: number; margin: number; p_lower: number; p_upper: number; p_tost: number; ci90: [number, number] };
    };
    const extra = readReference<Extra>("fixtures/oracle_extra.json");
    const expected = extra.tost_carrots_NelsonE_NelsonL;
    const both = answersOfBoth("Nelson_E", "Nelson_L");
    const test = equivalenceTest(present(pairedTest(both.first, both.second)), expected.margin);
    expectClose(test.difference, expected.mean, "tost:difference");
    expectClose(test.standardError, expected.se, "tost:se");
    expectClose(test.lowerP, expected.p_lower, "tost:p");
    expectClose(test.upperP, expected.p_upper, "tost:p");
    expectClose(test.p, expected.p_tost, "tost:p");
    expectInterval(test.interval, expected.ci90[0], expected.ci90[1], "tost:interval");
    expect(test.isEquivalent).toBe(true);
    const shares = extra.carrots_paired_prop_BoleroL_vs_BoleroE;
    const paired = present(comparePairedProportions(shares.L_only, shares.E_only, 103));
    expectClose(paired.difference, shares.diff, "agresti-min:difference");
    expectInterval(paired.interval, shares.lo, shares.hi, "agresti-min:interval");
  });

  afterAll(() => {
    if (process.env.SHOW_DIFFERENCES !== undefined) console.log("carrots", Object.fromEntries(largestDifference));
  });
});
