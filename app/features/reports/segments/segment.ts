// A segment is a group of people, or of their answers, that a report is narrowed to: every condition must hold, by one of its values.
import type { LocalizedText } from "~/core/locale";

export const conditionKinds = ["fact", "cell", "wave", "quality", "prototype", "answer"] as const;
type ConditionKind = (typeof conditionKinds)[number];

/** `of` names the profile fact or the question; it is empty for the others. */
export type Condition = { kind: ConditionKind; of: string; values: string[] };

export type SavedSegment = { id: number; name: string; conditions: Condition[]; removedAt: Date | null };

/** What a condition can be made of, in words. */
export type Choice = { kind: ConditionKind; of: string; label: LocalizedText; options: { value: string; label: LocalizedText }[] };

/** What a report says about the segment it was narrowed to. */
export type ReportSegment = {
  name: string;
  /** The filter itself, so that a published version can be recomputed. */
  conditions: Condition[];
  /** The same in words, one per condition. */
  words: LocalizedText[];
  /** Nobody fits, too few fit to be shown, or it is shown. */
  state: "shown" | "nobody" | "too_small";
  /** Null where they are too few to say how many. */
  people: number | null;
  /** Codes of prototypes whose answers are not shown, because fewer than five people would be told apart by them. */
  hidden: string[];
};

/** One checked box of the form, as its value. */
export const boxOf = ({ kind, of }: Pick<Condition, "kind" | "of">, value: string): string => JSON.stringify([kind, of, value]);

/** The conditions that the checked boxes make: values of the same thing are alternatives. Null where a box is none of ours. */
export const conditionsOf = (boxes: readonly string[], choices: readonly Choice[]): Condition[] | null => {
  const conditions: Condition[] = [];
  for (const choice of choices) {
    const values = choice.options.map(({ value }) => value).filter((value) => boxes.includes(boxOf(choice, value)));
    if (values.length > 0) conditions.push({ kind: choice.kind, of: choice.of, values });
  }
  return conditions.reduce((sum, { values }) => sum + values.length, 0) === new Set(boxes).size ? conditions : null;
};
