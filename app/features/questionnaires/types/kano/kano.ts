// The Kano pair: how one feels if a feature is there, and how if it is not.
import { localized, type LocalizedText } from "~/core/locale";
import { both, type QuestionType } from "../question-type";
import { entriesOf, numbersByCode } from "../ordered";
import { cells, columns } from "./export";

export type KanoConfig = { feature: LocalizedText; asksImportance: boolean };
export type KanoAnswer = { functional: number; dysfunctional: number; importance?: number };

/** The labels of the codes 1 to 5. */
export const feelings: LocalizedText[] = [
  both("I like it that way", "Saya suka"),
  both("I expect it to be that way", "Memang seharusnya begitu"),
  both("I am neutral", "Netral"),
  both("I can live with it that way", "Saya bisa menerimanya"),
  both("I dislike it that way", "Saya tidak suka"),
];

export const kanoParts = ({ asksImportance }: KanoConfig): (keyof KanoAnswer)[] => [
  "functional",
  "dysfunctional",
  ...(asksImportance ? (["importance"] as const) : []),
];

const leads = {
  functional: both("If {p} has {feature}, how do you feel?", "Jika {p} memiliki {feature}, bagaimana perasaan Anda?"),
  dysfunctional: both("If {p} does not have {feature}, how do you feel?", "Jika {p} tidak memiliki {feature}, bagaimana perasaan Anda?"),
  importance: both("How important is {feature} to you?", "Seberapa penting {feature} bagi Anda?"),
};

/** The words of one part, with the feature in its place; `{p}` is left to whoever knows the blind code. */
export const leadOf = (part: keyof KanoAnswer, { feature }: KanoConfig): LocalizedText =>
  both(leads[part].en.replaceAll("{feature}", feature.en), leads[part].id.replaceAll("{feature}", feature.id));

export const kano: QuestionType<KanoConfig, KanoAnswer> = {
  group: "comparisons",
  presets: [
    {
      id: "kano",
      text: both("Two questions about one feature", "Dua pertanyaan tentang satu fitur"),
      config: { feature: both("", ""), asksImportance: false },
    },
  ],
  seconds: 20,
  texts: ({ feature }) => [feature],
  problems: () => [],
  read: (form, name, config) => numbersByCode(form, name, kanoParts(config)),
  describe: (config, value, locale) =>
    (["functional", "dysfunctional"] as const)
      .map((part) => `${part === "functional" ? "+" : "–"} ${localized(config.feature, locale)}: ${localized(feelings[value[part] - 1], locale)}`)
      .concat(value.importance === undefined ? [] : [`${value.importance} / 9`])
      .join("\n"),
  columns,
  cells,
  asked: {
    kind: "codes",
    codes: ({ feature }) =>
      (["functional", "dysfunctional"] as const).flatMap((part) =>
        feelings.map((feeling, index) => {
          const sign = part === "functional" ? "+" : "–";
          return { value: `${part}=${index + 1}`, label: both(`${sign} ${feature.en}: ${feeling.en}`, `${sign} ${feature.id}: ${feeling.id}`) };
        }),
      ),
    of: (_config, value) => Object.entries(entriesOf(value)).map(([part, code]) => `${part}=${String(code)}`),
  },
};
