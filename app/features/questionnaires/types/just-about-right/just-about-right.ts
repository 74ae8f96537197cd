// Just about right: whether there is too little or too much of something that has an optimum.
import type { LocalizedText } from "~/core/locale";
import { both, numberIn, type QuestionType } from "../question-type";
import { cells, columns } from "./export";

export type JustAboutRightConfig = { points: 3 | 5; attribute: LocalizedText };

const wordings: Record<3 | 5, LocalizedText[]> = {
  5: [
    both("Not nearly {attr} enough", "Sangat kurang {attr}"),
    both("Somewhat too little", "Agak kurang {attr}"),
    both("Just about right", "Pas"),
    both("Somewhat too much", "Agak terlalu {attr}"),
    both("Much too much", "Sangat terlalu {attr}"),
  ],
  3: [both("Not {attr} enough", "Kurang {attr}"), both("Just about right", "Pas"), both("Too much", "Terlalu {attr}")],
};

/** The labels of the codes 1, 2, 3 …, with the attribute in its place. The middle one is just about right. */
export const labelsOf = ({ points, attribute }: JustAboutRightConfig): LocalizedText[] =>
  wordings[points].map((label) => both(label.en.replace("{attr}", attribute.en), label.id.replace("{attr}", attribute.id)));

export const justAboutRight: QuestionType<JustAboutRightConfig, number> = {
  group: "scales",
  presets: [
    { id: "jar5", text: both("How {attr} is {p}?", "Menurut Anda, seberapa {attr} {p}?"), config: { points: 5, attribute: both("", "") } },
    { id: "jar3", text: both("How {attr} is {p}?", "Menurut Anda, seberapa {attr} {p}?"), config: { points: 3, attribute: both("", "") } },
  ],
  seconds: 8,
  texts: ({ attribute }) => [attribute],
  problems: () => [],
  read: numberIn,
  describe: (config, value, locale) => labelsOf(config)[value - 1]?.[locale] ?? String(value),
  columns,
  cells,
  asked: { kind: "number", of: (value) => value, range: ({ points }) => ({ min: 1, max: points }) },
};
