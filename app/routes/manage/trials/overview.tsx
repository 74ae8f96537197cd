// The fieldwork board: where everybody is, which cell is short, and the one step the trial can take next.
import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { CellTable } from "~/features/trials/components/cell-table";
import { Checklist } from "~/features/trials/components/checklist";
import { Funnel } from "~/features/trials/components/funnel";
import { History } from "~/features/trials/components/history";
import { NextState } from "~/features/trials/components/next-state";
import { Pause } from "~/features/trials/components/pause";
import { TrialFrame } from "~/features/trials/components/trial-frame";
import { getFunnel, listCellFill } from "~/features/trials/fieldwork.server";
import { getTrialFrame } from "~/features/trials/frame.server";
import { stateInput } from "~/features/trials/input";
import { isReadyToLaunch } from "~/features/trials/launch-checklist";
import { getLaunchChecklist } from "~/features/trials/launch.server";
import { moveTrial } from "~/features/trials/move-trial.server";
import { listTrialHistory } from "~/features/trials/queries.server";
import { readKeyAfterLock } from "~/features/trials/reveal-codes.server";
import { dayOf } from "~/features/trials/dates";
import { isUnblinded, takesPeople } from "~/features/trials/trial";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import type { Reply } from "~/ui/field";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const trialId = idFrom(params.id);
  const frame = await getTrialFrame(ctx, trialId);
  const { trial } = frame;
  const isDraft = trial.state === "draft";
  return {
    title: pageTitle(ctx, "staff.page_named", { name: localized(trial.name, ctx.locale) }),
    now: ctx.now,
    ...frame,
    checklist: isDraft ? await getLaunchChecklist(ctx, trialId) : [],
    funnel: isDraft ? [] : await getFunnel(ctx, trialId),
    cells: await listCellFill(ctx, trialId),
    key: isUnblinded(trial.state) ? await readKeyAfterLock(ctx, trialId) : [],
    history: await listTrialHistory(ctx, trialId),
  };
});

export const action = command(async ({ ctx, form, params }) => {
  const trialId = idFrom(params.id);
  await moveTrial(ctx, { trialId, ...parseForm(form, stateInput) });
  return redirect(paths.manageTrial(trialId));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TrialOverview() {
  const t = useT();
  const { trial, rights, checklist, funnel, cells, key, history, now } = useLoaderData<typeof loader>();
  const reply = useActionData() as Reply;
  const isDraft = trial.state === "draft";
  const hasNext = trial.state !== "closed" && trial.state !== "cancelled";
  return (
    <TrialFrame trial={trial} rights={rights}>
      <div className="grid items-start gap-6 min-[1200px]:grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)]">
        <div className="grid gap-6">
          {isDraft && (
            <section className="card grid gap-3">
              <h2>{t("fieldwork.checklist")}</h2>
              <Checklist lines={checklist} trialId={trial.id} screenerId={trial.screenerId} questionnaireId={trial.questionnaireId} />
            </section>
          )}
          {funnel.length > 0 && !trial.isImported && (
            <section className="card grid gap-3">
              <h2>{t("fieldwork.funnel")}</h2>
              <Funnel steps={funnel} places={trial.places} />
            </section>
          )}
          {cells.length > 0 && !isDraft && (
            <section className="card grid gap-2">
              <h2>{t("fieldwork.quotas")}</h2>
              <CellTable cells={cells} />
            </section>
          )}
          {key.length > 0 && (
            <section className="card grid gap-2">
              <h2>{t("fieldwork.key")}</h2>
              <table className="table">
                <tbody>
                  {key.map((line) => (
                    <tr key={line.code}>
                      <th scope="row" className="num w-px pe-6! text-ink!">
                        {line.code}
                      </th>
                      <td>{line.prototypeName}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          )}
        </div>
        <div className="grid gap-6">
          {hasNext && (
            <section className="card grid gap-3">
              <h2>{t("fieldwork.next_state")}</h2>
              <NextState state={trial.state} isReady={!isDraft || isReadyToLaunch(checklist)} reply={reply} reportPath={paths.report(trial.id)} />
              {takesPeople(trial.state) && !trial.isImported && <Pause trial={trial} today={dayOf(now)} />}
            </section>
          )}
          <History rows={history} now={now} />
          {!isDraft && !trial.isImported && (
            <a href={paths.trialAnswersCsv(trial.id)} className="link justify-self-start text-label">
              {t("fieldwork.download_answers")}
            </a>
          )}
        </div>
      </div>
    </TrialFrame>
  );
}
