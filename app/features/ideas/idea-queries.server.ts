// One idea with everything that the reader of its page needs, and a member's own ideas with where each stands.
import { and, desc, eq, lt, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { actorId, type Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import type { LocalizedText } from "~/core/locale";
import { decodeCursor, toPage, type Page } from "~/core/page";
import { authorize } from "~/policy/can";
import { boards, ideaFollows, ideas, ideaStatuses, officialAnswers, people } from "~db/schema/index";
import type { IdeaStatus, PublicationState } from "./idea";
import { maySeeIdea } from "./publication.server";
import { ownVote, shortened } from "./queries.server";

const own = (ctx: Context, table: SQL, column: SQL): SQL<boolean> => {
  const me = actorId(ctx.actor);
  return me === null ? sql<boolean>`false` : sql<boolean>`exists (select 1 from ${table} where ${column} and person_id = ${me})`;
};

/** `subjectId` is spelled with its table, as the select list of a query without joins would leave the table out. */
export const hasFlagged = (ctx: Context, subjectKind: "idea" | "comment", subjectId: SQL): SQL<boolean> =>
  own(ctx, sql`flags`, sql`subject_kind = ${subjectKind} and subject_id = ${subjectId}`);

/** The moderator's latest verdict that stands, for the author of what it is about. */
export type Ruling = { verdict: string; reason: string; message: string };
export const latestRuling = (subjectKind: "idea" | "comment", subjectId: SQL): SQL<Ruling | null> =>
  sql<Ruling | null>`(select json_build_object('verdict', v.verdict, 'reason', v.reason, 'message', v.message) from verdicts v join cases c on c.id = v.case_id where c.subject_kind = ${subjectKind} and c.subject_id = ${subjectId} and v.undone_at is null order by v.id desc limit 1)`;

/** NotFound for an idea that this reader may not know about. */
export const getIdea = async (ctx: Context, ideaId: number) => {
  const authors = alias(people, "authors");
  const answerers = alias(people, "answerers");
  const answer = ctx.db
    .select({ body: officialAnswers.body, by: officialAnswers.by, at: officialAnswers.at })
    .from(officialAnswers)
    .where(eq(officialAnswers.ideaId, ideas.id))
    .orderBy(desc(officialAnswers.id))
    .limit(1)
    .as("latest_answer");
  const [row] = await ctx.db
    .select({
      id: ideas.id,
      title: ideas.title,
      body: ideas.body,
      language: ideas.language,
      state: ideas.state,
      status: ideas.status,
      voteCount: ideas.voteCount,
      commentCount: ideas.commentCount,
      revision: ideas.revision,
      createdAt: ideas.createdAt,
      authorId: ideas.authorId,
      authorName: authors.displayName,
      boardSlug: boards.slug,
      boardName: boards.name,
      voted: ownVote(actorId(ctx.actor)),
      following: own(ctx, sql`${ideaFollows}`, sql`idea_id = ${ideas.id}`),
      flagged: hasFlagged(ctx, "idea", sql`ideas.id`),
      answer: answer.body,
      answerAt: answer.at,
      answerBy: answerers.displayName,
      ruling: sql<Ruling | null>`case when ${ideas.state} = 'published' then null else ${latestRuling("idea", sql`ideas.id`)} end`,
    })
    .from(ideas)
    .innerJoin(boards, eq(boards.id, ideas.boardId))
    .leftJoin(authors, eq(authors.id, ideas.authorId))
    .leftJoinLateral(answer, sql`true`)
    .leftJoin(answerers, eq(answerers.id, answer.by))
    .where(and(eq(ideas.id, ideaId), maySeeIdea(ctx.actor)));
  if (!row) throw new NotFound("idea");
  const { authorId, ...idea } = row;
  const me = actorId(ctx.actor);
  return { ...idea, isOwn: authorId !== null && authorId === me };
};

/** What was done with the idea, newest first. Called for an idea that the reader may see. */
export const listStatusHistory = (ctx: Context, ideaId: number) =>
  ctx.db
    .select({ id: ideaStatuses.id, status: ideaStatuses.status, reason: ideaStatuses.reason, at: ideaStatuses.at, by: people.displayName })
    .from(ideaStatuses)
    .leftJoin(people, eq(people.id, ideaStatuses.by))
    .where(eq(ideaStatuses.ideaId, ideaId))
    .orderBy(desc(ideaStatuses.id))
    .limit(20);

/** The text of one's own idea while it may be edited; NotFound otherwise. */
export const getEditableIdea = async (ctx: Context, ideaId: number) => {
  const [idea] = await ctx.db
    .select({
      id: ideas.id,
      title: ideas.title,
      body: ideas.body,
      revision: ideas.revision,
      state: ideas.state,
      authorId: ideas.authorId,
      ruling: latestRuling("idea", sql`ideas.id`),
    })
    .from(ideas)
    .where(eq(ideas.id, ideaId));
  if (!idea) throw new NotFound("idea");
  authorize(ctx.actor, "edit-submission", idea);
  return { id: idea.id, title: idea.title, body: idea.body, revision: idea.revision, state: idea.state, ruling: idea.ruling };
};

export type OwnIdea = {
  id: number;
  title: string;
  excerpt: string;
  state: PublicationState;
  status: IdeaStatus;
  voteCount: number;
  commentCount: number;
  createdAt: Date;
  boardName: LocalizedText;
  ruling: Ruling | null;
};

/** A member's own ideas, newest first, with where each stands. */
export const listOwnIdeas = async (ctx: Context, { after, size = 20 }: { after?: string | null; size?: number } = {}): Promise<Page<OwnIdea>> => {
  authorize(ctx.actor, "use-own-account", null);
  const me = actorId(ctx.actor);
  const [last] = decodeCursor(after, 1) ?? [];
  const rows = await ctx.db
    .select({
      id: ideas.id,
      title: ideas.title,
      excerpt: sql<string>`left(${ideas.body}, 200)`,
      state: ideas.state,
      status: ideas.status,
      voteCount: ideas.voteCount,
      commentCount: ideas.commentCount,
      createdAt: ideas.createdAt,
      boardName: boards.name,
      ruling: sql<Ruling | null>`case when ${ideas.state} = 'published' then null else ${latestRuling("idea", sql`ideas.id`)} end`,
    })
    .from(ideas)
    .innerJoin(boards, eq(boards.id, ideas.boardId))
    .where(and(me === null ? sql`false` : eq(ideas.authorId, me), typeof last === "number" && Number.isInteger(last) ? lt(ideas.id, last) : undefined))
    .orderBy(sql`${ideas.id} desc nulls last`)
    .limit(size + 1);
  const { items, next } = toPage(rows, size, (row) => [row.id]);
  return { items: items.map((row) => ({ ...row, excerpt: shortened(row.excerpt, 140) })), next };
};
