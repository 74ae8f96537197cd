// Words that people checked: on which prototypes differ (Cochran), which pairs differ (McNemar), and how liking moves with each word.
import type { LocalizedText } from "~/core/locale";
import type { Question } from "~/features/questionnaires/questionnaire";
import { adjustPValues } from "~/statistics/adjust";
import { cochranPermutationP, cochranTest } from "~/statistics/cata";
import { penaltyLift, type PenaltyLift } from "~/statistics/penalty-lift";
import { isResult } from "~/statistics/result";
import { strengthOf } from "~/statistics/strength";
import type { ReportData } from "../../data.server";
import { baseRow, compareOptions, optionPairs, optionTable, optionTitle, optionChart, overAllOptions, setsOf } from "../../option-shares.server";
import { gridOf } from "../../people.server";
import { isTooLong, leftOutNote } from "../../other-ways/how-many.server";
import { describesIdeal, otherWaysOfWords } from "../../other-ways/ideal-ways.server";
import type { QuestionFinding, ResultTable } from "../../question-result";
import { ratingsThatMeasure } from "../../rating-analysis.server";
import { valuesOf } from "../../read-values.server";
import { smallestBase } from "../../report";
import { describeIdealProduct } from "./ideal-product.server";
import { findWordMap } from "./word-map.server";
import { cell, head, isLowBase, say, strengthCell, trimmed } from "../../result-parts.server";

type Term = { value: string; label: LocalizedText };
type Chosen = (ReadonlySet<string> | undefined)[];

/** Words whose test is above this are left off the map (METHODS 3.15). */
const leastDoubt = 0.1;

/** People who answered for every prototype, one row of yes and no per person. */
const completeRows = (data: ReportData, chosen: Chosen, term: string): boolean[][] => {
  const { people, prototypes, rowOf } = gridOf(data);
  const tried = data.prototypes.flatMap((_, place) => ((data.rows.perPrototype[place] ?? 0) > 0 ? [place] : []));
  const rows: boolean[][] = [];
  for (let person = 0; person < people; person += 1) {
    const sets = tried.map((place) => {
      const row = rowOf[person * prototypes + place]!;
      return row < 0 ? undefined : chosen[row];
    });
    if (sets.every((set) => set !== undefined)) rows.push(sets.map((set) => set!.has(term)));
  }
  return rows;
};

/** What liking and checked words say about each other: answers that have both, in the order of the rows. */
export const ratedAnswers = (data: ReportData, chosen: Chosen, liking: Float64Array): { person: number[]; liking: number[]; sets: ReadonlySet<string>[] } => {
  const found: ReturnType<typeof ratedAnswers> = { person: [], liking: [], sets: [] };
  for (let row = 0; row < data.rows.count; row += 1) {
    const set = chosen[row];
    if (!set || Number.isNaN(liking[row]!)) continue;
    found.person.push(data.rows.person[row]!);
    found.liking.push(liking[row]!);
    found.sets.push(set);
  }
  return found;
};

/** Its interval takes long, because people are drawn again and again: the worker adds it. */
const liftOf = ({ person, liking, sets }: ReturnType<typeof ratedAnswers>, term: string): PenaltyLift | null => {
  const lift = penaltyLift(sets.map((set, index) => ({ personId: String(person[index]), isChecked: set.has(term), liking: liking[index]! })));
  return isResult(lift) && Math.min(lift.checked.n, lift.unchecked.n) >= smallestBase ? lift : null;
};

/** The table that the worker's intervals belong to. */
export const isLiftTable = ({ caption }: ResultTable): boolean => caption.en === say("table_lift").en;

const liftTable = (terms: readonly Term[], lifts: readonly (PenaltyLift | null)[]): ResultTable => ({
  caption: say("table_lift"),
  head: head("answer", "checked", "mean_checked", "mean_unchecked", "lift"),
  rows: terms
    .map((term, index) => ({ term, lift: lifts[index] ?? null }))
    .sort((a, b) => (b.lift?.lift ?? -Infinity) - (a.lift?.lift ?? -Infinity))
    .map(({ term, lift }) => ({
      key: term.value,
      label: term.label,
      isLow: false,
      cells: [
        cell("count", lift?.checked.n ?? null),
        cell("mean", lift?.checked.mean ?? null, { n: lift?.checked.n }),
        cell("mean", lift?.unchecked.mean ?? null, { n: lift?.unchecked.n }),
        cell("difference", lift?.lift ?? null, { bounds: lift?.interval ? { lower: lift.interval.lower, upper: lift.interval.upper } : null }),
      ],
    })),
});

/** Within the same people terms are tested by Cochran first; between different people the pairs speak for themselves. */
const cochranTable = (
  data: ReportData,
  terms: readonly Term[],
  chosen: Chosen,
): { table: ResultTable; people: number; levels: Map<string, number>; /** Words on which prototypes hardly differ. */ doubtful: Set<string> } | null => {
  if (!gridOf(data).isRepeated) return null;
  const tests = terms.map((term) => ({ term, test: cochranTest(completeRows(data, chosen, term.value)) }));
  const known = tests.flatMap(({ term, test }) => (isResult(test) && test.n >= smallestBase ? [{ term, test }] : []));
  if (known.length === 0) return null;
  const adjusted = adjustPValues(
    known.map(({ test }) => test.p),
    "benjamini-hochberg",
  );
  const { alpha } = data.trial;
  return {
    people: known[0]!.test.n,
    levels: new Map(known.map(({ term }, index) => [term.value, adjusted[index]!])),
    doubtful: new Set(known.flatMap(({ term, test }) => (test.p >= leastDoubt ? [term.value] : []))),
    table: {
      caption: say("table_cochran"),
      head: head("answer", "cochran", "p", "strength"),
      rows: known.map(({ term, test }, index) => ({
        key: term.value,
        label: term.label,
        isLow: false,
        cells: [
          cell("mean", test.statistic, { n: 100 }),
          cell("p", adjusted[index]!),
          strengthCell(strengthOf({ adjustedP: adjusted[index]!, alpha, n: test.n, halfWidth: null, scale: { kind: "share" } })),
        ],
      })),
    },
  };
};

/** Below this many people Cochran's chi-square is rough, and each person's checks are shuffled over the prototypes instead (METHODS 3.15). */
const fewForCochran = 20;

const permutationTable = (data: ReportData, terms: readonly Term[], chosen: Chosen): ResultTable[] => {
  const found = terms.flatMap((term) => {
    const rows = completeRows(data, chosen, term.value);
    // People who checked a word for all or for none say nothing about differences.
    const discriminating = rows.filter((row) => row.some(Boolean) && !row.every(Boolean)).length;
    if (rows.length < smallestBase || discriminating === 0 || discriminating >= fewForCochran) return [];
    const shuffled = cochranPermutationP(rows, `${data.trial.seed}/permutation/${term.value}`);
    return isResult(shuffled) ? [{ term, discriminating, p: shuffled.p }] : [];
  });
  if (found.length === 0) return [];
  return [
    {
      caption: say("table_permutation"),
      head: head("answer", "discriminating", "p"),
      rows: found.map(({ term, discriminating, p }) => ({
        key: term.value,
        label: term.label,
        isLow: isLowBase(discriminating),
        cells: [cell("count", discriminating), cell("p", p)],
      })),
    },
  ];
};

const discriminatingTable = (terms: readonly Term[], lifts: readonly (PenaltyLift | null)[]): ResultTable[] => {
  const rows = terms.flatMap((term, index) => {
    const own = lifts[index]?.discriminating;
    return own && Math.min(own.checked, own.unchecked) >= smallestBase
      ? [{ key: term.value, label: term.label, isLow: false, cells: [cell("count", own.checked), cell("count", own.unchecked), cell("difference", own.lift)] }]
      : [];
  });
  return rows.length === 0 ? [] : [{ caption: say("table_lift_discriminating"), head: head("answer", "checked", "unchecked", "lift"), rows }];
};

const analyseTerms = (data: ReportData, question: Question, terms: readonly Term[], chosen: Chosen): QuestionFinding[] => {
  const cochran = cochranTable(data, terms, chosen);
  const compared = overAllOptions(compareOptions(data, terms, chosen), data.trial.alpha, cochran?.levels);
  const liking = ratingsThatMeasure(data, "overall_liking")[0];
  const likingNumbers = liking && data.numbers.get(liking.key);
  const rated = likingNumbers ? ratedAnswers(data, chosen, likingNumbers) : null;
  const lifts = rated ? terms.map((term) => liftOf(rated, term.value)) : [];
  const others = [
    ...(cochran ? permutationTable(data, terms, chosen) : []),
    ...discriminatingTable(terms, lifts),
    ...(rated && !isTooLong(data) ? otherWaysOfWords(data, terms, rated) : []),
  ];
  const table = optionTable(data, compared);
  const n = compared[0]?.comparison.rows.reduce((sum, row) => sum + row.n, 0) ?? 0;
  const isNoneShown = cochran !== null && [...cochran.levels.values()].every((level) => level >= data.trial.alpha);
  const map = findWordMap(data, question, compared, (word) => cochran?.doubtful.has(word) !== true);
  const finding: QuestionFinding = {
    key: question.key,
    text: question.text,
    ...(isNoneShown
      ? { title: say("terms_none", { count: cochran.people }, { question: trimmed(question.text) }), strength: "cannot-tell" as const }
      : optionTitle(data, trimmed(question.text), compared)),
    n,
    chart: optionChart(data, compared),
    tables: [
      { ...table, rows: [...table.rows, baseRow(data, compared)] },
      ...(cochran ? [cochran.table] : []),
      ...optionPairs(data, compared),
      ...(lifts.some((lift) => lift !== null) ? [liftTable(terms, lifts)] : []),
    ],
    ...(others.length > 0 ? { others } : {}),
    method: cochran
      ? say("method_cochran", { count: cochran.people })
      : say(`shares_${compared.find(({ comparison }) => comparison.kind !== "none")?.comparison.kind ?? "none"}`),
    notes: [
      ...(lifts.some((lift) => lift !== null) ? [say("lift_note")] : []),
      ...(data.questions.some(describesIdeal) ? leftOutNote(data, "ideal_left_out") : []),
    ],
  };
  return map && !isNoneShown ? [finding, map] : [finding];
};

type Config = { terms: Term[] };

/** Words that were rated from 0 to 3 count as checked from 1 on; how strong they are stands in the profiles. */
export const checkedWords = (data: ReportData, question: Question): { terms: readonly Term[]; chosen: Chosen } => {
  const { terms } = question.config as Config;
  const chosen =
    question.type === "rata"
      ? setsOf(valuesOf<Record<string, number>>(data, question.key), (value) =>
          Object.entries(value).flatMap(([term, intensity]) => (intensity > 0 ? [term] : [])),
        )
      : setsOf(valuesOf<string[]>(data, question.key), (checked) => checked);
  return { terms, chosen };
};

export const analyseCheckAll = (data: ReportData, question: Question): QuestionFinding[] => {
  if (describesIdeal(question)) return describeIdealProduct(data, question);
  const { terms, chosen } = checkedWords(data, question);
  return analyseTerms(data, question, terms, chosen);
};
