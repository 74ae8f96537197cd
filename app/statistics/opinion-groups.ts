/** Patterns of agreement among people who judged statements (METHODS 3.27), as in the open Polis method (Small et al. 2021). */
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { at } from "./checks";
import { kMeans, meanSilhouette, type Clusters } from "./k-means";
import type { Seed } from "./random";
import { notEnoughData, type NotEnoughData, type Result } from "./result";

/** Agree, disagree, pass, or not seen. */
export type Stance = 1 | -1 | 0 | null;

export type OpinionMap = Result<{
  /** Rows that take part: people with enough votes. */
  readonly people: readonly number[];
  /** Mean vote per statement, over those who saw it. */
  readonly means: readonly number[];
  /** [axis][statement], length 1, the largest loading positive. */
  readonly axes: readonly (readonly number[])[];
  readonly singularValues: readonly number[];
  /** Share of the variation per axis. */
  readonly explained: readonly number[];
  /** [person of `people`][axis]. */
  readonly points: readonly (readonly number[])[];
}>;

/** People who voted on at least 7 statements (or all, if there are fewer); topped up to 15 by number of votes. */
function participants(votes: readonly (readonly Stance[])[], statements: number): number[] {
  const seen = votes.map((row) => row.filter((vote) => vote !== null).length);
  const wanted = Math.min(7, statements);
  const enough = [...votes.keys()].filter((person) => at(seen, person) >= wanted);
  if (enough.length >= 15) return enough;
  const rest = [...votes.keys()]
    .filter((person) => at(seen, person) < wanted && at(seen, person) > 0)
    .sort((one, other) => at(seen, other) - at(seen, one) || one - other);
  return [...enough, ...rest.slice(0, 15 - enough.length)].sort((one, other) => one - other);
}

/**
 * The two directions in which votes differ most: principal components of votes with missing ones at the statement's mean. A person's
 * place uses only what the person saw, stretched by sqrt(statements / seen) so that few votes do not pull everybody to the middle.
 *
 * `votes` has a row per person, a column per statement that was not moderated out. "too-few-groups" below two statements,
 * "too-few-observations" below two people, "no-variation" when all voted alike.
 */
export function opinionMap(votes: readonly (readonly Stance[])[]): OpinionMap | NotEnoughData {
  const statements = votes[0]?.length ?? 0;
  if (votes.some((row) => row.length !== statements)) throw new RangeError("every person needs every statement, null where not seen");
  const people = participants(votes, statements);
  const n = people.length;
  if (n === 0) return notEnoughData("no-observations", 0);
  if (statements < 2) return notEnoughData("too-few-groups", n);
  if (n < 2) return notEnoughData("too-few-observations", n);
  const means = Array.from({ length: statements }, (_, statement) => {
    const seen = people.flatMap((person) => at(votes, person)[statement] ?? []);
    return seen.length === 0 ? 0 : seen.reduce<number>((sum, vote) => sum + vote, 0) / seen.length;
  });
  const products = Array.from({ length: statements }, () => new Float64Array(statements));
  const row = new Float64Array(statements);
  for (const person of people) {
    for (let statement = 0; statement < statements; statement += 1) {
      const vote = at(at(votes, person), statement);
      row[statement] = vote === null ? 0 : vote - at(means, statement);
    }
    for (let i = 0; i < statements; i += 1) {
      const value = row[i] as number;
      if (value === 0) continue;
      const line = at(products, i);
      for (let j = 0; j < statements; j += 1) line[j] = (line[j] as number) + value * (row[j] as number);
    }
  }
  // Squares of the singular values are the eigenvalues of X'X, which stays small however many people vote.
  const spectrum = new EigenvalueDecomposition(new Matrix(products), { assumeSymmetric: true });
  const order = [...spectrum.realEigenvalues.keys()].sort((one, other) => at(spectrum.realEigenvalues, other) - at(spectrum.realEigenvalues, one));
  const squares = order.map((place) => Math.max(0, at(spectrum.realEigenvalues, place)));
  const total = squares.reduce((sum, square) => sum + square, 0);
  if (!(total > 1e-12)) return notEnoughData("no-variation", n);
  const axes = order.slice(0, 2).map((place) => {
    const axis = spectrum.eigenvectorMatrix.getColumn(place);
    const largest = axis.reduce((most, loading) => (Math.abs(loading) > Math.abs(most) + 1e-12 ? loading : most), 0);
    return largest < 0 ? axis.map((loading) => -loading) : axis;
  });
  const points = people.map((person) => {
    const own = at(votes, person);
    let seen = 0;
    const place = axes.map(() => 0);
    for (const [statement, vote] of own.entries()) {
      if (vote === null) continue;
      seen += 1;
      for (const [index, axis] of axes.entries()) place[index] = at(place, index) + (vote - at(means, statement)) * at(axis, statement);
    }
    return place.map((sum) => sum * Math.sqrt(statements / Math.max(1, seen)));
  });
  return {
    kind: "result",
    people,
    means,
    axes,
    singularValues: squares.map(Math.sqrt),
    explained: squares.slice(0, 2).map((square) => square / total),
    points,
  };
}

export type OpinionGroups = Result<{
  readonly map: OpinionMap;
  /** Group of each of `map.people`, 0 the largest. */
  readonly labels: readonly number[];
  readonly sizes: readonly number[];
  readonly silhouette: number;
  readonly tried: readonly { readonly groups: number; readonly silhouette: number; readonly sumOfSquares: number; readonly sizes: readonly number[] }[];
  /** Why groups must not be shown, if so: fewer than 20 people, a group below 5, or groups that hardly stand apart (silhouette below .25). */
  readonly hidden: "too-few-people" | "small-group" | "no-clear-groups" | null;
  readonly seed: Seed;
}>;

/**
 * Groups on the map: k-means for 2 to min(5, 2 + n/12) groups, the highest mean silhouette wins. Label them "patterns of answers", and
 * never say who is in which. Above 5,000 people give a seeded subsample.
 */
export function opinionGroups(
  votes: readonly (readonly Stance[])[],
  { seed, starts = 50 }: { readonly seed: Seed; readonly starts?: number },
): OpinionGroups | NotEnoughData {
  const map = opinionMap(votes);
  if (map.kind !== "result") return map;
  const n = map.points.length;
  const tried: { groups: number; silhouette: number; sumOfSquares: number; sizes: readonly number[] }[] = [];
  let best: { clusters: Clusters; silhouette: number } | null = null;
  for (let k = 2; k <= Math.min(5, 2 + Math.floor(n / 12)); k += 1) {
    const clusters = kMeans(map.points, k, { seed: `${String(seed)}/${String(k)}`, starts });
    if (clusters.kind !== "result") continue;
    const silhouette = meanSilhouette(map.points, clusters.labels) ?? 0;
    tried.push({ groups: k, silhouette, sumOfSquares: clusters.sumOfSquares, sizes: clusters.sizes });
    if (best === null || silhouette > best.silhouette) best = { clusters, silhouette };
  }
  if (best === null) return notEnoughData("too-few-observations", n);
  const { clusters, silhouette } = best;
  const hidden = n < 20 ? "too-few-people" : Math.min(...clusters.sizes) < 5 ? "small-group" : silhouette < 0.25 ? "no-clear-groups" : null;
  return { kind: "result", map, labels: clusters.labels, sizes: clusters.sizes, silhouette, tried, hidden, seed };
}

export type GroupCount = { readonly groups: number; readonly rival: number | null; readonly times: number };

/** Keeps the number of groups steady from one computation to the next: another number must win four times in a row. */
export function steadyGroupCount(before: GroupCount | null, found: number): GroupCount {
  if (before === null || found === before.groups) return { groups: before?.groups ?? found, rival: null, times: 0 };
  const times = before.rival === found ? before.times + 1 : 1;
  return times >= 4 ? { groups: found, rival: null, times: 0 } : { groups: before.groups, rival: found, times };
}
