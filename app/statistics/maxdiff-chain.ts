/**
 * One chain of the hierarchical best-worst model (METHODS 3.12): every person's strengths, their mean and their spread, drawn in turn.
 *
 * People move by Langevin steps (Roberts & Tweedie 1996), shaped by what their number of tasks can tell and by the population's spread.
 * Mean and spread follow from the people (Gibbs). And everybody moves together (Yu & Meng 2011): all strengths are shifted with their
 * mean, and stretched with mean and spread. People who step in random directions one by one barely move what thousands of them share,
 * and with it their mean: that is why chains of more than about 2,000 people did not agree.
 */
import { inverse, Matrix } from "ml-matrix";
import { at } from "./checks";
import { pairsSlopes, type OwnTasks, type PooledStart } from "./maxdiff-likelihood";
import { lowerOf, nextInverseWishart, normalVector } from "./random-matrices";
import { nextNormal } from "./random-variates";
import { nextUniform, type Random } from "./random";

export type ChainSettings = { readonly draws: number; readonly burnIn: number; readonly keepEvery: number };

export type Chain = {
  /** [person][item], sums over the draws kept. */
  readonly sums: readonly Float64Array[];
  readonly shareSums: readonly Float64Array[];
  readonly kept: number;
  /** Population means, after every draw that counts. */
  readonly means: readonly (readonly number[])[];
  /** Logarithms of the population's variances, likewise. */
  readonly spreads: readonly (readonly number[])[];
  /** Share of the people's steps that were taken. */
  readonly acceptance: number;
};

/** Everybody's strengths with what they make of the answers: [person][item], the last item always 0. */
type State = { readonly utilities: Float64Array[]; readonly likelihoods: Float64Array; readonly slopes: Float64Array[] };
type Population = { mean: number[]; covariance: Matrix };

const emptyState = (n: number, items: number): State => ({
  utilities: Array.from({ length: n }, () => new Float64Array(items)),
  likelihoods: new Float64Array(n),
  slopes: Array.from({ length: n }, () => new Float64Array(items)),
});

/** precision (own - mean), into `pull`; returns the squared distance. */
function pullOf(own: Float64Array, mean: readonly number[], precision: Float64Array, pull: Float64Array): number {
  const size = mean.length;
  let distance = 0;
  for (let i = 0; i < size; i += 1) {
    let sum = 0;
    for (let j = 0; j < size; j += 1) sum += (precision[i * size + j] as number) * ((own[j] as number) - (mean[j] as number));
    pull[i] = sum;
    distance += ((own[i] as number) - (mean[i] as number)) * sum;
  }
  return distance;
}

/** lower' (slopes - pull), into `along`. */
function turn(lower: Float64Array, slopes: Float64Array, pull: Float64Array, size: number, along: Float64Array): void {
  for (let j = 0; j < size; j += 1) {
    let sum = 0;
    for (let i = j; i < size; i += 1) sum += (lower[i * size + j] as number) * ((slopes[i] as number) - (pull[i] as number));
    along[j] = sum;
  }
}

/** Mean given people, with prior N(0, 100 I), then spread with prior IW(p + 3, (p + 3) I). */
function drawPopulation(random: Random, people: readonly Float64Array[], { mean: before, covariance }: Population): Population {
  const size = before.length;
  const spreadInverse = inverse(covariance);
  const meanCovariance = inverse(Matrix.add(Matrix.mul(spreadInverse, people.length), Matrix.mul(Matrix.eye(size, size), 1 / 100)));
  const total = Matrix.zeros(size, 1);
  for (const own of people) for (let i = 0; i < size; i += 1) total.set(i, 0, total.get(i, 0) + (own[i] as number));
  const mean = normalVector(random, meanCovariance.mmul(spreadInverse).mmul(total).to1DArray(), lowerOf(meanCovariance));
  const scale = Matrix.mul(Matrix.eye(size, size), size + 3);
  for (const own of people) {
    for (let i = 0; i < size; i += 1) {
      const left = (own[i] as number) - at(mean, i);
      for (let j = 0; j < size; j += 1) scale.set(i, j, scale.get(i, j) + left * ((own[j] as number) - at(mean, j)));
    }
  }
  return { mean, covariance: nextInverseWishart(random, size + 3 + people.length, scale) };
}

const squareOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value * value, 0);
const tuned = (step: number, accepted: number, wanted: number): number => step * Math.exp(accepted - wanted);

const tuneEvery = 10;

/** The last of `items` is the reference. `onDraw` is told the number of the draw now and then. */
export function runChain(
  tasksOf: readonly OwnTasks[],
  items: number,
  random: Random,
  start: PooledStart,
  settings: ChainSettings,
  onDraw: (draw: number) => void,
): Chain {
  const size = items - 1;
  const n = tasksOf.length;
  const room = () => new Float64Array(items);
  const [z, pull, nextPull, along, nextAlong, powers] = [room(), room(), room(), room(), room(), room()];
  // Chains begin further apart than they should end, so that their agreement says something.
  let population: Population = { mean: start.strengths.map((strength) => strength + nextNormal(random)), covariance: Matrix.eye(size, size) };
  let [state, other] = [emptyState(n, items), emptyState(n, items)];
  const evaluate = ({ utilities, likelihoods, slopes }: State, person: number) => {
    likelihoods[person] = pairsSlopes(tasksOf[person] as OwnTasks, utilities[person] as Float64Array, slopes[person] as Float64Array, powers);
  };
  for (let person = 0; person < n; person += 1) {
    const own = state.utilities[person] as Float64Array;
    for (let i = 0; i < size; i += 1) own[i] = at(population.mean, i) + nextNormal(random);
    evaluate(state, person);
  }
  const counts = [...new Set(tasksOf.map(({ count }) => count))];
  const allTasks = tasksOf.reduce((sum, { count }) => sum + count, 0);
  const shiftShape = lowerOf(inverse(Matrix.mul(start.informationPerTask, allTasks)));
  let [step, shift, stretch] = [1, 2 / Math.sqrt(size), 1 / Math.sqrt(n)];

  const movePeople = (): number => {
    const { mean, covariance } = population;
    const spreadInverse = inverse(covariance);
    const precision = Float64Array.from(spreadInverse.to1DArray());
    const shapeOf = (count: number) => lowerOf(inverse(Matrix.add(Matrix.mul(start.informationPerTask, count), spreadInverse)));
    const shapes = new Map(counts.map((count) => [count, Float64Array.from(shapeOf(count).to1DArray())]));
    let accepted = 0;
    for (let person = 0; person < n; person += 1) {
      const own = state.utilities[person] as Float64Array;
      const next = other.utilities[person] as Float64Array;
      const slopes = state.slopes[person] as Float64Array;
      const nextSlopes = other.slopes[person] as Float64Array;
      const lower = shapes.get((tasksOf[person] as OwnTasks).count) as Float64Array;
      const distance = pullOf(own, mean, precision, pull);
      turn(lower, slopes, pull, size, along);
      for (let i = 0; i < size; i += 1) z[i] = nextNormal(random);
      for (let i = 0; i < size; i += 1) {
        let move = 0;
        for (let j = 0; j <= i; j += 1) move += (lower[i * size + j] as number) * ((z[j] as number) + (step / 2) * (along[j] as number));
        next[i] = (own[i] as number) + step * move;
      }
      evaluate(other, person);
      const nextDistance = pullOf(next, mean, precision, nextPull);
      turn(lower, nextSlopes, nextPull, size, nextAlong);
      let gain = (other.likelihoods[person] as number) - (state.likelihoods[person] as number) - (nextDistance - distance) / 2;
      for (let i = 0; i < size; i += 1) {
        // The step that would lead back, in the same standard normal terms.
        const back = (z[i] as number) + (step / 2) * ((along[i] as number) + (nextAlong[i] as number));
        gain += ((z[i] as number) ** 2 - back * back) / 2;
      }
      if (!(Math.log(1 - nextUniform(random)) < gain)) continue;
      [state.utilities[person], other.utilities[person]] = [next, own];
      [state.slopes[person], other.slopes[person]] = [nextSlopes, slopes];
      state.likelihoods[person] = other.likelihoods[person] as number;
      accepted += 1;
    }
    return accepted / n;
  };

  /** Moves everybody by the same rule and keeps that with its chance; `gain` is what it changes besides the likelihood. */
  const moveTogether = (move: (value: number, item: number) => number, gain: number, moved: () => Population): number => {
    let sum = gain;
    for (let person = 0; person < n; person += 1) {
      const own = state.utilities[person] as Float64Array;
      const next = other.utilities[person] as Float64Array;
      for (let i = 0; i < size; i += 1) next[i] = move(own[i] as number, i);
      evaluate(other, person);
      sum += (other.likelihoods[person] as number) - (state.likelihoods[person] as number);
    }
    if (!(Math.log(1 - nextUniform(random)) < sum)) return 0;
    [state, other] = [other, state];
    population = moved();
    return 1;
  };

  /** Distances from the mean stay as they are, so only the prior of the mean changes. */
  const shiftAll = (): number => {
    const { mean, covariance } = population;
    const by = normalVector(random, new Array<number>(size).fill(0), shiftShape).map((part) => shift * part);
    const shifted = mean.map((value, i) => value + at(by, i));
    return moveTogether(
      (value, i) => value + (by[i] as number),
      (squareOf(mean) - squareOf(shifted)) / 200,
      () => ({ mean: shifted, covariance }),
    );
  };

  /** The density of people given mean and spread cancels against the change of measure; what is left are the two priors and theirs. */
  const stretchAll = (): number => {
    const { mean, covariance } = population;
    const by = stretch * nextNormal(random);
    const factor = Math.exp(by);
    const ofMean = size * by - ((factor ** 2 - 1) * squareOf(mean)) / 200;
    const ofSpread = -(size + 3) * (size * by + (inverse(covariance).trace() * (factor ** -2 - 1)) / 2);
    return moveTogether(
      (value) => factor * value,
      ofMean + ofSpread,
      () => ({
        mean: mean.map((value) => factor * value),
        covariance: Matrix.mul(covariance, factor ** 2),
      }),
    );
  };

  const [sums, shareSums] = [tasksOf.map(room), tasksOf.map(room)];
  const keepPeople = () => {
    for (const [person, own] of state.utilities.entries()) {
      let total = 0;
      for (let item = 0; item < items; item += 1) total += powers[item] = Math.exp(own[item] as number);
      const [sum, shareSum] = [at(sums, person), at(shareSums, person)];
      for (let item = 0; item < items; item += 1) {
        sum[item] = (sum[item] as number) + (own[item] as number);
        shareSum[item] = (shareSum[item] as number) + (powers[item] as number) / total;
      }
    }
  };

  const means: number[][] = [];
  const spreads: number[][] = [];
  let kept = 0;
  const recent = [0, 0, 0] as [number, number, number];
  for (let draw = 0; draw < settings.burnIn + settings.draws; draw += 1) {
    if (draw % 10 === 0) onDraw(draw);
    if (draw === settings.burnIn) recent.fill(0);
    recent[0] += movePeople();
    population = drawPopulation(random, state.utilities, population);
    recent[1] += shiftAll();
    recent[2] += stretchAll();
    if (draw < settings.burnIn) {
      if (draw % tuneEvery !== tuneEvery - 1) continue;
      // Tuned only before the draws that count: about six in ten taken mix best along a slope, about a third in random directions.
      step = tuned(step, recent[0] / tuneEvery, 0.57);
      shift = tuned(shift, recent[1] / tuneEvery, 0.3);
      stretch = tuned(stretch, recent[2] / tuneEvery, 0.4);
      recent.fill(0);
      continue;
    }
    const { mean, covariance } = population;
    means.push(mean);
    spreads.push(mean.map((_, i) => Math.log(covariance.get(i, i))));
    if ((draw - settings.burnIn) % settings.keepEvery !== 0) continue;
    keepPeople();
    kept += 1;
  }
  return { sums, shareSums, kept, means, spreads, acceptance: recent[0] / settings.draws };
}
