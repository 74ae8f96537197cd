// The way of a parcel, forwards only.
export const parcelStates = ["waiting", "packed", "sent", "received", "returned"] as const;
export type ParcelState = (typeof parcelStates)[number];

export const hasLeftTheHouse = (state: ParcelState): boolean => state === "sent" || state === "received" || state === "returned";
