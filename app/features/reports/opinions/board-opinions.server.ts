// What the people on a board of statements agree on and what parts them: the newest that the worker has worked out, and asking for newer.
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import type { Locale } from "~/core/locale";
import { countParticipants, getStatementBoard } from "~/features/ideas/statements/queries.server";
import { authorize } from "~/policy/can";
import { boards, computations, statements } from "~db/schema/index";
import type { Progress } from "../later/computation";
import { askFor, beginAnew, listProgress } from "../later/computations.server";
import type { OpinionResult } from "../later/find-opinions";
import { hashVotes } from "./votes.server";

export type OpinionStatementText = { id: number; text: string; language: Locale };
export type Opinions = {
  result: OpinionResult | null;
  /** By id, also those that were taken away since. */
  texts: OpinionStatementText[];
  finishedAt: Date | null;
  seed: string | null;
  dataHash: string | null;
};

/** How old a result may be before a member's look asks for a newer one. */
const freshForMs = 10 * 60_000;
const wantedFor = (slug: string) => [{ method: "opinions", seed: `opinions/${slug}` }];

const findNewest = async (ctx: Context, boardId: number): Promise<Opinions> => {
  const [row] = await ctx.db
    .select()
    .from(computations)
    .where(and(eq(computations.boardId, boardId), eq(computations.method, "opinions"), eq(computations.state, "done")))
    .orderBy(desc(computations.finishedAt))
    .limit(1);
  const result = row?.result?.kind === "opinions" ? row.result : null;
  const ids = result?.statements.map(({ id }) => id) ?? [];
  const texts =
    ids.length === 0
      ? []
      : await ctx.db
          .select({ id: statements.id, text: statements.text, language: statements.language })
          .from(statements)
          .where(inArray(statements.id, ids))
          .orderBy(asc(statements.id));
  return { result, texts, finishedAt: row?.finishedAt ?? null, seed: row?.seed ?? null, dataHash: row?.dataHash ?? null };
};

/** For staff: what stands now, worked out anew whenever somebody has said something since. */
export const getBoardOpinions = async (ctx: Context, boardId: number) => {
  authorize(ctx.actor, "answer-idea", null);
  const [row] = await ctx.db.select({ slug: boards.slug }).from(boards).where(eq(boards.id, boardId));
  if (!row) throw new NotFound("board");
  const board = await getStatementBoard(ctx, row.slug);
  const hash = await hashVotes(ctx, board.id);
  const people = await countParticipants(ctx, board.id);
  const later = people === 0 ? [] : await askFor(ctx, { boardId: board.id }, hash, wantedFor(board.slug));
  return { board, hash, people, later, opinions: await findNewest(ctx, board.id) };
};

/** For everybody on the board: what was last worked out; a look at an old one asks for a newer one. */
export const getPublicOpinions = async (ctx: Context, slug: string) => {
  const board = await getStatementBoard(ctx, slug);
  const opinions = await findNewest(ctx, board.id);
  const people = await countParticipants(ctx, board.id);
  const isOld = opinions.finishedAt === null || ctx.now.getTime() - opinions.finishedAt.getTime() > freshForMs;
  if (isOld && people > 0) await askFor(ctx, { boardId: board.id }, await hashVotes(ctx, board.id), wantedFor(board.slug));
  return { board, people, opinions };
};

export const listBoardProgress = async (ctx: Context, boardId: number, dataHash: string): Promise<Progress[]> => {
  authorize(ctx.actor, "answer-idea", null);
  return listProgress(ctx, { boardId }, dataHash);
};

export const beginBoardAnew = async (ctx: Context, boardId: number): Promise<void> => {
  authorize(ctx.actor, "answer-idea", null);
  await beginAnew(ctx, { boardId });
};
