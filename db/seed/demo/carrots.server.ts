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
import { as, dayAt, type Stage } from "./stage.server";

const folder = "db/seed/studies/carrots";

export const seedCarrots = async (stage: Stage): Promise<number> => {
  const map = await readFile(`${folder}/map.json`, "utf8");
  const team = demoTeams.find(({ key }) => key === "snacks")?.name;
  const rian = as(stage, "rian", dayAt(stage, 74, 10.2));
  const { trialId, problems } = await importTrial(rian, { map, csv: createReadStream(`${folder}/data.csv`), dryRun: false, team });
  if (trialId === null) throw new Error(`The carrots could not be imported: ${JSON.stringify(problems.shown[0])}`);
  const maya = as(stage, "maya", dayAt(stage, 66, 14.6));
  const { report } = await getReport(maya, trialId);
  await saveDraft(maya, { trialId, ...carrotsReport, revision: report.revision });
  const number = await publishReport(as(stage, "rian", dayAt(stage, 64, 9.4)), { trialId });
  for (const { daysAgo, hour, ...decision } of carrotsDecisions)
    await makeDecision(as(stage, "rian", dayAt(stage, daysAgo, hour)), { trialId, number, ...decision });
  return trialId;
};
