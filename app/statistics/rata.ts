/** Rate-all-that-apply: words that fit, and how strongly (METHODS 2.2; Ares et al. 2014). */
import { byCodeUnit } from "./checks";
import { arithmeticMean } from "./means";
import { analyseRepeatedRatings, type RepeatedAnova } from "./repeated-anova";
import { notEnoughData, type NotEnoughData, type Result } from "./result";

/** `strength` 0 = the word does not fit, else how strongly it does, for example 1 to 3. */
export type RatedTerm = { readonly personId: string; readonly productId: string; readonly strength: number };

export type TermProfile = Result<{
  readonly products: readonly {
    readonly productId: string;
    readonly n: number;
    /** Share of people for whom the word fits. */
    readonly share: number;
    /** Mean over everybody, a word that does not fit counting 0, and over those for whom it fits; null when nobody. */
    readonly mean: number;
    readonly meanWhenFits: number | null;
  }[];
  /** Products compared by the two-way analysis on strengths with zeros, as is usual; cautious readers use Friedman beside it. */
  readonly comparison: RepeatedAnova | NotEnoughData;
}>;

/** One word over all products. Products sorted by id. Negative or fractional strengths throw, so does a product rated twice by a person. */
export function profileTerm(ratings: readonly RatedTerm[]): TermProfile | NotEnoughData {
  for (const { strength } of ratings) if (!(Number.isInteger(strength) && strength >= 0)) throw new RangeError(`strength ${String(strength)}`);
  if (ratings.length === 0) return notEnoughData("no-observations", 0);
  const byProduct = new Map<string, number[]>();
  for (const { productId, strength } of ratings) {
    const own = byProduct.get(productId);
    if (own === undefined) byProduct.set(productId, [strength]);
    else own.push(strength);
  }
  const sorted = [...byProduct].sort(([one], [other]) => byCodeUnit(one, other));
  return {
    kind: "result",
    products: sorted.map(([productId, strengths]) => {
      const fitting = strengths.filter((strength) => strength > 0);
      return {
        productId,
        n: strengths.length,
        share: fitting.length / strengths.length,
        mean: arithmeticMean(strengths),
        meanWhenFits: fitting.length === 0 ? null : arithmeticMean(fitting),
      };
    }),
    comparison: analyseRepeatedRatings(ratings.map(({ personId, productId, strength }) => ({ personId, productId, value: strength }))),
  };
}
