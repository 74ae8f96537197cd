// An instructed item: it says which answer to give, and shows who reads along.
import { localized } from "~/core/locale";
import { both, numberIn, type QuestionType } from "../question-type";
import { agreement7 } from "../rating/scales";
import { cells, columns } from "./export";

/** Which of the seven points of agreement the question asks for. */
export type AttentionConfig = { expected: number };

export const attentionLabels = agreement7.map(([en, inIndonesian], index) => ({ code: 7 - index, label: both(en, inIndonesian) }));

export const attention: QuestionType<AttentionConfig, number> = {
  group: "frame",
  presets: [
    {
      id: "attention",
      text: both("Please choose “Somewhat agree” here.", "Untuk pertanyaan ini pilih “Agak setuju”."),
      config: { expected: 5 },
    },
  ],
  seconds: 7,
  texts: () => [],
  problems: () => [],
  read: numberIn,
  describe: (_config, value, locale) => localized(attentionLabels.find(({ code }) => code === value)?.label, locale),
  columns,
  cells,
  asked: { kind: "number", of: (value) => value, range: () => ({ min: 1, max: 7 }) },
};
