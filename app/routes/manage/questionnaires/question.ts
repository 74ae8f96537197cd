// Saves one question; the one that stands is shown when a colleague was faster.
import { questionBodyIn } from "~/features/questionnaires/input.server";
import { saveQuestion } from "~/features/questionnaires/save-question.server";
import { getQuestionnaire } from "~/features/questionnaires/queries.server";
import { NotFound } from "~/core/errors";
import { builderAct } from "./reply.server";

export const action = builderAct(async ({ ctx, form, questionnaireId, key }) => {
  const { questions } = await getQuestionnaire(ctx, questionnaireId);
  // A question that somebody removed is not brought back by a late save.
  if (!questions.some((question) => question.key === key)) throw new NotFound("question");
  return saveQuestion(ctx, { questionnaireId, key, ...questionBodyIn(form.get("body")) });
});
