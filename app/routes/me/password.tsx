import { redirect } from "@remix-run/node";
import { useActionData, type MetaFunction } from "@remix-run/react";
import { changePasswordInput } from "~/features/accounts/input";
import { changePassword } from "~/features/accounts/reset-password.server";
import { parseForm } from "~/http/forms.server";
import { limitOwnPassword } from "~/http/limits.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { authorize } from "~/policy/can";
import { ProblemSummary, TextField, type Reply } from "~/ui/field";
import { MyPage } from "./my-page";

export const loader = page(async ({ ctx }) => {
  authorize(ctx.actor, "use-own-account", null);
  return { title: pageTitle(ctx, "accounts.change_password_title") };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const action = command(async ({ ctx, form }) => {
  const input = parseForm(form, changePasswordInput);
  await limitOwnPassword(ctx);
  await changePassword(ctx, input);
  return redirect(`${paths.mySessions()}?changed=1`);
});

export default function Password() {
  const t = useT();
  const reply = useActionData() as Reply;
  return (
    <MyPage title={t("accounts.change_password_title")} lead={t("accounts.change_password_lead")}>
      <form method="post" className="card grid max-w-[480px] gap-5">
        <ProblemSummary reply={reply} />
        <TextField
          reply={reply}
          name="current"
          type="password"
          label={t("accounts.current_password")}
          autoComplete="current-password"
          required
          maxLength={1000}
        />
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
        <button className="button justify-self-start">{t("accounts.new_password_button")}</button>
      </form>
      <p className="text-label text-ink-2">
        {t("accounts.change_password_no_current")}{" "}
        <a className="link" href={paths.forgotPassword()}>
          {t("accounts.change_password_by_mail")}
        </a>
      </p>
    </MyPage>
  );
}
