/** How likely one person's best-worst choices are under the pairs model, and which way they pull that person's strengths. */
import { inverse, Matrix } from "ml-matrix";
import { at } from "./checks";
import { fitChoices, type ChoiceSet } from "./choice-model";
import type { BestWorstTask } from "./maxdiff-counts";

/** One person's tasks, flat: items of task t are `shown[starts[t]]` to `shown[starts[t + 1] - 1]`. */
export type OwnTasks = {
  readonly count: number;
  readonly shown: Int32Array;
  readonly starts: Int32Array;
  readonly best: Int32Array;
  readonly worst: Int32Array;
};

export function flatten(tasks: readonly BestWorstTask[]): OwnTasks {
  const starts = new Int32Array(tasks.length + 1);
  tasks.forEach(({ shown }, task) => (starts[task + 1] = (starts[task] as number) + shown.length));
  return {
    count: tasks.length,
    shown: Int32Array.from(tasks.flatMap(({ shown }) => shown)),
    starts,
    best: Int32Array.from(tasks, ({ best }) => best),
    worst: Int32Array.from(tasks, ({ worst }) => worst),
  };
}

/**
 * log-likelihood of one person's tasks, the sum of b_best - b_worst - log(sum e^b sum e^-b - k), with its slope for every item written
 * into `slopes`. `powers` is room for e^b, of the same length.
 */
export function pairsSlopes({ count, shown, starts, best, worst }: OwnTasks, utilities: Float64Array, slopes: Float64Array, powers: Float64Array): number {
  for (let item = 0; item < utilities.length; item += 1) {
    slopes[item] = 0;
    powers[item] = Math.exp(utilities[item] as number);
  }
  let sum = 0;
  for (let task = 0; task < count; task += 1) {
    const from = starts[task] as number;
    const to = starts[task + 1] as number;
    let up = 0;
    let down = 0;
    for (let place = from; place < to; place += 1) {
      const e = powers[shown[place] as number] as number;
      up += e;
      down += 1 / e;
    }
    const all = up * down - (to - from);
    const [upPart, downPart] = [up / all, down / all];
    for (let place = from; place < to; place += 1) {
      const item = shown[place] as number;
      const e = powers[item] as number;
      slopes[item] = (slopes[item] as number) - e * downPart + upPart / e;
    }
    const first = best[task] as number;
    const last = worst[task] as number;
    slopes[first] = (slopes[first] as number) + 1;
    slopes[last] = (slopes[last] as number) - 1;
    sum += (utilities[first] as number) - (utilities[last] as number) - Math.log(all);
  }
  return sum;
}

/** Where every chain begins: the pooled strengths without the last item, which is 0, and what one task of one person tells about them. */
export type PooledStart = { readonly strengths: readonly number[]; readonly informationPerTask: Matrix };

/** More people than these would hardly move a beginning. */
const MOST_FOR_START = 500;

/** The pairs model without differences between people, each item tied to the last by half a choice either way so that it always exists. */
export function pooledStart(tasksOf: readonly (readonly BestWorstTask[])[], items: number): PooledStart {
  const utility = (item: number, weight: number) => (item === items - 1 ? [] : [[item, weight] as const]);
  const sets = new Map<string, ChoiceSet & { readonly counts: number[] }>();
  let tasks = 0;
  for (const own of tasksOf.slice(0, MOST_FOR_START)) {
    for (const { shown, best, worst } of own) {
      const sorted = [...shown].sort((one, other) => one - other);
      const pairs = sorted.flatMap((first) => sorted.flatMap((second) => (first === second ? [] : [[first, second] as const])));
      const key = sorted.join();
      const set = sets.get(key) ?? { alternatives: pairs.map(([first, second]) => [...utility(first, 1), ...utility(second, -1)]), counts: pairs.map(() => 0) };
      const chosen = pairs.findIndex(([first, second]) => first === best && second === worst);
      set.counts[chosen] = at(set.counts, chosen) + 1;
      sets.set(key, set);
      tasks += 1;
    }
  }
  const ties = Array.from({ length: items - 1 }, (_, item): ChoiceSet => ({ alternatives: [[[item, 1]], []], counts: [0.5, 0.5] }));
  const fit = fitChoices([...sets.values(), ...ties], items - 1);
  return fit === null
    ? { strengths: new Array<number>(items - 1).fill(0), informationPerTask: Matrix.eye(items - 1, items - 1, 0.1) }
    : { strengths: fit.estimates, informationPerTask: inverse(fit.covariance).mul(1 / tasks) };
}
