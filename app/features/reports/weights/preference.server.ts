// Which of two is preferred, weighted: everybody's three shares, and a test among those who have a preference.
import type { LocalizedText } from "~/core/locale";
import type { Question } from "~/features/questionnaires/questionnaire";
import { adjustPValues } from "~/statistics/adjust";
import { isResult } from "~/statistics/result";
import { strengthOf, type Strength } from "~/statistics/strength";
import { countWeighted, testWeightedPreference, type WeightedCount } from "~/statistics/weighted-comparisons";
import { answersOf, labelsOf, pairsOf, type Pair, type PreferenceConfig } from "../blocks/preference/analyse.server";
import type { QuestionFinding } from "../question-result";
import { cell, isLowBase, strengthCell, trimmed } from "../result-parts.server";
import type { Setting } from "./columns.server";
import { isEnough, shownEffective } from "./compare-items.server";
import { effectiveCell, heads, say } from "./say.server";

type Side = Pair["one"];
type Weighed = {
  one: Side;
  other: Side;
  counts: Record<"one" | "other" | "none", WeightedCount>;
  plain: { one: number; other: number };
  stated: WeightedCount;
};
type Tested = Weighed & { p: number; strength: Strength; share: number };

const weigh = (setting: Setting, { one, other, answers }: Pair): Weighed => {
  const weights = Float64Array.from(answers, ({ person }) => setting.weightOf(person));
  const count = (choice: string) =>
    countWeighted(
      Float64Array.from(answers, (answer) => (answer.choice === choice ? 1 : 0)),
      weights,
    );
  const stated = answers.flatMap(({ choice, person }) => (choice === one.value || choice === other.value ? [{ isOne: choice === one.value, person }] : []));
  return {
    one,
    other,
    counts: { one: count(one.value), other: count(other.value), none: count("none") },
    plain: {
      one: answers.filter(({ choice }) => choice === one.value).length / answers.length,
      other: answers.filter(({ choice }) => choice === other.value).length / answers.length,
    },
    stated: countWeighted(
      Float64Array.from(stated, ({ isOne }) => (isOne ? 1 : 0)),
      Float64Array.from(stated, ({ person }) => setting.weightOf(person)),
    ),
  };
};

const testAll = (pairs: readonly Weighed[], alpha: number): Tested[] => {
  const raw = pairs.flatMap((pair) => {
    const test = isEnough(pair.stated) ? testWeightedPreference(pair.stated, 1 - alpha) : null;
    return test && isResult(test) ? [{ pair, test }] : [];
  });
  const adjusted = adjustPValues(
    raw.map(({ test }) => test.p),
    "holm",
  );
  return raw.map(({ pair, test }, index) => {
    const halfWidth = (test.interval.upper - test.interval.lower) / 2;
    const strength = strengthOf({ adjustedP: adjusted[index]!, alpha, n: test.effectiveN, halfWidth, scale: { kind: "share" } });
    return { ...pair, p: adjusted[index]!, share: test.share, strength };
  });
};

const titleOf = (question: LocalizedText, tested: readonly Tested[]): Pick<QuestionFinding, "title" | "strength"> => {
  if (tested.length === 0) return { title: say("weighted_too_few", {}, { question }), strength: null };
  const differing = tested.filter(({ strength }) => strength === "clearly" || strength === "probably").sort((a, b) => a.p - b.p);
  const [found] = differing;
  if (!found) {
    const isNone = tested.every(({ strength }) => strength === "no-difference-shown");
    const smallest = Math.min(...tested.map(({ stated }) => stated.effectiveN));
    return {
      title: say(`weighted_preference_${isNone ? "none" : "unknown"}`, (format) => ({ effective: format.number(smallest, 1) }), { question }),
      strength: isNone ? "no-difference-shown" : "cannot-tell",
    };
  }
  const isFirst = found.share > 0.5;
  const share = isFirst ? found.share : 1 - found.share;
  return {
    title: say(
      `weighted_preference_${found.strength}${tested.length === 1 ? "_single" : ""}`,
      (format) => ({ share: format.percent(share), count: differing.length, total: tested.length }),
      { more: (isFirst ? found.one : found.other).label, less: (isFirst ? found.other : found.one).label },
    ),
    strength: found.strength,
  };
};

export const weighPreference = (setting: Setting, question: Question): QuestionFinding => {
  const answers = answersOf(setting.data, question.key);
  const pairs = pairsOf(labelsOf(setting.data, question.config as PreferenceConfig, answers), answers).map((pair) => weigh(setting, pair));
  const tested = testAll(pairs, setting.alpha);
  return {
    key: question.key,
    text: question.text,
    ...titleOf(trimmed(question.text), tested),
    n: answers.length,
    chart: null,
    tables: [
      {
        caption: say("table_weighted_preference"),
        head: heads("pair", "n", "effective", "one_weighted", "one_plain", "other_weighted", "none_weighted", "p", "strength"),
        rows: pairs.map(({ one, other, counts, plain }) => {
          const base = counts.one;
          const test = tested.find((each) => each.one === one && each.other === other);
          const share = ({ successes, effectiveN }: WeightedCount) => cell("share", isEnough(base) ? successes / effectiveN : null, { n: base.n });
          return {
            key: `${one.value} ${other.value}`,
            label: { en: `${one.label.en} – ${other.label.en}`, id: `${one.label.id} – ${other.label.id}` },
            isLow: isLowBase(base.effectiveN),
            cells: [
              cell("count", base.n),
              effectiveCell(shownEffective(base)),
              share(counts.one),
              cell("share", base.n >= 10 ? plain.one : null, { n: base.n }),
              share(counts.other),
              share(counts.none),
              cell("p", test?.p ?? null),
              strengthCell(test?.strength ?? "cannot-tell"),
            ],
          };
        }),
      },
    ],
    method: say("weighted_method_preference"),
    notes: [],
  };
};
