// Who may take part: every screening question is asked to the end, and one disqualifying answer is enough.
import type { FrozenQuestionnaire } from "./questionnaire";
import { shownQuestions } from "./show-if";
import { typeOf } from "./types/registry";

/** `answers` by question key; a skipped question is absent. */
export const screeningOutcome = (definition: FrozenQuestionnaire, answers: Readonly<Record<string, unknown>>): "qualified" | "disqualified" => {
  const verdicts = shownQuestions(definition.questions, answers).map(
    (question) => typeOf(question.type).screen?.(question.config, answers[question.key] ?? undefined) ?? "neutral",
  );
  return verdicts.includes("disqualify") ? "disqualified" : "qualified";
};
