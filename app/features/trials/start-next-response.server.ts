// The next questionnaire opens when the parcel has been received and the one before is handed in, in the order of the person's slot.
import { eq } from "drizzle-orm";
import type { Context } from "~/core/context";
import { startResponse } from "~/features/questionnaires/start-response.server";
import { isPaired } from "./trial";
import { allocationSlots, participants, parcels, responses, trials } from "~db/schema/index";

/** Returns the response that is open now, or null when the last one has been handed in. */
export const startNextResponse = async (ctx: Context, participantId: number): Promise<number | null> => {
  const [row] = await ctx.db
    .select({ order: allocationSlots.prototypeIds, design: trials.design, versionId: trials.questionnaireVersionId, parcelState: parcels.state })
    .from(participants)
    .innerJoin(trials, eq(trials.id, participants.trialId))
    .innerJoin(allocationSlots, eq(allocationSlots.participantId, participants.id))
    .innerJoin(parcels, eq(parcels.participantId, participants.id))
    .where(eq(participants.id, participantId));
  if (!row?.versionId || row.parcelState !== "received") return null;
  const begun = await ctx.db
    .select({ id: responses.id, prototypeId: responses.prototypeId, state: responses.state })
    .from(responses)
    .where(eq(responses.participantId, participantId));
  // A pair is answered once, about both. Whoever calls has locked the participant, so that there is never a second one.
  if (isPaired(row.design)) {
    const [known] = begun;
    if (known) return known.state === "open" ? known.id : null;
    return startResponse(ctx, { versionId: row.versionId, participantId });
  }
  const done = new Set(begun.filter(({ state }) => state === "submitted").map(({ prototypeId }) => prototypeId));
  const index = row.order.findIndex((prototypeId) => !done.has(prototypeId));
  if (index < 0) return null;
  return startResponse(ctx, { versionId: row.versionId, participantId, prototypeId: row.order[index], position: index + 1 });
};
