import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { draftInput } from "~/features/reports/input";
import { getReport } from "~/features/reports/queries.server";
import { saveDraft } from "~/features/reports/save-draft.server";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { ProblemSummary } from "~/ui/field";
import { LocalizedField } from "~/ui/localized-field";
import { StaffHead } from "~/ui/staff-head";
import { revisionOf, StaleNotice } from "~/ui/stale-notice";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const { trial, report } = await getReport(ctx, idFrom(params.id));
  const { headline, summary } = report.draft;
  return { title: pageTitle(ctx, "reports.edit_title"), trial: { id: trial.id, name: trial.name }, headline, summary, revision: report.revision };
});

export const action = command(async ({ ctx, form, params }) => {
  const trialId = idFrom(params.id);
  await saveDraft(ctx, { trialId, ...parseForm(form, draftInput) });
  return redirect(paths.report(trialId));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EditReport() {
  const t = useT();
  const locale = useLocale();
  const { trial, headline, summary, revision } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const labels = {
    "headline.en": `${t("reports.headline")} (EN)`,
    "headline.id": `${t("reports.headline")} (ID)`,
    "summary.en": `${t("reports.summary")} (EN)`,
    "summary.id": `${t("reports.summary")} (ID)`,
  };
  return (
    <>
      <StaffHead
        title={t("reports.edit_title")}
        back={{ to: paths.report(trial.id), label: localized(trial.name, locale) }}
        note={<p>{t("reports.edit_note")}</p>}
      />
      <Form method="post" className="grid max-w-4xl gap-6">
        <ProblemSummary reply={reply} />
        <StaleNotice reply={reply} labels={labels} />
        <input type="hidden" name="revision" value={revisionOf(reply, revision)} />
        <LocalizedField
          name="headline"
          label={t("reports.headline")}
          help={t("reports.headline_help")}
          value={headline}
          reply={reply}
          maxLength={160}
          optional
        />
        <LocalizedField
          name="summary"
          label={t("reports.summary")}
          help={t("reports.summary_help")}
          value={summary}
          reply={reply}
          rows={5}
          maxLength={1200}
          optional
        />
        <div className="flex flex-wrap gap-2">
          <button className="button">{t("common.save")}</button>
          <Link to={paths.report(trial.id)} className="button quiet">
            {t("common.cancel")}
          </Link>
        </div>
      </Form>
    </>
  );
}
