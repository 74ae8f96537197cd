// Coding: what somebody reads in an answer. Each coder's reading is their own; the other's is not shown until they compare.
import { and, eq, inArray, sql } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { Conflict, NotFound } from "~/core/errors";
import type { LocalizedText } from "~/core/locale";
import { codings, codingThemes } from "~db/schema/index";
import { insertTheme, listThemes } from "./codebook.server";
import { recordAct } from "./coding-acts.server";
import { codableAnswers, coderOf, hasCompared, requireQuestion, type AskedQuestion } from "./coding-frame.server";
import { standingThemes, type Codes } from "./theme";

type AnswerCodes = { responseId: number; codes: Codes | null };
const idArray = (ids: readonly number[]): string => `{${ids.join(",")}}`;

/** What this person has coded, of the answers given. */
export const findOwnCodes = async (ctx: Context, questionKey: string, responseIds: readonly number[]): Promise<Map<number, Codes>> => {
  if (responseIds.length === 0) return new Map();
  const rows = await ctx.db.execute<{ responseId: number; tone: Codes["tone"]; themeIds: number[] }>(sql`
    select c.response_id as "responseId", c.tone, array(select t.theme_id from coding_themes t where t.coding_id = c.id order by t.theme_id) as "themeIds"
    from codings c where c.coder_id = ${coderOf(ctx)} and not c.is_settled and c.question_key = ${questionKey} and c.response_id = any(${idArray(responseIds)}::int[])`);
  return new Map([...rows].map(({ responseId, tone, themeIds }) => [responseId, { tone, themeIds }]));
};

/** Sets the codes of this person as they are given; null takes the reading away. */
export const writeCodes = async (ctx: Context, { questionKey }: Pick<AskedQuestion, "questionKey">, answers: readonly AnswerCodes[]): Promise<void> => {
  if (answers.length === 0) return;
  const coderId = coderOf(ctx);
  const ids = answers.map(({ responseId }) => responseId);
  await ctx.db
    .delete(codings)
    .where(and(eq(codings.coderId, coderId), eq(codings.isSettled, false), eq(codings.questionKey, questionKey), inArray(codings.responseId, ids)));
  const given = answers.flatMap(({ responseId, codes }) => (codes === null ? [] : [{ responseId, codes }]));
  if (given.length === 0) return;
  const rows = await ctx.db
    .insert(codings)
    .values(given.map(({ responseId, codes }) => ({ responseId, questionKey, coderId, tone: codes.tone, at: ctx.now })))
    .returning({ id: codings.id, responseId: codings.responseId });
  const idOf = new Map(rows.map(({ id, responseId }) => [responseId, id]));
  const links = given.flatMap(({ responseId, codes }) => [...new Set(codes.themeIds)].map((themeId) => ({ codingId: idOf.get(responseId)!, themeId })));
  if (links.length > 0) await ctx.db.insert(codingThemes).values(links);
};

/** The answers that are there, of those asked for. Whoever has compared leaves alone what another has coded. */
const requireAnswers = async (ctx: Context, question: AskedQuestion, responseIds: readonly number[]): Promise<number[]> => {
  const rows = await ctx.db.execute<{ id: number; byOther: boolean }>(sql`
    select r.id, exists (select 1 from codings c where c.response_id = r.id and c.question_key = a.question_key and c.coder_id <> ${coderOf(ctx)}) as "byOther"
    from ${codableAnswers(question)} and r.id = any(${idArray(responseIds)}::int[])`);
  const found = [...rows];
  if (found.length !== new Set(responseIds).size) throw new NotFound("answer");
  if (found.some(({ byOther }) => byOther) && (await hasCompared(ctx, question))) throw new Conflict("the coders have compared", { key: "coding_compared" });
  return found.map(({ id }) => id).sort((a, b) => a - b);
};

type Input = { trialId: number; questionKey: string; responseIds: readonly number[] };
type Change = (codes: Codes | null) => Codes | null;

const change = async (ctx: Context, { trialId, questionKey, responseIds }: Input, themeIds: readonly number[], to: Change): Promise<void> => {
  const question = await requireQuestion(ctx, trialId, questionKey);
  await inTransaction(ctx, async (inner) => {
    // Two windows of one coder come one after the other, so that undo finds what stood before.
    await inner.db.execute(sql`select pg_advisory_xact_lock(hashtext('coding'), ${coderOf(inner)})`);
    const standing = standingThemes(await listThemes(inner, question));
    if (themeIds.some((id) => standing.get(id) !== id)) throw new NotFound("theme");
    const ids = await requireAnswers(inner, question, responseIds);
    const own = await findOwnCodes(inner, questionKey, ids);
    const before = ids.map((responseId): AnswerCodes => ({ responseId, codes: own.get(responseId) ?? null }));
    const after = before.map(({ responseId, codes }) => ({ responseId, codes: to(codes) }));
    const changed = before.filter(({ codes }, index) => JSON.stringify(codes) !== JSON.stringify(after[index]!.codes));
    if (changed.length === 0) return;
    const touched = new Set(changed.map(({ responseId }) => responseId));
    await writeCodes(
      inner,
      question,
      after.filter(({ responseId }) => touched.has(responseId)),
    );
    await recordAct(inner, question, "coded", { answers: changed, themes: [] });
  });
};

const sorted = (ids: Iterable<number>): number[] => [...new Set(ids)].sort((a, b) => a - b);

/** Exactly these themes; none says that the answer was read and fits no theme. */
export const setCodes = (ctx: Context, input: Input & Codes): Promise<void> =>
  change(ctx, input, input.themeIds, () => ({ themeIds: sorted(input.themeIds), tone: input.tone }));

export const addCode = (ctx: Context, input: Input & { themeId: number }): Promise<void> =>
  change(ctx, input, [input.themeId], (codes) => ({ themeIds: sorted([...(codes?.themeIds ?? []), input.themeId]), tone: codes?.tone ?? null }));

/** An answer that is left with no theme is no longer coded: somebody has to look at it again. */
export const removeCode = (ctx: Context, input: Input & { themeId: number }): Promise<void> =>
  change(ctx, input, [input.themeId], (codes) => {
    const themeIds = (codes?.themeIds ?? []).filter((id) => id !== input.themeId);
    return codes === null || (themeIds.length === 0 && codes.themeIds.length > 0) ? null : { ...codes, themeIds };
  });

/** A suggestion becomes a theme and codes the answers that were left ticked, in one act. */
export const takeSuggestion = async (ctx: Context, input: Input & { name: LocalizedText; definition: string }): Promise<number> => {
  const question = await requireQuestion(ctx, input.trialId, input.questionKey);
  return inTransaction(ctx, async (inner) => {
    await inner.db.execute(sql`select pg_advisory_xact_lock(hashtext('coding'), ${coderOf(inner)})`);
    const ids = await requireAnswers(inner, question, input.responseIds);
    const themeId = await insertTheme(inner, { trialId: question.trialId, questionKey: question.questionKey }, input);
    const own = await findOwnCodes(inner, input.questionKey, ids);
    const before = ids.map((responseId): AnswerCodes => ({ responseId, codes: own.get(responseId) ?? null }));
    const codes = ({ responseId }: AnswerCodes): Codes => ({
      themeIds: sorted([...(own.get(responseId)?.themeIds ?? []), themeId]),
      tone: own.get(responseId)?.tone ?? null,
    });
    await writeCodes(
      inner,
      question,
      before.map((answer) => ({ responseId: answer.responseId, codes: codes(answer) })),
    );
    await recordAct(inner, question, "suggestion_taken", { answers: before, themes: [{ id: themeId, theme: null }] });
    return themeId;
  });
};
