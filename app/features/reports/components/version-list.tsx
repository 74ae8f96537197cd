import { Link } from "@remix-run/react";
import { useFormat, useT } from "~/i18n/language";
import { paths } from "~/paths";

/** What has been published of this trial, newest first. */
export const VersionList = ({ trialId, versions, current }: { trialId: number; versions: { number: number; publishedAt: Date }[]; current?: number }) => {
  const t = useT();
  const format = useFormat();
  if (versions.length === 0) return null;
  return (
    <nav aria-label={t("reports.versions")} className="no-print mb-5 flex flex-wrap items-center gap-x-4 gap-y-1 text-label">
      <span className="text-ink-3">{t("reports.versions")}</span>
      {versions.map(({ number, publishedAt }) => (
        <Link
          key={number}
          to={paths.reportVersion(trialId, number)}
          aria-current={number === current ? "page" : undefined}
          className="link inline-flex min-h-9 items-center aria-[current=page]:text-ink aria-[current=page]:no-underline"
        >
          {t("reports.version_of", { number, date: format.date(publishedAt) })}
        </Link>
      ))}
      {versions.length > 1 && (
        <Link to={paths.reportComparison(trialId, current === undefined ? {} : { to: String(current) })} className="link inline-flex min-h-9 items-center">
          {t("segments.compare_versions")}
        </Link>
      )}
    </nav>
  );
};
