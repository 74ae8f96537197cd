import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canStandTogether, DEFAULT_STOP_LIST, drawBlindCodes, isAcceptableCode } from "./blind-codes";

describe("blind codes", () => {
  test.each([99, 1000, 222, 123, 987, 210, 100, 700, 404, 666, 911, 426.5])("%d is never a code", (code) => {
    expect(isAcceptableCode(code)).toBe(false);
  });

  test.each([426, 135, 122, 901, 358])("%d may be one", (code) => {
    expect(isAcceptableCode(code)).toBe(true);
  });

  test("one typing error or two swapped digits never turn one code into another", () => {
    expect(canStandTogether(426, 427)).toBe(false);
    expect(canStandTogether(426, 462)).toBe(false);
    expect(canStandTogether(426, 624)).toBe(false);
    expect(canStandTogether(426, 426)).toBe(false);
    expect(canStandTogether(426, 517)).toBe(true);
    expect(canStandTogether(426, 264)).toBe(true);
  });

  test("any draw keeps all rules, replays, and spreads first digits", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 24 }), (seed, count) => {
        const codes = drawBlindCodes({ count, seed });
        expect(codes).toHaveLength(count);
        expect(codes).toEqual(drawBlindCodes({ count, seed }));
        codes.forEach((code, index) => {
          expect(isAcceptableCode(code)).toBe(true);
          expect(DEFAULT_STOP_LIST).not.toContain(code);
          for (const other of codes.slice(index + 1)) expect(canStandTogether(code, other)).toBe(true);
        });
        const firstDigits = new Set(codes.map((code) => Math.floor(code / 100)));
        expect(firstDigits.size).toBe(Math.min(9, count));
      }),
      { numRuns: 60 },
    );
  });

  test("new codes of a running trial fit the printed ones", () => {
    const taken = drawBlindCodes({ count: 6, seed: "first" });
    const added = drawBlindCodes({ count: 6, seed: "second", taken });
    for (const code of added) for (const other of taken) expect(canStandTogether(code, other)).toBe(true);
  });

  test("more codes than can differ enough is an error that says so", () => {
    expect(() => drawBlindCodes({ count: 91, seed: 1 })).toThrow(/no 91 blind codes/);
    const stopList = Array.from({ length: 900 }, (_, index) => 100 + index);
    expect(() => drawBlindCodes({ count: 1, seed: 1, stopList })).toThrow(RangeError);
  });
});
