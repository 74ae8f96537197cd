// Boards and their lists of ideas: two statements for a visitor, none per idea, each order served by its own partial index.
import { and, asc, eq, sql, type Placeholder, type SQL } from "drizzle-orm";
import { actorId, type Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import type { Locale, LocalizedText } from "~/core/locale";
import { decodeCursor, toPage, type Page } from "~/core/page";
import { authorize } from "~/policy/can";
import type { Database } from "~db/client.server";
import { prepared } from "~db/prepared.server";
import { boards, ideas, ideaVotes, officialAnswers, people } from "~db/schema/index";
import type { BoardKind, IdeaSort, IdeaStatus } from "./idea";
import { isPublicIdea } from "./publication.server";

export type Board = { id: number; slug: string; name: LocalizedText; purpose: LocalizedText; kind: BoardKind; position: number };

const boardsInOrder = prepared((db) =>
  db
    .select({ id: boards.id, slug: boards.slug, name: boards.name, purpose: boards.purpose, kind: boards.kind, position: boards.position })
    .from(boards)
    .orderBy(asc(boards.position), asc(boards.id))
    .prepare("boards-in-order"),
);

export const listBoards = (ctx: Context): Promise<Board[]> => boardsInOrder(ctx.db).execute();

/** The boards with how many public ideas each holds, for those who may change them. */
export const listBoardsToManage = async (ctx: Context): Promise<(Board & { ideaCount: number })[]> => {
  authorize(ctx.actor, "manage-boards", null);
  return ctx.db
    .select({
      id: boards.id,
      slug: boards.slug,
      name: boards.name,
      purpose: boards.purpose,
      kind: boards.kind,
      position: boards.position,
      ideaCount: sql<number>`(select count(*)::int from ideas where ideas.board_id = boards.id and ideas.state = 'published')`,
    })
    .from(boards)
    .orderBy(asc(boards.position), asc(boards.id));
};

export const getBoardToManage = async (ctx: Context, boardId: number): Promise<Board> => {
  const found = (await listBoardsToManage(ctx)).find((board) => board.id === boardId);
  if (!found) throw new NotFound("board");
  return found;
};

export type IdeaInList = {
  id: number;
  title: string;
  excerpt: string;
  status: IdeaStatus;
  voteCount: number;
  commentCount: number;
  createdAt: Date;
  language: Locale;
  /** Whether the reader supports it. */
  voted: boolean;
  answerBy: string | null;
  answer: string | null;
};

const excerptLength = 180;

/** One's own vote on an idea, looked up by the primary key; visitors have none. */
export const ownVote = (me: number | Placeholder | null): SQL<boolean> =>
  me === null ? sql<boolean>`false` : sql<boolean>`exists (select 1 from ${ideaVotes} own where own.idea_id = ${ideas.id} and own.person_id = ${me})`;

const latestAnswer = (db: Database) =>
  db
    .select({ excerpt: sql<string>`left(${officialAnswers.body}, ${sql.raw(String(excerptLength + 1))})`.as("answer_excerpt"), by: officialAnswers.by })
    .from(officialAnswers)
    .where(eq(officialAnswers.ideaId, ideas.id))
    .orderBy(sql`${officialAnswers.id} desc`)
    .limit(1)
    .as("latest_answer");

type Rows = { me: number | Placeholder | null; where: SQL | undefined; score?: SQL<number> };

/** The rows of a list of ideas, without order and limit; `where` is added to the public ones. */
export const ideasInList = (db: Database, { me, where, score = sql<number>`0` }: Rows) => {
  const answer = latestAnswer(db);
  return db
    .select({
      id: ideas.id,
      title: ideas.title,
      excerpt: sql<string>`left(${ideas.body}, ${sql.raw(String(excerptLength + 1))})`,
      status: ideas.status,
      voteCount: ideas.voteCount,
      commentCount: ideas.commentCount,
      createdAt: ideas.createdAt,
      language: ideas.language,
      voted: ownVote(me),
      answerBy: people.displayName,
      answer: answer.excerpt,
      hot: ideas.hot,
      publishedAt: ideas.publishedAt,
      score,
    })
    .from(ideas)
    .leftJoinLateral(answer, sql`true`)
    .leftJoin(people, eq(people.id, answer.by))
    .where(and(isPublicIdea, where))
    .$dynamic();
};

/** Cut at the last whole word, with an ellipsis where something was left out. */
export const shortened = (text: string, length = excerptLength): string => {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), length / 2)).replace(/[\s,;:.–-]+$/, "")}…`;
};

type Row = Awaited<ReturnType<typeof ideasInList>>[number];
export const toIdeaInList = ({ hot: _hot, publishedAt: _publishedAt, score: _score, ...row }: Row): IdeaInList => ({
  ...row,
  excerpt: shortened(row.excerpt),
  answer: row.answer && shortened(row.answer),
});

const orders = {
  trending: {
    keys: (row: Row) => [row.hot, row.id],
    by: sql`${ideas.hot} desc nulls last, ${ideas.id} desc nulls last`,
    type: sql`double precision`,
    column: ideas.hot,
  },
  top: {
    keys: (row: Row) => [row.voteCount, row.id],
    by: sql`${ideas.voteCount} desc nulls last, ${ideas.id} desc nulls last`,
    type: sql`integer`,
    column: ideas.voteCount,
  },
  new: {
    keys: (row: Row) => [row.publishedAt?.toISOString() ?? "", row.id],
    by: sql`${ideas.publishedAt} desc nulls last, ${ideas.id} desc nulls last`,
    type: sql`timestamptz`,
    column: ideas.publishedAt,
  },
} as const;

type ListInput = {
  sort: IdeaSort;
  boardSlug?: string | null;
  after?: string | null;
  /** Only what the reader wrote or supports. */
  isMine?: boolean;
  size?: number;
};

export const onBoard = (boardSlug: string | Placeholder | null | undefined): SQL | undefined =>
  boardSlug ? sql`${ideas.boardId} = (select id from ${boards} where slug = ${boardSlug})` : undefined;

type Variant = { sort: IdeaSort; isOnBoard: boolean; isLater: boolean; isMine: boolean; isSignedIn: boolean };

const statementFor = ({ sort, isOnBoard, isLater, isMine, isSignedIn }: Variant) => {
  const order = orders[sort];
  const me = sql.placeholder("me");
  const later = isLater ? sql`(${order.column}, ${ideas.id}) < (${sql.placeholder("key")}::${order.type}, ${sql.placeholder("id")}::integer)` : undefined;
  const mine = isMine
    ? sql`${ideas.id} in (select id from ${ideas} own where own.author_id = ${me} union select idea_id from ${ideaVotes} where person_id = ${me})`
    : undefined;
  return prepared((db) =>
    ideasInList(db, { me: isSignedIn ? me : null, where: and(isOnBoard ? onBoard(sql.placeholder("board")) : undefined, mine, later) })
      .orderBy(order.by)
      .limit(sql.placeholder("limit"))
      .prepare("list-ideas"),
  );
};

const statements = new Map<string, ReturnType<typeof statementFor>>();

/** A page of public ideas. A cursor that does not fit the order shows the first page. */
export const listIdeas = async (ctx: Context, { sort, boardSlug, after, isMine, size = 20 }: ListInput): Promise<Page<IdeaInList>> => {
  const me = actorId(ctx.actor);
  const [key, id] = decodeCursor(after, 2) ?? [];
  const isLater = typeof id === "number" && Number.isInteger(id) && (sort === "new" ? !Number.isNaN(Date.parse(String(key))) : typeof key === "number");
  const variant = { sort, isOnBoard: Boolean(boardSlug), isLater, isMine: Boolean(isMine) && me !== null, isSignedIn: me !== null };
  const name = JSON.stringify(variant);
  const statement = statements.get(name) ?? statementFor(variant);
  statements.set(name, statement);
  const rows = await statement(ctx.db).execute({ me, board: boardSlug, key: String(key), id, limit: size + 1 });
  const { items, next } = toPage(rows, size, orders[sort].keys);
  return { items: items.map(toIdeaInList), next };
};

/** Recent ideas that hardly anybody has supported yet and that are not the reader's own: worth a view. */
export const listOverlookedIdeas = async (ctx: Context, size: number): Promise<IdeaInList[]> => {
  const me = actorId(ctx.actor);
  const recent = sql`${ideas.publishedAt} > ${new Date(ctx.now.getTime() - 60 * 86_400_000).toISOString()}::timestamptz`;
  const unsupported =
    me === null
      ? undefined
      : sql`${ideas.authorId} is distinct from ${me} and not exists (select 1 from ${ideaVotes} own where own.idea_id = ${ideas.id} and own.person_id = ${me})`;
  const rows = await ideasInList(ctx.db, { me, where: and(recent, sql`${ideas.status} = 'new'`, unsupported) })
    .orderBy(sql`${ideas.voteCount} asc, ${ideas.id} desc`)
    .limit(size);
  return rows.map(toIdeaInList);
};
