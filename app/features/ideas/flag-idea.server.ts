// A member's flag on an idea goes to the moderators' queue.
import { inTransaction, type Context } from "~/core/context";
import type { FlagReason } from "~/features/moderation/case";
import { flagSubject } from "~/features/moderation/flag-subject.server";
import { authorize } from "~/policy/can";
import { publicationOf } from "./publication.server";

export const flagIdea = async (ctx: Context, { ideaId, reason, note }: { ideaId: number; reason: FlagReason; note?: string }): Promise<{ isNew: boolean }> => {
  authorize(ctx.actor, "take-part-in-idea", await publicationOf(ctx, ideaId));
  return inTransaction(ctx, (inner) => flagSubject(inner, { subjectKind: "idea", subjectId: ideaId, reason, note }));
};
