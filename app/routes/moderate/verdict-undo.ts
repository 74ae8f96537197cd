// Taking a verdict back; leads to the case, which is open again.
import { redirect } from "@remix-run/node";
import { Conflict } from "~/core/errors";
import { idFrom } from "~/core/ids";
import { undoCaseVerdict } from "~/features/signals/decide-case.server";
import { command } from "~/http/route.server";
import { paths } from "~/paths";

export const action = command(async ({ ctx, params }) => {
  try {
    const { caseId } = await undoCaseVerdict(ctx, { verdictId: idFrom(params.id) });
    return redirect(paths.queue({ case: caseId }));
  } catch (error) {
    if (error instanceof Conflict) return redirect(paths.queue({ notice: error.reason.key }));
    throw error;
  }
});
