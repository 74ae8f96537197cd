import { redirect } from "@remix-run/node";
import { useParams } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { declinePlace } from "~/features/trials/decline-place.server";
import { command, page } from "~/http/route.server";
import { paths } from "~/paths";
import { Refused } from "~/ui/refused";

export const loader = page(async ({ params }) => redirect(paths.trial(idFrom(params.id))));

export const action = command(async ({ ctx, params }) => {
  const trialId = idFrom(params.id);
  await declinePlace(ctx, { trialId });
  return redirect(paths.trial(trialId));
});

export default function Refusal() {
  return <Refused back={paths.trial(Number(useParams().id))} />;
}
