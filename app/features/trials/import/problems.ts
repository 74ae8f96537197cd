// What can be wrong with a study that somebody wants to import: one line of the list that a dry run shows.
import type { Translate } from "~/i18n/translate";

export const importProblemKeys = [
  "map_not_json",
  "map_invalid",
  "unknown_team",
  "empty_file",
  "file_too_large",
  "not_utf8",
  "utf16",
  "line_too_long",
  "bad_quotes",
  "too_many_columns",
  "too_many_rows",
  "too_many_prototypes",
  "no_rows",
  "missing_column",
  "unknown_column",
  "repeated_column",
  "wrong_cell_count",
  "cell_too_long",
  "no_respondent",
  "no_prototype",
  "unknown_prototype",
  "duplicate_response",
  "duplicate_respondent",
  "not_a_number",
  "not_whole",
  "out_of_range",
  "not_an_option",
  "text_too_long",
  "part_missing",
  "ranks_not_in_order",
  "wrong_sum",
  "best_is_worst",
  "not_a_pair",
  "unknown_profile_value",
  "conflicting_profile",
] as const;
export type ImportProblemKey = (typeof importProblemKeys)[number];

export type ImportProblem = {
  /** Line of the file, from 1 with the heading; null for what concerns the whole file or the map. */
  line: number | null;
  column: string | null;
  key: ImportProblemKey;
  values: Record<string, string | number>;
};

/** All problems are counted; only so many are kept, so that a file of the wrong kind does not fill the memory. */
export type ImportProblems = { total: number; shown: ImportProblem[] };

const mostShown = 500;

export type ProblemList = ImportProblems & { add: (problem: Omit<ImportProblem, "values" | "column"> & Partial<ImportProblem>) => void };

export const problemList = (): ProblemList => {
  const list: ProblemList = {
    total: 0,
    shown: [],
    add: ({ line, key, column = null, values = {} }) => {
      list.total += 1;
      if (list.shown.length < mostShown) list.shown.push({ line, column, key, values });
    },
  };
  return list;
};

/** What somebody typed or a file contains, short enough to stand in a sentence. */
export const excerpt = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** The problem as a sentence, without its line. */
export const problemSentence = (t: Translate, { key, column, values }: ImportProblem): string =>
  t(`reports.import_${key}`, { column: column ?? "", ...values });
