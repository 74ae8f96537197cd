import { redirect } from "@remix-run/node";
import { idFrom } from "~/core/ids";
import { leaveTrial } from "~/features/trials/leave-trial.server";
import { command } from "~/http/route.server";
import { paths } from "~/paths";

export const action = command(async ({ ctx, params }) => {
  const trialId = idFrom(params.id);
  await leaveTrial(ctx, { trialId });
  return redirect(paths.myTrial(trialId));
});
