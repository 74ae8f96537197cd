import { redirect } from "@remix-run/node";
import { idFrom } from "~/core/ids";
import { teamInput } from "~/features/accounts/input";
import { renameTeam } from "~/features/accounts/teams.server";
import { parseForm } from "~/http/forms.server";
import { command, page } from "~/http/route.server";
import { paths } from "~/paths";
import { authorize } from "~/policy/can";

export const loader = page(async ({ ctx }) => {
  authorize(ctx.actor, "manage-people", null);
  return redirect(paths.teams());
});

export const action = command(async ({ ctx, form, params }) => {
  await renameTeam(ctx, { teamId: idFrom(params.id), ...parseForm(form, teamInput) });
  return redirect(paths.teams());
});
