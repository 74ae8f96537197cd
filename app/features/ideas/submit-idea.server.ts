// An idea is public at once when its author is trusted and its text gives no reason to wait; otherwise a moderator reads it first.
import { and, eq } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { Invalid } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { holdReasons } from "~/features/moderation/hold-reasons.server";
import { openCase } from "~/features/moderation/open-case.server";
import { authorize } from "~/policy/can";
import { boards, ideaFollows, ideas } from "~db/schema/index";
import { hotScore, type PublicationState } from "./idea";
import { findRemark } from "./remark.server";
import { languageOf } from "./words";

type IdeaSubmission = {
  boardId: number;
  title: string;
  body: string;
  /** The person's own response whose remark became this idea. */
  fromResponseId?: number;
};

export const submitIdea = async (ctx: Context, input: IdeaSubmission): Promise<{ ideaId: number; state: PublicationState }> => {
  authorize(ctx.actor, "submit-idea", null);
  const authorId = actorId(ctx.actor);
  if (authorId === null) throw new Error("An idea is written by a person");
  const { boardId, title, body, fromResponseId } = input;
  return inTransaction(ctx, async (inner) => {
    const [board] = await inner.db
      .select({ id: boards.id })
      .from(boards)
      .where(and(eq(boards.id, boardId), eq(boards.kind, "ideas")));
    if (!board) throw new Invalid({ boardId: { key: "not_understood" } });
    const remark = fromResponseId ? await findRemark(inner, { responseId: fromResponseId }) : null;
    const text = `${title}\n${body}`;
    const reasons = await holdReasons(inner, { text, authorId });
    const state = reasons.length > 0 ? "pending" : "published";
    const [idea] = await inner.db
      .insert(ideas)
      .values({
        boardId,
        authorId,
        title,
        body,
        language: languageOf(text, ctx.locale),
        state,
        hot: hotScore(0, ctx.now),
        fromParticipantId: remark?.participantId ?? null,
        createdAt: ctx.now,
        publishedAt: state === "published" ? ctx.now : null,
      })
      .returning({ id: ideas.id });
    if (!idea) throw new Error("The idea was not kept");
    await inner.db.insert(ideaFollows).values({ ideaId: idea.id, personId: authorId, createdAt: ctx.now });
    const subject = { kind: "idea", id: idea.id };
    await record(inner, { kind: "idea.submitted", subject, data: { boardId } });
    if (state === "published") await record(inner, { kind: "idea.published", subject, data: { wasHeld: false } });
    else await openCase(inner, { subjectKind: "idea", subjectId: idea.id, reasons });
    return { ideaId: idea.id, state };
  });
};
