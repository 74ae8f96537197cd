import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { drawReport } from "~/features/reports/charts/draw-report.server";
import { ReportHead } from "~/features/reports/components/report-head";
import { ReportView } from "~/features/reports/components/report-view";
import { VersionList } from "~/features/reports/components/version-list";
import { ExportMenu } from "~/features/reports/exports/export-menu";
import { getVersion, listDecisions, listVersions } from "~/features/reports/queries.server";
import { pageTitle } from "~/http/page-title.server";
import { page } from "~/http/route.server";
import { useFormat, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { can } from "~/policy/can";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const { trial, report, version, content } = await getVersion(ctx, idFrom(params.id), idFrom(params.number));
  const decided = new Set((await listDecisions(ctx, version.id)).map(({ finding }) => finding));
  return {
    title: pageTitle(ctx, "reports.page_title_version", { name: localized(trial.name, ctx.locale), number: version.number }),
    trialId: trial.id,
    content,
    charts: drawReport(content),
    version: { number: version.number, publishedAt: version.publishedAt, by: version.by },
    versions: await listVersions(ctx, report.id),
    mayShare: can(ctx.actor, "share-report", { teamId: trial.teamId }),
    decided: content.findings.filter(({ key }) => decided.has(key)).length,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ReportVersion() {
  const t = useT();
  const format = useFormat();
  const { trialId, content, charts, version, versions, decided, mayShare } = useLoaderData<typeof loader>();
  const { number, publishedAt, by } = version;
  const published = { number, date: format.dateTime(publishedAt), name: by ?? "" };
  return (
    <>
      <ReportHead trialId={trialId} content={content} state={by ? t("reports.state_version_by", published) : t("reports.state_version", published)}>
        <Link to={paths.report(trialId)} className="button quiet small">
          {t("reports.draft")}
        </Link>
        {mayShare && (
          <Link to={paths.reportShares(trialId, number)} className="button quiet small">
            {t("reports.share_version")}
          </Link>
        )}
        {content.findings.length > 0 && (
          <Link to={paths.reportDecisions(trialId, number)} className="button small">
            {t("reports.decide")}
          </Link>
        )}
      </ReportHead>
      <ExportMenu trialId={trialId} number={number} isSegment={content.segment !== undefined} />
      {versions.length > 1 && <VersionList trialId={trialId} versions={versions} current={number} />}
      <ReportView
        content={content}
        charts={charts}
        aside={
          content.findings.length > 0 && (
            <p className="text-label text-ink-2">
              <Link to={paths.reportDecisions(trialId, number)} className="link">
                {t("reports.decided", { decided, total: content.findings.length })}
              </Link>
            </p>
          )
        }
      />
    </>
  );
}
