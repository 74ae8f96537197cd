// The finding of a rating question as one plain sentence, with no more certainty than its numbers carry (METHODS §0).
import type { LocalizedText } from "~/core/locale";
import type { TranslationKey } from "~/i18n/keys";
import { showMean } from "./numbers";
import type { RatingAnalysis, RatingPair } from "./rating-result";
import { smallestBase, type ReportPrototype } from "./report";
import { inBoth } from "./sentences.server";

type Measures = "overall_liking" | "purchase_intent" | "attribute";
type Untitled = Omit<RatingAnalysis, "title">;

/** Differences of the best against each other one, seen from the best. */
const against = (pairs: readonly RatingPair[], best: string) =>
  pairs
    .filter(({ first, second }) => first === best || second === best)
    .map((pair) => ({ other: pair.first === best ? pair.second : pair.first, strength: pair.strength }));

const isShown = ({ strength }: { strength: RatingPair["strength"] }) => strength === "clearly" || strength === "probably";

export const ratingTitle = (analysis: Untitled, measures: Measures, prototypes: readonly ReportPrototype[]): LocalizedText => {
  const nameOf = (code: string) => prototypes.find((prototype) => prototype.code === code)?.name ?? code;
  const say = (key: string, values: Record<string, string | number> = {}) =>
    inBoth((t, _format, pick) => t(`reports.title_${measures}_${key}` as TranslationKey, { ...values, question: pick(analysis.text).replace(/[?.\s]+$/, "") }));
  const { comparison, rows, scale } = analysis;
  const answered = rows.filter(({ n }) => n > 0);
  const n = answered.reduce((sum, row) => sum + row.n, 0);

  if (comparison.kind === "none") {
    if (answered.length === 0) return say("nobody");
    const [only] = answered;
    if ((comparison.reason === "one_prototype" || comparison.reason === "no_prototype") && only && only.n >= smallestBase) {
      return inBoth((t, format, pick) =>
        t(`reports.title_${measures}_${comparison.reason === "no_prototype" ? "alone" : "single"}` as TranslationKey, {
          prototype: nameOf(only.code),
          mean: showMean(format, only.mean!, only.n),
          max: scale.max,
          question: pick(analysis.text).replace(/[?.\s]+$/, ""),
        }),
      );
    }
    return say(comparison.reason === "no_variation" ? "no_variation" : "too_few", { count: n });
  }

  const sign = measures !== "attribute" && !scale.highIsGood ? -1 : 1;
  const means = comparison.kind === "repeated" ? comparison.adjusted : rows.flatMap(({ code, mean }) => (mean === null ? [] : [{ code, mean }]));
  const compared = means.filter(({ code }) => comparison.letters.some((entry) => entry.code === code)).sort((a, b) => sign * (b.mean - a.mean));
  const best = compared[0]!.code;
  const others = against(comparison.pairs, best);
  const clear = others.filter(({ strength }) => strength === "clearly");
  const probable = others.filter(({ strength }) => strength === "probably");
  const shown = clear.length > 0 ? clear : probable;
  const strength = clear.length > 0 ? "clearly" : "probably";

  if (shown.length === 1 && others.length === 1) return say(`pair_${strength}`, { best: nameOf(best), other: nameOf(shown[0]!.other) });
  if (others.length === 1) {
    const [{ other, strength: found }] = others as [(typeof others)[number]];
    return say(found === "no-difference-shown" ? "pair_none" : "pair_unknown", { best: nameOf(best), other: nameOf(other) });
  }
  if (shown.length === others.length) return say(`all_${strength}`, { best: nameOf(best), count: others.length });
  if (shown.length > 0) return say(`some_${strength}`, { best: nameOf(best), count: shown.length, total: others.length });
  if (comparison.pairs.some(isShown)) return say("uneven", { count: compared.length });
  return say(comparison.pairs.every((pair) => pair.strength === "no-difference-shown") ? "none" : "unknown", { count: compared.length });
};
