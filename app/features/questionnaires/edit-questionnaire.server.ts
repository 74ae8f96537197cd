// What every change to a questionnaire has in common: it is locked, not yet frozen, and its revision grows.
import { asc, eq, sql } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { Conflict } from "~/core/errors";
import { questionnaires, questionnaireVersions, questions } from "~db/schema/index";
import { authorizeQuestionnaire } from "./access.server";

export type QuestionRow = typeof questions.$inferSelect;

/** Runs `work` on the questions in their order; refused once a version was frozen, because people are answering it. */
export const editQuestionnaire = async <T>(ctx: Context, questionnaireId: number, work: (ctx: Context, rows: QuestionRow[]) => Promise<T>): Promise<T> => {
  await authorizeQuestionnaire(ctx, questionnaireId);
  return inTransaction(ctx, async (inner) => {
    await inner.db.select({ id: questionnaires.id }).from(questionnaires).where(eq(questionnaires.id, questionnaireId)).for("update");
    const [frozen] = await inner.db
      .select({ id: questionnaireVersions.id })
      .from(questionnaireVersions)
      .where(eq(questionnaireVersions.questionnaireId, questionnaireId))
      .limit(1);
    if (frozen) throw new Conflict("the questionnaire is frozen", { key: "questionnaire_frozen" });
    const rows = await inner.db
      .select()
      .from(questions)
      .where(eq(questions.questionnaireId, questionnaireId))
      .orderBy(asc(questions.position), asc(questions.id));
    const result = await work(inner, rows);
    await inner.db
      .update(questionnaires)
      .set({ revision: sql`${questionnaires.revision} + 1` })
      .where(eq(questionnaires.id, questionnaireId));
    return result;
  });
};

/** Writes the positions 1, 2, 3 … in the order given. */
export const writeOrder = async (ctx: Context, ids: readonly number[]): Promise<void> => {
  for (const [index, id] of ids.entries())
    await ctx.db
      .update(questions)
      .set({ position: index + 1 })
      .where(eq(questions.id, id));
};

/** The first of `q1`, `q2`, … or `stem_2`, `stem_3`, … that is free. */
export const freeKey = (rows: readonly QuestionRow[], stem?: string): string => {
  const taken = new Set(rows.map((row) => row.key));
  for (let number = stem ? 2 : rows.length + 1; ; number++) {
    const key = stem ? `${stem.slice(0, 36)}_${number}` : `q${number}`;
    if (!taken.has(key)) return key;
  }
};
