import fc from "fast-check";
import { inverse, Matrix } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { independenceTest } from "./contingency";
import { columnLetter, letterMeans, letterShares, lettersOf } from "./crosstab";
import { adjustedRand, kMeans, meanSilhouette } from "./k-means";
import { likingSegments } from "./liking-segments";
import { opinionGroups, opinionMap, steadyGroupCount, type GroupCount, type Stance } from "./opinion-groups";
import { majorityStatements, representativeStatements, statementPriorities, statementsByGroup } from "./opinion-statements";
import { analyseOrder } from "./order-effects";
import { createRandom, nextUniform } from "./random";
import { nextNormal } from "./random-variates";
import { isResult } from "./result";
import { hiddenCells, hiddenGroups } from "./suppression";
import { williamsSquare } from "./williams";

function present<Answer extends { kind: string }>(answer: Answer) {
  if (!isResult(answer)) throw new Error(`no result: ${JSON.stringify(answer)}`);
  return answer;
}

describe("groups of points", () => {
  const random = createRandom("points");
  const clouds = [0, 1, 2].flatMap((cloud) =>
    Array.from({ length: 20 + 10 * cloud }, () => [5 * cloud + nextNormal(random), cloud === 1 ? 6 : 0 + nextNormal(random)]),
  );

  test("clouds that stand apart are found, largest first, the same with the same seed", () => {
    const answer = present(kMeans(clouds, 3, { seed: 5 }));
    expect(answer.sizes).toEqual([40, 30, 20]);
    expect(kMeans(clouds, 3, { seed: 5 })).toEqual(answer);
    expect(meanSilhouette(clouds, answer.labels)).toBeGreaterThan(0.5);
  });

  test("no grouping of a few points is better than the one found", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), { minLength: 3, maxLength: 9 }), (points) => {
        const answer = kMeans(points, 2, { seed: 1 });
        if (answer.kind !== "result") return;
        let best = Infinity;
        for (let mask = 1; mask < 2 ** points.length - 1; mask += 1) {
          let sum = 0;
          for (const side of [0, 1]) {
            const own = points.filter((_, index) => ((mask >> index) & 1) === side);
            for (const axis of [0, 1] as const) {
              const mean = own.reduce((total, point) => total + point[axis], 0) / own.length;
              sum += own.reduce((total, point) => total + (point[axis] - mean) ** 2, 0);
            }
          }
          best = Math.min(best, sum);
        }
        expect(answer.sumOfSquares).toBeCloseTo(best, 8);
      }),
    );
  });

  test("a weight of two is a point given twice", () => {
    const [one, other] = [kMeans(clouds, 2, { seed: 1, weights: clouds.map(() => 2) }), kMeans([...clouds, ...clouds], 2, { seed: 1 })];
    expect(present(one).sumOfSquares).toBeCloseTo(present(other).sumOfSquares, 6);
  });

  test("agreement of groupings: 1 under other names, about 0 by chance", () => {
    expect(adjustedRand([0, 0, 1, 1], ["b", "b", "a", "a"])).toBe(1);
    // Two pairs lie together in both, of 6 and 3; 6 * 3 / 15 are expected by chance.
    expect(adjustedRand([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2])).toBeCloseTo((2 - 1.2) / (4.5 - 1.2), 12);
  });

  test("two kinds of taste are found however generous people are", () => {
    const rows = Array.from({ length: 120 }, (_, person) => {
      const level = 5 + nextNormal(random);
      return [3, 1, -1, -3].map((taste) => level + (person < 70 ? taste : -taste) + 0.5 * nextNormal(random));
    });
    const answer = present(likingSegments(rows, { seed: 1, halves: 10 }));
    expect(answer.sizes).toEqual([70, 50]);
    expect(answer.isStable).toBe(true);
    expect(answer.means[0]?.[0]).toBeGreaterThan(answer.means[0]?.[3] ?? 9);
    expect(likingSegments(rows.slice(0, 59), { seed: 1 })).toMatchObject({ reason: "too-few-observations" });
  });
});

describe("opinions", () => {
  const random = createRandom("opinions");
  const votes = Array.from({ length: 60 }, (_, person) =>
    Array.from({ length: 12 }, (__, statement): Stance => {
      if (nextUniform(random) < 0.1) return null;
      if (statement > 9) return nextUniform(random) < 0.9 ? 1 : 0;
      const leaning = (person < 36 ? 1 : -1) * (statement % 2 === 0 ? 1 : -1);
      return (nextUniform(random) < 0.93 ? leaning : -leaning) as Stance;
    }),
  );

  test("two camps are found, what sets them apart, and what everybody agrees on", () => {
    const groups = present(opinionGroups(votes, { seed: 1 }));
    expect(groups.sizes).toEqual([36, 24]);
    expect(groups.hidden).toBeNull();
    const byGroup = statementsByGroup(votes, groups.map.people, groups.labels);
    const typical = representativeStatements(byGroup[0] ?? []);
    expect(typical.length).toBe(5);
    expect(typical.every(({ statement, side, isClear }) => isClear && (side === "agree") === (statement % 2 === 0))).toBe(true);
    expect(typical[0]?.side).toBe("agree");
    const majority = majorityStatements(votes, groups.map.people);
    expect(majority.agree.map(({ statement }) => statement).sort()).toEqual(expect.arrayContaining([10, 11]));
    const priorities = statementPriorities(votes, groups.map, (statement) => statement === 3);
    expect(priorities[3]).toBe(49);
  });

  test("nobody's place depends on the order of the people", () => {
    const [one, other] = [present(opinionMap(votes)), present(opinionMap([...votes].reverse()))];
    one.points.forEach((point, index) => point.forEach((value, axis) => expect(other.points[59 - index]?.[axis]).toBeCloseTo(value, 8)));
  });

  test("few people are never shown as groups", () => {
    expect(present(opinionGroups(votes.slice(28, 44), { seed: 1 })).hidden).toBe("too-few-people");
  });

  test("the number of groups changes only after four computations in a row", () => {
    let state: GroupCount | null = null;
    const shown = [2, 3, 3, 2, 3, 3, 3, 3, 3].map((found) => {
      state = steadyGroupCount(state, found);
      return state.groups;
    });
    expect(shown).toEqual([2, 2, 2, 2, 2, 2, 2, 3, 3]);
  });
});

describe("crosstabs", () => {
  test("letters stand at the higher column, in small print when only nearly", () => {
    const row = letterShares([
      { n: 100, successes: 60 },
      { n: 100, successes: 47 },
      { n: 100, successes: 30 },
      { n: 9, successes: 9 },
    ]);
    expect(row.columns.map(lettersOf)).toEqual(["bC", "C", "", ""]);
    expect(row.columns[3]).toMatchObject({ base: "untested", value: null });
    expect(row.pairs).toHaveLength(3);
    expect([0, 25, 26, 27, 701, 702].map(columnLetter)).toEqual(["A", "Z", "AA", "AB", "ZZ", "AAA"]);
  });

  test("means of groups of one mind are not tested against each other", () => {
    const row = letterMeans([new Array<number>(20).fill(5), new Array<number>(20).fill(6)]);
    expect(row.pairs).toEqual([]);
    expect(row.columns[0]?.base).toBe("low");
  });

  test("holm never gives more letters than no adjustment", () => {
    const column = fc.record({ n: fc.constant(50), successes: fc.integer({ min: 0, max: 50 }) });
    fc.assert(
      fc.property(fc.array(column, { minLength: 2, maxLength: 6 }), (columns) => {
        const count = (adjustment: "none" | "holm") => letterShares(columns, { adjustment }).columns.reduce((sum, { above }) => sum + above.length, 0);
        expect(count("holm")).toBeLessThanOrEqual(count("none"));
      }),
    );
  });

  test("independence: turning the table changes nothing, and thin tables are permuted", () => {
    const table = [
      [12, 30, 8],
      [25, 18, 22],
    ];
    const turned = [0, 1, 2].map((column) => table.map((row) => row[column] ?? 0));
    expect(present(independenceTest(table)).chiSquare).toBeCloseTo(present(independenceTest(turned)).chiSquare, 10);
    const thin = present(
      independenceTest([
        [3, 0, 1],
        [0, 3, 1],
      ]),
    );
    expect(thin.method).toBe("permutation");
    // 8! / (4! 4!) orders, of which those as far out as the observed table.
    expect(thin.p).toBeCloseTo(4 / 70, 1);
    expect(
      present(
        independenceTest([
          [3, 1],
          [1, 3],
        ]),
      ).method,
    ).toBe("fisher");
  });
});

describe("order of presentation", () => {
  // Formulations of rocket propellant in a Latin square, five batches of material by five operators (Montgomery, Design and Analysis of Experiments).
  const square = ["A24 B20 C19 D24 E24", "B17 C24 D30 E27 A36", "C18 D38 E26 A27 B21", "D26 E31 A26 B23 C22", "E22 A30 B20 C29 D31"].flatMap((line, row) =>
    line.split(" ").map((cell, column) => ({ personId: String(row), productId: cell.charAt(0), position: column + 1, value: Number(cell.slice(1)) })),
  );

  test("position in a Latin square, as published", () => {
    const answer = present(analyseOrder(square));
    expect(present(answer.position)).toMatchObject({ numeratorDegrees: 4, denominatorDegrees: 12 });
    expect(present(answer.position).f).toBeCloseTo(37.5 / (128 / 12), 9);
    answer.products.forEach(({ rawMean, adjustedMean }) => expect(adjustedMean).toBeCloseTo(rawMean, 9));
    expect(answer.showAdjusted).toBe(true);
  });

  test("carry-over is the extra sum of squares of the whole model, solved in one piece", () => {
    const random = createRandom("carry-over");
    const ratings = [...williamsSquare(4), ...williamsSquare(4)].flatMap((order, person) =>
      order.map((product, place) => ({ personId: String(person), productId: String(product), position: place + 1, value: 5 + nextNormal(random) })),
    );
    const carryOver = present(present(analyseOrder(ratings)).carryOver);
    const rows = ratings.filter(({ position }) => position > 1);
    const before = rows.map(({ personId, position }) => ratings.find((other) => other.personId === personId && other.position === position - 1)?.productId);
    const dummies = (values: (string | number | undefined)[]) =>
      [...new Set(values)]
        .sort()
        .slice(1)
        .map((level) => values.map((value) => Number(value === level)));
    const residual = (columns: number[][]) => {
      const x = new Matrix([rows.map(() => 1), ...columns]).transpose();
      const y = Matrix.columnVector(rows.map(({ value }) => value));
      const beta = inverse(x.transpose().mmul(x), true).mmul(x.transpose()).mmul(y);
      return Matrix.sub(y, x.mmul(beta)).norm() ** 2;
    };
    const base = [...dummies(rows.map((row) => row.personId)), ...dummies(rows.map((row) => row.productId)), ...dummies(rows.map((row) => row.position))];
    const [small, large] = [residual(base), residual([...base, ...dummies(before)])];
    const { numeratorDegrees: a, denominatorDegrees: b } = carryOver;
    expect(carryOver.f).toBeCloseTo((small - large) / a / (large / b), 7);
  });

  test("nobody can tell position from product when all had the same order", () => {
    const same = square.map((row) => ({ ...row, productId: String(row.position) }));
    expect(present(analyseOrder(same)).position).toMatchObject({ reason: "not-estimable" });
  });
});

describe("small groups stay hidden", () => {
  test("a single small group takes the next smallest with it", () => {
    expect(hiddenGroups([40, 3, 25])).toEqual([false, true, true]);
    expect(hiddenGroups([40, 3, 4, 25])).toEqual([false, true, true, false]);
    expect(hiddenGroups([40, 1, 1, 25])).toEqual([false, true, true, true]);
    expect(hiddenGroups([40, 0, 25])).toEqual([false, false, false]);
    expect(hiddenGroups([3])).toEqual([true]);
  });

  test("what is hidden together is never a small group, unless everything is", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 8 }), (counts) => {
        const hidden = hiddenGroups(counts);
        const own = counts.filter((_, group) => hidden[group]);
        counts.forEach((count, group) => expect(count > 0 && count < 5 && !hidden[group]).toBe(false));
        const isEverything = counts.every((count, group) => count === 0 || hidden[group]);
        if (own.length > 0 && !isEverything) expect(own.length >= 2 && own.reduce((sum, count) => sum + count, 0) >= 5).toBe(true);
      }),
    );
  });

  test("no hidden cell of a table follows from the totals and the cells that are shown", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat({ max: 15 }), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 4 }), (table) => {
        const hidden = hiddenCells(table);
        const cells = hidden.flatMap((row, i) => row.flatMap((isHidden, j) => (isHidden ? [[i, j] as const] : [])));
        table.forEach((row, i) => row.forEach((count, j) => expect(count > 0 && count < 5 && !hidden[i]?.[j]).toBe(false)));
        if (cells.length === 0) return;
        // A cell follows when every change that keeps all totals leaves it alone: its unit vector lies in the space of the totals.
        const totals = [
          ...table.map((_, row) => cells.map(([i]) => Number(i === row))),
          ...[0, 1, 2].map((column) => cells.map(([, j]) => Number(j === column))),
        ];
        const rank = (rows: number[][]) => rankOf(rows);
        const full = rank(totals);
        cells.forEach((_, place) => expect(rank([...totals, cells.map((__, other) => Number(other === place))])).toBe(full + 1));
      }),
    );
  });
});

/** Rank by elimination; the entries are 0 and 1. */
function rankOf(given: number[][]): number {
  const rows = given.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivot = rows.findIndex((row, index) => index >= rank && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    [rows[rank], rows[pivot]] = [rows[pivot] ?? [], rows[rank] ?? []];
    rows.forEach((row, index) => {
      if (index === rank) return;
      const factor = (row[column] ?? 0) / (rows[rank]?.[column] ?? 1);
      row.forEach((value, place) => (row[place] = value - factor * (rows[rank]?.[place] ?? 0)));
    });
    rank += 1;
  }
  return rank;
}
