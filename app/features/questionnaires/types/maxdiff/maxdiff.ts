// MaxDiff: in small groups drawn from a longer list, what matters most and what matters least.
import { localized, type LocalizedText } from "~/core/locale";
import { both, type ConfigProblem, type QuestionType } from "../question-type";
import { emptyItems, itemProblems, labelOf, type Item } from "../ordered";
import { cells, columns } from "./export";

export type MaxdiffConfig = {
  items: Item[];
  perTask: number;
  tasks: number;
  /** How many different sets of tasks there are; each person answers one of them. */
  versions: number;
  /** The design follows from it; another seed is another design. */
  seed: number;
  most: LocalizedText;
  least: LocalizedText;
  /** The codes of every task of one response; worked out by the server, never stored. */
  shown?: string[][];
};
export type MaxdiffAnswer = { shown: string[]; best: string; worst: string }[];

/** How often each item is shown to one person; three times is the least that says something about one person. */
export const showings = ({ items, perTask, tasks }: Pick<MaxdiffConfig, "items" | "perTask" | "tasks">): number =>
  items.length === 0 ? 0 : (tasks * perTask) / items.length;

export const maxdiff: QuestionType<MaxdiffConfig, MaxdiffAnswer> = {
  group: "comparisons",
  presets: [
    {
      id: "maxdiff",
      text: both("Which is the most and which is the least important to you?", "Mana yang paling penting dan mana yang paling tidak penting bagi Anda?"),
      config: {
        items: emptyItems("item_1", "item_2", "item_3", "item_4", "item_5", "item_6"),
        perTask: 4,
        tasks: 5,
        versions: 4,
        seed: 1,
        most: both("Most important", "Paling penting"),
        least: both("Least important", "Paling tidak penting"),
      },
    },
  ],
  seconds: 60,
  texts: ({ items, most, least }) => [...items.map((item) => item.label), most, least],
  problems: ({ items, perTask, tasks }): ConfigProblem[] => [
    ...itemProblems(items, 4),
    ...(perTask <= items.length ? [] : (["too_few_options"] as const)),
    ...(showings({ items, perTask, tasks }) >= 3 ? [] : (["too_few_showings"] as const)),
  ],
  read: (form, name, { tasks }) => {
    const part = (index: number, which: string) => String(form.get(`${name}.${index}.${which}`) ?? "");
    const rows = Array.from({ length: tasks }, (_, index) => ({
      shown: part(index, "shown").split(" ").filter(Boolean),
      best: part(index, "best"),
      worst: part(index, "worst"),
    }));
    return rows.some(({ best, worst }) => best !== "" || worst !== "") ? rows : undefined;
  },
  describe: ({ items }, value, locale) =>
    value
      .map(({ best, worst }, index) => `${index + 1}. + ${localized(labelOf(items, best), locale)}, – ${localized(labelOf(items, worst), locale)}`)
      .join("\n"),
  columns,
  cells,
};
