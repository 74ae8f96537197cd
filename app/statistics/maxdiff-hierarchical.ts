/** Best-worst tasks with a strength of every item for every person (METHODS 3.12): hierarchical Bayes, for segments and shares. */
import { CholeskyDecomposition, inverse, Matrix } from "ml-matrix";
import { at, requireCount } from "./checks";
import { symmetric } from "./choice-model";
import { requireTasks, type BestWorstTask } from "./maxdiff-counts";
import { nextGamma, nextNormal } from "./random-variates";
import { createRandom, nextUniform, type Random, type Seed } from "./random";
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
  readonly acceptance: number;
  readonly seed: Seed;
}>;

/** log-likelihood of one person's tasks under the pairs model: sum of b_best - b_worst - log(sum e^b sum e^-b - k). */
function logLikelihood(tasks: readonly BestWorstTask[], utilities: Float64Array): number {
  let sum = 0;
  for (const { shown, best, worst } of tasks) {
    let up = 0;
    let down = 0;
    for (let place = 0; place < shown.length; place += 1) {
      const e = Math.exp(utilities[shown[place] as number] as number);
      up += e;
      down += 1 / e;
    }
    sum += (utilities[best] as number) - (utilities[worst] as number) - Math.log(up * down - shown.length);
  }
  return sum;
}

function normalVector(random: Random, mean: readonly number[], lower: Matrix): number[] {
  const z = mean.map(() => nextNormal(random));
  return mean.map((centre, row) => {
    let sum = centre;
    for (let column = 0; column <= row; column += 1) sum += lower.get(row, column) * at(z, column);
    return sum;
  });
}

const lowerOf = (matrix: Matrix): Matrix => new CholeskyDecomposition(symmetric(matrix)).lowerTriangularMatrix;

/** Inverse Wishart draw through Bartlett's decomposition of the Wishart. */
function nextInverseWishart(random: Random, degrees: number, scale: Matrix): Matrix {
  const size = scale.rows;
  const lower = lowerOf(inverse(scale));
  const root = Matrix.zeros(size, size);
  for (let row = 0; row < size; row += 1) {
    root.set(row, row, Math.sqrt(2 * nextGamma(random, (degrees - row) / 2)));
    for (let column = 0; column < row; column += 1) root.set(row, column, nextNormal(random));
  }
  const factor = lower.mmul(root);
  return inverse(factor.mmul(factor.transpose()));
}

type Chain = { sums: Float64Array[]; shareSums: Float64Array[]; kept: number; means: number[][]; accepted: number; tried: number };

function runChain(
  tasksOf: readonly (readonly BestWorstTask[])[],
  items: number,
  random: Random,
  settings: Required<Omit<HierarchicalSettings, "seed" | "onStep">>,
  onDraw: (draw: number) => void,
): Chain {
  const size = items - 1;
  const n = tasksOf.length;
  const people = tasksOf.map(() => new Float64Array(items));
  const likelihoods = people.map((own, person) => logLikelihood(at(tasksOf, person), own));
  let mean = new Array<number>(size).fill(0);
  let covariance = Matrix.eye(size, size);
  let step = 0.5;
  const chain: Chain = {
    sums: people.map(() => new Float64Array(items)),
    shareSums: people.map(() => new Float64Array(items)),
    kept: 0,
    means: [],
    accepted: 0,
    tried: 0,
  };
  let recent = 0;
  const z = new Float64Array(size);
  for (let draw = 0; draw < settings.burnIn + settings.draws; draw += 1) {
    if (draw % 20 === 0) onDraw(draw);
    const triangle = Float64Array.from(lowerOf(covariance).to1DArray());
    const precision = Float64Array.from(inverse(covariance).to1DArray());
    const distance = (own: Float64Array) => {
      let sum = 0;
      for (let i = 0; i < size; i += 1) {
        const left = (own[i] as number) - at(mean, i);
        for (let j = 0; j < size; j += 1) sum += left * (precision[i * size + j] as number) * ((own[j] as number) - at(mean, j));
      }
      return sum;
    };
    for (let person = 0; person < n; person += 1) {
      const own = at(people, person);
      for (let i = 0; i < size; i += 1) z[i] = nextNormal(random);
      const next = own.slice();
      for (let i = 0; i < size; i += 1) {
        let move = 0;
        for (let j = 0; j <= i; j += 1) move += (triangle[i * size + j] as number) * (z[j] as number);
        next[i] = (next[i] as number) + step * move;
      }
      const nextLikelihood = logLikelihood(at(tasksOf, person), next);
      const gain = nextLikelihood - at(likelihoods, person) - (distance(next) - distance(own)) / 2;
      if (Math.log(1 - nextUniform(random)) < gain) {
        people[person] = next;
        likelihoods[person] = nextLikelihood;
        recent += 1;
        if (draw >= settings.burnIn) chain.accepted += 1;
      }
    }
    if (draw >= settings.burnIn) chain.tried += n;
    else if (draw % 50 === 49) {
      // The step is tuned only before the draws that count; about a third accepted mixes best here.
      step *= recent / (50 * n) > 0.3 ? 1.1 : 0.9;
      recent = 0;
    }
    // Population mean given people, with prior N(0, 100 I), then spread with prior IW(p + 3, (p + 3) I).
    const inverseSpread = inverse(covariance);
    const meanCovariance = inverse(Matrix.add(Matrix.mul(inverseSpread, n), Matrix.mul(Matrix.eye(size, size), 1 / 100)));
    const total = Matrix.zeros(size, 1);
    for (const own of people) for (let i = 0; i < size; i += 1) total.set(i, 0, total.get(i, 0) + (own[i] as number));
    mean = normalVector(random, meanCovariance.mmul(inverseSpread).mmul(total).to1DArray(), lowerOf(meanCovariance));
    const scale = Matrix.mul(Matrix.eye(size, size), size + 3);
    for (const own of people) {
      for (let i = 0; i < size; i += 1) {
        const left = (own[i] as number) - at(mean, i);
        for (let j = 0; j < size; j += 1) scale.set(i, j, scale.get(i, j) + left * ((own[j] as number) - at(mean, j)));
      }
    }
    covariance = nextInverseWishart(random, size + 3 + n, scale);
    if (draw < settings.burnIn || draw % settings.keepEvery !== 0) continue;
    chain.kept += 1;
    chain.means.push(mean);
    for (const [person, own] of people.entries()) {
      let sum = 0;
      for (const utility of own) sum += Math.exp(utility);
      const [sums, shareSums] = [at(chain.sums, person), at(chain.shareSums, person)];
      for (let item = 0; item < items; item += 1) {
        sums[item] = (sums[item] as number) + (own[item] as number);
        shareSums[item] = (shareSums[item] as number) + Math.exp(own[item] as number) / sum;
      }
    }
  }
  return chain;
}

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
  const chains = Array.from({ length: settings.chains }, (_, index) =>
    runChain(tasksOf, items, createRandom(`${String(given.seed)}/${String(index)}`), settings, (draw) =>
      given.onStep?.(index * perChain + draw, settings.chains * perChain),
    ),
  );
  const kept = chains.reduce((sum, chain) => sum + chain.kept, 0);
  const averaged = (pick: (chain: Chain) => Float64Array[]) =>
    tasksOf.map((_, person) =>
      Array.from({ length: items }, (__, item) => chains.reduce((sum, chain) => sum + at(at(pick(chain), person), swap(item)), 0) / kept),
    );
  const overPeople = (table: number[][]) => Array.from({ length: items }, (_, item) => table.reduce((sum, row) => sum + at(row, item), 0) / table.length);
  const utilities = averaged((chain) => chain.sums);
  const shares = averaged((chain) => chain.shareSums);
  return {
    kind: "result",
    people: [...byPerson.keys()],
    utilities,
    shares,
    meanUtilities: overPeople(utilities),
    meanShares: overPeople(shares),
    largestRhat: Math.max(...Array.from({ length: items - 1 }, (_, item) => splitRhat(chains.map((chain) => chain.means.map((mean) => at(mean, item)))))),
    acceptance: chains.reduce((sum, chain) => sum + chain.accepted, 0) / chains.reduce((sum, chain) => sum + chain.tried, 0),
    seed: given.seed,
  };
}
