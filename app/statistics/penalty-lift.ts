/** What a checked word does to liking (METHODS 3.15), and how a product differs from the ideal one. */
import { at, requireFinite } from "./checks";
import { bootstrapSeveral, rowsByPerson, type BootstrapSettings } from "./bootstrap";
import { arithmeticMean } from "./means";
import type { Seed } from "./random";
import { notEnoughData, type Interval, type NotEnoughData, type Result } from "./result";
import { welchTest } from "./welch";

/** One person's answer about one product. */
export type CheckedEvaluation = { readonly personId: string; readonly isChecked: boolean; readonly liking: number };

export type PenaltyLift = Result<{
  readonly checked: { readonly n: number; readonly mean: number };
  readonly unchecked: { readonly n: number; readonly mean: number };
  /** Mean liking when checked minus mean liking when not, over all evaluations. */
  readonly lift: number;
  /** Welch's t over evaluations. For guidance only: evaluations of one person depend on each other. */
  readonly welchP: number | null;
  /** By drawing people again, which respects that dependence; null without a seed. */
  readonly interval: Interval | null;
  /** The lift among people who checked the term for some products and not for others; null when there are none. */
  readonly discriminating: { readonly checked: number; readonly unchecked: number; readonly lift: number } | null;
}>;

/**
 * Penalty-lift (Williams, Carr & Popper 2011; Meyners, Castura & Carr 2013). R: `cata::plift`, which since 0.1 counts only people who
 * discriminate; both numbers are given. "too-few-groups" when everybody or nobody checked the term. An association, not an effect.
 * Example: penaltyLift([{ personId: "p", isChecked: true, liking: 8 }, { personId: "p", isChecked: false, liking: 5 }]).
 */
export function penaltyLift(evaluations: readonly CheckedEvaluation[], seed: Seed | null = null, samples = 1000): PenaltyLift | NotEnoughData {
  requireFinite(
    evaluations.map(({ liking }) => liking),
    "liking",
  );
  const likingOf = (rows: readonly CheckedEvaluation[], isChecked: boolean) => rows.filter((row) => row.isChecked === isChecked).map(({ liking }) => liking);
  const n = evaluations.length;
  if (n === 0) return notEnoughData("no-observations", 0);
  const [checked, unchecked] = [likingOf(evaluations, true), likingOf(evaluations, false)];
  if (checked.length === 0 || unchecked.length === 0) return notEnoughData("too-few-groups", n);
  const mean = { checked: arithmeticMean(checked), unchecked: arithmeticMean(unchecked) };
  const welch = welchTest(checked, unchecked);
  const people = rowsByPerson(evaluations.map(({ personId }) => personId));
  const mixed = people.flatMap((rows) => {
    const own = rows.map((row) => at(evaluations, row));
    return own.some(({ isChecked }) => isChecked) && own.some(({ isChecked }) => !isChecked) ? own : [];
  });
  const [mixedChecked, mixedUnchecked] = [likingOf(mixed, true), likingOf(mixed, false)];
  return {
    kind: "result",
    checked: { n: checked.length, mean: mean.checked },
    unchecked: { n: unchecked.length, mean: mean.unchecked },
    lift: mean.checked - mean.unchecked,
    welchP: welch.kind === "result" ? welch.p : null,
    interval: seed === null ? null : at(liftIntervals([liftSums(evaluations)], { seed, samples }), 0),
    discriminating:
      mixed.length === 0
        ? null
        : { checked: mixedChecked.length, unchecked: mixedUnchecked.length, lift: arithmeticMean(mixedChecked) - arithmeticMean(mixedUnchecked) },
  };
}

/** Per person and term: number and sum of likings where it was checked, then where it was not. */
export type LiftSums = readonly (readonly number[])[];

/** The sums of one term, a row per person in the order in which people first appear. */
export function liftSums(evaluations: readonly CheckedEvaluation[]): LiftSums {
  const people = rowsByPerson(evaluations.map(({ personId }) => personId));
  return people.map((rows) => {
    const own = [0, 0, 0, 0];
    for (const row of rows) {
      const { isChecked, liking } = at(evaluations, row);
      const place = isChecked ? 0 : 2;
      own[place] = at(own, place) + 1;
      own[place + 1] = at(own, place + 1) + liking;
    }
    return own;
  });
}

/**
 * Intervals of the lifts of several terms that the same people checked, by drawing people: rows of one person depend on each other, so
 * they are drawn together, and every sample gives the lifts of all terms. Null for a term that is often checked by all or none of those
 * drawn. `sums` holds one `liftSums` per term, with the people in the same order. Example: liftIntervals([liftSums(sweet)], { seed: 1 }).
 */
export function liftIntervals(sums: readonly LiftSums[], settings: BootstrapSettings): readonly (Interval | null)[] {
  const people = sums[0]?.length ?? 0;
  if (sums.some((own) => own.length !== people)) throw new RangeError("every term needs the same people");
  const flat = sums.map((own) => Float64Array.from(own.flat()));
  const liftOf = (own: Float64Array, drawn: Int32Array): number | null => {
    let [checked, checkedSum, unchecked, uncheckedSum] = [0, 0, 0, 0];
    for (let place = 0; place < drawn.length; place += 1) {
      const start = 4 * (drawn[place] as number);
      checked += own[start] as number;
      checkedSum += own[start + 1] as number;
      unchecked += own[start + 2] as number;
      uncheckedSum += own[start + 3] as number;
    }
    return checked === 0 || unchecked === 0 ? null : checkedSum / checked - uncheckedSum / unchecked;
  };
  const found = bootstrapSeveral(people, sums.length, (drawn) => flat.map((own) => liftOf(own, drawn)), settings);
  return found.map((answer) => (answer.kind === "result" ? answer.interval : null));
}

/** One person's answer about one product beside the same person's ideal. */
export type IdealEvaluation = CheckedEvaluation & { readonly isIdeal: boolean };

type Cell = { readonly n: number; readonly mean: number | null };

/** How much more the evaluations with the term are liked than those without it. */
export type IdealContrast = {
  readonly difference: number;
  /** Allows for several evaluations of one person (sandwich by person); null for fewer than two people or without variation. */
  readonly standardError: number | null;
  /** People behind it. */
  readonly people: number;
};

export type IdealAnalysis = Result<{
  /** People whose ideal has the term, of all people. */
  readonly idealShare: number;
  /** Evaluations in which the ideal has the term and the product does not, and the other way round, of all. */
  readonly missingShare: number;
  readonly extraShare: number;
  /** Liking by ideal and product: both have it, only the ideal, only the product, neither. */
  readonly both: Cell;
  readonly missing: Cell;
  readonly extra: Cell;
  readonly neither: Cell;
  /** Liking lost when a wanted term is missing: both - missing. */
  readonly mustHaveDrop: number | null;
  /** Liking lost when an unwanted term is there: neither - extra. */
  readonly mustNotHaveDrop: number | null;
  /** With the term against without it, where the ideal has it and where it has not; null where one side is empty. */
  readonly wanted: IdealContrast | null;
  readonly unwanted: IdealContrast | null;
  /** The shares that decide whether a drop is worth reporting: at least one in five evaluations. */
  readonly isMissingOften: boolean;
  readonly isExtraOften: boolean;
}>;

/** R: the coefficient of `lm(liking ~ checked)` and `sandwich::vcovCL(cluster = person, type = "HC0")`. */
function contrastByPerson(rows: readonly IdealEvaluation[], checked: Cell, unchecked: Cell): IdealContrast | null {
  if (checked.mean === null || unchecked.mean === null) return null;
  const influence = new Map<string, number>();
  for (const { personId, isChecked, liking } of rows) {
    const own = isChecked ? (liking - checked.mean) / checked.n : (unchecked.mean - liking) / unchecked.n;
    influence.set(personId, (influence.get(personId) ?? 0) + own);
  }
  const people = influence.size;
  const variance = people < 2 ? 0 : (people / (people - 1)) * [...influence.values()].reduce((sum, own) => sum + own * own, 0);
  return { difference: checked.mean - unchecked.mean, standardError: variance > 1e-24 ? Math.sqrt(variance) : null, people };
}

/** Must-haves and must-not-haves from an ideal product (Meyners, Castura & Carr 2013). Associations, not effects. */
export function analyseIdeal(evaluations: readonly IdealEvaluation[], often = 0.2): IdealAnalysis | NotEnoughData {
  requireFinite(
    evaluations.map(({ liking }) => liking),
    "liking",
  );
  const n = evaluations.length;
  if (n === 0) return notEnoughData("no-observations", 0);
  const cell = (isIdeal: boolean, isChecked: boolean): Cell => {
    const liking = evaluations.filter((row) => row.isIdeal === isIdeal && row.isChecked === isChecked).map((row) => row.liking);
    return { n: liking.length, mean: liking.length === 0 ? null : arithmeticMean(liking) };
  };
  const difference = (one: Cell, other: Cell) => (one.mean === null || other.mean === null ? null : one.mean - other.mean);
  const [both, missing, extra, neither] = [cell(true, true), cell(true, false), cell(false, true), cell(false, false)];
  const ideals = new Map(evaluations.map(({ personId, isIdeal }) => [personId, isIdeal]));
  return {
    kind: "result",
    idealShare: [...ideals.values()].filter(Boolean).length / ideals.size,
    missingShare: missing.n / n,
    extraShare: extra.n / n,
    both,
    missing,
    extra,
    neither,
    mustHaveDrop: difference(both, missing),
    mustNotHaveDrop: difference(neither, extra),
    wanted: contrastByPerson(evaluations.filter(({ isIdeal }) => isIdeal), both, missing), // prettier-ignore
    unwanted: contrastByPerson(evaluations.filter(({ isIdeal }) => !isIdeal), extra, neither), // prettier-ignore
    isMissingOften: missing.n / n >= often,
    isExtraOften: extra.n / n >= often,
  };
}
