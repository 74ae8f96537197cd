import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bootstrap, rowsByPerson } from "./bootstrap";
import { cochranPermutationP, cochranTest } from "./cata";
import { correspondenceMap } from "./correspondence";
import { comparePairedProportions } from "./paired-proportions";
import { penaltyLift } from "./penalty-lift";
import { createRandom, nextUniform } from "./random";
import { nextNormal } from "./random-variates";
import { isResult } from "./result";

function present<Answer extends { kind: string }>(answer: Answer) {
  if (!isResult(answer)) throw new Error(`no result: ${JSON.stringify(answer)}`);
  return answer;
}

const rows = fc.array(fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 30 });

describe("checked words", () => {
  test("with two products Cochran's Q is McNemar's chi-square", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1 }), (pairs) => {
        const only = (first: boolean) => pairs.filter(([one, other]) => one === first && other === !first).length;
        expect(present(cochranTest(pairs)).statistic).toBeCloseTo(present(comparePairedProportions(only(true), only(false), pairs.length)).chiSquare, 9);
      }),
    );
  });

  test("people who check all or nothing change neither Q nor its p", () => {
    fc.assert(
      fc.property(rows, (checked) => {
        const [one, other] = [present(cochranTest(checked)), present(cochranTest([...checked, [true, true, true], [false, false, false]]))];
        expect(other.statistic).toBeCloseTo(one.statistic, 9);
      }),
    );
  });

  test("the permutation p is close to the exact one of a small table, and repeats itself", () => {
    const checked = [
      [true, false],
      [true, false],
      [true, false],
      [true, false],
      [false, true],
    ];
    // Two-sided sign test with 4 of 5.
    const answer = present(cochranPermutationP(checked, 3, 20_000));
    expect(answer.p).toBeCloseTo(0.375, 1);
    expect(cochranPermutationP(checked, 3, 20_000)).toEqual(answer);
  });

  test("the interval of a lift draws people, not answers: copies of everybody's answers do not narrow it", () => {
    const random = createRandom("lift");
    const people = Array.from({ length: 60 }, (_, person) => ({
      personId: String(person),
      isChecked: nextUniform(random) < 0.5,
      liking: 5 + nextNormal(random),
    }));
    const width = (evaluations: typeof people) => {
      const { interval } = present(penaltyLift(evaluations, 1, 400));
      return (interval?.upper ?? 0) - (interval?.lower ?? 0);
    };
    expect(width([...people, ...people, ...people]) / width(people)).toBeCloseTo(1, 1);
  });

  test("a map keeps the chi-square of its table, and rows with the same profile fall together", () => {
    const map = present(
      correspondenceMap([
        [10, 20, 5],
        [20, 40, 10],
        [3, 1, 30],
        [0, 0, 0],
      ]),
    );
    expect(map.rows[3]).toBeNull();
    map.rows[0]?.forEach((value, axis) => expect(value).toBeCloseTo(map.rows[1]?.[axis] ?? NaN, 10));
    expect(map.eigenvalues).toHaveLength(2);
    expect(map.totalInertia).toBeCloseTo(map.chiSquare / 139, 12);
  });
});

describe("bootstrap", () => {
  test("the interval of a mean covers the truth about as often as it says", () => {
    const random = createRandom("coverage");
    let covered = 0;
    const runs = 200;
    for (let run = 0; run < runs; run += 1) {
      const values = Array.from({ length: 50 }, () => nextNormal(random));
      const { interval } = present(bootstrap(50, (drawn) => drawn.reduce((sum, person) => sum + (values[person] ?? 0), 0) / 50, { seed: run, samples: 300 }));
      if (interval.lower <= 0 && interval.upper >= 0) covered += 1;
    }
    expect(covered / runs).toBeGreaterThan(0.89);
    expect(covered / runs).toBeLessThan(0.985);
  });

  test("rows of one person stay together", () => {
    expect(rowsByPerson(["a", "b", "a"])).toEqual([[0, 2], [1]]);
  });
});
