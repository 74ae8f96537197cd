// How coded answers sound: as their coders said; where they said nothing, as this community's coders taught a model, or by the word list until
// they have taught it enough. How often the machine is right on what people judged is counted, and told with it.
import { sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { isResult } from "~/statistics/result";
import { classifyText, labelAccuracy, learnLabels, type LabelledText } from "~/statistics/sentiment";
import { soundOf, type Sound } from "./tone-words";
import type { Tone } from "./theme";

/** A model is used from so many judged answers on, and only when it is right on four of five that it did not learn from. */
const enoughJudged = 200;
const mostJudged = 5000;
/** Below this the machine's word is marked as a suggestion. */
export const goodAccuracy = 0.8;
const heldOutEvery = 5;

export type Hearing = {
  /** By response. */
  sounds: Map<number, Sound>;
  /** Answers judged by people, of those that were coded. */
  judged: number;
  by: "model" | "words";
  /** The machine held against what people judged in this trial; null where they judged nothing. */
  check: { n: number; right: number } | null;
};

const listJudged = async (ctx: Context): Promise<LabelledText[]> => {
  const rows = await ctx.db.execute<{ text: string; label: Tone }>(sql`
    select left(a.value #>> '{}', 4000) as text, c.tone as label from codings c
    join answers a on a.response_id = c.response_id and a.question_key = c.question_key and a.status = 'answered'
    where c.tone is not null order by c.id limit ${mostJudged}`);
  return [...rows];
};

/** What sounds how, by a model that has earned it; null until then. */
const learntFrom = (judged: readonly LabelledText[]): ((text: string) => Sound) | null => {
  if (judged.length < enoughJudged) return null;
  const model = learnLabels(judged.filter((_, index) => index % heldOutEvery !== 0));
  if (!isResult(model)) return null;
  const accuracy = labelAccuracy(
    model,
    judged.filter((_, index) => index % heldOutEvery === 0),
  );
  return isResult(accuracy) && accuracy.isGoodEnough ? (text) => classifyText(model, text).label as Tone : null;
};

type CodedText = { responseId: number; text: string; tone: Tone | null };

export const hearTones = async (ctx: Context, answers: readonly CodedText[]): Promise<Hearing> => {
  const learnt = learntFrom(await listJudged(ctx));
  const hear = learnt ?? soundOf;
  const judged = answers.filter(({ tone }) => tone !== null);
  return {
    sounds: new Map(answers.map(({ responseId, text, tone }) => [responseId, tone ?? hear(text)])),
    judged: judged.length,
    by: learnt ? "model" : "words",
    check: judged.length === 0 ? null : { n: judged.length, right: judged.filter(({ text, tone }) => hear(text) === tone).length },
  };
};

/** The texts of the answers given. */
export const readTexts = async (ctx: Context, questionKey: string, responseIds: readonly number[]): Promise<Map<number, string>> => {
  const rows = await ctx.db.execute<{ id: number; text: string }>(sql`
    select response_id as id, left(value #>> '{}', 4000) as text from answers
    where question_key = ${questionKey} and status = 'answered' and response_id = any(${`{${responseIds.join(",")}}`}::int[])`);
  return new Map([...rows].map(({ id, text }) => [id, text]));
};
