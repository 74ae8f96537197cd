import { renameQuestionnaire } from "~/features/questionnaires/rename-questionnaire.server";
import { builderAct } from "./reply.server";

const text = (value: FormDataEntryValue | null) => (typeof value === "string" ? value : "");

export const action = builderAct(async ({ ctx, form, questionnaireId }) =>
  renameQuestionnaire(ctx, { questionnaireId, title: { en: text(form.get("en")), id: text(form.get("id")) } }),
);
