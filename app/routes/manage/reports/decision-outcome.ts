// Says that a decision was carried out and what changed, or that it is open again.
import { redirect } from "@remix-run/node";
import { idFrom } from "~/core/ids";
import { findDecision } from "~/features/reports/changes/queries.server";
import { setDecisionDone } from "~/features/reports/deciding/decisions.server";
import { decisionOutcomeInput } from "~/features/reports/input";
import { parseForm } from "~/http/forms.server";
import { endpoint, page } from "~/http/route.server";
import { paths } from "~/paths";

export const loader = page(async ({ ctx, params }) => {
  const { trialId, number } = await findDecision(ctx, idFrom(params.id));
  return redirect(paths.reportDecisions(trialId, number));
});

export const action = endpoint(async ({ ctx, form, params }) => {
  const { done, outcome } = parseForm(form, decisionOutcomeInput);
  const { trialId, number } = await setDecisionDone(ctx, { decisionId: idFrom(params.id), done: done === "true", outcome });
  return redirect(`${paths.reportDecisions(trialId, number)}#decision-${idFrom(params.id)}`);
});
