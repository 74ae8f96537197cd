// Everybody who takes part, at which step, and the acts that help when somebody does not move on.
import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { actOnParticipants, findOpenAct, undoAct } from "~/features/trials/act-on-participants.server";
import { countSteps, listParticipants } from "~/features/trials/board.server";
import { ParticipantTable } from "~/features/trials/components/participant-table";
import { StepFilter } from "~/features/trials/components/step-filter";
import { TrialFrame } from "~/features/trials/components/trial-frame";
import { countApplications } from "~/features/trials/fieldwork.server";
import { getTrialFrame } from "~/features/trials/frame.server";
import { actInput, undoInput } from "~/features/trials/input";
import { nextStepKinds } from "~/features/trials/participation";
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

export const loader = page(async ({ ctx, params, url }) => {
  const frame = await getTrialFrame(ctx, idFrom(params.id));
  const trialId = frame.trial.id;
  const step = nextStepKinds.find((kind) => kind === url.searchParams.get("step")) ?? null;
  const isLate = url.searchParams.get("late") === "true";
  return {
    title: pageTitle(ctx, "staff.page_named", { name: localized(frame.trial.name, ctx.locale) }),
    ...frame,
    filter: { step, isLate },
    counts: await countSteps(ctx, trialId),
    participants: await listParticipants(ctx, trialId, { step, isLate, after: url.searchParams.get("after") }),
    applications: await countApplications(ctx, trialId),
    openAct: await findOpenAct(ctx, trialId),
  };
});

export const action = command(async ({ ctx, form, params, url }) => {
  const trialId = idFrom(params.id);
  if (form.has("undo")) await undoAct(ctx, { trialId, actId: parseForm(form, undoInput).undo });
  else {
    const { act, participantIds } = parseForm(form, actInput);
    await actOnParticipants(ctx, { trialId, kind: act, participantIds });
  }
  return redirect(paths.trialParticipants(trialId) + url.search);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const applicationStates = ["screening", "applied", "ineligible", "waiting", "chosen", "declined", "withdrawn"] as const;

export default function TrialParticipants() {
  const t = useT();
  const format = useFormat();
  const { trial, rights, counts, participants, applications, filter, openAct } = useLoaderData<typeof loader>();
  const reply = useActionData() as Reply;
  return (
    <TrialFrame trial={trial} rights={rights}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <ProblemSummary reply={reply} />
        {openAct && rights.seesNames && (
          <Form method="post" className="flex flex-wrap items-center gap-4 rounded-card bg-turmeric-tint p-4" role="status">
            <p className="flex-1">{t(`fieldwork.acted_${openAct.kind}`, { count: openAct.count })}</p>
            <button className="button quiet small" name="undo" value={openAct.id}>
              {t("fieldwork.undo")}
            </button>
          </Form>
        )}
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-label text-ink-2">
          {applicationStates
            .filter((state) => applications[state])
            .map((state) => (
              <li key={state} className="num">
                {t(`fieldwork.application_${state}`)} <b className="text-ink">{format.number(applications[state] ?? 0)}</b>
              </li>
            ))}
        </ul>
        {counts.length === 0 ? (
          <EmptyState title={t("fieldwork.no_participants_title")}>
            <p>{t("fieldwork.no_participants_text")}</p>
          </EmptyState>
        ) : (
          <>
            <StepFilter trialId={trial.id} counts={counts} step={filter.step} isLate={filter.isLate} />
            <section className="card">
              {!rights.seesNames && <p className="mb-2 text-label text-ink-2">{t("fieldwork.names_hidden")}</p>}
              {participants.items.length === 0 ? (
                <p className="text-ink-2">{t("fieldwork.filter_none")}</p>
              ) : (
                <ParticipantTable trialId={trial.id} rows={participants.items} canAct={rights.seesNames && takesPeople(trial.state)} />
              )}
              {participants.next && (
                <Link
                  to={paths.trialParticipants(trial.id, { step: filter.step ?? undefined, late: filter.isLate, after: participants.next })}
                  className="button quiet small mt-4"
                >
                  {t("fieldwork.more")}
                </Link>
              )}
            </section>
          </>
        )}
      </div>
    </TrialFrame>
  );
}
