// One long computation from beginning to end. The same task gives the same result wherever it runs: everything by chance follows from its seed.
import { fitHierarchicalBestWorst } from "~/statistics/maxdiff-hierarchical";
import { quantile } from "~/statistics/means";
import { isInOrder, priceIntervals } from "~/statistics/price-sensitivity";
import type { OnStep } from "~/statistics/progress";
import { isResult } from "~/statistics/result";
import { drawPeople } from "./draw-people";
import { findDrivers, findLifts } from "./find-intervals";
import { findOpinions } from "./find-opinions";
import { findLikingGroups } from "./find-liking-groups";
import { findTurf } from "./find-turf";
import type { BestWorstPeopleResult, BestWorstPeopleTask, LongResult, LongTask, NotFound, PricesResult, PricesTask } from "./task";

const samples = 1000;
const chains = 2;

const findPrices = ({ seed, answers }: PricesTask, onStep?: OnStep): PricesResult | NotFound => {
  const kept = answers.filter((answer) => isInOrder(answer));
  const drawn = drawPeople(kept.length, seed).map((place) => kept[place]!);
  if (drawn.length === 0) return { kind: "not_enough_data", reason: "no-observations" };
  const intervals = priceIntervals(drawn, seed, samples, "at-least", onStep);
  const plain = Object.entries(intervals).map(([point, interval]) => [point, interval && { lower: interval.lower, upper: interval.upper }]);
  return { kind: "prices", n: drawn.length, of: kept.length, samples, intervals: Object.fromEntries(plain) as PricesResult["intervals"] };
};

/** With many people each draw says more about the population and takes longer, so fewer are made: the result says how many, and whether the chains agree. */
export const drawsFor = (people: number): number => (people <= 500 ? 6_000 : people <= 2_000 ? 3_000 : 2_000);

const findBestWorst = ({ seed, items, tasks }: BestWorstPeopleTask, onStep?: OnStep): BestWorstPeopleResult | NotFound => {
  const everybody = [...new Set(tasks.map(({ personId }) => personId))];
  const people = new Set(drawPeople(everybody.length, seed).map((place) => everybody[place]!));
  const draws = drawsFor(people.size);
  const own = tasks.filter(({ personId }) => people.has(personId));
  const fit = fitHierarchicalBestWorst(own, items, { seed, draws, burnIn: draws / 2, chains, onStep });
  if (!isResult(fit)) return { kind: "not_enough_data", reason: fit.reason };
  const at = (values: number[], probability: number) => {
    const found = quantile(values, probability);
    return isResult(found) ? found.value : 0;
  };
  return {
    kind: "best_worst",
    n: people.size,
    of: everybody.length,
    items: Array.from({ length: items }, (_, item) => {
      const shares = fit.shares.map((person) => person[item]!);
      return { share: fit.meanShares[item]!, lower: at(shares, 0.25), upper: at(shares, 0.75) };
    }),
    largestRhat: fit.largestRhat,
    draws,
    chains,
  };
};

export const runTask = (task: LongTask, onStep?: OnStep): LongResult => {
  switch (task.kind) {
    case "liking_groups":
      return findLikingGroups(task, onStep);
    case "prices":
      return findPrices(task, onStep);
    case "best_worst":
      return findBestWorst(task, onStep);
    case "turf":
      return findTurf(task, onStep);
    case "lifts":
      return findLifts(task, onStep);
    case "drivers":
      return findDrivers(task, onStep);
    case "opinions":
      return findOpinions(task, onStep);
  }
};
