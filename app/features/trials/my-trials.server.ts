// The trials of the person who is signed in: what they applied for and what they take part in, newest first.
import { and, desc, eq } from "drizzle-orm";
import { actorId, type Context } from "~/core/context";
import { authorize } from "~/policy/can";
import { applications, participants, trials } from "~db/schema/index";

export const listMyTrials = async (ctx: Context) => {
  authorize(ctx.actor, "use-own-account", null);
  const personId = actorId(ctx.actor) ?? 0;
  return ctx.db
    .select({ trialId: trials.id, name: trials.name, trialState: trials.state, applicationState: applications.state, participantState: participants.state })
    .from(applications)
    .innerJoin(trials, eq(trials.id, applications.trialId))
    .leftJoin(participants, and(eq(participants.trialId, trials.id), eq(participants.personId, personId)))
    .where(eq(applications.personId, personId))
    .orderBy(desc(applications.id))
    .limit(20);
};
