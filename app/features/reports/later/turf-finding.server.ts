// Which prototypes to offer together, as a finding: reach by number of prototypes, the best sets, and what each further one adds.
import type { Question } from "~/features/questionnaires/questionnaire";
import { comparePairedProportions } from "~/statistics/paired-proportions";
import { isResult } from "~/statistics/result";
import { strengthOf } from "~/statistics/strength";
import type { Known } from "./add-results.server";
import type { QuestionFinding } from "../question-result";
import { ratingConfigOf } from "../rating-analysis.server";
import { cell, isLowBase, plainText, trimmed } from "../result-parts.server";
import type { TurfResult } from "./task";
import { sayLater } from "./words.server";

/** The best two were chosen among many, and are compared with the four next best. */
const rivals = 4;

export const turfFinding = (data: Known, liking: Question, result: TurfResult, seed: string): QuestionFinding => {
  const { n, of, sizes, path, rival, samples } = result;
  const nameOf = (item: number) => data.prototypes[item]!.name;
  const namesOf = (items: readonly number[]) => items.map(nameOf).join(" + ");
  const pair = sizes[1]!;
  const test = rival ? comparePairedProportions(rival.onlyBest, rival.onlySecond, n) : null;
  const p = test && isResult(test) ? Math.min(1, test.p * rivals) : 1;
  const halfWidth = (pair.upper - pair.lower) / 2;
  const strength = strengthOf({ adjustedP: p, alpha: data.trial.alpha, n, halfWidth, scale: { kind: "share" } });
  const word = { clearly: "clearly", probably: "probably", "no-difference-shown": "same", "cannot-tell": "unknown" }[strength];
  const [first, second] = pair.best[0]!.items;
  const title = { best: nameOf(first!), second: nameOf(second!), reach: { share: pair.best[0]!.reach }, ...(word === "unknown" ? { n: { number: n } } : {}) };
  return {
    key: "turf",
    text: trimmed(liking.text),
    title: sayLater(`turf_title_${word}`, title),
    strength,
    n,
    base: sayLater("people_base", { count: n }),
    chart: {
      kind: "intervals",
      unit: "share",
      domain: [0, 1],
      line: null,
      rows: sizes.map(({ size, best, lower, upper }) => ({
        key: String(size),
        label: sayLater("turf_set_of", { count: size, names: namesOf(best[0]!.items) }),
        n,
        value: best[0]!.reach,
        bounds: { lower, upper },
        letters: "",
      })),
    },
    tables: [
      {
        caption: sayLater("turf_sets"),
        head: [sayLater("turf_head_set"), sayLater("turf_head_reach"), sayLater("turf_head_frequency")],
        rows: sizes.flatMap(({ size, best, lower, upper }) =>
          best.map(({ items, reach, frequency }, place) => ({
            key: `${size} ${items.join(" ")}`,
            label: sayLater("turf_set_of", { count: size, names: namesOf(items) }),
            isLow: isLowBase(n),
            cells: [cell("share", reach, { bounds: place === 0 ? { lower, upper } : null }), cell("mean", frequency, { n: Math.max(n, 100) })],
          })),
        ),
      },
      {
        caption: sayLater("turf_path"),
        head: [sayLater("turf_head_added"), sayLater("turf_head_increment"), sayLater("turf_head_reach")],
        rows: path.map(({ item, reach }, place) => ({
          key: data.prototypes[item]!.code,
          label: plainText(nameOf(item)),
          isLow: isLowBase(n),
          cells: [cell("share_difference", reach - (path[place - 1]?.reach ?? 0)), cell("share", reach)],
        })),
      },
    ],
    method: sayLater("turf_method", { count: n, boxes: ratingConfigOf(liking).topBoxes.join(", "), samples: { number: samples }, p: { p } }),
    notes: [
      sayLater("turf_caution"),
      ...(of > n ? [sayLater("sampled", { n: { number: n }, of: { number: of } })] : []),
      sayLater("seeded", { seed, hash: data.dataHash.slice(0, 12) }),
    ],
  };
};
