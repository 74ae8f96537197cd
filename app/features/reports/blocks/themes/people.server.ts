// How many people say what. Whoever says it about two prototypes is one person.
import type { LocalizedText } from "~/core/locale";
import { estimateProportion } from "~/statistics/proportions";
import { isResult } from "~/statistics/result";
import type { ReportData } from "../../data.server";
import type { IntervalRow, QuestionFinding, ResultTable } from "../../question-result";
import { cell, isLowBase } from "../../result-parts.server";
import { smallestBase, smallestGroup } from "../../report";
import type { CodedAnswers } from "./coded-answers";
import { sayTheme, tooFewCell } from "./say.server";

type Said = { table: ResultTable; rows: IntervalRow[]; n: number; title: LocalizedText };

export const peopleTable = (data: ReportData, { themes, chosen }: CodedAnswers): Said => {
  const writers = new Set<number>();
  const sayers = new Map<string, Set<number>>(themes.map(({ value }) => [value, new Set()]));
  for (let row = 0; row < data.rows.count; row += 1) {
    const own = chosen[row];
    if (own === undefined) continue;
    const person = data.rows.person[row]!;
    writers.add(person);
    for (const value of own) sayers.get(value)?.add(person);
  }
  const n = writers.size;
  const lines = themes
    .map((theme) => ({ ...theme, people: sayers.get(theme.value)!.size }))
    .filter(({ people }) => people > 0)
    .sort((a, b) => b.people - a.people || Number(a.value) - Number(b.value));
  // Those too few to be told come last, in the order of the codebook: their place would tell their size.
  const [told, hidden] = [
    lines.filter(({ people }) => people >= smallestGroup),
    lines.filter(({ people }) => people < smallestGroup).sort((a, b) => Number(a.value) - Number(b.value)),
  ];
  const rows = told.flatMap(({ value, label, people }): IntervalRow[] => {
    const estimate = n >= smallestBase ? estimateProportion(people, n, 1 - data.trial.alpha) : null;
    if (!estimate || !isResult(estimate)) return [];
    const { lower, upper } = estimate.interval;
    return [{ key: value, label, n, value: estimate.share, bounds: { lower, upper }, letters: "" }];
  });
  const shareOf = new Map(rows.map((row) => [row.key, row]));
  const table: ResultTable = {
    caption: sayTheme("table_people", { count: n }),
    head: [sayTheme("head_theme"), sayTheme("head_people"), sayTheme("head_share")],
    rows: [
      ...told.map(({ value, label, people }) => ({
        key: value,
        label,
        isLow: isLowBase(n),
        cells: [cell("count", people), cell("share", shareOf.get(value)?.value ?? null, { n, bounds: shareOf.get(value)?.bounds ?? null })],
      })),
      ...hidden.map(({ value, label }) => ({ key: value, label, isLow: false, cells: [tooFewCell(), cell("share", null)] })),
    ],
  };
  return { table, rows, n, title: titleOf(told, n) };
};

const titleOf = (told: readonly { label: LocalizedText; people: number }[], n: number): LocalizedText => {
  const [first, second] = told;
  if (!first) return sayTheme("title_scattered", { count: n });
  // Two that are level are both named.
  if (second && second.people === first.people) return sayTheme("title_two", { people: first.people, count: n }, { first: first.label, second: second.label });
  return sayTheme("title_first", { people: first.people, count: n }, { first: first.label });
};

export const shareChart = ({ rows }: Said): QuestionFinding["chart"] =>
  rows.length === 0 ? null : { kind: "intervals", unit: "share", domain: [0, 1], line: null, rows: rows.slice(0, 20) };
