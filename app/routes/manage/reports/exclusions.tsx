import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { exclusionInput } from "~/features/reports/input";
import { getReport } from "~/features/reports/queries.server";
import { listParticipantsToExclude, setExclusion, type ParticipantToExclude } from "~/features/reports/set-exclusion.server";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { ProblemSummary } from "~/ui/field";
import { StaffHead } from "~/ui/staff-head";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params, url }) => {
  const trialId = idFrom(params.id);
  const { trial } = await getReport(ctx, trialId);
  const list = await listParticipantsToExclude(ctx, trialId, url.searchParams.get("after"));
  return { title: pageTitle(ctx, "reports.exclusions_title"), trial: { id: trial.id, name: trial.name }, list };
});

export const action = command(async ({ ctx, form, params, url }) => {
  const trialId = idFrom(params.id);
  const { participantId, excluded, reason } = parseForm(form, exclusionInput);
  await setExclusion(ctx, { trialId, participantId, isExcluded: excluded === "true", reason });
  return redirect(`${paths.reportExclusions(trialId, url.searchParams.get("after") ?? undefined)}#participant-${participantId}`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Exclusions() {
  const t = useT();
  const locale = useLocale();
  const { trial, list } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <StaffHead
        title={t("reports.exclusions_title")}
        back={{ to: paths.report(trial.id), label: localized(trial.name, locale) }}
        note={<p>{t("reports.exclusions_note")}</p>}
      />
      <ProblemSummary reply={reply} />
      {list.items.length === 0 && <EmptyState title={t("reports.exclusions_empty")} />}
      {list.leftOut.length > 0 && (
        <section className="mb-6 grid max-w-3xl gap-2">
          <h2>{t("reports.exclusions_now")}</h2>
          <ul className="grid">
            {list.leftOut.map((each) => (
              <Participant key={each.id} participant={each} />
            ))}
          </ul>
        </section>
      )}
      <ul className="grid max-w-3xl">
        {list.items
          .filter(({ exclusion }) => exclusion === null)
          .map((each) => (
            <Participant key={each.id} participant={each} />
          ))}
      </ul>
      {list.next && (
        <Link to={paths.reportExclusions(trial.id, list.next)} className="button quiet small mt-4">
          {t("common.more")}
        </Link>
      )}
    </>
  );
}

const Participant = ({ participant: { id, number, name, responses, exclusion } }: { participant: ParticipantToExclude }) => {
  const t = useT();
  return (
    <li id={`participant-${id}`} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 gap-y-1 border-b border-line py-2 target:bg-leaf-tint">
      <p className="flex min-w-0 flex-wrap items-baseline gap-x-3">
        <b className="min-w-0 font-semibold wrap-anywhere" dir="auto">
          {name}
        </b>
        <span className="text-note text-ink-3">{t("reports.person_number", { number, count: responses })}</span>
      </p>
      {exclusion ? (
        <>
          <Form method="post" preventScrollReset>
            <input type="hidden" name="participantId" value={id} />
            <input type="hidden" name="excluded" value="false" />
            <button className="button quiet small">{t("reports.include_again")}</button>
          </Form>
          <p className="col-span-full min-w-0 text-label wrap-anywhere text-ink-2" dir="auto">
            {exclusion.reason}
          </p>
        </>
      ) : (
        <details className="open:col-span-full">
          <summary className="min-h-9 py-1.5 text-label font-semibold text-leaf">{t("reports.exclude")}</summary>
          <Form method="post" className="grid max-w-xl gap-3 pt-2" preventScrollReset>
            <input type="hidden" name="participantId" value={id} />
            <input type="hidden" name="excluded" value="true" />
            <label className="grid gap-1.5">
              <span className="text-label font-semibold">{t("reports.exclusion_reason")}</span>
              <span className="text-note text-ink-3">{t("reports.exclusion_reason_help")}</span>
              <input id={`field-reason-${id}`} name="reason" className="control" required maxLength={300} />
            </label>
            <button className="button small justify-self-start">{t("reports.exclude")}</button>
          </Form>
        </details>
      )}
    </li>
  );
};
