// One participant for whoever helps them; without the name for those who may not see names.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { useStep } from "~/features/trials/components/participant-table";
import { getTrialFrame } from "~/features/trials/frame.server";
import { getParticipant } from "~/features/trials/participant.server";
import { pageTitle } from "~/http/page-title.server";
import { page } from "~/http/route.server";
import { useFormat, useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { StaffHead } from "~/ui/staff-head";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const { trial } = await getTrialFrame(ctx, idFrom(params.id));
  const participant = await getParticipant(ctx, { trialId: trial.id, participantId: idFrom(params.participantId) });
  return { title: pageTitle(ctx, "fieldwork.participant"), trial: { id: trial.id, name: trial.name }, participant };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Participant() {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const stepOf = useStep();
  const { trial, participant } = useLoaderData<typeof loader>();
  const { next, state, sentAt, currentCodes } = participant;
  const step = stepOf({ step: next.kind, isStarted: next.kind === "answer" && next.started, state, currentCodes, sentAt });
  return (
    <>
      <StaffHead
        title={participant.name ?? t("fieldwork.parcel_number", { number: String(participant.id) })}
        back={{ to: paths.trialParticipants(trial.id), label: localized(trial.name, locale) }}
        note={<p className="text-label">{step}</p>}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 min-[1000px]:grid-cols-2">
        <section className="card grid gap-4">
          <h2>{t("fieldwork.participant_standing")}</h2>
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 text-label">
            <dt className="text-ink-3">{t("fieldwork.cell")}</dt>
            <dd>{participant.cellName ? localized(participant.cellName, locale) : "–"}</dd>
            <dt className="text-ink-3">{t("fieldwork.codes_in_order")}</dt>
            <dd className="num">{participant.codes.join(" → ") || "–"}</dd>
            <dt className="text-ink-3">{t("fieldwork.tab_parcels")}</dt>
            <dd>{participant.parcelState ? t(`fieldwork.parcel_${participant.parcelState}`) : "–"}</dd>
            {participant.answersKept !== null && (
              <>
                <dt className="text-ink-3">{t("fieldwork.answers")}</dt>
                <dd>{t(participant.answersKept ? "fieldwork.answers_kept" : "fieldwork.answers_removed")}</dd>
              </>
            )}
          </dl>
          <ol className="grid gap-2">
            {participant.tasks.map((task) => (
              <li key={task.position} className="flex flex-wrap items-center gap-3 text-label">
                <b className="num">{task.codes.join(" · ")}</b>
                <span className={`chip ${task.state === "done" ? "leaf" : task.state === "open" ? "turmeric" : ""}`}>{t(`fieldwork.task_${task.state}`)}</span>
              </li>
            ))}
          </ol>
        </section>
        <section className="card grid gap-3">
          <h2>{t("fieldwork.participant_history")}</h2>
          <ol className="divide-y divide-line text-label">
            {participant.happened.map((event, index) => (
              <li key={index} className="grid grid-cols-[minmax(0,1fr)_auto] gap-4 py-2">
                <span className="num">
                  {t(`fieldwork.happened_${event.kind}`)} {event.detail && <b className="font-semibold">{event.detail}</b>}
                </span>
                <time className="text-ink-3" dateTime={new Date(event.at).toISOString()}>
                  {format.dateTime(event.at)}
                </time>
              </li>
            ))}
          </ol>
        </section>
      </div>
    </>
  );
}
