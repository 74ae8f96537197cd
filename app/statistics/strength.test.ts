import { describe, expect, test } from "vitest";
import { strengthOf, widestHalfWidth } from "./strength";

const ninePoints = { kind: "points", minimum: 1, maximum: 9 } as const;
const evidence = { adjustedP: 0.3, alpha: 0.05, n: 120, halfWidth: 0.4, scale: ninePoints };

describe("how sure a report sounds", () => {
  test.each([
    ["clearly", { adjustedP: 0.0099 }],
    ["probably", { adjustedP: 0.01 }],
    ["probably", { adjustedP: 0.0499 }],
    ["no-difference-shown", { adjustedP: 0.05 }],
    ["probably", { adjustedP: 0.09, alpha: 0.1 }],
    ["no-difference-shown", { adjustedP: 0.007, alpha: 0.005 }],
    ["clearly", { adjustedP: 0.001, n: 12, halfWidth: 2 }],
    ["cannot-tell", { n: 29 }],
    ["no-difference-shown", { n: 30 }],
    ["no-difference-shown", { halfWidth: 0.5 }],
    ["cannot-tell", { halfWidth: 0.51 }],
    ["cannot-tell", { halfWidth: null }],
    ["cannot-tell", { adjustedP: null }],
    ["cannot-tell", { halfWidth: 0.11, scale: { kind: "share" } }],
    ["no-difference-shown", { halfWidth: 0.1, scale: { kind: "share" } }],
  ] as const)("%s for %o", (expected, changes) => {
    expect(strengthOf({ ...evidence, ...changes })).toBe(expected);
  });

  // Every kind of finding asks the same question, each in its own unit: ratings on their scale, shares, ranks, net promoters, days.
  const families = [
    ["liking on nine points", ninePoints, 0.5],
    ["purchase intent on five", { kind: "points", minimum: 1, maximum: 5 }, 0.25],
    ["a slider to a hundred", { kind: "points", minimum: 0, maximum: 100 }, 6.25],
    ["mean ranks of four", { kind: "points", minimum: 1, maximum: 4 }, 0.1875],
    ["preference, words, top boxes, promoters and reach", { kind: "share" }, 0.1],
  ] as const;
  test.each(families)("the boundaries hold for %s", (_name, scale, widest) => {
    const just = 1e-9;
    const at = (changes: Partial<typeof evidence>) => strengthOf({ ...evidence, halfWidth: widest, ...changes, scale });
    expect(at({ adjustedP: 0.01 - just })).toBe("clearly");
    expect(at({ adjustedP: 0.01 })).toBe("probably");
    for (const alpha of [0.05, 0.1, 0.2]) {
      expect(at({ adjustedP: alpha - just, alpha })).toBe("probably");
      expect(at({ adjustedP: alpha, alpha })).toBe("no-difference-shown");
    }
    expect(at({ n: 30 })).toBe("no-difference-shown");
    expect(at({ n: 29 })).toBe("cannot-tell");
    expect(at({ halfWidth: widest * (1 + 1e-6) })).toBe("cannot-tell");
    // A base below thirty takes nothing from what a test has shown.
    expect(at({ n: 29, adjustedP: 0.02 })).toBe("probably");
    expect(at({ adjustedP: 1, n: 1_000_000, halfWidth: 0 })).toBe("no-difference-shown");
  });

  test("half a point of nine becomes a quarter point of five", () => {
    expect(widestHalfWidth({ kind: "points", minimum: 1, maximum: 5 })).toBe(0.25);
    expect(() => widestHalfWidth({ kind: "points", minimum: 5, maximum: 5 })).toThrow(RangeError);
    expect(() => strengthOf({ ...evidence, alpha: 0 })).toThrow(RangeError);
    expect(() => strengthOf({ ...evidence, adjustedP: Number.NaN })).toThrow(RangeError);
  });
});
