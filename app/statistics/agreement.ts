/** Whether coders agree beyond chance (METHODS 3.25). */
import { at } from "./checks";
import { bootstrapSeveral } from "./bootstrap";
import { normalTwoSided } from "./distributions";
import type { Seed } from "./random";
import { notEnoughData, type Interval, type NotEnoughData, type Result } from "./result";

/** What makes two codes different: names, places in an order, distances, or ratios. */
export type CodeMetric = "nominal" | "ordinal" | "interval" | "ratio";

/** One row per unit (an answer), one column per coder; null where the coder did not code it. */
export type CodedUnits = readonly (readonly (number | null)[])[];

export type KrippendorffAlpha = Result<{
  /** Units with at least two codes, and codes on them. */
  readonly units: number;
  readonly codes: number;
  readonly alpha: number;
  readonly observedDisagreement: number;
  readonly expectedDisagreement: number;
}>;

function differenceOf(metric: CodeMetric, values: readonly number[], marginals: readonly number[]): (c: number, k: number) => number {
  switch (metric) {
    case "nominal":
      return (c, k) => (c === k ? 0 : 1);
    case "interval":
      return (c, k) => (at(values, c) - at(values, k)) ** 2;
    case "ratio":
      return (c, k) => (at(values, c) + at(values, k) === 0 ? 0 : ((at(values, c) - at(values, k)) / (at(values, c) + at(values, k))) ** 2);
    case "ordinal":
      return (c, k) => {
        let between = 0;
        for (let g = Math.min(c, k); g <= Math.max(c, k); g += 1) between += at(marginals, g);
        return (between - (at(marginals, c) + at(marginals, k)) / 2) ** 2;
      };
  }
}

/** Codes in units that at least two coders read. */
const pairableOf = (units: CodedUnits): number[][] => units.map((unit) => unit.filter((code) => code !== null)).filter((codes) => codes.length >= 2);
const sortedValues = (units: readonly (readonly number[])[]): number[] => [...new Set(units.flat())].sort((one, other) => one - other);

/** Row by row, how often each two of `values` met in a unit: o_ck = sum over units of pairs (c, k) / (codes - 1). Its rows add up to the number of codes. */
function coincidences(pairable: readonly (readonly number[])[], values: readonly number[]): Float64Array {
  const size = values.length;
  const placeOf = new Map(values.map((value, index) => [value, index]));
  const together = new Float64Array(size * size);
  for (const unit of pairable) {
    const counts = new Map<number, number>();
    for (const code of unit) {
      const place = placeOf.get(code) ?? 0;
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
    for (const [c, own] of counts)
      for (const [k, other] of counts) {
        const cell = c * size + k;
        together[cell] = (together[cell] as number) + (own * (other - (c === k ? 1 : 0))) / (unit.length - 1);
      }
  }
  return together;
}

/** Null where only one category is left. */
function alphaOfCoincidences(together: Float64Array, values: readonly number[], metric: CodeMetric) {
  const size = values.length;
  const marginals = values.map((_, c) => together.subarray(c * size, (c + 1) * size).reduce((sum, count) => sum + count, 0));
  const codes = marginals.reduce((sum, count) => sum + count, 0);
  const difference = differenceOf(metric, values, marginals);
  let [observed, expected] = [0, 0];
  for (let c = 0; c < size; c += 1) {
    for (let k = 0; k < size; k += 1) {
      if (c === k) continue;
      const d = difference(c, k);
      observed += (together[c * size + k] as number) * d;
      expected += at(marginals, c) * at(marginals, k) * d;
    }
  }
  const observedDisagreement = observed / codes;
  const expectedDisagreement = expected / (codes * (codes - 1));
  return expectedDisagreement > 0 ? { alpha: 1 - observedDisagreement / expectedDisagreement, observedDisagreement, expectedDisagreement } : null;
}

/**
 * Krippendorff's alpha (2011) for any number of coders, with missing codes: 1 - observed / expected disagreement, from the coincidences
 * o_ck = sum over units of pairs (c, k) / (codes - 1). Python: `krippendorff.alpha`. From .80 on coding is reliable, from .667 tentative.
 *
 * "no-observations" when no unit has two codes; "no-variation" when only one category was used, where alpha is not defined.
 * Example: krippendorffAlpha([[1, 1], [2, 2], [2, null]]).
 */
export function krippendorffAlpha(units: CodedUnits, metric: CodeMetric = "nominal"): KrippendorffAlpha | NotEnoughData {
  const pairable = pairableOf(units);
  const codes = pairable.reduce((sum, unit) => sum + unit.length, 0);
  if (codes === 0) return notEnoughData("no-observations", 0);
  const values = sortedValues(pairable);
  const found = values.length < 2 ? null : alphaOfCoincidences(coincidences(pairable, values), values, metric);
  return found === null ? notEnoughData("no-variation", codes) : { kind: "result", units: pairable.length, codes, ...found };
}

/**
 * Intervals of several alphas by drawing again, on the same draws; null where samples often hold a single category. Each of `sets` holds
 * the same groups: units that are drawn together, such as the yes or no of every theme for one answer. Groups in which nothing was coded
 * twice add nothing. Example: krippendorffIntervals([units.map((unit) => [unit])], "nominal", 1).
 */
export function krippendorffIntervals(sets: readonly (readonly CodedUnits[])[], metric: CodeMetric, seed: Seed, samples = 1000): readonly (Interval | null)[] {
  const groups = sets[0]?.length ?? 0;
  if (sets.some((own) => own.length !== groups)) throw new RangeError("every set needs the same groups");
  const prepared = sets.map((own) => {
    const pairable = own.map(pairableOf);
    const values = sortedValues(pairable.flat());
    return { values, parts: pairable.map((units) => coincidences(units, values)), sum: new Float64Array(values.length ** 2) };
  });
  const alphas = (drawn: Int32Array) =>
    prepared.map(({ values, parts, sum }) => {
      sum.fill(0);
      for (let place = 0; place < drawn.length; place += 1) {
        const part = at(parts, drawn[place] as number);
        for (let cell = 0; cell < sum.length; cell += 1) sum[cell] = (sum[cell] as number) + (part[cell] as number);
      }
      return alphaOfCoincidences(sum, values, metric)?.alpha ?? null;
    });
  return bootstrapSeveral(groups, sets.length, alphas, { seed, samples }).map((answer) => (answer.kind === "result" ? answer.interval : null));
}

/** How much a disagreement counts: any, in proportion to the distance, or to its square. */
export type KappaWeights = "none" | "linear" | "quadratic";

export type Kappa = Result<{ readonly n: number; readonly kappa: number; readonly agreement: number }>;

/** Cohen's kappa (1960, weighted 1968) for two coders; categories are the codes in use, sorted. "no-variation" when both used one. */
export function cohenKappa(first: readonly number[], second: readonly number[], weights: KappaWeights = "none"): Kappa | NotEnoughData {
  if (first.length !== second.length) throw new RangeError("both coders need the same units");
  const n = first.length;
  if (n === 0) return notEnoughData("no-observations", 0);
  const values = [...new Set([...first, ...second])].sort((one, other) => one - other);
  const placeOf = new Map(values.map((value, index) => [value, index]));
  const codes = (list: readonly number[]) => list.map((value) => placeOf.get(value) ?? 0);
  const [one, other] = [codes(first), codes(second)];
  const weigh = (i: number, j: number) => (weights === "none" ? Number(i !== j) : Math.abs(i - j) ** (weights === "linear" ? 1 : 2));
  const counts = (list: readonly number[]) => list.reduce((all, code) => ((all[code] = at(all, code) + 1), all), new Array<number>(values.length).fill(0));
  const [rows, columns] = [counts(one), counts(other)];
  const observed = one.reduce((sum, code, unit) => sum + weigh(code, at(other, unit)), 0) / n;
  let expected = 0;
  for (const [i, row] of rows.entries()) for (const [j, column] of columns.entries()) expected += (weigh(i, j) * row * column) / (n * n);
  if (expected === 0) return notEnoughData("no-variation", n);
  return { kind: "result", n, kappa: 1 - observed / expected, agreement: one.filter((code, unit) => code === at(other, unit)).length / n };
}

export type FleissKappa = Result<{
  readonly units: number;
  readonly coders: number;
  readonly kappa: number;
  readonly agreement: number;
  readonly z: number;
  readonly p: number;
}>;

/** Fleiss' kappa (1971) for the same number of coders on every unit, z by Fleiss, Nee & Landis (1979). "no-variation" with one category. */
export function fleissKappa(units: readonly (readonly number[])[]): FleissKappa | NotEnoughData {
  const n = units.length;
  if (n === 0) return notEnoughData("no-observations", 0);
  const m = at(units, 0).length;
  if (units.some((unit) => unit.length !== m)) throw new RangeError("every unit needs the same number of codes");
  if (m < 2) return notEnoughData("too-few-groups", n);
  const values = [...new Set(units.flat())];
  if (values.length < 2) return notEnoughData("no-variation", n);
  const shares = values.map((value) => units.reduce((sum, unit) => sum + unit.filter((code) => code === value).length, 0) / (n * m));
  const agreement =
    units.reduce((sum, unit) => sum + (values.reduce((part, value) => part + unit.filter((code) => code === value).length ** 2, 0) - m) / (m * (m - 1)), 0) / n;
  const chance = shares.reduce((sum, share) => sum + share * share, 0);
  const kappa = (agreement - chance) / (1 - chance);
  const spread = shares.reduce((sum, p) => sum + p * (1 - p), 0);
  const skew = shares.reduce((sum, p) => sum + p * (1 - p) * (1 - 2 * p), 0);
  const standardError = (Math.SQRT2 / (spread * Math.sqrt(n * m * (m - 1)))) * Math.sqrt(spread * spread - skew);
  const z = kappa / standardError;
  return { kind: "result", units: n, coders: m, kappa, agreement, z, p: normalTwoSided(z) };
}
