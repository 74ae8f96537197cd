import type { HeadersFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { localized } from "~/core/locale";
import { drawReport } from "~/features/reports/charts/draw-report.server";
import { ReportView } from "~/features/reports/components/report-view";
import { openSharedVersion } from "~/features/reports/sharing/queries.server";
import { pageTitle } from "~/http/page-title.server";
import { page } from "~/http/route.server";
import { useFormat, useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { Mark } from "~/ui/logo";

/** A report speaks the words of staff, whoever reads it. */
export const handle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const { content, number, publishedAt, endsAt } = await openSharedVersion(ctx, params.token ?? "");
  const title = pageTitle(ctx, "reports.shared_page_title", { name: localized(content.trial.name, ctx.locale), number });
  return { title, content, charts: drawReport(content), number, publishedAt, endsAt };
});

/** The address is the key: no search engine lists it, and no other site is told it. */
export const headers: HeadersFunction = () => ({ "X-Robots-Tag": "noindex, nofollow", "Referrer-Policy": "no-referrer" });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }, { name: "robots", content: "noindex, nofollow" }];

export default function SharedReport() {
  const t = useT();
  const format = useFormat();
  const locale = useLocale();
  const { content, charts, number, publishedAt, endsAt } = useLoaderData<typeof loader>();
  return (
    <main id="content" className="mx-auto grid max-w-[1240px] gap-6 p-5 min-[860px]:p-10">
      <header className="grid gap-2">
        <a href={paths.home()} className="flex min-h-11 items-center gap-2.5 justify-self-start text-[20px] font-[780] tracking-[-.03em]">
          <Mark />
          {t("common.app_name")}
        </a>
        <p className="text-label font-semibold">{localized(content.trial.name, locale)}</p>
        <p className="text-label text-ink-3">{t("reports.state_version", { number, date: format.dateTime(publishedAt) })}</p>
        <p className="text-label text-ink-2">{t("reports.shared_note", { date: format.dateTime(endsAt) })}</p>
      </header>
      <ReportView content={content} charts={charts} />
    </main>
  );
}
