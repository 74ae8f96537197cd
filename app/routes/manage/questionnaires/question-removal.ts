import { removeQuestion } from "~/features/questionnaires/remove-question.server";
import { builderAct } from "./reply.server";

export const action = builderAct(async ({ ctx, questionnaireId, key }) => removeQuestion(ctx, { questionnaireId, key }));
