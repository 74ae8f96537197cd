// Who would recommend it: promoters minus detractors, with an interval; differences within people where the same people tried both.
import type { Question } from "~/features/questionnaires/questionnaire";
import { adjustPValues } from "~/statistics/adjust";
import { compactLetters } from "~/statistics/letters";
import { compareNetPromoters, comparePairedPromoters, countPromoters, netPromoterScore } from "~/statistics/nps";
import { isResult } from "~/statistics/result";
import { strengthOf, type Strength } from "~/statistics/strength";
import type { ReportData } from "../../data.server";
import { gridOf } from "../../people.server";
import type { IntervalRow, QuestionFinding } from "../../question-result";
import { pairAnswers, splitByPrototype } from "../../rating-analysis.server";
import { lowBase, smallestBase } from "../../report";
import { cell, head, isLowBase, labelIn, nameIn, plainText, say, sayNumbers, strengthCell, textCell, trimmed } from "../../result-parts.server";

export const isNetPromoter = ({ type, config }: Question): boolean => type === "rating" && (config as { preset?: string }).preset === "nps11";

type Pair = { first: string; second: string; difference: number; interval: { lower: number; upper: number }; p: number; strength: Strength };

export const analyseNetPromoter = (data: ReportData, question: Question): QuestionFinding[] => {
  const { alpha } = data.trial;
  const columns = splitByPrototype(data, data.numbers.get(question.key)).map((column) => ({ ...column, counts: countPromoters(column.values) }));
  const large = columns.filter(({ values }) => values.length >= smallestBase);
  const isPaired = gridOf(data).isRepeated;
  const raw = large.flatMap((one, index) =>
    large.slice(index + 1).map((other) => {
      const both = pairAnswers(one, other);
      const n = isPaired ? both.own.length : Math.min(one.values.length, other.values.length);
      const test = !isPaired
        ? compareNetPromoters(one.counts, other.counts, 1 - alpha)
        : both.own.length >= smallestBase
          ? comparePairedPromoters(both.own, both.other, 1 - alpha)
          : null;
      return test && isResult(test) ? { first: one.code, second: other.code, n, test } : null;
    }),
  );
  const tested = raw.filter((pair) => pair !== null);
  const adjusted = adjustPValues(
    tested.map(({ test }) => test.p),
    "holm",
  );
  const pairs = tested.map(({ first, second, n, test }, index): Pair => {
    const interval = { lower: test.interval.lower, upper: test.interval.upper };
    const halfWidth = (interval.upper - interval.lower) / 200;
    return {
      first,
      second,
      difference: test.difference,
      interval,
      p: adjusted[index]!,
      strength: strengthOf({ adjustedP: adjusted[index]!, alpha, n, halfWidth, scale: { kind: "share" } }),
    };
  });
  const scored = columns.map(({ code, values, counts }) => {
    const score = values.length >= smallestBase ? netPromoterScore(counts, 1 - alpha) : null;
    return { code, n: values.length, counts, score: score && isResult(score) ? score : null };
  });
  const letters =
    large.length >= 2 && pairs.length === raw.length
      ? compactLetters(
          scored.flatMap(({ code, score }) => (score ? [{ id: code, mean: score.score }] : [])),
          pairs,
          alpha,
        )
      : [];
  const lettersOf = (code: string) => letters.find(({ id }) => id === code)?.letters.join("") ?? "";
  // Below thirty people counts say more than a score.
  const rows = scored.flatMap(({ code, n, score }): IntervalRow[] =>
    score && n >= lowBase
      ? [
          {
            key: code,
            label: labelIn(data.prototypes, code),
            n,
            value: score.score,
            bounds: { lower: score.interval.lower, upper: score.interval.upper },
            letters: lettersOf(code),
          },
        ]
      : [],
  );
  const total = scored.reduce((sum, { n }) => sum + n, 0);
  const shown = pairs.filter(({ strength }) => strength === "clearly" || strength === "probably").sort((a, b) => a.p - b.p)[0];
  const only = rows[0];
  const name = (code: string) => nameIn(data.prototypes, code);
  const text = trimmed(question.text);
  const title =
    total === 0
      ? say("nobody", {}, { question: text })
      : shown
        ? say(`promoters_${shown.strength}`, {
            more: name(shown.difference > 0 ? shown.first : shown.second),
            less: name(shown.difference > 0 ? shown.second : shown.first),
          })
        : rows.length === 1
          ? sayNumbers(
              "promoters_single",
              {
                score: { value: only!.value, as: "number" },
                low: { value: only!.bounds!.lower, as: "number" },
                high: { value: only!.bounds!.upper, as: "number" },
              },
              {},
              { prototype: labelIn(data.prototypes, only!.key) },
            )
          : pairs.length > 0
            ? say(pairs.every(({ strength }) => strength === "no-difference-shown") ? "promoters_none" : "promoters_unknown", { count: total })
            : say("promoters_few", { count: total });
  return [
    {
      key: question.key,
      text: question.text,
      title,
      strength:
        shown?.strength ??
        (pairs.length === 0 ? null : pairs.every(({ strength }) => strength === "no-difference-shown") ? "no-difference-shown" : "cannot-tell"),
      n: total,
      chart: rows.length === 0 ? null : { kind: "intervals", unit: "score", domain: [-100, 100], line: 0, rows },
      tables: [
        {
          caption: say("table_promoters"),
          head: head("prototype", "n", "promoters", "passives", "detractors", "score", "adjusted_score", "letters"),
          rows: scored.map(({ code, n, counts, score }) => ({
            key: code,
            label: labelIn(data.prototypes, code),
            isLow: isLowBase(n),
            cells: [
              cell("count", n),
              ...[counts.promoters, counts.passives, counts.detractors].map((count) => cell("count", count)),
              cell("score", n >= lowBase ? (score?.score ?? null) : null, {
                bounds: score && n >= lowBase ? { lower: score.interval.lower, upper: score.interval.upper } : null,
              }),
              cell("score", score?.adjusted.score ?? null, {
                bounds: score ? { lower: score.adjusted.interval.lower, upper: score.adjusted.interval.upper } : null,
              }),
              textCell(plainText(lettersOf(code) || "–")),
            ],
          })),
        },
        ...(pairs.length > 0
          ? [
              {
                caption: say("table_pairs"),
                head: head("pair", "difference", "p", "strength"),
                rows: pairs.map(({ first, second, difference, interval, p, strength }) => ({
                  key: `${first} ${second}`,
                  label: plainText(`${name(first)} – ${name(second)}`),
                  isLow: false,
                  cells: [cell("score", difference, { bounds: interval }), cell("p", p), strengthCell(strength)],
                })),
              },
            ]
          : []),
      ],
      method: say(pairs.length === 0 ? "method_promoters_single" : isPaired ? "method_promoters_paired" : "method_promoters_independent"),
      notes: scored.some(({ n }) => n > 0 && n < lowBase) ? [say("promoters_low", { low: lowBase })] : [],
    },
  ];
};
