// Staff say what they think of a block before it is published: a comment opens a thread, a reply continues it.
import { and, count, eq, isNull } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { Conflict, Invalid, NotFound } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { authorize } from "~/policy/can";
import { reportComments } from "~db/schema/index";
import { getReport } from "../queries.server";
import type { BlockName } from "../report";
import { holdReport } from "../save-draft.server";
import { getComment, getOwnComment, mostComments } from "./queries.server";

type NewComment = { trialId: number; block: BlockName; body: string; parentId?: number };

/** The id of the comment. A reply opens a settled thread again. */
export const addComment = async (ctx: Context, { trialId, block, body, parentId }: NewComment): Promise<number> => {
  const { trial } = await getReport(ctx, trialId);
  authorize(ctx.actor, "comment-on-report", { teamId: trial.teamId });
  return inTransaction(ctx, async (inner) => {
    // One at a time for each report, so that the count holds.
    const { id: reportId } = await holdReport(inner, trialId);
    const [known] = await inner.db.select({ n: count() }).from(reportComments).where(eq(reportComments.reportId, reportId));
    if (known!.n >= mostComments) throw new Invalid({ "": { key: "too_many_comments", values: { most: mostComments } } });
    if (parentId !== undefined) {
      const opening = and(
        eq(reportComments.id, parentId),
        eq(reportComments.reportId, reportId),
        eq(reportComments.block, block),
        isNull(reportComments.parentId),
      );
      const [parent] = await inner.db.update(reportComments).set({ resolvedAt: null, resolvedBy: null }).where(opening).returning({ id: reportComments.id });
      if (!parent) throw new NotFound("comment");
    }
    const [row] = await inner.db
      .insert(reportComments)
      .values({ reportId, block, parentId: parentId ?? null, authorId: actorId(ctx.actor), body, createdAt: ctx.now })
      .returning({ id: reportComments.id });
    await record(inner, { kind: "report.commented", subject: { kind: "report_comment", id: row!.id }, data: { trialId, block } });
    return row!.id;
  });
};

type Place = { trialId: number; block: BlockName };

/** Only whoever wrote it may rewrite it; a second window that is behind is told. */
export const editComment = async (ctx: Context, { commentId, body, revision }: { commentId: number; body: string; revision: number }): Promise<Place> => {
  const { trial, comment } = await getOwnComment(ctx, commentId);
  return inTransaction(ctx, async (inner) => {
    const [edited] = await inner.db
      .update(reportComments)
      .set({ body, revision: revision + 1, editedAt: ctx.now })
      .where(and(eq(reportComments.id, commentId), eq(reportComments.revision, revision), isNull(reportComments.removedAt)))
      .returning({ id: reportComments.id });
    if (!edited) {
      const [current] = await inner.db.select().from(reportComments).where(eq(reportComments.id, commentId));
      throw new Conflict("the comment has changed", { key: "stale" }, current && { revision: current.revision, values: { body: current.body } });
    }
    await record(inner, {
      kind: "report.comment_edited",
      subject: { kind: "report_comment", id: commentId },
      data: { trialId: trial.id, block: comment.block },
    });
    return { trialId: trial.id, block: comment.block };
  });
};

/** Removed, it leaves a trace; put back, it stands as it was. */
export const setCommentRemoved = async (ctx: Context, { commentId, removed }: { commentId: number; removed: boolean }): Promise<Place> => {
  const { trial, comment } = await getComment(ctx, commentId);
  authorize(ctx.actor, "change-report-comment", { teamId: trial.teamId, authorId: comment.authorId });
  if ((comment.removedAt !== null) !== removed) {
    await inTransaction(ctx, async (inner) => {
      await inner.db
        .update(reportComments)
        .set({ removedAt: removed ? ctx.now : null })
        .where(eq(reportComments.id, commentId));
      const kind = removed ? "report.comment_removed" : "report.comment_put_back";
      await record(inner, { kind, subject: { kind: "report_comment", id: commentId }, data: { trialId: trial.id, block: comment.block } });
    });
  }
  return { trialId: trial.id, block: comment.block };
};

/** Settles a thread, or opens it again. Whoever may comment may do both. */
export const setThreadResolved = async (ctx: Context, { commentId, resolved }: { commentId: number; resolved: boolean }): Promise<Place> => {
  const { trial, comment } = await getComment(ctx, commentId);
  authorize(ctx.actor, "comment-on-report", { teamId: trial.teamId });
  if (comment.parentId !== null) throw new NotFound("thread");
  if ((comment.resolvedAt !== null) !== resolved) {
    await inTransaction(ctx, async (inner) => {
      await inner.db
        .update(reportComments)
        .set(resolved ? { resolvedAt: ctx.now, resolvedBy: actorId(ctx.actor) } : { resolvedAt: null, resolvedBy: null })
        .where(eq(reportComments.id, commentId));
      const kind = resolved ? "report.comment_resolved" : "report.comment_reopened";
      await record(inner, { kind, subject: { kind: "report_comment", id: commentId }, data: { trialId: trial.id, block: comment.block } });
    });
  }
  return { trialId: trial.id, block: comment.block };
};
