import { redirect } from "@remix-run/node";
import { idFrom } from "~/core/ids";
import { setSuspension } from "~/features/accounts/people.server";
import { command, page } from "~/http/route.server";
import { paths } from "~/paths";
import { authorize } from "~/policy/can";

export const loader = page(async ({ ctx, params }) => {
  authorize(ctx.actor, "manage-people", null);
  return redirect(paths.person(idFrom(params.id)));
});

export const action = command(async ({ ctx, form, params }) => {
  const personId = idFrom(params.id);
  await setSuspension(ctx, { personId, suspended: form.get("suspended") === "true" });
  return redirect(paths.person(personId));
});
