/** Best-worst tasks with a strength of every item for every person (METHODS 3.12): hierarchical Bayes, for segments and shares. */
import { at, requireCount } from "./checks";
import { runChain, type Chain } from "./maxdiff-chain";
import { requireTasks, type BestWorstTask } from "./maxdiff-counts";
import { flatten, pooledStart } from "./maxdiff-likelihood";
import { createRandom, type Seed } from "./random";
import type { OnStep } from "./progress";
import { notEnoughData, type NotEnoughData, type Result } from "./result";

export type HierarchicalSettings = {
  readonly seed: Seed;
  readonly draws?: number;
  readonly burnIn?: number;
  readonly keepEvery?: number;
  readonly chains?: number;
  readonly reference?: number;
  readonly onStep?: OnStep;
};

export type HierarchicalFit = Result<{
  readonly people: readonly string[];
  /** [person][item], posterior means, with the reference item at 0 as in the model. */
  readonly utilities: readonly (readonly number[])[];
  /** [person][item], posterior means of the shares, sum 1 per person. */
  readonly shares: readonly (readonly number[])[];
  readonly meanUtilities: readonly number[];
  readonly meanShares: readonly number[];
  /** Gelman & Rubin's ratio over the chains for the population means, the largest; below 1.05 the chains agree. */
  readonly largestRhat: number;
  /** The same for the logarithms of the population's variances, which settle more slowly than the means. */
  readonly largestSpreadRhat: number;
  readonly acceptance: number;
  readonly seed: Seed;
}>;

/** Gelman & Rubin (1992) on chains split in half, for one series per chain. */
export function splitRhat(chains: readonly (readonly number[])[]): number {
  const halves = chains.flatMap((chain) => {
    const half = Math.floor(chain.length / 2);
    return [chain.slice(0, half), chain.slice(half, 2 * half)];
  });
  const length = halves[0]?.length ?? 0;
  if (length < 2) return Infinity;
  const means = halves.map((half) => half.reduce((sum, value) => sum + value, 0) / length);
  const within =
    halves.reduce((sum, half, index) => sum + half.reduce((part, value) => part + (value - at(means, index)) ** 2, 0) / (length - 1), 0) / halves.length;
  const centre = means.reduce((sum, mean) => sum + mean, 0) / means.length;
  const between = means.reduce((sum, mean) => sum + (mean - centre) ** 2, 0) / (means.length - 1);
  return within === 0 ? 1 : Math.sqrt((length - 1) / length + between / within);
}

/**
 * Metropolis within Gibbs for the pairs model (Rossi, Allenby & McCulloch 2005, ch. 5): b_n ~ N(mu, S), mu ~ N(0, 100 I),
 * S ~ IW(p + 3, (p + 3) I) with p = items - 1. R: `bayesm::rhierMnlRwMixture` with one component.
 *
 * The prior on the spread is stated in differences to the reference item, so another reference shrinks a little differently.
 * Everything follows from the seed. Monte-Carlo: another seed moves utilities by some hundredths; `largestRhat` says whether the chains
 * agree. Takes time in proportion to draws times tasks, so it belongs in the worker. "too-few-observations" below 20 people.
 */
export function fitHierarchicalBestWorst(tasks: readonly BestWorstTask[], items: number, given: HierarchicalSettings): HierarchicalFit | NotEnoughData {
  requireTasks(tasks, items);
  const settings = { draws: 10_000, burnIn: 5_000, keepEvery: 10, chains: 2, reference: items - 1, ...given };
  if (!(Number.isInteger(settings.reference) && settings.reference >= 0 && settings.reference < items))
    throw new RangeError(`no item ${String(settings.reference)}`);
  for (const [name, value] of [
    ["draws", settings.draws],
    ["burnIn", settings.burnIn],
    ["keepEvery", settings.keepEvery],
    ["chains", settings.chains],
  ] as const)
    requireCount(value, name, 1);
  const byPerson = new Map<string, BestWorstTask[]>();
  for (const task of tasks) byPerson.set(task.personId, [...(byPerson.get(task.personId) ?? []), task]);
  if (byPerson.size === 0) return notEnoughData("no-observations", 0);
  if (items < 2) return notEnoughData("too-few-groups", byPerson.size);
  if (byPerson.size < 20) return notEnoughData("too-few-observations", byPerson.size);
  // The model fixes its last item at 0, so the reference changes places with it.
  const { reference } = settings;
  const swap = (item: number) => (item === reference ? items - 1 : item === items - 1 ? reference : item);
  const tasksOf = [...byPerson.values()].map((own) =>
    own.map((task) => ({ ...task, shown: task.shown.map(swap), best: swap(task.best), worst: swap(task.worst) })),
  );
  const perChain = settings.burnIn + settings.draws;
  const start = pooledStart(tasksOf, items);
  const flat = tasksOf.map(flatten);
  const chains = Array.from({ length: settings.chains }, (_, index) =>
    runChain(flat, items, createRandom(`${String(given.seed)}/${String(index)}`), start, settings, (draw) =>
      given.onStep?.(index * perChain + draw, settings.chains * perChain),
    ),
  );
  const kept = chains.reduce((sum, chain) => sum + chain.kept, 0);
  const averaged = (pick: (chain: Chain) => readonly Float64Array[]) =>
    tasksOf.map((_, person) =>
      Array.from({ length: items }, (__, item) => chains.reduce((sum, chain) => sum + at(at(pick(chain), person), swap(item)), 0) / kept),
    );
  const overPeople = (table: number[][]) => Array.from({ length: items }, (_, item) => table.reduce((sum, row) => sum + at(row, item), 0) / table.length);
  const largestOf = (pick: (chain: Chain) => Chain["means"]) =>
    Math.max(...Array.from({ length: items - 1 }, (_, item) => splitRhat(chains.map((chain) => pick(chain).map((row) => at(row, item))))));
  const utilities = averaged((chain) => chain.sums);
  const shares = averaged((chain) => chain.shareSums);
  return {
    kind: "result",
    people: [...byPerson.keys()],
    utilities,
    shares,
    meanUtilities: overPeople(utilities),
    meanShares: overPeople(shares),
    largestRhat: largestOf(({ means }) => means),
    largestSpreadRhat: largestOf(({ spreads }) => spreads),
    acceptance: chains.reduce((sum, { acceptance }) => sum + acceptance, 0) / chains.length,
    seed: given.seed,
  };
}
