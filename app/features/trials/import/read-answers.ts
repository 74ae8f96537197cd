// One cell of a study as an answer to its question, or why it cannot be one. Blank means skipped.
import type { MappedQuestion } from "./map";
import { excerpt, type ImportProblem } from "./problems";

export type CellAnswer = { value: number | string } | { skipped: true } | { problem: Pick<ImportProblem, "key" | "values"> };

const decimal = /^-?\d+(\.\d+)?$/;

const numberIn = (cell: string): number | null => (decimal.test(cell) ? Number(cell) : null);
const problem = (key: ImportProblem["key"], values: ImportProblem["values"]): CellAnswer => ({ problem: { key, values } });

const inRange = (cell: string, min: number, max: number, isWhole: boolean): CellAnswer => {
  const value = numberIn(cell);
  if (value === null) return problem("not_a_number", { value: excerpt(cell) });
  if (isWhole && !Number.isInteger(value)) return problem("not_whole", { value: excerpt(cell) });
  return value < min || value > max ? problem("out_of_range", { value: excerpt(cell), min, max }) : { value };
};

export const readAnswer = (question: MappedQuestion, cell: string): CellAnswer => {
  if (cell === "") return { skipped: true };
  switch (question.type) {
    case "rating":
      return inRange(cell, question.config.min, question.config.max, true);
    case "just_about_right":
      return inRange(cell, 1, question.config.points, true);
    case "number":
      return inRange(cell, question.config.min, question.config.max, false);
    case "single_choice":
      return question.config.options.some(({ value }) => value === cell) ? { value: cell } : problem("not_an_option", { value: excerpt(cell) });
    case "open_text":
      return cell.length > question.config.maxLength ? problem("text_too_long", { max: question.config.maxLength }) : { value: cell };
  }
};
