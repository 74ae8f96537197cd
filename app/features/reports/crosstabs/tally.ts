// How often what was answered in one column, and by how many people of which weight.
import { effectiveSampleSize } from "~/statistics/means";
import type { CountedValue } from "~/statistics/counted-means";
import { lowBase } from "../report";
import type { CrosstabBase } from "./crosstab";

/** One answer as it is counted: the codes it names, or the number it is. */
export type Answer = { codes: readonly string[]; number: number | null };

export type Tally = {
  n: number;
  weight: number;
  effectiveN: number;
  /** Whoever named the code: how many, and what they weigh together. */
  perCode: Map<string, { n: number; weight: number }>;
  numbers: CountedValue[];
};

type Line = { answer: Answer; weight: number; n: number };

export const tallyOf = (lines: readonly Line[]): Tally => {
  const perCode: Tally["perCode"] = new Map();
  const numbers: CountedValue[] = [];
  let [n, weight] = [0, 0];
  for (const line of lines) {
    n += line.n;
    weight += line.n * line.weight;
    if (line.answer.number !== null) numbers.push({ value: line.answer.number, n: line.n, weight: line.weight });
    for (const code of line.answer.codes) {
      const own = perCode.get(code) ?? { n: 0, weight: 0 };
      perCode.set(code, { n: own.n + line.n, weight: own.weight + line.n * line.weight });
    }
  }
  const weights = lines.map((line) => line.weight);
  const isEven = weights.every((each) => each === weights[0] && each > 0);
  const effectiveN = isEven
    ? n
    : effectiveSampleSize(
        weights,
        lines.map((line) => line.n),
      );
  return { n, weight, effectiveN, perCode, numbers };
};

export const baseOf = ({ n, effectiveN }: Pick<Tally, "n" | "effectiveN">, isWeighted: boolean): CrosstabBase => ({
  n,
  effectiveN: isWeighted ? effectiveN : null,
  isLow: (isWeighted ? effectiveN : n) < lowBase,
});

/** How many named any of the codes, of which nobody named two. */
export const namedIn = ({ perCode }: Tally, codes: readonly string[]): { n: number; weight: number } =>
  codes.reduce(
    (sum, code) => {
      const own = perCode.get(code);
      return own ? { n: sum.n + own.n, weight: sum.weight + own.weight } : sum;
    },
    { n: 0, weight: 0 },
  );

/** As the tests take a share: of the effective people, as many as its weighted share. */
export const shareOf = (tally: Tally, codes: readonly string[]): { n: number; successes: number } => {
  if (tally.weight === 0) return { n: 0, successes: 0 };
  const share = Math.min(1, namedIn(tally, codes).weight / tally.weight);
  const isWhole = tally.effectiveN === tally.n && tally.weight === tally.n;
  return { n: tally.effectiveN, successes: isWhole ? namedIn(tally, codes).n : Math.min(tally.effectiveN, share * tally.effectiveN) };
};
