// A member's flag reaches the queue: the first opens a case, the others make it weigh more.
import { and, count, eq } from "drizzle-orm";
import { actorId, type Context } from "~/core/context";
import { cases, flags } from "~db/schema/index";
import { flaggedReason, type CaseSubject, type FlagReason } from "./case";
import { openCase } from "./open-case.server";

export type FlagInput = { subjectKind: CaseSubject; subjectId: number; reason: FlagReason; note?: string };

/** Keeps one flag per person and subject. Called by the feature that owns the subject, which has authorised it, inside a transaction. */
export const flagSubject = async (ctx: Context, { subjectKind, subjectId, reason, note = "" }: FlagInput): Promise<{ isNew: boolean }> => {
  const personId = actorId(ctx.actor);
  if (personId === null) throw new Error("A flag is raised by a person");
  const [flag] = await ctx.db
    .insert(flags)
    .values({ subjectKind, subjectId, personId, reason, note, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: flags.id });
  if (!flag) return { isNew: false };
  // From here on the case is this transaction's, so that flags raised at the same moment are counted one after the other.
  const { caseId } = await openCase(ctx, { subjectKind, subjectId, reasons: [] });
  await ctx.db.update(flags).set({ caseId }).where(eq(flags.id, flag.id));
  const [counted] = await ctx.db
    .select({ flags: count() })
    .from(flags)
    .innerJoin(cases, eq(cases.id, flags.caseId))
    .where(and(eq(flags.caseId, caseId), eq(cases.state, "open")));
  await openCase(ctx, { subjectKind, subjectId, reasons: [flaggedReason(counted?.flags ?? 1)] });
  return { isNew: true };
};
