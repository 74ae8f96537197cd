// A matrix: several statements on one scale, a row each. The usual one is agreement in five or seven steps.
import { localized, type LocalizedText } from "~/core/locale";
import { both, isComplete, type QuestionType } from "../question-type";
import { emptyItems, entriesOf, itemProblems, numbersByCode, type Item, type Ordered } from "../ordered";
import { agreement5, agreement7 } from "../rating/scales";
import { cells, columns } from "./export";

export type MatrixRow = Item & { /** Agreeing means the opposite of what the others mean; used for quality, codes stay as given. */ reverse?: boolean };
/** `labels` by code from 1; the ends are always said. */
export type MatrixConfig = Ordered & { rows: MatrixRow[]; points: number; labels: Record<string, LocalizedText> };

const labelled = (words: readonly (readonly [string, string])[]) =>
  Object.fromEntries(words.map(([en, inIndonesian], index) => [words.length - index, both(en, inIndonesian)]));

const text = both("How much do you agree or disagree with each sentence?", "Seberapa setuju atau tidak setuju Anda dengan setiap kalimat berikut?");

export const codesOfMatrix = ({ points }: MatrixConfig): number[] => Array.from({ length: points }, (_, index) => index + 1);

export const matrix: QuestionType<MatrixConfig, Record<string, number>> = {
  group: "scales",
  presets: [
    { id: "matrix5", text, config: { rows: emptyItems("row_1", "row_2", "row_3"), points: 5, labels: labelled(agreement5), order: "random" } },
    { id: "matrix7", text, config: { rows: emptyItems("row_1", "row_2", "row_3"), points: 7, labels: labelled(agreement7), order: "random" } },
  ],
  seconds: 25,
  texts: ({ rows, labels, points }) => [
    ...rows.map((row) => row.label),
    ...Object.entries(labels)
      .filter(([code, label]) => Number(code) === 1 || Number(code) === points || label.en || label.id)
      .map(([, label]) => label),
  ],
  problems: ({ rows, labels, points }) => [
    ...itemProblems(rows, 1),
    ...([1, points].every((end) => labels[end] && isComplete(labels[end])) ? [] : (["no_ends"] as const)),
  ],
  read: (form, name, { rows }) =>
    numbersByCode(
      form,
      name,
      rows.map((row) => row.value),
    ),
  describe: ({ rows, labels }, value, locale) =>
    rows
      .filter((row) => row.value in value)
      .map((row) => `${localized(row.label, locale)}: ${localized(labels[value[row.value] ?? ""], locale) || String(value[row.value])}`)
      .join("\n"),
  columns,
  cells,
  asked: {
    kind: "codes",
    codes: (config) =>
      config.rows.flatMap((row) =>
        codesOfMatrix(config).map((code) => ({
          value: `${row.value}=${code}`,
          label: both(`${row.label.en}: ${config.labels[code]?.en || code}`, `${row.label.id}: ${config.labels[code]?.id || code}`),
        })),
      ),
    of: (_config, value) => Object.entries(entriesOf(value)).map(([row, code]) => `${row}=${String(code)}`),
  },
};
