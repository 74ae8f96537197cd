import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ChevronLeft, ChevronUp } from "lucide-react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { ChangeSteps } from "~/features/reports/changes/components/change-card";
import { getChange } from "~/features/reports/changes/queries.server";
import { pageTitle } from "~/http/page-title.server";
import { page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { Day } from "~/ui/time";

export const loader = page(async ({ ctx, params }) => {
  const found = await getChange(ctx, idFrom(params.id));
  return { title: pageTitle(ctx, "changes.page_title", { title: localized(found.change.title, ctx.locale) }), ...found };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Change() {
  const t = useT();
  const locale = useLocale();
  const { change, ideas, trial } = useLoaderData<typeof loader>();
  return (
    <article className="mx-auto grid max-w-[720px] gap-6">
      <Link
        to={paths.changes()}
        className="-ms-1 inline-flex min-h-11 items-center gap-1 justify-self-start text-label font-semibold text-ink-2 hover:text-ink"
      >
        <ChevronLeft className="size-4" aria-hidden="true" />
        {t("changes.title")}
      </Link>
      <header className="grid gap-2">
        <p className="text-label text-ink-2">
          <Link to={paths.productStory(change.productId)} className="link">
            {localized(change.product, locale)}
          </Link>{" "}
          · <Day at={change.publishedAt} />
        </p>
        <h1>{localized(change.title, locale)}</h1>
      </header>
      <div className="grid gap-6 rounded-panel bg-turmeric-tint p-6 min-[640px]:p-8">
        <section className="grid gap-2">
          <h2 className="text-[17px] text-turmeric-ink">{t("changes.you_said")}</h2>
          {change.quote && <blockquote className="quote text-[22px]">“{change.quote}”</blockquote>}
          <p className="whitespace-pre-line">{localized(change.said, locale)}</p>
        </section>
        <section className="grid gap-2">
          <h2 className="text-[17px] text-turmeric-ink">{t("changes.we_did")}</h2>
          <p className="whitespace-pre-line">{localized(change.did, locale)}</p>
        </section>
        {change.voices > 0 && <p className="text-label text-ink-2">{t("changes.voices", { count: change.voices })}</p>}
        <ChangeSteps steps={change.steps} />
      </div>
      {(ideas.length > 0 || trial) && (
        <section className="grid gap-3">
          <h2>{t("changes.grew_from")}</h2>
          <ul className="grid gap-2">
            {ideas.map((idea) => (
              <li key={idea.id}>
                <Link
                  to={paths.idea(idea.id)}
                  className="flex min-h-11 items-center gap-3 rounded-control border border-line bg-surface px-4 py-2 hover:border-edge"
                >
                  <span className="flex-1 font-semibold">{idea.title}</span>
                  <span className="num inline-flex items-center gap-1 text-label text-ink-2">
                    <ChevronUp className="size-4" aria-hidden="true" />
                    <span className="sr-only">{t("changes.votes", { count: idea.voteCount })}</span>
                    <span aria-hidden="true">{idea.voteCount}</span>
                  </span>
                </Link>
              </li>
            ))}
            {trial && (
              <li>
                <Link
                  to={paths.trial(trial.id)}
                  className="flex min-h-11 items-center rounded-control border border-line bg-surface px-4 py-2 font-semibold hover:border-edge"
                >
                  {t("changes.tried_in", { name: localized(trial.name, locale) })}
                </Link>
              </li>
            )}
          </ul>
        </section>
      )}
    </article>
  );
}
