// What is said about a part of a report: threads with their replies, oldest first, settled ones folded away.
import { Form, Link } from "@remix-run/react";
import { useFormat, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { ProblemSummary, TextArea, type Reply } from "~/ui/field";
import { PlainText } from "~/ui/plain-text";
import { Ago } from "~/ui/time";
import type { BlockName } from "../../report";
import { commentLimit, isOpenThread, type CommentThread, type ReportComment } from "../comment";

const quietAct = "inline-flex min-h-11 items-center font-semibold text-ink-3 hover:text-ink";

type Shared = { trialId: number; now: Date | string; personId: number | null };

const Removed = ({ comment, personId }: { comment: ReportComment; personId: number | null }) => {
  const t = useT();
  const format = useFormat();
  return (
    <div id={`comment-${comment.id}`} className="flex flex-wrap items-center gap-x-4 text-label text-ink-3">
      <p>{t("document.comment_removed", { name: comment.author ?? t("common.former_member"), date: format.date(comment.removedAt!) })}</p>
      {comment.authorId === personId && (
        <Form method="post" action={paths.reportCommentRemoval(comment.id)} preventScrollReset>
          <input type="hidden" name="removed" value="false" />
          <button className={quietAct}>{t("common.undo")}</button>
        </Form>
      )}
    </div>
  );
};

const Comment = ({ comment, now, personId }: Shared & { comment: ReportComment }) => {
  const t = useT();
  if (comment.body === null) return <Removed comment={comment} personId={personId} />;
  const isOwn = comment.authorId !== null && comment.authorId === personId;
  return (
    <article id={`comment-${comment.id}`} className="grid gap-1 scroll-mt-24 target:rounded-control target:bg-leaf-tint target:p-2">
      <p className="flex flex-wrap items-baseline gap-x-2 text-label">
        <b className="font-semibold">{comment.author ?? t("common.former_member")}</b>
        <span className="text-note text-ink-3">
          <Ago at={comment.createdAt} now={now} />
          {comment.editedAt && ` · ${t("document.comment_edited")}`}
        </span>
      </p>
      <PlainText text={comment.body} className="wrap-anywhere" />
      {isOwn && (
        <div className="flex flex-wrap gap-x-5 text-label">
          <Link to={paths.reportComment(comment.id)} className={quietAct}>
            {t("document.edit_comment")}
          </Link>
          <Form method="post" action={paths.reportCommentRemoval(comment.id)} preventScrollReset>
            <input type="hidden" name="removed" value="true" />
            <button className={quietAct}>{t("document.remove_comment")}</button>
          </Form>
        </div>
      )}
    </article>
  );
};

export const CommentForm = ({ parentId, onceKey, reply }: { parentId?: number; onceKey: string; reply: Reply }) => {
  const t = useT();
  return (
    <Form method="post" id={parentId ? "reply-form" : "comment-form"} className="grid gap-2" preventScrollReset key={onceKey}>
      <ProblemSummary reply={reply} />
      <input type="hidden" name="key" value={onceKey} />
      {parentId && <input type="hidden" name="parentId" value={parentId} />}
      <TextArea
        name="body"
        label={t(parentId ? "document.reply_label" : "document.comment_label")}
        reply={reply}
        rows={3}
        required
        maxLength={commentLimit}
        autoFocus={parentId !== undefined}
      />
      <button className="button quiet small min-h-11 justify-self-start">{t(parentId ? "document.send_reply" : "document.send_comment")}</button>
    </Form>
  );
};

type ThreadProps = Shared & { thread: CommentThread; block: BlockName; replyTo: number | null; onceKey: string; reply: Reply };

const Thread = ({ thread, block, replyTo, onceKey, reply, ...shared }: ThreadProps) => {
  const t = useT();
  const isResolved = thread.resolvedAt !== null;
  /** Nothing is left that could be answered or settled. */
  const isGone = thread.body === null && thread.replies.every(({ body }) => body === null);
  return (
    <li className="grid gap-3 border-t border-line pt-4">
      <Comment comment={thread} {...shared} />
      {thread.replies.length > 0 && (
        <ol className="ms-2 grid gap-3 border-s-2 border-line ps-4">
          {thread.replies.map((each) => (
            <li key={each.id}>
              <Comment comment={each} {...shared} />
            </li>
          ))}
        </ol>
      )}
      {isResolved && thread.resolvedBy && <p className="text-label text-ink-3">{t("document.resolved_by", { name: thread.resolvedBy })}</p>}
      {replyTo === thread.id ? (
        <CommentForm parentId={thread.id} onceKey={onceKey} reply={reply} />
      ) : isGone ? null : (
        <div className="flex flex-wrap gap-x-5 text-label">
          <Link to={`${paths.reportBlock(shared.trialId, block, { reply: thread.id })}#reply-form`} preventScrollReset className={quietAct}>
            {t("document.reply")}
          </Link>
          <Form method="post" action={paths.reportCommentResolution(thread.id)} preventScrollReset>
            <input type="hidden" name="resolved" value={String(!isResolved)} />
            <button className={quietAct}>{t(isResolved ? "document.reopen" : "document.resolve")}</button>
          </Form>
        </div>
      )}
    </li>
  );
};

export const Threads = ({ threads, ...rest }: Omit<ThreadProps, "thread"> & { threads: CommentThread[] }) => {
  const t = useT();
  const open = threads.filter(isOpenThread);
  const settled = threads.filter((thread) => !isOpenThread(thread));
  return (
    <div className="grid gap-4">
      {threads.length === 0 && <p className="text-label text-ink-2">{t("document.no_comments")}</p>}
      <ol className="grid gap-4">
        {open.map((thread) => (
          <Thread key={thread.id} thread={thread} {...rest} />
        ))}
      </ol>
      {settled.length > 0 && (
        <details open={settled.some(({ id }) => id === rest.replyTo)}>
          <summary className="min-h-11 py-2.5 text-label font-semibold text-leaf">{t("document.settled", { count: settled.length })}</summary>
          <ol className="grid gap-4 pt-2">
            {settled.map((thread) => (
              <Thread key={thread.id} thread={thread} {...rest} />
            ))}
          </ol>
        </details>
      )}
    </div>
  );
};
