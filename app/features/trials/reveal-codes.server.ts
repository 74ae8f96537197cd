// The one way to the key from blind code to prototype while people are testing: for whoever packs, with a reason, on record.
import { and, asc, desc, eq } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { Conflict, Forbidden } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { authorizeFulfilment } from "~/features/parcels/fulfilment.server";
import { codeReveals, people, prototypes, trialPrototypes } from "~db/schema/index";
import { getTrialToRun } from "./queries.server";
import { isUnblinded } from "./trial";

export type KeyLine = { code: string; prototypeName: string };

const readKey = (ctx: Context, trialId: number) =>
  ctx.db
    .select({ code: trialPrototypes.code, prototypeName: prototypes.name, prototypeId: prototypes.id })
    .from(trialPrototypes)
    .innerJoin(prototypes, eq(prototypes.id, trialPrototypes.prototypeId))
    .where(eq(trialPrototypes.trialId, trialId))
    .orderBy(asc(trialPrototypes.code));

/** The labelling list. Needs a fulfilment grant; every reading is recorded before anything is shown. */
export const revealCodes = async (ctx: Context, input: { trialId: number; reason: string }): Promise<KeyLine[]> => {
  const trial = await getTrialToRun(ctx, input.trialId);
  await authorizeFulfilment(ctx, input.trialId);
  if (trial.state === "draft") throw new Conflict("codes are drawn at launch", { key: "trial_not_running" });
  const { actor } = ctx;
  if (actor.kind !== "person") throw new Forbidden("a reveal has a name");
  return inTransaction(ctx, async (inner) => {
    await inner.db.insert(codeReveals).values({ trialId: trial.id, by: actor.id, reason: input.reason, at: ctx.now });
    await record(inner, { kind: "codes.revealed", subject: { kind: "trial", id: trial.id } });
    return (await readKey(inner, trial.id)).map(({ code, prototypeName }) => ({ code, prototypeName }));
  });
};

/** The key for the team, once the data are locked. Before that nobody gets it here, whoever asks. */
export const readKeyAfterLock = async (ctx: Context, trialId: number): Promise<(KeyLine & { prototypeId: number })[]> => {
  const trial = await getTrialToRun(ctx, trialId);
  if (!isUnblinded(trial.state)) throw new Forbidden("the trial is blind");
  return readKey(ctx, trialId);
};

export const listCodeReveals = async (ctx: Context, trialId: number) => {
  await getTrialToRun(ctx, trialId);
  return ctx.db
    .select({ id: codeReveals.id, reason: codeReveals.reason, at: codeReveals.at, by: people.displayName })
    .from(codeReveals)
    .innerJoin(people, and(eq(people.id, codeReveals.by)))
    .where(eq(codeReveals.trialId, trialId))
    .orderBy(desc(codeReveals.id))
    .limit(100);
};
