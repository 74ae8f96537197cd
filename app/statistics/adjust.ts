/** Adjusts p-values for the number of tests in one family, so that more comparisons do not mean more false alarms. */
import { at, requireUnit } from "./checks";

export type Adjustment = "none" | "bonferroni" | "holm" | "benjamini-hochberg";

/** Each p times the number of tests, at most 1. */
export function bonferroni(pValues: readonly number[]): number[] {
  for (const p of pValues) requireUnit(p, "p");
  return pValues.map((p) => Math.min(1, p * pValues.length));
}

function ascendingIndices(pValues: readonly number[]): number[] {
  for (const p of pValues) requireUnit(p, "p");
  return pValues.map((_, index) => index).sort((first, second) => at(pValues, first) - at(pValues, second));
}

/** Holm (1979): with p sorted ascending, max over j <= i of min(1, (m - j + 1) p_(j)). In the order of the input. */
export function holm(pValues: readonly number[]): number[] {
  const adjusted = new Array<number>(pValues.length).fill(1);
  let running = 0;
  ascendingIndices(pValues).forEach((index, rank) => {
    running = Math.max(running, Math.min(1, (pValues.length - rank) * at(pValues, index)));
    adjusted[index] = running;
  });
  return adjusted;
}

/** Benjamini & Hochberg (1995): min over j >= i of min(1, m p_(j) / j). In the order of the input. */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const adjusted = new Array<number>(pValues.length).fill(1);
  const indices = ascendingIndices(pValues);
  let running = 1;
  for (let rank = pValues.length; rank >= 1; rank -= 1) {
    const index = at(indices, rank - 1);
    running = Math.min(running, (pValues.length / rank) * at(pValues, index));
    adjusted[index] = running;
  }
  return adjusted;
}

/** The p-values of one family, adjusted by the named method, in the order of the input. */
export function adjustPValues(pValues: readonly number[], adjustment: Adjustment): number[] {
  switch (adjustment) {
    case "none":
      for (const p of pValues) requireUnit(p, "p");
      return [...pValues];
    case "bonferroni":
      return bonferroni(pValues);
    case "holm":
      return holm(pValues);
    case "benjamini-hochberg":
      return benjaminiHochberg(pValues);
  }
}
