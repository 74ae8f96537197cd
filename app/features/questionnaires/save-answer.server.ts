// An answer is saved as soon as it is given. What another window saved in the meantime is never overwritten unseen.
import { and, eq, inArray, sql } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { Conflict, Invalid } from "~/core/errors";
import { minuteInMs } from "~/core/time";
import { record } from "~/features/activity/record.server";
import { answers, files, responses } from "~db/schema/index";
import { authorizeOwnResponse } from "./access.server";
import { askedQuestion, givenAnswers } from "./asked-questions.server";
import { checked } from "./check-input.server";
import type { AnswerStatus, Question } from "./questionnaire";
import { shownQuestions } from "./show-if";
import { isQuestionType } from "./types/registry";
import { answerSchemaOf, filesIn } from "./types/registry.server";

type Input = {
  responseId: number;
  key: string;
  status: AnswerStatus;
  value?: unknown;
  /** Of the answer that the person had before them; 0 where there was none. */
  revision: number;
  /** How long the question was on screen since it was last saved. */
  shownMs: number;
  /** Health data is stored only with consent, given with the answer. */
  consents?: boolean;
};

export type StoredAnswer = { status: AnswerStatus; value: unknown; revision: number };

/** Somebody who leaves the page open overnight did not think about the question all night. */
const longestShownMs = 10 * minuteInMs;

const fieldOf = (key: string) => `answer.${key}`;

const checkedValue = (question: Question, { status, value }: Pick<Input, "status" | "value">): unknown => {
  const field = fieldOf(question.key);
  if (status !== "answered") {
    if (status === "skipped" ? question.required : !question.offers?.includes(status)) throw new Invalid({ [field]: { key: "required" } });
    return null;
  }
  if (value === undefined || value === null || !isQuestionType(question.type)) throw new Invalid({ [field]: { key: "required" } });
  return checked(answerSchemaOf(question.type, question.config), value, { prefix: field, asOne: true });
};

/** Attaches the files that the answer names, and lets go of those that it no longer names: a job removes them. */
const keepFiles = async (ctx: Context, responseId: number, question: Question, before: unknown, now: unknown): Promise<void> => {
  if (!isQuestionType(question.type)) return;
  const named = now === null ? [] : filesIn(question.type, now);
  const dropped = (before === null || before === undefined ? [] : filesIn(question.type, before)).filter((id) => !named.includes(id));
  if (named.length > 0) {
    const attached = await ctx.db
      .update(files)
      .set({ state: "attached" })
      .where(and(inArray(files.id, named), eq(files.responseId, responseId)))
      .returning({ id: files.id });
    if (attached.length !== named.length) throw new Invalid({ [fieldOf(question.key)]: { key: "photo_missing" } });
  }
  if (dropped.length > 0)
    await ctx.db
      .update(files)
      .set({ state: "pending" })
      .where(and(inArray(files.id, dropped), eq(files.responseId, responseId)));
};

/** Returns the answer as it stands now. Throws Conflict with what stands when it changed since `revision`. */
export const saveAnswer = async (ctx: Context, input: Input): Promise<StoredAnswer> => {
  const { responseId, key } = input;
  const facts = await authorizeOwnResponse(ctx, responseId);
  const question = await askedQuestion(ctx, facts, key);
  if (!question) throw new Invalid({ "": { key: "not_asked" } });
  if (question.showIf && !shownQuestions(facts.definition.questions, await givenAnswers(ctx, responseId)).some((each) => each.key === key))
    throw new Invalid({ "": { key: "not_shown" } });
  const value = checkedValue(question, input);
  const shownMs = Math.min(Math.max(0, Math.round(input.shownMs) || 0), longestShownMs);

  return inTransaction(ctx, async (inner) => {
    const { db } = inner;
    const [response] = await db.select().from(responses).where(eq(responses.id, responseId)).for("update");
    if (!response || response.state === "submitted") throw new Conflict("the response was submitted", { key: "already_submitted" });
    if (!facts.takesAnswers && ctx.actor.kind !== "system") throw new Conflict("the trial takes no answers", { key: "trial_takes_no_answers" });

    const same = and(eq(answers.responseId, responseId), eq(answers.questionKey, key));
    const [standing] = await db.select().from(answers).where(same);
    if (standing && standing.status === input.status && JSON.stringify(standing.value) === JSON.stringify(value)) {
      if (shownMs > 0)
        await db
          .update(answers)
          .set({ shownMs: sql`${answers.shownMs} + ${shownMs}` })
          .where(same);
      return { status: standing.status, value: standing.value, revision: standing.revision };
    }
    if (standing && standing.revision > input.revision) {
      const current: StoredAnswer = { status: standing.status, value: standing.value, revision: standing.revision };
      throw new Conflict("the answer has changed", { key: "answer_changed" }, current);
    }
    if (question.dataClass === "health" && input.status === "answered" && standing?.status !== "answered") {
      if (!input.consents) throw new Invalid({ consent: { key: "consent_needed" } });
      await record(inner, { kind: "consent.given", subject: { kind: "response", id: responseId }, data: { purpose: "health_answer", question: key } });
    }
    await keepFiles(inner, responseId, question, standing?.value, value);

    const revision = response.revision + 1;
    const written = { status: input.status, value, revision, updatedAt: ctx.now };
    await db
      .insert(answers)
      .values({ responseId, questionKey: key, ...written, shownMs })
      .onConflictDoUpdate({
        target: [answers.responseId, answers.questionKey],
        set: { ...written, shownMs: sql`${answers.shownMs} + ${shownMs}`, changes: sql`${answers.changes} + 1` },
      });
    await db.update(responses).set({ revision }).where(eq(responses.id, responseId));
    return { status: input.status, value, revision };
  });
};
