// Says that a block of a report is ready, or that it is open again.
import { redirect } from "@remix-run/node";
import { idFrom } from "~/core/ids";
import { blockFrom, readinessInput } from "~/features/reports/assembling/input";
import { setBlockReady } from "~/features/reports/assigning/assign-block.server";
import { parseForm } from "~/http/forms.server";
import { endpoint } from "~/http/route.server";
import { paths } from "~/paths";

export const action = endpoint(async ({ ctx, form, params }) => {
  const [trialId, block] = [idFrom(params.id), blockFrom(params.block)];
  await setBlockReady(ctx, { trialId, block, ready: parseForm(form, readinessInput).ready === "true" });
  return redirect(paths.reportBlock(trialId, block));
});
