import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useLocation, type MetaFunction } from "@remix-run/react";
import { describeDevice } from "~/features/accounts/device";
import { signInInput } from "~/features/accounts/input";
import { signIn } from "~/features/accounts/sign-in.server";
import { parseForm } from "~/http/forms.server";
import { limitLogin } from "~/http/limits.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { sameOriginPath } from "~/http/same-origin-path";
import { voteOrigin } from "~/http/vote-origin.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { env } from "~/platform/env.server";
import { ProblemSummary, TextField, type Reply } from "~/ui/field";
import { carryOutIntent } from "./carry-out-intent.server";

export const loader = page(async ({ ctx, url }) => {
  if (ctx.actor.kind === "person") throw redirect(sameOriginPath(url.searchParams.get("next"), url.origin));
  return { title: pageTitle(ctx, "accounts.sign_in_title"), isDemo: env().KAWAN_DEMO };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const action = command(async ({ ctx, edge, form, request, url }) => {
  const { email, password } = parseForm(form, signInInput);
  await limitLogin(ctx, { address: edge.address, email });
  const cookie = await signIn(ctx, { email, password, device: describeDevice(request.headers.get("user-agent")) });
  const next = sameOriginPath(url.searchParams.get("next"), url.origin);
  const arrival = { cookie, intent: url.searchParams.get("intent"), next, origin: voteOrigin(request, edge.address) };
  return redirect(await carryOutIntent(ctx, arrival), { headers: { "Set-Cookie": cookie } });
});

export default function Login() {
  const t = useT();
  const { isDemo } = useLoaderData<typeof loader>();
  const reply = useActionData() as Reply;
  const { search } = useLocation();
  return (
    <div className="mx-auto grid max-w-[440px] gap-6 pt-4">
      <div className="grid gap-2">
        <h1>{t("accounts.sign_in_title")}</h1>
        <p className="text-ink-2">{t("accounts.sign_in_lead")}</p>
      </div>
      {isDemo && (
        <p className="rounded-card bg-turmeric-tint p-4 text-label text-turmeric-ink">
          {t("accounts.demo_hint")}{" "}
          <a className="font-semibold underline underline-offset-3" href={paths.demoSignIn()}>
            {t("accounts.demo_title")}
          </a>
        </p>
      )}
      <form method="post" className="card grid gap-5">
        <ProblemSummary reply={reply} />
        <TextField reply={reply} name="email" type="email" label={t("accounts.email")} autoComplete="username" required maxLength={254} />
        <TextField reply={reply} name="password" type="password" label={t("accounts.password")} autoComplete="current-password" required maxLength={1000} />
        <div className="grid gap-2">
          <button className="button">{t("common.sign_in")}</button>
          <a className="link justify-self-center py-2.5 text-label" href={paths.forgotPassword()}>
            {t("accounts.forgot_password")}
          </a>
        </div>
      </form>
      <p className="text-center text-ink-2">
        {t("accounts.no_account_yet")}{" "}
        <a className="link" href={paths.join() + search}>
          {t("common.join")}
        </a>
      </p>
    </div>
  );
}
