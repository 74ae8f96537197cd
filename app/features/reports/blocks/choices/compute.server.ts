// Answers that are chosen or counted: how many chose what, and the mean of what was counted. Nothing is tested here.
import type { LocalizedText } from "~/core/locale";
import { estimateMean, median } from "~/statistics/means";
import { isResult } from "~/statistics/result";
import type { ReportData } from "../../data.server";
import { columnsOf } from "../../rating-analysis.server";
import { smallestBase } from "../../report";
import { inBoth } from "../../sentences.server";
import type { ChoiceQuestion, ChoicesBlock, NumberQuestion } from "./result";

type Option = { value: string; label: LocalizedText };

export const computeChoices = (data: ReportData): ChoicesBlock | null => {
  const choices = data.questions
    .filter(({ type }) => type === "single_choice" || type === "multiple_choice")
    .map(({ key, type, text, config }): ChoiceQuestion => {
      const given = data.choices.get(key) ?? [];
      const known = (config as { options: Option[] }).options.map(({ value, label }) => ({ value, label }));
      const hasOther = given.some(({ value }) => !known.some((option) => option.value === value));
      // What people wrote under "other" is their own words; here they are only counted.
      const options = hasOther ? [...known, { value: "", label: inBoth((t) => t("reports.other_answer")) }] : known;
      return {
        key,
        text,
        isMultiple: type === "multiple_choice",
        options,
        rows: data.prototypes.map(({ code }, place) => {
          const own = given.filter(({ prototype }) => prototype === place);
          const n = (data.answered.get(key) ?? []).filter(({ prototype }) => prototype === place).reduce((sum, entry) => sum + entry.n, 0);
          const countOf = (value: string) =>
            own
              .filter((entry) => (value === "" ? !known.some((option) => option.value === entry.value) : entry.value === value))
              .reduce((sum, entry) => sum + entry.n, 0);
          return { code, n, counts: options.map(({ value }) => countOf(value)), hasShares: n >= smallestBase };
        }),
      };
    });
  const numbers = data.questions
    .filter(({ type }) => type === "number")
    .map(({ key, text, config }): NumberQuestion => ({
      key,
      text,
      unit: (config as { unit: LocalizedText }).unit,
      rows: columnsOf(data, key).map(({ code, values }) => {
        const mean = estimateMean(values, 1 - data.trial.alpha);
        const middle = median(values);
        return {
          code,
          n: values.length,
          mean: isResult(mean) ? mean.mean : null,
          interval: isResult(mean) && mean.interval ? { lower: mean.interval.lower, upper: mean.interval.upper } : null,
          median: isResult(middle) ? middle.value : null,
        };
      }),
    }));
  return choices.length + numbers.length === 0 ? null : { block: "choices", choices, numbers };
};
