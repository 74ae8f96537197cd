// A trial of the demo, set up by Rian and opened to members.
import type { LocalizedText } from "../../../app/core/locale";
import { localized } from "../../../app/core/locale";
import { before, dayInMs } from "../../../app/core/time";
import { saveQuestion } from "../../../app/features/questionnaires/save-question.server";
import { createTrial } from "../../../app/features/trials/create-trial.server";
import { dayOf } from "../../../app/features/trials/dates";
import { moveTrial } from "../../../app/features/trials/move-trial.server";
import { getTrialToRun } from "../../../app/features/trials/queries.server";
import { addActionStandard } from "../../../app/features/trials/set-action-standards.server";
import { addQuotaCell, ruleFrom } from "../../../app/features/trials/set-quotas.server";
import type { DemoQuestion, DemoTrial } from "../texts/types";
import { productId, prototypeId, type DemoShelf } from "./products.server";
import { draftOf } from "./questions";
import { as, dayAt, person, schedule, type Stage } from "./stage.server";

export type DemoCell = { name: LocalizedText; target: number; facts: Record<string, readonly string[]> };

const fill = async (stage: Stage, at: Date, questionnaireId: number, questions: readonly DemoQuestion[]): Promise<void> => {
  for (const question of questions) await saveQuestion(as(stage, "rian", at), { questionnaireId, ...draftOf(question) });
};

const draft = async (stage: Stage, shelf: DemoShelf, trial: DemoTrial, cells: readonly DemoCell[], drafted: Date): Promise<number> => {
  const rian = as(stage, "rian", drafted);
  const day = (daysAgo: number) => dayOf(before(stage.loadedAt, daysAgo * dayInMs));
  const trialId = await createTrial(rian, {
    productId: productId(shelf, trial.product),
    seed: `demo-${trial.key}`,
    name: trial.name,
    summary: trial.summary,
    receives: trial.whatYouReceive,
    confidentiality: trial.confidentiality,
    objectives: trial.objectives.map((objective) => localized(objective, person(stage, "rian").locale)).join("\n"),
    minutes: trial.minutes,
    applyUntil: day(trial.applyUntilDaysAgo),
    fieldworkFrom: day(trial.fieldworkFromDaysAgo),
    fieldworkUntil: day(trial.fieldworkUntilDaysAgo),
    design: trial.design,
    prototypeIds: trial.prototypes.map((key) => prototypeId(shelf, key)),
    prototypesPerPerson: trial.prototypesPerPerson,
    places: trial.places,
    choosing: "draw",
    diaryDays: [...(trial.diaryDays ?? [])],
  });
  const { screenerId, questionnaireId } = await getTrialToRun(rian, trialId);
  await fill(stage, drafted, screenerId as number, trial.screener);
  await fill(stage, drafted, questionnaireId as number, trial.questionnaire);
  for (const { name, target, facts } of cells) await addQuotaCell(rian, { trialId, name, target, rule: ruleFrom(facts) });
  for (const { level, metric, question, prototype, against, test } of trial.actionStandards)
    await addActionStandard(rian, {
      trialId,
      level,
      metric,
      questionKey: question,
      prototypeId: prototypeId(shelf, prototype),
      test,
      ...(against.kind === "value" ? { againstValue: against.value } : { againstPrototypeId: prototypeId(shelf, against.prototype) }),
    });
  return trialId;
};

/** Has its id from the day on which it was drafted. */
export type OnTimeline = { id: number };

/** Drafted a week before it opens. */
export const launchTrial = (stage: Stage, shelf: DemoShelf, trial: DemoTrial, cells: readonly DemoCell[]): OnTimeline => {
  const opened: OnTimeline = { id: 0 };
  const draftedAt = dayAt(stage, trial.openedDaysAgo + 7, 9.6);
  schedule(stage, draftedAt, async () => (opened.id = await draft(stage, shelf, trial, cells, draftedAt)));
  const openedAt = dayAt(stage, trial.openedDaysAgo, 9.3);
  schedule(stage, openedAt, () => moveTrial(as(stage, "rian", openedAt), { trialId: opened.id, to: "recruiting", reason: "" }));
  return opened;
};
