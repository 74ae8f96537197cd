import type { Context } from "~/core/context";
import { Invalid, NotFound } from "~/core/errors";
import { questions } from "~db/schema/index";
import { editQuestionnaire, freeKey, writeOrder } from "./edit-questionnaire.server";

/** A copy right below the original; returns its key. A section is not started twice. */
export const duplicateQuestion = (ctx: Context, input: { questionnaireId: number; key: string }): Promise<string> =>
  editQuestionnaire(ctx, input.questionnaireId, async (inner, rows) => {
    const from = rows.findIndex((row) => row.key === input.key);
    const original = rows[from];
    if (!original) throw new NotFound("question");
    if (rows.length >= 200) throw new Invalid({ "": { key: "too_many_questions" } });
    const { questionnaireId, type, body } = original;
    const key = freeKey(rows, original.key.replace(/_\d+$/, ""));
    const [copy] = await inner.db
      .insert(questions)
      .values({ questionnaireId, type, key, body: { ...body, section: null }, position: rows.length + 1 })
      .returning();
    if (!copy) throw new Error("The question was not copied");
    await writeOrder(inner, rows.map((row) => row.id).toSpliced(from + 1, 0, copy.id));
    return key;
  });
