// Which few prototypes reach most people: every set tried, the best with an interval over people drawn again.
import { bootstrap } from "~/statistics/bootstrap";
import type { OnStep } from "~/statistics/progress";
import { isResult } from "~/statistics/result";
import { bestSets, reachPath } from "~/statistics/turf";
import { drawPeople } from "./draw-people";
import type { NotFound, TurfResult, TurfTask } from "./task";

const largestSet = 4;
const samples = 1000;

const isReached = (own: readonly boolean[], items: readonly number[]): boolean => items.some((item) => own[item]);

export const findTurf = ({ seed, likes }: TurfTask, onStep?: OnStep): TurfResult | NotFound => {
  const drawn = drawPeople(likes.length, seed).map((place) => likes[place]!);
  const most = Math.min(largestSet, (drawn[0]?.length ?? 0) - 1);
  const sizes: TurfResult["sizes"] = [];
  for (let size = 1; size <= most; size += 1) {
    onStep?.(size - 1, most);
    const found = bestSets(drawn, size);
    if (!isResult(found)) return { kind: "not_enough_data", reason: found.reason };
    const reached = drawn.map((own) => Number(isReached(own, found.best[0]!.items)));
    const share = (people: Int32Array) => people.reduce((sum, person) => sum + reached[person]!, 0) / people.length;
    const interval = bootstrap(drawn.length, share, { seed: `${seed}/${size}`, samples });
    if (!isResult(interval)) return { kind: "not_enough_data", reason: interval.reason };
    sizes.push({
      size,
      best: found.best.map(({ items, reach, frequency }) => ({ items: [...items], reach, frequency })),
      lower: interval.interval.lower,
      upper: interval.interval.upper,
    });
  }
  const path = reachPath(drawn, drawn[0]!.length);
  const [best, second] = sizes[1]?.best ?? [];
  return {
    kind: "turf",
    n: drawn.length,
    of: likes.length,
    sizes,
    path: isResult(path) ? path.path.map(({ item, reach }) => ({ item, reach })) : [],
    rival:
      best && second
        ? {
            size: 2,
            onlyBest: drawn.filter((own) => isReached(own, best.items) && !isReached(own, second.items)).length,
            onlySecond: drawn.filter((own) => !isReached(own, best.items) && isReached(own, second.items)).length,
          }
        : null,
    samples,
  };
};
