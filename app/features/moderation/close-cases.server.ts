// What is gone needs no verdict any more.
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { cases } from "~db/schema/index";
import type { CaseSubject } from "./case";

/** Called in the transaction that removes the subjects. */
export const closeCases = async (ctx: Context, subjectKind: CaseSubject, subjectIds: readonly number[]): Promise<void> => {
  if (subjectIds.length === 0) return;
  await ctx.db
    .update(cases)
    .set({ state: "closed", closedAt: ctx.now, claimedBy: null, claimedUntil: null, version: sql`${cases.version} + 1` })
    .where(and(eq(cases.subjectKind, subjectKind), inArray(cases.subjectId, [...subjectIds]), eq(cases.state, "open")));
};
