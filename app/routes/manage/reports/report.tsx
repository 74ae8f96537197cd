import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { BlockTools, WorkLine } from "~/features/reports/assembling/components/block-tools";
import { findWork } from "~/features/reports/assembling/work.server";
import { drawReport } from "~/features/reports/charts/draw-report.server";
import { ReportHead } from "~/features/reports/components/report-head";
import { ReportView } from "~/features/reports/components/report-view";
import { VersionList } from "~/features/reports/components/version-list";
import { DraftState } from "~/features/reports/drafts/draft-state";
import { countWaves } from "~/features/reports/comparing/compare-waves.server";
import { getLiveReport, listVersions } from "~/features/reports/queries.server";
import type { BlockName } from "~/features/reports/report";
import { findKnownSegments } from "~/features/reports/segments/queries.server";
import { SegmentChooser } from "~/features/reports/segments/segment-chooser";
import { pageTitle } from "~/http/page-title.server";
import { page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { reportingDatabase } from "~/platform/database.server";
import { can } from "~/policy/can";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params, url }) => {
  // Long questions go to a pool of their own, so that pages do not wait behind them.
  const wanted = url.searchParams.get("segment");
  const segmentId = wanted ? idFrom(wanted) : null;
  const { trial, report, content, hasResults, dataHash, later, freshness } = await getLiveReport(
    { ...ctx, db: reportingDatabase() },
    idFrom(params.id),
    segmentId,
  );
  const segments = hasResults ? await findKnownSegments(ctx, trial.id) : [];
  return {
    title: pageTitle(ctx, "reports.page_title", { name: localized(trial.name, ctx.locale) }),
    trialId: trial.id,
    content,
    charts: drawReport(content),
    hasResults,
    dataHash,
    later,
    freshness,
    work: await findWork(
      ctx,
      report.id,
      content.blocks.map(({ block }) => block),
    ),
    versions: await listVersions(ctx, report.id),
    segmentId,
    waves: hasResults ? await countWaves(ctx, trial.id) : 0,
    segments: segments.filter(({ removedAt }) => removedAt === null).map(({ id, name }) => ({ id, name })),
    mayExclude: can(ctx.actor, "see-participants", null),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Report() {
  const t = useT();
  const { trialId, content, charts, hasResults, dataHash, later, freshness, work, versions, segmentId, segments, waves, mayExclude } =
    useLoaderData<typeof loader>();
  const view = segmentId === null ? {} : { segment: String(segmentId) };
  const workOn = (block: BlockName) => work.blocks.find((each) => each.block === block);
  const hasOpenQuestions = content.blocks.some(({ block }) => block === "quotations");
  return (
    <>
      <ReportHead
        trialId={trialId}
        content={content}
        state={
          <>
            {t(!hasResults ? "reports.state_blind" : freshness ? "later.stored_state" : "reports.state_draft")}
            <WorkLine trialId={trialId} work={work} />
          </>
        }
      >
        {hasResults && (
          <>
            <Link to={paths.reportCrosstab(trialId)} className="button quiet small">
              {t("findings.crosstab")}
            </Link>
            <Link to={paths.reportOutline(trialId)} className="button quiet small">
              {t("document.outline")}
            </Link>
            <Link to={paths.reportEdit(trialId)} className="button quiet small">
              {t("reports.edit")}
            </Link>
            {hasOpenQuestions && (
              <Link to={paths.reportQuotations(trialId)} className="button quiet small">
                {t("reports.quotations")}
              </Link>
            )}
            {mayExclude && (
              <Link to={paths.reportExclusions(trialId)} className="button quiet small">
                {t("reports.exclusions")}
              </Link>
            )}
            {content.blocks.length > 0 && freshness?.computedAt !== null && (
              <Link to={paths.reportPublish(trialId, view)} className="button small">
                {t("reports.publish")}
              </Link>
            )}
          </>
        )}
      </ReportHead>
      <VersionList trialId={trialId} versions={versions} />
      {hasResults && <SegmentChooser trialId={trialId} segments={segments} chosen={segmentId} waves={waves} />}
      {!hasResults && (
        <section className="mb-7 grid gap-2 rounded-panel bg-sunken p-6 min-[860px]:p-10">
          <h1 className="text-[28px]">{t("reports.blind_title")}</h1>
          <p className="max-w-[60ch] text-ink-2">{t("reports.blind_text")}</p>
        </section>
      )}
      <DraftState trialId={trialId} freshness={freshness} later={later} hash={dataHash} view={view} here={paths.report(trialId, view)} />
      <ReportView
        content={content}
        charts={charts}
        tools={(block) => (block === "action_standards" ? null : <BlockTools trialId={trialId} block={block} work={workOn(block)} />)}
        aside={<BlockTools trialId={trialId} block="action_standards" work={workOn("action_standards")} isInside />}
      />
    </>
  );
}
