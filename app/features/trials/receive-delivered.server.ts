// Whoever says nothing for three days after the courier delivered has received the parcel: their first questionnaire opens by itself.
import { and, eq, inArray, lte } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { before, dayInMs } from "~/core/time";
import { record } from "~/features/activity/record.server";
import { receiveParcel } from "~/features/parcels/receive-parcel.server";
import { participants, parcels, trials } from "~db/schema/index";
import { startNextResponse } from "./start-next-response.server";

/** Returns how many parcels counted as received. */
export const receiveDelivered = async (ctx: Context): Promise<number> => {
  const due = await ctx.db
    .select({ participantId: participants.id, trialId: participants.trialId })
    .from(parcels)
    .innerJoin(participants, eq(participants.id, parcels.participantId))
    .innerJoin(trials, eq(trials.id, participants.trialId))
    .where(
      and(
        eq(parcels.state, "sent"),
        lte(parcels.deliveredAt, before(ctx.now, 3 * dayInMs)),
        eq(participants.state, "accepted"),
        inArray(trials.state, ["recruiting", "fieldwork"]),
      ),
    );
  let received = 0;
  for (const { participantId, trialId } of due)
    received += await inTransaction(ctx, async (inner) => {
      const [found] = await inner.db.select({ state: participants.state }).from(participants).where(eq(participants.id, participantId)).for("update");
      if (found?.state !== "accepted" || !(await receiveParcel(inner, participantId, "time"))) return 0;
      await inner.db.update(participants).set({ state: "active" }).where(eq(participants.id, participantId));
      await record(inner, { kind: "parcel.received", subject: { kind: "participant", id: participantId }, data: { trialId, byTime: true } });
      await startNextResponse(inner, participantId);
      return 1;
    });
  return received;
};
