import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judge, mayBeEligible, type EligibilityRule } from "./eligibility";

const rule: EligibilityRule = {
  minimum: 3,
  lines: [
    { source: { kind: "fact", key: "sex" }, values: ["female"], effect: { kind: "points", points: 1 } },
    { source: { kind: "question", key: "brands" }, values: ["a", "b"], effect: { kind: "points", points: 2 } },
    { source: { kind: "question", key: "works_in" }, values: ["research"], effect: { kind: "knock_out" } },
  ],
};

describe("who may take part", () => {
  it("is whoever nothing knocks out and whose points are enough", () => {
    expect(judge(rule, { sex: "female" }, { brands: ["b", "c"] })).toEqual({ isEligible: true, points: 3, knockedOutBy: null });
    expect(judge(rule, { sex: "male" }, { brands: ["a"] }).isEligible).toBe(false);
    expect(judge(rule, { sex: "female" }, { brands: ["a"], works_in: "research" })).toEqual({ isEligible: false, points: 3, knockedOutBy: 2 });
    expect(judge(null, {}, {}).isEligible).toBe(true);
  });

  it("before the screener is everybody whom the profile alone does not rule out", () => {
    expect(mayBeEligible(rule, { sex: "female" })).toBe(true);
    expect(mayBeEligible(rule, { sex: "male" })).toBe(false);
    expect(mayBeEligible({ ...rule, minimum: 2 }, {})).toBe(true);
  });

  it("never includes somebody after the screener who was not among those who match before it", () => {
    const value = fc.constantFrom("a", "b", "c");
    const line = fc.record({
      source: fc.record({ kind: fc.constantFrom("fact" as const, "question" as const), key: fc.constantFrom("x", "y") }),
      values: fc.uniqueArray(value, { minLength: 1 }),
      effect: fc.oneof(
        fc.constant({ kind: "knock_out" as const }),
        fc.record({ kind: fc.constant("points" as const), points: fc.integer({ min: -3, max: 5 }) }),
      ),
    });
    const answers = fc.record({ x: value, y: fc.uniqueArray(value) }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), fc.integer({ min: -2, max: 8 }), answers, answers, (lines, minimum, facts, given) => {
        if (judge({ lines, minimum }, facts, given).isEligible) expect(mayBeEligible({ lines, minimum }, facts)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
