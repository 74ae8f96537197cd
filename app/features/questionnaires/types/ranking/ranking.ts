// Putting things in order, all of them or the first few. What was left unranked has no place; it is not last.
import { localized } from "~/core/locale";
import { both, type QuestionType } from "../question-type";
import { emptyItems, itemProblems, labelOf, type Item, type Ordered } from "../ordered";
import { cells, columns } from "./export";

/** `top` is how many places are given; all of them where it is null. */
export type RankingConfig = Ordered & { items: Item[]; top: number | null };

export const placesOf = ({ items, top }: Pick<RankingConfig, "items" | "top">): number => Math.min(top ?? items.length, items.length);

/** The codes from the first place down. Where two were given the same place the text of the form itself, which no schema takes. */
const readRanks = (form: FormData, name: string, { items }: RankingConfig): string[] | string | undefined => {
  const given = items.flatMap(({ value }) => {
    const typed = form.get(`${name}.${value}`);
    return typeof typed === "string" && /^\d{1,2}$/.test(typed) ? [{ value, place: Number(typed) }] : [];
  });
  if (given.length === 0) return undefined;
  const sorted = given.toSorted((one, other) => one.place - other.place);
  return sorted.every(({ place }, index) => place === index + 1)
    ? sorted.map(({ value }) => value)
    : sorted.map(({ value, place }) => `${place}:${value}`).join(" ");
};

export const ranking: QuestionType<RankingConfig, string[]> = {
  group: "comparisons",
  presets: [
    {
      id: "ranking",
      text: both("Rank from best (1) to worst.", "Urutkan dari yang terbaik (1) sampai yang terburuk."),
      config: { items: emptyItems("item_1", "item_2", "item_3"), top: null, order: "random" },
    },
  ],
  seconds: 25,
  texts: ({ items }) => items.map((item) => item.label),
  problems: ({ items, top }) => [...itemProblems(items), ...(top === null || (top >= 1 && top <= items.length) ? [] : (["range_upside_down"] as const))],
  read: readRanks,
  describe: ({ items }, value, locale) => value.map((code, index) => `${index + 1}. ${localized(labelOf(items, code), locale)}`).join("\n"),
  columns,
  cells,
  asked: {
    kind: "codes",
    codes: ({ items }) => items.map(({ value, label }) => ({ value, label: both(`1. ${label.en}`, `1. ${label.id}`) })),
    of: (_config, value) => value.slice(0, 1),
    isSingle: true,
  },
};
