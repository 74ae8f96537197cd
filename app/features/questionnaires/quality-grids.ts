// Signs of careless answers in grids: equal answers in a row, hardly any spread, halves of scales that disagree, answers that hang together as nobody else's do.
import { answerSpread, evenOddConsistency, longestRun, mahalanobisDistances } from "~/statistics/response-quality";
import { isResult } from "~/statistics/result";
import { reason, type FlagReason } from "./flag-reason";
import type { Question } from "./questionnaire";
import type { Given } from "./show-if";

/** Fewer answers say nothing about how somebody answers. */
const leastAnswers = 6;

type Grid = { question: string; type: string; codes: number[]; hasReversed: boolean };

/** The answers of a grid in the order in which they stood on the screen, and ratings on one scale that followed each other. */
const gridsOf = (questions: readonly Question[], given: Given): Grid[] => {
  const inGrid = questions.flatMap((question): Grid[] => {
    const value = given[question.key];
    if (!["matrix", "rata", "semantic_differential"].includes(question.type) || typeof value !== "object" || value === null) return [];
    const { shown, rows } = question.config as { shown?: string[]; rows?: { reverse?: boolean }[] };
    const entries = value as Record<string, number>;
    return [
      {
        question: question.key,
        type: question.type,
        codes: (shown ?? Object.keys(entries)).flatMap((code) => entries[code] ?? []),
        hasReversed: rows?.some((row) => row.reverse) ?? false,
      },
    ];
  });
  const series = new Map<string, Grid>();
  for (const question of questions) {
    const value = given[question.key];
    if (question.type !== "rating" || typeof value !== "number") continue;
    const { min, max } = question.config as { min: number; max: number };
    const known = series.get(`${min}-${max}`) ?? { question: question.key, type: question.type, codes: [], hasReversed: false };
    series.set(`${min}-${max}`, { ...known, codes: [...known.codes, value] });
  }
  return [...inGrid, ...series.values()];
};

export const straightLining = (questions: readonly Question[], given: Given): FlagReason[] =>
  gridsOf(questions, given).flatMap(({ question, codes, hasReversed }) => {
    if (codes.length < leastAnswers) return [];
    const value = longestRun(codes);
    const isContrary = value === codes.length && hasReversed;
    const threshold = Math.max(8, Math.ceil(0.6 * codes.length));
    return value >= threshold || isContrary
      ? [reason("straight_lining", { question, value, threshold: Math.min(threshold, codes.length), isStrong: isContrary })]
      : [];
  });

const leastSpread = 0.25;

/** Where answers are expected to differ: of rated words many may well not apply, and ratings asked one by one are about one product. */
const spreads = new Set(["matrix", "semantic_differential"]);

/** Dunn and others (2018). */
export const littleSpread = (questions: readonly Question[], given: Given): FlagReason[] =>
  gridsOf(questions, given).flatMap(({ question, type, codes }) => {
    const spread = codes.length < leastAnswers || !spreads.has(type) ? null : answerSpread(codes);
    return spread !== null && spread < leastSpread
      ? [reason("little_spread", { question, value: Math.round(spread * 100) / 100, threshold: leastSpread, isStrong: spread === 0 })]
      : [];
  });

type MatrixRow = { value: string; reverse?: boolean };

/** Answers of every row in the written order, those of reversed rows turned round; null where there is none. Undefined for what is no answered matrix. */
const scaleOf = ({ type, config }: Question, value: unknown): (number | null)[] | undefined => {
  if (type !== "matrix" || typeof value !== "object" || value === null) return undefined;
  const { rows, points } = config as { rows: MatrixRow[]; points: number };
  const entries = value as Record<string, number>;
  return rows.map(({ value: row, reverse }) => (entries[row] === undefined ? null : reverse ? points + 1 - entries[row] : entries[row]));
};

const leastScales = 6;
const leastConsistency = 0.3;

/** Do odd and even statements of each scale agree? Only over six matrices or more, each one scale. */
export const halvesApart = (questions: readonly Question[], given: Given): FlagReason[] => {
  const scales = questions.flatMap((question) => {
    const answers = scaleOf(question, given[question.key]);
    return answers && answers.length >= 2 ? [{ question: question.key, answers }] : [];
  });
  if (scales.length < leastScales) return [];
  const found = evenOddConsistency(
    scales.flatMap(({ answers }) => answers),
    scales.map(({ answers }) => answers.length),
  );
  return found && found.consistency < leastConsistency
    ? [reason("halves_apart", { question: scales[0]!.question, value: Math.round(found.consistency * 100) / 100, threshold: leastConsistency })]
    : [];
};

/** What others answered, by question: as it was stored. */
export type OthersRows = ReadonlyMap<string, readonly unknown[]>;

const unlikely = 0.001;
/** People for each statement: with fewer, what is usual is not known. */
const leastPerStatement = 10;
const leastOthers = 50;

export const mayBeUnusual = ({ type, config }: Question): boolean => type === "matrix" && (config as { rows: unknown[] }).rows.length >= 2;

/** How far the answers lie from everybody's in view of how statements hang together (Mahalanobis 1936); complete answers only. */
export const unusual = (questions: readonly Question[], given: Given, othersRows: OthersRows): FlagReason[] =>
  questions.filter(mayBeUnusual).flatMap((question) => {
    const isWhole = (answers: (number | null)[] | undefined): answers is number[] => answers?.every((answer) => answer !== null) ?? false;
    const own = scaleOf(question, given[question.key]);
    const others = (othersRows.get(question.key) ?? []).map((value) => scaleOf(question, value)).filter(isWhole);
    if (!isWhole(own) || others.length < Math.max(leastOthers, leastPerStatement * own.length)) return [];
    const found = mahalanobisDistances([...others, own]);
    const distance = isResult(found) ? found.distances.at(-1)! : null;
    return distance && distance.p < unlikely
      ? [reason("unusual", { question: question.key, value: Math.round(distance.squared * 10) / 10, threshold: unlikely })]
      : [];
  });
