// The design of a trial, planned when it is launched: which code stands on which prototype, and who will try what in which order.
import { DEFAULT_STOP_LIST, drawBlindCodes } from "~/statistics/blind-codes";
import { planMonadicSlots, planSequentialSlots } from "~/statistics/slots";
import { blockBalance, planBlocks, type BlockBalance } from "./blocks";
import { perPersonIn, type Design } from "./trial";

/** No code ends in a pattern that is easy to remember or to prefer: two equal digits, or a round ten. */
const endsInPattern = (code: number): boolean => code % 10 === 0 || code % 10 === Math.floor(code / 10) % 10;
const stopList: readonly number[] = [...DEFAULT_STOP_LIST, ...Array.from({ length: 900 }, (_, index) => 100 + index).filter(endsInPattern)];

/** One three-digit code per prototype. Independent of the order in which the prototypes are given. */
export const planCodes = (prototypeIds: readonly number[], seed: string): Map<number, string> => {
  const sorted = [...prototypeIds].sort((one, other) => one - other);
  const codes = drawBlindCodes({ count: sorted.length, seed, stopList });
  return new Map(sorted.map((id, index) => [id, String(codes[index])]));
};

export type Plan = { design: Design; prototypeIds: readonly number[]; perPerson: number; places: number; seed: string };

/**
 * One list of prototypes per place, in the order of presentation and in the sequence in which people take them.
 * Where a person of a sequence tries fewer prototypes than there are, the first ones of a complete Williams order are taken: every
 * prototype still stands equally often in every position. Incomplete blocks also have every two prototypes equally often together.
 */
export const planPlaces = ({ design, prototypeIds, perPerson, places, seed }: Plan): number[][] => {
  const names = prototypeIds.map((id) => String(id).padStart(10, "0"));
  const strata = [{ id: "all", size: places }];
  if (prototypeIds.length === 0 || places === 0) return [];
  const perEach = Math.min(perPersonIn(design, perPerson), prototypeIds.length);
  if (design === "incomplete_blocks") {
    const sorted = [...prototypeIds].sort((one, other) => one - other);
    return planBlocks({ total: sorted.length, perPerson: perEach, people: places, seed }).map((order) => order.map((index) => sorted[index] ?? 0));
  }
  if (design === "monadic") return planMonadicSlots(names, strata, seed).map(({ arm }) => [Number(arm)]);
  return planSequentialSlots(names, strata, seed).slots.map(({ order }) => order.slice(0, perEach).map(Number));
};

/** Few prototypes leave much to chance and are planned fast; of many, the cells even each other out. */
const attemptsFor = (prototypes: number): number => (prototypes <= 3 ? 16 : prototypes <= 5 ? 4 : 1);
const sumOf = ({ replication, position, carryOver }: BlockBalance): number => replication + position + carryOver;

/**
 * The same for every quota cell by itself, so that orders are balanced among the people of each cell, whatever cells fill first. Where a
 * cell cannot be perfectly even, of several equally even plans the one that keeps the whole trial most even is taken. Blocks are planned for
 * the trial as a whole, in which few people suffice to bring every two prototypes together, and dealt to the cells one after the other.
 */
export const planCells = ({ places: sizes, ...plan }: Omit<Plan, "places"> & { places: readonly number[] }): number[][][] => {
  if (plan.design === "incomplete_blocks") {
    const all = planPlaces({ ...plan, places: sizes.reduce((sum, size) => sum + size, 0) });
    return sizes.map((size) => all.splice(0, size));
  }
  const before: number[][] = [];
  return sizes.map((size, cell) => {
    const planned = (attempt: number) => planPlaces({ ...plan, places: size, seed: `${plan.seed}/${cell}/${attempt}` });
    const cost = (orders: number[][]) => sumOf(unevennessOf([...before, ...orders], plan.prototypeIds));
    const own = (orders: number[][]) => sumOf(unevennessOf(orders, plan.prototypeIds));
    let best = planned(0);
    for (let attempt = 1; before.length > 0 && attempt < attemptsFor(plan.prototypeIds.length); attempt += 1) {
      const other = planned(attempt);
      if (own(other) <= own(best) && cost(other) < cost(best)) best = other;
    }
    before.push(...best);
    return best;
  });
};

export type Balance = {
  /** Per prototype, how often it stands first, second, ... */
  position: { prototypeId: number; counts: number[] }[];
  /** How often the second prototype comes directly after the first. */
  carryOver: { previousId: number; prototypeId: number; count: number }[];
};

/** How uneven a list of places is in four variances: how often each prototype is tried, each two by the same person, positions, neighbours. */
export const unevennessOf = (places: readonly (readonly number[])[], prototypeIds: readonly number[]): BlockBalance => {
  const sorted = [...prototypeIds].sort((one, other) => one - other);
  const perPerson = Math.max(1, ...places.map((place) => place.length));
  return blockBalance(
    places.map((place) => place.map((id) => sorted.indexOf(id))),
    sorted.length,
    perPerson,
  );
};

/** The realised balance of a list of places. */
export const balanceOf = (places: readonly (readonly number[])[], prototypeIds: readonly number[]): Balance => {
  const positions = Math.max(1, ...places.map((place) => place.length));
  const sorted = [...prototypeIds].sort((one, other) => one - other);
  const position = sorted.map((prototypeId) => ({
    prototypeId,
    counts: Array.from({ length: positions }, (_, index) => places.filter((place) => place[index] === prototypeId).length),
  }));
  const carryOver = sorted.flatMap((previousId) =>
    sorted
      .filter((prototypeId) => prototypeId !== previousId)
      .map((prototypeId) => ({
        previousId,
        prototypeId,
        count: places.filter((place) => place.some((id, index) => index > 0 && id === prototypeId && place[index - 1] === previousId)).length,
      })),
  );
  return { position, carryOver: positions > 1 ? carryOver : [] };
};
