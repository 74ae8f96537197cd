// One more question: of a type with its standard wording, a copy from the library, or one that was removed and comes back.
import { Invalid } from "~/core/errors";
import { idFrom } from "~/core/ids";
import { questionBodyIn } from "~/features/questionnaires/input.server";
import { addFromLibrary } from "~/features/questionnaires/library.server";
import { saveQuestion } from "~/features/questionnaires/save-question.server";
import { isQuestionType, newQuestion } from "~/features/questionnaires/types/registry";
import { builderAct } from "./reply.server";

export const action = builderAct(async ({ ctx, form, questionnaireId }) => {
  if (form.has("body")) return saveQuestion(ctx, { questionnaireId, ...questionBodyIn(form.get("body")) });
  const libraryId = form.get("library");
  if (typeof libraryId === "string") return addFromLibrary(ctx, { questionnaireId, libraryId: idFrom(libraryId) });
  const type = form.get("type");
  const preset = form.get("preset");
  if (typeof type !== "string" || !isQuestionType(type)) throw new Invalid({ type: { key: "not_understood" } });
  return saveQuestion(ctx, { questionnaireId, ...newQuestion(type, typeof preset === "string" ? preset : undefined) });
});
