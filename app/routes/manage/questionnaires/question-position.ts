import { Invalid } from "~/core/errors";
import { moveQuestion } from "~/features/questionnaires/move-question.server";
import { builderAct } from "./reply.server";

export const action = builderAct(async ({ ctx, form, questionnaireId, key }) => {
  const to = form.get("to");
  if (typeof to !== "string" || !/^\d{1,3}$/.test(to)) throw new Invalid({ to: { key: "not_understood" } });
  await moveQuestion(ctx, { questionnaireId, key, to: Number(to) });
});
