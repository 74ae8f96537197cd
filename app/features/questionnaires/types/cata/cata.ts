// Check all that apply: the words that describe the product, in an order of its own for every person.
import { localized } from "~/core/locale";
import { both, type QuestionType } from "../question-type";
import { emptyItems, itemProblems, labelOf, type Item, type Ordered } from "../ordered";
import { cells, columns } from "./export";

export type CataConfig = Ordered & {
  terms: Item[];
  /** Offers "none of these", which rules out the others. */
  allowsNone: boolean;
  /** Asks for the product as it should be, with the words of a question about the product as it is. */
  describesIdeal?: boolean;
};

/** Stored alone where somebody says that no term fits. */
export const noneOfThese = "none";

export const cata: QuestionType<CataConfig, string[]> = {
  group: "choices",
  presets: [
    {
      id: "cata",
      text: both("Check all the words that describe {p}.", "Centang semua kata yang menggambarkan {p}."),
      config: { terms: emptyItems("term_1", "term_2", "term_3"), allowsNone: true, order: "random" },
    },
    {
      id: "cata_ideal",
      text: both(
        "Imagine the product as it should be for you. Check all the words that describe it.",
        "Bayangkan produk yang ideal bagi Anda. Centang semua kata yang menggambarkannya.",
      ),
      config: { terms: emptyItems("term_1", "term_2", "term_3"), allowsNone: true, describesIdeal: true, order: "random" },
    },
  ],
  seconds: 20,
  texts: ({ terms }) => terms.map((term) => term.label),
  problems: ({ terms }) => itemProblems(terms),
  read: (form, name, { terms }) => {
    const chosen = form.getAll(name).filter((value): value is string => typeof value === "string" && value !== "");
    // In the written order, so that the same choice is always stored the same way, whatever order was shown.
    const places = new Map(terms.map((term, index) => [term.value, index]));
    const sorted = [...new Set(chosen)].sort((a, b) => (places.get(a) ?? terms.length) - (places.get(b) ?? terms.length));
    return sorted.length > 0 ? sorted : undefined;
  },
  describe: ({ terms }, value, locale) =>
    value.includes(noneOfThese)
      ? localized(both("None of these", "Tidak ada di antaranya"), locale)
      : value.map((code) => localized(labelOf(terms, code), locale)).join(", "),
  columns,
  cells,
  asked: {
    kind: "codes",
    codes: ({ terms, allowsNone }) => [...terms, ...(allowsNone ? [{ value: noneOfThese, label: both("None of these", "Tidak ada di antaranya") }] : [])],
    of: (_config, value) => value,
  },
};
