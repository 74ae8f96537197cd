// Suggestions for the codebook: groups of answers that nobody in this chair has coded yet and that look alike.
import { sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { codableAnswers, coderOf, getCodingFrame, hasCompared, type AskedQuestion } from "./coding-frame.server";
import { findLastAct, type LastAct } from "./coding-acts.server";
import { groupAnswers, type AnswerText } from "./group-answers";
import { mostAnswersGrouped, themeLimits } from "./theme";

export type Suggestion = { words: string[]; answers: AnswerText[] };

const none = { suggestions: [] as Suggestion[], open: 0, isDrawn: false, lastAct: null as LastAct | null };

export const suggestThemes = async (ctx: Context, trialId: number, questionKey: string | null) => {
  const frame = await getCodingFrame(ctx, trialId, questionKey);
  if (!frame.question || !frame.isOpen) return { ...frame, ...none };
  const asked: AskedQuestion = { trialId, questionKey: frame.question.key, versionId: frame.trial.questionnaireVersionId ?? 0 };
  const coder = (await hasCompared(ctx, asked)) ? sql`true` : sql`c.coder_id = ${coderOf(ctx)}`;
  const rows = await ctx.db.execute<AnswerText>(sql`
    select r.id, left(a.value #>> '{}', 2000) as text from ${codableAnswers(asked)}
      and not exists (select 1 from codings c where c.response_id = r.id and c.question_key = a.question_key and ${coder})
    order by r.id limit 20000`);
  const answers = [...rows];
  const textOf = new Map(answers.map((answer) => [answer.id, answer]));
  const groups = groupAnswers(answers, `themes:${trialId}:${asked.questionKey}`);
  return {
    ...frame,
    open: answers.length,
    lastAct: await findLastAct(ctx, asked),
    isDrawn: answers.length > mostAnswersGrouped,
    suggestions: groups.map(({ ids, words }): Suggestion => ({ words, answers: ids.slice(0, themeLimits.answersAtOnce).map((id) => textOf.get(id)!) })),
  };
};
