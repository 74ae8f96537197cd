// A question that gets a new name keeps everything that refers to it.
import type { QuestionDraft } from "./questionnaire";
import type { Condition } from "./show-if";

const inRule = (condition: Condition, from: string, to: string): Condition => {
  if ("all" in condition) return { all: condition.all.map((each) => inRule(each, from, to)) };
  if ("any" in condition) return { any: condition.any.map((each) => inRule(each, from, to)) };
  if ("not" in condition) return { not: inRule(condition.not, from, to) };
  return condition.question === from ? { ...condition, question: to } : condition;
};

/** The same object where nothing refers to the old name. */
export const renamedIn = (body: QuestionDraft, from: string, to: string): QuestionDraft => {
  if (!JSON.stringify(body).includes(from)) return body;
  const written = JSON.stringify(body).replaceAll(`{answer:${from}}`, `{answer:${to}}`);
  const { showIf, agreesWith, ...rest } = JSON.parse(written) as QuestionDraft;
  return {
    ...rest,
    ...(showIf ? { showIf: inRule(showIf, from, to) } : {}),
    ...(agreesWith ? { agreesWith: agreesWith.question === from ? { ...agreesWith, question: to } : agreesWith } : {}),
  };
};
