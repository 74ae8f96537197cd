import type { Context } from "~/core/context";
import { encrypt } from "~/platform/encryption.server";
import { addresses, parcels } from "~db/schema/index";
import type { Address } from "./address";

/** What an address is bound to: it cannot be read from another person's row. */
export const belongsTo = (participantId: number): string => `address of participant ${participantId}`;

/** A parcel that waits to be packed, with its address encrypted. Called where a place is accepted. */
export const createParcel = async (ctx: Context, input: { participantId: number; address: Address }): Promise<void> => {
  const { keyId, ciphertext } = encrypt(JSON.stringify(input.address), belongsTo(input.participantId));
  await ctx.db.insert(parcels).values({ participantId: input.participantId });
  await ctx.db.insert(addresses).values({ participantId: input.participantId, keyId, ciphertext, createdAt: ctx.now });
};
