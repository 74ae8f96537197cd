// Whatever no other block reads: how many answered and how many did not, so that nothing asked is silently missing.
import type { Question } from "~/features/questionnaires/questionnaire";
import type { ReportData } from "../../data.server";
import type { QuestionFinding } from "../../question-result";
import { cell, head, isLowBase, nameIn, plainText, say, trimmed } from "../../result-parts.server";

const reasons = ["skipped", "dont_know", "not_applicable", "prefer_not_to_say"] as const;

export const countAnswers = (data: ReportData, question: Question): QuestionFinding[] => {
  const answered = data.answered.get(question.key) ?? [];
  const missing = data.missing.get(question.key) ?? [];
  // Responses about no prototype stand last, and only where there are any.
  const places = [
    ...data.prototypes.map(({ code }, place) => ({ place, label: plainText(nameIn(data.prototypes, code)) })),
    { place: -1, label: say("no_prototype") },
  ];
  const total = answered.reduce((sum, { n }) => sum + n, 0);
  const count = (place: number, status: string) =>
    missing.filter((each) => each.prototype === place && each.status === status).reduce((sum, { n }) => sum + n, 0);
  return [
    {
      key: question.key,
      text: question.text,
      title: total === 0 ? say("nobody", {}, { question: trimmed(question.text) }) : say("counted", { count: total }, { question: trimmed(question.text) }),
      strength: null,
      n: total,
      chart: null,
      tables: [
        {
          caption: say("table_counted"),
          head: head("prototype", "answered", ...reasons),
          rows: places
            .map(({ place, label }) => ({ place, label, n: answered.find((each) => each.prototype === place)?.n ?? 0 }))
            .filter(({ place, n }) => place >= 0 || n > 0 || missing.some((each) => each.prototype < 0))
            .map(({ place, label, n }) => ({
              key: String(place),
              label,
              isLow: isLowBase(n),
              cells: [cell("count", n), ...reasons.map((status) => cell("count", count(place, status)))],
            })),
        },
      ],
      method: say("method_counted"),
      notes: [],
    },
  ];
};
