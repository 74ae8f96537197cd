// What the people on a board of statements agree on and what parts them, for everybody.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { localized } from "~/core/locale";
import { getPublicOpinions } from "~/features/reports/opinions/board-opinions.server";
import { OpinionView } from "~/features/reports/opinions/opinion-view";
import { pageTitle } from "~/http/page-title.server";
import { page } from "~/http/route.server";
import { useFormat, useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { can } from "~/policy/can";
import { PageLink } from "~/ui/page-link";

export const loader = page(async ({ ctx, params }) => {
  const { board, people, opinions } = await getPublicOpinions(ctx, params.slug ?? "");
  const { result, texts, finishedAt } = opinions;
  return { title: pageTitle(ctx, "stances.groups_title"), board, people, result, texts, finishedAt, isStaff: can(ctx.actor, "answer-idea", null) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function StanceGroups() {
  const t = useT();
  const format = useFormat();
  const locale = useLocale();
  const { board, people, result, texts, finishedAt, isStaff } = useLoaderData<typeof loader>();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <div className="grid max-w-[62ch] gap-2">
        <p className="text-label">
          <PageLink to={paths.stances(board.slug)} className="link">
            {localized(board.name, locale)}
          </PageLink>
        </p>
        <h1>{t("stances.groups_title")}</h1>
      </div>
      {result ? (
        <OpinionView result={result} texts={texts}>
          {finishedAt && <p>{t("stances.as_of", { date: format.dateTime(finishedAt) })}</p>}
        </OpinionView>
      ) : (
        <section className="grid max-w-[720px] gap-2 rounded-panel bg-sunken p-6">
          <h2>{t("stances.no_groups_yet")}</h2>
          <p className="text-ink-2">{t("stances.no_groups_yet_why", { count: people })}</p>
        </section>
      )}
      {isStaff && (
        <p>
          <PageLink to={paths.boardOpinions(board.id)} className="button quiet small">
            {t("stances.for_staff")}
          </PageLink>
        </p>
      )}
    </div>
  );
}
