// Rate all that apply: each word that fits is rated from a little to very; 0 is said by "does not apply".
import { localized } from "~/core/locale";
import { both, type QuestionType } from "../question-type";
import { emptyItems, entriesOf, itemProblems, numbersByCode, type Item, type Ordered } from "../ordered";
import { cells, columns } from "./export";

export type RataConfig = Ordered & { terms: Item[] };

/** The labels of the codes 0 to 3. */
export const intensities = [both("No", "Tidak"), both("A little", "Sedikit"), both("Medium", "Sedang"), both("Very", "Sangat")] as const;

export const rata: QuestionType<RataConfig, Record<string, number>> = {
  group: "choices",
  presets: [
    {
      id: "rata",
      text: both("How well do these words describe {p}?", "Seberapa cocok kata-kata ini menggambarkan {p}?"),
      config: { terms: emptyItems("term_1", "term_2", "term_3"), order: "random" },
    },
  ],
  seconds: 30,
  texts: ({ terms }) => terms.map((term) => term.label),
  problems: ({ terms }) => itemProblems(terms),
  read: (form, name, { terms }) =>
    numbersByCode(
      form,
      name,
      terms.map((term) => term.value),
    ),
  describe: ({ terms }, value, locale) =>
    terms
      .filter((term) => (value[term.value] ?? 0) > 0)
      .map((term) => `${localized(term.label, locale)}: ${localized(intensities[value[term.value] ?? 0], locale)}`)
      .join(", ") || "0",
  columns,
  cells,
  asked: {
    kind: "codes",
    codes: ({ terms }) => terms,
    of: (_config, value) =>
      Object.entries(entriesOf(value))
        .filter(([, intensity]) => Number(intensity) > 0)
        .map(([term]) => term),
  },
};
