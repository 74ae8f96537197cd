import type { MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { compareVersions } from "~/features/reports/comparing/compare-versions.server";
import { VersionChanges } from "~/features/reports/comparing/version-changes";
import { getReport } from "~/features/reports/queries.server";
import { pageTitle } from "~/http/page-title.server";
import { page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { StaffHead } from "~/ui/staff-head";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params, url }) => {
  const { trial, report } = await getReport(ctx, idFrom(params.id));
  const numberAt = (name: string) => {
    const text = url.searchParams.get(name);
    return text ? idFrom(text) : null;
  };
  const compared = await compareVersions(ctx, trial.id, report.id, { from: numberAt("from"), to: numberAt("to") });
  return { title: pageTitle(ctx, "segments.compare_versions"), trial: { id: trial.id, name: trial.name }, ...compared };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function VersionsCompared() {
  const t = useT();
  const locale = useLocale();
  const { trial, versions, chosen } = useLoaderData<typeof loader>();
  return (
    <>
      <StaffHead
        title={t("segments.compare_versions")}
        back={{ to: paths.report(trial.id), label: localized(trial.name, locale) }}
        note={<p>{t("segments.compare_versions_note")}</p>}
      />
      {chosen === null ? (
        <EmptyState title={t("segments.compare_versions_few")} />
      ) : (
        <div className="grid gap-7">
          <Form method="get" className="flex flex-wrap items-end gap-4" key={`${chosen.from.number} ${chosen.to.number}`}>
            {(["from", "to"] as const).map((name) => (
              <label key={name} className="grid gap-1">
                <span className="text-label font-semibold">{t(`segments.compare_${name}`)}</span>
                <select name={name} defaultValue={chosen[name].number} className="control">
                  {versions.map(({ number }) => (
                    <option key={number} value={number}>
                      {t("segments.compare_version", { number })}
                    </option>
                  ))}
                </select>
              </label>
            ))}
            <button className="button quiet small min-h-11">{t("segments.compare_show")}</button>
          </Form>
          <VersionChanges chosen={chosen} />
        </div>
      )}
    </>
  );
}
