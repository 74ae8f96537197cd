import { and, asc, eq, ne, sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import type { LocalizedText } from "~/core/locale";
import { prepared } from "~db/prepared.server";
import { answers, questionnaireVersions, questions, responses } from "~db/schema/index";
import { authorizeOwnResponse, authorizeQuestionnaire } from "./access.server";
import { problemsBeforeLaunch, type LaunchProblem } from "./launch-problems";
import { askedQuestions } from "./asked-questions.server";
import type { Question } from "./questionnaire";
import type { StoredAnswer } from "./save-answer.server";
import { typeOf } from "./types/registry";

export type QuestionnaireInBuilder = {
  id: number;
  kind: "screener" | "evaluation";
  title: LocalizedText;
  trialId: number | null;
  isFrozen: boolean;
  /** One questionnaire is answered about two prototypes together. */
  isPaired: boolean;
  questions: (Question & { revision: number })[];
  problems: LaunchProblem[];
};

/** A questionnaire as it is written, for who runs its trial. */
export const getQuestionnaire = async (ctx: Context, questionnaireId: number): Promise<QuestionnaireInBuilder> => {
  const { questionnaire, trialId, design } = await authorizeQuestionnaire(ctx, questionnaireId);
  const rows = await ctx.db.select().from(questions).where(eq(questions.questionnaireId, questionnaireId)).orderBy(asc(questions.position), asc(questions.id));
  const [frozen] = await ctx.db
    .select({ id: questionnaireVersions.id })
    .from(questionnaireVersions)
    .where(eq(questionnaireVersions.questionnaireId, questionnaireId))
    .limit(1);
  const written = rows.map(({ key, type, body, revision }) => ({ key, type, ...body, revision }));
  return {
    id: questionnaire.id,
    kind: questionnaire.kind,
    title: questionnaire.title,
    trialId,
    isFrozen: frozen !== undefined,
    isPaired: questionnaire.kind === "evaluation" && design === "paired",
    questions: written,
    problems: problemsBeforeLaunch(written),
  };
};

export type OwnResponse = {
  id: number;
  state: "open" | "submitted";
  kind: "screener" | "evaluation";
  title: LocalizedText;
  trial: { id: number; name: LocalizedText } | null;
  /** The blind codes of what it is about: one, or both of a pair. */
  codes: string[];
  position: number | null;
  takesAnswers: boolean;
  /** As members may see them: nothing tells which answer qualifies. */
  questions: Question[];
  answers: Record<string, StoredAnswer>;
};

const answersSoFar = prepared((db) =>
  db
    .select()
    .from(answers)
    .where(eq(answers.responseId, sql.placeholder("responseId")))
    .prepare("answers-so-far"),
);

/** One's own response, to answer it. */
export const loadResponse = async (ctx: Context, responseId: number): Promise<OwnResponse> => {
  const facts = await authorizeOwnResponse(ctx, responseId);
  const rows = await answersSoFar(ctx.db).execute({ responseId });
  return {
    id: facts.id,
    state: facts.state,
    kind: facts.definition.kind,
    title: facts.definition.title,
    trial: facts.trialId !== null && facts.trialName ? { id: facts.trialId, name: facts.trialName } : null,
    codes: facts.codes,
    position: facts.position,
    takesAnswers: facts.takesAnswers,
    questions: (await askedQuestions(ctx, facts)).map((question) => ({
      ...question,
      config: typeOf(question.type).forMember?.(question.config) ?? question.config,
    })),
    answers: Object.fromEntries(rows.map((row) => [row.questionKey, { status: row.status, value: row.value, revision: row.revision }])),
  };
};

/** The next prototype that the same participant is to answer about; null when this was the last. */
export const findNextResponse = async (ctx: Context, responseId: number): Promise<{ id: number; code: string } | null> => {
  const facts = await authorizeOwnResponse(ctx, responseId);
  if (facts.participantId === null || !facts.takesAnswers) return null;
  const [next] = await ctx.db
    .select({ id: responses.id })
    .from(responses)
    .where(and(eq(responses.participantId, facts.participantId), eq(responses.state, "open"), ne(responses.id, responseId)))
    .orderBy(asc(responses.position), asc(responses.id))
    .limit(1);
  const [code] = next ? (await authorizeOwnResponse(ctx, next.id)).codes : [];
  return next && code ? { id: next.id, code } : null;
};
