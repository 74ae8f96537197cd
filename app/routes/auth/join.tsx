import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useLocation, type MetaFunction } from "@remix-run/react";
import { joinInput } from "~/features/accounts/input";
import { askToJoin } from "~/features/accounts/join.server";
import { minimumAge } from "~/features/accounts/profile";
import { parseForm } from "~/http/forms.server";
import { limitJoin, mayMail } from "~/http/limits.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { sameOriginPath } from "~/http/same-origin-path";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { Checkbox, ProblemSummary, TextField, type Reply } from "~/ui/field";

export const loader = page(async ({ ctx, url }) => {
  if (ctx.actor.kind === "person") throw redirect(sameOriginPath(url.searchParams.get("next"), url.origin));
  return { title: pageTitle(ctx, "accounts.join_title"), lastBirthYear: ctx.now.getUTCFullYear() - minimumAge };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const action = command(async ({ ctx, edge, form, request, url }) => {
  // Nobody sees this field; what fills it is a machine, which is thanked like everybody else.
  const isMachine = Boolean(form.get("website"));
  const input = parseForm(form, joinInput);
  await limitJoin(ctx, { address: edge.address, agent: request.headers.get("user-agent") });
  const intent = url.searchParams.get("intent")?.slice(0, 60) ?? "";
  const isMailed = !isMachine && (await mayMail(ctx, input.email));
  await askToJoin(ctx, { ...input, intent, next: sameOriginPath(url.searchParams.get("next"), url.origin), isMailed });
  return redirect(paths.checkMail());
});

export default function Join() {
  const t = useT();
  const { lastBirthYear } = useLoaderData<typeof loader>();
  const reply = useActionData() as Reply;
  const { search } = useLocation();
  return (
    <div className="mx-auto grid max-w-[480px] gap-6 pt-4">
      <div className="grid gap-2">
        <h1>{t("accounts.join_title")}</h1>
        <p className="text-ink-2">{t("accounts.join_lead")}</p>
      </div>
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
        <TextField
          reply={reply}
          name="email"
          type="email"
          label={t("accounts.email")}
          help={t("accounts.email_help")}
          autoComplete="email"
          required
          maxLength={254}
        />
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
        <TextField
          reply={reply}
          name="birthYear"
          type="number"
          inputMode="numeric"
          label={t("accounts.birth_year")}
          help={t("accounts.birth_year_help")}
          autoComplete="bday-year"
          required
          min={1900}
          max={lastBirthYear}
        />
        <div aria-hidden="true" className="absolute -start-[9999px] size-px overflow-hidden">
          <label>
            {t("accounts.leave_empty")} <input name="website" tabIndex={-1} autoComplete="off" />
          </label>
        </div>
        <Checkbox
          reply={reply}
          name="terms"
          required
          defaultChecked={reply?.values?.terms === "on"}
          label={t("accounts.accept_terms")}
          help={
            <span className="flex flex-wrap gap-x-5">
              <a className="link py-1.5 text-label" href={paths.terms()} target="_blank" rel="noreferrer">
                {t("accounts.read_terms")}
              </a>
              <a className="link py-1.5 text-label" href={paths.privacy()} target="_blank" rel="noreferrer">
                {t("accounts.read_privacy")}
              </a>
            </span>
          }
        />
        <button className="button">{t("common.join")}</button>
      </form>
      <p className="text-center text-ink-2">
        {t("accounts.already_member")}{" "}
        <a className="link" href={paths.login() + search}>
          {t("common.sign_in")}
        </a>
      </p>
    </div>
  );
}
