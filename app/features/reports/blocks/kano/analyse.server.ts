// How people would feel with a feature and without it: what they take for granted, what delights them, and what leaves them cold.
import type { LocalizedText } from "~/core/locale";
import type { Question } from "~/features/questionnaires/questionnaire";
import { analyseKano, type KanoAnalysis, type KanoAnswer, type KanoCategory } from "~/statistics/kano";
import { isResult } from "~/statistics/result";
import { strengthOf, type Strength } from "~/statistics/strength";
import type { ReportData } from "../../data.server";
import { lastRows } from "../../people.server";
import type { QuestionFinding } from "../../question-result";
import { valuesOf } from "../../read-values.server";
import { smallestBase } from "../../report";
import { cell, head, isLowBase, say, sayNumbers, textCell } from "../../result-parts.server";

const categories: readonly KanoCategory[] = ["M", "O", "A", "I", "R", "Q"];

const boundsOf = (value: { interval: { lower: number; upper: number } } | null) =>
  value ? { lower: value.interval.lower, upper: value.interval.upper } : null;

/** The exact test of the two most frequent categories decides; Fong's, which is laxer, stands in the table. */
const strengthFor = ({ exactP, n }: KanoAnalysis, alpha: number): Strength =>
  strengthOf({ adjustedP: exactP, alpha, n, halfWidth: null, scale: { kind: "share" } });
const wordOf = (strength: Strength) => (strength === "clearly" || strength === "probably" ? strength : "unknown");

/** Features are written as they stand within a question; here they begin a sentence. */
export const atTheBeginning = ({ en, id }: LocalizedText): LocalizedText => ({
  en: en.charAt(0).toLocaleUpperCase("en") + en.slice(1),
  id: id.charAt(0).toLocaleUpperCase("id") + id.slice(1),
});

const titleOf = (feature: LocalizedText, n: number, analysis: KanoAnalysis | null, alpha: number): LocalizedText => {
  if (n === 0) return say("nobody", {}, { question: feature });
  if (!analysis) return say("kano_few", { count: n }, { feature });
  if (analysis.isQuestionable) return sayNumbers("kano_questionable", { share: { value: analysis.counts.Q / n, as: "percent" } }, {}, { feature });
  // A category that does not stand out from the second is not named as the answer.
  const word = wordOf(strengthFor(analysis, alpha));
  return word === "unknown"
    ? say("kano_unknown", {}, { feature, category: say(`kano_${analysis.category}`), second: say(`kano_${analysis.second}`) })
    : say(`kano_${word}_${analysis.category}`, {}, { feature });
};

export const analyseKanoFeature = (data: ReportData, question: Question): QuestionFinding[] => {
  const { feature } = question.config as { feature: LocalizedText };
  const values = valuesOf<KanoAnswer>(data, question.key);
  const answers = lastRows(data, (row) => values[row] !== undefined).map((row) => values[row]!);
  const n = answers.length;
  const found = analyseKano(answers, { confidence: 1 - data.trial.alpha });
  const analysis = isResult(found) && n >= smallestBase ? found : null;
  const [better, worse] = [analysis?.better ?? null, analysis?.worse ?? null];
  return [
    {
      key: question.key,
      text: atTheBeginning(feature),
      title: titleOf(atTheBeginning(feature), n, analysis, data.trial.alpha),
      strength: analysis && strengthFor(analysis, data.trial.alpha),
      n,
      chart:
        better && worse
          ? {
              kind: "intervals",
              unit: "share",
              domain: [-1, 1],
              line: 0,
              rows: [
                { key: "better", label: say("kano_better"), n, value: better.value, bounds: boundsOf(better), letters: "" },
                { key: "worse", label: say("kano_worse"), n, value: worse.value, bounds: boundsOf(worse), letters: "" },
              ],
            }
          : null,
      tables: [
        {
          caption: say("table_kano"),
          head: head("answer", "n", "share"),
          rows: categories.map((category) => {
            const count = isResult(found) ? found.counts[category] : 0;
            return {
              key: category,
              label: say(`kano_${category}`),
              isLow: isLowBase(n),
              cells: [cell("count", count), cell("share", analysis ? count / n : null)],
            };
          }),
        },
        ...(analysis
          ? [
              {
                caption: say("table_kano_scores"),
                head: head("measure", "value"),
                rows: [
                  { key: "better", label: say("kano_better"), isLow: false, cells: [cell("share", better?.value ?? null, { bounds: boundsOf(better) })] },
                  { key: "worse", label: say("kano_worse"), isLow: false, cells: [cell("share", worse?.value ?? null, { bounds: boundsOf(worse) })] },
                  { key: "strength", label: say("kano_strength"), isLow: false, cells: [cell("share", analysis.categoryStrength)] },
                  { key: "total", label: say("kano_total"), isLow: false, cells: [cell("share", analysis.totalStrength)] },
                  { key: "fong", label: say("kano_fong"), isLow: false, cells: [textCell(say(analysis.fong.isClear ? "yes" : "no"))] },
                  { key: "berger", label: say("kano_berger"), isLow: false, cells: [textCell(say(`kano_${analysis.bergerCategory}`))] },
                ],
              },
            ]
          : []),
      ],
      method: analysis
        ? sayNumbers("method_kano", { p: { value: analysis.exactP, as: "p" } }, { count: n })
        : say("method_kano_small", { smallest: smallestBase }),
      notes:
        analysis && analysis.category !== analysis.bergerCategory
          ? [say("kano_differs", {}, { category: say(`kano_${analysis.category}`), other: say(`kano_${analysis.bergerCategory}`) })]
          : [],
    },
  ];
};
