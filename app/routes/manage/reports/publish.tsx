import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { once } from "~/features/activity/once.server";
import { DraftState } from "~/features/reports/drafts/draft-state";
import { BeforePublishing } from "~/features/reports/assembling/components/before-publishing";
import { findWork } from "~/features/reports/assembling/work.server";
import { publishInput } from "~/features/reports/input";
import { isStoredMethod } from "~/features/reports/later/computation";
import { publishReport } from "~/features/reports/publish-report.server";
import { getLiveReport, listVersions } from "~/features/reports/queries.server";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { limitReport } from "~/http/limits.server";
import { command, page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { reportingDatabase } from "~/platform/database.server";
import { EmptyState } from "~/ui/empty-state";
import { ProblemSummary } from "~/ui/field";
import { StaffHead } from "~/ui/staff-head";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params, url }) => {
  const wanted = url.searchParams.get("segment");
  const segmentId = wanted ? idFrom(wanted) : null;
  const { trial, report, content, hasResults, dataHash, finished, later, freshness } = await getLiveReport(
    { ...ctx, db: reportingDatabase() },
    idFrom(params.id),
    segmentId,
  );
  const base = content.blocks.find((block) => block.block === "base");
  return {
    title: pageTitle(ctx, "reports.publish_title"),
    key: crypto.randomUUID(),
    trial: { id: trial.id, name: trial.name, isImported: trial.source !== null, isFirst: trial.state === "analysis" },
    number: ((await listVersions(ctx, report.id))[0]?.number ?? 0) + 1,
    hasResults,
    dataHash,
    finished,
    people: base?.people ?? 0,
    responses: base?.responses ?? 0,
    leftOut: base?.exclusions.length ?? 0,
    findings: content.findings.slice(0, 8),
    headline: content.headline,
    segmentId,
    later: later.filter(({ method }) => isStoredMethod(method)),
    freshness,
    segment: content.segment?.name ?? null,
    work: await findWork(
      ctx,
      report.id,
      content.blocks.map(({ block }) => block),
    ),
  };
});

export const action = command(async ({ ctx, form, params }) => {
  const trialId = idFrom(params.id);
  const { key, segmentId, finished } = parseForm(form, publishInput);
  await limitReport(ctx);
  const number = await once({ ...ctx, db: reportingDatabase() }, { key, use: `publish-report:${trialId}` }, (inner) =>
    publishReport(inner, { trialId, segmentId, finished }),
  );
  return redirect(paths.reportVersion(trialId, number));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PublishReport() {
  const t = useT();
  const locale = useLocale();
  const { key, trial, number, hasResults, dataHash, finished, people, responses, leftOut, findings, headline, segmentId, segment, later, freshness, work } =
    useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const view = segmentId === null ? {} : { segment: String(segmentId) };
  const tells = trial.isImported || !trial.isFirst ? null : t("reports.publish_tells");
  return (
    <>
      <StaffHead title={t("reports.publish_heading", { number })} back={{ to: paths.report(trial.id), label: localized(trial.name, locale) }} />
      <DraftState trialId={trial.id} freshness={freshness} later={later} view={view} here={paths.reportPublish(trial.id, view)} />
      {!hasResults ? (
        <EmptyState title={t("reports.blind_title")}>
          <p>{t("reports.blind_text")}</p>
        </EmptyState>
      ) : (
        <Form method="post" className="grid max-w-3xl gap-5">
          <ProblemSummary reply={reply} />
          <input type="hidden" name="key" value={key} />
          <input type="hidden" name="finished" value={finished} />
          {segmentId !== null && <input type="hidden" name="segmentId" value={segmentId} />}
          <div className="card grid gap-4">
            {segment !== null && <p className="chip turmeric justify-self-start">{t("segments.report_of", { name: segment })}</p>}
            {localized(headline, locale) && <h2>{localized(headline, locale)}</h2>}
            <ul className="grid gap-1.5 text-ink-2">
              {findings.map((finding) => (
                <li key={finding.key}>{localized(finding.text, locale)}</li>
              ))}
            </ul>
            <p className="text-label text-ink-2">{t("reports.publish_base", { people, responses, leftOut })}</p>
            <p className="num text-note break-all text-ink-3">
              {t("reports.data_hash")} {dataHash}
            </p>
          </div>
          <BeforePublishing trialId={trial.id} work={work} />
          <p className="text-ink-2">
            {t("reports.publish_warning")} {tells}
          </p>
          <div className="flex flex-wrap gap-2">
            <button className="button">{t("reports.publish_now", { number })}</button>
            <Link to={paths.report(trial.id)} className="button quiet">
              {t("common.cancel")}
            </Link>
          </div>
        </Form>
      )}
    </>
  );
}
