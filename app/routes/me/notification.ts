import { redirect } from "@remix-run/node";
import { idFrom } from "~/core/ids";
import { openNotification } from "~/features/notifications/inbox.server";
import { command, page } from "~/http/route.server";
import { paths } from "~/paths";
import { authorize } from "~/policy/can";

export const loader = page(async ({ ctx }) => {
  authorize(ctx.actor, "use-own-account", null);
  return redirect(paths.notifications());
});

/** Opening an entry marks it as read and leads to what it is about. */
export const action = command(async ({ ctx, params }) => redirect(await openNotification(ctx, idFrom(params.id))));
