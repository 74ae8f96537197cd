import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { ParticipantTable } from "~/features/trials/components/participant-table";
import { TrialFrame } from "~/features/trials/components/trial-frame";
import { countApplications, listParticipants } from "~/features/trials/fieldwork.server";
import { getTrialFrame } from "~/features/trials/frame.server";
import { dropInput } from "~/features/trials/input";
import { dropParticipant } from "~/features/trials/leave-trial.server";
import { takesPeople } from "~/features/trials/trial";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useFormat, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { ProblemSummary, type Reply } from "~/ui/field";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const frame = await getTrialFrame(ctx, idFrom(params.id));
  return {
    title: pageTitle(ctx, "staff.page_named", { name: localized(frame.trial.name, ctx.locale) }),
    ...frame,
    participants: await listParticipants(ctx, frame.trial.id),
    applications: await countApplications(ctx, frame.trial.id),
  };
});

export const action = command(async ({ ctx, form, params }) => {
  const trialId = idFrom(params.id);
  await dropParticipant(ctx, { trialId, ...parseForm(form, dropInput) });
  return redirect(paths.trialParticipants(trialId));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const applicationStates = ["screening", "applied", "ineligible", "waiting", "chosen", "declined", "withdrawn"] as const;

export default function TrialParticipants() {
  const t = useT();
  const format = useFormat();
  const { trial, rights, participants, applications } = useLoaderData<typeof loader>();
  const reply = useActionData() as Reply;
  return (
    <TrialFrame trial={trial} rights={rights}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <ProblemSummary reply={reply} />
        <ul className="flex flex-wrap gap-2">
          {applicationStates
            .filter((state) => applications[state])
            .map((state) => (
              <li key={state} className="chip num">
                {t(`fieldwork.application_${state}`)} <b>{format.number(applications[state] ?? 0)}</b>
              </li>
            ))}
        </ul>
        {participants.length === 0 ? (
          <EmptyState title={t("fieldwork.no_participants_title")}>
            <p>{t("fieldwork.no_participants_text")}</p>
          </EmptyState>
        ) : (
          <section className="card">
            {!rights.seesNames && <p className="mb-2 text-label text-ink-2">{t("fieldwork.names_hidden")}</p>}
            <ParticipantTable rows={participants} canDrop={rights.seesNames && takesPeople(trial.state)} />
          </section>
        )}
      </div>
    </TrialFrame>
  );
}
