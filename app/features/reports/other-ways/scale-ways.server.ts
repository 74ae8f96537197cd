// Another way to look at several statements on one scale: whether they measure one thing, so that their mean may stand for all of them.
import type { LocalizedText } from "~/core/locale";
import { scaleReliability, type ScaleReliability } from "~/statistics/reliability";
import { isResult } from "~/statistics/result";
import type { ReportData } from "../data.server";
import type { ResultTable } from "../question-result";
import { smallestBase } from "../report";
import { cell, head, isLowBase, nameIn, plainText, say } from "../result-parts.server";

/** A statement with everybody’s answers; agreeing with a reversed one means the opposite of what the others mean. */
export type Statement = { value: string; label: LocalizedText; numbers: Float64Array; isReversed: boolean; min: number; max: number };

type Group = { key: string; label: LocalizedText; reliability: ScaleReliability };

/** Answers of one person about several prototypes depend on each other, so each prototype is looked at by itself. */
const groupsOf = (data: ReportData, statements: readonly Statement[], alpha: number): Group[] => {
  const byPlace = new Map<number, number[][]>();
  for (let row = 0; row < data.rows.count; row += 1) {
    const own = statements.map(({ numbers, isReversed, min, max }) => (isReversed ? min + max - numbers[row]! : numbers[row]!));
    if (own.some(Number.isNaN)) continue;
    const place = data.rows.prototype[row]!;
    const known = byPlace.get(place);
    if (known) known.push(own);
    else byPlace.set(place, [own]);
  }
  return [...byPlace]
    .sort(([one], [other]) => one - other)
    .flatMap(([place, rows]) => {
      const found = rows.length >= smallestBase ? scaleReliability(rows, 1 - alpha) : null;
      const code = data.prototypes[place]?.code;
      return found && isResult(found)
        ? [{ key: code ?? "all", label: code ? plainText(nameIn(data.prototypes, code)) : say("no_prototype"), reliability: found }]
        : [];
    });
};

const alphaTable = (groups: readonly Group[]): ResultTable => ({
  caption: say("table_reliability"),
  head: head("prototype", "n", "alpha"),
  rows: groups.map(({ key, label, reliability: { n, alpha, interval } }) => ({
    key,
    label,
    isLow: isLowBase(n),
    cells: [cell("count", n), cell("mean", alpha, { n: 100, bounds: { lower: interval.lower, upper: interval.upper } })],
  })),
});

const perStatement = (
  caption: string,
  statements: readonly Statement[],
  groups: readonly Group[],
  of: (item: ScaleReliability["perItem"][number]) => number | null,
): ResultTable => ({
  caption: say(caption),
  head: [say("head_statement"), ...groups.map(({ label }) => label)],
  rows: statements.map(({ value, label, isReversed }, index) => ({
    key: value,
    label: isReversed ? say("statement_reversed", {}, { statement: label }) : label,
    isLow: groups.some(({ reliability }) => isLowBase(reliability.n)),
    cells: groups.map(({ reliability }) => cell("mean", of(reliability.perItem[index]!), { n: 100 })),
  })),
});

/** Statements that run against the sum of the others, for any prototype. */
const contrary = (statements: readonly Statement[], groups: readonly Group[]): Statement[] =>
  statements.filter((_, index) => groups.some(({ reliability }) => (reliability.perItem[index]!.itemRest ?? 0) < 0));

const listed = (labels: readonly LocalizedText[]): LocalizedText => {
  const quoted = (language: "en" | "id") => labels.map((label) => `“${label[language] || label.en || label.id}”`).join(", ");
  return { en: quoted("en"), id: quoted("id") };
};

export type ScaleWays = { tables: ResultTable[]; warnings: LocalizedText[] };

export const otherWaysOfScale = (data: ReportData, statements: readonly Statement[]): ScaleWays => {
  const groups = statements.length < 2 ? [] : groupsOf(data, statements, data.trial.alpha);
  if (groups.length === 0) return { tables: [], warnings: [] };
  const against = contrary(statements, groups);
  return {
    tables: [
      alphaTable(groups),
      perStatement("table_item_rest", statements, groups, ({ itemRest }) => itemRest),
      ...(statements.length > 2 ? [perStatement("table_alpha_without", statements, groups, ({ alphaWithout }) => alphaWithout)] : []),
    ],
    warnings: against.length === 0 ? [] : [say("statements_contrary", { count: against.length }, { statements: listed(against.map(({ label }) => label)) })],
  };
};
