// What weighted numbers say, in one sentence that claims no more than their effective bases carry.
import type { LocalizedText } from "~/core/locale";
import { formatter, type Format } from "~/i18n/format";
import type { Strength } from "~/statistics/strength";
import { showDifference, showMean, showScore } from "../numbers";
import type { QuestionFinding } from "../question-result";
import { isEnough, shownPairs, type Compared, type ComparedItem, type WeighedValue } from "./compare-items.server";
import { say } from "./say.server";

type Title = Pick<QuestionFinding, "title" | "strength">;

const shown = (format: Format, { item }: Pick<ComparedItem, "item">, value: number, n: number): string =>
  item.measure.kind === "share"
    ? format.percent(value)
    : item.measure.kind === "promoters"
      ? showScore(format, value)
      : item.measure.isSigned
        ? showDifference(format, value)
        : showMean(format, value, n).replace(/^-/, "−");

const valueOf = ({ values }: ComparedItem, key: string): WeighedValue => values.find(({ column }) => column.key === key)!;

/** What is compared: prototypes, or things that everybody put in order, said came first, or found most and least important. */
export type Among = "prototypes" | "rank" | "firsts" | "matters";

const pairTitle = (question: LocalizedText, compared: readonly ComparedItem[], among: Among): Title | null => {
  const differing = shownPairs(compared);
  const [found] = differing;
  if (!found) return null;
  const { item, pair } = found;
  const [more, less] = pair.difference > 0 ? [pair.first, pair.second] : [pair.second, pair.first];
  const [high, low] = [valueOf(item, more.key), valueOf(item, less.key)];
  const total = compared.reduce((sum, { pairs }) => sum + pairs.length, 0);
  // In a list of answers it matters which; a scale has only one.
  const { kind: measure } = item.item.measure;
  const kind = among !== "prototypes" ? among : measure === "share" || compared.length > 1 ? `option_${measure}` : measure;
  return {
    title: say(
      `weighted_${kind}_${pair.strength}${total === 1 ? "_single" : ""}`,
      (format) => ({
        high: shown(format, item, high.weighted ?? 0, high.column.n),
        low: shown(format, item, low.weighted ?? 0, low.column.n),
        count: differing.length,
        total,
      }),
      { question, option: item.item.label, more: more.label, less: less.label },
    ),
    strength: pair.strength,
  };
};

/** Nothing is compared: what weights change most. */
const movedTitle = (question: LocalizedText, compared: readonly ComparedItem[]): LocalizedText => {
  const moved = compared
    .flatMap(({ item, values }) =>
      values.flatMap(({ column, weighted, plain }) => (weighted === null || plain === null || !isEnough(column) ? [] : [{ item, column, weighted, plain }])),
    )
    .sort((a, b) => Math.abs(b.weighted - b.plain) - Math.abs(a.weighted - a.plain))[0];
  if (!moved) return say("weighted_too_few", {}, { question });
  const { item, column, weighted, plain } = moved;
  const isOption = item.measure.kind === "share" || compared.length > 1;
  const numbers = (format: Format) => ({ weighted: shown(format, { item }, weighted, column.n), plain: shown(format, { item }, plain, column.n) });
  const inWords = numbers(formatter("en"));
  // A number that reads the same with and without weights is not held against itself.
  const same = inWords.weighted === inWords.plain ? "_same" : "";
  return say(`${isOption ? "weighted_share" : "weighted_mean_single"}${same}`, numbers, { question, option: item.label, prototype: column.label });
};

const wordsOfAll: Record<"no-difference-shown" | "cannot-tell", string> = { "no-difference-shown": "none", "cannot-tell": "unknown" };

export const titleOf = (question: LocalizedText, { items }: Compared, among: Among = "prototypes"): Title => {
  const pairs = items.flatMap((item) => item.pairs);
  if (pairs.length === 0) return { title: movedTitle(question, items), strength: null };
  const found = pairTitle(question, items, among);
  if (found) return found;
  const strength: Strength = pairs.every((pair) => pair.strength === "no-difference-shown") ? "no-difference-shown" : "cannot-tell";
  const smallest = Math.min(...pairs.flatMap(({ first, second }) => [first.effectiveN, second.effectiveN]));
  return {
    title: say(`weighted_${wordsOfAll[strength]}_${among}`, (format) => ({ effective: format.number(smallest, 1) }), { question }),
    strength,
  };
};
