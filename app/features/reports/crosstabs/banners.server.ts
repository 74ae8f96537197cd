// What the columns of a crosstab can be made from: profile facts, questions that are answered with one or several of a few codes, and the prototypes.
import { sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import type { LocalizedText } from "~/core/locale";
import type { Question } from "~/features/questionnaires/questionnaire";
import { isQuestionType, typeOf } from "~/features/questionnaires/types/registry";
import type { TrialFacts } from "../data.server";
import { factOf } from "../fact-labels.server";
import { plainText, say } from "../result-parts.server";
import { byAnswer, byPrototype } from "./crosstab";

export type Option = { value: string; label: LocalizedText };

export type Banner = {
  key: string;
  label: LocalizedText;
  of: "fact" | "answer" | "prototype";
  /** In their order; what else is found follows them. */
  values: Option[];
  question: Question | null;
  /** Somebody may be in several columns. */
  isOverlapping: boolean;
};

const mostColumns = 12;
const mostOverlapping = 20;

/** Somebody of whom the fact is not known, or who did not answer. No answer and no fact begins with such a space. */
export const unknownGroup = "\u00a0unknown";
/** What people wrote under "other" is their own words: together it is one group. */
export const otherGroup = "\u00a0other";

export const isCrossable = ({ type }: Question): boolean => isQuestionType(type) && typeOf(type).asked !== undefined;

/** The points of a scale with what stands beside them. */
export const pointsOf = ({ type, config }: Question): Option[] => {
  const { asked } = typeOf(type);
  if (asked?.kind !== "number") return [];
  const { min, max } = asked.range(config);
  if (!(max - min < mostColumns)) return [];
  const labels = (config as { labels?: Record<string, LocalizedText> }).labels ?? {};
  return Array.from({ length: max - min + 1 }, (_, index) => String(min + index)).map((value) => {
    const label = labels[value];
    const words = label && (label.en || label.id) ? { en: `${value} ${label.en || label.id}`, id: `${value} ${label.id || label.en}` } : plainText(value);
    return { value, label: words };
  });
};

const answersOf = (question: Question): Banner[] => {
  const asked = isQuestionType(question.type) ? typeOf(question.type).asked : undefined;
  if (!asked) return [];
  const isOverlapping = asked.kind === "codes" && !asked.isSingle;
  const values = asked.kind === "codes" ? asked.codes(question.config).map(({ value, label }) => ({ value, label })) : pointsOf(question);
  if (values.length < 2 || values.length > (isOverlapping ? mostOverlapping : mostColumns)) return [];
  return [{ key: `${byAnswer}${question.key}`, label: question.text, of: "answer", values, question, isOverlapping }];
};

const findFacts = async (ctx: Context, trial: TrialFacts): Promise<Banner[]> => {
  const rows = await ctx.db.execute<{ fact: string }>(
    // Many people have the same profile: each is taken apart once.
    sql`select distinct jsonb_object_keys(profile) as fact from (select distinct profile from participants where trial_id = ${trial.id}) known order by 1`,
  );
  return [...rows].map(({ fact }): Banner => {
    const { label, values } = factOf(fact, trial.source?.facts ?? []);
    return { key: fact, label, of: "fact", values: [...values], question: null, isOverlapping: false };
  });
};

type Asked = { trial: TrialFacts; prototypes: readonly { code: string; name: string }[]; questions: readonly Question[] };

/** In the order in which they are offered: what is known of people, what they tried, what they answered. */
export const findBanners = async (ctx: Context, { trial, prototypes, questions }: Asked): Promise<Banner[]> => [
  ...(await findFacts(ctx, trial)),
  ...(prototypes.length < 2
    ? []
    : [
        {
          key: byPrototype,
          label: say("head_prototype"),
          of: "prototype" as const,
          values: prototypes.map(({ code, name }) => ({ value: code, label: plainText(name) })),
          question: null,
          isOverlapping: false,
        },
      ]),
  ...questions.flatMap(answersOf),
];

/** In which columns an answer puts somebody. */
export const groupsOfAnswer = ({ question, values }: Banner, value: unknown): string[] => {
  const { asked } = typeOf(question!.type);
  if (value === null || value === undefined || !asked) return [unknownGroup];
  const codes = asked.kind === "number" ? [String(asked.of(value))] : [...new Set(asked.of(question!.config, value))];
  const known = new Set(values.map((option) => option.value));
  return codes.length === 0 ? [unknownGroup] : codes.map((code) => (known.has(code) ? code : otherGroup));
};

export const groupOfFact = (value: string | null): string[] => [value ?? unknownGroup];

export const labelOfGroup = ({ values }: Banner, group: string): LocalizedText =>
  group === unknownGroup
    ? say("not_stated")
    : group === otherGroup
      ? say("other_answer")
      : (values.find(({ value }) => value === group)?.label ?? plainText(group));
