// Takes over the questions of a file, all of them or none. Every mistake is told with the question and the part that it is in.
import { z } from "zod";
import { inTransaction, type Context } from "~/core/context";
import { Conflict, Invalid } from "~/core/errors";
import { authorizeQuestionnaire } from "./access.server";
import { keySchema, questionDraftSchema, titleSchema } from "./input.server";
import { getQuestionnaire } from "./queries.server";
import { fileFormat } from "./question-file";
import type { QuestionDraft } from "./questionnaire";
import { saveQuestion } from "./save-question.server";
import { isQuestionType, type QuestionTypeName } from "./types/registry";

export type FileProblem = {
  /** `line` where the text is no JSON, `question` with its number and key otherwise; null for the file as a whole. */
  at: string | null;
  problem:
    "not_json" | "not_a_questionnaire" | "another_format" | "unknown_type" | "bad_key" | "same_key_twice" | "bad_part" | "too_many_questions" | "no_questions";
  /** The part that is wrong, as it is called in the file. */
  part: string;
};

type Read = { problems: FileProblem[] } | { questions: ({ key: string; type: QuestionTypeName } & QuestionDraft)[] };

const outerSchema = z.object({
  format: z.string(),
  kind: z.enum(["screener", "evaluation"]),
  title: titleSchema,
  questions: z.array(z.object({ key: z.string(), type: z.string() }).loose()),
});

const longestFile = 2_000_000;

export const readQuestionnaireFile = (text: string): Read => {
  const wrong = (problem: FileProblem["problem"], part = "", at: string | null = null): Read => ({ problems: [{ at, problem, part }] });
  if (text.length > longestFile) return wrong("not_a_questionnaire");
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return wrong("not_json", error instanceof Error ? error.message : "");
  }
  const outer = outerSchema.safeParse(parsed);
  if (!outer.success) return wrong("not_a_questionnaire", outer.error.issues[0]?.path.join(".") ?? "");
  if (outer.data.format !== fileFormat) return wrong("another_format", outer.data.format.slice(0, 60));
  if (outer.data.questions.length === 0) return wrong("no_questions");
  if (outer.data.questions.length > 200) return wrong("too_many_questions");

  const problems: FileProblem[] = [];
  const seen = new Set<string>();
  const questions = outer.data.questions.flatMap(({ key, type, ...draft }, index) => {
    const at = `${index + 1} (${key.slice(0, 40)})`;
    if (!keySchema.safeParse(key).success) problems.push({ at, problem: "bad_key", part: key.slice(0, 40) });
    else if (seen.has(key)) problems.push({ at, problem: "same_key_twice", part: key });
    seen.add(key);
    if (!isQuestionType(type)) {
      problems.push({ at, problem: "unknown_type", part: type.slice(0, 40) });
      return [];
    }
    const checkedDraft = questionDraftSchema(type).safeParse(draft);
    if (checkedDraft.success) return [{ key, type, ...checkedDraft.data }];
    // One line per part is enough to mend it.
    for (const path of new Set(checkedDraft.error.issues.map((issue) => issue.path.join(".")))) problems.push({ at, problem: "bad_part", part: path });
    return [];
  });
  return problems.length > 0 ? { problems } : { questions };
};

/** Returns how many questions were taken over, or what is wrong with the file. Only an empty questionnaire takes a file, so that nothing is mixed up. */
export const importQuestions = async (
  ctx: Context,
  input: { questionnaireId: number; text: string },
): Promise<{ count: number } | { problems: FileProblem[] }> => {
  await authorizeQuestionnaire(ctx, input.questionnaireId);
  const read = readQuestionnaireFile(input.text);
  if ("problems" in read) return read;
  return inTransaction(ctx, async (inner) => {
    const { questions } = await getQuestionnaire(inner, input.questionnaireId);
    if (questions.length > 0) throw new Conflict("the questionnaire has questions", { key: "questionnaire_not_empty" });
    for (const question of read.questions) await saveQuestion(inner, { questionnaireId: input.questionnaireId, ...question });
    if (read.questions.length === 0) throw new Invalid({ "": { key: "not_understood" } });
    return { count: read.questions.length };
  });
};
