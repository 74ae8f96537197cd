import { data, redirect, type HeadersFunction } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { minuteInMs } from "~/core/time";
import { describeDevice } from "~/features/accounts/device";
import { findEntrance } from "~/features/accounts/enter.server";
import { newPasswordInput } from "~/features/accounts/input";
import { setNewPassword } from "~/features/accounts/reset-password.server";
import { tokenLifeMs } from "~/features/accounts/tokens.server";
import { clearedEntryCookie, tokenFrom } from "./entry-cookie.server";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { ProblemSummary, TextField, type Reply } from "~/ui/field";
import { SpentLink } from "./spent-link";

export const loader = page(async ({ ctx, request }) => {
  const entrance = await findEntrance(ctx, tokenFrom(request));
  return data(
    { title: pageTitle(ctx, "accounts.new_password_title"), isOpen: entrance?.purpose === "reset", minutes: tokenLifeMs / minuteInMs },
    { headers: { "Referrer-Policy": "same-origin" } },
  );
});

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export const action = command(async ({ ctx, form, request }) => {
  const { password } = parseForm(form, newPasswordInput);
  const cookie = await setNewPassword(ctx, { token: tokenFrom(request), password, device: describeDevice(request.headers.get("user-agent")) });
  return redirect(paths.home(), {
    headers: [
      ["Set-Cookie", cookie],
      ["Set-Cookie", clearedEntryCookie()],
    ],
  });
});

export default function NewPassword() {
  const t = useT();
  const { isOpen, minutes } = useLoaderData<typeof loader>();
  const reply = useActionData() as Reply;
  if (!isOpen) return <SpentLink minutes={minutes} />;
  return (
    <div className="mx-auto grid max-w-[440px] gap-6 pt-4">
      <div className="grid gap-2">
        <h1>{t("accounts.new_password_title")}</h1>
        <p className="text-ink-2">{t("accounts.new_password_text")}</p>
      </div>
      <form method="post" className="card grid gap-5">
        <ProblemSummary reply={reply} />
        <TextField
          reply={reply}
          name="password"
          type="password"
          label={t("accounts.new_password")}
          help={t("accounts.password_help")}
          autoComplete="new-password"
          required
          minLength={10}
          maxLength={128}
        />
        <button className="button">{t("accounts.new_password_button")}</button>
      </form>
    </div>
  );
}
