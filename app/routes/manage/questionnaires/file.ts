// The questionnaire as a file to keep or to take elsewhere.
import { idFrom } from "~/core/ids";
import { getQuestionnaire } from "~/features/questionnaires/queries.server";
import { questionnaireFile } from "~/features/questionnaires/question-file";
import { resource } from "~/http/route.server";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = resource(async ({ ctx, params }) => {
  const questionnaire = await getQuestionnaire(ctx, idFrom(params.id));
  return new Response(`${JSON.stringify(questionnaireFile(questionnaire), null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="questionnaire-${questionnaire.id}.json"`,
    },
  });
});
