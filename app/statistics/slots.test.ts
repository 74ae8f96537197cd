import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planMonadicSlots, planSequentialSlots } from "./slots";

const strata = [
  { id: "women", size: 31 },
  { id: "men", size: 12 },
];

describe("the places of a trial", () => {
  test("arms never drift apart by more than the largest block allows, at any moment of recruitment", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 60 }), fc.string(), (arms, size, seed) => {
        const names = Array.from({ length: arms }, (_, index) => `arm ${String(index)}`);
        const slots = planMonadicSlots(names, [{ id: "s", size }], seed);
        expect(slots).toHaveLength(size);
        const counts = new Map(names.map((name) => [name, 0]));
        for (const { arm } of slots) {
          counts.set(arm, (counts.get(arm) ?? 0) + 1);
          expect(Math.max(...counts.values()) - Math.min(...counts.values())).toBeLessThanOrEqual(3);
        }
      }),
    );
  });

  test("blocks vary in length, so the last place of a block cannot be guessed", () => {
    const starts = Array.from({ length: 30 }, (_, seed) =>
      planMonadicSlots(["a", "b"], [{ id: "s", size: 2 }], seed)
        .map(({ arm }) => arm)
        .join(""),
    );
    expect(starts).toContain("aa");
    expect(starts).toContain("ab");
  });

  test("a stratum keeps its places when another one is added or the order of arms changes", () => {
    const before = planMonadicSlots(["a", "b", "c"], strata, "seed").filter(({ stratumId }) => stratumId === "men");
    const after = planMonadicSlots(["c", "a", "b"], [{ id: "children", size: 9 }, ...strata], "seed");
    expect(after.filter(({ stratumId }) => stratumId === "men")).toEqual(before);
    expect(before.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
  });

  test("sequential places follow Williams orders within each stratum", () => {
    const { slots, balanceByStratum } = planSequentialSlots(["x", "y", "z"], strata, "seed");
    expect(slots).toHaveLength(43);
    expect(balanceByStratum.get("men")?.imbalance).toBe(0);
    for (const { order } of slots) expect([...order].sort()).toEqual(["x", "y", "z"]);
    expect(planSequentialSlots(["z", "y", "x"], [...strata].reverse(), "seed").slots).toEqual(slots);
  });

  test("nonsense is refused", () => {
    expect(() => planMonadicSlots([], strata, 1)).toThrow(RangeError);
    expect(() => planMonadicSlots(["a", "a"], strata, 1)).toThrow(RangeError);
    expect(() => planMonadicSlots(["a"], [{ id: "s", size: -1 }], 1)).toThrow(RangeError);
    expect(() => planMonadicSlots(["a"], strata, 1, [0])).toThrow(RangeError);
    expect(() =>
      planSequentialSlots(
        ["a"],
        [
          { id: "s", size: 1 },
          { id: "s", size: 1 },
        ],
        1,
      ),
    ).toThrow(RangeError);
  });
});
