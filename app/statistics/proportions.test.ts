import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { adjustFamilies, adjustPValues } from "./adjust";
import { comparePairedProportions } from "./paired-proportions";
import { binomialTestTwoSided, clopperPearsonInterval, testPreference } from "./paired-preference";
import { compareIndependentProportions, estimateProportion, fisherExactTwoSided } from "./proportions";
import { createRandom, nextUniform } from "./random";

describe("shares", () => {
  test("nobody gives no share; all of them gives an upper bound of exactly 1", () => {
    expect(estimateProportion(0, 0)).toMatchObject({ reason: "no-observations" });
    expect(estimateProportion(7, 7)).toMatchObject({ interval: { upper: 1 } });
    expect(() => estimateProportion(3, 2)).toThrow(RangeError);
    expect(() => estimateProportion(Number.NaN, 2)).toThrow(RangeError);
  });

  test("an interval never leaves 0 to 1 and always holds its share", () => {
    fc.assert(
      fc.property(fc.nat({ max: 500 }), fc.nat({ max: 500 }), (x, rest) => {
        fc.pre(x + rest > 0);
        const estimate = estimateProportion(x, x + rest);
        if (estimate.kind !== "result") throw new Error("no result");
        expect(estimate.interval.lower).toBeGreaterThanOrEqual(0);
        expect(estimate.interval.upper).toBeLessThanOrEqual(1);
        expect(estimate.interval.lower).toBeLessThanOrEqual(estimate.share);
        expect(estimate.interval.upper).toBeGreaterThanOrEqual(estimate.share);
      }),
    );
  });

  test("the 95 % Wilson interval holds the true share in about 95 % of samples of sixty", () => {
    const random = createRandom("coverage of Wilson");
    const rounds = 4000;
    for (const truth of [0.15, 0.4, 0.5]) {
      let held = 0;
      for (let round = 0; round < rounds; round += 1) {
        let x = 0;
        for (let person = 0; person < 60; person += 1) if (nextUniform(random) < truth) x += 1;
        const estimate = estimateProportion(x, 60);
        if (estimate.kind !== "result") throw new Error("no result");
        if (estimate.interval.lower <= truth && truth <= estimate.interval.upper) held += 1;
      }
      // Counts are whole, so the exact coverage at one share swings by about a point and a half around 95 %.
      expect(Math.abs(held / rounds - 0.95)).toBeLessThan(0.02);
    }
  });

  test("small expected counts go to Fisher, weighted ones stay with z, nobody and everybody give p = 1", () => {
    expect(compareIndependentProportions(1, 10, 5, 11)).toMatchObject({ method: "fisher" });
    expect(compareIndependentProportions(1.5, 10, 5, 11)).toMatchObject({ method: "pooled-z" });
    expect(compareIndependentProportions(0, 40, 0, 50)).toMatchObject({ z: 0, p: 1 });
    expect(compareIndependentProportions(40, 40, 50, 50)).toMatchObject({ z: 0, p: 1 });
    expect(compareIndependentProportions(0, 0, 5, 11)).toMatchObject({ reason: "no-observations" });
  });

  test("Fisher's tea: 3 of 4 against 1 of 4 is .4857, and swapping the groups changes nothing", () => {
    expect(fisherExactTwoSided(3, 4, 1, 4)).toBeCloseTo(34 / 70, 12);
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), fc.nat(30), fc.nat(30), (a, b, c, d) => {
        const p = fisherExactTwoSided(a, a + b, c, c + d);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(fisherExactTwoSided(c, c + d, a, a + b)).toBeCloseTo(p, 10);
        expect(fisherExactTwoSided(b, a + b, d, c + d)).toBeCloseTo(p, 10);
      }),
    );
    expect(fisherExactTwoSided(900, 1000, 100, 1000)).toBeGreaterThan(0);
  });

  test("the same people: nobody discordant is p = 1, and the method changes at fifty", () => {
    expect(comparePairedProportions(0, 0, 20)).toMatchObject({ p: 1, hasNoDiscordantPair: true });
    expect(comparePairedProportions(20, 29, 100)).toMatchObject({ method: "mid-p" });
    expect(comparePairedProportions(20, 30, 100)).toMatchObject({ method: "chi-square" });
    expect(comparePairedProportions(0, 0, 0)).toMatchObject({ reason: "no-observations" });
    expect(() => comparePairedProportions(5, 6, 10)).toThrow(RangeError);
  });
});

describe("paired preference", () => {
  test("exact p-values: symmetric, and by small p-values away from one half", () => {
    expect(binomialTestTwoSided(0, 5)).toBeCloseTo(0.0625, 12);
    expect(binomialTestTwoSided(5, 10)).toBe(1);
    expect(binomialTestTwoSided(0, 0)).toBe(1);
    expect(binomialTestTwoSided(61, 100)).toBeLessThanOrEqual(0.05);
    expect(binomialTestTwoSided(60, 100)).toBeGreaterThan(0.05);
    // R: binom.test(682, 925, .75)$p.value
    expect(binomialTestTwoSided(682, 925, 0.75)).toBeCloseTo(0.3824915595, 9);
    expect(binomialTestTwoSided(3, 15, 0.1)).toBeCloseTo(0.1840610691, 9);
  });

  test("Clopper-Pearson ends at exactly 0 and 1", () => {
    expect(clopperPearsonInterval(0, 10).lower).toBe(0);
    expect(clopperPearsonInterval(10, 10).upper).toBe(1);
    expect(clopperPearsonInterval(0, 10).upper).toBeCloseTo(1 - 0.025 ** 0.1, 12);
  });

  test("people without a preference are dropped, or split with the odd one dropped", () => {
    expect(testPreference(10, 6, 5)).toMatchObject({ n: 21, testedFirst: 10, testedTotal: 16 });
    expect(testPreference(10, 6, 5, "split-equal")).toMatchObject({ testedFirst: 12, testedTotal: 20 });
    expect(testPreference(0, 0, 1, "split-equal")).toMatchObject({ reason: "no-observations", n: 1 });
    expect(testPreference(0, 0)).toMatchObject({ reason: "no-observations" });
  });
});

describe("adjusting p-values", () => {
  test("never makes a p smaller, keeps their order, and stays at most 1", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (values) => {
        for (const method of ["none", "bonferroni", "holm", "benjamini-hochberg"] as const) {
          const adjusted = adjustPValues(values, method);
          expect(adjusted).toHaveLength(values.length);
          adjusted.forEach((p, index) => {
            expect(p).toBeGreaterThanOrEqual((values[index] ?? 0) * (1 - 1e-15));
            expect(p).toBeLessThanOrEqual(1);
          });
        }
      }),
    );
    expect(() => adjustPValues([1.2], "holm")).toThrow(RangeError);
  });

  // R: p.adjust(c(.001, .03), "holm"), p.adjust(c(.02, .6), "holm"), and p.adjust(c(.002, .04, .7), "BH") over their smallest and that of a third.
  test("in families of families lets no pair be surer than its family among all", () => {
    const adjusted = adjustFamilies([[0.001, 0.03], [], [0.02, 0.6], [0.7]]);
    expect(adjusted.map((own) => own.map((p) => Number(p.toFixed(12))))).toEqual([[0.006, 0.03], [], [0.06, 0.6], [0.7]]);
    expect(adjustFamilies([[0.001, 0.03], [0.5]], [0.04, 1])).toEqual([[0.04, 0.04], [1]]);
    expect(adjustFamilies([])).toEqual([]);
  });

  test("in families of families is Holm where there is one, and Benjamini-Hochberg where each has one pair", () => {
    const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(ps, (values) => {
        expect(adjustFamilies([values])).toEqual([adjustPValues(values, "holm")]);
        expect(adjustFamilies(values.map((p) => [p])).flat()).toEqual(adjustPValues(values, "benjamini-hochberg"));
      }),
    );
  });
});
