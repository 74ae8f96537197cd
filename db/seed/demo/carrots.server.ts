// A study that ran elsewhere, imported, reported and decided on: what a finished report looks like, on real answers of real people.
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { after, dayInMs } from "../../../app/core/time";
import { assignBlock } from "../../../app/features/reports/assigning/assign-block.server";
import { setDecisionDone } from "../../../app/features/reports/deciding/decisions.server";
import { addComment } from "../../../app/features/reports/discussing/write-comment.server";
import { makeDecision } from "../../../app/features/reports/make-decision.server";
import { publishReport } from "../../../app/features/reports/publish-report.server";
import { getReport } from "../../../app/features/reports/queries.server";
import { saveDraft } from "../../../app/features/reports/save-draft.server";
import { dayOf } from "../../../app/features/trials/dates";
import { importTrial } from "../../../app/features/trials/import/import-trial.server";
import { carrotsAssignment, carrotsComments, carrotsDecisions, carrotsReport } from "../texts/carrots";
import { demoTeams } from "../texts/products";
import { as, dayAt, person, schedule, type Stage } from "./stage.server";

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
  for (const { daysAgo, hour, dueDaysAgo, done, ...decision } of carrotsDecisions) {
    const decidedAt = dayAt(stage, daysAgo, hour);
    const dueOn = dayOf(dayAt(stage, dueDaysAgo, 12));
    let decisionId = 0;
    schedule(stage, decidedAt, async () => {
      decisionId = await makeDecision(as(stage, "rian", decidedAt), { trialId, number, ...decision, ownerId: person(stage, "rian").id, dueOn });
    });
    if (!done) continue;
    const doneAt = dayAt(stage, done.daysAgo, hour);
    schedule(stage, doneAt, () => setDecisionDone(as(stage, "rian", doneAt), { decisionId, done: true, outcome: done.outcome }));
  }
  seedWork(stage, () => trialId);
};

/** The next version is being prepared: what the team says about it, and who sees to what. */
const seedWork = (stage: Stage, trial: () => number): void => {
  let opening = 0;
  for (const { daysAgo, hour, by, isReply, ...comment } of carrotsComments) {
    const at = dayAt(stage, daysAgo, hour);
    schedule(stage, at, async () => {
      const id = await addComment(as(stage, by, at), { trialId: trial(), ...comment, parentId: isReply ? opening : undefined });
      if (!isReply) opening = id;
    });
  }
  const { daysAgo, hour, block, dueInDays } = carrotsAssignment;
  const at = dayAt(stage, daysAgo, hour);
  const dueOn = dayOf(after(stage.loadedAt, dueInDays * dayInMs));
  schedule(stage, at, () => assignBlock(as(stage, "maya", at), { trialId: trial(), block, assigneeId: person(stage, "rian").id, dueOn }));
};
