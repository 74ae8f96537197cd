// What a trial lacks before people may be invited. Every line leads to where it is mended.
import type { LocalizedText } from "~/core/locale";
import { isPaired, type ActionStandard, type Design } from "./trial";

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
  /** The questionnaire asks which of the samples is preferred. */
  asksPreference: boolean;
};

export type ChecklistPart = "setup" | "quotas" | "standards" | "screener" | "questionnaire";
export type ChecklistLine = { key: string; part: ChecklistPart; isDone: boolean; count?: number };

/** A pair is two; a sequence or a block needs at least two to compare. */
const hasEnoughPrototypes = (design: Design, count: number): boolean => (design === "monadic" ? count > 0 : design === "paired" ? count === 2 : count > 1);

/** Who tries all of them needs no blocks, and a block of one is no comparison. */
const perPersonFits = (design: Design, perPerson: number, count: number): boolean =>
  design === "monadic" || design === "paired" || (perPerson > 1 && (design === "incomplete_blocks" ? perPerson < count : perPerson <= count));

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
    { key: "prototypes", part: "setup", isDone: hasEnoughPrototypes(facts.design, prototypeIds.length) },
    {
      key: "per_person",
      part: "setup",
      isDone: perPersonFits(facts.design, facts.prototypesPerPerson, prototypeIds.length),
    },
    { key: "quotas", part: "quotas", isDone: cells.length === 0 || quotaTotal === facts.places, count: quotaTotal },
    { key: "standards", part: "standards", isDone: standardsHold },
    { key: "screener", part: "screener", isDone: !facts.screenerProblems, count: facts.screenerProblems ?? 0 },
    { key: "questionnaire", part: "questionnaire", isDone: facts.questionnaireProblems === 0, count: facts.questionnaireProblems ?? 0 },
    // Without the preference itself a paired comparison compares nothing.
    ...(isPaired(facts.design) ? [{ key: "pair", part: "questionnaire" as const, isDone: facts.asksPreference, count: 1 }] : []),
  ];
};

export const isReadyToLaunch = (lines: readonly ChecklistLine[]): boolean => lines.every(({ isDone }) => isDone);
