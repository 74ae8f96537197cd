// Handing in: from then on a response never changes.
import { and, eq, inArray } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { Conflict, Invalid, type FieldProblems } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { answers, responses } from "~db/schema/index";
import { authorizeOwnResponse } from "./access.server";
import { askedQuestions } from "./asked-questions.server";
import { flagResponse } from "./flag-response.server";
import type { FlagReason } from "./flag-reason";
import { isSettled, type FrozenQuestionnaire } from "./questionnaire";
import { shownQuestions } from "./show-if";

export type SubmittedResponse = {
  definition: FrozenQuestionnaire;
  /** The answers that were given, by question key. */
  answers: Record<string, unknown>;
  participantId: number | null;
  /** Why somebody should look at it again; nothing for what the house brings in itself. */
  flags: FlagReason[];
  /** True when it had been handed in before, and nothing happened now. */
  wasSubmitted: boolean;
};

/** Throws Invalid naming every required question without an answer. Handing in twice is handing in once. */
export const submitResponse = async (ctx: Context, responseId: number): Promise<SubmittedResponse> => {
  const facts = await authorizeOwnResponse(ctx, responseId);
  return inTransaction(ctx, async (inner) => {
    const [response] = await inner.db.select().from(responses).where(eq(responses.id, responseId)).for("update");
    const rows = await inner.db.select().from(answers).where(eq(answers.responseId, responseId));
    const given = Object.fromEntries(rows.filter((row) => row.status === "answered").map((row) => [row.questionKey, row.value]));
    const result = { definition: facts.definition, answers: given, participantId: facts.participantId, flags: [] as FlagReason[] };
    if (response?.state === "submitted") return { ...result, wasSubmitted: true };
    if (!facts.takesAnswers && ctx.actor.kind !== "system") throw new Conflict("the trial takes no answers", { key: "trial_takes_no_answers" });

    const asked = shownQuestions(await askedQuestions(inner, facts), given);
    const missing = asked.filter((question) => !isSettled(question, rows.find((row) => row.questionKey === question.key)?.status));
    if (missing.length > 0) {
      const problems: FieldProblems = Object.fromEntries(missing.map((question) => [`answer.${question.key}`, { key: "required" }]));
      throw new Invalid(problems);
    }
    // What was answered on a way that was then left is no answer to anything that was asked.
    const astray = rows.map((row) => row.questionKey).filter((key) => !asked.some((question) => question.key === key));
    if (astray.length > 0) await inner.db.delete(answers).where(and(eq(answers.responseId, responseId), inArray(answers.questionKey, astray)));
    for (const key of astray) delete given[key];
    await inner.db.update(responses).set({ state: "submitted", submittedAt: ctx.now }).where(eq(responses.id, responseId));
    // What the house brings in itself was answered elsewhere, and nobody measured how long it took.
    if (facts.participantId !== null && ctx.actor.kind !== "system") {
      const isAsked = (key: string) => asked.some((question) => question.key === key);
      const totalMs = rows.filter((row) => isAsked(row.questionKey)).reduce((sum, row) => sum + row.shownMs, 0);
      result.flags = await flagResponse(inner, {
        responseId,
        versionId: facts.versionId,
        participantId: facts.participantId,
        questions: asked,
        given,
        totalMs,
      });
    }
    await record(inner, {
      kind: "response.submitted",
      subject: { kind: "response", id: responseId },
      data: { participantId: facts.participantId, answered: rows.length - astray.length, astray: astray.length },
    });
    return { ...result, wasSubmitted: false };
  });
};
