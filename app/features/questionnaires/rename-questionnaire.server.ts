import { eq } from "drizzle-orm";
import type { Context } from "~/core/context";
import type { LocalizedText } from "~/core/locale";
import { questionnaires } from "~db/schema/index";
import { checked } from "./check-input.server";
import { editQuestionnaire } from "./edit-questionnaire.server";
import { titleSchema } from "./input.server";

/** The title is what members read first, so it is frozen together with the questions. */
export const renameQuestionnaire = (ctx: Context, input: { questionnaireId: number; title: LocalizedText }): Promise<void> =>
  editQuestionnaire(ctx, input.questionnaireId, async (inner) => {
    await inner.db
      .update(questionnaires)
      .set({ title: checked(titleSchema, input.title, { prefix: "title" }) })
      .where(eq(questionnaires.id, input.questionnaireId));
  });
