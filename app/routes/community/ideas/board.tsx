// The ideas of a board, or of all of them: in an order, or found by words.
import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { localized } from "~/core/locale";
import { BoardBar } from "~/features/ideas/components/board-bar";
import { BoardLinks } from "~/features/ideas/components/board-links";
import { IdeaRow } from "~/features/ideas/components/idea-row";
import { NoIdeas } from "~/features/ideas/components/no-ideas";
import { Votes } from "~/features/ideas/components/votes";
import { loadBoard } from "~/features/ideas/board-page.server";
import { limitSearch } from "~/http/limits.server";
import { useRoot } from "~/http/root-data";
import { page } from "~/http/route.server";
import { pageTitle } from "~/http/page-title.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { PageLink } from "~/ui/page-link";

export const loader = page(async ({ ctx, url, edge }) => {
  if (url.searchParams.get("q")) await limitSearch(ctx, edge.address);
  const found = await loadBoard(ctx, url.searchParams);
  if (found.board?.kind === "statements") throw redirect(paths.stances(found.board.slug));
  const name = found.board && localized(found.board.name, ctx.locale);
  return { ...found, title: name ? pageTitle(ctx, "ideas.page_named", { name }) : pageTitle(ctx, "ideas.title"), now: ctx.now };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Board() {
  const t = useT();
  const locale = useLocale();
  const { person } = useRoot();
  const { boards, board, ideas, sort, q, isMine, isLater, now } = useLoaderData<typeof loader>();
  const filter = { board: board?.slug, q, mine: isMine, sort: sort === "trending" || isMine ? undefined : sort };
  return (
    <div className="grid gap-6">
      <div className="grid max-w-[62ch] gap-2.5">
        <h1>{board ? localized(board.name, locale) : t("ideas.title")}</h1>
        <p>{board ? localized(board.purpose, locale) : t("ideas.lead")}</p>
      </div>
      <BoardBar board={board?.slug} sort={sort} q={q} isMine={isMine} isSignedIn={person !== null} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-7 min-[860px]:grid-cols-[minmax(0,1fr)_310px] min-[860px]:gap-14">
        <aside className="grid grid-cols-[minmax(0,1fr)] content-start gap-[18px] min-[860px]:order-2">
          <PageLink to={paths.newIdea({ board: board?.slug })} className="button">
            {t("ideas.share")}
          </PageLink>
          <BoardLinks boards={boards} current={board?.slug} />
        </aside>
        <div>
          {q && (
            <p role="status" className="mb-5 text-label text-ink-2">
              {t(ideas.items.length === 0 ? "ideas.found_nothing" : "ideas.found_for", { q })}{" "}
              <PageLink to={paths.ideas({ board: board?.slug })} className="link">
                {t("ideas.clear_search")}
              </PageLink>
            </p>
          )}
          {ideas.items.length === 0 ? (
            <NoIdeas q={q} isMine={isMine} board={board?.slug} />
          ) : (
            <Votes back={paths.ideas(filter)} isSignedIn={person !== null}>
              <ul>
                {ideas.items.map((idea) => (
                  <IdeaRow key={idea.id} idea={idea} now={now} />
                ))}
              </ul>
            </Votes>
          )}
          <p className="mt-6 flex flex-wrap gap-3">
            {isLater && (
              <PageLink to={paths.ideas(filter)} className="button quiet small">
                {t("ideas.to_start")}
              </PageLink>
            )}
            {ideas.next && (
              <PageLink to={paths.ideas({ ...filter, after: ideas.next })} className="button quiet small">
                {t("common.more")}
              </PageLink>
            )}
          </p>
        </div>
      </div>
    </div>
  );
}
