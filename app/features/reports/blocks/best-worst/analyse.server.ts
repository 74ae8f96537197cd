// What matters most and least out of a longer list: counts, and the model that allows for the company an item was shown in.
import type { Question } from "~/features/questionnaires/questionnaire";
import type { LocalizedText } from "~/core/locale";
import { normalQuantile, normalTwoSided } from "~/statistics/distributions";
import { adjustPValues } from "~/statistics/adjust";
import { countBestWorst, type BestWorstTask } from "~/statistics/maxdiff-counts";
import { fitBestWorst } from "~/statistics/maxdiff-model";
import { isResult } from "~/statistics/result";
import { strengthOf, type Strength } from "~/statistics/strength";
import type { ReportData } from "../../data.server";
import { lastRows } from "../../people.server";
import type { QuestionFinding } from "../../question-result";
import { valuesOf } from "../../read-values.server";
import { smallestBase } from "../../report";
import { cell, head, isLowBase, say, sayNumbers, trimmed } from "../../result-parts.server";

type Item = { value: string; label: LocalizedText };
type Stored = { shown: string[]; best: string; worst: string }[];

/** Tasks whose items are all known and whose best is not the worst. */
export const bestWorstTasks = (data: ReportData, { key, config }: Question): BestWorstTask[] => {
  const { items } = config as { items: Item[] };
  const placeOf = new Map(items.map(({ value }, place) => [value, place]));
  const values = valuesOf<Stored>(data, key);
  return lastRows(data, (row) => values[row] !== undefined).flatMap((row) =>
    values[row]!.flatMap(({ shown, best, worst }): BestWorstTask[] => {
      const places = shown.map((item) => placeOf.get(item));
      const [most, least] = [placeOf.get(best), placeOf.get(worst)];
      if (most === undefined || least === undefined || most === least || places.includes(undefined)) return [];
      return [{ personId: String(data.rows.person[row]), shown: places as number[], best: most, worst: least }];
    }),
  );
};

export const analyseBestWorst = (data: ReportData, question: Question): QuestionFinding[] => {
  const { alpha } = data.trial;
  const { items } = question.config as { items: Item[] };
  const tasks = bestWorstTasks(data, question);
  const people = new Set(tasks.map(({ personId }) => personId)).size;
  const counts = countBestWorst(tasks, items.length);
  const known = isResult(counts) ? counts : null;
  const fitted = people >= smallestBase ? fitBestWorst(tasks, items.length) : null;
  const fit = fitted && isResult(fitted) ? fitted : null;
  const z = normalQuantile(1 - alpha / 2);
  const rows = items
    .map((item, index) => {
      const error = fit ? Math.sqrt(Math.max(0, fit.robustCovariance[index]![index]!)) : null;
      return { item, index, counts: known?.items[index] ?? null, strength: fit?.strengths[index] ?? null, share: fit?.shares[index] ?? null, error };
    })
    .sort((a, b) => (b.strength ?? b.counts?.score ?? 0) - (a.strength ?? a.counts?.score ?? 0));
  const [best] = rows;
  // The first against every other one; these comparisons are a family.
  const against = fit
    ? rows.slice(1).map(({ index }) => {
        const [i, j] = [best!.index, index];
        const variance = fit.robustCovariance[i]![i]! + fit.robustCovariance[j]![j]! - 2 * fit.robustCovariance[i]![j]!;
        return variance > 0 ? normalTwoSided((fit.strengths[i]! - fit.strengths[j]!) / Math.sqrt(variance)) : 1;
      })
    : [];
  const strengths = adjustPValues(against, "holm").map((adjustedP): Strength =>
    strengthOf({ adjustedP, alpha, n: people, halfWidth: null, scale: { kind: "share" } }),
  );
  const clear = strengths.filter((each) => each === "clearly").length;
  const probable = strengths.filter((each) => each === "probably").length;
  const word = clear > 0 ? "clearly" : probable > 0 ? "probably" : "unknown";
  const text = trimmed(question.text);
  return [
    {
      key: question.key,
      text: question.text,
      title:
        tasks.length === 0
          ? say("nobody", {}, { question: text })
          : fit
            ? say(`best_worst_${word}`, { count: clear || probable, total: items.length - 1 }, { best: best!.item.label, question: text })
            : say("best_worst_few", { count: people }, { question: text }),
      strength: fit ? (word === "unknown" ? "cannot-tell" : word) : null,
      n: people,
      chart: fit
        ? {
            kind: "intervals",
            unit: "score",
            domain: [
              Math.min(-1, ...rows.map(({ strength, error }) => strength! - z * error!)),
              Math.max(1, ...rows.map(({ strength, error }) => strength! + z * error!)),
            ],
            line: 0,
            rows: rows.slice(0, 30).map(({ item, strength, error }) => ({
              key: item.value,
              label: item.label,
              n: people,
              value: strength!,
              bounds: { lower: strength! - z * error!, upper: strength! + z * error! },
              letters: "",
            })),
          }
        : null,
      tables: [
        {
          caption: say("table_best_worst"),
          head: head("answer", "shown", "best", "worst", "net_score", "strength_value", "share"),
          rows: rows.map(({ item, counts: own, strength, error, share }) => ({
            key: item.value,
            label: item.label,
            isLow: isLowBase(people),
            cells: [
              cell("count", own?.shown ?? 0),
              cell("count", own?.best ?? 0),
              cell("count", own?.worst ?? 0),
              cell("difference", own?.score ?? null),
              cell("difference", strength, {
                bounds: strength === null || error === null ? null : { lower: strength - z * error, upper: strength + z * error },
              }),
              cell("share", share),
            ],
          })),
        },
      ],
      method: fit
        ? sayNumbers("method_best_worst", { fit: { value: fit.rootLikelihood, as: "number", digits: 2 } }, { count: people, tasks: fit.tasks })
        : say("method_best_worst_small", { smallest: smallestBase }),
      notes: [],
    },
  ];
};
