// What the page of an idea shows: the idea, its history, the conversation, and what the reader was writing.
import { randomUUID } from "node:crypto";
import type { Context } from "~/core/context";
import { findDraft } from "~/features/ideas/drafts.server";
import { getIdea, listStatusHistory } from "~/features/ideas/idea-queries.server";
import { can } from "~/policy/can";
import { listThreads } from "./queries.server";

/** The draft of a comment under an idea, or of a reply to a comment. */
export const draftScope = (ideaId: number, replyTo: number | null) => (replyTo ? `reply:${replyTo}` : `comment:${ideaId}`);
const idIn = (text: string | null): number | null => (text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null);

/** NotFound for an idea that the reader may not know about. A reply to a comment that is not on this page is a comment. */
export const loadIdeaPage = async (ctx: Context, { ideaId, search }: { ideaId: number; search: URLSearchParams }) => {
  const after = search.get("after");
  const [idea, history, threads] = await Promise.all([getIdea(ctx, ideaId), listStatusHistory(ctx, ideaId), listThreads(ctx, { ideaId, after })]);
  const replyTo = threads.items.find((thread) => thread.id === idIn(search.get("reply")) && thread.body !== "");
  const mayComment = can(ctx.actor, "take-part-in-idea", { state: idea.state, authorId: null });
  const scope = draftScope(ideaId, replyTo?.id ?? null);
  const draft = mayComment ? await findDraft(ctx, scope) : null;
  return {
    idea,
    history,
    threads,
    isLater: after !== null,
    replyTo: replyTo && { id: replyTo.id, name: replyTo.authorName },
    mayComment,
    mayAnswer: ctx.actor.kind === "person" && can(ctx.actor, "answer-idea", null) && idea.state === "published",
    draft: { scope, revision: draft?.revision ?? 0, body: draft?.body.body ?? "" },
    onceKey: randomUUID(),
  };
};
