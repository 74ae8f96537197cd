/** What overall liking goes with (METHODS 3.22): the share of its variation that each attribute can be credited with. */
import { CholeskyDecomposition, EigenvalueDecomposition, inverse, Matrix } from "ml-matrix";
import { bootstrapSeveral, rowsByPerson, type BootstrapSettings } from "./bootstrap";
import { at, requireFinite } from "./checks";
import { averageRanks } from "./friedman";
import { covariancesOf } from "./reliability";
import { notEnoughData, type Interval, type NotEnoughData, type Result } from "./result";

export type Driver = {
  /** Pearson's correlation with the overall answer. */
  readonly correlation: number;
  readonly rankCorrelation: number;
  /** Slope when everything is in standard deviations; misleading and null above a variance inflation of 5. */
  readonly beta: number | null;
  readonly varianceInflation: number;
  /** Part of R^2 averaged over all orders in which attributes can enter (Lindeman, Merenda & Gold 1980); null above 15 attributes. */
  readonly shapley: number | null;
  /** Johnson's relative weight (2000), a part of R^2 as well. */
  readonly relativeWeight: number;
};

export type Drivers = Result<{
  /** People with every answer. */
  readonly n: number;
  readonly rSquared: number;
  /** Below .10 attributes explain so little that parts of it should not be shown. */
  readonly isWeak: boolean;
  readonly drivers: readonly Driver[];
}>;

const MOST_FOR_SHAPLEY = 15;

function correlationsOf(rows: readonly (readonly number[])[]): number[][] | null {
  const covariances = covariancesOf(rows);
  const scales = covariances.map((row, index) => Math.sqrt(at(row, index)));
  if (scales.some((scale) => !(scale > 0))) return null;
  return covariances.map((row, i) => row.map((value, j) => (i === j ? 1 : value / (at(scales, i) * at(scales, j)))));
}

/** R^2 of every subset of attributes, by bordering the Cholesky factor of its correlations one attribute at a time. */
function subsetFits(attributes: readonly (readonly number[])[], overall: readonly number[]): Float64Array {
  const p = overall.length;
  const fits = new Float64Array(2 ** p);
  // Attributes enter in ascending order, so a subset's factor extends that of the subset without its largest member.
  const walk = (subset: number, members: readonly number[], factor: readonly (readonly number[])[], solved: readonly number[], fit: number): void => {
    fits[subset] = fit;
    for (let next = (members[members.length - 1] ?? -1) + 1; next < p; next += 1) {
      const line: number[] = [];
      for (const [place, member] of members.entries()) {
        let rest = at(at(attributes, next), member);
        for (let before = 0; before < place; before += 1) rest -= at(line, before) * at(at(factor, place), before);
        line.push(rest / at(at(factor, place), place));
      }
      const pivot = Math.sqrt(Math.max(0, 1 - line.reduce((sum, value) => sum + value * value, 0)));
      const explained = at(overall, next) - line.reduce((sum, value, place) => sum + value * at(solved, place), 0);
      const last = pivot > 1e-7 ? explained / pivot : 0;
      walk(subset | (1 << next), [...members, next], [...factor, [...line, pivot > 1e-7 ? pivot : Infinity]], [...solved, last], fit + last * last);
    }
  };
  walk(0, [], [], [], 0);
  return fits;
}

function shapleyOf(fits: Float64Array, p: number): number[] {
  // Weight of a subset of size s before an attribute enters: s! (p - s - 1)! / p!.
  const weights = [1 / p];
  for (let size = 1; size < p; size += 1) weights.push((at(weights, size - 1) * size) / (p - size));
  return Array.from({ length: p }, (_, attribute) => {
    let sum = 0;
    for (let subset = 0; subset < fits.length; subset += 1) {
      if (subset & (1 << attribute)) continue;
      let size = 0;
      for (let rest = subset; rest > 0; rest &= rest - 1) size += 1;
      sum += at(weights, size) * ((fits[subset | (1 << attribute)] as number) - (fits[subset] as number));
    }
    return sum;
  });
}

/** R^2, standardised slopes, and Johnson's weights through the symmetric root of the correlations. */
function weightsOf(spectrum: EigenvalueDecomposition, inverted: Matrix, withOverall: readonly number[]) {
  const betas = inverted.mmul(Matrix.columnVector([...withOverall])).to1DArray();
  const vectors = spectrum.eigenvectorMatrix;
  const root = vectors.mmul(Matrix.diag(spectrum.realEigenvalues.map(Math.sqrt))).mmul(vectors.transpose());
  const onRoot = inverse(root)
    .mmul(Matrix.columnVector([...withOverall]))
    .to1DArray();
  return {
    betas,
    rSquared: betas.reduce((sum, beta, index) => sum + beta * at(withOverall, index), 0),
    relativeWeights: withOverall.map((_, index) => onRoot.reduce((sum, value, factor) => sum + root.get(index, factor) ** 2 * value * value, 0)),
  };
}

/** The two decompositions, or null where an attribute is a mixture of others. */
function decompose(between: readonly (readonly number[])[]): { spectrum: EigenvalueDecomposition; correlations: Matrix } | null {
  const correlations = new Matrix(between.map((row) => [...row]));
  const spectrum = new EigenvalueDecomposition(correlations, { assumeSymmetric: true });
  if (!new CholeskyDecomposition(correlations).isPositiveDefinite() || Math.min(...spectrum.realEigenvalues) < 1e-10) return null;
  return { spectrum, correlations };
}

/**
 * Correlations, slopes, Shapley shares and relative weights side by side, because no single one tells the story.
 * R: `relaimpo::calc.relimp(type = "lmg")`. `overall` and the rows of `attributes` belong to the same people, without missing answers.
 *
 * Assumes a roughly linear relation; halo makes everything correlate, and none of this is a cause. "too-few-observations" below
 * attributes + 2 people; "no-variation" when a question has none; "not-estimable" when an attribute is a mixture of others.
 */
export function analyseDrivers(overall: readonly number[], attributes: readonly (readonly number[])[]): Drivers | NotEnoughData {
  requireFinite(overall, "overall");
  const n = overall.length;
  if (attributes.length !== n) throw new RangeError("every person needs both");
  if (n === 0) return notEnoughData("no-observations", 0);
  const p = at(attributes, 0).length;
  for (const row of attributes) {
    requireFinite(row, "attributes");
    if (row.length !== p) throw new RangeError("every person needs the same attributes");
  }
  if (p === 0) return notEnoughData("too-few-groups", n);
  if (n < p + 2) return notEnoughData("too-few-observations", n);
  const rows = attributes.map((row, person) => [...row, at(overall, person)]);
  const all = correlationsOf(rows);
  if (all === null) return notEnoughData("no-variation", n);
  const between = all.slice(0, p).map((row) => row.slice(0, p));
  const withOverall = at(all, p).slice(0, p);
  const decomposed = decompose(between);
  if (decomposed === null) return notEnoughData("not-estimable", n);
  const { spectrum, correlations } = decomposed;
  const inverted = inverse(correlations);
  const { rSquared, betas, relativeWeights } = weightsOf(spectrum, inverted, withOverall);
  const shapley = p <= MOST_FOR_SHAPLEY ? shapleyOf(subsetFits(between, withOverall), p) : null;
  const columns = Array.from({ length: p + 1 }, (_, column) => averageRanks(rows.map((row) => at(row, column))));
  const ranks = correlationsOf(rows.map((_, person) => columns.map((column) => at(column, person))));
  return {
    kind: "result",
    n,
    rSquared,
    isWeak: rSquared < 0.1,
    drivers: withOverall.map((correlation, index) => {
      const varianceInflation = inverted.get(index, index);
      return {
        correlation,
        rankCorrelation: at(at(ranks ?? all, p), index),
        beta: varianceInflation > 5 ? null : at(betas, index),
        varianceInflation,
        shapley: shapley === null ? null : at(shapley, index),
        relativeWeight: at(relativeWeights, index),
      };
    }),
  };
}

export type DriverIntervals = {
  readonly rSquared: Interval | null;
  /** Per attribute: its parts of R^2, and the part it is ranked by (Shapley's, Johnson's above 15 attributes) divided by R^2. */
  readonly drivers: readonly { readonly shapley: Interval | null; readonly relativeWeight: Interval | null; readonly share: Interval | null }[];
};

/**
 * Percentile intervals of the parts by drawing people again (METHODS 3.22: 500 samples; R: `relaimpo::boot.relimp`), each person with all
 * of their rows. A sample in which an attribute does not vary or is a mixture of others gives no number; an interval is null when that
 * happens in more than one sample in ten. Parts are never below 0, so the interval of a small one lies above 0 even where it is nothing
 * but noise: it says how large a part is, not whether there is one.
 *
 * `personIds` belong to the rows. Example: driverIntervals(overall, attributes, ids, { seed: "trial/drivers" }).
 */
export function driverIntervals(
  overall: readonly number[],
  attributes: readonly (readonly number[])[],
  personIds: readonly string[],
  settings: BootstrapSettings,
): DriverIntervals {
  if (attributes.length !== overall.length || personIds.length !== overall.length) throw new RangeError("every row needs an answer and a person");
  const p = attributes[0]?.length ?? 0;
  const rows = attributes.map((row, index) => [...row, at(overall, index)]);
  const people = rowsByPerson(personIds);
  const partsOf = (drawn: Int32Array): (number | null)[] => {
    const own: (readonly number[])[] = [];
    for (const person of drawn) for (const row of at(people, person)) own.push(at(rows, row));
    const all = own.length < p + 2 ? null : correlationsOf(own);
    const between = all?.slice(0, p).map((row) => row.slice(0, p));
    const decomposed = between ? decompose(between) : null;
    if (!all || !between || decomposed === null) return new Array<null>(1 + 3 * p).fill(null);
    const withOverall = at(all, p).slice(0, p);
    const { rSquared, relativeWeights } = weightsOf(decomposed.spectrum, inverse(decomposed.correlations), withOverall);
    const shapley = p <= MOST_FOR_SHAPLEY ? shapleyOf(subsetFits(between, withOverall), p) : null;
    const shares = (shapley ?? relativeWeights).map((part) => (rSquared > 0 ? part / rSquared : null));
    return [rSquared, ...(shapley ?? new Array<null>(p).fill(null)), ...relativeWeights, ...shares];
  };
  const found = bootstrapSeveral(people.length, 1 + 3 * p, partsOf, { samples: 500, ...settings });
  const intervalAt = (index: number) => {
    const answer = at(found, index);
    return answer.kind === "result" ? answer.interval : null;
  };
  return {
    rSquared: intervalAt(0),
    drivers: Array.from({ length: p }, (_, index) => ({
      shapley: intervalAt(1 + index),
      relativeWeight: intervalAt(1 + p + index),
      share: intervalAt(1 + 2 * p + index),
    })),
  };
}
