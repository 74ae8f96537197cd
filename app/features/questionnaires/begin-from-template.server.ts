import { inTransaction, type Context } from "~/core/context";
import { Conflict } from "~/core/errors";
import { getQuestionnaire } from "./queries.server";
import { saveQuestion } from "./save-question.server";
import { templateFor } from "./templates";

/** Fills an empty questionnaire with the standard questions of its kind. One that already has questions is left as it is. */
export const beginFromTemplate = (ctx: Context, questionnaireId: number): Promise<void> =>
  inTransaction(ctx, async (inner) => {
    const { kind, questions } = await getQuestionnaire(inner, questionnaireId);
    if (questions.length > 0) throw new Conflict("the questionnaire has questions");
    for (const question of templateFor(kind)) await saveQuestion(inner, { questionnaireId, ...question });
  });
