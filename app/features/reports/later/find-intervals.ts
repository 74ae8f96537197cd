// Intervals of lifts and of drivers, by drawing people again: each person comes with all of their answers.
import { driverIntervals } from "~/statistics/drivers";
import { liftIntervals, liftSums } from "~/statistics/penalty-lift";
import type { OnStep } from "~/statistics/progress";
import type { Interval } from "~/statistics/result";
import { drawPeople } from "./draw-people";
import type { DriversResult, DriversTask, LiftsResult, LiftsTask, NotFound } from "./task";

const liftSamples = 1000;
/** METHODS 3.22. */
const driverSamples = 500;

const plain = (interval: Interval | null) => interval && { lower: interval.lower, upper: interval.upper };

/** Places of the rows of those who are analysed, and how many people those are. */
const drawRows = (person: readonly number[], seed: string): { rows: number[]; n: number; of: number } => {
  const everybody = [...new Set(person)];
  const drawn = new Set(drawPeople(everybody.length, seed).map((place) => everybody[place]!));
  return { rows: person.flatMap((own, row) => (drawn.has(own) ? [row] : [])), n: drawn.size, of: everybody.length };
};

export const findLifts = ({ seed, terms, person, liking, checked }: LiftsTask, onStep?: OnStep): LiftsResult | NotFound => {
  const { rows, n, of } = drawRows(person, seed);
  if (n < 2) return { kind: "not_enough_data", reason: "too-few-observations" };
  const sums = terms.map((_, term) => {
    const own = new Set(checked[term]!);
    return liftSums(rows.map((row) => ({ personId: String(person[row]!), isChecked: own.has(row), liking: liking[row]! })));
  });
  const intervals = liftIntervals(sums, { seed, samples: liftSamples, onStep });
  return { kind: "lifts", n, of, samples: liftSamples, intervals: Object.fromEntries(terms.map((term, index) => [term, plain(intervals[index]!)])) };
};

export const findDrivers = ({ seed, attributes, person, overall, answers }: DriversTask, onStep?: OnStep): DriversResult | NotFound => {
  const { rows, n, of } = drawRows(person, seed);
  if (n < 2) return { kind: "not_enough_data", reason: "too-few-observations" };
  const found = driverIntervals(
    rows.map((row) => overall[row]!),
    rows.map((row) => answers[row]!),
    rows.map((row) => String(person[row]!)),
    { seed, samples: driverSamples, onStep },
  );
  return {
    kind: "drivers",
    n,
    of,
    samples: driverSamples,
    rSquared: plain(found.rSquared),
    intervals: Object.fromEntries(
      attributes.map((key, index) => {
        const { shapley, relativeWeight, share } = found.drivers[index]!;
        return [key, { shapley: plain(shapley), relativeWeight: plain(relativeWeight), share: plain(share) }];
      }),
    ),
  };
};
