// What was agreed and what was measured, as people say it.
import type { LocalizedText } from "~/core/locale";
import type { ActionStandard } from "~/features/trials/trial";
import type { Question } from "~/features/questionnaires/questionnaire";
import type { Format } from "~/i18n/format";
import type { TranslationKey } from "~/i18n/keys";
import type { Translate } from "~/i18n/translate";
import type { NotEnoughData } from "~/statistics/result";
import type { ReportData } from "../../data.server";
import { showMean } from "../../numbers";
import { ratingConfigOf } from "../../rating-analysis.server";
import { inBoth } from "../../sentences.server";
import type { Measured } from "./compute.server";

const showValue = (format: Format, metric: ActionStandard["metric"], value: number, n: number): string =>
  metric === "top_two_box" ? format.percent(value) : metric === "mean" ? showMean(format, value, n) : format.number(value);

/** An agreed limit is shown as it was agreed, not rounded to the base. */
const showLimit = (format: Format, metric: ActionStandard["metric"], value: number): string =>
  metric === "top_two_box"
    ? format.percent(value, Number.isInteger(Math.round(value * 1000) / 10) ? 0 : 1)
    : format.number(value, Number.isInteger(value) ? 0 : 1);

/** Liking and buying have names of their own; an attribute is called by its question. */
const topicOf = (t: Translate, question: Question, text: string): string => {
  const { measures } = ratingConfigOf(question);
  return measures === "attribute" ? t("reports.topic_attribute", { question: text.replace(/[?.\s]+$/, "") }) : t(`reports.topic_${measures}`);
};

export const standardSentences = (
  data: ReportData,
  standard: ActionStandard,
  found: Measured | NotEnoughData,
): { rule: LocalizedText; measured: LocalizedText } => {
  const nameOf = (id: number) => data.prototypes.find((prototype) => prototype.id === id)?.name ?? "?";
  const question = data.questions.find(({ key }) => key === standard.questionKey);
  const { metric, test, against } = standard;
  const rule = inBoth((t, format, pick) =>
    t(`reports.standard_${metric}_${metric === "jar_penalties" ? "at_most" : test}_${against.kind}` as TranslationKey, {
      prototype: nameOf(standard.prototypeId),
      question: question ? topicOf(t, question, pick(question.text)) : standard.questionKey,
      ...(against.kind === "value"
        ? { value: showLimit(format, metric, against.value), ...(metric === "jar_penalties" ? { count: against.value } : {}) }
        : { other: nameOf(against.prototypeId), margin: showLimit(format, metric, against.margin ?? 0) }),
    }),
  );
  const measured = inBoth((t, format) => {
    if (found.kind === "not-enough-data") return t("reports.standard_not_measured", { count: found.n });
    if (found.shown)
      return t("reports.standard_versus", {
        own: showValue(format, metric, found.shown.own, found.n),
        other: showValue(format, metric, found.shown.other, found.n),
      });
    return showValue(format, metric, found.estimate, found.n);
  });
  return { rule, measured };
};
