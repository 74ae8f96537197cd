// The address in a mail: it puts the token aside and leads to the page that asks to press a button, so that mail scanners use nothing up.
import { redirect } from "@remix-run/node";
import { findEntrance } from "~/features/accounts/enter.server";
import { clearedEntryCookie, entryCookie } from "./entry-cookie.server";
import { page } from "~/http/route.server";
import { paths } from "~/paths";

const pageFor = { join: paths.enter(), reset: paths.newPassword(), set_up: paths.setUp() } as const;

export const loader = page(async ({ ctx, params }) => {
  const token = params.token ?? "";
  const entrance = await findEntrance(ctx, token);
  throw redirect(pageFor[entrance?.purpose ?? "join"], {
    headers: { "Set-Cookie": entrance ? entryCookie(token) : clearedEntryCookie(), "Referrer-Policy": "same-origin", "Cache-Control": "no-store" },
  });
});
