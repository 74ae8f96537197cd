// Who follows an idea is told what becomes of it. Authors follow their own from the start.
import { and, eq } from "drizzle-orm";
import { actorId, type Context } from "~/core/context";
import { authorize } from "~/policy/can";
import { ideaFollows } from "~db/schema/index";
import { publicationOf } from "./publication.server";

export const followIdea = async (ctx: Context, { ideaId, following }: { ideaId: number; following: boolean }): Promise<{ following: boolean }> => {
  authorize(ctx.actor, "take-part-in-idea", await publicationOf(ctx, ideaId));
  const personId = actorId(ctx.actor);
  if (personId === null) throw new Error("An idea is followed by a person");
  if (following) await ctx.db.insert(ideaFollows).values({ ideaId, personId, createdAt: ctx.now }).onConflictDoNothing();
  else await ctx.db.delete(ideaFollows).where(and(eq(ideaFollows.ideaId, ideaId), eq(ideaFollows.personId, personId)));
  return { following };
};
