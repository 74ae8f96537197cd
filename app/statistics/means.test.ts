import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectiveSampleSize, estimateMean, estimateWeightedMean, median, quantile } from "./means";
import { createRandom, nextInt } from "./random";

describe("means", () => {
  test("nobody gives no mean, one person a mean without interval, agreement an interval of one point", () => {
    expect(estimateMean([])).toEqual({ kind: "not-enough-data", reason: "no-observations", n: 0 });
    expect(estimateMean([7])).toMatchObject({ n: 1, mean: 7, interval: null, standardError: null });
    expect(estimateMean([0.1, 0.1, 0.1])).toMatchObject({
      hasNoVariation: true,
      standardDeviation: 0,
      interval: { lower: 0.1, upper: 0.1 },
    });
    expect(() => estimateMean([1, Number.NaN])).toThrow(RangeError);
    expect(() => estimateMean([1, 2], 1)).toThrow(RangeError);
  });

  test("ratings far from zero lose no digits", () => {
    const near = estimateMean([1, 2, 4]);
    const far = estimateMean([1e9 + 1, 1e9 + 2, 1e9 + 4]);
    if (near.kind !== "result" || far.kind !== "result") throw new Error("no result");
    expect(far.standardDeviation).toBeCloseTo(near.standardDeviation ?? 0, 12);
  });

  test("the 95 % interval holds the true mean in 95 % of samples of twelve ratings", () => {
    const random = createRandom("coverage of t");
    const scale = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    const rounds = 4000;
    let held = 0;
    for (let round = 0; round < rounds; round += 1) {
      const estimate = estimateMean(Array.from({ length: 12 }, () => scale[nextInt(random, 0, 8)] ?? 0));
      if (estimate.kind !== "result" || estimate.interval === null) throw new Error("no interval");
      if (estimate.interval.lower <= 5 && 5 <= estimate.interval.upper) held += 1;
    }
    expect(Math.abs(held / rounds - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / rounds));
  });

  test("quantiles of type 7", () => {
    expect(quantile([3, 1, 2, 4], 0.25)).toMatchObject({ value: 1.75 });
    expect(median([5, 1])).toMatchObject({ value: 3, n: 2 });
    expect(quantile([5], 0.9)).toMatchObject({ value: 5 });
    expect(median([])).toMatchObject({ reason: "no-observations" });
    expect(() => quantile([1], 1.1)).toThrow(RangeError);
  });

  test("equal weights change nothing, whatever their size", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 30 }),
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        (values, weight) => {
          const plain = estimateMean(values);
          const weighted = estimateWeightedMean(
            values,
            values.map(() => weight),
          );
          if (plain.kind !== "result" || weighted.kind !== "result") throw new Error("no result");
          expect(weighted.mean).toBeCloseTo(plain.mean, 10);
          expect(weighted.standardError).toBeCloseTo(plain.standardError ?? 0, 10);
          expect(weighted.standardDeviation).toBeCloseTo(plain.standardDeviation ?? 0, 10);
          expect(weighted.effectiveN).toBeCloseTo(values.length, 8);
        },
      ),
    );
  });

  test("a whole weight counts like that many people in the mean", () => {
    const weighted = estimateWeightedMean([2, 5, 9], [1, 2, 3]);
    const replicated = estimateMean([2, 5, 5, 9, 9, 9]);
    if (weighted.kind !== "result" || replicated.kind !== "result") throw new Error("no result");
    expect(weighted.mean).toBeCloseTo(replicated.mean, 12);
    expect(effectiveSampleSize([1, 2, 3])).toBeCloseTo(36 / 14, 12);
  });

  test("weights that carry nothing say so", () => {
    expect(estimateWeightedMean([1, 2], [0, 0])).toMatchObject({ reason: "no-weight", n: 2 });
    expect(estimateWeightedMean([], [])).toMatchObject({ reason: "no-observations" });
    expect(estimateWeightedMean([4], [2])).toMatchObject({ mean: 4, interval: null });
    expect(() => estimateWeightedMean([1], [-1])).toThrow(RangeError);
    expect(() => estimateWeightedMean([1, 2], [1])).toThrow(RangeError);
    expect(effectiveSampleSize([])).toBe(0);
  });
});
