import { inTransaction, type Context } from "~/core/context";
import { Conflict, Invalid } from "~/core/errors";
import { getQuestionnaire } from "./queries.server";
import { saveQuestion } from "./save-question.server";
import { questionsOfTemplate, templatesFor } from "./templates";

/** Fills an empty questionnaire with the questions of a template of its kind. One that already has questions is left as it is. */
export const beginFromTemplate = (ctx: Context, input: { questionnaireId: number; template: string }): Promise<void> =>
  inTransaction(ctx, async (inner) => {
    const { questionnaireId } = input;
    const { kind, isPaired, questions } = await getQuestionnaire(inner, questionnaireId);
    if (questions.length > 0) throw new Conflict("the questionnaire has questions", { key: "questionnaire_not_empty" });
    const template = templatesFor(kind, isPaired).find((name) => name === input.template);
    if (!template) throw new Invalid({ template: { key: "not_understood" } });
    for (const question of questionsOfTemplate(template)) await saveQuestion(inner, { questionnaireId, ...question });
  });
