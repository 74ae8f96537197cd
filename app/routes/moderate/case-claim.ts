// Taking a case in hand, so that colleagues see it.
import { redirect } from "@remix-run/node";
import { Conflict } from "~/core/errors";
import { idFrom } from "~/core/ids";
import { claimCase } from "~/features/moderation/claim-case.server";
import { command } from "~/http/route.server";
import { paths } from "~/paths";

export const action = command(async ({ ctx, params }) => {
  const caseId = idFrom(params.id);
  try {
    await claimCase(ctx, { caseId });
  } catch (error) {
    // The case itself then shows who has it; a page to say so would only be in the way.
    if (!(error instanceof Conflict)) throw error;
  }
  return redirect(paths.queue({ case: caseId }));
});
