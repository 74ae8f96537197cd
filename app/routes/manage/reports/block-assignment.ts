// Gives a block of a report to somebody, by a day if there is one, or to nobody.
import { redirect } from "@remix-run/node";
import { idFrom } from "~/core/ids";
import { assignmentInput, blockFrom } from "~/features/reports/assembling/input";
import { assignBlock } from "~/features/reports/assigning/assign-block.server";
import { parseForm } from "~/http/forms.server";
import { endpoint } from "~/http/route.server";
import { paths } from "~/paths";

export const action = endpoint(async ({ ctx, form, params }) => {
  const [trialId, block] = [idFrom(params.id), blockFrom(params.block)];
  const { assigneeId = null, dueOn = null } = parseForm(form, assignmentInput);
  await assignBlock(ctx, { trialId, block, assigneeId, dueOn });
  return redirect(paths.reportBlock(trialId, block));
});
