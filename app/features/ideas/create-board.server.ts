import { eq } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { Invalid, NotFound } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { authorize } from "~/policy/can";
import { boards } from "~db/schema/index";
import type { BoardKind } from "./idea";
import type { BoardInput } from "./input";

const slugTaken = () => new Invalid({ slug: { key: "slug_taken" } });

/** Opens a board and returns its id. */
export const createBoard = async (ctx: Context, input: BoardInput & { kind?: BoardKind; productId?: number }): Promise<{ boardId: number }> => {
  authorize(ctx.actor, "manage-boards", null);
  return inTransaction(ctx, async (inner) => {
    const [board] = await inner.db
      .insert(boards)
      .values({ ...input, createdAt: ctx.now })
      .onConflictDoNothing({ target: boards.slug })
      .returning({ id: boards.id });
    if (!board) throw slugTaken();
    await record(inner, { kind: "board.changed", subject: { kind: "board", id: board.id } });
    return { boardId: board.id };
  });
};

export const editBoard = async (ctx: Context, { boardId, ...input }: BoardInput & { boardId: number }): Promise<void> => {
  authorize(ctx.actor, "manage-boards", null);
  await inTransaction(ctx, async (inner) => {
    const [other] = await inner.db.select({ id: boards.id }).from(boards).where(eq(boards.slug, input.slug));
    if (other && other.id !== boardId) throw slugTaken();
    const [board] = await inner.db.update(boards).set(input).where(eq(boards.id, boardId)).returning({ id: boards.id });
    if (!board) throw new NotFound("board");
    await record(inner, { kind: "board.changed", subject: { kind: "board", id: boardId } });
  });
};
