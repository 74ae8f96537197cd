// Takes one's own comment on a report away, or puts it back.
import { redirect } from "@remix-run/node";
import { idFrom } from "~/core/ids";
import { removalInput } from "~/features/reports/assembling/input";
import { setCommentRemoved } from "~/features/reports/discussing/write-comment.server";
import { parseForm } from "~/http/forms.server";
import { endpoint } from "~/http/route.server";
import { paths } from "~/paths";

export const action = endpoint(async ({ ctx, form, params }) => {
  const commentId = idFrom(params.id);
  const { trialId, block } = await setCommentRemoved(ctx, { commentId, removed: parseForm(form, removalInput).removed === "true" });
  return redirect(`${paths.reportBlock(trialId, block)}#comment-${commentId}`);
});
