// Ideas and comments: authors hear of verdicts; authors, voters and followers hear what becomes of an idea.
import { and, eq, gt, sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import type { Locale } from "~/core/locale";
import type { TranslationKey } from "~/i18n/keys";
import { translatorFor } from "~/i18n/strings.server";
import { paths } from "~/paths";
import { comments, ideaFollows, ideas, ideaStatuses, ideaVotes, officialAnswers, verdicts } from "~db/schema/index";
import { numberIn, textIn, type Event, type Teller } from "./telling";

const ideaOf = async (ctx: Context, ideaId: number) => (await ctx.db.select().from(ideas).where(eq(ideas.id, ideaId)))[0] ?? null;

/** What the moderator wrote to the author; null when the verdict was undone. */
const verdictOf = async (ctx: Context, event: Event) => {
  const verdictId = numberIn(event, "verdictId");
  if (verdictId === null) return { reason: "", message: "" };
  const [verdict] = await ctx.db.select().from(verdicts).where(eq(verdicts.id, verdictId));
  return verdict && !verdict.undoneAt ? { reason: verdict.reason, message: verdict.message } : null;
};

const reasonIn = (reason: string) => (locale: Locale) => (reason ? [translatorFor(locale)(`notifications.reason_${reason}` as TranslationKey)] : []);

const aboutVerdict =
  (state: "published" | "declined" | "changes_asked"): Teller =>
  async (ctx, event) => {
    const verdict = await verdictOf(ctx, event);
    const idea = await ideaOf(ctx, Number(event.subjectId));
    if (!verdict || !idea?.authorId || idea.state !== state) return null;
    return {
      path: state === "changes_asked" ? paths.editIdea(idea.id) : paths.idea(idea.id),
      data: { title: idea.title },
      recipients: [{ personId: idea.authorId }],
      detail: (locale) => ({ paragraphs: state === "published" ? [] : reasonIn(verdict.reason)(locale), quote: verdict.message || undefined }),
    };
  };

/** The author, everybody who supports the idea and everybody who follows it, each once. */
const peopleAround = async (ctx: Context, ideaId: number): Promise<{ personId: number }[]> => {
  const rows = await ctx.db.execute<{ person_id: number }>(sql`
    select author_id as person_id from ${ideas} where id = ${ideaId} and author_id is not null
    union select person_id from ${ideaVotes} where idea_id = ${ideaId}
    union select person_id from ${ideaFollows} where idea_id = ${ideaId}`);
  return rows.map((row) => ({ personId: row.person_id }));
};

const aboutStatus: Teller = async (ctx, event) => {
  // The same people are told of the change itself.
  if (numberIn(event, "changeId") !== null) return null;
  const idea = await ideaOf(ctx, Number(event.subjectId));
  const status = textIn(event, "status");
  if (!idea || idea.state !== "published" || idea.status !== status) return null;
  const [latest] = await ctx.db
    .select({ reason: ideaStatuses.reason })
    .from(ideaStatuses)
    .where(and(eq(ideaStatuses.ideaId, idea.id), eq(ideaStatuses.status, idea.status)))
    .orderBy(sql`${ideaStatuses.id} desc`)
    .limit(1);
  return {
    path: paths.idea(idea.id),
    data: { title: idea.title, variant: status },
    recipients: await peopleAround(ctx, idea.id),
    detail: () => ({ quote: latest?.reason || undefined }),
  };
};

const aboutAnswer: Teller = async (ctx, event) => {
  const idea = await ideaOf(ctx, Number(event.subjectId));
  const answerId = numberIn(event, "answerId");
  if (!idea || idea.state !== "published" || answerId === null) return null;
  const answers = await ctx.db
    .select()
    .from(officialAnswers)
    .where(and(eq(officialAnswers.ideaId, idea.id), gt(officialAnswers.id, answerId - 1)))
    .orderBy(officialAnswers.id);
  // A newer answer has replaced this one and tells people itself.
  if (answers.length !== 1) return null;
  return { path: paths.idea(idea.id), data: { title: idea.title }, recipients: await peopleAround(ctx, idea.id), detail: () => ({ quote: answers[0]?.body }) };
};

const commentOf = async (ctx: Context, event: Event) => {
  const [row] = await ctx.db
    .select({ comment: comments, idea: ideas })
    .from(comments)
    .innerJoin(ideas, eq(ideas.id, comments.ideaId))
    .where(eq(comments.id, Number(event.subjectId)));
  return row ?? null;
};

const aboutComment: Teller = async (ctx, event) => {
  const found = await commentOf(ctx, event);
  if (!found || !(await verdictOf(ctx, event)) || found.comment.state !== "published" || found.idea.state !== "published") return null;
  const { comment, idea } = found;
  const [parent] = comment.parentId ? await ctx.db.select({ authorId: comments.authorId }).from(comments).where(eq(comments.id, comment.parentId)) : [];
  const followers = await ctx.db.select({ personId: ideaFollows.personId }).from(ideaFollows).where(eq(ideaFollows.ideaId, idea.id));
  // The closest tie decides the words: one's own comment, an answer to it, one's idea, an idea one follows.
  const variants = new Map<number, string>();
  for (const { personId } of followers) variants.set(personId, "thread");
  if (idea.authorId) variants.set(idea.authorId, "mine");
  if (parent?.authorId) variants.set(parent.authorId, "reply");
  if (comment.authorId) variants.delete(comment.authorId);
  if (comment.authorId && event.data.wasHeld === true) variants.set(comment.authorId, "own");
  return { path: paths.idea(idea.id), data: { title: idea.title }, recipients: [...variants].map(([personId, variant]) => ({ personId, variant })) };
};

const aboutCommentVerdict =
  (state: "declined" | "changes_asked"): Teller =>
  async (ctx, event) => {
    const verdict = await verdictOf(ctx, event);
    const found = await commentOf(ctx, event);
    if (!verdict || !found?.comment.authorId || found.comment.state !== state) return null;
    return {
      path: state === "changes_asked" ? paths.editComment(found.comment.id) : paths.idea(found.idea.id),
      data: { title: found.idea.title },
      recipients: [{ personId: found.comment.authorId }],
      detail: (locale) => ({ paragraphs: reasonIn(verdict.reason)(locale), quote: verdict.message || undefined }),
    };
  };

export const ideaTellers = {
  "idea.published": aboutVerdict("published"),
  "idea.declined": aboutVerdict("declined"),
  "idea.changes_asked": aboutVerdict("changes_asked"),
  "idea.status_changed": aboutStatus,
  "idea.answered": aboutAnswer,
  "comment.published": aboutComment,
  "comment.declined": aboutCommentVerdict("declined"),
  "comment.changes_asked": aboutCommentVerdict("changes_asked"),
} satisfies Record<string, Teller>;
