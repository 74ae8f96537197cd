import { redirect } from "@remix-run/node";
import { idFrom } from "~/core/ids";
import { declinePlace } from "~/features/trials/decline-place.server";
import { command } from "~/http/route.server";
import { paths } from "~/paths";

export const action = command(async ({ ctx, params }) => {
  const trialId = idFrom(params.id);
  await declinePlace(ctx, { trialId });
  return redirect(paths.trial(trialId));
});
