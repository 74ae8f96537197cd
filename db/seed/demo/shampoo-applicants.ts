// Who applied for the shampoo trial, and what they said about their hair. Whoever is screened out answered as truthfully as the others.
import type { DemoPerson } from "../texts/types";
import type { Given } from "./answer-questions.server";
import { testedBefore } from "./crisps-applicants";

export type ShampooApplicant = {
  key: string;
  /** Whole days before the demo is loaded, and the hour of that day. */
  day: number;
  hour: number;
  rinsing: "scoop" | "shower" | "tap";
  hair: "short" | "medium" | "long";
  washes?: "daily" | "twice_a_week" | "less";
  uses?: readonly string[];
  scalp?: "yes" | "unsure";
  tested?: "past_3_months" | "longer_ago";
  work?: readonly string[];
};

const uses = ["shampoo_refill"];
const conditioned = ["shampoo_bottle", "conditioner"];

/** The first draw is among these. */
export const earlyApplicants: readonly ShampooApplicant[] = [
  { key: "ina-lobo", day: 45, hour: 12.2, rinsing: "scoop", hair: "long", uses },
  { key: "neng-lilis", day: 45, hour: 19.4, rinsing: "scoop", hair: "medium", uses, washes: "daily" },
  { key: "sari", day: 44, hour: 20.6, rinsing: "scoop", hair: "medium", uses: ["shampoo_bottle", "shampoo_refill"] },
  { key: "yance-tefa", day: 44, hour: 6.3, rinsing: "scoop", hair: "short", uses },
  { key: "dian-pratiwi", day: 44, hour: 21.9, rinsing: "shower", hair: "medium", uses: conditioned, tested: "longer_ago" },
  { key: "grace-t", day: 43, hour: 13.1, rinsing: "shower", hair: "medium", uses: conditioned, work: ["advertising"] },
  { key: "asep-kurnia", day: 43, hour: 18.7, rinsing: "scoop", hair: "short", uses: ["shampoo_sachet"], washes: "daily" },
  { key: "bunda-rafa", day: 43, hour: 22.1, rinsing: "shower", hair: "long", uses: conditioned },
  { key: "mbak-tutik", day: 42, hour: 9.8, rinsing: "scoop", hair: "medium", uses },
  { key: "daeng-rusli", day: 42, hour: 16.4, rinsing: "scoop", hair: "short", uses: ["shampoo_sachet"], washes: "daily", work: ["transport"] },
  { key: "hendra-l", day: 42, hour: 20.2, rinsing: "shower", hair: "short", uses, work: ["household_goods"] },
  { key: "bu-wati", day: 41, hour: 8.5, rinsing: "scoop", hair: "medium", uses, washes: "twice_a_week" },
  { key: "rina-kos", day: 41, hour: 23.2, rinsing: "tap", hair: "long", uses: ["shampoo_sachet"], washes: "less" },
  { key: "mei-lan", day: 41, hour: 19.1, rinsing: "shower", hair: "long", uses: [...conditioned, "hair_oil"] },
  { key: "cak-yono", day: 40, hour: 6.8, rinsing: "scoop", hair: "short", uses: ["shampoo_sachet"] },
  { key: "papa-kenzo", day: 40, hour: 21.3, rinsing: "shower", hair: "short", uses: ["shampoo_bottle"], washes: "daily" },
  { key: "nadia-p", day: 40, hour: 12.7, rinsing: "shower", hair: "long", uses: conditioned },
  { key: "lestari", day: 39, hour: 17.6, rinsing: "scoop", hair: "long", uses, work: ["education"] },
  { key: "fitri-h", day: 39, hour: 20.9, rinsing: "scoop", hair: "medium", uses },
  { key: "mas-joko", day: 39, hour: 19.3, rinsing: "scoop", hair: "short", uses: ["shampoo_sachet"], work: ["transport"] },
  { key: "togar", day: 39, hour: 22.8, rinsing: "shower", hair: "short", uses: ["shampoo_bottle"] },
];

/** The second draw fills what is left with some of these; the others wait. */
export const laterApplicants: readonly ShampooApplicant[] = [
  { key: "rahma-yulianis", day: 38, hour: 18.4, rinsing: "scoop", hair: "medium", uses },
  { key: "uda-fikri", day: 38, hour: 20.7, rinsing: "shower", hair: "short", uses: ["shampoo_bottle"], tested: "past_3_months" },
  { key: "dimas", day: 38, hour: 23.4, rinsing: "scoop", hair: "short", uses: ["shampoo_sachet"], washes: "daily" },
  { key: "acil-noor", day: 37, hour: 9.4, rinsing: "scoop", hair: "medium", uses },
  { key: "mama-yosi", day: 37, hour: 12.9, rinsing: "scoop", hair: "short", uses: ["shampoo_sachet"] },
  { key: "andi-tenri", day: 37, hour: 19.8, rinsing: "shower", hair: "long", uses: conditioned },
  { key: "oma-lies", day: 36, hour: 7.9, rinsing: "scoop", hair: "short", uses, scalp: "unsure" },
  { key: "zul", day: 36, hour: 17.2, rinsing: "scoop", hair: "short", uses: ["shampoo_bottle"] },
  { key: "umi-hasna", day: 36, hour: 20.4, rinsing: "scoop", hair: "long", uses },
  { key: "anisa-w", day: 36, hour: 21.7, rinsing: "shower", hair: "medium", uses: conditioned },
  { key: "galuh", day: 35, hour: 7.1, rinsing: "scoop", hair: "medium", uses },
];

/** Applied after the second draw, on the last day but one, and has been waiting since. */
export const lateApplicant: ShampooApplicant = {
  key: "budi",
  day: 34,
  hour: 20.2,
  rinsing: "scoop",
  hair: "short",
  uses: ["shampoo_bottle", "shampoo_refill"],
  washes: "daily",
};

export const ageAnswer = (person: DemoPerson, now: Date): string => {
  const age = now.getUTCFullYear() - person.birthYear;
  return age < 25 ? "18_24" : age < 35 ? "25_34" : age < 45 ? "35_44" : age < 55 ? "45_54" : "55_over";
};

export const screenerAnswers = (applicant: ShampooApplicant, person: DemoPerson, now: Date): Given => ({
  age_band: ageAnswer(person, now),
  hair_wash_frequency: applicant.washes ?? "every_2_days",
  products_used: applicant.uses ?? uses,
  rinsing_with: applicant.rinsing,
  hair_length: applicant.hair,
  scalp_condition: applicant.scalp ?? "no",
  past_test: applicant.tested ?? testedBefore(applicant.key),
  household_work: applicant.work ?? ["none"],
  willing: "yes",
});
