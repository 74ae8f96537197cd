// A study that ran elsewhere, imported, reported and decided on: what a finished report looks like, on real answers of real people.
import { and, eq } from "drizzle-orm";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { after, dayInMs } from "../../../app/core/time";
import { assignBlock } from "../../../app/features/reports/assigning/assign-block.server";
import { addComment } from "../../../app/features/reports/discussing/write-comment.server";
import { publishReport } from "../../../app/features/reports/publish-report.server";
import { setExclusion } from "../../../app/features/reports/set-exclusion.server";
import { dayOf } from "../../../app/features/trials/dates";
import { importTrial } from "../../../app/features/trials/import/import-trial.server";
import { participants } from "../../schema/index";
import { carrotsAssignment, carrotsComments, carrotsDecisions, carrotsLeftOut, carrotsReport, carrotsReportAgain } from "../texts/carrots";
import { demoTeams } from "../texts/products";
import { playDecision } from "./decisions.server";
import type { OnTimeline } from "./launch-trial.server";
import { as, dayAt, person, schedule, type Stage } from "./stage.server";
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

/** The next version is being prepared: what the team says about it, and who sees to what. */
const seedWork = (stage: Stage, trial: OnTimeline): void => {
  let opening = 0;
  for (const { daysAgo, hour, by, isReply, ...comment } of carrotsComments) {
    const at = dayAt(stage, daysAgo, hour);
    schedule(stage, at, async () => {
      const id = await addComment(as(stage, by, at), { trialId: trial.id, ...comment, parentId: isReply ? opening : undefined });
      if (!isReply) opening = id;
    });
  }
  const { daysAgo, hour, block, dueInDays } = carrotsAssignment;
  const at = dayAt(stage, daysAgo, hour);
  const dueOn = dayOf(after(stage.loadedAt, dueInDays * dayInMs));
  schedule(stage, at, () => assignBlock(as(stage, "maya", at), { trialId: trial.id, block, assigneeId: person(stage, "rian").id, dueOn }));
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
  seedWork(stage, trial);
};
