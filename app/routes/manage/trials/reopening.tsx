// Opens applying once more while people are testing; the page itself only says why that was refused.
import { redirect } from "@remix-run/node";
import { useParams } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { reopeningInput } from "~/features/trials/input";
import { reopenApplying } from "~/features/trials/pause-trial.server";
import { parseForm } from "~/http/forms.server";
import { command, leadsTo } from "~/http/route.server";
import { paths } from "~/paths";
import { Refused } from "~/ui/refused";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = leadsTo(paths.manageTrial);

export const action = command(async ({ ctx, form, params }) => {
  const trialId = idFrom(params.id);
  await reopenApplying(ctx, { trialId, ...parseForm(form, reopeningInput) });
  return redirect(paths.manageTrial(trialId));
});

export default function Refusal() {
  return <Refused back={paths.manageTrial(Number(useParams().id))} />;
}
