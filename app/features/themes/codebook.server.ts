// The codebook of a question: its themes in the order of their keys.
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { Conflict, Invalid, NotFound } from "~/core/errors";
import type { LocalizedText } from "~/core/locale";
import { themes } from "~db/schema/index";
import { coderOf, requireQuestion, type AskedQuestion } from "./coding-frame.server";
import { recordAct } from "./coding-acts.server";
import { standingThemes, themeLimits, type Theme } from "./theme";

type Question = Pick<AskedQuestion, "trialId" | "questionKey">;

const columns = { id: themes.id, name: themes.name, definition: themes.definition, position: themes.position, mergedInto: themes.mergedInto };

/** All that were not taken away, also those that were merged into another. */
export const listThemes = (ctx: Context, { trialId, questionKey }: Question): Promise<Theme[]> =>
  ctx.db
    .select(columns)
    .from(themes)
    .where(and(eq(themes.trialId, trialId), eq(themes.questionKey, questionKey), isNull(themes.removedAt)))
    .orderBy(asc(themes.position), asc(themes.id));

export const findTheme = async (ctx: Context, question: Question, themeId: number): Promise<Theme> => {
  const [theme] = await ctx.db
    .select(columns)
    .from(themes)
    .where(and(eq(themes.id, themeId), eq(themes.trialId, question.trialId), eq(themes.questionKey, question.questionKey), isNull(themes.removedAt)))
    .for("update");
  if (!theme) throw new NotFound("theme");
  return theme;
};

/** Two coders who add the same theme at once get two: the lock is on the trial's codebook. */
export const insertTheme = async (ctx: Context, question: Question, { name, definition }: { name: LocalizedText; definition: string }): Promise<number> => {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('codebook'), ${question.trialId})`);
  const known = await listThemes(ctx, question);
  if (known.length >= themeLimits.perQuestion) throw new Invalid({ "name.en": { key: "too_many_themes", values: { max: themeLimits.perQuestion } } });
  const same = (one: string, other: string) => one !== "" && one.toLowerCase() === other.toLowerCase();
  if (known.some((theme) => theme.mergedInto === null && (same(theme.name.en, name.en) || same(theme.name.id, name.id)))) {
    throw new Invalid({ "name.en": { key: "theme_exists" } });
  }
  const position = Math.max(0, ...known.map((theme) => theme.position)) + 1;
  const [row] = await ctx.db
    .insert(themes)
    .values({ ...question, name, definition, position, createdBy: coderOf(ctx), createdAt: ctx.now })
    .returning({ id: themes.id });
  return row!.id;
};

type Named = { trialId: number; questionKey: string; name: LocalizedText; definition: string };

export const addTheme = async (ctx: Context, { trialId, questionKey, ...theme }: Named): Promise<number> => {
  await requireQuestion(ctx, trialId, questionKey);
  const question = { trialId, questionKey };
  return inTransaction(ctx, async (inner) => {
    const id = await insertTheme(inner, question, theme);
    await recordAct(inner, question, "theme_added", { answers: [], themes: [{ id, theme: null }] });
    return id;
  });
};

export const editTheme = async (ctx: Context, { trialId, questionKey, themeId, name, definition }: Named & { themeId: number }): Promise<void> => {
  await requireQuestion(ctx, trialId, questionKey);
  const question = { trialId, questionKey };
  await inTransaction(ctx, async (inner) => {
    const theme = await findTheme(inner, question, themeId);
    await inner.db.update(themes).set({ name, definition }).where(eq(themes.id, themeId));
    await recordAct(inner, question, "theme_edited", { answers: [], themes: [{ id: themeId, theme }] });
  });
};

/** What was coded with the theme counts for the other from now on. */
export const mergeThemes = async (ctx: Context, input: { trialId: number; questionKey: string; themeId: number; into: number }): Promise<void> => {
  await requireQuestion(ctx, input.trialId, input.questionKey);
  const question = { trialId: input.trialId, questionKey: input.questionKey };
  await inTransaction(ctx, async (inner) => {
    await inner.db.execute(sql`select pg_advisory_xact_lock(hashtext('codebook'), ${question.trialId})`);
    const theme = await findTheme(inner, question, input.themeId);
    await findTheme(inner, question, input.into);
    const standing = standingThemes(await listThemes(inner, question)).get(input.into);
    if (standing === input.themeId) throw new Conflict("a theme cannot be merged into itself", { key: "theme_into_itself" });
    await inner.db.update(themes).set({ mergedInto: standing }).where(eq(themes.id, input.themeId));
    await recordAct(inner, question, "themes_merged", { answers: [], themes: [{ id: input.themeId, theme }] });
  });
};

/** A theme takes the place of the one before or after it, and so its key. */
export const moveTheme = async (ctx: Context, input: { trialId: number; questionKey: string; themeId: number; to: number }): Promise<void> => {
  await requireQuestion(ctx, input.trialId, input.questionKey);
  const question = { trialId: input.trialId, questionKey: input.questionKey };
  await inTransaction(ctx, async (inner) => {
    await inner.db.execute(sql`select pg_advisory_xact_lock(hashtext('codebook'), ${question.trialId})`);
    const order = (await listThemes(inner, question)).filter(({ mergedInto }) => mergedInto === null).map(({ id }) => id);
    const from = order.indexOf(input.themeId);
    if (from < 0) throw new NotFound("theme");
    order.splice(Math.min(Math.max(input.to - 1, 0), order.length - 1), 0, ...order.splice(from, 1));
    for (const [index, id] of order.entries())
      await inner.db
        .update(themes)
        .set({ position: index + 1 })
        .where(eq(themes.id, id));
  });
};
