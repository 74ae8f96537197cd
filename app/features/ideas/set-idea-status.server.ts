// What the product team does with an idea is a row with author, time and a public reason; the newest is what stands.
import { eq } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { undoWindowMs } from "~/features/moderation/case";
import { authorize } from "~/policy/can";
import { ideas, ideaStatuses } from "~db/schema/index";
import type { IdeaStatus } from "./idea";

/**
 * Sets the status and tells followers and voters. Setting the status that stands changes nothing.
 * With `changeId` the status follows from a published change, of which the same people are told instead.
 */
export const setIdeaStatus = async (
  ctx: Context,
  { ideaId, status, reason = "", changeId }: { ideaId: number; status: IdeaStatus; reason?: string; changeId?: number },
): Promise<{ hasChanged: boolean }> => {
  authorize(ctx.actor, "answer-idea", null);
  return inTransaction(ctx, async (inner) => {
    const [idea] = await inner.db.select({ state: ideas.state, status: ideas.status }).from(ideas).where(eq(ideas.id, ideaId)).for("update");
    if (!idea || idea.state !== "published") throw new NotFound("idea");
    if (idea.status === status && !reason) return { hasChanged: false };
    await inner.db.update(ideas).set({ status }).where(eq(ideas.id, ideaId));
    await inner.db.insert(ideaStatuses).values({ ideaId, status, reason, by: actorId(ctx.actor), at: ctx.now });
    await record(inner, {
      kind: "idea.status_changed",
      subject: { kind: "idea", id: ideaId },
      data: { status, from: idea.status, changeId },
      tellAfterMs: undoWindowMs,
    });
    return { hasChanged: true };
  });
};
