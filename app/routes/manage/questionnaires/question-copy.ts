import { duplicateQuestion } from "~/features/questionnaires/duplicate-question.server";
import { builderAct } from "./reply.server";

export const action = builderAct(async ({ ctx, questionnaireId, key }) => ({ key: await duplicateQuestion(ctx, { questionnaireId, key }), revision: 1 }));
