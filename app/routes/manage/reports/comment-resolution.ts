// Settles a thread of a report, or opens it again.
import { redirect } from "@remix-run/node";
import { idFrom } from "~/core/ids";
import { resolutionInput } from "~/features/reports/assembling/input";
import { setThreadResolved } from "~/features/reports/discussing/write-comment.server";
import { parseForm } from "~/http/forms.server";
import { endpoint } from "~/http/route.server";
import { paths } from "~/paths";

export const action = endpoint(async ({ ctx, form, params }) => {
  const resolved = parseForm(form, resolutionInput).resolved === "true";
  const { trialId, block } = await setThreadResolved(ctx, { commentId: idFrom(params.id), resolved });
  return redirect(paths.reportBlock(trialId, block));
});
