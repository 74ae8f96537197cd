// A study that ran elsewhere, imported, reported and decided on: what a finished report looks like, on real answers of real people.
import { and, eq } from "drizzle-orm";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { publishReport } from "../../../app/features/reports/publish-report.server";
import { setExclusion } from "../../../app/features/reports/set-exclusion.server";
import { importTrial } from "../../../app/features/trials/import/import-trial.server";
import { participants } from "../../schema/index";
import { carrotsDecisions, carrotsLeftOut, carrotsReport, carrotsReportAgain } from "../texts/carrots";
import { demoTeams } from "../texts/products";
import { playDecision } from "./decisions.server";
import type { OnTimeline } from "./launch-trial.server";
import { as, dayAt, schedule, type Stage } from "./stage.server";
import { writeOver } from "./write-over.server";

const folder = "db/seed/studies/carrots";

const importStudy = async (stage: Stage, at: Date): Promise<number> => {
  const map = await readFile(`${folder}/map.json`, "utf8");
  const team = demoTeams.find(({ key }) => key === "snacks")?.name;
  const csv = createReadStream(`${folder}/data.csv`);
  const { trialId, problems } = await importTrial(as(stage, "rian", at), { map, csv, dryRun: false, team });
  if (trialId === null) throw new Error(`The carrots could not be imported: ${JSON.stringify(problems.shown[0])}`);
  return trialId;
};

/** Maya leaves out whoever told nothing apart, and says why. */
const leaveOut = async (stage: Stage, trialId: number, at: Date): Promise<void> => {
  const { respondent, reason } = carrotsLeftOut;
  const [row] = await stage.db
    .select({ id: participants.id })
    .from(participants)
    .where(and(eq(participants.trialId, trialId), eq(participants.respondent, respondent)));
  await setExclusion(as(stage, "maya", at), { trialId, participantId: row!.id, isExcluded: true, reason });
};

export const seedCarrots = (stage: Stage): void => {
  const trial: OnTimeline = { id: 0 };
  const on = (day: number, hour: number, play: (at: Date) => Promise<unknown>) => {
    const at = dayAt(stage, day, hour);
    schedule(stage, at, () => play(at));
  };
  on(74, 10.2, async (at) => (trial.id = await importStudy(stage, at)));
  on(66, 14.6, (at) => writeOver(stage, trial.id, carrotsReport, at));
  on(64, 9.4, (at) => publishReport(as(stage, "rian", at), { trialId: trial.id }));
  on(7, 15.3, (at) => leaveOut(stage, trial.id, at));
  on(6, 11.2, (at) => writeOver(stage, trial.id, carrotsReportAgain, at));
  on(5, 9.3, (at) => publishReport(as(stage, "rian", at), { trialId: trial.id }));
  for (const decision of carrotsDecisions) playDecision(stage, trial, decision);
};
