// What is said about a block while a report is written, and when a thread of it is still open. No I/O.
import type { BlockName } from "../report";

export const commentLimit = 2000;

export type ReportComment = {
  id: number;
  block: BlockName;
  parentId: number | null;
  authorId: number | null;
  /** Null for somebody who has left. */
  author: string | null;
  /** Null once it was removed. */
  body: string | null;
  revision: number;
  createdAt: Date;
  editedAt: Date | null;
  removedAt: Date | null;
  resolvedAt: Date | null;
  resolvedBy: string | null;
};

export type CommentThread = ReportComment & { replies: ReportComment[] };

/** Oldest first, as one reads. */
export const threadsOf = (comments: readonly ReportComment[]): CommentThread[] =>
  comments.filter(({ parentId }) => parentId === null).map((comment) => ({ ...comment, replies: comments.filter(({ parentId }) => parentId === comment.id) }));

/** Something is still said in it, and nobody has settled it. */
export const isOpenThread = ({ resolvedAt, removedAt, replies }: CommentThread): boolean =>
  resolvedAt === null && (removedAt === null || replies.some((reply) => reply.removedAt === null));

export const openThreads = (comments: readonly ReportComment[]): CommentThread[] => threadsOf(comments).filter(isOpenThread);

export const countOpen = (comments: readonly ReportComment[], block: BlockName): number =>
  openThreads(comments).filter((thread) => thread.block === block).length;
