import { redirect } from "@remix-run/node";
import { signOut } from "~/features/accounts/sign-out.server";
import { command, page } from "~/http/route.server";
import { paths } from "~/paths";
import { signedOutCookie } from "~/platform/sessions.server";

/** Leaving is a button, never a link: whoever opens this address goes home, still signed in. */
export const loader = page(async () => redirect(paths.home()));

export const action = command(async ({ ctx }) => {
  await signOut(ctx);
  // Answers that still wait on this device belong to the person who leaves; whoever comes next must not find them.
  return redirect(paths.home(), { headers: { "Set-Cookie": signedOutCookie(), "Clear-Site-Data": '"storage"' } });
});
