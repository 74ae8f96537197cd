// One of several options, and where the question allows it one's own words instead.
import { localized, type LocalizedText } from "~/core/locale";
import { both, typedIn, type QuestionType, type Screening } from "../question-type";
import type { Ordered } from "../ordered";
import { cells, columns } from "./export";

export type ChoiceOption = { value: string; label: LocalizedText; screening: Screening; /** Keeps its place where the others move. */ anchored?: boolean };
export type SingleChoiceConfig = Ordered & { options: ChoiceOption[]; allowOther: boolean };

/** An answer in one's own words is stored as `other:` and what was written. */
export const otherPrefix = "other:";
export const otherText = (value: string): string | null => (value.startsWith(otherPrefix) ? value.slice(otherPrefix.length) : null);

/** One's own words, as a code that rules may look at. */
export const otherChoice = { value: "other", label: both("Other", "Lainnya") };

export const singleChoice: QuestionType<SingleChoiceConfig, string> = {
  group: "choices",
  presets: [
    {
      id: "single_choice",
      text: both("", ""),
      config: {
        options: [
          { value: "option_1", label: both("", ""), screening: "neutral" },
          { value: "option_2", label: both("", ""), screening: "neutral" },
        ],
        allowOther: false,
      },
    },
  ],
  seconds: 9,
  texts: ({ options }) => options.map((option) => option.label),
  problems: ({ options, allowOther }) => [
    ...(options.length + (allowOther ? 1 : 0) >= 2 ? [] : (["too_few_options"] as const)),
    ...(new Set(options.map((option) => option.value)).size === options.length ? [] : (["same_code_twice"] as const)),
  ],
  forMember: (config) => ({ ...config, options: config.options.map((option) => ({ ...option, screening: "neutral" as const })) }),
  read: (form, name) => {
    const chosen = typedIn(form, name);
    return chosen === "other" ? otherPrefix + (typedIn(form, `${name}.other`) ?? "") : chosen;
  },
  describe: ({ options }, value, locale) => otherText(value) ?? localized(options.find((option) => option.value === value)?.label, locale),
  columns,
  cells,
  asked: {
    kind: "codes",
    codes: ({ options, allowOther }) => [...options.map(({ value, label }) => ({ value, label })), ...(allowOther ? [otherChoice] : [])],
    of: (_config, value) => [otherText(value) === null ? value : "other"],
    isSingle: true,
  },
  screen: ({ options }, value) => {
    const screening = options.find((option) => option.value === value)?.screening;
    if (screening === "disqualify") return "disqualify";
    // Where one option qualifies, the others, one's own words and silence do not.
    if (options.some((option) => option.screening === "qualify")) return screening === "qualify" ? "qualify" : "disqualify";
    return "neutral";
  },
};
