// Which of two is preferred: the two prototypes somebody has tried, under their codes, or two things said in words.
import { localized, type LocalizedText } from "~/core/locale";
import { both, isComplete, typedIn, type QuestionType } from "../question-type";
import { cells, columns } from "./export";

export type PairedPreferenceConfig = {
  /** `samples`: the first two prototypes that the participant was given. `words`: the two sides below. */
  between: "samples" | "words";
  sides: { value: string; label: LocalizedText }[];
  allowsNone: boolean;
  asksStrength: boolean;
  /** The two sides of one response, left first; worked out by the server, never stored. */
  pair?: { value: string; label: LocalizedText }[];
};

/** `choice` is a blind code, the code of a side, or `none`; `left` and `right` are what was shown where. */
export type PairedPreferenceAnswer = { choice: string; left: string; right: string; strength?: "strong" | "slight" };

export const noPreference = "none";

export const sidesOf = ({ pair, sides }: PairedPreferenceConfig) => (pair ?? sides).slice(0, 2);

const text = both("Overall, which one do you prefer?", "Secara keseluruhan, mana yang lebih Anda sukai?");
const words = [
  { value: "one", label: both("", "") },
  { value: "other", label: both("", "") },
];

export const pairedPreference: QuestionType<PairedPreferenceConfig, PairedPreferenceAnswer> = {
  group: "comparisons",
  presets: [
    {
      id: "paired_samples",
      text: both("Overall, which product do you prefer?", "Secara keseluruhan, produk mana yang lebih Anda sukai?"),
      config: { between: "samples", sides: words, allowsNone: true, asksStrength: false },
    },
    { id: "paired_words", text, config: { between: "words", sides: words, allowsNone: false, asksStrength: false } },
  ],
  seconds: 12,
  texts: ({ between, sides }) => (between === "words" ? sides.map((side) => side.label) : []),
  problems: ({ between, sides }) => [
    ...(between === "words" && (sides.length !== 2 || sides.some((side) => !isComplete(side.label))) ? (["two_sides"] as const) : []),
    ...(new Set(sides.map((side) => side.value)).size === sides.length ? [] : (["same_code_twice"] as const)),
  ],
  read: (form, name) => {
    const choice = typedIn(form, name);
    if (choice === undefined) return undefined;
    const strength = choice === noPreference ? undefined : typedIn(form, `${name}.strength`);
    return { choice, left: typedIn(form, `${name}.left`) ?? "", right: typedIn(form, `${name}.right`) ?? "", ...(strength ? { strength } : {}) };
  },
  describe: (config, { choice }, locale) =>
    choice === noPreference
      ? localized(both("No preference", "Sama saja, tidak ada yang lebih saya sukai"), locale)
      : localized([...sidesOf(config), ...config.sides].find((side) => side.value === choice)?.label, locale) || choice,
  columns,
  cells,
  asked: {
    kind: "codes",
    codes: ({ between, sides, allowsNone }) => [
      ...(between === "words" ? sides : []),
      ...(allowsNone ? [{ value: noPreference, label: both("No preference", "Sama saja, tidak ada yang lebih saya sukai") }] : []),
    ],
    of: (_config, { choice }) => [choice],
    isSingle: true,
  },
};
