// The statements of a board, written by moderators: added, taken away, brought back.
import { and, asc, eq, sql } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { authorize } from "~/policy/can";
import { boards, statements } from "~db/schema/index";
import { languageOf } from "../words";

export type StatementToManage = { id: number; text: string; isShown: boolean; stanceCount: number };

export const listStatementsToManage = async (ctx: Context, boardId: number): Promise<StatementToManage[]> => {
  authorize(ctx.actor, "manage-boards", null);
  return ctx.db
    .select({
      id: statements.id,
      text: statements.text,
      isShown: statements.isShown,
      stanceCount: sql<number>`(select count(*)::int from stances where stances.statement_id = statements.id)`,
    })
    .from(statements)
    .where(eq(statements.boardId, boardId))
    .orderBy(asc(statements.id))
    .limit(500);
};

export const addStatements = async (ctx: Context, { boardId, texts }: { boardId: number; texts: string[] }): Promise<number[]> => {
  authorize(ctx.actor, "manage-boards", null);
  return inTransaction(ctx, async (inner) => {
    const [board] = await inner.db
      .select({ id: boards.id })
      .from(boards)
      .where(and(eq(boards.id, boardId), eq(boards.kind, "statements")));
    if (!board) throw new NotFound("board");
    const rows = texts.map((text) => ({ boardId, text, language: languageOf(text, ctx.locale), createdBy: actorId(ctx.actor), createdAt: ctx.now }));
    const made = await inner.db.insert(statements).values(rows).returning({ id: statements.id });
    await record(inner, { kind: "board.changed", subject: { kind: "board", id: boardId } });
    return made.map(({ id }) => id);
  });
};

/** The board of the statement. */
export const showStatement = async (ctx: Context, { statementId, shown }: { statementId: number; shown: boolean }): Promise<{ boardId: number }> => {
  authorize(ctx.actor, "manage-boards", null);
  return inTransaction(ctx, async (inner) => {
    const [changed] = await inner.db
      .update(statements)
      .set({ isShown: shown })
      .where(eq(statements.id, statementId))
      .returning({ boardId: statements.boardId });
    if (!changed) throw new NotFound("statement");
    await record(inner, { kind: "board.changed", subject: { kind: "board", id: changed.boardId } });
    return changed;
  });
};
