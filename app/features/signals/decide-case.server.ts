// One door for verdicts: the queue does not care what a case is about, the feature that owns the subject does.
import { eq } from "drizzle-orm";
import type { Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { decideComment, undoCommentVerdict } from "~/features/comments/decide-comment.server";
import { decideIdea, undoIdeaVerdict } from "~/features/ideas/decide-idea.server";
import type { CaseSubject } from "~/features/moderation/case";
import type { VerdictInput } from "~/features/moderation/record-verdict.server";
import { decideResponseCase, undoResponseVerdict } from "~/features/reports/judge-response.server";
import { authorize } from "~/policy/can";
import { cases, verdicts } from "~db/schema/index";

type Judge = {
  decide: (ctx: Context, input: VerdictInput) => Promise<{ verdictId: number }>;
  undo: (ctx: Context, input: { verdictId: number }) => Promise<{ caseId: number }>;
};

const judges: Record<CaseSubject, Judge> = {
  idea: { decide: decideIdea, undo: undoIdeaVerdict },
  comment: { decide: decideComment, undo: undoCommentVerdict },
  response: { decide: decideResponseCase, undo: undoResponseVerdict },
};

/** Conflict names the colleague who was faster. The author is told 30 seconds later, unless the verdict was undone. */
export const decideCase = async (ctx: Context, input: VerdictInput): Promise<{ verdictId: number }> => {
  authorize(ctx.actor, "moderate", null);
  const [known] = await ctx.db.select({ kind: cases.subjectKind }).from(cases).where(eq(cases.id, input.caseId));
  if (!known) throw new NotFound("case");
  return judges[known.kind].decide(ctx, input);
};

export const undoCaseVerdict = async (ctx: Context, { verdictId }: { verdictId: number }): Promise<{ caseId: number }> => {
  authorize(ctx.actor, "moderate", null);
  const [known] = await ctx.db
    .select({ kind: cases.subjectKind })
    .from(verdicts)
    .innerJoin(cases, eq(cases.id, verdicts.caseId))
    .where(eq(verdicts.id, verdictId));
  if (!known) throw new NotFound("verdict");
  return judges[known.kind].undo(ctx, { verdictId });
};
