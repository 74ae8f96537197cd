/** A strength for every item out of many choices between two (METHODS 3.11): idea arenas and paired tests of several products. */
import { Matrix } from "ml-matrix";
import { at, requireCount } from "./checks";
import { chiSquareUpperTail } from "./distributions";
import { invertInformation } from "./choice-model";
import { notEnoughData, type NotEnoughData, type Result } from "./result";
import { mutualGroups } from "./win-graph";

/** [i][j]: how often item i was chosen over item j. Halves are allowed, for ties counted as half a win each. */
export type Wins = readonly (readonly number[])[];

export type Choice = { readonly personId: string; readonly winner: number; readonly loser: number };

/** Wins out of choices; when a person judged the same pair again only the last one counts. Skipped pairs are left out before. */
export function countWins(choices: readonly Choice[], items: number): number[][] {
  requireCount(items, "items");
  const last = new Map<string, Choice>();
  for (const choice of choices) {
    const { personId, winner, loser } = choice;
    if (winner === loser) throw new RangeError("an item cannot be compared with itself");
    last.set(JSON.stringify([personId, Math.min(winner, loser), Math.max(winner, loser)]), choice);
  }
  const wins = Array.from({ length: items }, () => new Array<number>(items).fill(0));
  for (const { winner, loser } of last.values()) {
    const row = at(wins, winner);
    row[loser] = at(row, loser) + 1;
  }
  return wins;
}

export type PairwiseScores = Result<{
  /** Comparisons in all. */
  readonly n: number;
  /** Log-strengths; they sum to 0 without a prior. */
  readonly strengths: readonly number[];
  readonly standardErrors: readonly number[];
  /** Chance in percent to be chosen over a randomly drawn other item. */
  readonly scores: readonly number[];
  /** By the delta method, in percent points. */
  readonly scoreErrors: readonly number[];
  /** [i][j] of the log-strengths. */
  readonly covariance: readonly (readonly number[])[];
  readonly logLikelihood: number;
}>;

/** -log(1 + e^-x) without overflow. */
function logChance(x: number): number {
  return x >= 0 ? -Math.log1p(Math.exp(-x)) : x - Math.log1p(Math.exp(x));
}

const chance = (x: number): number => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));

function requireWins(wins: Wins): number {
  let n = 0;
  for (const [i, row] of wins.entries()) {
    if (row.length !== wins.length) throw new RangeError("wins need a square table");
    for (const [j, count] of row.entries()) {
      if (!(Number.isFinite(count) && count >= 0) || (i === j && count !== 0)) throw new RangeError(`${String(count)} wins of ${String(i)} over ${String(j)}`);
      n += count;
    }
  }
  return n;
}

/** Newton's method on sum W_ij log s(th_i - th_j) - prior sum th^2 / 2. Without a prior the strengths are kept at sum 0. */
function fit(wins: Wins, prior: number): { strengths: number[]; covariance: Matrix; logLikelihood: number } | null {
  const k = wins.length;
  let strengths = new Array<number>(k).fill(0);
  const valueOf = (trial: readonly number[]) => {
    let value = 0;
    for (const [i, row] of wins.entries()) {
      value -= (prior / 2) * at(trial, i) ** 2;
      for (const [j, count] of row.entries()) if (count > 0) value += count * logChance(at(trial, i) - at(trial, j));
    }
    return value;
  };
  let value = valueOf(strengths);
  for (let step = 0; step < 200; step += 1) {
    const gradient = Matrix.zeros(k, 1);
    const information = Matrix.zeros(k, k);
    for (let i = 0; i < k; i += 1) {
      let slope = -prior * at(strengths, i);
      let own = prior;
      for (let j = 0; j < k; j += 1) {
        const won = at(at(wins, i), j);
        const met = won + at(at(wins, j), i);
        if (met === 0) continue;
        const p = chance(at(strengths, i) - at(strengths, j));
        slope += won - met * p;
        own += met * p * (1 - p);
        information.set(i, j, -met * p * (1 - p));
      }
      gradient.set(i, 0, slope);
      information.set(i, i, own);
    }
    // Adding 1/k everywhere fixes the one direction the choices say nothing about: all strengths up together.
    const inverse = invertInformation(prior > 0 ? information : Matrix.add(information, 1 / k));
    if (inverse === null) return null;
    const direction = inverse.mmul(gradient).to1DArray();
    if (direction.every((part) => Math.abs(part) <= 1e-9)) {
      const top = strengths.map((strength, index) => strength + at(direction, index));
      return { strengths: top, covariance: prior > 0 ? inverse : Matrix.sub(inverse, 1 / k), logLikelihood: valueOf(top) };
    }
    let scale = 1;
    let next = strengths;
    for (let halving = 0; halving < 40; halving += 1, scale /= 2) {
      next = strengths.map((strength, index) => strength + scale * at(direction, index));
      if (valueOf(next) >= value - 1e-12 * Math.abs(value)) break;
    }
    strengths = next;
    value = valueOf(strengths);
  }
  return null;
}

/** Chances in percent to be chosen over a randomly drawn other item, and their standard errors by the delta method. */
function chancesOf(strengths: readonly number[], covariance: Matrix): { scores: number[]; scoreErrors: number[] } {
  const k = strengths.length;
  const scores: number[] = [];
  const scoreErrors: number[] = [];
  for (let i = 0; i < k; i += 1) {
    const slope = Matrix.zeros(1, k);
    let sum = 0;
    for (let j = 0; j < k; j += 1) {
      if (j === i) continue;
      const p = chance(at(strengths, i) - at(strengths, j));
      sum += p;
      slope.set(0, j, (-p * (1 - p)) / (k - 1));
      slope.set(0, i, slope.get(0, i) + (p * (1 - p)) / (k - 1));
    }
    scores.push((100 * sum) / (k - 1));
    scoreErrors.push(100 * Math.sqrt(Math.max(0, slope.mmul(covariance).mmul(slope.transpose()).get(0, 0))));
  }
  return { scores, scoreErrors };
}

const standardErrorsOf = (covariance: Matrix): number[] => covariance.diagonal().map((variance) => Math.sqrt(Math.max(0, variance)));

function scored(wins: Wins, n: number, prior: number): PairwiseScores | NotEnoughData {
  const found = fit(wins, prior);
  if (found === null) return notEnoughData("not-estimable", n);
  const { strengths, covariance, logLikelihood } = found;
  return {
    kind: "result",
    n,
    strengths,
    standardErrors: standardErrorsOf(covariance),
    ...chancesOf(strengths, covariance),
    covariance: covariance.to2DArray(),
    logLikelihood,
  };
}

/**
 * The same scores with standard errors that do not take the choices of one person for independent: V = n/(n-1) I^-1 (sum of g g') I^-1,
 * with g the slope of one person's log-likelihood, I the information and n the people (Liang & Zeger 1986). R: `sandwich::vcovCL` with
 * type "HC0". `choices` are those that the scores were fitted to; for repeated pairs the last one of a person, as in `countWins`.
 * Needs two people; with few (below thirty or so) the errors are themselves uncertain and mostly too small.
 */
export function clusterByPerson<Scores extends PairwiseScores>(scores: Scores, choices: readonly Choice[]): Scores | NotEnoughData {
  const k = scores.strengths.length;
  const slopes = new Map<string, Float64Array>();
  for (const { personId, winner, loser } of choices) {
    const own = slopes.get(personId) ?? new Float64Array(k);
    slopes.set(personId, own);
    const missed = 1 - chance(at(scores.strengths, winner) - at(scores.strengths, loser));
    own[winner] = (own[winner] as number) + missed;
    own[loser] = (own[loser] as number) - missed;
  }
  const people = slopes.size;
  if (people < 2) return notEnoughData("too-few-observations", people);
  const between = Matrix.zeros(k, k);
  for (const own of slopes.values()) {
    for (let i = 0; i < k; i += 1) {
      if (own[i] === 0) continue;
      for (let j = 0; j < k; j += 1) between.set(i, j, between.get(i, j) + (own[i] as number) * (own[j] as number));
    }
  }
  const inverse = new Matrix(scores.covariance as number[][]);
  const covariance = inverse
    .mmul(between)
    .mmul(inverse)
    .mul(people / (people - 1));
  return { ...scores, standardErrors: standardErrorsOf(covariance), ...chancesOf(scores.strengths, covariance), covariance: covariance.to2DArray() };
}

/**
 * Bradley & Terry (1952) by maximum likelihood: P(i over j) = e^th_i / (e^th_i + e^th_j), sum th = 0. For final reports.
 *
 * "disconnected", with the groups (as positions written out) when some items never lost to or never beat the others, because then no
 * finite strengths fit best: use `scorePairs`. R: `BradleyTerry2::BTm`. Example: fitBradleyTerry([[0, 3], [1, 0]]).
 * Assumes every choice independent; people who choose often narrow the standard errors too much (bootstrap people for those).
 */
export function fitBradleyTerry(wins: Wins): (PairwiseScores & { deviance: number; degreesOfFreedom: number; fitP: number | null }) | NotEnoughData {
  const n = requireWins(wins);
  if (n === 0) return notEnoughData("no-observations", 0);
  if (wins.length < 2) return notEnoughData("too-few-groups", n);
  const groups = mutualGroups(wins);
  if (groups.length > 1) {
    return notEnoughData(
      "disconnected",
      n,
      groups.map((group) => group.map(String)),
    );
  }
  const answer = scored(wins, n, 0);
  if (answer.kind !== "result") return answer;
  // Twice the distance to a model with a chance of its own for every pair.
  let saturated = 0;
  let pairs = 0;
  for (const [i, row] of wins.entries()) {
    for (let j = i + 1; j < wins.length; j += 1) {
      const [won, lost] = [at(row, j), at(at(wins, j), i)];
      if (won + lost === 0) continue;
      pairs += 1;
      for (const count of [won, lost]) if (count > 0) saturated += count * Math.log(count / (won + lost));
    }
  }
  const degreesOfFreedom = pairs - wins.length + 1;
  const deviance = Math.max(0, 2 * (saturated - answer.logLikelihood));
  return { ...answer, deviance, degreesOfFreedom, fitP: degreesOfFreedom > 0 ? chiSquareUpperTail(deviance, degreesOfFreedom) : null };
}

/**
 * The live score of an idea arena: the same model with strengths drawn towards each other, th ~ N(0, 1), so that an idea that won its
 * only two duels is not placed at infinity. Maximum a posteriori; standard errors from (information + 1)^-1.
 */
export function scorePairs(wins: Wins): PairwiseScores | NotEnoughData {
  const n = requireWins(wins);
  if (n === 0) return notEnoughData("no-observations", 0);
  if (wins.length < 2) return notEnoughData("too-few-groups", n);
  return scored(wins, n, 1);
}

/** Score of an item before a model is worth fitting: 100 (wins + 1) / (wins + losses + 2), the score of a rule of succession. */
export function earlyScore(wins: number, losses: number): number {
  requireCount(wins, "wins");
  requireCount(losses, "losses");
  return (100 * (wins + 1)) / (wins + losses + 2);
}
