import type { LocalizedText } from "~/core/locale";

export const funnelSteps = ["applied", "eligible", "chosen", "accepted", "sent", "received", "started", "complete"] as const;
export type FunnelStep = (typeof funnelSteps)[number];

/** `label` null stands for values with fewer than five people, taken together. */
export type ProfileTable = { fact: string; label: LocalizedText; rows: { label: LocalizedText | null; n: number }[] };

export type BaseBlock = {
  block: "base";
  /** People with at least one answered questionnaire that counts. */
  people: number;
  responses: number;
  /** As how many equally weighted people these tell; absent where nothing is weighted. */
  effectiveN?: number;
  /** Empty for an imported study. */
  funnel: { step: FunnelStep; n: number }[];
  /** Answered questionnaires per prototype, and how often it came in which place; `positions` is empty where no order is known. */
  prototypes: {
    code: string;
    n: number;
    isLowBase: boolean;
    positions: number[];
    /** Null for few people: it would tell what they are. */ effectiveN?: number | null;
  }[];
  /** How many people answered for how many prototypes. */
  peopleByPrototypes: { prototypes: number; people: number }[];
  /** Numbered within the trial, never named. */
  exclusions: { person: number; reason: string; responses: number }[];
  withdrawn: number;
  profile: ProfileTable[];
  source: { title: string; attribution: string; licence: string; note: LocalizedText | null } | null;
};
