import { redirect } from "@remix-run/node";
import { useActionData, type MetaFunction } from "@remix-run/react";
import { emailInput } from "~/features/accounts/input";
import { askForReset } from "~/features/accounts/reset-password.server";
import { parseForm } from "~/http/forms.server";
import { mayMail } from "~/http/limits.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { ProblemSummary, TextField, type Reply } from "~/ui/field";

export const loader = page(async ({ ctx }) => ({ title: pageTitle(ctx, "accounts.forgot_title") }));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const action = command(async ({ ctx, form }) => {
  const input = parseForm(form, emailInput);
  if (await mayMail(ctx, input.email)) await askForReset(ctx, input);
  return redirect(paths.checkMail());
});

export default function ForgotPassword() {
  const t = useT();
  const reply = useActionData() as Reply;
  return (
    <div className="mx-auto grid max-w-[440px] gap-6 pt-4">
      <div className="grid gap-2">
        <h1>{t("accounts.forgot_title")}</h1>
        <p className="text-ink-2">{t("accounts.forgot_text")}</p>
      </div>
      <form method="post" className="card grid gap-5">
        <ProblemSummary reply={reply} />
        <TextField reply={reply} name="email" type="email" label={t("accounts.email")} autoComplete="email" required maxLength={254} />
        <button className="button">{t("accounts.forgot_button")}</button>
      </form>
    </div>
  );
}
