// What a trial lacks before people may be invited. Every line leads to where it is mended.
import type { LocalizedText } from "~/core/locale";
import type { ActionStandard, Design } from "./trial";

export type ChecklistFacts = {
  now: Date;
  name: LocalizedText;
  summary: LocalizedText;
  receives: LocalizedText;
  confidentiality: LocalizedText;
  minutes: number;
  design: Design;
  prototypesPerPerson: number;
  places: number;
  applyUntil: Date | null;
  fieldworkFrom: Date | null;
  fieldworkUntil: Date | null;
  prototypeIds: readonly number[];
  cells: readonly { target: number }[];
  standards: readonly ActionStandard[];
  ratingKeys: readonly string[];
  /** How many questions lack something; null where there are none at all. */
  screenerProblems: number | null;
  questionnaireProblems: number | null;
};

export type ChecklistPart = "setup" | "quotas" | "standards" | "screener" | "questionnaire";
export type ChecklistLine = { key: string; part: ChecklistPart; isDone: boolean; count?: number };

const isWritten = (text: LocalizedText) => text.en.trim() !== "" && text.id.trim() !== "";

export const launchChecklist = (facts: ChecklistFacts): ChecklistLine[] => {
  const { now, applyUntil, fieldworkFrom, fieldworkUntil, prototypeIds, cells, standards } = facts;
  const quotaTotal = cells.reduce((sum, { target }) => sum + target, 0);
  const standardsHold = standards.every(
    ({ questionKey, prototypeId, against }) =>
      facts.ratingKeys.includes(questionKey) && prototypeIds.includes(prototypeId) && (against.kind === "value" || prototypeIds.includes(against.prototypeId)),
  );
  const datesAreSet = applyUntil !== null && fieldworkFrom !== null && fieldworkUntil !== null;
  return [
    { key: "texts", part: "setup", isDone: [facts.name, facts.summary, facts.receives, facts.confidentiality].every(isWritten) },
    { key: "dates", part: "setup", isDone: datesAreSet && applyUntil > now && applyUntil < fieldworkUntil && fieldworkFrom < fieldworkUntil },
    { key: "prototypes", part: "setup", isDone: prototypeIds.length > 0 && (facts.design === "monadic" || prototypeIds.length > 1) },
    {
      key: "per_person",
      part: "setup",
      isDone: facts.design === "monadic" || (facts.prototypesPerPerson > 1 && facts.prototypesPerPerson <= prototypeIds.length),
    },
    { key: "quotas", part: "quotas", isDone: cells.length === 0 || quotaTotal === facts.places, count: quotaTotal },
    { key: "standards", part: "standards", isDone: standardsHold },
    { key: "screener", part: "screener", isDone: !facts.screenerProblems, count: facts.screenerProblems ?? 0 },
    { key: "questionnaire", part: "questionnaire", isDone: facts.questionnaireProblems === 0, count: facts.questionnaireProblems ?? 0 },
  ];
};

export const isReadyToLaunch = (lines: readonly ChecklistLine[]): boolean => lines.every(({ isDone }) => isDone);
