// Incomplete blocks: when people can try only some of the prototypes, who tries which, so that every prototype is tried equally often,
// every two of them equally often by the same person, and positions and neighbours are as even as they can be (METHODS 1.7).
import { createRandom, shuffle, type Random } from "~/statistics/random";

/** Sorted prototypes of one person, numbered from 0. */
type Block = readonly number[];

const mostSubsets = 1000;

const subsetsOf = (total: number, chosen: number): Block[] => {
  const grow = (from: number, left: number): Block[] =>
    left === 0
      ? [[]]
      : Array.from({ length: total - left - from + 1 }, (_, index) => from + index).flatMap((first) =>
          grow(first + 1, left - 1).map((rest) => [first, ...rest]),
        );
  return grow(0, chosen);
};

/** Blocks made by turning one block round the circle; balanced when its differences are all equally often (a cyclic difference set). */
const cyclicDesign = (total: number, subsets: readonly Block[]): Block[] | null => {
  const isBalanced = (block: Block): boolean => {
    const differences = new Array<number>(total).fill(0);
    for (const one of block) for (const other of block) if (one !== other) differences[(one - other + total) % total]! += 1;
    return new Set(differences.slice(1)).size === 1;
  };
  const base = subsets.find((block) => block[0] === 0 && isBalanced(block));
  return base ? Array.from({ length: total }, (_, turn) => base.map((prototype) => (prototype + turn) % total).sort((one, other) => one - other)) : null;
};

/** The smallest set of blocks to repeat: a cyclic family where there is one, else every possible block. */
export const baseBlocks = (total: number, perPerson: number): Block[] => {
  const subsets = subsetsOf(total, perPerson);
  if (perPerson >= total || perPerson < 2) return subsets;
  return cyclicDesign(total, subsets) ?? subsets.slice(0, mostSubsets);
};

const spread = (counts: readonly number[]): number => {
  const mean = counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length);
  return counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / Math.max(1, counts.length);
};

export type BlockBalance = { replication: number; concurrence: number; position: number; carryOver: number };

/** How uneven a plan is, as four variances: 0 is perfect. */
export const blockBalance = (orders: readonly (readonly number[])[], total: number, perPerson: number): BlockBalance => {
  const replication = new Array<number>(total).fill(0);
  const pairs = new Array<number>(total * total).fill(0);
  const positions = new Array<number>(total * perPerson).fill(0);
  const followers = new Array<number>(total * total).fill(0);
  for (const order of orders)
    order.forEach((prototype, place) => {
      replication[prototype]! += 1;
      positions[prototype * perPerson + place]! += 1;
      if (place > 0) followers[order[place - 1]! * total + prototype]! += 1;
      for (const other of order) if (other !== prototype) pairs[prototype * total + other]! += 1;
    });
  const offDiagonal = (counts: readonly number[]) => counts.filter((_, index) => Math.floor(index / total) !== index % total);
  return { replication: spread(replication), concurrence: spread(offDiagonal(pairs)), position: spread(positions), carryOver: spread(offDiagonal(followers)) };
};

/** Blocks for so many people: the base repeated whole, then of one more repeat those that keep everything most even. */
const blocksFor = (base: readonly Block[], total: number, people: number, random: Random): Block[] => {
  const chosen: Block[] = [];
  const tried = new Array<number>(total).fill(0);
  const together = new Array<number>(total * total).fill(0);
  const take = (block: Block) => {
    chosen.push(block);
    for (const one of block) {
      tried[one]! += 1;
      for (const other of block) if (one !== other) together[one * total + other]! += 1;
    }
  };
  while (people - chosen.length >= base.length) for (const block of shuffle(random, base)) take(block);
  const left = shuffle(random, base);
  while (chosen.length < people) {
    const costOf = (block: Block) =>
      block.reduce((sum, one) => sum + 4 * tried[one]! + block.reduce((inner, other) => inner + (one === other ? 0 : together[one * total + other]!), 0), 0);
    let best = 0;
    for (let index = 1; index < left.length; index += 1) if (costOf(left[index]!) < costOf(left[best]!)) best = index;
    take(left[best]!);
    left.splice(best, 1);
  }
  return chosen;
};

const mostOrders = 120;

/** The order of each block that keeps positions and neighbours most even, given all people before. */
const orderBlocks = (blocks: readonly Block[], total: number, perPerson: number, random: Random): number[][] => {
  const positions = new Array<number>(total * perPerson).fill(0);
  const followers = new Array<number>(total * total).fill(0);
  const isSmall = perPerson <= 5;
  const arrangements = isSmall ? permutationsOf(perPerson) : [];
  return blocks.map((block) => {
    const candidates = isSmall
      ? shuffle(random, arrangements).map((places) => places.map((place) => block[place]!))
      : Array.from({ length: mostOrders }, () => shuffle(random, block));
    const costOf = (order: readonly number[]) =>
      order.reduce(
        (sum, prototype, place) => sum + positions[prototype * perPerson + place]! + (place > 0 ? followers[order[place - 1]! * total + prototype]! : 0),
        0,
      );
    const best = candidates.reduce((one, other) => (costOf(other) < costOf(one) ? other : one));
    best.forEach((prototype, place) => {
      positions[prototype * perPerson + place]! += 1;
      if (place > 0) followers[best[place - 1]! * total + prototype]! += 1;
    });
    return [...best];
  });
};

const permutationsOf = (count: number): number[][] =>
  count === 0
    ? [[]]
    : permutationsOf(count - 1).flatMap((rest) => Array.from({ length: count }, (_, place) => [...rest.slice(0, place), count - 1, ...rest.slice(place)]));

/** One ordered list of prototypes (numbered from 0) per person. The same seed gives the same plan. */
export const planBlocks = ({ total, perPerson, people, seed }: { total: number; perPerson: number; people: number; seed: string }): number[][] => {
  const random = createRandom(seed);
  const names = shuffle(
    random,
    Array.from({ length: total }, (_, index) => index),
  );
  const base = baseBlocks(total, perPerson).map((block) => block.map((index) => names[index]!));
  const ordered = orderBlocks(blocksFor(base, total, people, random), total, perPerson, random);
  return ordered;
};
