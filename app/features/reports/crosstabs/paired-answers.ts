// Prototypes tried by the same people: each person is compared with himself, never with the average of others.
import { cochranOfCounts } from "~/statistics/cata";
import { summariseValues, testDifferences } from "~/statistics/counted-means";
import type { Found } from "~/statistics/crosstab";
import { comparePairedProportions } from "~/statistics/paired-proportions";
import { analyseRepeatedRatings } from "~/statistics/repeated-anova";
import { smallestBase } from "../report";
import type { Answer } from "./tally";

/** One person's answer about a prototype, by its place among the columns. */
export type OwnAnswer = { person: number; place: number; answer: number; weight: number };

/** How many people of one weight gave the one answer about the first and the other about the second prototype. */
type Line = { first: number; second: number; weight: number; n: number };

export type PairedAnswers = {
  answers: readonly Answer[];
  places: number;
  given: readonly OwnAnswer[];
  linesOf: (first: number, second: number) => readonly Line[];
  /** Answers of each person who answered about every prototype, by place. */
  complete: readonly (readonly number[])[];
};

export const pairAnswers = (answers: readonly Answer[], given: readonly OwnAnswer[], places: number): PairedAnswers => {
  const perPerson = new Map<number, OwnAnswer[]>();
  for (const own of given) {
    const known = perPerson.get(own.person);
    if (known) known.push(own);
    else perPerson.set(own.person, [own]);
  }
  const lines = new Map<string, Map<string, Line>>();
  for (const own of perPerson.values()) {
    own.sort((a, b) => a.place - b.place);
    for (const [index, one] of own.entries()) {
      for (const other of own.slice(index + 1)) {
        const pair = `${one.place} ${other.place}`;
        if (!lines.has(pair)) lines.set(pair, new Map());
        const name = `${one.answer} ${other.answer} ${one.weight}`;
        const line = lines.get(pair)!.get(name);
        if (line) line.n += 1;
        else lines.get(pair)!.set(name, { first: one.answer, second: other.answer, weight: one.weight, n: 1 });
      }
    }
  }
  return {
    answers,
    places,
    given,
    linesOf: (first, second) => [...(lines.get(`${first} ${second}`)?.values() ?? [])],
    complete: [...perPerson.values()].filter((own) => own.length === places).map((own) => own.map(({ answer }) => answer)),
  };
};

const namesAny = ({ codes }: Answer, wanted: ReadonlySet<string>) => codes.some((code) => wanted.has(code));

type Settings = { alpha: number; isWeighted: boolean };

/** The mean of each person's own difference; below ten effective people nothing is tested. */
const compareDifferences = (lines: readonly { value: number; n: number; weight: number }[], { alpha }: Settings): Found | null => {
  const summary = summariseValues(lines, 1 - alpha);
  const test = summary.effectiveN < smallestBase ? null : testDifferences(summary);
  return test?.kind === "result" ? { statistic: test.t, p: test.p, method: "paired-t", difference: test.difference, interval: test.interval } : null;
};

/** McNemar's test on counts; weighted, the mean of each person's 1, 0 or -1. */
export const comparePairedShares = (paired: PairedAnswers, codes: readonly string[], first: number, second: number, settings: Settings): Found | null => {
  const wanted = new Set(codes);
  const named = paired.answers.map((answer) => (namesAny(answer, wanted) ? 1 : 0));
  const lines = paired.linesOf(first, second).map((line) => ({ value: named[line.first]! - named[line.second]!, n: line.n, weight: line.weight }));
  if (settings.isWeighted) return compareDifferences(lines, settings);
  const countOf = (sign: number) => lines.reduce((sum, { value, n }) => (value === sign ? sum + n : sum), 0);
  const n = lines.reduce((sum, line) => sum + line.n, 0);
  const test = n < smallestBase ? null : comparePairedProportions(countOf(1), countOf(-1), n, 1 - settings.alpha);
  return test?.kind === "result"
    ? { statistic: Math.sign(test.difference) * Math.sqrt(test.chiSquare), p: test.p, method: "mcnemar", difference: test.difference, interval: test.interval }
    : null;
};

export const comparePairedMeans = ({ answers, linesOf }: PairedAnswers, first: number, second: number, settings: Settings): Found | null =>
  compareDifferences(
    linesOf(first, second).flatMap((line) => {
      const [one, other] = [answers[line.first]!.number, answers[line.second]!.number];
      return one === null || other === null ? [] : [{ value: one - other, n: line.n, weight: line.weight }];
    }),
    settings,
  );

/** Fewer people would need permutations. */
const leastForCochran = 20;

/** Cochran's Q among those who answered about every prototype. */
export const testPairedShares = ({ answers, complete, places }: PairedAnswers, codes: readonly string[]): number | null => {
  if (complete.length < leastForCochran || places < 2) return null;
  const wanted = new Set(codes);
  const named = answers.map((answer) => namesAny(answer, wanted));
  const counts = new Array<number>(places).fill(0);
  const perPerson = new Int32Array(complete.length);
  for (const [person, own] of complete.entries()) {
    for (const [place, answer] of own.entries()) {
      if (!named[answer]) continue;
      counts[place]! += 1;
      perPerson[person]! += 1;
    }
  }
  const test = cochranOfCounts(counts, perPerson);
  return test.kind === "result" && !test.hasNoVariation ? test.p : null;
};

/** F of the two-way analysis with people as blocks, complete or not. */
export const testPairedMeans = ({ answers, given }: PairedAnswers): number | null => {
  const found = analyseRepeatedRatings(
    given.flatMap(({ person, place, answer }) => {
      const value = answers[answer]!.number;
      return value === null ? [] : [{ personId: String(person), productId: String(place).padStart(3, "0"), value }];
    }),
  );
  return found.kind === "result" && found.test.kind === "test" ? found.test.p : null;
};
