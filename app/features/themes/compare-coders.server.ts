// Two coders lay their readings side by side: how far they agree, and what they settle where they do not.
import { and, eq, inArray, sql } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { Conflict, NotFound } from "~/core/errors";
import { codingComparisons, codings, codingThemes, people } from "~db/schema/index";
import { agreementOf, differing, type Agreement, type DoubleCoded } from "./agreement";
import { listThemes } from "./codebook.server";
import { codableAnswers, coderOf, getCodingFrame, hasCompared, requireQuestion, type AskedQuestion } from "./coding-frame.server";
import { standingThemes, type Codes, type Theme } from "./theme";

type Reading = { responseId: number; coderId: number; isSettled: boolean; tone: Codes["tone"]; themeIds: number[] };

const findReadings = async (ctx: Context, asked: AskedQuestion, themes: readonly Theme[]): Promise<Reading[]> => {
  const rows = await ctx.db.execute<Reading>(sql`
    select c.response_id as "responseId", c.coder_id as "coderId", c.is_settled as "isSettled", c.tone,
      array(select t.theme_id from coding_themes t where t.coding_id = c.id) as "themeIds"
    from codings c where c.question_key = ${asked.questionKey} and c.response_id in (select r.id from ${codableAnswers(asked)})
    order by c.response_id, c.id`);
  const standing = standingThemes(themes);
  return [...rows].map((row) => ({ ...row, themeIds: [...new Set(row.themeIds.map((id) => standing.get(id) ?? id))].sort((a, b) => a - b) }));
};

const codedTwice = (readings: readonly Reading[]): DoubleCoded[] => {
  const byAnswer = new Map<number, DoubleCoded>();
  for (const { responseId, coderId, isSettled, themeIds } of readings) {
    if (isSettled) continue;
    const answer = byAnswer.get(responseId) ?? { responseId, readings: [] };
    answer.readings.push({ coderId, themeIds });
    byAnswer.set(responseId, answer);
  }
  return [...byAnswer.values()].filter(({ readings: own }) => own.length >= 2);
};

export type Disagreement = { responseId: number; text: string; readings: { coder: string; themeIds: number[] }[]; settled: number[] | null };

const mostShown = 40;

const describe = async (ctx: Context, asked: AskedQuestion, answers: readonly DoubleCoded[], settled: Map<number, number[]>): Promise<Disagreement[]> => {
  if (answers.length === 0) return [];
  const rows = await ctx.db.execute<{ responseId: number; text: string }>(sql`
    select response_id as "responseId", value #>> '{}' as text from answers
    where question_key = ${asked.questionKey} and response_id = any(${`{${answers.map(({ responseId }) => responseId).join(",")}}`}::int[])`);
  const texts = new Map([...rows].map(({ responseId, text }) => [responseId, text]));
  const coders = await ctx.db
    .select({ id: people.id, name: people.displayName })
    .from(people)
    .where(inArray(people.id, [...new Set(answers.flatMap(({ readings }) => readings.map(({ coderId }) => coderId)))]));
  const names = new Map(coders.map(({ id, name }) => [id, name]));
  return answers.map(({ responseId, readings }) => ({
    responseId,
    text: texts.get(responseId) ?? "",
    readings: readings.map(({ coderId, themeIds }) => ({ coder: names.get(coderId) ?? "", themeIds: [...themeIds] })),
    settled: settled.get(responseId) ?? null,
  }));
};

const nothing = { themes: [] as Theme[], coders: 0, agreement: null as Agreement | null, disagreements: [] as Disagreement[], open: 0, ownCoded: 0, total: 0 };

/** How far coders agree is told to everybody; who saw what only to whoever has finished and compares. */
export const getAgreement = async (ctx: Context, trialId: number, questionKey: string | null) => {
  const frame = await getCodingFrame(ctx, trialId, questionKey);
  if (!frame.question || !frame.isOpen) return { ...frame, ...nothing, compared: false };
  const asked: AskedQuestion = { trialId, questionKey: frame.question.key, versionId: frame.trial.questionnaireVersionId ?? 0 };
  const [themes, compared] = [await listThemes(ctx, asked), await hasCompared(ctx, asked)];
  const readings = await findReadings(ctx, asked, themes);
  const own = readings.filter(({ isSettled }) => !isSettled);
  const twice = codedTwice(readings);
  const standing = themes.filter(({ mergedInto }) => mergedInto === null);
  const settled = new Map(readings.filter(({ isSettled }) => isSettled).map(({ responseId, themeIds }) => [responseId, themeIds]));
  const apart = differing(twice).sort((a, b) => Number(settled.has(a.responseId)) - Number(settled.has(b.responseId)) || a.responseId - b.responseId);
  const [answers] = await ctx.db.execute<{ n: number }>(sql`select count(*)::int as n from ${codableAnswers(asked)}`);
  return {
    ...frame,
    total: answers!.n,
    themes: standing,
    coders: new Set(own.map(({ coderId }) => coderId)).size,
    ownCoded: own.filter(({ coderId }) => coderId === coderOf(ctx)).length,
    agreement:
      twice.length === 0
        ? null
        : agreementOf(
            twice,
            standing.map(({ id }) => id),
            `agreement:${trialId}:${asked.questionKey}`,
          ),
    open: apart.filter(({ responseId }) => !settled.has(responseId)).length,
    disagreements: compared ? await describe(ctx, asked, apart.slice(0, mostShown), settled) : [],
    compared,
  };
};

/** From now on this person sees what the others coded, and leaves alone what they coded. It cannot be taken back: what was seen was seen. */
export const compareCoders = async (ctx: Context, input: { trialId: number; questionKey: string }): Promise<void> => {
  const { trialId, questionKey } = await requireQuestion(ctx, input.trialId, input.questionKey);
  await ctx.db
    .insert(codingComparisons)
    .values({ trialId, questionKey, personId: coderOf(ctx), at: ctx.now })
    .onConflictDoNothing();
};

/** What stands for an answer on which coders differed; null takes the settlement away. How it sounds is kept where they agreed on that. */
export const settleAnswer = async (
  ctx: Context,
  input: { trialId: number; questionKey: string; responseId: number; themeIds: readonly number[] | null },
): Promise<void> => {
  const asked = await requireQuestion(ctx, input.trialId, input.questionKey);
  if (!(await hasCompared(ctx, asked))) throw new Conflict("compare first", { key: "coding_not_compared" });
  await inTransaction(ctx, async (inner) => {
    await inner.db.execute(sql`select pg_advisory_xact_lock(hashtext('settling'), ${input.responseId})`);
    const themes = await listThemes(inner, asked);
    const standing = standingThemes(themes);
    const readings = (await findReadings(inner, asked, themes)).filter(({ responseId, isSettled }) => responseId === input.responseId && !isSettled);
    if (readings.length < 2 || input.themeIds?.some((id) => standing.get(id) !== id)) throw new NotFound("answer");
    await inner.db
      .delete(codings)
      .where(and(eq(codings.responseId, input.responseId), eq(codings.questionKey, asked.questionKey), eq(codings.isSettled, true)));
    if (input.themeIds === null) return;
    const tones = new Set(readings.map(({ tone }) => tone));
    const [row] = await inner.db
      .insert(codings)
      .values({
        responseId: input.responseId,
        questionKey: asked.questionKey,
        coderId: coderOf(inner),
        isSettled: true,
        tone: tones.size === 1 ? readings[0]!.tone : null,
        at: inner.now,
      })
      .returning({ id: codings.id });
    const links = [...new Set(input.themeIds)].map((themeId) => ({ codingId: row!.id, themeId }));
    if (links.length > 0) await inner.db.insert(codingThemes).values(links);
  });
};
