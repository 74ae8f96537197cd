// People's own words for a report: only from those who agreed to be quoted, and never changed beyond leaving something out.
import { and, desc, eq, lt, sql } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { Invalid, NotFound } from "~/core/errors";
import { decodeCursor, toPage, type Page } from "~/core/page";
import type { LocalizedText } from "~/core/locale";
import { record } from "~/features/activity/record.server";
import { isUnblinded } from "~/features/trials/trial";
import { authorize } from "~/policy/can";
import { answers, participants, quotations, responses, trialPrototypes } from "~db/schema/index";
import { findQuestions } from "./data.server";
import { isExcerptOf, plain } from "./excerpt";
import { getReport } from "./queries.server";
import { mayBeQuoted } from "./quotable.server";
import { holdReport } from "./save-draft.server";

type Picked = { trialId: number; responseId: number; questionKey: string };

const findAnswer = async (ctx: Context, trialId: number, { responseId, questionKey }: Picked): Promise<string | null> => {
  const [row] = await ctx.db.execute<{ value: unknown }>(sql`
    select a.value from answers a join responses r on r.id = a.response_id join participants p on p.id = r.participant_id
    where a.response_id = ${responseId} and a.question_key = ${questionKey} and a.status = 'answered' and r.state = 'submitted' and p.trial_id = ${trialId} and ${mayBeQuoted}`);
  return typeof row?.value === "string" ? row.value : null;
};

/** Picks an excerpt, or another one of the same answer. */
export const pickQuotation = async (ctx: Context, input: Picked & { excerpt: string }): Promise<void> => {
  const { trial } = await getReport(ctx, input.trialId);
  authorize(ctx.actor, "publish-report", { teamId: trial.teamId });
  if (!isUnblinded(trial.state)) throw new NotFound("quotation");
  await inTransaction(ctx, async (inner) => {
    const answer = await findAnswer(inner, trial.id, input);
    if (answer === null) throw new NotFound("answer");
    const excerpt = plain(input.excerpt || answer);
    if (!isExcerptOf(excerpt, answer)) throw new Invalid({ [`excerpt-${input.responseId}-${input.questionKey}`]: { key: "not_their_words" } });
    const { id: reportId } = await holdReport(inner, trial.id);
    const row = { reportId, responseId: input.responseId, questionKey: input.questionKey, excerpt, pickedBy: actorId(ctx.actor), pickedAt: ctx.now };
    await inner.db
      .insert(quotations)
      .values(row)
      .onConflictDoUpdate({
        target: [quotations.reportId, quotations.responseId, quotations.questionKey],
        set: { excerpt, pickedBy: row.pickedBy, pickedAt: ctx.now },
      });
    await record(inner, {
      kind: "quotation.picked",
      subject: { kind: "report", id: reportId },
      data: { responseId: input.responseId, questionKey: input.questionKey },
    });
  });
};

/** Published versions keep the words they were published with, as long as their owner agrees. */
export const dropQuotation = async (ctx: Context, input: Picked): Promise<void> => {
  const { trial, report } = await getReport(ctx, input.trialId);
  authorize(ctx.actor, "publish-report", { teamId: trial.teamId });
  if (report.id === null) return;
  await ctx.db
    .delete(quotations)
    .where(and(eq(quotations.reportId, report.id), eq(quotations.responseId, input.responseId), eq(quotations.questionKey, input.questionKey)));
};

export type QuotableAnswer = { responseId: number; questionKey: string; code: string | null; answer: string; excerpt: string | null };
export type OpenQuestion = { key: string; text: LocalizedText };

/** Open answers of one question by people who may be quoted, newest first. Who they are is not told. */
export const listQuotableAnswers = async (ctx: Context, trialId: number, input: { questionKey: string | null; after: string | null }) => {
  const { trial, report } = await getReport(ctx, trialId);
  authorize(ctx.actor, "publish-report", { teamId: trial.teamId });
  const asked = await findQuestions(ctx, trial.questionnaireVersionId);
  const questions = asked.filter(({ type }) => type === "open_text").map(({ key, text }): OpenQuestion => ({ key, text }));
  const question = questions.find(({ key }) => key === input.questionKey) ?? questions[0];
  const isOpen = isUnblinded(trial.state);
  const empty: Page<QuotableAnswer> = { items: [], next: null };
  if (!question || !isOpen) return { trial, isOpen, questions, question: question ?? null, page: empty, held: 0 };
  const given = sql`${responses.versionId} = ${trial.questionnaireVersionId} and ${responses.state} = 'submitted' and ${answers.questionKey} = ${question.key} and ${answers.status} = 'answered'`;
  const size = 30;
  const cursor = decodeCursor(input.after, 1);
  const rows = await ctx.db
    .select({
      responseId: responses.id,
      questionKey: answers.questionKey,
      answer: sql<string>`${answers.value} #>> '{}'`,
      code: trialPrototypes.code,
      excerpt: quotations.excerpt,
    })
    .from(responses)
    .innerJoin(answers, eq(answers.responseId, responses.id))
    .innerJoin(sql`${participants} as p`, sql`p.id = ${responses.participantId} and p.trial_id = ${trialId}`)
    .leftJoin(trialPrototypes, and(eq(trialPrototypes.trialId, trialId), eq(trialPrototypes.prototypeId, responses.prototypeId)))
    .leftJoin(
      quotations,
      and(eq(quotations.reportId, report.id ?? 0), eq(quotations.responseId, responses.id), eq(quotations.questionKey, answers.questionKey)),
    )
    .where(and(given, mayBeQuoted, typeof cursor?.[0] === "number" ? lt(responses.id, cursor[0]) : undefined))
    .orderBy(desc(responses.id))
    .limit(size + 1);
  const [held] = await ctx.db.execute<{ n: number }>(
    sql`select count(*)::int as n from responses join answers on answers.response_id = responses.id join participants p on p.id = responses.participant_id where ${given} and p.trial_id = ${trialId} and not (${mayBeQuoted})`,
  );
  return { trial, isOpen, questions, question, page: toPage(rows, size, ({ responseId }) => [responseId]), held: held!.n };
};
