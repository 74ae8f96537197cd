import { and, eq, inArray, sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { Conflict } from "~/core/errors";
import { after, dayInMs } from "~/core/time";
import { addresses, parcels } from "~db/schema/index";

/** Marks the parcel as received and its address for deletion 30 days later. False when it had been received before. */
export const receiveParcel = async (ctx: Context, participantId: number, receivedBy: "participant" | "time" = "participant"): Promise<boolean> => {
  const [parcel] = await ctx.db.select({ state: parcels.state }).from(parcels).where(eq(parcels.participantId, participantId)).for("update");
  if (parcel?.state === "received") return false;
  const [received] = await ctx.db
    .update(parcels)
    .set({ state: "received", receivedAt: ctx.now, receivedBy })
    .where(and(eq(parcels.participantId, participantId), inArray(parcels.state, ["sent"])))
    .returning({ id: parcels.id });
  if (!received) throw new Conflict("the parcel has not been sent", { key: "parcel_not_sent" });
  await ctx.db
    .update(addresses)
    // What the courier said of the delivery counts from then.
    .set({ deleteAfter: sql`coalesce(${addresses.deleteAfter}, ${after(ctx.now, 30 * dayInMs).toISOString()}::timestamptz)` })
    .where(eq(addresses.participantId, participantId));
  return true;
};
