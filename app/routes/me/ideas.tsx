// One's own ideas, with where each stands and what a moderator wrote.
import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ChevronLeft } from "lucide-react";
import { localized } from "~/core/locale";
import { listOwnHeldComments } from "~/features/comments/queries.server";
import { RulingNote } from "~/features/ideas/components/ruling-note";
import { StateChip, StatusChip } from "~/features/ideas/components/status-chip";
import { listOwnIdeas } from "~/features/ideas/idea-queries.server";
import { pageTitle } from "~/http/page-title.server";
import { page } from "~/http/route.server";
import { useFormat, useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { Ago } from "~/ui/time";

export const loader = page(async ({ ctx, url }) => {
  const after = url.searchParams.get("after");
  return {
    title: pageTitle(ctx, "ideas.mine_title"),
    ideas: await listOwnIdeas(ctx, { after }),
    comments: after ? [] : await listOwnHeldComments(ctx),
    now: ctx.now,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function MyIdeas() {
  const t = useT();
  const format = useFormat();
  const locale = useLocale();
  const { ideas, comments, now } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto grid max-w-3xl gap-8">
      <div className="grid gap-2">
        <a href={paths.me()} className="inline-flex min-h-11 items-center gap-1 justify-self-start text-label font-semibold text-ink-2 hover:text-ink">
          <ChevronLeft className="size-4" aria-hidden="true" />
          {t("common.nav_me")}
        </a>
        <div className="flex flex-wrap items-center justify-between gap-4">
          <h1>{t("ideas.mine_title")}</h1>
          {ideas.items.length > 0 && (
            <Link to={paths.newIdea()} className="button small min-h-11">
              {t("ideas.share")}
            </Link>
          )}
        </div>
      </div>
      {comments.length > 0 && (
        <section className="grid gap-4" aria-labelledby="held">
          <h2 id="held">{t("ideas.held_comments")}</h2>
          {comments.map((comment) => (
            <article key={comment.id} className="card grid gap-3">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-label text-ink-3">
                <StateChip state={comment.state} />
                <Link to={paths.idea(comment.ideaId)} className="font-semibold text-ink-2 hover:text-ink">
                  {comment.ideaTitle}
                </Link>
                <Ago at={comment.createdAt} now={now} />
              </p>
              <p className="line-clamp-3 text-label">{comment.body}</p>
              {comment.state !== "pending" && (
                <RulingNote state={comment.state} ruling={comment.ruling}>
                  {comment.state === "changes_asked" && (
                    <Link to={paths.editComment(comment.id)} className="button quiet small justify-self-start">
                      {t("ideas.edit_now")}
                    </Link>
                  )}
                </RulingNote>
              )}
            </article>
          ))}
        </section>
      )}
      {ideas.items.length === 0 ? (
        <EmptyState
          title={t("ideas.empty_own_title")}
          action={
            <Link to={paths.newIdea()} className="button">
              {t("ideas.share")}
            </Link>
          }
        >
          <p>{t("ideas.empty_own_text")}</p>
        </EmptyState>
      ) : (
        <ul className="grid gap-4">
          {ideas.items.map((idea) => (
            <li key={idea.id} className="card grid gap-2.5">
              <h2 className="text-[19px]">
                <Link to={paths.idea(idea.id)}>{idea.title}</Link>
              </h2>
              <p className="text-label text-ink-2">{idea.excerpt}</p>
              <p className="flex flex-wrap items-center gap-x-3 gap-y-2 text-label text-ink-3">
                {idea.state === "published" ? <StatusChip status={idea.status} /> : <StateChip state={idea.state} />}
                {idea.state === "published" && (
                  <>
                    <span className="num">{t("ideas.votes", { count: idea.voteCount })}</span>
                    <span className="num">{t("ideas.comments", { count: idea.commentCount })}</span>
                  </>
                )}
                <span>{localized(idea.boardName, locale)}</span>
                <time dateTime={idea.createdAt.toISOString()}>{format.relative(idea.createdAt, now)}</time>
              </p>
              {idea.state !== "pending" && (
                <RulingNote state={idea.state} ruling={idea.ruling}>
                  {idea.state === "changes_asked" && (
                    <Link to={paths.editIdea(idea.id)} className="button quiet small justify-self-start">
                      {t("ideas.edit_now")}
                    </Link>
                  )}
                </RulingNote>
              )}
            </li>
          ))}
        </ul>
      )}
      {ideas.next && (
        <Link to={`${paths.myIdeas()}?after=${ideas.next}`} className="button quiet small justify-self-start">
          {t("common.more")}
        </Link>
      )}
    </div>
  );
}
