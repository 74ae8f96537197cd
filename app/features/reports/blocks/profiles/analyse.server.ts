// Several attributes on one scale, or one number: a line per prototype, and letters for each attribute.
import type { LocalizedText } from "~/core/locale";
import type { Question } from "~/features/questionnaires/questionnaire";
import { adjustPValues } from "~/statistics/adjust";
import type { ReportData } from "../../data.server";
import { numericFinding, type Measured } from "../../numeric-finding.server";
import { isTooLong, leftOutNote } from "../../other-ways/how-many.server";
import { otherWaysOfScale } from "../../other-ways/scale-ways.server";
import type { QuestionFinding, ResultTable } from "../../question-result";
import { everybody } from "../../report";
import { valuesOf } from "../../read-values.server";
import { cell, isLowBase, labelIn, plainText, say, trimmed } from "../../result-parts.server";

type Item = { value: string; label: LocalizedText };
type Part = { value: string; label: LocalizedText; min: number; max: number; isReversed?: boolean };

const joined = (low: LocalizedText, high: LocalizedText): LocalizedText => ({ en: `${low.en} – ${high.en}`, id: `${low.id} – ${high.id}` });

export const partsOf = ({ type, config }: Question): Part[] => {
  if (type === "matrix") {
    const { rows, points } = config as { rows: (Item & { reverse?: boolean })[]; points: number };
    return rows.map(({ value, label, reverse = false }) => ({ value, label, min: 1, max: points, isReversed: reverse }));
  }
  if (type === "semantic_differential") {
    const { pairs } = config as { pairs: { value: string; low: LocalizedText; high: LocalizedText }[] };
    return pairs.map(({ value, low, high }) => ({ value, label: joined(low, high), min: -3, max: 3 }));
  }
  if (type === "constant_sum") {
    const { items, total } = config as { items: Item[]; total: number };
    return items.map(({ value, label }) => ({ value, label, min: 0, max: total }));
  }
  return (config as { terms: Item[] }).terms.map(({ value, label }) => ({ value, label, min: 0, max: 3 }));
};

const columnOf = (values: readonly (Record<string, number> | undefined)[], part: string, isZeroWhenAbsent: boolean): Float64Array =>
  Float64Array.from(values, (value) => {
    const own = value?.[part];
    return typeof own === "number" ? own : value !== undefined && isZeroWhenAbsent ? 0 : Number.NaN;
  });

type Analysed = ReturnType<typeof numericFinding>;

const meansOf = ({ chart }: Analysed): { key: string; value: number }[] => (chart?.kind === "intervals" ? chart.rows : []);

/** Statements on one scale may measure one thing; pairs of opposites, points that add up to a total and how strong words are do not. */
const measureTogether = new Set(["matrix"]);

/** Whose means stand side by side: the prototypes, or everybody where the question is about none. */
const codesOf = ({ prototypes }: ReportData, analysed: readonly Analysed[]): string[] =>
  analysed.some((each) => meansOf(each).some(({ key }) => key === everybody)) ? [everybody] : prototypes.map(({ code }) => code);

const profileTable = (data: ReportData, parts: readonly Part[], analysed: readonly Analysed[]): ResultTable => ({
  caption: say("table_profile"),
  head: [say("head_attribute"), ...codesOf(data, analysed).map((code) => labelIn(data.prototypes, code)), plainText("p")],
  rows: analysed.map(({ chart, comparison, n }, index) => ({
    key: parts[index]!.value,
    label: parts[index]!.label,
    isLow: isLowBase(n),
    cells: [
      ...codesOf(data, analysed).map((code) => {
        const row = chart?.kind === "intervals" ? chart.rows.find(({ key }) => key === code) : undefined;
        return cell("mean", row?.value ?? null, { n: row?.n, bounds: row?.bounds ?? null, text: plainText(row?.letters ?? "") });
      }),
      cell("p", comparison.kind === "none" ? null : comparison.p),
    ],
  })),
});

/** All attributes of one question are a family: which of them differ at all is adjusted over them. */
const profileTitle = (
  data: ReportData,
  question: Question,
  parts: readonly Part[],
  analysed: readonly Analysed[],
): Pick<QuestionFinding, "title" | "strength"> => {
  const text = trimmed(question.text);
  if (analysed.every(({ n }) => n === 0)) return { title: say("nobody", {}, { question: text }), strength: null };
  const tested = analysed.flatMap(({ comparison }, index) => (comparison.kind === "none" ? [] : [{ part: parts[index]!, p: comparison.p }]));
  if (tested.length === 0)
    return { title: say("profile_not_compared", { count: Math.max(...analysed.map(({ n }) => n)) }, { question: text }), strength: null };
  const adjusted = adjustPValues(
    tested.map(({ p }) => p),
    "benjamini-hochberg",
  );
  const ordered = tested.map(({ part }, index) => ({ part, p: adjusted[index]! })).sort((a, b) => a.p - b.p);
  const differing = ordered.filter(({ p }) => p < data.trial.alpha);
  const [first] = differing;
  if (!first) return { title: say("profile_none", { count: tested.length }, { question: text }), strength: "cannot-tell" };
  const strength = first.p < 0.01 ? "clearly" : "probably";
  return { title: say(`profile_${strength}`, { count: differing.length, total: tested.length }, { question: text, attribute: first.part.label }), strength };
};

export const analyseProfile = (data: ReportData, question: Question): QuestionFinding[] => {
  const parts = partsOf(question);
  const values = valuesOf<Record<string, number>>(data, question.key);
  const columns = parts.map(({ value }) => columnOf(values, value, question.type === "rata"));
  const analysed = parts.map(({ value, label, min, max }, index) =>
    numericFinding(data, { key: `${question.key}:${value}`, text: label, numbers: columns[index]!, min, max }),
  );
  const isScale = measureTogether.has(question.type) && parts.length > 1;
  const scale =
    isScale && !isTooLong(data)
      ? otherWaysOfScale(data, parts.map((part, index) => ({ ...part, isReversed: part.isReversed ?? false, numbers: columns[index]! }))) // prettier-ignore
      : null;
  const lines = codesOf(data, analysed).flatMap((code) => {
    const means = analysed.map((each) => meansOf(each).find(({ key }) => key === code)?.value ?? null);
    return means.every((mean) => mean === null) ? [] : [{ code, values: means }];
  });
  const [min, max] = [Math.min(...parts.map((part) => part.min)), Math.max(...parts.map((part) => part.max))];
  const pairs = analysed.flatMap(({ tables, text }) => tables.slice(1).map((table) => ({ ...table, caption: say("table_pairs_of", {}, { option: text }) })));
  return [
    {
      key: question.key,
      text: question.text,
      ...profileTitle(data, question, parts, analysed),
      n: Math.max(0, ...analysed.map(({ n }) => n)),
      chart: lines.length > 0 && parts.length > 0 ? { kind: "profile", domain: [min, max], items: parts.map(({ label }) => label), lines } : null,
      tables: [profileTable(data, parts, analysed), ...pairs.slice(0, 12)],
      method: analysed[0]?.method ?? say("method_counted"),
      ...(scale && scale.tables.length > 0 ? { others: scale.tables } : {}),
      notes: [
        ...(analysed.some(({ comparison }) => comparison.kind !== "none") ? [say("profile_family")] : []),
        ...(scale?.warnings ?? []),
        ...(isScale ? leftOutNote(data) : []),
      ],
    },
  ];
};

export const numberRange = ({ config }: Question, numbers: Float64Array): { min: number; max: number } => {
  const { min, max } = config as { min?: number | null; max?: number | null };
  const given = numbers.filter((value) => !Number.isNaN(value));
  const [least, most] = given.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
  return { min: min ?? (given.length > 0 ? least! : 0), max: max ?? (given.length > 0 ? most! : 1) };
};

/** A slider or a typed number: one attribute. */
export const analyseNumber = (data: ReportData, question: Question): QuestionFinding[] => {
  const numbers = data.numbers.get(question.key) ?? new Float64Array(0);
  const measured: Measured = { key: question.key, text: question.text, numbers, ...numberRange(question, numbers) };
  const { comparison: _comparison, ...finding } = numericFinding(data, measured);
  return [finding];
};
