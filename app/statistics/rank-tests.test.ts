import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { friedmanTest } from "./friedman";
import { kruskalWallisTest, rankSumTest, signedRankTest } from "./rank-tests";
import { pageTrendTest } from "./ranking-comparisons";
import { isResult } from "./result";

function present<Answer extends { kind: string }>(answer: Answer) {
  if (!isResult(answer)) throw new Error(`no result: ${JSON.stringify(answer)}`);
  return answer;
}

describe("rank tests, against Hollander and Wolfe's examples", () => {
  test("depression before and after: signed ranks, exact", () => {
    const before = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3];
    const after = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
    const answer = present(signedRankTest(before, after));
    expect(answer).toMatchObject({ statistic: 40, method: "exact", equal: 0 });
    expect(answer.p).toBeCloseTo(0.0390625, 12);
  });

  test("permeability of two groups: rank sums, exact", () => {
    const answer = present(rankSumTest([0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46], [1.15, 0.88, 0.9, 0.74, 1.21]));
    expect(answer).toMatchObject({ statistic: 35, method: "exact", superiority: 0.7 });
    expect(answer.p).toBeCloseTo(0.2544122544, 9);
  });

  test("clearance in three groups", () => {
    const answer = present(
      kruskalWallisTest([
        [2.9, 3.0, 2.5, 2.6, 3.2],
        [3.8, 2.7, 4.0, 2.4],
        [2.8, 3.4, 3.7, 2.2, 2.0],
      ]),
    );
    expect(answer.statistic).toBeCloseTo(0.7714286, 6);
    expect(answer.p).toBeCloseTo(0.6799648, 6);
  });
});

const ratings = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 40 });

describe("properties", () => {
  test("exchanging two products or groups mirrors the statistic and keeps the p", () => {
    fc.assert(
      fc.property(ratings, ratings, (first, second) => {
        const [one, other] = [rankSumTest(first, second), rankSumTest(second, first)];
        expect(one.kind).toBe(other.kind);
        if (one.kind === "result" && other.kind === "result") {
          expect(one.p).toBeCloseTo(other.p, 10);
          expect(one.statistic + other.statistic).toBeCloseTo(first.length * second.length, 8);
        }
        const n = Math.min(first.length, second.length);
        const [there, back] = [signedRankTest(first.slice(0, n), second.slice(0, n)), signedRankTest(second.slice(0, n), first.slice(0, n))];
        if (there.kind === "result" && back.kind === "result") expect(there.p).toBeCloseTo(back.p, 10);
      }),
    );
  });

  test("an order-keeping change of the scale changes nothing", () => {
    fc.assert(
      fc.property(ratings, ratings, (first, second) => {
        const stretch = (values: number[]) => values.map((value) => value ** 3 + 2);
        expect(rankSumTest(stretch(first), stretch(second))).toEqual(rankSumTest(first, second));
      }),
    );
  });

  test("two groups: Kruskal-Wallis is the square of the rank-sum z", () => {
    fc.assert(
      fc.property(ratings, ratings, (first, second) => {
        const [h, w] = [kruskalWallisTest([first, second]), rankSumTest(first, second)];
        if (h.kind === "result" && w.kind === "result" && w.z !== null) expect(h.statistic).toBeCloseTo(w.z ** 2, 8);
      }),
    );
  });

  test("exact signed ranks agree with trying every sign", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 9 }), fc.nat(), (sizes, signs) => {
        const differences = sizes.map((size, index) => (signs & (1 << index) ? size : -size));
        const answer = present(
          signedRankTest(
            differences,
            differences.map(() => 0),
          ),
        );
        const ranks = sizes.map((size) => sizes.filter((other) => other <= size).length);
        let [below, above] = [0, 0];
        for (let mask = 0; mask < 2 ** sizes.length; mask += 1) {
          const v = ranks.reduce((sum, rank, index) => sum + (mask & (1 << index) ? rank : 0), 0);
          if (v <= answer.statistic) below += 1;
          if (v >= answer.statistic) above += 1;
        }
        expect(answer.p).toBeCloseTo(Math.min(1, (2 * Math.min(below, above)) / 2 ** sizes.length), 12);
      }),
    );
  });
});

test("45 people in each group: the exact p agrees with counting in whole numbers", () => {
  const first = Array.from({ length: 45 }, (_, i) => 3 * i + (i % 2));
  const second = Array.from({ length: 40 }, (_, i) => 3 * i + 21.5);
  const answer = present(rankSumTest(first, second));
  let counts = [1n];
  const times = (by: bigint[]) => {
    const product = new Array<bigint>(counts.length + by.length - 1).fill(0n);
    counts.forEach((one, i) => by.forEach((other, j) => (product[i + j] = (product[i + j] ?? 0n) + one * other)));
    return product;
  };
  // The product of (1 - x^(n2 + i)) / (1 - x^i) for i up to n1, divided step by step.
  for (let step = 1; step <= 45; step += 1) {
    const top = new Array<bigint>(40 + step + 1).fill(0n);
    top[0] = 1n;
    top[40 + step] = -1n;
    counts = times(top);
    for (let place = step; place < counts.length; place += 1) counts[place] = (counts[place] ?? 0n) + (counts[place - step] ?? 0n);
    counts.length = 40 * step + 1;
  }
  const smaller = Math.min(answer.statistic, 45 * 40 - answer.statistic);
  const below = counts.slice(0, smaller + 1).reduce((sum, count) => sum + count, 0n);
  const total = counts.reduce((sum, count) => sum + count, 0n);
  expect(answer.method).toBe("exact");
  expect(answer.p / (Number((2n * below * 10n ** 20n) / total) / 1e20)).toBeCloseTo(1, 12);
});

describe("Page's test for ordered alternatives", () => {
  const orders = [
    [1, 2, 3],
    [1, 3, 2],
    [2, 1, 3],
    [2, 3, 1],
    [3, 1, 2],
    [3, 2, 1],
  ];

  test("over all rankings of three people the statistic has mean 0 and variance 1", () => {
    const zs = orders.flatMap((one) => orders.flatMap((two) => orders.map((three) => present(pageTrendTest([one, two, three], [0, 1, 2])).z)));
    expect(zs.reduce((sum, z) => sum + z, 0)).toBeCloseTo(0, 9);
    expect(zs.reduce((sum, z) => sum + z * z, 0) / zs.length).toBeCloseTo(1, 9);
  });

  test("the expected order counts, not the columns", () => {
    const rows = [
      [3, 1, 2],
      [3, 1, 2],
      [3, 2, 1],
      [2, 1, 3],
    ];
    expect(present(pageTrendTest(rows, [1, 2, 0])).statistic).toBe(54);
    expect(present(pageTrendTest(rows, [0, 2, 1])).z).toBeCloseTo(-present(pageTrendTest(rows, [1, 2, 0])).z, 12);
    expect(present(friedmanTest(rows)).rankSpread).toBe(8);
  });
});
