import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { compareWaves } from "~/features/reports/comparing/compare-waves.server";
import { QuestionCard } from "~/features/reports/components/questions-view";
import { DraftState } from "~/features/reports/drafts/draft-state";
import { smallestGroup } from "~/features/reports/report";
import { pageTitle } from "~/http/page-title.server";
import { page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { reportingDatabase } from "~/platform/database.server";
import { EmptyState } from "~/ui/empty-state";
import { StaffHead } from "~/ui/staff-head";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const { trial, ...compared } = await compareWaves({ ...ctx, db: reportingDatabase() }, idFrom(params.id));
  return { title: pageTitle(ctx, "segments.compare_waves"), trial: { id: trial.id, name: trial.name }, ...compared };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function WavesCompared() {
  const t = useT();
  const locale = useLocale();
  const { trial, isOpen, waves, hidden, findings, freshness, later } = useLoaderData<typeof loader>();
  return (
    <>
      <StaffHead
        title={t("segments.compare_waves")}
        back={{ to: paths.report(trial.id), label: localized(trial.name, locale) }}
        note={<p>{t("segments.compare_waves_note", { group: smallestGroup })}</p>}
      />
      <DraftState trialId={trial.id} freshness={freshness} later={later} here={paths.reportWaves(trial.id)} />
      {hidden > 0 && <p className="mb-4 text-label text-ink-2">{t("segments.compare_waves_hidden", { count: hidden })}</p>}
      {freshness?.computedAt === null ? null : !isOpen || waves.length < 2 ? (
        <EmptyState title={t(isOpen ? "segments.compare_waves_few" : "segments.compare_waves_not_yet")} />
      ) : (
        <div className="grid gap-5">
          <ul className="flex flex-wrap gap-x-6 gap-y-1 text-label text-ink-2">
            {waves.map(({ number, people }) => (
              <li key={number}>{t("segments.compare_wave_people", { number, people })}</li>
            ))}
          </ul>
          {findings.map((finding) => (
            <QuestionCard key={finding.key} question={finding} />
          ))}
        </div>
      )}
    </>
  );
}
