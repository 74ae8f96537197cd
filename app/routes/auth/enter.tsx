// The button behind the link of a mail: pressing it proves the address, opens the account and does what the person came to do.
import { data, redirect, type HeadersFunction } from "@remix-run/node";
import { useLoaderData, type MetaFunction } from "@remix-run/react";
import { minuteInMs } from "~/core/time";
import { describeDevice } from "~/features/accounts/device";
import { enter, findEntrance } from "~/features/accounts/enter.server";
import { tokenLifeMs } from "~/features/accounts/tokens.server";
import { clearedEntryCookie, tokenFrom } from "./entry-cookie.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { sameOriginPath } from "~/http/same-origin-path";
import { voteOrigin } from "~/http/vote-origin.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { carryOutIntent } from "./carry-out-intent.server";
import { SpentLink } from "./spent-link";

export const loader = page(async ({ ctx, request }) => {
  const found = await findEntrance(ctx, tokenFrom(request));
  const entrance = found?.purpose === "join" ? found : null;
  const title = entrance ? pageTitle(ctx, "accounts.enter_join_title", { name: entrance.displayName }) : pageTitle(ctx, "accounts.enter_spent_title");
  return data({ title, entrance, minutes: tokenLifeMs / minuteInMs }, { headers: { "Referrer-Policy": "same-origin" } });
});

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export const action = command(async ({ ctx, request, url, edge }) => {
  const entered = await enter(ctx, { token: tokenFrom(request), device: describeDevice(request.headers.get("user-agent")) });
  if (!entered) return redirect(paths.enter());
  const { cookie, intent } = entered;
  const next = await carryOutIntent(ctx, { cookie, intent, next: sameOriginPath(entered.next, url.origin), origin: voteOrigin(request, edge.address) });
  return redirect(next, {
    headers: [
      ["Set-Cookie", cookie],
      ["Set-Cookie", clearedEntryCookie()],
    ],
  });
});

export default function Enter() {
  const t = useT();
  const { entrance, minutes } = useLoaderData<typeof loader>();
  if (!entrance) return <SpentLink minutes={minutes} />;
  const kind = entrance.isNew ? "join" : "known";
  return (
    <section className="mx-auto grid max-w-[520px] gap-5 rounded-panel bg-leaf-tint p-7">
      <h1>{t(`accounts.enter_${kind}_title`, { name: entrance.displayName })}</h1>
      <p>{t(`accounts.enter_${kind}_text`)}</p>
      <form method="post">
        <button className="button">{t(`accounts.enter_${kind}_button`)}</button>
      </form>
    </section>
  );
}
