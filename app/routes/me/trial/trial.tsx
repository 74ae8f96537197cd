// One's own trial: the parcel, the questionnaires in their order under their codes, and what happens next.
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { Complaints } from "~/features/trials/components/complaints";
import { Diary } from "~/features/trials/components/diary";
import { listOwnComplaints } from "~/features/trials/complain.server";
import { getOwnDiary } from "~/features/trials/diary.server";
import { ParcelWay } from "~/features/trials/components/parcel-way";
import { Remarks } from "~/features/trials/components/remarks";
import { DueChip } from "~/features/trials/components/task-card";
import { TaskList } from "~/features/trials/components/task-list";
import { getOwnParticipation } from "~/features/trials/own-participation.server";
import { pageTitle } from "~/http/page-title.server";
import { page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import type { Reply } from "~/ui/field";
import { ProblemSummary } from "~/ui/field";
import { MyPage } from "../my-page";

export const loader = page(async ({ ctx, params }) => {
  const participation = await getOwnParticipation(ctx, idFrom(params.id));
  return {
    title: pageTitle(ctx, "trials.page_named", { name: localized(participation.trial.name, ctx.locale) }),
    now: ctx.now,
    formKey: crypto.randomUUID(),
    participation,
    complaints: await listOwnComplaints(ctx, participation.trial.id),
    diary: await getOwnDiary(ctx, participation.trial.id),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function MyTrial() {
  const t = useT();
  const locale = useLocale();
  const { participation, complaints, diary, formKey, now } = useLoaderData<typeof loader>();
  const reply = useActionData() as Reply;
  const { trial, tasks, next, parcel, remarks } = participation;
  const isPaused = trial.pausedAt !== null;
  const isRunning = next.kind !== "ended" && next.kind !== "complete" && (trial.state === "recruiting" || trial.state === "fieldwork");
  const mayLeave = next.kind !== "ended" && (trial.state === "recruiting" || trial.state === "fieldwork");
  const state =
    trial.state === "cancelled"
      ? "cancelled"
      : next.kind === "ended"
        ? `ended_${participation.state}`
        : next.kind === "complete" && trial.state !== "fieldwork" && trial.state !== "recruiting"
          ? trial.state
          : next.kind;
  const hasParcel = parcel !== null && parcel.state !== null && next.kind !== "ended";
  const isReceived = parcel?.state === "received";
  return (
    <MyPage title={localized(trial.name, locale)} lead={t(`trials.next_${state as "complete"}`)}>
      <ProblemSummary reply={reply} />
      {isPaused && mayLeave && <p className="rounded-card bg-turmeric-tint p-4">{t("trials.paused")}</p>}
      {isRunning && !isPaused && trial.fieldworkUntil && next.kind !== "parcel_waiting" && <DueChip at={trial.fieldworkUntil} now={now} />}
      {hasParcel && !isReceived && <ParcelWay trialId={trial.id} parcel={parcel} canConfirm={isRunning} />}
      {tasks.length > 0 && next.kind !== "ended" && <TaskList tasks={tasks} minutes={trial.minutes} canAnswer={isRunning} />}
      {hasParcel && isReceived && <ParcelWay trialId={trial.id} parcel={parcel} canConfirm={false} />}
      {diary && <Diary trialId={trial.id} diary={diary} />}
      {mayLeave && <Complaints trialId={trial.id} complaints={complaints} formKey={formKey} now={now} />}
      {remarks.length > 0 && <Remarks remarks={remarks} />}
      <section className="grid gap-3">
        <details className="card py-2!">
          <summary className="min-h-11 content-center font-semibold">{t("trials.confidentiality")}</summary>
          <p className="mt-2 text-label whitespace-pre-line text-ink-2">{localized(trial.confidentiality, locale)}</p>
        </details>
        {mayLeave && (
          <details className="card py-2!">
            <summary className="min-h-11 content-center font-semibold">{t("trials.leave_question")}</summary>
            <form method="post" action={paths.leaveTrial(trial.id)} className="mt-2 grid gap-3">
              <p className="text-label text-ink-2">{t("trials.leave_text")}</p>
              <fieldset className="grid">
                <legend className="text-label font-semibold">{t("trials.leave_answers")}</legend>
                {(["keep", "remove"] as const).map((answers) => (
                  <label key={answers} className="flex min-h-11 items-center gap-3">
                    <input type="radio" name="answers" value={answers} defaultChecked={answers === "keep"} className="size-5 accent-leaf" />
                    {t(`trials.leave_answers_${answers}`)}
                  </label>
                ))}
              </fieldset>
              <button className="button danger justify-self-start">{t("trials.leave")}</button>
            </form>
          </details>
        )}
      </section>
    </MyPage>
  );
}
