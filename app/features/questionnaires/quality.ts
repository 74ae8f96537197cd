// What makes a response worth a second look. Nothing here leaves anybody out: a person decides, and the report says so.
// Rules and thresholds follow the project's methods (3.24): speed against the median, grids, instructed items, pairs that contradict, text that says nothing.
import { gibberishSigns, plainText } from "~/statistics/text-quality";
import { reason, type FlagReason } from "./flag-reason";
import { halvesApart, littleSpread, straightLining, unusual, type OthersRows } from "./quality-grids";
import type { Question } from "./questionnaire";
import type { Given } from "./show-if";
import { typeOf } from "./types/registry";

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

const numberIn = (question: Question | undefined, given: Given): number | null => {
  const asked = question && typeOf(question.type).asked;
  const value = question && given[question.key];
  return asked?.kind === "number" && value !== undefined && value !== null ? asked.of(value) : null;
};

const measuring = (questions: readonly Question[], what: string) =>
  questions.find(({ type, config }) => type === "rating" && (config as { measures: string }).measures === what);

/** Preferring what one likes much less: three points on a scale of nine. */
const contradictsLiking = (questions: readonly Question[], given: Given, likings: ReadonlyMap<string, number>): FlagReason[] => {
  const liking = measuring(questions, "overall_liking");
  if (!liking) return [];
  const { min, max } = liking.config as { min: number; max: number };
  const least = (3 * (max - min)) / 8;
  return questions.flatMap(({ key, type }) => {
    const pair = given[key] as { choice: string; left: string; right: string } | undefined;
    if (type !== "paired_preference" || !pair || (pair.choice !== pair.left && pair.choice !== pair.right)) return [];
    const [chosen, other] = [likings.get(pair.choice), likings.get(pair.choice === pair.left ? pair.right : pair.left)];
    return chosen !== undefined && other !== undefined && other - chosen >= least
      ? [reason("inconsistent", { question: key, other: liking.key, value: other - chosen, threshold: least })]
      : [];
  });
};

const inconsistent = (questions: readonly Question[], given: Given, likings: ReadonlyMap<string, number>): FlagReason[] => {
  const found = contradictsLiking(questions, given, likings);
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

/** What is known beside the response itself. */
export type Beside = {
  seenElsewhere: readonly SeenElsewhere[];
  /** How much this person liked each prototype, by blind code, this response's own among them. */
  likings: ReadonlyMap<string, number>;
  /** By question: what others answered to a grid, with every row. */
  othersRows: OthersRows;
};
export const nothingBeside: Beside = { seenElsewhere: [], likings: new Map(), othersRows: new Map() };

export const flagReasons = (
  questions: readonly Question[],
  given: Given,
  timing: Timing,
  { seenElsewhere, likings, othersRows }: Beside = nothingBeside,
): FlagReason[] => [
  ...speeding(questions, timing),
  ...attention(questions, given),
  ...straightLining(questions, given),
  ...littleSpread(questions, given),
  ...halvesApart(questions, given),
  ...unusual(questions, given, othersRows),
  ...inconsistent(questions, given, likings),
  ...seenElsewhere.map(({ question, otherResponse, similarity }) =>
    reason("duplicate_text", { question, otherResponse, value: Math.round(similarity * 100) / 100, threshold: sameTextFrom, isStrong: true }),
  ),
  ...meaningless(questions, given),
];
