// The product as it should be, in checked words: each person counts once, whatever prototypes they tried.
import type { Question } from "~/features/questionnaires/questionnaire";
import type { CataConfig } from "~/features/questionnaires/types/cata/cata";
import { estimateProportion } from "~/statistics/proportions";
import { isResult } from "~/statistics/result";
import type { ReportData } from "../../data.server";
import { lastRows } from "../../people.server";
import type { IntervalRow, QuestionFinding } from "../../question-result";
import { valuesOf } from "../../read-values.server";
import { smallestBase } from "../../report";
import { cell, head, isLowBase, say, trimmed } from "../../result-parts.server";

export const describeIdealProduct = (data: ReportData, question: Question): QuestionFinding[] => {
  const { terms } = question.config as CataConfig;
  const values = valuesOf<string[]>(data, question.key);
  const given = lastRows(data, (row) => values[row] !== undefined).map((row) => new Set(values[row]));
  const n = given.length;
  const counted = terms
    .map((term) => ({ term, count: given.filter((words) => words.has(term.value)).length }))
    .map(({ term, count }) => ({ term, count, estimate: n >= smallestBase ? estimateProportion(count, n, 1 - data.trial.alpha) : null }))
    .sort((a, b) => b.count - a.count);
  const rows = counted.flatMap(({ term, estimate }): IntervalRow[] =>
    estimate && isResult(estimate)
      ? [
          {
            key: term.value,
            label: term.label,
            n,
            value: estimate.share,
            bounds: { lower: estimate.interval.lower, upper: estimate.interval.upper },
            letters: "",
          },
        ]
      : [],
  );
  const text = trimmed(question.text);
  return [
    {
      key: question.key,
      text: question.text,
      title:
        n === 0
          ? say("nobody", {}, { question: text })
          : rows[0]
            ? say("ideal_most", {}, { option: rows[0].label })
            : say("options_few", { count: n }, { question: text }),
      strength: null,
      n,
      base: say("ideal_base", { count: n }),
      chart: rows.length === 0 ? null : { kind: "intervals", unit: "share", domain: [0, 1], line: null, rows: rows.slice(0, 20) },
      tables: [
        {
          caption: say("table_ideal_words"),
          head: head("answer", "checked", "share"),
          rows: counted.map(({ term, count }, index) => ({
            key: term.value,
            label: term.label,
            isLow: isLowBase(n),
            cells: [cell("count", count), cell("share", rows[index]?.value ?? null, { n, bounds: rows[index]?.bounds ?? null })],
          })),
        },
      ],
      method: say("method_ideal"),
      notes: [],
    },
  ];
};
