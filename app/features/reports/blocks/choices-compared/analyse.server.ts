// One or several of some options: how many chose what, with intervals, and where prototypes differ.
import type { Question } from "~/features/questionnaires/questionnaire";
import type { ReportData } from "../../data.server";
import { baseRow, compareOptions, optionChart, optionPairs, optionTable, optionTitle, overAllOptions, setsOf, type Option } from "../../option-shares.server";
import type { QuestionFinding } from "../../question-result";
import { valuesOf } from "../../read-values.server";
import { say, trimmed } from "../../result-parts.server";

/** What people wrote under "other" is their own words; here they are only counted. */
const other = "other:";

export const analyseChoices = (data: ReportData, question: Question): QuestionFinding[] => {
  const known = (question.config as { options: Option[] }).options.map(({ value, label }) => ({ value, label }));
  const codes = new Set(known.map(({ value }) => value));
  const chosen = setsOf(valuesOf<string | string[]>(data, question.key), (value) => [value].flat().map((code) => (codes.has(code) ? code : other)));
  const options = chosen.some((set) => set?.has(other)) ? [...known, { value: other, label: say("other_answer") }] : known;
  const compared = overAllOptions(compareOptions(data, options, chosen), data.trial.alpha);
  const kind = compared.find(({ comparison }) => comparison.kind !== "none")?.comparison.kind ?? "none";
  const table = optionTable(data, compared);
  return [
    {
      key: question.key,
      text: question.text,
      ...optionTitle(data, trimmed(question.text), compared),
      n: compared[0]?.comparison.rows.reduce((sum, { n }) => sum + n, 0) ?? 0,
      chart: optionChart(data, compared),
      tables: [{ ...table, rows: [...table.rows, baseRow(data, compared)] }, ...optionPairs(data, compared)],
      method: say(`shares_${kind}`),
      notes: [],
    },
  ];
};
