/** Whether wins and losses link all items in both directions, without which scores have no finite best fit (METHODS 3.11). */
import { at } from "./checks";

/**
 * Groups of items that beat each other, directly or round about: the strongly connected components of the graph "i beat j" (Tarjan 1972,
 * here by two depth-first walks). One group means that maximum likelihood exists (Ford 1957). Each sorted, groups by their first item.
 */
export function mutualGroups(wins: readonly (readonly number[])[]): number[][] {
  const k = wins.length;
  const walk = (start: number, seen: Uint8Array, beats: (from: number, to: number) => boolean): number[] => {
    // An explicit stack, because a chain of hundreds of items would be a deep recursion.
    const finished: number[] = [];
    const stack: [item: number, next: number][] = [[start, 0]];
    seen[start] = 1;
    while (stack.length > 0) {
      const top = stack[stack.length - 1] as [number, number];
      let next = top[1];
      while (next < k && (seen[next] === 1 || !beats(top[0], next))) next += 1;
      top[1] = next + 1;
      if (next < k) {
        seen[next] = 1;
        stack.push([next, 0]);
      } else {
        finished.push(top[0]);
        stack.pop();
      }
    }
    return finished;
  };
  const seen = new Uint8Array(k);
  const order: number[] = [];
  for (let item = 0; item < k; item += 1) if (seen[item] === 0) order.push(...walk(item, seen, (from, to) => at(at(wins, from), to) > 0));
  const back = new Uint8Array(k);
  const groups: number[][] = [];
  for (const item of order.reverse()) {
    if (back[item] === 0) groups.push(walk(item, back, (from, to) => at(at(wins, to), from) > 0).sort((one, other) => one - other));
  }
  return groups.sort((one, other) => at(one, 0) - at(other, 0));
}
