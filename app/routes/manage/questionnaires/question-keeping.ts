// Keeps a copy of a question in one's own library.
import { keepQuestion } from "~/features/questionnaires/library.server";
import { builderAct } from "./reply.server";

export const action = builderAct(async ({ ctx, questionnaireId, key }) => keepQuestion(ctx, { questionnaireId, key }));
