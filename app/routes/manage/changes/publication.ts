import { redirect } from "@remix-run/node";
import { idFrom } from "~/core/ids";
import { changePublicationInput } from "~/features/reports/changes/input";
import { publishChange, withdrawChange } from "~/features/reports/changes/publish-change.server";
import { parseForm } from "~/http/forms.server";
import { command } from "~/http/route.server";
import { paths } from "~/paths";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const action = command(async ({ ctx, form, params }) => {
  const changeId = idFrom(params.id);
  if (parseForm(form, changePublicationInput).published === "true") await publishChange(ctx, changeId);
  else await withdrawChange(ctx, changeId);
  return redirect(paths.manageChange(changeId));
});
