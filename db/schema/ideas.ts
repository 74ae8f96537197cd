// Boards, ideas, votes with their ledger, follows, statuses with history, official answers, comments.
import { sql } from "drizzle-orm";
import { boolean, check, doublePrecision, foreignKey, index, integer, pgTable, primaryKey, smallint, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { BoardKind, IdeaStatus, PublicationState } from "../../app/features/ideas/idea";
import type { Locale } from "../../app/core/locale";
import { people } from "./accounts";
import { at, createdAt, id, localizedText, tsvector } from "./columns";
import { products } from "./products";

export const boards = pgTable(
  "boards",
  {
    id: id(),
    slug: text().notNull(),
    name: localizedText().notNull(),
    purpose: localizedText().notNull(),
    productId: integer().references(() => products.id),
    /** Ideas are voted for; statements are agreed with, disagreed with, or passed. */
    kind: text().$type<BoardKind>().notNull().default("ideas"),
    position: integer().notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("boards_slug").on(t.slug), check("boards_kind", sql`${t.kind} in ('ideas', 'statements')`)],
);

export const ideas = pgTable(
  "ideas",
  {
    id: id(),
    boardId: integer()
      .notNull()
      .references(() => boards.id),
    /** Null after the author was erased: "former member". */
    authorId: integer().references(() => people.id),
    title: text().notNull(),
    body: text().notNull(),
    language: text().$type<Locale>().notNull(),
    state: text().$type<PublicationState>().notNull().default("pending"),
    status: text().$type<IdeaStatus>().notNull().default("new"),
    voteCount: integer().notNull().default(0),
    commentCount: integer().notNull().default(0),
    /** log10(max(votes, 1)) + creation time / two weeks: changes only with a vote, never with time. */
    hot: doublePrecision().notNull(),
    /** The participant whose remark in a questionnaire became this idea. */
    fromParticipantId: integer(),
    revision: integer().notNull().default(1),
    createdAt: createdAt(),
    publishedAt: at(),
    search: tsvector().generatedAlwaysAs(
      sql`setweight(to_tsvector('indonesian', title), 'A') || setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('indonesian', body), 'B') || setweight(to_tsvector('english', body), 'B')`,
    ),
  },
  (t) => [
    index("ideas_hot")
      .on(t.hot.desc(), t.id.desc())
      .where(sql`${t.state} = 'published'`),
    index("ideas_top")
      .on(t.voteCount.desc(), t.id.desc())
      .where(sql`${t.state} = 'published'`),
    index("ideas_new")
      .on(t.publishedAt.desc(), t.id.desc())
      .where(sql`${t.state} = 'published'`),
    index("ideas_board_hot")
      .on(t.boardId, t.hot.desc(), t.id.desc())
      .where(sql`${t.state} = 'published'`),
    index("ideas_board_top")
      .on(t.boardId, t.voteCount.desc(), t.id.desc())
      .where(sql`${t.state} = 'published'`),
    index("ideas_board_new")
      .on(t.boardId, t.publishedAt.desc(), t.id.desc())
      .where(sql`${t.state} = 'published'`),
    index("ideas_author").on(t.authorId, t.id.desc()),
    index("ideas_search").using("gin", t.search),
    index("ideas_title_trigrams").using("gin", t.title.op("gin_trgm_ops")),
    check("ideas_vote_count", sql`${t.voteCount} >= 0`),
    check("ideas_comment_count", sql`${t.commentCount} >= 0`),
    check("ideas_state", sql`${t.state} in ('pending', 'published', 'changes_asked', 'declined', 'removed')`),
  ],
);

export const ideaVotes = pgTable(
  "idea_votes",
  {
    ideaId: integer()
      .notNull()
      .references(() => ideas.id, { onDelete: "cascade" }),
    personId: integer()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.ideaId, t.personId] }), index("idea_votes_person").on(t.personId)],
);

/** A sentence that people agree or disagree with, on a board of statements. */
export const statements = pgTable(
  "statements",
  {
    id: id(),
    boardId: integer()
      .notNull()
      .references(() => boards.id, { onDelete: "cascade" }),
    text: text().notNull(),
    language: text().$type<Locale>().notNull(),
    /** What was taken away is asked no more and counts no more; its stances stay. */
    isShown: boolean().notNull().default(true),
    createdBy: integer().references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [index("statements_board").on(t.boardId, t.id)],
);

/** What somebody thinks of a statement: 1 agrees, -1 disagrees, 0 passes. No row: has not said. */
export const stances = pgTable(
  "stances",
  {
    id: id(),
    statementId: integer()
      .notNull()
      .references(() => statements.id, { onDelete: "cascade" }),
    personId: integer().references(() => people.id),
    /** Somebody of a conversation that was held elsewhere, by the name it had there. */
    outsider: text(),
    stance: smallint().$type<-1 | 0 | 1>().notNull(),
    at: createdAt(),
  },
  (t) => [
    uniqueIndex("stances_person").on(t.statementId, t.personId),
    uniqueIndex("stances_outsider").on(t.statementId, t.outsider),
    index("stances_by_person").on(t.personId),
    check("stances_stance", sql`${t.stance} in (-1, 0, 1)`),
    check("stances_who", sql`(${t.personId} is null) <> (${t.outsider} is null)`),
  ],
);

/** Every set and unset, append-only, so that the counts can be proved. Addresses and agents only as keyed hashes, for 30 days. */
export const voteLedger = pgTable(
  "vote_ledger",
  {
    id: id(),
    ideaId: integer().notNull(),
    personId: integer().notNull(),
    voted: boolean().notNull(),
    addressHash: text(),
    agentHash: text(),
    at: createdAt(),
  },
  (t) => [index("vote_ledger_idea").on(t.ideaId, t.id)],
);

export const ideaFollows = pgTable(
  "idea_follows",
  {
    ideaId: integer()
      .notNull()
      .references(() => ideas.id, { onDelete: "cascade" }),
    personId: integer()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.ideaId, t.personId] }), index("idea_follows_person").on(t.personId)],
);

export const ideaStatuses = pgTable(
  "idea_statuses",
  {
    id: id(),
    ideaId: integer()
      .notNull()
      .references(() => ideas.id, { onDelete: "cascade" }),
    status: text().$type<IdeaStatus>().notNull(),
    reason: text().notNull().default(""),
    by: integer().references(() => people.id),
    at: createdAt(),
  },
  (t) => [index("idea_statuses_idea").on(t.ideaId, t.id)],
);

/** The newest row is the answer shown; older ones are its history. */
export const officialAnswers = pgTable(
  "official_answers",
  {
    id: id(),
    ideaId: integer()
      .notNull()
      .references(() => ideas.id, { onDelete: "cascade" }),
    body: text().notNull(),
    by: integer()
      .notNull()
      .references(() => people.id),
    at: createdAt(),
  },
  (t) => [index("official_answers_idea").on(t.ideaId, t.id)],
);

export const comments = pgTable(
  "comments",
  {
    id: id(),
    ideaId: integer()
      .notNull()
      .references(() => ideas.id, { onDelete: "cascade" }),
    authorId: integer().references(() => people.id),
    /** Replies go one level deep: the parent is always a comment without a parent. */
    parentId: integer(),
    body: text().notNull(),
    state: text().$type<PublicationState>().notNull().default("pending"),
    revision: integer().notNull().default(1),
    createdAt: createdAt(),
    publishedAt: at(),
  },
  (t) => [
    foreignKey({ columns: [t.parentId], foreignColumns: [t.id] }).onDelete("cascade"),
    index("comments_idea").on(t.ideaId, t.id),
    index("comments_author").on(t.authorId, t.id.desc()),
    check("comments_state", sql`${t.state} in ('pending', 'published', 'changes_asked', 'declined', 'removed')`),
  ],
);
