// What the community says about itself: who runs it and where they can be reached.
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { getOperator, operatorInput, saveOperator } from "~/features/settings/operator.server";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { authorize } from "~/policy/can";
import { ProblemSummary, TextArea, TextField, type Reply } from "~/ui/field";

export const handle = { audience: "staff" };

export const loader = page(async ({ ctx, url }) => {
  authorize(ctx.actor, "manage-settings", null);
  return { title: pageTitle(ctx, "admin.settings"), operator: await getOperator(ctx), isSaved: url.searchParams.has("saved") };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const action = command(async ({ ctx, form }) => {
  await saveOperator(ctx, parseForm(form, operatorInput));
  return redirect(`${paths.settings()}?saved=1`);
});

export default function Settings() {
  const t = useT();
  const { operator, isSaved } = useLoaderData<typeof loader>();
  const reply = useActionData() as Reply;
  return (
    <div className="grid max-w-[640px] gap-5">
      <div className="grid gap-1.5">
        <h1 className="text-[28px]">{t("admin.settings")}</h1>
        <p className="text-ink-2">{t("admin.settings_lead")}</p>
      </div>
      {isSaved && !reply && (
        <p role="status" className="rounded-card bg-leaf-tint p-4 font-semibold text-leaf-strong">
          {t("common.saved")}
        </p>
      )}
      <form method="post" className="card grid gap-5">
        <ProblemSummary reply={reply} />
        <TextField
          reply={reply}
          optional
          name="name"
          label={t("admin.operator_name")}
          help={t("admin.operator_name_help")}
          defaultValue={operator.name}
          maxLength={120}
          autoComplete="organization"
        />
        <TextArea reply={reply} optional name="address" label={t("admin.operator_address")} defaultValue={operator.address} maxLength={400} rows={3} />
        <TextField
          reply={reply}
          optional
          name="email"
          type="email"
          label={t("admin.operator_email")}
          help={t("admin.operator_email_help")}
          defaultValue={operator.email}
          maxLength={254}
        />
        <button className="button justify-self-start">{t("common.save")}</button>
      </form>
    </div>
  );
}
