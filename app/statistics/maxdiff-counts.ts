/** Best-worst tasks counted: how often each item was best and worst (METHODS 3.12), before any model. */
import { at, requireCount } from "./checks";
import { arithmeticMean, sampleVariance } from "./means";
import { notEnoughData, type NotEnoughData, type Result } from "./result";

/** One answered task: the items shown (as indices) and which of them were chosen. */
export type BestWorstTask = { readonly personId: string; readonly shown: readonly number[]; readonly best: number; readonly worst: number };

export type BestWorstItem = {
  readonly shown: number;
  readonly best: number;
  readonly worst: number;
  /** best - worst. */
  readonly difference: number;
  /** (best - worst) / shown, from -1 to 1; null when the item was never shown. */
  readonly score: number | null;
  /** sqrt(best / worst); (best + .5) / (worst + .5) under the root when it was never worst. */
  readonly rootRatio: number | null;
  /** True when the root ratio had to be corrected. */
  readonly isCorrected: boolean;
  /** Mean and spread of best - worst over the people who saw the item. */
  readonly mean: number | null;
  readonly standardDeviation: number | null;
  readonly standardError: number | null;
  /** ln((1 + score) / (1 - score)), the closed form of Lipovetsky & Conklin (2014). */
  readonly logit: number | null;
  /** Share of preference, softmax of the logits of the items shown. */
  readonly share: number | null;
};

export type BestWorstCounts = Result<{ readonly tasks: number; readonly people: number; readonly items: readonly BestWorstItem[] }>;

/** Throws `RangeError` for a task that chooses what it did not show, or the same item twice. */
export function requireTasks(tasks: readonly BestWorstTask[], items: number): void {
  requireCount(items, "items");
  for (const { shown, best, worst } of tasks) {
    if (best === worst || !shown.includes(best) || !shown.includes(worst) || new Set(shown).size !== shown.length) {
      throw new RangeError("a task has one best and one other worst of the items shown");
    }
    if (shown.some((item) => !(Number.isInteger(item) && item >= 0 && item < items))) throw new RangeError("a task shows an unknown item");
  }
}

/** best - worst per person and item; null where the person did not see the item. In the order in which people first answered. */
export function personalBestWorst(tasks: readonly BestWorstTask[], items: number): Map<string, (number | null)[]> {
  const people = new Map<string, (number | null)[]>();
  for (const { personId, shown, best, worst } of tasks) {
    const own = people.get(personId) ?? new Array<number | null>(items).fill(null);
    people.set(personId, own);
    for (const item of shown) own[item] = (own[item] ?? 0) + (item === best ? 1 : item === worst ? -1 : 0);
  }
  return people;
}

/**
 * Which items matter most, by counting. R: `support.BWS::bws.count`. Assumes that every item was shown about equally often with every
 * other; where it was not, the model of `fitBestWorst` corrects for the company an item was in.
 * Example: countBestWorst([{ personId: "p", shown: [0, 1, 2], best: 0, worst: 2 }], 3).
 */
export function countBestWorst(tasks: readonly BestWorstTask[], items: number): BestWorstCounts | NotEnoughData {
  requireTasks(tasks, items);
  if (tasks.length === 0) return notEnoughData("no-observations", 0);
  const shown = new Array<number>(items).fill(0);
  const best = new Array<number>(items).fill(0);
  const worst = new Array<number>(items).fill(0);
  for (const task of tasks) {
    for (const item of task.shown) shown[item] = at(shown, item) + 1;
    best[task.best] = at(best, task.best) + 1;
    worst[task.worst] = at(worst, task.worst) + 1;
  }
  const people = personalBestWorst(tasks, items);
  const logits = shown.map((times, item) => {
    if (times === 0) return null;
    const limit = 1 - 0.5 / times;
    const score = Math.min(limit, Math.max(-limit, (at(best, item) - at(worst, item)) / times));
    return Math.log1p(score) - Math.log1p(-score);
  });
  const total = logits.reduce<number>((sum, logit) => sum + (logit === null ? 0 : Math.exp(logit)), 0);
  return {
    kind: "result",
    tasks: tasks.length,
    people: people.size,
    items: shown.map((times, item) => {
      const [b, w] = [at(best, item), at(worst, item)];
      const personal = [...people.values()].flatMap((own) => own[item] ?? []);
      const variance = sampleVariance(personal);
      const logit = at(logits, item);
      const isCorrected = times > 0 && w === 0;
      return {
        shown: times,
        best: b,
        worst: w,
        difference: b - w,
        score: times === 0 ? null : (b - w) / times,
        rootRatio: times === 0 ? null : Math.sqrt(isCorrected ? (b + 0.5) / 0.5 : b / w),
        isCorrected,
        mean: personal.length === 0 ? null : arithmeticMean(personal),
        standardDeviation: variance === null ? null : Math.sqrt(variance),
        standardError: variance === null ? null : Math.sqrt(variance / personal.length),
        logit,
        share: logit === null ? null : Math.exp(logit) / total,
      };
    }),
  };
}
