import { redirect } from "@remix-run/node";
import { useParams } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { leaveTrial } from "~/features/trials/leave-trial.server";
import { leaveInput } from "~/features/trials/input";
import { parseForm } from "~/http/forms.server";
import { command, leadsTo } from "~/http/route.server";
import { paths } from "~/paths";
import { Refused } from "~/ui/refused";

export const loader = leadsTo(paths.myTrial);

export const action = command(async ({ ctx, form, params }) => {
  const trialId = idFrom(params.id);
  await leaveTrial(ctx, { trialId, ...parseForm(form, leaveInput) });
  return redirect(paths.myTrial(trialId));
});

export default function Refusal() {
  return <Refused back={paths.myTrial(Number(useParams().id))} />;
}
