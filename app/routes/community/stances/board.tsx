// One statement at a time: agree, disagree or pass. Works without scripts, and what was said last can be taken back.
import type { MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { localized } from "~/core/locale";
import { loadStatementPage } from "~/features/ideas/statements/statement-page.server";
import { stanceNames } from "~/features/ideas/statements/stance";
import { pageTitle } from "~/http/page-title.server";
import { page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { PageLink } from "~/ui/page-link";

export const loader = page(async ({ ctx, params, url }) => {
  const found = await loadStatementPage(ctx, params.slug ?? "", url.searchParams);
  return { ...found, title: pageTitle(ctx, "ideas.page_named", { name: localized(found.board.name, ctx.locale) }) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function StatementBoard() {
  const t = useT();
  const locale = useLocale();
  const { board, next, before, said, total, own } = useLoaderData<typeof loader>();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <div className="grid max-w-[62ch] gap-2.5">
        <h1>{localized(board.name, locale)}</h1>
        <p>{localized(board.purpose, locale)}</p>
      </div>
      {before && (
        <div role="status" className="flex max-w-[720px] flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-card bg-leaf-tint px-4 py-3 text-label">
          <p className="min-w-0">
            {t(`stances.said_${before.stance}`)} <span lang={before.language}>“{before.text}”</span>
          </p>
          <Form method="post" action={paths.stance(before.id)}>
            <button name="stance" value="none" className="button quiet small">
              {t("stances.take_back")}
            </button>
          </Form>
        </div>
      )}
      {next ? (
        <section aria-labelledby="statement" className="card grid max-w-[720px] gap-5 p-6">
          <p className="num text-label text-ink-2">{t("stances.progress", { said, total })}</p>
          <h2 id="statement" lang={next.language} dir="auto" className="text-[22px] leading-snug">
            {next.text}
          </h2>
          <Form method="post" action={paths.stance(next.id)} className="grid gap-2.5 sm:grid-cols-3">
            {stanceNames.map((stance) => (
              <button key={stance} name="stance" value={stance} className="button quiet min-h-12 w-full justify-center">
                {t(`stances.${stance}`)}
              </button>
            ))}
          </Form>
          <p className="text-note text-ink-3">{t("stances.pass_means")}</p>
        </section>
      ) : (
        <section className="grid max-w-[720px] gap-2 rounded-panel bg-sunken p-6">
          <h2>{t(total === 0 ? "stances.none_yet" : "stances.all_done")}</h2>
          <p className="text-ink-2">{t(total === 0 ? "stances.none_yet_why" : "stances.all_done_why")}</p>
        </section>
      )}
      <p className="flex flex-wrap gap-3">
        <PageLink to={paths.stanceGroups(board.slug)} className="button quiet small">
          {t("stances.see_groups")}
        </PageLink>
        <PageLink to={paths.ideas()} className="button quiet small">
          {t("stances.to_boards")}
        </PageLink>
      </p>
      {own.length > 0 && (
        <details className="max-w-[720px]">
          <summary className="min-h-11 py-2.5 font-semibold">{t("stances.own", { count: own.length })}</summary>
          <ul className="grid">
            {own.map((statement) => (
              <li key={statement.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line py-2.5">
                <p className="min-w-0 flex-1 basis-56 text-label">
                  <b>{t(`stances.side_${statement.stance}`)}</b> <span lang={statement.language}>{statement.text}</span>
                </p>
                <Form method="post" action={paths.stance(statement.id)}>
                  <button
                    name="stance"
                    value="none"
                    className="button quiet small min-h-11"
                    aria-label={t("stances.take_back_of", { statement: statement.text })}
                  >
                    {t("stances.take_back")}
                  </button>
                </Form>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
