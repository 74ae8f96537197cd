// What can be done with a running trial beside moving it on: pause it, go on, give more time, let people apply again.
import { Form, Link } from "@remix-run/react";
import { useFormat, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { TextArea, TextField } from "~/ui/field";
import type { TrialState } from "../trial";

type Props = { trial: { id: number; state: TrialState; pausedAt: Date | string | null }; today: string };

export const Pause = ({ trial, today }: Props) => {
  const t = useT();
  const format = useFormat();
  if (trial.pausedAt !== null)
    return (
      <Form method="post" action={paths.trialPause(trial.id)} className="grid gap-3 rounded-card bg-turmeric-tint p-4">
        <p className="font-semibold">{t("fieldwork.paused_since", { date: format.dateTime(trial.pausedAt) })}</p>
        <p className="text-label">{t("fieldwork.resume_text")}</p>
        <input type="hidden" name="paused" value="false" />
        <button className="button small justify-self-start">{t("fieldwork.resume")}</button>
      </Form>
    );
  return (
    <div className="grid border-t border-line pt-2">
      <details>
        <summary className="min-h-10 content-center text-label font-semibold text-ink-2">{t("fieldwork.pause_question")}</summary>
        <Form method="post" action={paths.trialPause(trial.id)} className="mt-2 mb-3 grid gap-3">
          <p className="text-label text-ink-2">{t("fieldwork.pause_text")}</p>
          <input type="hidden" name="paused" value="true" />
          <TextArea name="reason" label={t("fieldwork.pause_message")} rows={3} maxLength={2000} required />
          <button className="button small justify-self-start">{t("fieldwork.pause")}</button>
        </Form>
      </details>
      {trial.state === "fieldwork" && (
        <details>
          <summary className="min-h-10 content-center text-label font-semibold text-ink-2">{t("fieldwork.reopen_question")}</summary>
          <Form method="post" action={paths.trialReopening(trial.id)} className="mt-2 mb-3 grid gap-3">
            <p className="text-label text-ink-2">{t("fieldwork.reopen_text")}</p>
            <TextField name="applyUntil" type="date" min={today} label={t("fieldwork.apply_until")} required />
            <TextField name="reason" label={t("fieldwork.reopen_reason")} maxLength={500} optional />
            <button className="button small justify-self-start">{t("fieldwork.reopen")}</button>
          </Form>
        </details>
      )}
      <p className="min-h-10 content-center text-label">
        <Link to={paths.trialSetup(trial.id)} className="link">
          {t("fieldwork.extend")}
        </Link>
      </p>
    </div>
  );
};
