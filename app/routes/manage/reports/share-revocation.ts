import { redirect } from "@remix-run/node";
import { idFrom } from "~/core/ids";
import { revokeShare } from "~/features/reports/sharing/share-version.server";
import { endpoint } from "~/http/route.server";
import { paths } from "~/paths";

export const action = endpoint(async ({ ctx, params }) => {
  const { trialId, number } = await revokeShare(ctx, idFrom(params.id));
  return redirect(paths.reportShares(trialId, number));
});
