import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { NewStandard } from "~/features/trials/components/new-standard";
import { StandardText } from "~/features/trials/components/standard-text";
import { TrialFrame } from "~/features/trials/components/trial-frame";
import { getTrialFrame } from "~/features/trials/frame.server";
import { actionStandardInput, standardRemovalInput } from "~/features/trials/input";
import { listTrialPrototypes } from "~/features/trials/queries.server";
import { addActionStandard, listRatingQuestions, removeActionStandard } from "~/features/trials/set-action-standards.server";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { ProblemSummary } from "~/ui/field";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const frame = await getTrialFrame(ctx, idFrom(params.id));
  return {
    title: pageTitle(ctx, "fieldwork.tab_standards"),
    ...frame,
    prototypes: await listTrialPrototypes(ctx, frame.trial.id),
    questions: await listRatingQuestions(ctx, frame.trial.id),
  };
});

export const action = command(async ({ ctx, form, params }) => {
  const trialId = idFrom(params.id);
  if (form.has("standardId")) await removeActionStandard(ctx, { trialId, id: parseForm(form, standardRemovalInput).standardId });
  else await addActionStandard(ctx, { trialId, ...parseForm(form, actionStandardInput) });
  return redirect(paths.trialStandards(trialId));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TrialStandards() {
  const t = useT();
  const { trial, rights, prototypes, questions } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const mayChange = trial.state === "draft" || trial.state === "recruiting";
  return (
    <TrialFrame trial={trial} rights={rights}>
      <div className="grid max-w-4xl gap-6">
        <p className="max-w-[70ch] text-ink-2">{t(mayChange ? "fieldwork.standards_text" : "fieldwork.standards_fixed")}</p>
        <ProblemSummary reply={reply} />
        {trial.actionStandards.length > 0 && (
          <ul className="card divide-y divide-line py-2">
            {trial.actionStandards.map((standard) => (
              <li key={standard.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
                <span className={standard.level === "must" ? "chip turmeric" : "chip"}>{t(`fieldwork.level_${standard.level}`)}</span>
                <p className="min-w-56 flex-1">
                  <StandardText standard={standard} prototypes={prototypes} questions={questions} />
                </p>
                {mayChange && (
                  <Form method="post">
                    <button className="link min-h-10 text-label" name="standardId" value={standard.id}>
                      {t("fieldwork.remove")}
                    </button>
                  </Form>
                )}
              </li>
            ))}
          </ul>
        )}
        {mayChange &&
          (questions.length === 0 || prototypes.length === 0 ? (
            <p className="rounded-card bg-sunken p-5 text-ink-2">{t("fieldwork.standards_need")}</p>
          ) : (
            <NewStandard key={trial.actionStandards.length} prototypes={prototypes} questions={questions} reply={reply} />
          ))}
      </div>
    </TrialFrame>
  );
}
