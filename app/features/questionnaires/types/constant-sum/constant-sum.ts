// Sharing out a number of points: what matters more gets more, and together they are exactly as many as there are.
import { localized } from "~/core/locale";
import { both, type QuestionType } from "../question-type";
import { emptyItems, entriesOf, itemProblems, numbersByCode, type Item, type Ordered } from "../ordered";
import { cells, columns } from "./export";

export type ConstantSumConfig = Ordered & { items: Item[]; total: number };

/** A box left empty counts as no points; all boxes empty is no answer. */
const readPoints = (form: FormData, name: string, { items }: ConstantSumConfig) => {
  const codes = items.map((item) => item.value);
  const given = numbersByCode(form, name, codes);
  return given && Object.fromEntries(codes.map((code) => [code, given[code] ?? 0]));
};

export const constantSum: QuestionType<ConstantSumConfig, Record<string, number>> = {
  group: "amounts",
  presets: [
    {
      id: "constant_sum",
      text: both("Divide 100 points. Give more to what matters more to you.", "Bagikan 100 poin. Berikan lebih banyak pada yang lebih penting bagi Anda."),
      config: { items: emptyItems("item_1", "item_2", "item_3"), total: 100, order: "random" },
    },
  ],
  seconds: 35,
  texts: ({ items }) => items.map((item) => item.label),
  problems: ({ items }) => itemProblems(items),
  read: readPoints,
  describe: ({ items }, value, locale) => items.map((item) => `${localized(item.label, locale)}: ${value[item.value] ?? 0}`).join(", "),
  columns,
  cells,
  asked: {
    kind: "codes",
    codes: ({ items }) => items,
    of: (_config, value) =>
      Object.entries(entriesOf(value))
        .filter(([, points]) => Number(points) > 0)
        .map(([code]) => code),
  },
};
