import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { once } from "~/features/activity/once.server";
import { smallestGroup } from "~/features/reports/report";
import { segmentInput } from "~/features/reports/segments/input";
import { getSegments, saveSegment } from "~/features/reports/segments/save-segment.server";
import { SegmentChoices } from "~/features/reports/segments/segment-choices";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { ProblemSummary, TextField } from "~/ui/field";
import { StaffHead } from "~/ui/staff-head";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const { trial, ...segments } = await getSegments(ctx, idFrom(params.id));
  return { title: pageTitle(ctx, "segments.title"), key: crypto.randomUUID(), trial: { id: trial.id, name: trial.name }, ...segments };
});

export const action = command(async ({ ctx, form, params }) => {
  const trialId = idFrom(params.id);
  const { key, name, only } = parseForm(form, segmentInput);
  const id = await once(ctx, { key, use: `save-segment:${trialId}` }, (inner) => saveSegment(inner, { trialId, name, boxes: only }));
  return redirect(paths.report(trialId, { segment: String(id) }));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Segments() {
  const t = useT();
  const locale = useLocale();
  const { key, trial, isOpen, choices, segments } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <StaffHead
        title={t("segments.title")}
        back={{ to: paths.report(trial.id), label: localized(trial.name, locale) }}
        note={<p>{t("segments.note", { group: smallestGroup })}</p>}
      />
      {!isOpen ? (
        <EmptyState title={t("segments.not_yet")} />
      ) : (
        <div className="grid max-w-5xl gap-8">
          <section className="grid gap-2">
            <h2>{t("segments.saved")}</h2>
            {segments.length === 0 && <p className="text-ink-2">{t("segments.empty")}</p>}
            <ul className="grid">
              {segments.map(({ id, name, words }) => (
                <li key={id} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 border-b border-line py-3">
                  <div className="grid min-w-0 gap-0.5">
                    <Link
                      to={paths.report(trial.id, { segment: String(id) })}
                      className="link inline-flex min-h-9 items-center font-semibold wrap-anywhere"
                      dir="auto"
                    >
                      {name}
                    </Link>
                    {words.map((each) => (
                      <span key={each.en} className="text-label wrap-anywhere text-ink-2" dir="auto">
                        {localized(each, locale)}
                      </span>
                    ))}
                  </div>
                  <Form method="post" action={paths.segmentRemoval(id)} preventScrollReset>
                    <button className="button quiet small" aria-label={t("segments.remove_named", { name })}>
                      {t("segments.remove")}
                    </button>
                  </Form>
                </li>
              ))}
            </ul>
          </section>
          <section className="card grid gap-5">
            <h2>{t("segments.new")}</h2>
            <Form method="post" className="grid gap-6">
              <ProblemSummary reply={reply} />
              <input type="hidden" name="key" value={key} />
              <div className="max-w-md">
                <TextField name="name" label={t("segments.name")} help={t("segments.name_help")} reply={reply} maxLength={80} required />
              </div>
              <p className="max-w-[70ch] text-label text-ink-2">{t("segments.how")}</p>
              <SegmentChoices choices={choices} />
              <button className="button justify-self-start">{t("segments.save")}</button>
            </Form>
          </section>
        </div>
      )}
    </>
  );
}
