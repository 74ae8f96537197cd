// An idea may be rewritten while a moderator has not let it out, or has asked for a change; it is then read again.
import { and, eq } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { Conflict } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { reasonWeights } from "~/features/moderation/case";
import { holdReasons } from "~/features/moderation/hold-reasons.server";
import { findOpenCase, openCase } from "~/features/moderation/open-case.server";
import { authorize } from "~/policy/can";
import { ideas } from "~db/schema/index";
import { publicationOf } from "./publication.server";
import { languageOf } from "./words";

type IdeaEdit = { ideaId: number; title: string; body: string; revision: number };

/** Saves the text and puts the idea (again) before a moderator. Conflict when it was edited elsewhere or decided in the meantime. */
export const editIdea = async (ctx: Context, { ideaId, title, body, revision }: IdeaEdit): Promise<{ revision: number }> => {
  const facts = await publicationOf(ctx, ideaId);
  authorize(ctx.actor, "edit-submission", facts);
  return inTransaction(ctx, async (inner) => {
    // Cases are always locked before their subjects, here and in verdicts, so that the two never wait for each other.
    await findOpenCase(inner, { subjectKind: "idea", subjectId: ideaId });
    const text = `${title}\n${body}`;
    const [edited] = await inner.db
      .update(ideas)
      .set({ title, body, language: languageOf(text, ctx.locale), state: "pending", revision: revision + 1 })
      .where(and(eq(ideas.id, ideaId), eq(ideas.revision, revision), eq(ideas.state, facts.state)))
      .returning({ revision: ideas.revision });
    if (!edited) {
      const [current] = await inner.db.select({ title: ideas.title, body: ideas.body, revision: ideas.revision }).from(ideas).where(eq(ideas.id, ideaId));
      throw new Conflict("the idea has changed", {}, current && { revision: current.revision, values: { title: current.title, body: current.body } });
    }
    const holds = await holdReasons(inner, { text, authorId: facts.authorId ?? actorId(ctx.actor)! });
    const changed = facts.state === "changes_asked" ? [{ key: "changed" as const, weight: reasonWeights.changed }] : [];
    await openCase(inner, { subjectKind: "idea", subjectId: ideaId, reasons: [...changed, ...holds], textChanged: true });
    await record(inner, { kind: "idea.edited", subject: { kind: "idea", id: ideaId }, data: { revision: edited.revision } });
    return edited;
  });
};
