// One open case per subject: whatever else is found about it is added to that case.
import { and, eq } from "drizzle-orm";
import type { Context } from "~/core/context";
import { cases } from "~db/schema/index";
import { mergeReasons, priorityOf, type CaseReason, type CaseSubject } from "./case";

type Subject = { subjectKind: CaseSubject; subjectId: number };
type OpenCase = { caseId: number; version: number };

/**
 * Opens a case, or adds the reasons to the one that is open. `textChanged` renews the version of an open case, so that a verdict on the older text is
 * refused. Called inside the transaction of the act that leads to it.
 */
export const openCase = async (
  ctx: Context,
  { subjectKind, subjectId, reasons, textChanged }: Subject & { reasons: CaseReason[]; textChanged?: boolean },
): Promise<OpenCase> => {
  const [fresh] = await ctx.db
    .insert(cases)
    .values({ subjectKind, subjectId, reasons, priority: priorityOf(reasons), openedAt: ctx.now })
    .onConflictDoNothing()
    .returning({ caseId: cases.id, version: cases.version });
  if (fresh) return fresh;
  const known = await findOpenCase(ctx, { subjectKind, subjectId });
  // The open case was closed between the two statements: the next attempt opens a new one.
  if (!known) return openCase(ctx, { subjectKind, subjectId, reasons, textChanged });
  const merged = mergeReasons(known.reasons, reasons);
  const version = known.version + (textChanged ? 1 : 0);
  await ctx.db
    .update(cases)
    .set({ reasons: merged, priority: priorityOf(merged), version })
    .where(eq(cases.id, known.id));
  return { caseId: known.id, version };
};

/** The open case of a subject, locked until the end of the transaction. */
export const findOpenCase = async (ctx: Context, { subjectKind, subjectId }: Subject): Promise<typeof cases.$inferSelect | null> => {
  const [row] = await ctx.db
    .select()
    .from(cases)
    .where(and(eq(cases.subjectKind, subjectKind), eq(cases.subjectId, subjectId), eq(cases.state, "open")))
    .for("update");
  return row ?? null;
};
