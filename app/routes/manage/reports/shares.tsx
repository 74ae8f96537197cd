import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { once } from "~/features/activity/once.server";
import { shareDays, shareInput } from "~/features/reports/sharing/input";
import { listShares } from "~/features/reports/sharing/queries.server";
import { shareVersion } from "~/features/reports/sharing/share-version.server";
import { parseForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useFormat, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { env } from "~/platform/env.server";
import { ProblemSummary, TextField } from "~/ui/field";
import { StaffHead } from "~/ui/staff-head";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const [trialId, number] = [idFrom(params.id), idFrom(params.number)];
  const { shares } = await listShares(ctx, trialId, number);
  return { title: pageTitle(ctx, "reports.shares_title"), key: crypto.randomUUID(), trialId, number, now: ctx.now, shares };
});

/** The answer carries the link, as it is known only now; a twin of the form learns that it was made. */
export const action = command(async ({ ctx, form, params }) => {
  const [trialId, number] = [idFrom(params.id), idFrom(params.number)];
  const { key, ...share } = parseForm(form, shareInput);
  let link: string | null = null;
  await once(ctx, { key, use: `share-report:${trialId}:${number}` }, async (inner) => {
    const { id, token } = await shareVersion(inner, { trialId, number, ...share });
    link = env().PUBLIC_ORIGIN + paths.sharedReport(token);
    return id;
  });
  return { made: { link: link as string | null } };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Shares() {
  const t = useT();
  const format = useFormat();
  const { key, trialId, number, now, shares } = useLoaderData<typeof loader>();
  const data = useActionData<typeof action>();
  const reply = data && "problems" in data ? data : undefined;
  const made = data && "made" in data ? data.made : undefined;
  return (
    <>
      <StaffHead
        title={t("reports.shares_title")}
        back={{ to: paths.reportVersion(trialId, number), label: t("reports.version", { number }) }}
        note={<p>{t("reports.shares_note")}</p>}
      />
      <ProblemSummary reply={reply} />
      {made && (
        <div role="status" className="card mb-6 grid max-w-3xl gap-3 bg-leaf-tint">
          <p className="font-semibold">{t(made.link ? "reports.share_made" : "reports.share_repeated")}</p>
          {made.link && <input className="control num" readOnly value={made.link} aria-label={t("reports.share_link")} />}
        </div>
      )}
      <div className="grid max-w-3xl gap-8">
        <section className="card grid gap-4">
          <h2>{t("reports.share_new")}</h2>
          <Form method="post" className="grid gap-4">
            <input type="hidden" name="key" value={key} />
            <TextField name="note" label={t("reports.share_for")} help={t("reports.share_for_help")} reply={reply} maxLength={120} required />
            <fieldset className="grid gap-1">
              <legend className="text-label font-semibold">{t("reports.share_days")}</legend>
              <div className="flex flex-wrap gap-x-5">
                {shareDays.map((days) => (
                  <label key={days} className="flex min-h-11 items-center gap-2">
                    <input type="radio" name="days" value={days} required defaultChecked={days === 30} className="size-5 accent-leaf" />
                    {t("reports.share_days_count", { count: days })}
                  </label>
                ))}
              </div>
            </fieldset>
            <button className="button justify-self-start">{t("reports.share_make")}</button>
          </Form>
        </section>
        <section className="grid gap-3">
          <h2>{t("reports.shares_heading")}</h2>
          {shares.length === 0 && <p className="text-ink-2">{t("reports.shares_empty")}</p>}
          <ul className="grid">
            {shares.map(({ id, note, by, createdAt, endsAt, revokedAt, opened }) => {
              const isOpen = !revokedAt && new Date(endsAt) > new Date(now);
              const [state, date] = revokedAt ? (["revoked", revokedAt] as const) : ([isOpen ? "ends" : "ended", endsAt] as const);
              return (
                <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-3">
                  <div className="grid min-w-0 gap-0.5">
                    <b className="font-semibold wrap-anywhere">{note}</b>
                    <span className="text-label text-ink-2">
                      {t(`reports.share_${state}`, { date: format.dateTime(date) })} · {t("reports.share_opened", { count: opened })}
                    </span>
                    <span className="text-note text-ink-3">{t("reports.share_by", { date: format.date(createdAt), name: by ?? "–" })}</span>
                  </div>
                  {isOpen && (
                    <Form method="post" action={paths.reportShareRevocation(id)} preventScrollReset>
                      <button className="button quiet small" aria-label={`${t("reports.share_revoke")}: ${note}`}>
                        {t("reports.share_revoke")}
                      </button>
                    </Form>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      </div>
    </>
  );
}
