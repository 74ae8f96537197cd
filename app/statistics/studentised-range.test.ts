import { describe, expect, test } from "vitest";
import { binomialLowerTail, binomialUpperTail, chiSquareUpperTail, fUpperTail, normalUpperTail, tUpperTail } from "./distributions";
import { studentisedRangeQuantile, studentisedRangeUpperTail } from "./studentised-range";

describe("the studentised range", () => {
  // 18-digit quadrature of the defining double integral.
  test.each([
    [3.5, 4, 60, 0.074286821808465],
    [12, 12, 1119, 4.4486790465e-15],
    [10, 3, 20, 2.1532071686916e-6],
  ])("P(Q > %d) for %d means and %d degrees of freedom", (q, means, degrees, expected) => {
    expect(Math.abs(studentisedRangeUpperTail(q, means, degrees) / expected - 1)).toBeLessThan(1e-9);
  });

  test("two means are the t distribution, also far out", () => {
    for (const degrees of [1, 2, 3, 5, 17, 300, 1e5]) {
      for (const t of [0.01, 0.5, 2, 5, 9]) {
        const expected = 2 * tUpperTail(t, degrees);
        const p = studentisedRangeUpperTail(t * Math.SQRT2, 2, degrees);
        expect(Math.abs(p / expected - 1), `t ${String(t)}, ${String(degrees)}`).toBeLessThan(1e-9);
      }
    }
    for (const z of [0.3, 2, 7, 15]) {
      const p = studentisedRangeUpperTail(z * Math.SQRT2, 2, Infinity);
      expect(Math.abs(p / (2 * normalUpperTail(z)) - 1)).toBeLessThan(1e-10);
    }
  });

  test("the quantile undoes the tail", () => {
    for (const upperTail of [0.5, 0.1, 0.05, 0.001, 1e-12]) {
      for (const [means, degrees] of [
        [2, 3],
        [3, 1],
        [12, 1119],
        [60, Infinity],
      ] as const) {
        const q = studentisedRangeQuantile(upperTail, means, degrees);
        expect(Math.abs(studentisedRangeUpperTail(q, means, degrees) / upperTail - 1)).toBeLessThan(1e-8);
      }
    }
  });

  test("it falls with the range and rises with the number of means", () => {
    let previous = 1;
    for (let q = 0; q < 30; q += 0.37) {
      const p = studentisedRangeUpperTail(q, 7, 40);
      expect(p).toBeLessThanOrEqual(previous);
      expect(studentisedRangeUpperTail(q, 8, 40)).toBeGreaterThanOrEqual(p);
      previous = p;
    }
    expect(studentisedRangeUpperTail(0, 7, 40)).toBe(1);
    expect(studentisedRangeUpperTail(Infinity, 7, 40)).toBe(0);
    expect(studentisedRangeUpperTail(0.5, 200, 50)).toBeCloseTo(1, 9);
  });

  test("66 pairs take a few hundredths of a second", () => {
    studentisedRangeUpperTail(3, 12, 1119);
    const start = performance.now();
    for (let pair = 0; pair < 66; pair += 1) studentisedRangeUpperTail(0.2 + pair * 0.1, 12, 1119);
    expect(performance.now() - start).toBeLessThan(200);
  });

  test("nonsense is refused", () => {
    expect(() => studentisedRangeUpperTail(3, 1, 10)).toThrow(RangeError);
    expect(() => studentisedRangeUpperTail(3, 3, 0)).toThrow(RangeError);
    expect(() => studentisedRangeUpperTail(Number.NaN, 3, 10)).toThrow(RangeError);
    expect(() => studentisedRangeQuantile(0, 3, 10)).toThrow(RangeError);
  });
});

describe("upper tails keep their digits", () => {
  test("far out, where one minus the lower tail would be 0", () => {
    expect(normalUpperTail(20) / 2.7536241186062337e-89).toBeCloseTo(1, 10);
    expect(tUpperTail(30, 50)).toBeGreaterThan(0);
    expect(tUpperTail(-2, 9) + tUpperTail(2, 9)).toBeCloseTo(1, 14);
    expect(fUpperTail(10.5654975703, 11, 1119) / 1.1492742378e-18).toBeCloseTo(1, 8);
    expect(fUpperTail(0, 3, 5)).toBe(1);
  });

  test("chi-square for odd and even degrees of freedom", () => {
    expect(chiSquareUpperTail(4, 1)).toBeCloseTo(2 * normalUpperTail(2), 15);
    expect(chiSquareUpperTail(5, 2)).toBeCloseTo(Math.exp(-2.5), 15);
    expect(chiSquareUpperTail(11.345, 3)).toBeCloseTo(0.00999987, 6);
    expect(chiSquareUpperTail(0, 4)).toBe(1);
    expect(() => chiSquareUpperTail(1, 0.5)).toThrow(RangeError);
  });

  test("binomial tails meet in the middle", () => {
    for (const p of [0, 0.03, 0.5, 0.97, 1]) {
      for (let x = 0; x <= 12; x += 1) {
        const lower = x === 0 ? 0 : binomialLowerTail(x - 1, 12, p);
        expect(lower + binomialUpperTail(x, 12, p)).toBeCloseTo(1, 12);
      }
    }
  });
});
