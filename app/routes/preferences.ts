// The language and theme switch of every page: it stores the choice and shows the same page again.
import { redirect } from "@remix-run/node";
import { preferencesInput } from "~/features/accounts/input";
import { setPreferences } from "~/features/accounts/set-preferences.server";
import { parseForm } from "~/http/forms.server";
import { preferenceCookie } from "~/http/preference-cookie.server";
import { command, page } from "~/http/route.server";
import { sameOriginPath } from "~/http/same-origin-path";
import { paths } from "~/paths";

export const loader = page(async () => redirect(paths.home()));

export const action = command(async ({ ctx, form, request, url }) => {
  const { next, ...preferences } = parseForm(form, preferencesInput);
  if (ctx.actor.kind === "person") await setPreferences(ctx, preferences);
  const headers = new Headers();
  for (const [name, value] of Object.entries(preferences)) if (value) headers.append("Set-Cookie", preferenceCookie(name, value));
  return redirect(sameOriginPath(next ?? request.headers.get("referer"), url.origin, paths.home()), { headers });
});
