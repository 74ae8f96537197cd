// The next questionnaire opens when the parcel has been received and the one before is handed in, in the order of the person's slot.
import { and, eq } from "drizzle-orm";
import type { Context } from "~/core/context";
import { startResponse } from "~/features/questionnaires/start-response.server";
import { allocationSlots, participants, parcels, responses, trials } from "~db/schema/index";

/** Returns the response that is open now, or null when the last one has been handed in. */
export const startNextResponse = async (ctx: Context, participantId: number): Promise<number | null> => {
  const [row] = await ctx.db
    .select({ order: allocationSlots.prototypeIds, versionId: trials.questionnaireVersionId, parcelState: parcels.state })
    .from(participants)
    .innerJoin(trials, eq(trials.id, participants.trialId))
    .innerJoin(allocationSlots, eq(allocationSlots.participantId, participants.id))
    .innerJoin(parcels, eq(parcels.participantId, participants.id))
    .where(eq(participants.id, participantId));
  if (!row?.versionId || row.parcelState !== "received") return null;
  const submitted = await ctx.db
    .select({ prototypeId: responses.prototypeId })
    .from(responses)
    .where(and(eq(responses.participantId, participantId), eq(responses.state, "submitted")));
  const done = new Set(submitted.map(({ prototypeId }) => prototypeId));
  const index = row.order.findIndex((prototypeId) => !done.has(prototypeId));
  if (index < 0) return null;
  return startResponse(ctx, { versionId: row.versionId, participantId, prototypeId: row.order[index], position: index + 1 });
};
