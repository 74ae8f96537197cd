// What makes a response worth a second look. Nothing here leaves anybody out: a person decides, and the report says so.
// Rules and thresholds follow the project's methods (3.24): speed against the median, long strings, instructed items, pairs that contradict, text that says nothing.
import { longestRun } from "~/statistics/response-quality";
import { gibberishSigns, plainText } from "~/statistics/text-quality";
import type { Question } from "./questionnaire";
import type { Given } from "./show-if";
import { typeOf } from "./types/registry";

/** Stored with every flag: a changed rule is another version. */
export const qualityVersion = 2;

export type FlagReason = {
  kind: "speeding" | "straight_lining" | "inconsistent" | "attention" | "meaningless" | "duplicate_text";
  isStrong: boolean;
  /** What was found, and where the rule begins; in the unit of the rule: a share of the median, a number of rows, points apart. */
  value: number;
  threshold: number;
  question: string | null;
  /** The other question of a pair. */
  other: string | null;
  /** The response of somebody else that says the same. */
  otherResponse?: number;
  version: number;
};

const reason = (kind: FlagReason["kind"], part: Partial<FlagReason>): FlagReason => ({
  kind,
  isStrong: false,
  value: 0,
  threshold: 0,
  question: null,
  other: null,
  version: qualityVersion,
  ...part,
});

type Timing = {
  /** Milliseconds on all screens together. */
  totalMs: number;
  /** Of the responses handed in so far; null while there are too few to compare with. */
  medianMs: number | null;
};

/** While nobody else can be compared with, what the types of question need as a rule stands for the median. */
const expectedMs = (questions: readonly Question[]) => questions.reduce((sum, { type }) => sum + typeOf(type).seconds * 1000, 0);

const speeding = (questions: readonly Question[], { totalMs, medianMs }: Timing): FlagReason[] => {
  const median = medianMs ?? expectedMs(questions);
  const share = median > 0 ? totalMs / median : 1;
  return share < 0.4 ? [reason("speeding", { value: Math.round(share * 100) / 100, threshold: 0.4, isStrong: share < 0.3 })] : [];
};

type Grid = { question: string; codes: number[]; hasReversed: boolean };

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
    const known = series.get(`${min}-${max}`) ?? { question: question.key, codes: [], hasReversed: false };
    series.set(`${min}-${max}`, { ...known, codes: [...known.codes, value] });
  }
  return [...inGrid, ...series.values()];
};

const straightLining = (questions: readonly Question[], given: Given): FlagReason[] =>
  gridsOf(questions, given).flatMap(({ question, codes, hasReversed }) => {
    if (codes.length < 6) return [];
    const value = longestRun(codes);
    const isContrary = value === codes.length && hasReversed;
    const threshold = Math.max(8, Math.ceil(0.6 * codes.length));
    return value >= threshold || isContrary
      ? [reason("straight_lining", { question, value, threshold: Math.min(threshold, codes.length), isStrong: isContrary })]
      : [];
  });

const numberIn = (question: Question | undefined, given: Given): number | null => {
  const asked = question && typeOf(question.type).asked;
  const value = question && given[question.key];
  return asked?.kind === "number" && value !== undefined && value !== null ? asked.of(value) : null;
};

const measuring = (questions: readonly Question[], what: string) =>
  questions.find(({ type, config }) => type === "rating" && (config as { measures: string }).measures === what);

const inconsistent = (questions: readonly Question[], given: Given): FlagReason[] => {
  const found: FlagReason[] = [];
  for (const question of questions) {
    const other = question.agreesWith && questions.find(({ key }) => key === question.agreesWith?.question);
    const [one, two] = [numberIn(question, given), numberIn(other, given)];
    if (!question.agreesWith || one === null || two === null) continue;
    const apart = Math.abs(one - two);
    const { within } = question.agreesWith;
    if (apart > within) found.push(reason("inconsistent", { question: question.key, other: question.agreesWith.question, value: apart, threshold: within }));
  }
  const [liking, intent] = [measuring(questions, "overall_liking"), measuring(questions, "purchase_intent")];
  const [likes, buys] = [numberIn(liking, given), numberIn(intent, given)];
  if (liking && intent && likes !== null && buys !== null) {
    const scale = liking.config as { min: number; max: number };
    // Not liking it at all (the lowest two of nine) and being certain to buy it.
    const isLow = (likes - scale.min) / (scale.max - scale.min) <= 0.125;
    if (isLow && buys === (intent.config as { max: number }).max)
      found.push(reason("inconsistent", { question: liking.key, other: intent.key, value: likes, threshold: buys }));
  }
  for (const { key, type, config } of questions) {
    const value = given[key];
    if (type === "price_sensitivity" && value && typeOf(type).soft?.(config, value))
      found.push(reason("inconsistent", { question: key, value: 1, threshold: 0 }));
  }
  return found;
};

const attention = (questions: readonly Question[], given: Given): FlagReason[] =>
  questions.flatMap(({ key, type, config }) => {
    const value = given[key];
    const { expected } = config as { expected: number };
    return type === "attention" && typeof value === "number" && value !== expected
      ? [reason("attention", { question: key, value, threshold: expected, isStrong: true })]
      : [];
  });

/** How many signs of saying nothing a text has; one with neither letter nor digit has said nothing twice over. */
export const signsOfNothing = (text: string): number => (plainText(text) === "" ? 2 : gibberishSigns(text).length);

const meaningless = (questions: readonly Question[], given: Given): FlagReason[] =>
  questions.flatMap(({ key, type }) => {
    const value = given[key];
    const signs = type === "open_text" && typeof value === "string" ? signsOfNothing(value) : 0;
    return signs > 0 ? [reason("meaningless", { question: key, value: signs, threshold: 1, isStrong: signs >= 2 })] : [];
  });

/** The words of a text without what differs by chance; null where there are too few to say the same twice on purpose. */
export const printOf = (text: string): string | null => {
  const plain = plainText(text);
  return plain.split(" ").length >= 4 ? plain : null;
};

/** From here on two texts count as the same: the share of their trigrams that they have in common. */
export const sameTextFrom = 0.85;

/** A question whose text somebody else wrote as well, word for word (1) or nearly. */
export type SeenElsewhere = { question: string; otherResponse: number; similarity: number };

export const flagReasons = (questions: readonly Question[], given: Given, timing: Timing, seenElsewhere: readonly SeenElsewhere[]): FlagReason[] => [
  ...speeding(questions, timing),
  ...attention(questions, given),
  ...straightLining(questions, given),
  ...inconsistent(questions, given),
  ...seenElsewhere.map(({ question, otherResponse, similarity }) =>
    reason("duplicate_text", { question, otherResponse, value: Math.round(similarity * 100) / 100, threshold: sameTextFrom, isStrong: true }),
  ),
  ...meaningless(questions, given),
];
