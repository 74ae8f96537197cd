// Takes one answer as it is given; the page that asked stays where it is.
import { Conflict, Invalid } from "~/core/errors";
import { idFrom } from "~/core/ids";
import { redirect } from "@remix-run/node";
import type { SaveReply } from "~/features/questionnaires/answering/outbox";
import { readAnswerForm } from "~/features/questionnaires/answering/read-answer-form.server";
import { loadResponse } from "~/features/questionnaires/queries.server";
import { saveAnswer, type StoredAnswer } from "~/features/questionnaires/save-answer.server";
import { readForm } from "~/http/forms.server";
import { limitWrites } from "~/http/limits.server";
import { page, resource } from "~/http/route.server";
import { paths } from "~/paths";

export const loader = page(async ({ params }) => redirect(paths.answer(idFrom(params.responseId))));

const answerWith = (reply: SaveReply, status = 200) => Response.json(reply, { status });

export const action = resource(async ({ ctx, request, params, url }) => {
  await limitWrites(ctx, url);
  try {
    const form = await readForm(request);
    const response = await loadResponse(ctx, idFrom(params.responseId));
    const { answer } = readAnswerForm(response.questions, form, ctx.now);
    return answerWith({ kind: "saved", answer: await saveAnswer(ctx, { responseId: response.id, ...answer }) });
  } catch (error) {
    if (error instanceof Invalid) return answerWith({ kind: "refused", problems: error.problems }, 422);
    if (error instanceof Conflict && error.current) return answerWith({ kind: "conflict", current: error.current as StoredAnswer }, 409);
    if (error instanceof Conflict) return answerWith({ kind: "refused", problems: { "": { key: error.reason.key ?? "stale" } } }, 409);
    throw error;
  }
});
