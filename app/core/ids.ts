// Ids: whole positive numbers for what has a public address, random texts for what must not be guessed.
import { NotFound } from "./errors";

const largestId = 2_147_483_647;

/** The id in an address, or NotFound for anything that cannot be one. */
export const idFrom = (value: unknown): number => {
  const text = typeof value === "number" ? String(value) : value;
  if (typeof text !== "string" || !/^[1-9]\d{0,9}$/.test(text)) throw new NotFound();
  const id = Number(text);
  if (id > largestId) throw new NotFound();
  return id;
};
