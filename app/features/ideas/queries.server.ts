// Boards and their lists of ideas: two statements for a visitor, none per idea, each order served by its own partial index.
import { and, asc, eq, sql, type SQL } from "drizzle-orm";
import { actorId, type Actor, type Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import type { Locale, LocalizedText } from "~/core/locale";
import { decodeCursor, toPage, type Page } from "~/core/page";
import { authorize } from "~/policy/can";
import { boards, ideas, ideaVotes, officialAnswers, people } from "~db/schema/index";
import type { IdeaSort, IdeaStatus } from "./idea";
import { isPublicIdea } from "./publication.server";

export type Board = { id: number; slug: string; name: LocalizedText; purpose: LocalizedText; position: number };

export const listBoards = (ctx: Context): Promise<Board[]> =>
  ctx.db
    .select({ id: boards.id, slug: boards.slug, name: boards.name, purpose: boards.purpose, position: boards.position })
    .from(boards)
    .orderBy(asc(boards.position), asc(boards.id));

/** The boards with how many public ideas each holds, for those who may change them. */
export const listBoardsToManage = async (ctx: Context): Promise<(Board & { ideaCount: number })[]> => {
  authorize(ctx.actor, "manage-boards", null);
  return ctx.db
    .select({
      id: boards.id,
      slug: boards.slug,
      name: boards.name,
      purpose: boards.purpose,
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
export const ownVote = (actor: Actor): SQL<boolean> => {
  const me = actorId(actor);
  return me === null ? sql<boolean>`false` : sql<boolean>`exists (select 1 from ${ideaVotes} own where own.idea_id = ${ideas.id} and own.person_id = ${me})`;
};

const latestAnswer = (ctx: Context) =>
  ctx.db
    .select({ excerpt: sql<string>`left(${officialAnswers.body}, ${sql.raw(String(excerptLength + 1))})`.as("answer_excerpt"), by: officialAnswers.by })
    .from(officialAnswers)
    .where(eq(officialAnswers.ideaId, ideas.id))
    .orderBy(sql`${officialAnswers.id} desc`)
    .limit(1)
    .as("latest_answer");

/** The rows of a list of ideas, without order and limit; `where` is added to the public ones. */
export const ideasInList = (ctx: Context, where: SQL | undefined, score: SQL<number> = sql<number>`0`) => {
  const answer = latestAnswer(ctx);
  return ctx.db
    .select({
      id: ideas.id,
      title: ideas.title,
      excerpt: sql<string>`left(${ideas.body}, ${sql.raw(String(excerptLength + 1))})`,
      status: ideas.status,
      voteCount: ideas.voteCount,
      commentCount: ideas.commentCount,
      createdAt: ideas.createdAt,
      language: ideas.language,
      voted: ownVote(ctx.actor),
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

export const onBoard = (boardSlug: string | null | undefined): SQL | undefined =>
  boardSlug ? sql`${ideas.boardId} = (select id from ${boards} where slug = ${boardSlug})` : undefined;

/** A page of public ideas. A cursor that does not fit the order shows the first page. */
export const listIdeas = async (ctx: Context, { sort, boardSlug, after, isMine, size = 20 }: ListInput): Promise<Page<IdeaInList>> => {
  const order = orders[sort];
  const [key, id] = decodeCursor(after, 2) ?? [];
  const isUsable = typeof id === "number" && Number.isInteger(id) && (sort === "new" ? !Number.isNaN(Date.parse(String(key))) : typeof key === "number");
  const later = isUsable ? sql`(${order.column}, ${ideas.id}) < (${String(key)}::${order.type}, ${id}::integer)` : undefined;
  const me = actorId(ctx.actor);
  const mine =
    isMine && me !== null
      ? sql`${ideas.id} in (select id from ${ideas} own where own.author_id = ${me} union select idea_id from ${ideaVotes} where person_id = ${me})`
      : undefined;
  const rows = await ideasInList(ctx, and(onBoard(boardSlug), mine, later))
    .orderBy(order.by)
    .limit(size + 1);
  const { items, next } = toPage(rows, size, order.keys);
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
  const rows = await ideasInList(ctx, and(recent, sql`${ideas.status} = 'new'`, unsupported))
    .orderBy(sql`${ideas.voteCount} asc, ${ideas.id} desc`)
    .limit(size);
  return rows.map(toIdeaInList);
};
