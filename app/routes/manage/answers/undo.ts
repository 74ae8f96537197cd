// Takes back what this coder did last.
import { redirect } from "@remix-run/node";
import { idFrom } from "~/core/ids";
import { undoInput } from "~/features/themes/input";
import { undoCodingAct } from "~/features/themes/undo-coding.server";
import { parseForm } from "~/http/forms.server";
import { endpoint, page } from "~/http/route.server";
import { sameOriginPath } from "~/http/same-origin-path";
import { paths } from "~/paths";

export const loader = page(async ({ params }) => redirect(paths.trialAnswers(idFrom(params.id))));

export const action = endpoint(async ({ ctx, form, params, request, url }) => {
  const trialId = idFrom(params.id);
  const { question, actId } = parseForm(form, undoInput);
  await undoCodingAct(ctx, { trialId, questionKey: question, actId });
  return redirect(sameOriginPath(request.headers.get("referer"), url.origin, paths.trialAnswers(trialId, { question })));
});
