// The official answer: the newest row is shown, older ones are its history.
import { eq } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { undoWindowMs } from "~/features/moderation/case";
import { authorize } from "~/policy/can";
import { ideas, officialAnswers } from "~db/schema/index";

export const answerIdea = async (ctx: Context, { ideaId, body }: { ideaId: number; body: string }): Promise<{ answerId: number }> => {
  authorize(ctx.actor, "answer-idea", null);
  const by = actorId(ctx.actor);
  if (by === null) throw new Error("An official answer is given by a person");
  return inTransaction(ctx, async (inner) => {
    const [idea] = await inner.db.select({ state: ideas.state }).from(ideas).where(eq(ideas.id, ideaId)).for("share");
    if (!idea || idea.state !== "published") throw new NotFound("idea");
    const [answer] = await inner.db.insert(officialAnswers).values({ ideaId, body, by, at: ctx.now }).returning({ id: officialAnswers.id });
    if (!answer) throw new Error("The answer was not kept");
    await record(inner, { kind: "idea.answered", subject: { kind: "idea", id: ideaId }, data: { answerId: answer.id }, tellAfterMs: undoWindowMs });
    return { answerId: answer.id };
  });
};
