// Answers that are a set of codes: how many chose each, by prototype, with the comparison that fits who answered.
import type { LocalizedText } from "~/core/locale";
import { adjustFamilies } from "~/statistics/adjust";
import type { ReportData } from "./data.server";
import type { QuestionFinding, ResultTable } from "./question-result";
import { cell, isLowBase, nameIn, pairTable, plainText, say, shareRows } from "./result-parts.server";
import { compareShares, withLevels, type ShareComparison, type YesNo } from "./share-comparison.server";

export type Option = { value: string; label: LocalizedText };
export type OptionComparison = { option: Option; comparison: ShareComparison };

/** -1 where the response has no answer, for each option 1 where it was chosen. */
const yesNoOf = (chosen: readonly (ReadonlySet<string> | undefined)[], option: string): YesNo => {
  const yes = new Int8Array(chosen.length);
  for (let row = 0; row < chosen.length; row += 1) yes[row] = chosen[row] === undefined ? -1 : chosen[row]!.has(option) ? 1 : 0;
  return yes;
};

/** One set for the same answer given again: a hundred thousand sets are slow to make and to throw away. */
export const setsOf = <Value>(values: readonly (Value | undefined)[], toCodes: (value: Value) => Iterable<string>): (ReadonlySet<string> | undefined)[] => {
  const known = new Map<Value, ReadonlySet<string>>();
  return values.map((value) => {
    if (value === undefined) return undefined;
    const set = known.get(value) ?? new Set(toCodes(value));
    known.set(value, set);
    return set;
  });
};

/** Each option by itself: what is then chosen from all of them has to be adjusted for that. */
export const compareOptions = (data: ReportData, options: readonly Option[], chosen: readonly (ReadonlySet<string> | undefined)[]): OptionComparison[] =>
  options.map((option) => ({ option, comparison: compareShares(data, yesNoOf(chosen, option.value)) }));

/** All options of a question belong together (METHODS 0). `levels` are the p of whole options, adjusted over all of them; 1 for one without. */
export const overAllOptions = (compared: readonly OptionComparison[], alpha: number, levels?: ReadonlyMap<string, number>): OptionComparison[] => {
  const adjusted = adjustFamilies(
    compared.map(({ comparison }) => comparison.pairs.map(({ ownP }) => ownP)),
    levels && compared.map(({ option }) => levels.get(option.value) ?? 1),
  );
  return compared.map(({ option, comparison }, index) => ({ option, comparison: withLevels(comparison, alpha, adjusted[index]!) }));
};

/** A row per option, a column per prototype: shares with their letters. */
export const optionTable = (data: ReportData, compared: readonly OptionComparison[]): ResultTable => ({
  caption: say("table_options"),
  head: [say("head_answer"), ...data.prototypes.map(({ code }) => plainText(nameIn(data.prototypes, code)))],
  rows: compared.map(({ option, comparison }) => ({
    key: option.value,
    label: option.label,
    isLow: comparison.rows.some(({ n }) => n > 0 && isLowBase(n)),
    cells: comparison.rows.map(({ count, share, interval, letters, n }) =>
      share === null ? cell("count", count) : cell("share", share, { n, bounds: interval, text: plainText(letters) }),
    ),
  })),
});

/** Bases by prototype, as the last row of a table of shares. */
export const baseRow = (data: ReportData, compared: readonly OptionComparison[]): ResultTable["rows"][number] => ({
  key: "n",
  label: plainText("n"),
  isLow: false,
  cells: data.prototypes.map((_, place) => cell("count", compared[0]?.comparison.rows[place]?.n ?? 0)),
});

/** The pair that differs most surely, for the sentence. */
const foremost = (compared: readonly OptionComparison[]) =>
  compared
    .flatMap(({ option, comparison }) => comparison.pairs.map((pair) => ({ option, pair, comparison })))
    .filter(({ pair }) => pair.strength === "clearly" || pair.strength === "probably")
    .sort((a, b) => a.pair.p - b.pair.p || Math.abs(b.pair.difference) - Math.abs(a.pair.difference))[0];

export const optionTitle = (data: ReportData, text: LocalizedText, compared: readonly OptionComparison[]): Pick<QuestionFinding, "title" | "strength"> => {
  const n = compared[0]?.comparison.rows.reduce((sum, row) => sum + row.n, 0) ?? 0;
  const question = text;
  if (n === 0) return { title: say("nobody", {}, { question }), strength: null };
  const found = foremost(compared);
  if (found) {
    const { pair, option } = found;
    const [more, less] = pair.difference > 0 ? [pair.first, pair.second] : [pair.second, pair.first];
    return {
      title: say(`options_${pair.strength}`, { more: nameIn(data.prototypes, more), less: nameIn(data.prototypes, less) }, { question, option: option.label }),
      strength: pair.strength,
    };
  }
  const pairs = compared.flatMap(({ comparison }) => comparison.pairs);
  if (pairs.length > 0) {
    const isShown = pairs.every(({ strength }) => strength === "no-difference-shown");
    return { title: say(isShown ? "options_none" : "options_unknown", { count: n }, { question }), strength: isShown ? "no-difference-shown" : "cannot-tell" };
  }
  const most = compared
    .flatMap(({ option, comparison }) => comparison.rows.flatMap(({ share }) => (share === null ? [] : [{ option, share }])))
    .sort((a, b) => b.share - a.share)[0];
  return most
    ? { title: say("options_most", {}, { question, option: most.option.label }), strength: null }
    : { title: say("options_few", { count: n }, { question }), strength: null };
};

/** The chart shows one prototype, or the option on which prototypes differ most. */
export const optionChart = (data: ReportData, compared: readonly OptionComparison[]): QuestionFinding["chart"] => {
  const tried = data.prototypes.filter((_, place) => compared.some(({ comparison }) => comparison.rows[place]!.share !== null));
  if (tried.length === 0) return null;
  const found = foremost(compared);
  const rows =
    tried.length === 1 || !found
      ? compared.flatMap(({ option, comparison }) => {
          const row = comparison.rows.find(({ code }) => code === tried[0]!.code)!;
          return row.share === null ? [] : [{ key: option.value, label: option.label, n: row.n, value: row.share, bounds: row.interval, letters: "" }];
        })
      : shareRows(found.comparison, data.prototypes);
  if (tried.length > 1 && !found) return null;
  return { kind: "intervals", unit: "share", domain: [0, 1], line: null, rows: rows.sort((a, b) => b.value - a.value).slice(0, 20) };
};

export const optionPairs = (data: ReportData, compared: readonly OptionComparison[]): ResultTable[] => {
  const found = foremost(compared);
  const table = found ? pairTable(found.comparison.pairs, "share_difference", data.prototypes) : null;
  return table ? [{ ...table, caption: say("table_pairs_of", {}, { option: found!.option.label }) }] : [];
};
