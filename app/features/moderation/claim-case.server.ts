// A claim tells colleagues that somebody is at it, for ten minutes at a time.
import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { actorId, type Context } from "~/core/context";
import { Conflict, NotFound } from "~/core/errors";
import { after } from "~/core/time";
import { authorize } from "~/policy/can";
import { cases, people } from "~db/schema/index";
import { claimMs } from "./case";

type Claim = { version: number; claimedUntil: Date };

/** Takes the case, or keeps it for another while. Conflict `already_handled` or `claimed` names the colleague who was faster. */
export const claimCase = async (ctx: Context, { caseId }: { caseId: number }): Promise<Claim> => {
  authorize(ctx.actor, "moderate", null);
  const me = actorId(ctx.actor);
  const claimedUntil = after(ctx.now, claimMs);
  const [claimed] = await ctx.db
    .update(cases)
    .set({ claimedBy: me, claimedUntil, version: sql`${cases.version} + case when ${cases.claimedBy} is not distinct from ${me}::int then 0 else 1 end` })
    .where(
      and(
        eq(cases.id, caseId),
        eq(cases.state, "open"),
        or(isNull(cases.claimedBy), me === null ? sql`false` : eq(cases.claimedBy, me), lt(cases.claimedUntil, ctx.now)),
      ),
    )
    .returning({ version: cases.version });
  if (!claimed) throw await collision(ctx, caseId);
  return { version: claimed.version, claimedUntil };
};

/** Why a moderator could not act on a case: a colleague handled it, has it in hand, or its text has changed since. */
export const collision = async (ctx: Context, caseId: number): Promise<Conflict | NotFound> => {
  const [row] = await ctx.db
    .select({
      state: cases.state,
      version: cases.version,
      claimedUntil: cases.claimedUntil,
      claimedBy: cases.claimedBy,
      claimant: people.displayName,
      judge: sql<
        string | null
      >`(select p.display_name from verdicts v join people p on p.id = v.by where v.case_id = ${cases.id} and v.undone_at is null order by v.id desc limit 1)`,
    })
    .from(cases)
    .leftJoin(people, eq(people.id, cases.claimedBy))
    .where(eq(cases.id, caseId));
  if (!row) return new NotFound("case");
  const current = { state: row.state, version: row.version };
  if (row.state === "closed")
    return new Conflict("already handled", row.judge ? { key: "already_handled_by", values: { name: row.judge } } : { key: "already_handled" }, current);
  const isTaken = row.claimant !== null && row.claimedBy !== actorId(ctx.actor) && row.claimedUntil !== null && row.claimedUntil > ctx.now;
  if (isTaken) return new Conflict("claimed", { key: "claimed_by", values: { name: row.claimant! } }, current);
  return new Conflict("the case has changed", { key: "case_changed" }, current);
};
