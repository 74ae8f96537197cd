// Undo takes a verdict back: the case is open again, and whoever was about to be told is not.
import { and, eq, isNull, sql } from "drizzle-orm";
import { actorId, type Context } from "~/core/context";
import { Conflict, NotFound } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { authorize } from "~/policy/can";
import { dropSharedPages } from "~/platform/shared-pages.server";
import { cases, verdicts } from "~db/schema/index";
import type { CaseSubject } from "./case";
import { findOpenCase, openCase } from "./open-case.server";

export type UndoneVerdict = { caseId: number; subjectKind: CaseSubject; subjectId: number; before: string; verdict: string };

/** Marks the verdict as undone and opens its case again. The caller puts the subject back to `before`, in the same transaction. */
export const undoVerdict = async (ctx: Context, { verdictId }: { verdictId: number }): Promise<UndoneVerdict> => {
  authorize(ctx.actor, "moderate", null);
  const [known] = await ctx.db
    .select({
      caseId: verdicts.caseId,
      subjectKind: cases.subjectKind,
      subjectId: cases.subjectId,
      reasons: cases.reasons,
      before: verdicts.before,
      verdict: verdicts.verdict,
      isLatest: sql<boolean>`not exists (select 1 from verdicts v join cases c on c.id = v.case_id where c.subject_kind = ${cases.subjectKind} and c.subject_id = ${cases.subjectId} and v.id > ${verdicts.id} and v.undone_at is null)`,
    })
    .from(verdicts)
    .innerJoin(cases, eq(cases.id, verdicts.caseId))
    .where(eq(verdicts.id, verdictId));
  if (!known) throw new NotFound("verdict");
  if (!known.isLatest) throw new Conflict("a later verdict stands", { key: "later_verdict" });
  const [undone] = await ctx.db
    .update(verdicts)
    .set({ undoneAt: ctx.now, undoneBy: actorId(ctx.actor) })
    .where(and(eq(verdicts.id, verdictId), isNull(verdicts.undoneAt)))
    .returning({ id: verdicts.id });
  if (!undone) throw new Conflict("already undone", { key: "already_undone" });

  // Members may have flagged the subject since: then that case is the open one, and this one's reasons join it.
  const open = await findOpenCase(ctx, known);
  if (open) await openCase(ctx, { subjectKind: known.subjectKind, subjectId: known.subjectId, reasons: known.reasons });
  else
    await ctx.db
      .update(cases)
      .set({ state: "open", closedAt: null, version: sql`${cases.version} + 1` })
      .where(eq(cases.id, known.caseId));
  await dropSharedPages(ctx);
  await record(ctx, { kind: "case.undone", subject: { kind: "case", id: known.caseId }, data: { verdictId } });
  return { caseId: open?.id ?? known.caseId, subjectKind: known.subjectKind, subjectId: known.subjectId, before: known.before, verdict: known.verdict };
};
