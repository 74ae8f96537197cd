// The conversation: each comment with who wrote it and when, replies one step in.
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useFormat, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { Face } from "~/ui/face";
import { PlainText } from "~/ui/plain-text";
import { StateChip } from "~/features/ideas/components/status-chip";
import type { CommentInThread, Thread } from "../queries.server";

const action = "inline-flex min-h-11 items-center font-semibold hover:text-ink";

type Shared = { ideaId: number; now: Date; isSignedIn: boolean };

const Comment = ({ comment, threadId, ideaId, now, isSignedIn }: Shared & { comment: CommentInThread; threadId: number }) => {
  const t = useT();
  const format = useFormat();
  const name = comment.authorName ?? t("common.former_member");
  if (comment.body === "") return <p className="text-label text-ink-3">{t("ideas.comment_gone")}</p>;
  const isPublic = comment.state === "published";
  const mayEdit = comment.isOwn && (comment.state === "pending" || comment.state === "changes_asked");
  return (
    <article id={`comment-${comment.id}`} className="grid grid-cols-[34px_minmax(0,1fr)] gap-3">
      <Face name={name} />
      <div>
        <p className="flex flex-wrap items-center gap-x-2 text-label">
          <b className="font-semibold">{name}</b>
          {comment.isStaff && <span className="chip leaf">{t("ideas.team")}</span>}
          <time className="text-note text-ink-3" dateTime={comment.createdAt.toISOString()} title={format.dateTime(comment.createdAt)}>
            {format.relative(comment.createdAt, now)}
          </time>
          {!isPublic && <StateChip state={comment.state} />}
        </p>
        <PlainText text={comment.body} className="mt-1" />
        <p className="flex flex-wrap gap-x-5 text-label text-ink-3">
          {isPublic && isSignedIn && (
            <Link to={`${paths.idea(ideaId, { reply: threadId })}#comment-form`} preventScrollReset className={action}>
              {t("ideas.reply")}
            </Link>
          )}
          {mayEdit && (
            <Link to={paths.editComment(comment.id)} className={action}>
              {t("ideas.edit")}
            </Link>
          )}
          {isPublic &&
            isSignedIn &&
            !comment.isOwn &&
            (comment.flagged ? (
              <span className="inline-flex min-h-11 items-center">{t("ideas.flagged")}</span>
            ) : (
              <Link to={paths.commentFlag(comment.id)} className={action}>
                {t("ideas.flag")}
              </Link>
            ))}
        </p>
      </div>
    </article>
  );
};

/** `form` stands beneath the thread that is being answered. */
export const ThreadList = ({ threads, replyTo, form, ...shared }: Shared & { threads: Thread[]; replyTo?: number; form: ReactNode }) => (
  <ol className="grid gap-6">
    {threads.map((thread) => (
      <li key={thread.id} className="grid gap-4">
        <Comment comment={thread} threadId={thread.id} {...shared} />
        {(thread.replies.length > 0 || replyTo === thread.id) && (
          <ol className="ms-4 grid gap-4 border-s-2 border-line ps-4 sm:ms-[46px] sm:ps-5">
            {thread.replies.map((reply) => (
              <li key={reply.id}>
                <Comment comment={reply} threadId={thread.id} {...shared} />
              </li>
            ))}
            {replyTo === thread.id && <li>{form}</li>}
          </ol>
        )}
      </li>
    ))}
  </ol>
);
