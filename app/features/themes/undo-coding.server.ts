// Whoever codes can take back what they did last, act by act.
import { and, eq, inArray, sql } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { codingActs, codingThemes, themes } from "~db/schema/index";
import { writeCodes } from "./code-answers.server";
import { findLastAct } from "./coding-acts.server";
import { coderOf, requireQuestion } from "./coding-frame.server";
import type { ActBefore } from "./theme";

/** A theme that came with the act goes with it, unless somebody has used it since. */
const restoreThemes = async (ctx: Context, before: ActBefore["themes"]): Promise<void> => {
  for (const { id, theme } of before) {
    if (theme) await ctx.db.update(themes).set({ name: theme.name, definition: theme.definition, mergedInto: theme.mergedInto }).where(eq(themes.id, id));
  }
  const added = before.flatMap(({ id, theme }) => (theme === null ? [id] : []));
  if (added.length === 0) return;
  const used = await ctx.db.select({ id: codingThemes.themeId }).from(codingThemes).where(inArray(codingThemes.themeId, added));
  const merged = await ctx.db.select({ id: themes.mergedInto }).from(themes).where(inArray(themes.mergedInto, added));
  const kept = new Set([...used, ...merged].map(({ id }) => id));
  const unused = added.filter((id) => !kept.has(id));
  if (unused.length > 0) await ctx.db.update(themes).set({ removedAt: ctx.now }).where(inArray(themes.id, unused));
};

/** Sets everything the act changed back to what it was. An act that was undone already stays as it is. */
export const undoCodingAct = async (ctx: Context, input: { trialId: number; questionKey: string; actId: number }): Promise<void> => {
  const question = await requireQuestion(ctx, input.trialId, input.questionKey);
  await inTransaction(ctx, async (inner) => {
    await inner.db.execute(sql`select pg_advisory_xact_lock(hashtext('coding'), ${coderOf(inner)})`);
    const last = await findLastAct(inner, question);
    const [act] = await inner.db
      .select()
      .from(codingActs)
      .where(
        and(
          eq(codingActs.id, input.actId),
          eq(codingActs.by, coderOf(inner)),
          eq(codingActs.trialId, question.trialId),
          eq(codingActs.questionKey, question.questionKey),
        ),
      )
      .for("update");
    if (!act) throw new NotFound("act");
    // Only the newest: an older one may lie under it.
    if (act.undoneAt !== null || last?.id !== act.id) return;
    await writeCodes(inner, question, act.before.answers);
    await restoreThemes(inner, act.before.themes);
    await inner.db.update(codingActs).set({ undoneAt: inner.now }).where(eq(codingActs.id, act.id));
  });
};
