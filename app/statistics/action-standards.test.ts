import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  evaluateActionStandard,
  judgeLeaf,
  requiredConfidence,
  type Measurement,
  type StandardLeaf,
  type StandardRule,
  type StandardTest,
} from "./action-standards";

const leaf = (id: string, standardTest: StandardTest, rest: Partial<StandardLeaf> = {}): StandardLeaf => ({
  kind: "leaf",
  id,
  test: standardTest,
  ...rest,
});
const measured = (estimate: number, lower: number, upper: number, confidence: number, n = 100): Measurement => ({
  kind: "measured",
  n,
  estimate,
  interval: { lower, upper, confidence },
});
const atLeast = (value: number): StandardTest => ({ kind: "point", comparison: ">=", value });
const point = (estimate: number, n = 100): Measurement => ({ kind: "measured", n, estimate });

describe("one rule", () => {
  const superior: StandardTest = { kind: "superior", alpha: 0.1, sided: 1 };
  const notInferior: StandardTest = { kind: "not-inferior", margin: 0.1, alpha: 0.05 };
  const equivalent: StandardTest = { kind: "equivalent", margin: 0.5, alpha: 0.05 };
  const bound: StandardTest = { kind: "bound", comparison: ">=", value: 7, alpha: 0.05 };
  const ceiling: StandardTest = { kind: "bound", comparison: "<=", value: 7, alpha: 0.05 };

  test.each([
    [superior, 0.02, 0.2, "pass"],
    [superior, -0.02, 0.2, "inconclusive"],
    [superior, 0, 0.2, "inconclusive"],
    [superior, -0.3, -0.01, "fail"],
    [notInferior, -0.09, 0.1, "pass"],
    [notInferior, -0.1, 0.1, "inconclusive"],
    [notInferior, -0.4, -0.11, "fail"],
    [equivalent, -0.2, 0.27, "pass"],
    [equivalent, -0.2, 0.5, "inconclusive"],
    [equivalent, 0.5, 0.9, "fail"],
    [equivalent, -0.9, -0.6, "fail"],
    [bound, 7, 8, "pass"],
    [bound, 6.9, 8, "inconclusive"],
    [bound, 6, 6.9, "fail"],
    [ceiling, 6, 7, "pass"],
    [ceiling, 6, 7.1, "inconclusive"],
    [ceiling, 7.1, 8, "fail"],
  ] as const)("%o with an interval from %d to %d: %s", (standardTest, lower, upper, expected) => {
    const confidence = requiredConfidence(standardTest) ?? 0;
    expect(judgeLeaf(leaf("x", standardTest), measured((lower + upper) / 2, lower, upper, confidence))).toBe(expected);
  });

  test.each([
    [">=", 7, "pass"],
    [">", 7, "fail"],
    ["<=", 7, "pass"],
    ["<", 7, "fail"],
    ["==", 7, "pass"],
    ["==", 6, "fail"],
  ] as const)("a measured value of 7 is %s %d: %s", (comparison, value, expected) => {
    expect(judgeLeaf(leaf("x", { kind: "point", comparison, value }), point(7))).toBe(expected);
  });

  test("the interval must have the agreed confidence", () => {
    expect(requiredConfidence(superior)).toBeCloseTo(0.8, 12);
    expect(requiredConfidence({ ...superior, sided: 2 })).toBeCloseTo(0.9, 12);
    expect(requiredConfidence(equivalent)).toBeCloseTo(0.9, 12);
    expect(requiredConfidence(atLeast(1))).toBeNull();
    expect(() => judgeLeaf(leaf("x", superior), measured(1, 0.5, 1.5, 0.95))).toThrow(/confidence 0.8/);
    expect(() => judgeLeaf(leaf("x", superior), point(1))).toThrow(RangeError);
    expect(() => judgeLeaf(leaf("x", { ...notInferior, margin: 0 }), measured(1, 0.5, 1.5, 0.9))).toThrow(/margin/);
  });

  test("a small base, a missing metric and a failed computation are not evaluable; counted facts may ask for no base", () => {
    expect(judgeLeaf(leaf("x", atLeast(5)), point(7, 9))).toBe("not-evaluable");
    expect(judgeLeaf(leaf("x", atLeast(5)), point(7, 10))).toBe("pass");
    expect(judgeLeaf(leaf("x", atLeast(5), { minimumBase: 50 }), point(7, 49))).toBe("not-evaluable");
    expect(judgeLeaf(leaf("x", { kind: "point", comparison: "==", value: 0 }, { minimumBase: 0 }), point(0, 0))).toBe("pass");
    expect(judgeLeaf(leaf("x", atLeast(5)), null)).toBe("not-evaluable");
    expect(judgeLeaf(leaf("x", atLeast(5)), { kind: "not-enough-data", reason: "no-variation", n: 80 })).toBe("not-evaluable");
  });
});

describe("the whole standard", () => {
  const standard: StandardRule = {
    kind: "all",
    rules: [
      leaf("liking", atLeast(7)),
      { kind: "any", rules: [leaf("intent", atLeast(0.6)), leaf("top intent", atLeast(0.25))] },
      leaf("penalties", { kind: "point", comparison: "<=", value: 1 }, { weight: "should" }),
    ],
  };
  const decide = (liking: number, intent: number, top: number, penalties: number, n = 100) =>
    evaluateActionStandard(
      standard,
      new Map([
        ["liking", point(liking, n)],
        ["intent", point(intent)],
        ["top intent", point(top)],
        ["penalties", point(penalties)],
      ]),
    ).decision;

  test("go, go with conditions, no-go, insufficient evidence", () => {
    expect(decide(7.2, 0.7, 0.1, 0)).toBe("go");
    expect(decide(7.2, 0.1, 0.3, 0)).toBe("go");
    expect(decide(7.2, 0.7, 0.1, 2)).toBe("go-with-conditions");
    expect(decide(6.9, 0.7, 0.1, 0)).toBe("no-go");
    expect(decide(7.2, 0.5, 0.2, 0)).toBe("no-go");
    expect(decide(7.2, 0.7, 0.1, 0, 8)).toBe("insufficient-evidence");
    expect(decide(7.2, 0.5, 0.2, 0, 8)).toBe("no-go");
  });

  test("an any group with one failed and one unmeasured rule is still open", () => {
    const { decision, leaves } = evaluateActionStandard(
      standard,
      new Map([
        ["liking", point(8)],
        ["intent", point(0.1)],
        ["penalties", point(0)],
      ]),
    );
    expect(decision).toBe("insufficient-evidence");
    expect(leaves.map(({ id, outcome }) => [id, outcome])).toEqual([
      ["liking", "pass"],
      ["intent", "fail"],
      ["top intent", "not-evaluable"],
      ["penalties", "pass"],
    ]);
  });

  test("a should inside a must group stays a should, and a should group hands its weight down", () => {
    const nested: StandardRule = {
      kind: "all",
      rules: [{ kind: "all", weight: "should", rules: [leaf("a", atLeast(1)), leaf("b", atLeast(1), { weight: "must" })] }, leaf("c", atLeast(1))],
    };
    const run = (a: number, b: number) =>
      evaluateActionStandard(
        nested,
        new Map([
          ["a", point(a)],
          ["b", point(b)],
          ["c", point(1)],
        ]),
      ).decision;
    expect(run(0, 1)).toBe("go-with-conditions");
    expect(run(1, 0)).toBe("no-go");
  });

  test("better evidence never makes the decision worse", () => {
    const order = ["no-go", "insufficient-evidence", "go-with-conditions", "go"];
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 9, noNaN: true }), { minLength: 3, maxLength: 3 }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        ([liking = 0, intent = 0, top = 0], more) => {
          const before = order.indexOf(decide(liking, intent / 9, top / 9, 1));
          const after = order.indexOf(decide(liking + more, (intent + more) / 9, (top + more) / 9, 1));
          expect(after).toBeGreaterThanOrEqual(before);
        },
      ),
    );
  });

  test("an empty group and a repeated name are bugs", () => {
    expect(() => evaluateActionStandard({ kind: "all", rules: [] }, new Map())).toThrow(/empty/);
    expect(() => evaluateActionStandard({ kind: "all", rules: [leaf("a", atLeast(1)), leaf("a", atLeast(1))] }, new Map())).toThrow(/two rules/);
  });
});
