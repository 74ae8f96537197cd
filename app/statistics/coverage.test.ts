// Intervals that say 95 % hold the truth about that often. Others are simulated beside their methods: t, Wilson, weights, Feldt, net promoters.
import { describe, expect, test } from "vitest";
import { driverIntervals } from "./drivers";
import { compareIndependentGroups } from "./independent-groups";
import { comparePairedProportions } from "./paired-proportions";
import { liftIntervals, liftSums, type CheckedEvaluation } from "./penalty-lift";
import { compareIndependentProportions } from "./proportions";
import { createRandom, nextUniform } from "./random";
import { nextNormal } from "./random-variates";
import { isResult, type Interval, type NotEnoughData } from "./result";
import { pairedTest, welchTest } from "./welch";

/** Share of the runs whose interval holds the truth; a missing interval counts as one that does not. */
const coverageOf = (runs: number, truth: number, intervalOf: (run: number) => Interval | null): number => {
  let covered = 0;
  for (let run = 0; run < runs; run += 1) {
    const interval = intervalOf(run);
    if (interval && interval.lower <= truth && interval.upper >= truth) covered += 1;
  }
  return covered / runs;
};
const intervalIn = (answer: { readonly kind: "result"; readonly interval: Interval } | NotEnoughData): Interval | null =>
  isResult(answer) ? answer.interval : null;

describe("coverage by simulation", () => {
  test.each([
    [0.5, 40, 0.3, 60],
    [0.92, 30, 0.8, 30],
    [0.05, 80, 0.1, 50],
  ])("Newcombe: shares of %f in %i and %f in %i different people", (p1, n1, p2, n2) => {
    const random = createRandom(`Newcombe ${String(p1)}`);
    const draw = (p: number, n: number) => Array.from({ length: n }, () => nextUniform(random) < p).filter(Boolean).length;
    const covered = coverageOf(2000, p1 - p2, () => intervalIn(compareIndependentProportions(draw(p1, n1), n1, draw(p2, n2), n2)));
    expect(covered).toBeGreaterThan(0.935);
    expect(covered).toBeLessThan(0.985);
  });

  test.each([
    [0.25, 0.15, 40],
    [0.1, 0.04, 60],
    [0.4, 0.3, 100],
  ])("Agresti and Min: %f only the one and %f only the other of %i people", (first, second, n) => {
    const random = createRandom(`Agresti ${String(first)}`);
    const covered = coverageOf(2000, first - second, () => {
      let [onlyFirst, onlySecond] = [0, 0];
      for (let person = 0; person < n; person += 1) {
        const u = nextUniform(random);
        if (u < first) onlyFirst += 1;
        else if (u < first + second) onlySecond += 1;
      }
      return intervalIn(comparePairedProportions(onlyFirst, onlySecond, n));
    });
    expect(covered).toBeGreaterThan(0.935);
    expect(covered).toBeLessThan(0.985);
  });

  test("Welch with unequal spreads and bases, and t of differences within people", () => {
    const random = createRandom("Welch");
    const values = (n: number, mean: number, spread: number) => Array.from({ length: n }, () => mean + spread * nextNormal(random));
    const between = coverageOf(2000, 0.5, () => intervalIn(welchTest(values(12, 6.5, 2.5), values(40, 6, 1))));
    const within = coverageOf(2000, 0.5, () => {
      const own = values(15, 6, 2);
      return intervalIn(
        pairedTest(
          own.map((value) => value + 0.5 + nextNormal(random)),
          own,
        ),
      );
    });
    for (const covered of [between, within]) {
      expect(covered).toBeGreaterThan(0.935);
      expect(covered).toBeLessThan(0.965);
    }
  });

  test("four equal prototypes among different people: no pair is called different in about 95 of 100 trials", () => {
    const random = createRandom("Holm");
    let quiet = 0;
    for (let run = 0; run < 1000; run += 1) {
      const groups = ["a", "b", "c", "d"].map((id) => ({ id, values: Array.from({ length: 30 }, () => nextNormal(random)) }));
      if (compareIndependentGroups(groups).pairs.every(({ adjustedP }) => adjustedP === null || adjustedP >= 0.05)) quiet += 1;
    }
    expect(quiet / 1000).toBeGreaterThan(0.935);
    expect(quiet / 1000).toBeLessThan(0.985);
  });

  test("the lift of a word, where what a person checks and likes hangs together", () => {
    const random = createRandom("lift coverage");
    const answers = (people: number): CheckedEvaluation[] =>
      Array.from({ length: people }, (_, person) => {
        const own = 1.2 * nextNormal(random);
        // Half of the people check nearly everything, the others nearly nothing, so that four answers of one say little more than one.
        const tends = own > 0 ? 0.8 : 0.2;
        return Array.from({ length: 4 }, () => {
          const isChecked = nextUniform(random) < tends;
          return { personId: String(person), isChecked, liking: 6 + own + (isChecked ? 0.5 : 0) + 0.5 * nextNormal(random) };
        });
      }).flat();
    // E[own | checked] - E[own | not]: own is half-normal on either side, and 0.8 of the checks come from the upper one.
    const truth = 0.5 + 2 * 0.6 * 1.2 * Math.sqrt(2 / Math.PI);
    const intervalOf = (rows: CheckedEvaluation[], run: number) => liftIntervals([liftSums(rows)], { seed: run, samples: 300 })[0]!;
    const drawn = Array.from({ length: 300 }, () => answers(60));
    const covered = coverageOf(drawn.length, truth, (run) => intervalOf(drawn[run]!, run));
    expect(covered).toBeGreaterThan(0.9);
    expect(covered).toBeLessThan(0.985);
    // Drawing answers as if each came from somebody else holds the truth much less often.
    const naive = coverageOf(drawn.length, truth, (run) =>
      intervalOf(
        drawn[run]!.map((row, index) => ({ ...row, personId: String(index) })),
        run,
      ),
    );
    expect(naive).toBeLessThan(covered - 0.05);
  });

  test("the part of what is explained that an attribute is credited with", () => {
    const random = createRandom("driver coverage");
    // Independent attributes: the parts are those of the squared slopes, 4 to 1.
    const covered = coverageOf(120, 0.8, (run) => {
      const attributes = Array.from({ length: 120 }, () => [nextNormal(random), nextNormal(random)]);
      const overall = attributes.map(([first, second]) => 2 * first! + second! + 1.5 * nextNormal(random));
      return driverIntervals(
        overall,
        attributes,
        attributes.map((_, person) => String(person)),
        { seed: run, samples: 200 },
      ).drivers[0]!.share;
    });
    expect(covered).toBeGreaterThan(0.89);
    expect(covered).toBeLessThan(0.985);
  });
});

describe("drivers of people with several answers", () => {
  test("copies of everybody's answers do not narrow the intervals, because people are drawn", () => {
    const random = createRandom("copies");
    const attributes = Array.from({ length: 80 }, () => [nextNormal(random), nextNormal(random)]);
    const overall = attributes.map(([first, second]) => first! + second! + nextNormal(random));
    const ids = attributes.map((_, person) => String(person));
    const once = driverIntervals(overall, attributes, ids, { seed: 1 });
    const twice = driverIntervals([...overall, ...overall], [...attributes, ...attributes], [...ids, ...ids], { seed: 1 });
    for (const [index, { share }] of once.drivers.entries()) {
      expect(twice.drivers[index]!.share!.lower).toBeCloseTo(share!.lower, 10);
      expect(twice.drivers[index]!.share!.upper).toBeCloseTo(share!.upper, 10);
    }
  });

  test("an attribute that nearly everybody answers alike has no interval, and nobody breaks it", () => {
    const constant = Array.from({ length: 40 }, (_, person) => [person % 7, person === 0 ? 1 : 0]);
    const found = driverIntervals(
      constant.map(([first]) => first!),
      constant,
      constant.map((_, person) => String(person)),
      { seed: 1, samples: 200 },
    );
    expect(found.drivers.map(({ share }) => share)).toEqual([null, null]);
    expect(driverIntervals([], [], [], { seed: 1 })).toEqual({ rSquared: null, drivers: [] });
  });
});
