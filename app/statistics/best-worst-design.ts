/**
 * Designs for best-worst scaling: which items stand together in which task, so that within every version each item is
 * shown equally often (to one) and over all versions each pair meets about equally often.
 *
 * Every task takes the items shown least so far in its version, and among equals those that met the others of the task
 * least over all versions; several starts are drawn and the one with the smallest spread of pair counts is kept. This is
 * a near-balanced incomplete block design: where a balanced one exists for the numbers given, it need not be found.
 * Positions within a task are given out so that no item keeps standing on top. Method: Louviere, Flynn & Marley (2015),
 * Best-Worst Scaling, ch. 2, asks for these balances; the search is our own.
 */
import { createRandom, shuffle, type Random, type Seed } from "./random";

type DesignSize = { items: number; perTask: number; tasks: number; versions: number };

/** By version and task the numbers of the items, in the order in which they are shown. */
export type BestWorstDesign = number[][][];

const starts = 20;

const pairKey = (one: number, other: number, items: number) => (one < other ? one * items + other : other * items + one);

const pickTask = (size: DesignSize, random: Random, shown: number[], met: Map<number, number>): number[] => {
  const chosen: number[] = [];
  while (chosen.length < size.perTask) {
    const open = shuffle(
      random,
      shown.map((_, item) => item).filter((item) => !chosen.includes(item)),
    );
    const meetings = (item: number) =>
      chosen.reduce((sum, other) => sum + (met.get(pairKey(item, other, size.items)) ?? 0) ** 2 + (met.get(pairKey(item, other, size.items)) ?? 0), 0);
    const [next] = open.toSorted((a, b) => shown[a]! - shown[b]! || meetings(a) - meetings(b));
    chosen.push(next!);
  }
  return chosen;
};

/** The items of a task in an order that gives each the position where it stood least. */
const placeTask = (task: number[], places: number[][]): number[] => {
  const left = new Set(task);
  return task.map((_, position) => {
    const [next] = [...left].toSorted((a, b) => (places[a]![position] ?? 0) - (places[b]![position] ?? 0));
    left.delete(next!);
    places[next!]![position] = (places[next!]![position] ?? 0) + 1;
    return next!;
  });
};

const draw = (size: DesignSize, random: Random): { design: BestWorstDesign; spread: number } => {
  const met = new Map<number, number>();
  const places = Array.from({ length: size.items }, () => Array.from({ length: size.perTask }, () => 0));
  const design = Array.from({ length: size.versions }, () => {
    const shown = Array.from({ length: size.items }, () => 0);
    return Array.from({ length: size.tasks }, () => {
      const task = pickTask(size, random, shown, met);
      for (const [index, item] of task.entries()) {
        shown[item]! += 1;
        for (const other of task.slice(index + 1)) met.set(pairKey(item, other, size.items), (met.get(pairKey(item, other, size.items)) ?? 0) + 1);
      }
      return placeTask(task, places);
    });
  });
  const pairs = (size.items * (size.items - 1)) / 2;
  const counts = [...met.values()];
  const mean = counts.reduce((sum, count) => sum + count, 0) / pairs;
  const spread = counts.reduce((sum, count) => sum + (count - mean) ** 2, (pairs - counts.length) * mean ** 2);
  return { design, spread };
};

/** Throws `RangeError` where a task would need more items than there are. The same seed gives the same design. */
export const bestWorstDesign = (size: DesignSize, seed: Seed): BestWorstDesign => {
  if (size.perTask > size.items || size.perTask < 2) throw new RangeError(`a task of ${size.perTask} cannot be drawn from ${size.items} items`);
  const random = createRandom(seed);
  const drawn = Array.from({ length: starts }, () => draw(size, random));
  return drawn.reduce((best, each) => (each.spread < best.spread ? each : best)).design;
};
