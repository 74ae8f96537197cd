import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { QuestionCard } from "~/features/reports/components/questions-view";
import { DraftState } from "~/features/reports/drafts/draft-state";
import { weightingInput } from "~/features/reports/input";
import { getWeighting, saveWeighting } from "~/features/reports/weights/save-weighting.server";
import { TargetFields } from "~/features/reports/weights/target-fields";
import { caps, shapeOf } from "~/features/reports/weights/weighting";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { Checkbox, ProblemSummary, Select } from "~/ui/field";
import { StaffHead } from "~/ui/staff-head";
import { revisionOf } from "~/ui/stale-notice";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const { trial, ...weighting } = await getWeighting(ctx, idFrom(params.id));
  return { title: pageTitle(ctx, "segments.weights"), trial: { id: trial.id, name: trial.name }, shape: shapeOf(weighting.choices), ...weighting };
});

export const action = command(async ({ ctx, form, params }) => {
  const trialId = idFrom(params.id);
  const fieldAt = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  await saveWeighting(ctx, { trialId, fieldAt, ...parseForm(form, weightingInput) });
  return redirect(paths.reportWeights(trialId));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Weights() {
  const t = useT();
  const locale = useLocale();
  const { trial, isOpen, shape, choices, weighting, revision, result, freshness, later } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <StaffHead
        title={t("segments.weights")}
        back={{ to: paths.report(trial.id), label: localized(trial.name, locale) }}
        note={<p>{t("segments.weights_note")}</p>}
      />
      <DraftState trialId={trial.id} freshness={freshness} later={later} here={paths.reportWeights(trial.id)} />
      {!isOpen && <EmptyState title={t("segments.weights_not_yet")} />}
      {isOpen && choices.length === 0 && <EmptyState title={t("segments.weights_no_facts")} />}
      {isOpen && choices.length > 0 && (
        <div className="grid max-w-5xl gap-8">
          {result && <QuestionCard question={result} />}
          <Form method="post" className="card grid gap-6">
            <h2>{t("segments.targets")}</h2>
            <ProblemSummary reply={reply} />
            <input type="hidden" name="shape" value={shape} />
            <input type="hidden" name="revision" value={revisionOf(reply, revision)} />
            <p className="max-w-[70ch] text-label text-ink-2">{t("segments.targets_help")}</p>
            <TargetFields choices={choices} targets={weighting?.targets ?? []} reply={reply} />
            <div className="max-w-md">
              <Select
                name="cap"
                label={t("segments.cap")}
                help={t("segments.cap_help")}
                reply={reply}
                defaultValue={String(weighting ? (weighting.cap ?? "none") : 5)}
              >
                {caps.map((cap) => (
                  <option key={cap} value={cap ?? "none"}>
                    {cap === null ? t("segments.cap_none") : t("segments.cap_of", { cap })}
                  </option>
                ))}
              </Select>
            </div>
            <Checkbox
              name="isUsed"
              label={t("segments.use_weights")}
              help={t("segments.use_weights_help")}
              reply={reply}
              defaultChecked={weighting?.isUsed ?? false}
            />
            <button className="button justify-self-start">{t("common.save")}</button>
          </Form>
        </div>
      )}
    </>
  );
}
