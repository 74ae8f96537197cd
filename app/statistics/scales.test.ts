import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { krippendorffAlpha, krippendorffIntervals } from "./agreement";
import { analyseDrivers } from "./drivers";
import { steadyMean, reliableShare } from "./idea-scores";
import { analyseKano, kanoCategory } from "./kano";
import { estimateMean, estimateWeightedMean } from "./means";
import { placeAmongNorms } from "./norms";
import { comparePairedPromoters, countPromoters, netPromoterScore } from "./nps";
import { analysePrices, isInOrder, priceIntervals, purchaseCurve } from "./price-sensitivity";
import { estimateProportion } from "./proportions";
import { rake, type Margin } from "./raking";
import { createRandom, nextInt, nextUniform } from "./random";
import { nextNormal } from "./random-variates";
import { scaleReliability } from "./reliability";
import { isResult } from "./result";
import { bestSets } from "./turf";
import { estimateWeightedProportion } from "./weighted-proportions";

function present<Answer extends { kind: string }>(answer: Answer) {
  if (!isResult(answer)) throw new Error(`no result: ${JSON.stringify(answer)}`);
  return answer;
}

const pick = <Item>(items: readonly Item[], seed: string, n: number): Item[] => {
  const random = createRandom(seed);
  return Array.from({ length: n }, () => items[nextInt(random, 0, items.length - 1)] as Item);
};

describe("weights", () => {
  test("raking meets every margin it can", () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0.2, max: 0.8, noNaN: true }), fc.double({ min: 0.2, max: 0.8, noNaN: true }), (seed, f, young) => {
        const margins: Margin[] = [
          { name: "sex", categories: pick(["f", "m"], `${String(seed)}s`, 200), targets: { f, m: 1 - f } },
          { name: "age", categories: pick(["young", "old", null], `${String(seed)}a`, 200), targets: { young, old: 1 - young } },
        ];
        const raked = rake(margins, { cap: null });
        if (raked.kind !== "result") return;
        expect(raked.isConverged).toBe(true);
        for (const { rows } of raked.margins) for (const { after, target } of rows) expect(after).toBeCloseTo(target, 8);
        expect(raked.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(200, 6);
        expect(raked.effectiveN).toBeLessThanOrEqual(200 + 1e-9);
      }),
      { numRuns: 50 },
    );
  });

  test("a margin that already holds changes nothing, an empty category is refused by name", () => {
    const categories = ["f", "m", "f", "m"];
    expect(rake([{ name: "sex", categories, targets: { f: 0.5, m: 0.5 } }])).toMatchObject({ kind: "result", weights: [1, 1, 1, 1] });
    expect(rake([{ name: "sex", categories, targets: { f: 0.4, m: 0.4, x: 0.2 } }])).toEqual({ kind: "empty-category", margin: "sex", category: "x" });
  });

  test("equal weights give the unweighted answers", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 50 }), fc.double({ min: 0.01, max: 100, noNaN: true }), (answers, weight) => {
        const weighted = present(
          estimateWeightedProportion(
            answers,
            answers.map(() => weight),
          ),
        );
        const plain = present(estimateProportion(answers.filter(Boolean).length, answers.length));
        expect(weighted.share).toBeCloseTo(plain.share, 10);
        expect(weighted.interval.lower).toBeCloseTo(plain.interval.lower, 8);
        expect(weighted.interval.upper).toBeCloseTo(plain.interval.upper, 8);
      }),
    );
  });

  test("intervals of weighted means and shares cover the truth about as often as they say", () => {
    const random = createRandom("weighted coverage");
    let [means, shares] = [0, 0];
    const runs = 600;
    for (let run = 0; run < runs; run += 1) {
      const weights = Array.from({ length: 120 }, () => 0.4 + 1.6 * nextUniform(random));
      const values = weights.map(() => nextNormal(random));
      const mean = present(estimateWeightedMean(values, weights)).interval;
      if (mean !== null && mean.lower <= 0 && mean.upper >= 0) means += 1;
      const share = present(
        estimateWeightedProportion(
          weights.map(() => nextUniform(random) < 0.3),
          weights,
        ),
      ).interval;
      if (share.lower <= 0.3 && share.upper >= 0.3) shares += 1;
    }
    for (const covered of [means, shares]) {
      expect(covered / runs).toBeGreaterThan(0.925);
      expect(covered / runs).toBeLessThan(0.975);
    }
  });
});

describe("scales and coders", () => {
  test("Feldt's interval covers alpha about as often as it says", () => {
    const random = createRandom("alpha");
    // Parallel questions with correlation .5: alpha = 4 * .5 / (1 + 3 * .5).
    const truth = 0.8;
    let covered = 0;
    for (let run = 0; run < 500; run += 1) {
      const rows = Array.from({ length: 60 }, () => {
        const shared = nextNormal(random);
        return [1, 2, 3, 4].map(() => Math.SQRT1_2 * (shared + nextNormal(random)));
      });
      const { interval } = present(scaleReliability(rows));
      if (interval.lower <= truth && interval.upper >= truth) covered += 1;
    }
    expect(covered / 500).toBeGreaterThan(0.92);
    expect(covered / 500).toBeLessThan(0.98);
  });

  test("turning a question around shows as a negative item-rest correlation", () => {
    const rows = [
      [1, 2, 5],
      [2, 2, 4],
      [4, 5, 1],
      [5, 4, 2],
      [3, 3, 3],
    ];
    expect(present(scaleReliability(rows)).perItem[2]?.itemRest).toBeLessThan(0);
  });

  test("perfect agreement is 1, chance is about 0, and the order of coders does not matter", () => {
    const codes = pick([1, 2, 3], "codes", 300);
    const other = pick([1, 2, 3], "other codes", 300);
    expect(present(krippendorffAlpha(codes.map((code) => [code, code]))).alpha).toBe(1);
    const chance = present(krippendorffAlpha(codes.map((code, unit) => [code, other[unit] ?? null])));
    expect(Math.abs(chance.alpha)).toBeLessThan(0.1);
    expect(present(krippendorffAlpha(codes.map((code, unit) => [other[unit] ?? null, code]))).alpha).toBeCloseTo(chance.alpha, 12);
    const [interval] = krippendorffIntervals([codes.map((code, unit) => [[code, other[unit] ?? null]])], "nominal", 1, 300);
    expect(interval?.lower).toBeLessThan(chance.alpha);
    expect(interval?.upper).toBeGreaterThan(chance.alpha);
  });
});

describe("drivers", () => {
  const random = createRandom("drivers");
  const attributes = Array.from({ length: 300 }, () => {
    const shared = nextNormal(random);
    return [shared + nextNormal(random), shared + nextNormal(random), nextNormal(random)];
  });
  const overall = attributes.map(([a = 0, b = 0, c = 0]) => a + 0.5 * b + 0.2 * c + nextNormal(random));

  test("shares add up to R squared, by both methods", () => {
    const answer = present(analyseDrivers(overall, attributes));
    const sum = (values: (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? NaN), 0);
    expect(sum(answer.drivers.map(({ shapley }) => shapley))).toBeCloseTo(answer.rSquared, 10);
    expect(sum(answer.drivers.map(({ relativeWeight }) => relativeWeight))).toBeCloseTo(answer.rSquared, 10);
  });

  test("with two attributes Shapley is the mean of the two orders", () => {
    const two = attributes.map((row) => row.slice(0, 2));
    const answer = present(analyseDrivers(overall, two));
    const alone = (index: number) =>
      present(
        analyseDrivers(
          overall,
          two.map((row) => [row[index] ?? 0]),
        ),
      ).rSquared;
    expect(answer.drivers[0]?.shapley).toBeCloseTo((alone(0) + answer.rSquared - alone(1)) / 2, 10);
  });

  test("more than 15 attributes have relative weights only", () => {
    const wide = attributes.map((row) => Array.from({ length: 16 }, (_, index) => (row[index % 3] ?? 0) + nextNormal(random)));
    expect(present(analyseDrivers(overall, wide)).drivers.every(({ shapley }) => shapley === null)).toBe(true);
  });
});

describe("features, promoters, prices, reach", () => {
  test("the Kano table, and its stricter form", () => {
    expect([1, 2, 3, 4, 5].map((functional) => [1, 2, 3, 4, 5].map((dysfunctional) => kanoCategory({ functional, dysfunctional })).join(""))).toEqual([
      "QAAAO",
      "RIIIM",
      "RIIIM",
      "RIIIM",
      "RRRRQ",
    ]);
    expect(kanoCategory({ functional: 2, dysfunctional: 2 }, true)).toBe("Q");
    expect(
      present(
        analyseKano([
          { functional: 2, dysfunctional: 5 },
          { functional: 1, dysfunctional: 5 },
        ]),
      ).category,
    ).toBe("M");
  });

  test("the score's interval covers the truth, the adjusted one also with 15 people", () => {
    const random = createRandom("nps");
    const draw = () => {
      const u = nextUniform(random);
      return u < 0.45 ? 10 : u < 0.75 ? 8 : 2;
    };
    const cover = (n: number, isAdjusted: boolean) => {
      let covered = 0;
      for (let run = 0; run < 1000; run += 1) {
        const score = present(netPromoterScore(countPromoters(Array.from({ length: n }, draw))));
        const interval = isAdjusted ? score.adjusted.interval : score.interval;
        if (interval.lower <= 20 && interval.upper >= 20) covered += 1;
      }
      return covered / 1000;
    };
    expect(cover(200, false)).toBeGreaterThan(0.93);
    expect(cover(15, true)).toBeGreaterThan(0.93);
    expect(present(comparePairedPromoters([10, 10, 9, 3], [9, 6, 2, 3])).difference).toBe(100);
  });

  const people = pick(
    [
      { tooCheap: 2, cheap: 5, expensive: 9, tooExpensive: 12 },
      { tooCheap: 3, cheap: 6, expensive: 10, tooExpensive: 14 },
      { tooCheap: 4, cheap: 8, expensive: 13, tooExpensive: 18 },
    ],
    "prices",
    60,
  );

  test("points lie where the curves say, and scaling the currency scales them", () => {
    const one = present(analysePrices([...people, { tooCheap: 9, cheap: 5, expensive: 9, tooExpensive: 12 }]));
    expect(one.n).toBe(60);
    expect(one.droppedShare).toBeCloseTo(1 / 61, 12);
    const times = (factor: number) =>
      people.map((own) => ({
        tooCheap: own.tooCheap * factor,
        cheap: own.cheap * factor,
        expensive: own.expensive * factor,
        tooExpensive: own.tooExpensive * factor,
      }));
    const thousand = present(analysePrices(times(1000)));
    expect(thousand.points.optimal?.price).toBeCloseTo((one.points.optimal?.price ?? 0) * 1000, 6);
    expect(isInOrder({ tooCheap: 1, cheap: 1, expensive: 2, tooExpensive: 3 })).toBe(false);
    expect(isInOrder({ tooCheap: 1, cheap: 1, expensive: 2, tooExpensive: 3 }, false)).toBe(true);
    const intervals = priceIntervals(people, 1, 200);
    expect(intervals.indifference?.lower).toBeLessThanOrEqual(one.points.indifference?.price ?? 0);
    expect(intervals.indifference?.upper).toBeGreaterThanOrEqual(one.points.indifference?.price ?? Infinity);
  });

  test("weights of whole numbers are people given as often", () => {
    const weighted = people.map((own, index) => ({ ...own, weight: 1 + (index % 3) }));
    const repeated = weighted.flatMap(({ weight, ...own }) => Array.from({ length: weight }, () => own));
    const [one, other] = [present(analysePrices(weighted)), present(analysePrices(repeated))];
    expect(one.points.optimal?.price).toBeCloseTo(other.points.optimal?.price ?? NaN, 9);
    expect(one.points.highest?.share).toBeCloseTo(other.points.highest?.share ?? NaN, 9);
  });

  test("chances to buy are straight lines between a person's prices", () => {
    const curve = present(purchaseCurve([{ tooCheap: 2, cheap: 4, expensive: 8, tooExpensive: 10, chanceCheap: 0.6, chanceExpensive: 0.2 }]));
    expect(curve.prices).toEqual([2, 4, 8, 10]);
    for (const [place, chance] of [0, 0.6, 0.2, 0].entries()) expect(curve.trial[place]).toBeCloseTo(chance, 12);
    expect(curve.bestRevenue).toEqual({ price: 4, revenue: 2.4 });
  });

  test("the best set is the best of all sets", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 25 }),
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 25, maxLength: 25 }),
        (likes, given) => {
          const weights = likes.map((_, person) => given[person] ?? 1);
          const total = weights.reduce((sum, weight) => sum + weight, 0);
          const reach = (items: readonly number[]) =>
            likes.reduce((sum, row, person) => sum + (items.some((item) => row[item]) ? (weights[person] ?? 0) : 0), 0) / total;
          const sets = [0, 1, 2, 3, 4].flatMap((one) => [0, 1, 2, 3, 4].filter((other) => other > one).map((other) => [one, other]));
          const [best] = present(bestSets(likes, 2, { weights })).best;
          expect(best?.reach).toBeCloseTo(Math.max(...sets.map(reach)), 12);
          expect(best?.reach).toBeCloseTo(reach(best?.items ?? []), 12);
        },
      ),
    );
  });

  test("too many sets to try: the search still reaches everybody when six items do", () => {
    const likes = Array.from({ length: 120 }, (_, person) => Array.from({ length: 60 }, (__, item) => item % 6 === person % 6 && item < 6));
    const answer = present(bestSets(likes, 6));
    expect(answer.isExhaustive).toBe(false);
    expect(answer.best[0]?.reach).toBe(1);
  });
});

describe("norms and votes", () => {
  test("a small study is drawn to the norm, a large one hardly", () => {
    const earlier = [6, 6.4, 6.8, 7.2, 5.8, 6.1, 7, 6.6].map((mean) => ({ mean, n: 100, standardDeviation: 1.5 }));
    const [small, large] = [present(placeAmongNorms({ mean: 8, n: 5 }, earlier)), present(placeAmongNorms({ mean: 8, n: 5000 }, earlier))];
    expect(small.percentile).toBe(1);
    expect(small.shrunken).toBeLessThan(7.5);
    expect(large.shrunken).toBeGreaterThan(7.98);
    expect(present(placeAmongNorms({ mean: 6.4, n: 10 }, earlier.slice(0, 2))).percentile).toBe(0.75);
  });

  test("one vote in favour does not beat ninety of a hundred", () => {
    expect(reliableShare(1, 1)).toBeLessThan(reliableShare(90, 100));
    expect(reliableShare(0, 0)).toBe(0);
    expect(steadyMean([5], 3, 4)).toBeCloseTo(3.4, 12);
    expect(present(estimateMean([5])).mean).toBe(5);
  });
});
