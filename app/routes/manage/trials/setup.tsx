import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { listPrototypes } from "~/features/products/queries.server";
import { FixedSetup } from "~/features/trials/components/fixed-setup";
import { QuestionnaireLinks } from "~/features/trials/components/questionnaire-links";
import { TrialFields } from "~/features/trials/components/trial-fields";
import { TrialFrame } from "~/features/trials/components/trial-frame";
import { editTrial } from "~/features/trials/edit-trial.server";
import { getTrialFrame } from "~/features/trials/frame.server";
import { trialDatesInput, trialEditInput } from "~/features/trials/input";
import { listTrialPrototypes } from "~/features/trials/queries.server";
import { setTrialDates } from "~/features/trials/set-trial-dates.server";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { ProblemSummary } from "~/ui/field";
import { revisionOf, StaleNotice } from "~/ui/stale-notice";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const frame = await getTrialFrame(ctx, idFrom(params.id));
  return {
    title: pageTitle(ctx, "staff.page_named", { name: localized(frame.trial.name, ctx.locale) }),
    ...frame,
    chosen: await listTrialPrototypes(ctx, frame.trial.id),
    prototypes: await listPrototypes(ctx, frame.trial.productId),
  };
});

export const action = command(async ({ ctx, form, params }) => {
  const trialId = idFrom(params.id);
  if (form.has("revision")) await editTrial(ctx, { trialId, ...parseForm(form, trialEditInput) });
  else await setTrialDates(ctx, { trialId, ...parseForm(form, trialDatesInput) });
  return { saved: true as const, problems: undefined, values: undefined, current: undefined };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TrialSetup() {
  const t = useT();
  const { trial, rights, chosen, prototypes } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const saved = reply && "saved" in reply ? t("common.saved") : "";
  const labels: Record<string, string> = {};
  for (const field of ["name", "summary", "receives", "confidentiality"] as const)
    for (const language of ["en", "id"]) labels[`${field}.${language}`] = `${t(`fieldwork.${field}`)} (${language.toUpperCase()})`;
  labels.objectives = t("fieldwork.objectives");
  return (
    <TrialFrame trial={trial} rights={rights}>
      <div className="grid max-w-4xl gap-6">
        <QuestionnaireLinks trial={trial} />
        {trial.state === "draft" ? (
          <Form method="post" className="grid gap-6" key={trial.revision}>
            <ProblemSummary reply={reply} />
            <StaleNotice reply={reply} labels={labels} />
            <input type="hidden" name="revision" value={revisionOf(reply, trial.revision)} />
            <TrialFields trial={trial} prototypes={prototypes} chosen={chosen.map(({ id }) => id)} reply={reply} />
            <div className="flex flex-wrap items-center gap-3">
              <button className="button">{t("common.save")}</button>
              <span role="status" className="text-label text-ink-2">
                {saved}
              </span>
            </div>
          </Form>
        ) : (
          <FixedSetup trial={trial} prototypes={chosen} reply={reply} saved={saved} />
        )}
      </div>
    </TrialFrame>
  );
}
