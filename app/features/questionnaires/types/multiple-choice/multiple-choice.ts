// Any number of options, some of which rule out the others ("none of these").
import { localized, type LocalizedText } from "~/core/locale";
import { both, type QuestionType, type Screening } from "../question-type";
import type { Ordered } from "../ordered";
import { otherChoice, otherPrefix, otherText } from "../single-choice/single-choice";
import { cells, columns } from "./export";

export type MultipleChoiceOption = {
  value: string;
  label: LocalizedText;
  screening: Screening;
  exclusive?: boolean;
  /** Keeps its place where the others move. */ anchored?: boolean;
};
export type MultipleChoiceConfig = Ordered & {
  options: MultipleChoiceOption[];
  min?: number;
  max?: number;
  /** One's own words as one more option. */ allowOther?: boolean;
};

export const multipleChoice: QuestionType<MultipleChoiceConfig, string[]> = {
  group: "choices",
  presets: [
    {
      id: "multiple_choice",
      text: both("", ""),
      config: {
        options: [
          { value: "option_1", label: both("", ""), screening: "neutral" },
          { value: "option_2", label: both("", ""), screening: "neutral" },
          { value: "none", label: both("None of these", "Tidak ada di antaranya"), screening: "neutral", exclusive: true },
        ],
      },
    },
  ],
  seconds: 14,
  texts: ({ options }) => options.map((option) => option.label),
  problems: ({ options, min, max }) => [
    ...(options.length >= 2 ? [] : (["too_few_options"] as const)),
    ...(new Set(options.map((option) => option.value)).size === options.length ? [] : (["same_code_twice"] as const)),
    ...((min ?? 0) > (max ?? options.length) || (min ?? 0) > options.length ? (["range_upside_down"] as const) : []),
  ],
  forMember: (config) => ({ ...config, options: config.options.map((option) => ({ ...option, screening: "neutral" as const })) }),
  read: (form, name, { options }) => {
    const chosen = form
      .getAll(name)
      .filter((value): value is string => typeof value === "string" && value !== "")
      .map((value) => (value === "other" ? otherPrefix + String(form.get(`${name}.other`) ?? "").trim() : value));
    // In the order of the options, so that the same choice is always stored the same way.
    const order = new Map(options.map((option, index) => [option.value, index]));
    const sorted = [...new Set(chosen)].sort((a, b) => (order.get(a) ?? options.length) - (order.get(b) ?? options.length));
    return sorted.length > 0 ? sorted : undefined;
  },
  describe: ({ options }, value, locale) =>
    [
      ...options.filter((option) => value.includes(option.value)).map((option) => localized(option.label, locale)),
      ...value.flatMap((each) => otherText(each) ?? []),
    ].join(", "),
  columns,
  cells,
  asked: {
    kind: "codes",
    codes: ({ options, allowOther }) => [...options.map(({ value, label }) => ({ value, label })), ...(allowOther ? [otherChoice] : [])],
    of: (_config, value) => value.map((each) => (otherText(each) === null ? each : "other")),
  },
  screen: ({ options }, value) => {
    const chosen = options.filter((option) => value?.includes(option.value));
    if (chosen.some((option) => option.screening === "disqualify")) return "disqualify";
    if (options.some((option) => option.screening === "qualify")) return chosen.some((option) => option.screening === "qualify") ? "qualify" : "disqualify";
    return "neutral";
  },
};
