// Weighted numbers with their effective bases, the unweighted ones below or beside them: never more columns than the other tables of a report have.
import type { LocalizedText } from "~/core/locale";
import { isLowBase, cell, plainText, strengthCell } from "../result-parts.server";
import type { CellKind, QuestionFinding, ResultCell, ResultTable } from "../question-result";
import { shownEffective, shownPairs, type Compared, type ComparedItem, type Measure, type WeighedPair, type WeighedValue } from "./compare-items.server";
import type { Column } from "./columns.server";
import { effectiveCell, heads, say } from "./say.server";

const kindOf = (measure: Measure): CellKind =>
  measure.kind === "promoters" ? "score" : measure.kind === "mean" && measure.isSigned ? "difference" : measure.kind;
const differenceOf = ({ kind }: Measure): CellKind => ({ share: "share_difference", mean: "difference", promoters: "score" })[kind] as CellKind;
const isLow = ({ n, effectiveN }: Column): boolean => n > 0 && isLowBase(effectiveN);

const weightedCell = (measure: Measure, { weighted, bounds, letters, column }: WeighedValue): ResultCell =>
  cell(kindOf(measure), weighted, { n: column.n, bounds, ...(letters ? { text: plainText(letters) } : {}) });
const plainCell = (measure: Measure, { plain, column }: WeighedValue): ResultCell => cell(kindOf(measure), plain, { n: column.n });

const haveSameBases = (compared: readonly ComparedItem[]): boolean =>
  compared.every(({ values }) =>
    values.every(({ column }, place) => {
      const first = compared[0]!.values[place]!.column;
      return column === first || (column.n === first.n && column.effectiveN === first.effectiveN);
    }),
  );

type Row = ResultTable["rows"][number];

/** Things asked about one group of people: weighted and unweighted side by side. */
const oneColumn = (compared: readonly ComparedItem[]): Pick<ResultTable, "head" | "rows"> => {
  const bases = (key: string, { column }: WeighedValue): Row => ({
    key,
    label: say("row_bases"),
    isLow: false,
    cells: [effectiveCell(shownEffective(column)), cell("count", column.n)],
  });
  const rows = compared.map(({ item, values: [value] }): Row[] => [
    {
      key: item.key,
      label: item.label,
      isLow: isLow(value!.column),
      cells: [weightedCell(item.measure, value!), plainCell(item.measure, value!)],
    },
    ...(haveSameBases(compared) ? [] : [bases(`${item.key}:n`, value!)]),
  ]);
  return {
    head: heads("answer", "weighted", "plain"),
    rows: [...rows.flat(), ...(haveSameBases(compared) && compared[0] ? [bases("n", compared[0].values[0]!)] : [])],
  };
};

const baseRows = (key: string, values: readonly WeighedValue[]): Row[] => [
  { key: `${key}effective`, label: say("head_effective"), isLow: false, cells: values.map(({ column }) => effectiveCell(shownEffective(column))) },
  { key: `${key}n`, label: plainText("n"), isLow: false, cells: values.map(({ column }) => cell("count", column.n)) },
];

/** A row per thing and below it the unweighted one; a column per prototype. */
const severalColumns = (compared: readonly ComparedItem[]): Pick<ResultTable, "head" | "rows"> => {
  const isSame = haveSameBases(compared);
  return {
    head: [...heads("answer"), ...(compared[0]?.values ?? []).map(({ column }) => column.label)],
    rows: [
      ...compared.flatMap(({ item, values }): Row[] => [
        {
          key: item.key,
          label: item.label,
          isLow: values.some(({ column }) => isLow(column)),
          cells: values.map((value) => weightedCell(item.measure, value)),
        },
        {
          key: `${item.key}:plain`,
          label: say("row_plain", {}, { answer: item.label }),
          isLow: false,
          isBeside: true,
          cells: values.map((value) => plainCell(item.measure, value)),
        },
        ...(isSame ? [] : baseRows(`${item.key}:`, values)),
      ]),
      ...(isSame && compared[0] ? baseRows("", compared[0].values) : []),
    ],
  };
};

export const itemsTable = (compared: readonly ComparedItem[], caption: LocalizedText): ResultTable => ({
  caption,
  ...((compared[0]?.values.length ?? 0) === 1 ? oneColumn(compared) : severalColumns(compared)),
});

/** A row per prototype or thing that was asked about, with one measure after the other; their bases are the same. */
export const columnsTable = (compared: readonly ComparedItem[], caption: LocalizedText, first: LocalizedText, names: readonly string[]): ResultTable => ({
  caption,
  head: [first, ...heads("n", "effective", ...names.flatMap((name) => [`${name}_weighted`, `${name}_plain`]))],
  rows: (compared[0]?.values ?? []).map(({ column }, place) => ({
    key: column.key,
    label: column.label,
    isLow: isLow(column),
    cells: [
      cell("count", column.n),
      effectiveCell(shownEffective(column)),
      ...compared.flatMap(({ item, values }) => [weightedCell(item.measure, values[place]!), plainCell(item.measure, values[place]!)]),
    ],
  })),
});

const together = (one: LocalizedText, other: LocalizedText): LocalizedText => ({ en: `${one.en} – ${other.en}`, id: `${one.id} – ${other.id}` });

export const pairsTable = ({ item, pairs }: ComparedItem, isNamed: boolean): ResultTable => ({
  caption: isNamed ? say("table_weighted_pairs_of", {}, { answer: item.label }) : say("table_weighted_pairs"),
  head: heads("pair", "difference", "p", "strength"),
  rows: pairs.map(({ first, second, difference, interval, p, strength }: WeighedPair) => ({
    key: `${first.key} ${second.key}`,
    label: together(first.label, second.label),
    isLow: isLow(first) || isLow(second),
    cells: [cell(differenceOf(item.measure), difference, { bounds: interval }), cell("p", p), strengthCell(strength)],
  })),
});

/** Tables of pairs beside the one of all numbers, for what differs most surely. */
const mostPairTables = 6;

/** A longer list of pairs is opened by who wants to read it; letters say the same. */
const mostInView = 10;

/** Which pairs there are to read: of the only thing that was asked, or of those that differ. */
const pairTables = ({ items }: Compared): { shown: ResultTable[]; others: ResultTable[] } => {
  const differing = items.length === 1 ? items.filter(({ pairs }) => pairs.length > 0) : [...new Set(shownPairs(items).map(({ item }) => item))];
  const tables = differing.slice(0, mostPairTables).map((item) => pairsTable(item, items.length > 1));
  const isLong = tables.some(({ rows }) => rows.length > mostInView);
  return { shown: isLong ? [] : tables, others: isLong ? tables : [] };
};

/** The numbers, then the pairs. */
export const withPairs = (numbers: ResultTable, compared: Compared, more: ResultTable[] = []): Pick<QuestionFinding, "tables" | "others"> => {
  const { shown, others } = pairTables(compared);
  const beside = [...others, ...more];
  return { tables: [numbers, ...shown], ...(beside.length > 0 ? { others: beside } : {}) };
};
