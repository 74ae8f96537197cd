// A wave of invitations: members whose profile matches are asked to apply. Chance decides which, so that the same few are not asked each time.
import { eq, sql } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { Conflict } from "~/core/errors";
import { secondInMs } from "~/core/time";
import { record } from "~/features/activity/record.server";
import { createRandom, shuffle } from "~/statistics/random";
import { invitations, trials } from "~db/schema/index";
import { getTrialToRun } from "./queries.server";
import { seedFor } from "./seeds.server";
import { findMatches, findUninvited } from "./set-eligibility.server";

/** Invites up to `count` people who match and were not invited before. The mails leave half a minute later. Returns how many were invited. */
export const inviteMembers = async (ctx: Context, input: { trialId: number; count: number }): Promise<number> => {
  const trial = await getTrialToRun(ctx, input.trialId);
  const takesApplications = trial.state === "recruiting" && trial.pausedAt === null && (trial.applyUntil === null || trial.applyUntil > ctx.now);
  if (!takesApplications) throw new Conflict("nobody can apply", { key: "applying_closed" });
  return inTransaction(ctx, async (inner) => {
    const [row] = await inner.db.select({ seed: trials.seed }).from(trials).where(eq(trials.id, trial.id)).for("update");
    const [{ wave } = { wave: 1 }] = await inner.db
      .select({ wave: sql<number>`coalesce(max(${invitations.wave}), 0)::int + 1` })
      .from(invitations)
      .where(eq(invitations.trialId, trial.id));
    const { matching } = await findMatches(inner, trial.id);
    const open = (await findUninvited(inner, trial.id, matching)).sort((one, other) => one - other);
    const invited = shuffle(createRandom(seedFor(row?.seed ?? "", `invite-${wave}`)), open).slice(0, input.count);
    if (invited.length === 0) throw new Conflict("nobody is left to invite", { key: "nobody_to_invite" });
    for (let from = 0; from < invited.length; from += 1000)
      await inner.db
        .insert(invitations)
        .values(invited.slice(from, from + 1000).map((personId) => ({ trialId: trial.id, personId, wave, by: actorId(ctx.actor), at: ctx.now })));
    await record(inner, {
      kind: "trial.invited",
      subject: { kind: "trial", id: trial.id },
      data: { wave, invited: invited.length },
      tellAfterMs: 30 * secondInMs,
    });
    return invited.length;
  });
};
