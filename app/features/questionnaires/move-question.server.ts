import type { Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { editQuestionnaire, writeOrder } from "./edit-questionnaire.server";

/** Puts a question at an index, counted from 0; beyond the end means last. */
export const moveQuestion = (ctx: Context, input: { questionnaireId: number; key: string; to: number }): Promise<void> =>
  editQuestionnaire(ctx, input.questionnaireId, async (inner, rows) => {
    const from = rows.findIndex((row) => row.key === input.key);
    const moved = rows[from];
    if (!moved) throw new NotFound("question");
    const ids = rows.map((row) => row.id).toSpliced(from, 1);
    await writeOrder(inner, ids.toSpliced(Math.max(0, input.to), 0, moved.id));
  });
