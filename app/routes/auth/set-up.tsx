// The first page of a new community: it makes the first administrator, once.
import { data, redirect, type HeadersFunction } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { describeDevice } from "~/features/accounts/device";
import { setUpInput } from "~/features/accounts/input";
import { getSetUp, setUp } from "~/features/accounts/set-up.server";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { ProblemSummary, TextField, type Reply } from "~/ui/field";
import { clearedEntryCookie, tokenFrom } from "./entry-cookie.server";

export const loader = page(async ({ ctx, request }) =>
  data({ title: pageTitle(ctx, "accounts.set_up_title"), ...(await getSetUp(ctx, tokenFrom(request))) }, { headers: { "Referrer-Policy": "same-origin" } }),
);

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export const action = command(async ({ ctx, form, request }) => {
  const cookie = await setUp(ctx, { ...parseForm(form, setUpInput), token: tokenFrom(request), device: describeDevice(request.headers.get("user-agent")) });
  return redirect(paths.settings(), {
    headers: [
      ["Set-Cookie", cookie],
      ["Set-Cookie", clearedEntryCookie()],
    ],
  });
});

export default function SetUp() {
  const t = useT();
  const { isOpen } = useLoaderData<typeof loader>();
  const reply = useActionData() as Reply;
  return (
    <div className="mx-auto grid max-w-[480px] gap-6 pt-4">
      <div className="grid gap-2">
        <h1>{t("accounts.set_up_title")}</h1>
        <p className="text-ink-2">{t(isOpen ? "accounts.set_up_lead" : "accounts.set_up_closed")}</p>
      </div>
      {isOpen && (
        <form method="post" className="card grid gap-5">
          <ProblemSummary reply={reply} />
          <TextField
            reply={reply}
            name="displayName"
            label={t("accounts.display_name")}
            help={t("accounts.display_name_help")}
            autoComplete="nickname"
            required
            minLength={2}
            maxLength={40}
          />
          <TextField reply={reply} name="email" type="email" label={t("accounts.email")} autoComplete="email" required maxLength={254} />
          <TextField
            reply={reply}
            name="password"
            type="password"
            label={t("accounts.password")}
            help={t("accounts.password_help")}
            autoComplete="new-password"
            required
            minLength={10}
            maxLength={128}
          />
          <button className="button">{t("accounts.set_up_button")}</button>
        </form>
      )}
    </div>
  );
}
