// Everything chance decides in a trial follows from its one seed, purpose by purpose. The seeds are one-way: a wave shows its own,
// and nobody can get from it to the seed of the blind codes.
import { createHash, randomBytes } from "node:crypto";

export const newTrialSeed = (): string => randomBytes(16).toString("hex");

export const seedFor = (trialSeed: string, purpose: "codes" | "slots" | "reserve" | `wave-${number}` | `invite-${number}` | `extra-${number}`): string =>
  createHash("sha256").update(`${trialSeed}\n${purpose}`).digest("hex").slice(0, 32);
