// Small tastings from before the community, brought in like any study from outside and published, so that later crisps have others to be held against.
import { Readable } from "node:stream";
import { createProduct } from "../../../app/features/products/create-product.server";
import { publishReport } from "../../../app/features/reports/publish-report.server";
import { dayOf } from "../../../app/features/trials/dates";
import { importTrial } from "../../../app/features/trials/import/import-trial.server";
import { createRandom, nextUniform } from "../../../app/statistics/random";
import { demoTeams } from "../texts/products";
import { snackCategory, snackQuestions, snackStudies } from "../texts/snack-studies";
import { draftOf } from "./questions";
import { as, dayAt, schedule, type Stage } from "./stage.server";

type Study = (typeof snackStudies)[number];

const between = (value: number, low: number, high: number) => Math.min(high, Math.max(low, Math.round(value)));

/** One line per person and sample, in the order in which they were tasted. */
const csvOf = ({ key, people, prototypes }: Study): string => {
  const lines = ["person,sample,place,sex,overall,purchase_intent,saltiness"];
  for (let person = 1; person <= people; person += 1) {
    const random = createRandom(`snack ${key} ${person}`);
    const wobble = (spread: number) => (nextUniform(random) + nextUniform(random) + nextUniform(random) - 1.5) * 2 * spread;
    const leaning = wobble(0.9);
    const sex = nextUniform(random) < 0.6 ? "female" : "male";
    // Each begins as many tastings as the others.
    const from = person % prototypes.length;
    for (const [index, { name, liked }] of [...prototypes.slice(from), ...prototypes.slice(0, from)].entries()) {
      const overall = between(liked + leaning + wobble(1.2), 1, 9);
      const saltiness = nextUniform(random) < 0.68 ? 3 : nextUniform(random) < 0.7 ? 4 : 2;
      lines.push([person, name, index + 1, sex, overall, between((overall - 1) / 2 + 1 + wobble(0.5), 1, 5), saltiness].join(","));
    }
  }
  return lines.join("\n");
};

const words = {
  summary: {
    en: "Sample data: made up to show how a prototype is placed among others.",
    id: "Data contoh: dibuat untuk memperlihatkan bagaimana sebuah contoh ditempatkan di antara yang lain.",
  },
  description: { en: "Tasted before this community began. Sample data.", id: "Dicicipi sebelum komunitas ini ada. Data contoh." },
  sex: { en: "Sex", id: "Jenis kelamin" },
  female: { en: "Women", id: "Perempuan" },
  male: { en: "Men", id: "Laki-laki" },
};

const mapOf = ({ name, prototypes }: Study, team: string, day: string) => ({
  format: 1,
  team,
  product: { name, description: words.description },
  trial: { name: { en: `${name.en}, a first taste`, id: `${name.id}, cicip pertama` }, summary: words.summary, fieldworkFrom: day, fieldworkUntil: day },
  design: "sequential_monadic",
  respondent: { column: "person" },
  prototype: { column: "sample", names: Object.fromEntries(prototypes.map((each) => [each.name, each.name])) },
  position: { column: "place" },
  questions: snackQuestions.map((question) => {
    const { key, type, text, config } = draftOf(question);
    return { column: key, key, type, text, config };
  }),
  profile: [
    { column: "sex", fact: "sex", label: words.sex, values: { female: { value: "female", label: words.female }, male: { value: "male", label: words.male } } },
  ],
  source: { title: "Data contoh", attribution: "Dibuat untuk komunitas contoh ini; tidak ada orang sungguhan di baliknya.", licence: "CC0-1.0" },
});

const importStudy = async (stage: Stage, study: Study, teamId: number, at: Date): Promise<void> => {
  const rian = as(stage, "rian", at);
  const team = demoTeams.find(({ key }) => key === "snacks")!.name;
  await createProduct(rian, { teamId, name: study.name, description: words.description, category: snackCategory });
  const csv = Readable.from([Buffer.from(csvOf(study))]);
  const { trialId, problems } = await importTrial(rian, { map: mapOf(study, team, dayOf(at)), csv, dryRun: false });
  if (trialId === null) throw new Error(`"${study.key}" could not be imported: ${JSON.stringify(problems.shown[0])}`);
  await publishReport(rian, { trialId });
};

export const seedSnackStudies = (stage: Stage, teams: ReadonlyMap<string, number>): void => {
  for (const study of snackStudies) {
    const at = dayAt(stage, study.daysAgo, 10.3);
    schedule(stage, at, () => importStudy(stage, study, teams.get("snacks") as number, at));
  }
};
