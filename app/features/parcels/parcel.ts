// The way of a parcel, forwards only.
export const parcelStates = ["waiting", "packed", "sent", "received"] as const;
export type ParcelState = (typeof parcelStates)[number];

export const hasLeftTheHouse = (state: ParcelState): boolean => state === "sent" || state === "received";
