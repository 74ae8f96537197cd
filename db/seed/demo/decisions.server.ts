// What Rian decides on a finding of a published report, and later says to be done.
import { dayInMs, hourInMs } from "../../../app/core/time";
import { dayOf } from "../../../app/features/trials/dates";
import { setDecisionDone } from "../../../app/features/reports/deciding/decisions.server";
import { makeDecision } from "../../../app/features/reports/make-decision.server";
import { getVersion } from "../../../app/features/reports/queries.server";
import type { DemoDecision } from "../texts/types";
import type { OnTimeline } from "./launch-trial.server";
import { as, dayAt, person, schedule, type Stage } from "./stage.server";

/** Has its id from the day on which it was made. */
export const playDecision = (stage: Stage, trial: OnTimeline, { daysAgo, hour, dueDaysAgo, done, ...decision }: DemoDecision): OnTimeline => {
  const made: OnTimeline = { id: 0 };
  const decidedAt = dayAt(stage, daysAgo, hour);
  const dueOn = dayOf(new Date(dayAt(stage, 0, 0).getTime() - dueDaysAgo * dayInMs + 12 * hourInMs));
  schedule(stage, decidedAt, async () => {
    const rian = as(stage, "rian", decidedAt);
    const { number, choice, note } = decision;
    const { content } = await getVersion(rian, trial.id, number);
    const found = content.findings.find(({ key }) => key === decision.finding || key.startsWith(`${decision.finding}:`));
    if (!found) throw new Error(`There is no finding "${decision.finding}" to decide on`);
    made.id = await makeDecision(rian, { trialId: trial.id, number, finding: found.key, choice, note, ownerId: person(stage, "rian").id, dueOn });
  });
  if (!done) return made;
  const doneAt = dayAt(stage, done.daysAgo, hour);
  schedule(stage, doneAt, () => setDecisionDone(as(stage, "rian", doneAt), { decisionId: made.id, done: true, outcome: done.outcome }));
  return made;
};
