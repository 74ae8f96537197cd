// How long a questionnaire takes, and how it falls into sections.
import type { LocalizedText } from "~/core/locale";
import type { Question } from "./questionnaire";
import { typeOf } from "./types/registry";

export const minutesFor = (questions: readonly Pick<Question, "type">[]): number => {
  const seconds = questions.reduce((sum, { type }) => sum + typeOf(type).seconds, 0);
  return Math.max(1, Math.round(seconds / 60));
};

export type Section = { title: LocalizedText | null; keys: string[] };

/** A section starts with the question that carries its title and lasts until the next one does. */
export const sectionsOf = (questions: readonly Pick<Question, "key" | "section">[]): Section[] => {
  const sections: Section[] = [];
  for (const { key, section } of questions) {
    const last = sections.at(-1);
    if (!last || section) sections.push({ title: section, keys: [key] });
    else last.keys.push(key);
  }
  return sections;
};
