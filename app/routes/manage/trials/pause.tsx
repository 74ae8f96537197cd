// Sets whether a trial is paused; the page itself only says why that was refused.
import { redirect } from "@remix-run/node";
import { useParams } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { pauseInput } from "~/features/trials/input";
import { pauseTrial, resumeTrial } from "~/features/trials/pause-trial.server";
import { parseForm } from "~/http/forms.server";
import { command, leadsTo } from "~/http/route.server";
import { paths } from "~/paths";
import { Refused } from "~/ui/refused";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = leadsTo(paths.manageTrial);

export const action = command(async ({ ctx, form, params }) => {
  const trialId = idFrom(params.id);
  const { paused, reason } = parseForm(form, pauseInput);
  if (paused === "true") await pauseTrial(ctx, { trialId, reason });
  else await resumeTrial(ctx, { trialId });
  return redirect(paths.manageTrial(trialId));
});

export default function Refusal() {
  return <Refused back={paths.manageTrial(Number(useParams().id))} />;
}
