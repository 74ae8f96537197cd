import { describe, expect, test } from "vitest";
import { tTwoSided } from "./distributions";
import { compareWithBenchmark, dunnettUpperTail } from "./dunnett";
import { tukeyKramer, type ComparableMeans } from "./multiple-comparisons";
import { createRandom } from "./random";
import { nextNormal } from "./random-variates";
import { isResult } from "./result";

const comparable = (means: number[], error: number, degreesOfFreedom: number): ComparableMeans => ({
  means: means.map((mean, index) => ({ id: String(index), mean })),
  standardErrorOf: () => error,
  degreesOfFreedom,
});

describe("everything against the benchmark", () => {
  test("one comparison is a t test", () => {
    for (const t of [0.3, 2.1, 6]) expect(dunnettUpperTail(t, [0], 17)).toBeCloseTo(tTwoSided(t, 17), 10);
  });

  test("it finds more than all pairs would, and less than a single pair", () => {
    const means = comparable([6, 6.9, 6.2, 5.8], 0.35, 90);
    const found = compareWithBenchmark(means, "0");
    const pairs = tukeyKramer(means);
    if (!isResult(found) || !isResult(pairs)) throw new Error("no result");
    for (const { id, p, t, interval, difference } of found.comparisons) {
      const pair = pairs.pairs.find(({ first, second }) => first === "0" && second === id)!;
      expect(p).toBeLessThan(pair.p);
      expect(p).toBeGreaterThan(tTwoSided(t, 90));
      expect(interval.lower > 0 || interval.upper < 0).toBe(p < 0.05);
      expect((interval.lower + interval.upper) / 2).toBeCloseTo(difference, 12);
    }
  });

  test("with equal prototypes some difference is called in about five of a hundred trials", () => {
    const random = createRandom("Dunnett");
    let called = 0;
    const runs = 150;
    for (let run = 0; run < runs; run += 1) {
      const groups = [12, 20, 30, 20].map((n) => Array.from({ length: n }, () => nextNormal(random)));
      const means = groups.map((values) => values.reduce((sum, value) => sum + value, 0) / values.length);
      const degrees = groups.reduce((sum, { length }) => sum + length - 1, 0);
      const spread = groups.reduce((sum, values, index) => sum + values.reduce((part, value) => part + (value - means[index]!) ** 2, 0), 0) / degrees;
      const furthest = Math.max(
        ...groups.slice(1).map(({ length }, index) => Math.abs(means[index + 1]! - means[0]!) / Math.sqrt(spread * (1 / length + 1 / groups[0]!.length))),
      );
      // Independent groups share the benchmark's luck: l_i^2 = n_i / (n_i + n_0).
      const loadings = groups.slice(1).map(({ length }) => Math.sqrt(length / (length + groups[0]!.length)));
      if (dunnettUpperTail(furthest, loadings, degrees) < 0.05) called += 1;
    }
    expect(called / runs).toBeGreaterThan(0.015);
    expect(called / runs).toBeLessThan(0.09);
  });

  test("without the benchmark, without others or without spread nothing is compared", () => {
    expect(compareWithBenchmark(comparable([6, 7], 0.3, 20), "x")).toMatchObject({ reason: "too-few-groups" });
    expect(compareWithBenchmark(comparable([6], 0.3, 20), "0")).toMatchObject({ reason: "too-few-groups" });
    expect(compareWithBenchmark(comparable([6, 7], 0, 20), "0")).toMatchObject({ reason: "no-variation" });
    expect(compareWithBenchmark(comparable([6, 7], 1, 0), "0")).toMatchObject({ reason: "no-degrees-of-freedom" });
    expect(() => dunnettUpperTail(2, [1.2], 10)).toThrow(RangeError);
  });
});
