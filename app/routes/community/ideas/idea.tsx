// One idea: what it says, what became of it, and what people say about it. Its form adds a comment.
import { redirect, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { once } from "~/features/activity/once.server";
import { CommentForm } from "~/features/comments/components/comment-form";
import { ThreadList } from "~/features/comments/components/thread-list";
import { draftScope, loadIdeaPage } from "~/features/comments/idea-page.server";
import { commentInput } from "~/features/comments/input";
import { submitComment } from "~/features/comments/submit-comment.server";
import { IdeaBody } from "~/features/ideas/components/idea-body";
import { AnswerForm, StatusForm } from "~/features/ideas/components/staff-forms";
import { StatusHistory } from "~/features/ideas/components/status-history";
import { dropDraft } from "~/features/ideas/drafts.server";
import { findProductOfIdea } from "~/features/reports/changes/product-page.server";
import { parseForm } from "~/http/forms.server";
import { limitComment } from "~/http/limits.server";
import { useRoot } from "~/http/root-data";
import { command, page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";

export const loader = page(async ({ ctx, params, url }) => ({
  ...(await loadIdeaPage(ctx, { ideaId: idFrom(params.id), search: url.searchParams })),
  product: await findProductOfIdea(ctx, idFrom(params.id)),
  now: ctx.now,
}));

export const action = command(async ({ ctx, form, params }) => {
  const ideaId = idFrom(params.id);
  const { key, ...comment } = parseForm(form, commentInput);
  await limitComment(ctx, key);
  const { commentId } = await once(ctx, { key, use: `comment:${ideaId}` }, (inner) => submitComment(inner, { ideaId, ...comment }));
  await dropDraft(ctx, draftScope(ideaId, comment.parentId ?? null));
  return redirect(`${paths.idea(ideaId)}#comment-${commentId}`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data && `${data.idea.title} · Kawan` }];

export default function Idea() {
  const t = useT();
  const locale = useLocale();
  const { person } = useRoot();
  const { idea, history, threads, product, isLater, replyTo, mayComment, mayAnswer, draft, onceKey, now } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const form = mayComment && (
    <CommentForm
      key={`${draft.scope} ${onceKey}`}
      ideaId={idea.id}
      replyTo={replyTo && { id: replyTo.id, name: replyTo.name ?? t("common.former_member") }}
      draft={draft}
      onceKey={onceKey}
      reply={reply}
    />
  );
  return (
    <div className="grid gap-8 min-[860px]:grid-cols-[minmax(0,1fr)_310px] min-[860px]:grid-rows-[auto_1fr] min-[860px]:gap-x-14">
      <IdeaBody idea={idea} now={now} isSignedIn={person !== null} boardName={localized(idea.boardName, locale)} />
      {(history.length > 0 || product || mayAnswer) && (
        <aside className="grid content-start gap-7 min-[860px]:col-start-2 min-[860px]:row-span-2 min-[860px]:row-start-1 min-[860px]:pt-3">
          <StatusHistory entries={history} />
          {product && (
            <p className="text-label">
              <Link to={paths.productStory(product.id)} className="link">
                {t("changes.product_link", { name: localized(product.name, locale) })}
              </Link>
            </p>
          )}
          {mayAnswer && (
            <details className="card">
              <summary className="-m-2 min-h-11 p-2 text-[17px] font-semibold">{t("ideas.for_staff")}</summary>
              <div className="mt-4 grid gap-7">
                <StatusForm ideaId={idea.id} status={idea.status} />
                <AnswerForm ideaId={idea.id} answer={idea.answer} />
              </div>
            </details>
          )}
        </aside>
      )}
      {(idea.state === "published" || threads.items.length > 0) && (
        <section className="grid content-start gap-6 border-t border-line pt-7" aria-labelledby="conversation">
          <h2 id="conversation">{idea.commentCount > 0 ? t("ideas.comments", { count: idea.commentCount }) : t("ideas.conversation")}</h2>
          {isLater && (
            <Link to={`${paths.idea(idea.id)}#conversation`} className="link text-label">
              {t("ideas.comments_from_start")}
            </Link>
          )}
          {threads.items.length === 0 && <p className="text-ink-2">{t("ideas.no_comments")}</p>}
          <ThreadList threads={threads.items} replyTo={replyTo?.id} form={form} ideaId={idea.id} now={now} isSignedIn={mayComment} />
          {threads.next && (
            <Link to={paths.idea(idea.id, { after: threads.next })} className="button quiet small justify-self-start">
              {t("ideas.more_comments")}
            </Link>
          )}
          {!replyTo && form}
          {!person && (
            <p className="text-label text-ink-2">
              <Link to={paths.login(paths.idea(idea.id))} className="link">
                {t("ideas.sign_in_to_comment")}
              </Link>
            </p>
          )}
        </section>
      )}
    </div>
  );
}
