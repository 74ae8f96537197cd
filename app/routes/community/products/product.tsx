// A product's page: everything that members changed about it, the ideas that were carried out, and the trials that led there.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ChevronLeft, ChevronUp, FlaskConical } from "lucide-react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { ChangeCard } from "~/features/reports/changes/components/change-card";
import { getProductStory } from "~/features/reports/changes/product-page.server";
import { pageTitle } from "~/http/page-title.server";
import { page } from "~/http/route.server";
import { useFormat, useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { PageLink } from "~/ui/page-link";

export const loader = page(async ({ ctx, params, url }) => {
  const story = await getProductStory(ctx, { productId: idFrom(params.id), after: url.searchParams.get("after") });
  return { title: pageTitle(ctx, "changes.product_page_title", { name: localized(story.product.name, ctx.locale) }), ...story };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const entry = "flex min-h-11 items-center gap-3 rounded-control border border-line bg-surface px-4 py-2 hover:border-edge";

export default function Product() {
  const t = useT();
  const locale = useLocale();
  const format = useFormat();
  const { product, changes, ideas, trials, board } = useLoaderData<typeof loader>();
  return (
    <div className="grid gap-8">
      <header className="grid gap-2">
        <PageLink
          to={paths.changes()}
          className="-ms-1 inline-flex min-h-11 items-center gap-1 justify-self-start text-label font-semibold text-ink-2 hover:text-ink"
        >
          <ChevronLeft className="size-4" aria-hidden="true" />
          {t("changes.title")}
        </PageLink>
        <h1>{localized(product.name, locale)}</h1>
        <p className="max-w-[58ch] text-ink-2">{t("changes.product_intro", { count: product.changed })}</p>
      </header>
      <div className="grid items-start gap-x-12 gap-y-10 min-[960px]:grid-cols-[minmax(0,1fr)_310px]">
        <ol className="grid gap-6 border-s-2 border-turmeric ps-5 min-[640px]:ps-7">
          {changes.items.map((change) => (
            <li key={change.id} className="relative grid gap-2">
              <span
                aria-hidden="true"
                className="absolute -start-[27px] top-1 size-3 rounded-full border-2 border-turmeric bg-paper min-[640px]:-start-[35px]"
              />
              <time dateTime={new Date(change.publishedAt).toISOString()} className="text-label font-semibold text-turmeric-ink">
                {format.month(change.publishedAt)}
              </time>
              <ChangeCard change={change} href={paths.change(change.id)} />
            </li>
          ))}
        </ol>
        <aside className="grid content-start gap-8">
          {ideas.length > 0 && (
            <section className="grid gap-3">
              <h2>{t("changes.product_ideas")}</h2>
              <ul className="grid gap-2">
                {ideas.map((idea) => (
                  <li key={idea.id}>
                    <PageLink to={paths.idea(idea.id)} className={entry}>
                      <span className="min-w-0 flex-1 font-semibold">{idea.title}</span>
                      <span className="num inline-flex items-center gap-1 text-label text-ink-2">
                        <ChevronUp className="size-4" aria-hidden="true" />
                        <span className="sr-only">{t("changes.votes", { count: idea.voteCount })}</span>
                        <span aria-hidden="true">{format.number(idea.voteCount)}</span>
                      </span>
                    </PageLink>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {trials.length > 0 && (
            <section className="grid gap-3">
              <h2>{t("changes.product_trials")}</h2>
              <ul className="grid gap-2">
                {trials.map((trial) => (
                  <li key={trial.id}>
                    <PageLink to={paths.trial(trial.id)} className={entry}>
                      <FlaskConical className="size-4 flex-none text-ink-3" aria-hidden="true" />
                      <span className="min-w-0 flex-1 font-semibold">{localized(trial.name, locale)}</span>
                    </PageLink>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section className="grid justify-items-start gap-3 rounded-card bg-sunken p-5">
            <h2 className="text-[18px]">{t("changes.product_next")}</h2>
            <p className="text-ink-2">{t("changes.product_next_text")}</p>
            <PageLink to={board ? paths.newIdea({ board }) : paths.newIdea()} className="button">
              {t("changes.product_next_action")}
            </PageLink>
          </section>
        </aside>
      </div>
      {changes.next && (
        <PageLink to={paths.productStory(product.id, changes.next)} className="button quiet justify-self-start">
          {t("common.more")}
        </PageLink>
      )}
    </div>
  );
}
