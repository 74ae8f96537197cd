/**
 * The places of a trial, made when its design is frozen: which product, or which order of products, the next person of a stratum
 * gets is decided before anybody joins, never at the moment of joining.
 */
import { at, byCodeUnit, requireCount } from "./checks";
import { createRandom, nextInt, shuffle, type Seed } from "./random";
import { planOrders, type OrderBalance } from "./williams";

export type Stratum = {
  readonly id: string;
  /** Places to make. Plan some more than the target, because a replacement takes the next place of the stratum. */
  readonly size: number;
};

export type MonadicSlot = {
  readonly stratumId: string;
  /** From 1; places are handed out in this sequence. */
  readonly sequence: number;
  readonly arm: string;
};

export type SequentialSlot = {
  readonly stratumId: string;
  readonly sequence: number;
  /** All products, first to last. */
  readonly order: readonly string[];
};

function prepareStrata(strata: readonly Stratum[]): Stratum[] {
  if (new Set(strata.map(({ id }) => id)).size !== strata.length) throw new RangeError("two strata share an id");
  for (const { id, size } of strata) requireCount(size, `size of ${id}`);
  return [...strata].sort((one, other) => byCodeUnit(one.id, other.id));
}

function prepareNames(names: readonly string[], what: string): string[] {
  if (names.length === 0) throw new RangeError(`a design needs at least one ${what}`);
  if (new Set(names).size !== names.length) throw new RangeError(`a ${what} is named twice`);
  return [...names].sort(byCodeUnit);
}

/** Every stratum has a stream of its own, so adding one leaves the others as they were. */
function seedOfStratum(seed: Seed, stratumId: string): string {
  return `${String(seed)}/${stratumId}`;
}

/**
 * Permuted blocks for trials in which each person gets one product: within each stratum, blocks of m * arms places with m drawn from
 * `multipliers` (default 1, 2, 3, so that the next place cannot be guessed), each block shuffled. The last block is cut at
 * `size`. Independent of the order of arms and strata.
 */
export function planMonadicSlots(arms: readonly string[], strata: readonly Stratum[], seed: Seed, multipliers: readonly number[] = [1, 2, 3]): MonadicSlot[] {
  const sortedArms = prepareNames(arms, "product");
  if (multipliers.length === 0) throw new RangeError("blocks need at least one multiplier");
  for (const multiplier of multipliers) requireCount(multiplier, "multiplier", 1);
  return prepareStrata(strata).flatMap(({ id, size }) => {
    const random = createRandom(seedOfStratum(seed, id));
    const sequence: string[] = [];
    while (sequence.length < size) {
      const multiplier = at(multipliers, nextInt(random, 0, multipliers.length - 1));
      sequence.push(...shuffle(random, Array.from({ length: multiplier }, () => sortedArms).flat()));
    }
    return sequence.slice(0, size).map((arm, index) => ({ stratumId: id, sequence: index + 1, arm }));
  });
}

/** Williams orders within each stratum, for trials in which each person gets every product in turn. */
export function planSequentialSlots(
  products: readonly string[],
  strata: readonly Stratum[],
  seed: Seed,
): { slots: SequentialSlot[]; balanceByStratum: ReadonlyMap<string, OrderBalance> } {
  const sorted = prepareNames(products, "product");
  const balanceByStratum = new Map<string, OrderBalance>();
  const slots = prepareStrata(strata).flatMap(({ id, size }) => {
    const plan = planOrders(sorted.length, size, seedOfStratum(seed, id));
    balanceByStratum.set(id, plan.balance);
    return plan.orders.map((order, index) => ({
      stratumId: id,
      sequence: index + 1,
      order: order.map((product) => at(sorted, product)),
    }));
  });
  return { slots, balanceByStratum };
}
