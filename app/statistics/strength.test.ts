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

  test("half a point of nine becomes a quarter point of five", () => {
    expect(widestHalfWidth({ kind: "points", minimum: 1, maximum: 5 })).toBe(0.25);
    expect(() => widestHalfWidth({ kind: "points", minimum: 5, maximum: 5 })).toThrow(RangeError);
    expect(() => strengthOf({ ...evidence, alpha: 0 })).toThrow(RangeError);
    expect(() => strengthOf({ ...evidence, adjustedP: Number.NaN })).toThrow(RangeError);
  });
});
