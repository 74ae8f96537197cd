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

/**
 * Families of comparisons of which a sentence then names the surest: the pairs of one answer, of many answers. Within each family Holm; and no pair
 * below what its family as a whole has among all families, its smallest adjusted p by Benjamini and Hochberg. A family without pairs stays empty and
 * counts for nothing. `levels`, where families were tested as wholes in another way (Cochran), are those p, already adjusted, in the order of families.
 *
 * @example adjustFamilies([[0.01, 0.04], [0.5]]) // [[0.04, 0.04], [0.5]]: 0.02 by Holm, times two families by Benjamini and Hochberg
 */
export function adjustFamilies(families: readonly (readonly number[])[], levels?: readonly number[]): number[][] {
  const within = families.map((own) => holm(own));
  const tested = within.filter((own) => own.length > 0);
  const wholes = benjaminiHochberg(tested.map((own) => Math.min(...own)));
  const levelOf = (index: number) => (levels ? at(levels, index) : at(wholes, tested.indexOf(at(within, index))));
  return within.map((own, index) => (own.length === 0 ? [] : own.map((p) => Math.max(p, levelOf(index)))));
}
