import type { Context } from "~/core/context";
import { mayFulfil } from "~/features/parcels/fulfilment.server";
import { can } from "~/policy/can";
import { getTrialToRun } from "./queries.server";

/** A trial as every staff page of it needs it, with what else this person may open. */
export const getTrialFrame = async (ctx: Context, trialId: number) => {
  const { source, ...trial } = await getTrialToRun(ctx, trialId);
  return {
    trial: { ...trial, isImported: source !== null },
    rights: {
      seesParcels: await mayFulfil(ctx, trialId),
      grants: can(ctx.actor, "grant-fulfilment", null),
      seesNames: can(ctx.actor, "see-participants", null),
    },
  };
};
