import { localized, type LocalizedText } from "~/core/locale";
import { Rich, useFormat, useLocale, useT } from "~/i18n/language";
import type { ActionStandard } from "../trial";

type Prototype = { id: number; name: string };
type Question = { key: string; text: LocalizedText };

/** `{p}` in a question stands for the prototype; in a list of questions three dots do. */
export const questionText = (text: LocalizedText, locale: "en" | "id"): string => localized(text, locale).replaceAll("{p}", "…");

/** An action standard as a sentence. */
export const StandardText = ({
  standard,
  prototypes,
  questions,
}: {
  standard: ActionStandard;
  prototypes: readonly Prototype[];
  questions: readonly Question[];
}) => {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { metric, test, against } = standard;
  const nameOf = (id: number) => prototypes.find((prototype) => prototype.id === id)?.name ?? "?";
  const question = questions.find(({ key }) => key === standard.questionKey);
  const shown = (number: number) =>
    metric === "top_two_box" ? format.percent(number, Number.isInteger(Math.round(number * 1000) / 10) ? 0 : 1) : format.number(number, 1);
  const value =
    against.kind === "prototype"
      ? nameOf(against.prototypeId)
      : metric === "top_two_box"
        ? format.percent(against.value)
        : format.number(against.value, metric === "mean" ? 1 : 0);
  const values = {
    prototype: nameOf(standard.prototypeId),
    question: question ? questionText(question.text, locale) : standard.questionKey,
    value,
    margin: shown(against.kind === "prototype" ? (against.margin ?? 0) : 0),
  };
  return <Rich text={t(`fieldwork.standard_${metric}_${test as "at_least"}` as "fieldwork.standard_mean_at_least", values)} />;
};
