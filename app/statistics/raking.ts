/** Weights that make the people who answered look like the population in what is known about it (METHODS 3.21). */
import { at } from "./checks";
import { effectiveSampleSize } from "./means";
import { notEnoughData, type NotEnoughData, type Result } from "./result";

/** One thing that is known: the category of each person (null = unknown) and the share every category should have. */
export type Margin = { readonly name: string; readonly categories: readonly (string | null)[]; readonly targets: Readonly<Record<string, number>> };

export type RakingOptions = {
  /** Largest weight allowed, in means; the smallest is one over it. Null for no cap. */
  readonly cap?: number | null;
  readonly isFloored?: boolean;
  readonly tolerance?: number;
  /** How many people each line of the margins stands for, for people who are alike in every margin; one each where absent. */
  readonly people?: readonly number[];
};

export type MarginReport = {
  readonly name: string;
  readonly rows: readonly {
    readonly category: string;
    readonly n: number;
    readonly before: number;
    readonly after: number;
    readonly target: number;
    readonly isThin: boolean;
  }[];
  /** People with an unknown category, whom this margin leaves as they are. */
  readonly unknown: number;
};

export type Raking = Result<{
  /** Mean 1. */
  readonly weights: readonly number[];
  readonly rounds: number;
  /** Largest difference between a share and its target that is left, from the cap or from too few rounds. */
  readonly residualError: number;
  readonly isConverged: boolean;
  /** n sum w^2 / (sum w)^2 (Kish 1965). */
  readonly designEffect: number;
  /** The number of equally weighted people who would carry as much information. */
  readonly effectiveN: number;
  /** effectiveN / n. Below .60 a warning, below .30 no headline. */
  readonly efficiency: number;
  readonly quality: "good" | "warning" | "refused";
  readonly smallest: number;
  readonly largest: number;
  readonly margins: readonly MarginReport[];
}>;

/** A wanted category that nobody belongs to: no weight can make up for it, so categories must be joined. */
export type EmptyCategory = { readonly kind: "empty-category"; readonly margin: string; readonly category: string };

const MOST_ROUNDS = 1000;

type Cells = { readonly targets: Float64Array; readonly names: readonly string[]; readonly codes: Int32Array };

function cellsOf({ name, categories, targets }: Margin): Cells {
  const names = Object.keys(targets);
  const total = names.reduce((sum, category) => sum + (targets[category] ?? 0), 0);
  if (!(total > 0) || names.some((category) => !((targets[category] ?? -1) >= 0))) throw new RangeError(`the targets of ${name} must be shares`);
  const placeOf = new Map(names.map((category, index) => [category, index]));
  const codes = Int32Array.from(categories, (category) => {
    if (category === null) return -1;
    const place = placeOf.get(category);
    if (place === undefined) throw new RangeError(`${name} has no target for ${category}`);
    return place;
  });
  return { names, targets: Float64Array.from(names, (category) => (targets[category] ?? 0) / total), codes };
}

function sharesOf({ names, codes }: Cells, weights: ArrayLike<number>, people: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(names.length);
  let total = 0;
  for (let person = 0; person < codes.length; person += 1) {
    const code = codes[person] as number;
    if (code < 0) continue;
    const own = (weights[person] as number) * (people[person] as number);
    sums[code] = (sums[code] as number) + own;
    total += own;
  }
  return total > 0 ? sums.map((sum) => sum / total) : sums;
}

/**
 * Iterative proportional fitting (Deming & Stephan 1940), capped inside the loop. R: `survey::rake`, `anesrake`.
 *
 * A person with an unknown category keeps the weight in that step. Targets need not sum to 1. Answers "empty-category" when a target is
 * above 0 and nobody belongs there; "no-observations" without people or margins. `isThin` marks cells below 30 people or 5 %.
 * Example: rake([{ name: "sex", categories: ["f", "m", "f"], targets: { f: .5, m: .5 } }]).
 */
export function rake(
  margins: readonly Margin[],
  { cap = 5, isFloored = true, tolerance = 1e-9, people: counted }: RakingOptions = {},
): Raking | EmptyCategory | NotEnoughData {
  const lines = margins[0]?.categories.length ?? 0;
  const people = Float64Array.from(counted ?? new Array<number>(lines).fill(1));
  if (margins.some(({ categories }) => categories.length !== lines) || people.length !== lines) throw new RangeError("every margin needs every person");
  if (people.some((count) => !(count > 0))) throw new RangeError("every line stands for somebody");
  const n = people.reduce((sum, count) => sum + count, 0);
  if (n === 0) return notEnoughData("no-observations", 0);
  if (cap !== null && !(cap > 1)) throw new RangeError("a cap lies above 1");
  const cells = margins.map(cellsOf);
  const even = new Float64Array(lines).fill(1);
  const before = cells.map((own) => sharesOf(own, even, people));
  for (const [index, own] of cells.entries()) {
    if (own.codes.every((code) => code < 0)) return notEnoughData("no-observations", n);
    const empty = own.names.findIndex((_, category) => at(own.targets, category) > 0 && at(before, index)[category] === 0);
    if (empty >= 0) return { kind: "empty-category", margin: at(margins, index).name, category: at(own.names, empty) };
  }
  const weights = even.slice();
  let rounds = 0;
  let residualError = Infinity;
  while (rounds < MOST_ROUNDS && residualError >= tolerance) {
    rounds += 1;
    for (const own of cells) {
      const shares = sharesOf(own, weights, people);
      for (let person = 0; person < lines; person += 1) {
        const code = own.codes[person] as number;
        if (code >= 0) weights[person] = ((weights[person] as number) * (own.targets[code] as number)) / (shares[code] as number);
      }
    }
    scaleToMeanOne(weights, people, n);
    if (cap !== null) holdWithin(weights, people, n, isFloored ? 1 / cap : 0, cap);
    residualError = 0;
    for (const own of cells)
      sharesOf(own, weights, people).forEach(
        (share, category) => (residualError = Math.max(residualError, Math.abs(share - (own.targets[category] as number)))),
      );
  }
  const list = [...weights];
  const effectiveN = effectiveSampleSize(list, people);
  const efficiency = effectiveN / n;
  return {
    kind: "result",
    weights: list,
    rounds,
    residualError,
    isConverged: residualError < tolerance,
    designEffect: n / effectiveN,
    effectiveN,
    efficiency,
    quality: efficiency < 0.3 ? "refused" : efficiency < 0.6 ? "warning" : "good",
    smallest: weights.reduce((least, weight) => Math.min(least, weight)),
    largest: weights.reduce((most, weight) => Math.max(most, weight)),
    margins: cells.map((own, index): MarginReport => {
      const after = sharesOf(own, weights, people);
      const counts = new Float64Array(own.names.length);
      let unknown = 0;
      for (const [line, code] of own.codes.entries()) {
        if (code >= 0) counts[code] = (counts[code] as number) + (people[line] as number);
        else unknown += people[line] as number;
      }
      return {
        name: at(margins, index).name,
        unknown,
        rows: own.names.map((category, place) => ({
          category,
          n: at(counts, place),
          before: at(before, index)[place] as number,
          after: at(after, place),
          target: at(own.targets, place),
          isThin: at(counts, place) < 30 || (at(before, index)[place] as number) < 0.05,
        })),
      };
    }),
  };
}

/** Clamps, and scales what is not at a limit until the mean is 1 again: scaling once would lift the clamped ones above the limit. */
function holdWithin(weights: Float64Array, people: Float64Array, n: number, floor: number, cap: number): void {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let sum = 0;
    for (let person = 0; person < weights.length; person += 1) {
      const weight = weights[person] as number;
      // A category with target 0 keeps its zero.
      const held = weight === 0 ? 0 : Math.min(cap, Math.max(floor, weight));
      weights[person] = held;
      sum += held * (people[person] as number);
    }
    // Where the limits leave no mean of 1 (many zeros), the limit of the last round stands.
    if (Math.abs(sum / n - 1) < 1e-12 || round === MOST_ROUNDS - 1) return;
    for (let person = 0; person < weights.length; person += 1) weights[person] = ((weights[person] as number) * n) / sum;
  }
}

function scaleToMeanOne(weights: Float64Array, people: Float64Array, n: number): void {
  const mean = weights.reduce((sum, weight, person) => sum + weight * (people[person] as number), 0) / n;
  for (let person = 0; person < weights.length; person += 1) weights[person] = (weights[person] as number) / mean;
}
