import { redirect } from "@remix-run/node";
import { useParams } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { declinePlace } from "~/features/trials/decline-place.server";
import { command, leadsTo } from "~/http/route.server";
import { paths } from "~/paths";
import { Refused } from "~/ui/refused";

export const loader = leadsTo(paths.trial);

export const action = command(async ({ ctx, params }) => {
  const trialId = idFrom(params.id);
  await declinePlace(ctx, { trialId });
  return redirect(paths.trial(trialId));
});

export default function Refusal() {
  return <Refused back={paths.trial(Number(useParams().id))} />;
}
