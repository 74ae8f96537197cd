// The detergent cap trial: open for another week and a half, people are applying, nobody has been drawn.
import { withdrawApplication } from "../../../app/features/trials/withdraw-application.server";
import { demoPeople } from "../texts/people";
import { detergentCapTrial } from "../texts/trials-detergent-cap";
import type { DemoPerson } from "../texts/types";
import { apply, type Given } from "./answer-questions.server";
import { testedBefore } from "./crisps-applicants";
import { launchTrial } from "./launch-trial.server";
import type { DemoShelf } from "./products.server";
import { ageAnswer } from "./shampoo-applicants";
import { as, dayAt, schedule, type Stage } from "./stage.server";

const cells = [
  { name: { en: "With a child under three", id: "Ada anak di bawah tiga tahun" }, target: 20, facts: { children_under_3: ["yes"] } },
  { name: { en: "Without", id: "Tanpa anak di bawah tiga tahun" }, target: 20, facts: { children_under_3: ["no"] } },
];

type CapApplicant = {
  key: string;
  day: number;
  hour: number;
  kinds: readonly string[];
  hands?: "often" | "sometimes";
  washes?: "shared" | "laundry_service";
  tested?: "past_3_months" | "longer_ago";
  allergy?: "yes";
  visited?: true;
  upTo?: number;
};

const applicants: readonly CapApplicant[] = [
  { key: "ketut-artini", day: 31, hour: 11.8, kinds: ["liquid_bottle", "powder"], visited: true },
  { key: "mama-gendis", day: 30, hour: 20.1, kinds: ["liquid_pouch"] },
  { key: "meyke-wowor", day: 29, hour: 9.7, kinds: ["liquid_bottle"], tested: "longer_ago" },
  { key: "tiur-sinaga", day: 27, hour: 18.9, kinds: ["liquid_bottle"], hands: "often" },
  { key: "priya-s", day: 24, hour: 22.3, kinds: ["liquid_bottle", "liquid_pouch"] },
  { key: "uda-fikri", day: 21, hour: 12.6, kinds: ["liquid_pouch", "powder"], tested: "past_3_months", washes: "shared" },
  { key: "yuli-86", day: 19, hour: 21.2, kinds: ["liquid_bottle", "bar"], hands: "sometimes" },
  { key: "mira", day: 17, hour: 13.5, kinds: ["liquid_pouch"] },
  { key: "bapak-dua-putri", day: 14, hour: 20.8, kinds: ["liquid_bottle"], washes: "shared" },
  { key: "made-suardana", day: 13, hour: 7.4, kinds: ["powder", "liquid_pouch"], washes: "shared", visited: true },
  { key: "citra-a", day: 11, hour: 19.3, kinds: ["liquid_bottle"] },
  { key: "elda", day: 9, hour: 16.1, kinds: ["liquid_pouch", "bar"] },
  { key: "rosa", day: 6, hour: 21.9, kinds: ["liquid_bottle"], allergy: "yes" },
  { key: "kadek", day: 4, hour: 8.9, kinds: ["liquid_bottle"], washes: "laundry_service" },
  { key: "tom", day: 3, hour: 10.6, kinds: ["liquid_bottle", "liquid_pouch"] },
  { key: "stevy", day: 1, hour: 20.4, kinds: ["liquid_bottle"], upTo: 4 },
];

const answersOf = (applicant: CapApplicant, person: DemoPerson, now: Date): Given => ({
  age_band: ageAnswer(person, now),
  does_laundry: applicant.washes ?? "me",
  detergent_kind: applicant.kinds,
  loads_per_week: person.profile.laundryPerWeek.replace("-", "_"),
  children_under_5: person.profile.childrenUnder3 === "yes" ? "live_here" : applicant.visited ? "visit" : "no",
  hands: applicant.hands ?? "never",
  enzyme_allergy: applicant.allergy ?? "no",
  past_test: applicant.tested ?? testedBefore(applicant.key),
  household_work: ["none"],
});

export const seedCapTrial = (stage: Stage, shelf: DemoShelf): void => {
  const trial = launchTrial(stage, shelf, detergentCapTrial, cells);
  for (const applicant of applicants) {
    const { key, day, hour, upTo } = applicant;
    const at = dayAt(stage, day, hour);
    const given = answersOf(
      applicant,
      demoPeople.find((each) => each.key === key)!,
      at,
    );
    schedule(stage, at, () => apply(stage, { key, trialId: trial.id, at, questions: detergentCapTrial.screener, given, upTo }));
  }
  // Tom travels for work and takes his application back.
  const withdrawnAt = dayAt(stage, 1, 18.8);
  schedule(stage, withdrawnAt, () => withdrawApplication(as(stage, "tom", withdrawnAt), { trialId: trial.id }));
};
