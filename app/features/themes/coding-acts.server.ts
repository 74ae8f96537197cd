// Every act of coding is written down with what stood before it.
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { codingActs } from "~db/schema/index";
import { coderOf } from "./coding-frame.server";
import type { ActBefore, CodingActKind } from "./theme";

type Question = { trialId: number; questionKey: string };

export const recordAct = async (ctx: Context, { trialId, questionKey }: Question, kind: CodingActKind, before: ActBefore): Promise<void> => {
  await ctx.db.insert(codingActs).values({ trialId, questionKey, kind, before, by: coderOf(ctx), at: ctx.now });
};

export type LastAct = { id: number; kind: CodingActKind; count: number };

/** The newest act of this person that stands, for "Undo". */
export const findLastAct = async (ctx: Context, { trialId, questionKey }: Question): Promise<LastAct | null> => {
  const [row] = await ctx.db
    .select({ id: codingActs.id, kind: codingActs.kind, count: sql<number>`jsonb_array_length(${codingActs.before} -> 'answers')` })
    .from(codingActs)
    .where(and(eq(codingActs.trialId, trialId), eq(codingActs.questionKey, questionKey), eq(codingActs.by, coderOf(ctx)), isNull(codingActs.undoneAt)))
    .orderBy(desc(codingActs.id))
    .limit(1);
  return row ?? null;
};
