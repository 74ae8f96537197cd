/** Penalties over all products of a trial at once, one attribute at a time or all together (METHODS 3.14). */
import { at, byCodeUnit, requireFinite } from "./checks";
import { tTwoSided } from "./distributions";
import { centreWithinGroups, solveLeastSquares } from "./least-squares";
import { arithmeticMean, sumOfSquaredDeviations } from "./means";
import { jarLevel, type JarLevel, type JarSide } from "./penalty";
import { notEnoughData, type NotEnoughData, type Result } from "./result";

/** One person's answers for one product. `jar` maps attribute ids to 1..5; leave an unanswered attribute out. */
export type JarRow = {
  readonly personId: string;
  readonly productId: string;
  readonly liking: number;
  readonly jar: Readonly<Record<string, number>>;
};

/** Where an answer falls, as one byte; 0 where there is none. */
export const LEVEL_CODES = { low: 1, jar: 2, high: 3 } as const satisfies Record<JarLevel, number>;

/** The same rows as parallel lists. People and products are counted from 0. */
export type JarColumns = {
  readonly person: Int32Array;
  readonly people: number;
  readonly product: Int32Array;
  readonly products: number;
  readonly liking: Float64Array;
  /** One list of `LEVEL_CODES` per attribute, in the order of their ids. */
  readonly levels: readonly Uint8Array[];
};

export type PooledPenalty = {
  readonly attributeId: string;
  readonly side: JarSide;
  /** Answers on this side. */
  readonly n: number;
  readonly estimate:
    | {
        readonly kind: "estimate";
        /** Points of liking lost: minus the coefficient. */
        readonly penalty: number;
        readonly standardError: number;
        readonly t: number;
        readonly p: number;
      }
    | NotEnoughData;
};

export type PooledPenalties = Result<{
  /** Rows used. */
  readonly n: number;
  readonly rowsLeftOut: number;
  readonly degreesOfFreedom: number;
  /** Attribute by attribute in the given order, low before high. */
  readonly penalties: readonly PooledPenalty[];
}>;

const SIDES = ["low", "high"] as const;

function requireRows(rows: readonly JarRow[]): void {
  requireFinite(
    rows.map(({ liking }) => liking),
    "liking",
  );
  const productsOf = new Map<string, Set<string>>();
  for (const { personId, productId } of rows) {
    const products = productsOf.get(personId) ?? new Set<string>();
    if (products.has(productId)) throw new RangeError(`two answers for ${productId} by ${personId}`);
    productsOf.set(personId, products.add(productId));
  }
}

/**
 * One attribute alone, all products pooled: y ~ low + high, classical least squares, so that the penalty is the difference of means and
 * its standard error sqrt(MSE (1/n_jar + 1/n_side)). R: `lm(y ~ level)`; SensoMineR `JAR()$penalty1`.
 *
 * People and products are ignored here, so its p-values are optimistic; `poolPenalties` is the one to decide on.
 */
export function poolPenaltiesOneByOne(rows: readonly JarRow[], attributeId: string, justAboutRight = 3): PooledPenalties | NotEnoughData {
  requireRows(rows);
  const byLevel = new Map<JarLevel, number[]>([
    ["low", []],
    ["jar", []],
    ["high", []],
  ]);
  let n = 0;
  for (const { liking, jar } of rows) {
    const answer = jar[attributeId];
    if (answer === undefined) continue;
    byLevel.get(jarLevel(answer, justAboutRight))?.push(liking);
    n += 1;
  }
  if (n === 0) return notEnoughData("no-observations", 0);
  const right = byLevel.get("jar") ?? [];
  const filled = [...byLevel.values()].filter((liking) => liking.length > 0);
  if (right.length === 0 || filled.length < 2) return notEnoughData("too-few-groups", n);
  const degreesOfFreedom = n - filled.length;
  if (degreesOfFreedom < 1) return notEnoughData("no-degrees-of-freedom", n);
  const meanSquare = filled.reduce((sum, liking) => sum + sumOfSquaredDeviations(liking), 0) / degreesOfFreedom;
  if (meanSquare === 0) return notEnoughData("no-variation", n);
  const penalties = SIDES.map((side): PooledPenalty => {
    const liking = byLevel.get(side) ?? [];
    if (liking.length === 0) return { attributeId, side, n: 0, estimate: notEnoughData("no-observations", 0) };
    const penalty = arithmeticMean(right) - arithmeticMean(liking);
    const standardError = Math.sqrt(meanSquare * (1 / right.length + 1 / liking.length));
    return { attributeId, side, n: liking.length, estimate: estimateOf(penalty, standardError, degreesOfFreedom) };
  });
  return { kind: "result", n, rowsLeftOut: rows.length - n, degreesOfFreedom, penalties };
}

function estimateOf(penalty: number, standardError: number, degreesOfFreedom: number) {
  const t = penalty / standardError;
  return { kind: "estimate", penalty, standardError, t, p: tTwoSided(t, degreesOfFreedom) } as const;
}

function onesWhere(values: Int32Array | Uint8Array, holds: (value: number) => boolean): Uint8Array {
  const ones = new Uint8Array(values.length);
  for (let index = 0; index < values.length; index += 1) if (holds(values[index] as number)) ones[index] = 1;
  return ones;
}

function countOnes(column: Uint8Array): number {
  let count = 0;
  for (let index = 0; index < column.length; index += 1) count += column[index] as number;
  return count;
}

function codes(ids: readonly string[]): { index: Int32Array; count: number } {
  const position = new Map([...new Set(ids)].sort(byCodeUnit).map((id, index) => [id, index]));
  return { index: Int32Array.from(ids, (id) => position.get(id) ?? 0), count: position.size };
}

function columnsOf(rows: readonly JarRow[], attributeIds: readonly string[], justAboutRight: number): JarColumns {
  requireRows(rows);
  const people = codes(rows.map(({ personId }) => personId));
  const products = codes(rows.map(({ productId }) => productId));
  return {
    person: people.index,
    people: people.count,
    product: products.index,
    products: products.count,
    liking: Float64Array.from(rows, ({ liking }) => liking),
    levels: attributeIds.map((id) => Uint8Array.from(rows, ({ jar }) => (jar[id] === undefined ? 0 : LEVEL_CODES[jarLevel(jar[id], justAboutRight)]))),
  };
}

/** Rows with every attribute, and the people and products that are in them, counted anew. */
function completeRows({ person, people, product, products, liking, levels }: JarColumns) {
  const used = new Int32Array(liking.length);
  let n = 0;
  for (let row = 0; row < liking.length; row += 1) {
    if (!Number.isFinite(liking[row])) throw new RangeError(`liking holds ${String(liking[row])}; leave missing answers out`);
    let isComplete = true;
    for (const column of levels) if (column[row] === 0) isComplete = false;
    if (isComplete) used[n++] = row;
  }
  const rows = used.subarray(0, n);
  return {
    n,
    people: recount(rows, person, people),
    products: recount(rows, product, products),
    liking: taken(liking, rows),
    levels: levels.map((column) => taken(column, rows)),
  };
}

/** The entries of these rows. A loop, because `from` with a function is slow on long lists. */
export function taken<List extends Float64Array | Uint8Array>(values: List, rows: Int32Array): List {
  const entries = new (values.constructor as new (length: number) => List)(rows.length);
  for (let index = 0; index < rows.length; index += 1) entries[index] = values[rows[index] as number] as number;
  return entries;
}

/** Codes without gaps, in the order of the old ones. */
function recount(rows: Int32Array, codesOf: Int32Array, count: number): { index: Int32Array; count: number } {
  const place = new Int32Array(count).fill(-1);
  for (const row of rows) place[codesOf[row] as number] = 0;
  let next = 0;
  for (let code = 0; code < count; code += 1) if (place[code] === 0) place[code] = next++;
  return { index: rows.map((row) => place[codesOf[row] as number] as number), count: next };
}

/**
 * All attributes together: y ~ side dummies + product + person, least squares. The person effects are absorbed exactly by centring every
 * column within persons (Frisch & Waugh 1933; Lovell 1963), so the cost does not grow with the square of the people.
 * R: `lm(y ~ attributes + product + person)`; SensoMineR `JAR()$penalty2` with the sign turned.
 *
 * Rows that miss any of the attributes are left out and counted. A side nobody chose, or that the other columns determine, says
 * "no-observations" or "not-estimable". Two rows of one person for one product throw where rows are given; columns are taken as they are.
 */
export function poolPenalties(rows: readonly JarRow[] | JarColumns, attributeIds: readonly string[], justAboutRight = 3): PooledPenalties | NotEnoughData {
  if (new Set(attributeIds).size !== attributeIds.length) throw new RangeError("an attribute is named twice");
  const given = "levels" in rows ? rows : columnsOf(rows, attributeIds, justAboutRight);
  const { n, people, products, liking, levels } = completeRows(given);
  if (n === 0) return notEnoughData("no-observations", 0);
  // Where everybody is in one row the people explain all of it.
  if (n - people.count < 1) return notEnoughData("no-degrees-of-freedom", n);
  const sides = attributeIds.flatMap((attributeId, attribute) =>
    SIDES.map((side) => ({ attributeId, side, column: onesWhere(at(levels, attribute), (level) => level === LEVEL_CODES[side]) })),
  );
  const productColumns = Array.from({ length: products.count - 1 }, (_, product) => onesWhere(products.index, (index) => index === product + 1));
  const columns: Uint8Array[] = [...productColumns, ...sides.map(({ column }) => column)];
  // Of zeros and ones the squares sum to the count.
  const lengths = columns.map((column) => Math.sqrt(countOnes(column)));
  const centred = (values: Uint8Array | Float64Array) => centreWithinGroups(values, people.index, people.count);
  const response = centred(liking);
  const fit = solveLeastSquares(
    columns.map((column) => () => centred(column)),
    response,
    lengths,
  );
  const degreesOfFreedom = n - people.count - fit.rank;
  if (degreesOfFreedom < 1) return notEnoughData("no-degrees-of-freedom", n);
  const total = response.reduce((sum, value) => sum + value * value, 0);
  if (fit.residualSumOfSquares <= 1e-20 * n * total) return notEnoughData("no-variation", n);
  const meanSquare = fit.residualSumOfSquares / degreesOfFreedom;
  const penalties = sides.map(({ attributeId, side, column }, index): PooledPenalty => {
    const count = countOnes(column);
    const solved = at(fit.columns, productColumns.length + index);
    if (count === 0) return { attributeId, side, n: 0, estimate: notEnoughData("no-observations", 0) };
    if (solved === null) return { attributeId, side, n: count, estimate: notEnoughData("not-estimable", count) };
    const standardError = Math.sqrt(meanSquare * solved.inverseDiagonal);
    return { attributeId, side, n: count, estimate: estimateOf(-solved.estimate, standardError, degreesOfFreedom) };
  });
  return { kind: "result", n, rowsLeftOut: given.liking.length - n, degreesOfFreedom, penalties };
}
