// Which prototype people say it about, where enough say it; p-values are adjusted over all themes and pairs together.
import type { Question } from "~/features/questionnaires/questionnaire";
import { adjustPValues } from "~/statistics/adjust";
import { hiddenGroups } from "~/statistics/suppression";
import type { ReportData } from "../../data.server";
import { baseRow, compareOptions, optionTable, type OptionComparison } from "../../option-shares.server";
import type { QuestionFinding, ResultTable } from "../../question-result";
import { cell, nameIn, pairTable, say, trimmed } from "../../result-parts.server";
import { smallestGroup } from "../../report";
import { withLevels } from "../../share-comparison.server";
import type { CodedAnswers } from "./coded-answers";
import { sayTheme } from "./say.server";

const readjusted = (compared: readonly OptionComparison[], alpha: number): OptionComparison[] => {
  const adjusted = adjustPValues(
    compared.flatMap(({ comparison }) => comparison.pairs.map(({ ownP }) => ownP)),
    "holm",
  );
  return compared.map(({ option, comparison }) => {
    const own = withLevels(comparison, alpha, adjusted.splice(0, comparison.pairs.length));
    // A letter beside a number that is not shown would say something about it.
    return { option, comparison: { ...own, rows: own.rows.map((row) => ({ ...row, letters: "" })) } };
  });
};

/** No prototype shows how often something was said about it when fewer than five said so, nor when the others would give it away. */
const suppressed = (table: ResultTable, compared: readonly OptionComparison[]): ResultTable => ({
  ...table,
  rows: table.rows.map((row, index) => {
    const hidden = hiddenGroups(compared[index]!.comparison.rows.map(({ count }) => count));
    return { ...row, cells: row.cells.map((shown, place) => (hidden[place] ? cell("count", null) : shown)) };
  }),
});

type Compared = { finding: Pick<QuestionFinding, "title" | "strength"> | null; tables: ResultTable[] };

export const comparePrototypes = (data: ReportData, question: Question, { themes, chosen }: CodedAnswers): Compared | null => {
  if (data.prototypes.length < 2) return null;
  const enough = themes.filter(({ value }) => chosen.filter((set) => set?.has(value)).length >= smallestGroup);
  if (enough.length === 0) return null;
  const compared = readjusted(compareOptions(data, enough, chosen), data.trial.alpha);
  const table = suppressed(optionTable(data, compared), compared);
  const sure = compared
    .flatMap(({ option, comparison }) => comparison.pairs.map((pair) => ({ option, pair, comparison })))
    .filter(({ pair, comparison }) => {
      const hidden = hiddenGroups(comparison.rows.map(({ count }) => count));
      const isHidden = (code: string) => hidden[comparison.rows.findIndex((row) => row.code === code)] === true;
      return (pair.strength === "clearly" || pair.strength === "probably") && !(isHidden(pair.first) && isHidden(pair.second));
    })
    .sort((a, b) => a.pair.p - b.pair.p || Math.abs(b.pair.difference) - Math.abs(a.pair.difference))[0];
  const tables = [{ ...table, caption: sayTheme("table_prototypes"), rows: [...table.rows, baseRow(data, compared)] }];
  if (!sure) return { finding: null, tables };
  const { pair, option, comparison } = sure;
  const [more, less] = pair.difference > 0 ? [pair.first, pair.second] : [pair.second, pair.first];
  const values = { more: nameIn(data.prototypes, more), less: nameIn(data.prototypes, less) };
  const hasHidden = hiddenGroups(comparison.rows.map(({ count }) => count)).some(Boolean);
  const pairs = hasHidden ? null : pairTable(comparison.pairs, "share_difference", data.prototypes);
  return {
    finding: { title: sayTheme(`title_${pair.strength}`, values, { theme: option.label, question: trimmed(question.text) }), strength: pair.strength },
    tables: [...tables, ...(pairs ? [{ ...pairs, caption: say("table_pairs_of", {}, { option: option.label }) }] : [])],
  };
};
