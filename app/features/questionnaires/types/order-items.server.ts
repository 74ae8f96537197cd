// The order in which one person sees a list: drawn from a seed, so that it can be replayed, and the same each time they come back.
import { nextInt, shuffle, type Random } from "~/statistics/random";
import type { Item, Order } from "./ordered";

/** Undefined where everybody sees the list as it was written. Items with a fixed place stay there; the others move around them. */
export const drawOrder = (items: readonly Pick<Item, "value" | "anchored">[], order: Order | undefined, random: Random): string[] | undefined => {
  if (!order || order === "as_written") return undefined;
  const movable = items.filter((item) => !item.anchored).map((item) => item.value);
  if (movable.length === 0) return items.map((item) => item.value);
  const start = order === "rotated" ? nextInt(random, 0, movable.length - 1) : 0;
  const moved = order === "random" ? shuffle(random, movable) : [...movable.slice(start), ...movable.slice(0, start)];
  let next = 0;
  return items.map((item) => (item.anchored ? item.value : (moved[next++] ?? item.value)));
};
