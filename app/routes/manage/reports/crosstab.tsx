import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { byPrototype } from "~/features/reports/crosstabs/crosstab";
import { CrosstabForm } from "~/features/reports/crosstabs/crosstab-form";
import { CrosstabTable } from "~/features/reports/crosstabs/crosstab-table";
import { getCrosstab } from "~/features/reports/crosstabs/get-crosstab.server";
import { pinInput } from "~/features/reports/crosstabs/input";
import { pinCrosstab } from "~/features/reports/crosstabs/pin-crosstab.server";
import { PinButton, PinnedCrosstabs } from "~/features/reports/crosstabs/pinned-crosstabs";
import { readSearch } from "~/features/reports/crosstabs/read-search.server";
import { smallestGroup } from "~/features/reports/report";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { reportingDatabase } from "~/platform/database.server";
import { ProblemSummary } from "~/ui/field";
import { StaffHead } from "~/ui/staff-head";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params, url }) => {
  const { trial, ...crosstab } = await getCrosstab({ ...ctx, db: reportingDatabase() }, idFrom(params.id), readSearch(url));
  return { title: pageTitle(ctx, "crosstabs.title"), trial: { id: trial.id, name: trial.name }, ...crosstab };
});

export const action = command(async ({ ctx, form, params, url }) => {
  const trialId = idFrom(params.id);
  await pinCrosstab(ctx, { trialId, ...parseForm(form, pinInput) });
  // Back to the crosstab that was on the screen.
  return redirect(`${paths.reportCrosstab(trialId)}${url.search}`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function CrosstabPage() {
  const t = useT();
  const locale = useLocale();
  const { trial, isOpen, questions, banners, prototypes, segments, segment, weights, spec, text, tables, notes, ...pins } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const choices = { questions, banners, prototypes, segments, hasWeights: weights.state === "usable" };
  const segmentId = segment?.id ?? null;
  return (
    <>
      <StaffHead
        title={t("crosstabs.title")}
        back={{ to: paths.report(trial.id), label: localized(trial.name, locale) }}
        note={<p>{t("crosstabs.intro", { group: smallestGroup })}</p>}
      />
      <ProblemSummary reply={reply} />
      {spec === null ? (
        <p className="text-ink-2">{t(isOpen ? "crosstabs.nothing" : "crosstabs.not_yet")}</p>
      ) : (
        <>
          <CrosstabForm trialId={trial.id} choices={choices} spec={spec} segmentId={segmentId} />
          <div className="grid min-w-0 gap-5">
            {segment && (
              <p className="font-semibold wrap-anywhere" dir="auto">
                {t("crosstabs.only", { name: segment.name })}
              </p>
            )}
            {tables.map((table) => (
              <CrosstabTable
                key={table.about ?? ""}
                table={table}
                title={localized(text, locale)}
                caption={
                  prototypes.find(({ code }) => code === table.about)?.name ??
                  t(table.points[0]?.key === byPrototype ? "crosstabs.table_prototypes" : "crosstabs.table_people")
                }
                isSegment={segment !== null}
              />
            ))}
            <div className="grid max-w-[90ch] gap-1 text-note text-ink-3">
              {notes.map((note) => (
                <p key={note.en}>{localized(note, locale)}</p>
              ))}
            </div>
            <div className="no-print flex flex-wrap items-center gap-3">
              {pins.mayPin && <PinButton spec={spec} isPinned={pins.isPinned} isFull={pins.isFull} />}
              <a
                href={paths.reportCrosstabFile(trial.id, {
                  ...spec,
                  weights: weights.state === "usable" ? (spec.isWeighted ? "on" : "off") : undefined,
                  segment: segmentId,
                })}
                className="button quiet small min-h-11"
              >
                {t("crosstabs.download")}
              </a>
            </div>
          </div>
        </>
      )}
      <PinnedCrosstabs trialId={trial.id} pinned={pins.pinned} questions={questions} banners={banners} prototypes={prototypes} mayPin={pins.mayPin} />
    </>
  );
}
