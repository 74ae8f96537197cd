// Which of two is preferred: an exact test on those who have a preference, with everybody's shares, and a check on which side was shown.
import { binomialTestTwoSided, testPreference } from "~/statistics/paired-preference";
import type { LocalizedText } from "~/core/locale";
import type { Question } from "~/features/questionnaires/questionnaire";
import { estimateProportion } from "~/statistics/proportions";
import { isResult } from "~/statistics/result";
import { strengthOf } from "~/statistics/strength";
import type { ReportData } from "../../data.server";
import { isTooLong, leftOutNote } from "../../other-ways/how-many.server";
import { otherWaysOfPreference } from "../../other-ways/preference-ways.server";
import type { IntervalRow, QuestionFinding, ResultTable } from "../../question-result";
import { valuesOf } from "../../read-values.server";
import { smallestBase } from "../../report";
import { findStrengths, neither, type PairAnswer } from "./all-pairs.server";
import { cell, head, isLowBase, nameIn, plainText, say, sayNumbers, trimmed } from "../../result-parts.server";

type Answer = PairAnswer & { /** An outside study may not say what stood where. */ isSideUnknown?: true };
export type PreferenceConfig = { between: "samples" | "words"; sides: { value: string; label: LocalizedText }[] };

/** One answer per person and pair: where it was asked with every prototype, the last one counts, because only then both were known. */
export const answersOf = (data: ReportData, key: string): Answer[] => {
  const values = valuesOf<Answer>(data, key);
  const last = new Map<string, number>();
  for (const [row, answer] of values.entries()) {
    if (answer === undefined) continue;
    const pair = `${data.rows.person[row]} ${[answer.left, answer.right].sort().join(" ")}`;
    const known = last.get(pair);
    if (known === undefined || data.rows.position[row]! >= data.rows.position[known]!) last.set(pair, row);
  }
  return [...last.values()].sort((a, b) => a - b).map((row) => ({ ...values[row]!, person: data.rows.person[row]! }));
};

export const labelsOf = (data: ReportData, config: PreferenceConfig, answers: readonly Answer[]): { value: string; label: LocalizedText }[] => {
  if (config.between === "words") return config.sides;
  const shown = new Set(answers.flatMap(({ left, right }) => [left, right]));
  return data.prototypes.filter(({ code }) => shown.has(code)).map(({ code }) => ({ value: code, label: plainText(nameIn(data.prototypes, code)) }));
};

export type Pair = { one: { value: string; label: LocalizedText }; other: { value: string; label: LocalizedText }; answers: Answer[] };

export const pairsOf = (sides: Pair["one"][], answers: Answer[]): Pair[] =>
  sides
    .flatMap((one, index) => sides.slice(index + 1).map((other) => ({ one, other })))
    .map(({ one, other }) => ({
      one,
      other,
      answers: answers.filter(({ left, right }) => [left, right].includes(one.value) && [left, right].includes(other.value)),
    }))
    .filter((pair) => pair.answers.length > 0);

const sharesTable = ({ one, other }: Pair, counts: [number, number, number]): ResultTable => {
  const n = counts[0] + counts[1] + counts[2];
  const labels = [one.label, other.label, say("no_preference")];
  return {
    caption: say("table_preference"),
    head: head("answer", "n", "share"),
    rows: counts.map((count, index) => ({
      key: String(index),
      label: labels[index]!,
      isLow: isLowBase(n),
      cells: [cell("count", count), cell("share", n >= smallestBase ? count / n : null)],
    })),
  };
};

/** Whether the side on which something stood was chosen more often than by chance. */
const orderNote = (answers: readonly Answer[], alpha: number): LocalizedText[] => {
  const stated = answers.filter(({ choice, left, isSideUnknown }) => choice !== neither && left !== "" && !isSideUnknown);
  const left = stated.filter(({ choice, left: side }) => choice === side).length;
  if (stated.length < smallestBase) return [];
  const p = binomialTestTwoSided(left, stated.length);
  return [sayNumbers(p < alpha ? "order_matters" : "order_fine", { share: { value: left / stated.length, as: "percent" }, p: { value: p, as: "p" } })];
};

const findingOf = (data: ReportData, question: Question, pair: Pair): QuestionFinding => {
  const { alpha } = data.trial;
  const { one, other, answers } = pair;
  const count = (choice: string) => answers.filter((answer) => answer.choice === choice).length;
  const [a, b, t] = [count(one.value), count(other.value), count(neither)];
  const test = a + b >= smallestBase ? testPreference(a, b, t, "drop", 1 - alpha) : null;
  const known = test && isResult(test) ? test : null;
  const strength = known
    ? strengthOf({ adjustedP: known.p, alpha, n: known.testedTotal, halfWidth: (known.wilson.upper - known.wilson.lower) / 2, scale: { kind: "share" } })
    : "cannot-tell";
  const [best, rest] = a >= b ? [one, other] : [other, one];
  const word = { clearly: "clearly", probably: "probably", "no-difference-shown": "none", "cannot-tell": "unknown" }[strength];
  const rows = known
    ? [
        { ...one, x: a },
        { ...other, x: b },
      ].map(({ value, label, x }): IntervalRow => {
        const estimate = estimateProportion(x, a + b, 1 - alpha);
        const bounds = isResult(estimate) ? { lower: estimate.interval.lower, upper: estimate.interval.upper } : null;
        return { key: value, label, n: a + b, value: x / (a + b), bounds, letters: "" };
      })
    : [];
  return {
    key: question.key,
    text: question.text,
    title:
      answers.length === 0
        ? say("nobody", {}, { question: trimmed(question.text) })
        : say(`preference_${word}`, { count: answers.length }, { best: best.label, other: rest.label }),
    strength,
    n: answers.length,
    chart: rows.length === 0 ? null : { kind: "intervals", unit: "share", domain: [0, 1], line: 0.5, rows },
    tables: [sharesTable(pair, [a, b, t])],
    ...(known ? { others: otherWaysOfPreference(one, [a, b, t], alpha) } : {}),
    method: known
      ? sayNumbers("method_preference", { p: { value: known.p, as: "p" } }, { count: a + b, none: t })
      : say("method_preference_small", { smallest: smallestBase }),
    notes: orderNote(answers, alpha),
  };
};

export const analysePreference = (data: ReportData, question: Question): QuestionFinding[] => {
  const answers = answersOf(data, question.key);
  const sides = labelsOf(data, question.config as PreferenceConfig, answers);
  const pairs = pairsOf(sides, answers);
  if (pairs.length > 1) {
    const notes = [...orderNote(answers, data.trial.alpha), ...leftOutNote(data)];
    return [findStrengths(question, sides, answers, { alpha: data.trial.alpha, notes, hasOtherWays: !isTooLong(data) })];
  }
  if (pairs[0]) return [findingOf(data, question, pairs[0])];
  return [
    {
      key: question.key,
      text: question.text,
      title: say("nobody", {}, { question: trimmed(question.text) }),
      strength: null,
      n: 0,
      chart: null,
      tables: [],
      method: say("method_preference_small", { smallest: smallestBase }),
      notes: [],
    },
  ];
};
