// What people put in order, and what matters most and least to them: things held against each other within the same people.
import type { LocalizedText } from "~/core/locale";
import type { Question } from "~/features/questionnaires/questionnaire";
import { effectiveSampleSize } from "~/statistics/means";
import { bestWorstTasks } from "../blocks/best-worst/analyse.server";
import { lastRows } from "../people.server";
import type { QuestionFinding } from "../question-result";
import { trimmed } from "../result-parts.server";
import { columnOfRows, meaningOf, valuesOf, type Column, type Setting } from "./columns.server";
import { compareItems, type Item, type Measure } from "./compare-items.server";
import { say } from "./say.server";
import { columnsTable, withPairs } from "./tables.server";
import { titleOf, type Among } from "./titles.server";

type Thing = { value: string; label: LocalizedText };

/** Of longer lists every pair would be too many to test and to read. */
const mostCompared = 30;

const findingOf = (
  setting: Setting,
  question: Question,
  { among, items, names, n }: { among: Exclude<Among, "prototypes">; items: Item[]; names: string[]; n: number },
): QuestionFinding => {
  const [main, ...others] = items;
  const compared = compareItems(setting, [main!], true);
  const beside = compareItems(setting, others.map(uncompared), true).items;
  return {
    key: question.key,
    text: question.text,
    ...titleOf(trimmed(question.text), compared, among),
    n,
    base: say("base_people", { count: n }),
    chart: null,
    ...withPairs(columnsTable([...compared.items, ...beside], say(`table_weighted_${among}`), say("head_answer"), names), compared),
    method: say(`weighted_method_${among}`),
    notes: [],
  };
};

const uncompared = (item: Item): Item => ({ ...item, columns: item.columns.map((column) => ({ ...column, isCompared: false })) });

/** Mean ranks of complete orders; where nobody ranked everything, who came first. */
export const weighRanking = (setting: Setting, question: Question): QuestionFinding => {
  const { items } = question.config as { items: Thing[] };
  const column = setting.data.columns.get(question.key);
  const codes = column?.codes;
  const lengths = meaningOf<string[]>(column, (order) => items.filter(({ value }) => order.includes(value)).length);
  const answered = lastRows(setting.data, (row) => codes !== undefined && !Number.isNaN(lengths[codes[row]!] ?? Number.NaN));
  const complete = answered.filter((row) => lengths[codes![row]!] === items.length);
  const isPartial = complete.length === 0;
  const base = columnOfRows(
    setting,
    { key: "", label: say("no_prototype"), isCompared: items.length <= mostCompared },
    Int32Array.from(isPartial ? answered : complete),
  );
  const columns = items.map(({ value, label }): Column => ({ ...base, key: value, label }));
  const of = (key: string, measure: Measure, rank: (order: string[], item: string) => number): Item => ({
    key,
    label: question.text,
    measure,
    columns,
    values: items.map(({ value }) =>
      valuesOf(
        setting,
        question.key,
        meaningOf<string[]>(column, (order) => rank(order, value)),
        base,
      ),
    ),
  });
  const ranks = of("rank", { kind: "mean", min: 1, max: items.length }, (order, item) => order.indexOf(item) + 1);
  const firsts = of("first", { kind: "share" }, (order, item) => (order[0] === item ? 1 : 0));
  const finding = findingOf(setting, question, {
    among: isPartial ? "firsts" : "rank",
    items: isPartial ? [firsts] : [ranks, firsts],
    names: isPartial ? ["first"] : ["rank", "first"],
    n: base.n,
  });
  const left = answered.length - base.n;
  return left > 0 ? { ...finding, notes: [say("weighted_partial", { count: left })] } : finding;
};

/** (most - least) / shown, a ratio of sums: each person's own ratio, weighted by how often the thing was shown to that person. */
export const weighBestWorst = (setting: Setting, question: Question): QuestionFinding => {
  const { items } = question.config as { items: Thing[] };
  const tasks = bestWorstTasks(setting.data, question);
  const people: number[] = [];
  for (const { personId } of tasks) if (people.at(-1) !== Number(personId)) people.push(Number(personId));
  const [scores, shown] = [0, 1].map(() => items.map(() => new Float64Array(people.length)));
  let place = -1;
  for (const task of tasks) {
    if (people[place] !== Number(task.personId)) place += 1;
    for (const item of task.shown) shown![item]![place]! += 1;
    scores![task.best]![place]! += 1;
    scores![task.worst]![place]! -= 1;
  }
  const columns = items.map(({ value, label }, item): Column => {
    const own = people.flatMap((_, index) => (shown![item]![index]! > 0 ? [index] : []));
    const weights = Float64Array.from(own, (index) => setting.weightOf(people[index]!));
    const sizes = Float64Array.from(own, (index) => shown![item]![index]!);
    return {
      key: value,
      label,
      isCompared: items.length <= mostCompared,
      rows: new Int32Array(0),
      people: Int32Array.from(own, (index) => people[index]!),
      weights: weights.map((weight, index) => weight * sizes[index]!),
      sizes,
      n: own.length,
      effectiveN: effectiveSampleSize(weights),
    };
  });
  const values = columns.map(({ sizes }, item) => {
    const own = scores![item]!.filter((_, index) => shown![item]![index]! > 0);
    return own.map((score, index) => score / sizes![index]!);
  });
  const net: Item = { key: "net", label: question.text, measure: { kind: "mean", min: -1, max: 1, isSigned: true }, columns, values };
  return findingOf(setting, question, { among: "matters", items: [net], names: ["net"], n: people.length });
};
