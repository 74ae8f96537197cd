// Where somebody waits for a document that takes the worker longer than a moment.
import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { isLocale, localized, type Locale } from "~/core/locale";
import { idFrom } from "~/core/ids";
import { askForFile, stateOfFile } from "~/features/reports/exports/report-files.server";
import { limitReport } from "~/http/limits.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

type Params = Record<string, string | undefined>;
const wantedOf = (params: Params, url: URL, locale: Locale) => {
  const language = url.searchParams.get("language");
  return { trialId: idFrom(params.id), number: idFrom(params.number), format: params.format ?? "", locale: isLocale(language) ? language : locale };
};

export const loader = page(async ({ ctx, params, url }) => {
  const wanted = wantedOf(params, url, ctx.locale);
  const { state, version } = await stateOfFile(ctx, wanted);
  const name = localized(version.trial.name, ctx.locale);
  return { title: pageTitle(ctx, "files.page_title", { name }), ...wanted, name, state };
});

export const action = command(async ({ ctx, params, url }) => {
  const wanted = wantedOf(params, url, ctx.locale);
  await limitReport(ctx);
  await askForFile(ctx, wanted);
  return redirect(paths.reportFile(wanted.trialId, wanted.number, wanted.format, wanted.locale));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const lookAgainMs = 2000;

export default function VersionFile() {
  const t = useT();
  const { trialId, number, format, locale, name, state } = useLoaderData<typeof loader>();
  const { revalidate } = useRevalidator();
  const isWaiting = state === "asked";
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(revalidate, lookAgainMs);
    return () => clearInterval(timer);
  }, [isWaiting, revalidate]);
  const what = t("files.document", { number, name, format: t(`reports.export_${format as "pdf"}`), language: t(`reports.export_in_${locale}`) });
  return (
    <section className="card grid max-w-[60ch] justify-items-start gap-4">
      {/* Without a script the page looks again by itself. */}
      {isWaiting && (
        <noscript>
          <meta httpEquiv="refresh" content="3" />
        </noscript>
      )}
      <h1 className="text-[26px]">{t(`files.state_${state}`)}</h1>
      <p className="text-ink-2">{what}</p>
      <p role="status" className="text-label text-ink-2">
        {t(`files.help_${state}`)}
      </p>
      {state === "made" && (
        <a href={paths.reportExport(trialId, number, format, locale)} className="button">
          {t("files.download")}
        </a>
      )}
      {(state === "absent" || state === "failed") && (
        <Form method="post" action={paths.reportFile(trialId, number, format, locale)}>
          <button className="button">{t("files.make")}</button>
        </Form>
      )}
      {isWaiting && (
        <a href={paths.reportFile(trialId, number, format, locale)} className="button quiet">
          {t("files.look_again")}
        </a>
      )}
      <Link to={paths.reportVersion(trialId, number)} className="link">
        {t("files.back")}
      </Link>
    </section>
  );
}
