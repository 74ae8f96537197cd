import { eq } from "drizzle-orm";
import type { Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { questions } from "~db/schema/index";
import { editQuestionnaire, writeOrder } from "./edit-questionnaire.server";

export const removeQuestion = (ctx: Context, input: { questionnaireId: number; key: string }): Promise<void> =>
  editQuestionnaire(ctx, input.questionnaireId, async (inner, rows) => {
    const removed = rows.find((row) => row.key === input.key);
    if (!removed) throw new NotFound("question");
    await inner.db.delete(questions).where(eq(questions.id, removed.id));
    await writeOrder(
      inner,
      rows.filter((row) => row !== removed).map((row) => row.id),
    );
  });
