import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compactLetters, type PairP } from "./letters";

function pairsOf(ids: readonly string[], pOf: (first: number, second: number) => number): PairP[] {
  return ids.flatMap((first, i) => ids.slice(i + 1).map((second, j) => ({ first, second, p: pOf(i, i + 1 + j) })));
}

const study = fc.integer({ min: 1, max: 9 }).chain((size) =>
  fc.record({
    means: fc.array(fc.double({ min: 1, max: 9, noNaN: true }), { minLength: size, maxLength: size }),
    ps: fc.array(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(0.05)), {
      minLength: (size * (size - 1)) / 2,
      maxLength: (size * (size - 1)) / 2,
    }),
  }),
);

describe("letters beside means", () => {
  test("two products share a letter if and only if their p is at least alpha, whatever the p-values", () => {
    fc.assert(
      fc.property(study, ({ means, ps }) => {
        const products = means.map((mean, index) => ({ id: `p${String(index)}`, mean }));
        let next = 0;
        const pairs = pairsOf(
          products.map(({ id }) => id),
          () => ps[next++] ?? 1,
        );
        const lettered = compactLetters(products, pairs);
        const lettersOf = new Map(lettered.map(({ id, letters }) => [id, letters]));
        for (const { first, second, p } of pairs) {
          const shares = lettersOf.get(first)?.some((letter) => lettersOf.get(second)?.includes(letter));
          expect(shares).toBe(p >= 0.05);
        }
        for (const { letters } of lettered) expect(letters.length).toBeGreaterThan(0);
        expect(lettered.map(({ mean }) => mean)).toEqual([...means].sort((a, b) => b - a));
        expect(lettered[0]?.letters[0]).toBe("a");
      }),
      { numRuns: 400 },
    );
  });

  test("no letter is superfluous: no group of products lies inside another", () => {
    fc.assert(
      fc.property(study, ({ means, ps }) => {
        const products = means.map((mean, index) => ({ id: `p${String(index)}`, mean }));
        let next = 0;
        const lettered = compactLetters(
          products,
          pairsOf(
            products.map(({ id }) => id),
            () => ps[next++] ?? 1,
          ),
        );
        const names = [...new Set(lettered.flatMap(({ letters }) => letters))];
        const groups = names.map((name) => lettered.filter(({ letters }) => letters.includes(name)).map(({ id }) => id));
        groups.forEach((group, index) =>
          groups.forEach((other, place) => {
            if (index !== place) expect(group.every((id) => other.includes(id))).toBe(false);
          }),
        );
      }),
    );
  });

  test("a classic: the extremes differ, the middle shares with both", () => {
    const means = [
      { id: "low", mean: 4 },
      { id: "middle", mean: 5 },
      { id: "high", mean: 6 },
    ];
    const lettered = compactLetters(
      means,
      pairsOf(["low", "middle", "high"], (i, j) => (i === 0 && j === 2 ? 0.01 : 0.4)),
    );
    expect(lettered.map(({ id, letters }) => `${id} ${letters.join("")}`)).toEqual(["high a", "middle ab", "low b"]);
  });

  test("thirty products that all differ go on after z", () => {
    const means = Array.from({ length: 30 }, (_, index) => ({ id: `p${String(index)}`, mean: -index }));
    const lettered = compactLetters(
      means,
      pairsOf(
        means.map(({ id }) => id),
        () => 0.001,
      ),
    );
    expect(lettered[25]?.letters).toEqual(["z"]);
    expect(lettered[26]?.letters).toEqual(["a2"]);
  });

  test("one product, none, and incomplete pairs", () => {
    expect(compactLetters([], [])).toEqual([]);
    expect(compactLetters([{ id: "a", mean: 1 }], [])).toEqual([{ id: "a", mean: 1, letters: ["a"] }]);
    const two = [
      { id: "a", mean: 1 },
      { id: "b", mean: 2 },
    ];
    expect(() => compactLetters(two, [])).toThrow(/every pair/);
    expect(() => compactLetters(two, [{ first: "a", second: "c", p: 1 }])).toThrow(RangeError);
    expect(() => compactLetters([...two, { id: "a", mean: 3 }], [])).toThrow(/id of its own/);
  });
});
