// A study that ran elsewhere, imported, reported and decided on: what a finished report looks like, on real answers of real people.
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { makeDecision } from "../../../app/features/reports/make-decision.server";
import { publishReport } from "../../../app/features/reports/publish-report.server";
import { getReport } from "../../../app/features/reports/queries.server";
import { saveDraft } from "../../../app/features/reports/save-draft.server";
import { importTrial } from "../../../app/features/trials/import/import-trial.server";
import { carrotsDecisions, carrotsReport } from "../texts/carrots";
import { demoTeams } from "../texts/products";
import { as, dayAt, schedule, type Stage } from "./stage.server";

const folder = "db/seed/studies/carrots";

const importStudy = async (stage: Stage, at: Date): Promise<number> => {
  const map = await readFile(`${folder}/map.json`, "utf8");
  const team = demoTeams.find(({ key }) => key === "snacks")?.name;
  const csv = createReadStream(`${folder}/data.csv`);
  const { trialId, problems } = await importTrial(as(stage, "rian", at), { map, csv, dryRun: false, team });
  if (trialId === null) throw new Error(`The carrots could not be imported: ${JSON.stringify(problems.shown[0])}`);
  return trialId;
};

export const seedCarrots = (stage: Stage): void => {
  const [importedAt, draftedAt, publishedAt] = [dayAt(stage, 74, 10.2), dayAt(stage, 66, 14.6), dayAt(stage, 64, 9.4)];
  let [trialId, number] = [0, 0];
  schedule(stage, importedAt, async () => (trialId = await importStudy(stage, importedAt)));
  schedule(stage, draftedAt, async () => {
    const maya = as(stage, "maya", draftedAt);
    const { report } = await getReport(maya, trialId);
    await saveDraft(maya, { trialId, ...carrotsReport, revision: report.revision });
  });
  schedule(stage, publishedAt, async () => (number = await publishReport(as(stage, "rian", publishedAt), { trialId })));
  for (const { daysAgo, hour, ...decision } of carrotsDecisions) {
    const decidedAt = dayAt(stage, daysAgo, hour);
    schedule(stage, decidedAt, () => makeDecision(as(stage, "rian", decidedAt), { trialId, number, ...decision }));
  }
};
