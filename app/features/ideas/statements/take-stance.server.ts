// One person, one stance on a statement: it can be changed and taken back, and repeating it changes nothing.
import { and, eq } from "drizzle-orm";
import { actorId, type Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { authorize } from "~/policy/can";
import { boards, stances, statements } from "~db/schema/index";
import { stanceValue, type StanceName } from "./stance";

/** The slug of the statement's board. */
export const takeStance = async (ctx: Context, { statementId, stance }: { statementId: number; stance: StanceName | "none" }): Promise<{ slug: string }> => {
  const [statement] = await ctx.db
    .select({ slug: boards.slug, isShown: statements.isShown })
    .from(statements)
    .innerJoin(boards, eq(boards.id, statements.boardId))
    .where(eq(statements.id, statementId));
  if (!statement) throw new NotFound("statement");
  authorize(ctx.actor, "take-part-in-idea", { state: statement.isShown ? "published" : "removed", authorId: null });
  const personId = actorId(ctx.actor);
  if (personId === null) throw new Error("A stance is taken by a person");
  if (stance === "none") {
    await ctx.db.delete(stances).where(and(eq(stances.statementId, statementId), eq(stances.personId, personId)));
  } else {
    const value = stanceValue[stance];
    await ctx.db
      .insert(stances)
      .values({ statementId, personId, stance: value, at: ctx.now })
      .onConflictDoUpdate({ target: [stances.statementId, stances.personId], set: { stance: value, at: ctx.now } });
  }
  return { slug: statement.slug };
};
