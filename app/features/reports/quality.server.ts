// Responses that somebody should look at again, and what was decided: kept, or left out of the report with the reason.
import { and, asc, desc, eq, gt, ne, sql } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import type { LocalizedText } from "~/core/locale";
import { decodeCursor, toPage, type Page } from "~/core/page";
import { record } from "~/features/activity/record.server";
import { describedAnswer } from "~/features/questionnaires/answering/describe-stored";
import type { FlagReason } from "~/features/questionnaires/quality";
import { authorize } from "~/policy/can";
import { answers, participants, questionnaireVersions, responseFlags, responses, trialPrototypes } from "~db/schema/index";
import { getReport } from "./queries.server";
import { setExclusion } from "./set-exclusion.server";

export type FlagDecision = "kept" | "left_out" | "open";

export type FlaggedResponse = {
  id: number;
  /** What the report calls the participant. */
  number: number;
  code: string | null;
  decision: "kept" | "left_out" | null;
  decidedAt: Date | null;
  reasons: (FlagReason & { text: LocalizedText | null; answer: LocalizedText | null; otherText: LocalizedText | null; otherAnswer: LocalizedText | null })[];
};

const authorizeQuality = async (ctx: Context, trialId: number) => {
  const { trial } = await getReport(ctx, trialId);
  authorize(ctx.actor, "publish-report", { teamId: trial.teamId });
  authorize(ctx.actor, "see-participants", null);
  return trial;
};

/** Those that nobody decided about first. Names are not needed to judge an answer, so there are none. */
export const listFlagged = async (ctx: Context, trialId: number, after: string | null): Promise<Page<FlaggedResponse>> => {
  await authorizeQuality(ctx, trialId);
  const size = 30;
  const cursor = decodeCursor(after, 1);
  const rows = await ctx.db
    .select({
      id: responseFlags.responseId,
      reasons: responseFlags.reasons,
      decision: responseFlags.decision,
      decidedAt: responseFlags.decidedAt,
      code: trialPrototypes.code,
      versionId: responseFlags.versionId,
      number: sql<number>`(select count(*)::int from ${participants} earlier where earlier.trial_id = ${trialId} and earlier.id <= ${participants.id})`,
    })
    .from(responseFlags)
    .innerJoin(responses, eq(responses.id, responseFlags.responseId))
    .innerJoin(participants, and(eq(participants.id, responses.participantId), eq(participants.trialId, trialId)))
    .leftJoin(trialPrototypes, and(eq(trialPrototypes.trialId, trialId), eq(trialPrototypes.prototypeId, responses.prototypeId)))
    .where(typeof cursor?.[0] === "number" ? gt(responseFlags.responseId, cursor[0]) : undefined)
    .orderBy(asc(responseFlags.responseId))
    .limit(size + 1);
  const page = toPage(rows, size, ({ id }) => [id]);
  const items = await Promise.all(
    page.items.map(async ({ versionId, reasons, ...row }): Promise<FlaggedResponse> => {
      const [version] = await ctx.db
        .select({ definition: questionnaireVersions.definition })
        .from(questionnaireVersions)
        .where(eq(questionnaireVersions.id, versionId));
      const given = await ctx.db.select().from(answers).where(eq(answers.responseId, row.id));
      const about = (key: string | null) => {
        const question = version?.definition.questions.find((each) => each.key === key);
        const answer = given.find((each) => each.questionKey === key);
        if (!question) return { text: null, answer: null };
        // Answers about health are seen by nobody who only judges how carefully somebody answered.
        return { text: question.text, answer: question.dataClass === "health" ? null : describedAnswer(question, answer) };
      };
      return {
        ...row,
        reasons: reasons.map((each) => {
          const other = about(each.other);
          return { ...each, ...about(each.question), otherText: other.text, otherAnswer: other.answer };
        }),
      };
    }),
  );
  return { next: page.next, items };
};

/** Leaving out takes the whole participant out of the report, with the reason; keeping or taking back brings them in again. */
export const decideFlag = async (ctx: Context, input: { trialId: number; responseId: number; decision: FlagDecision; reason: string }): Promise<void> => {
  await authorizeQuality(ctx, input.trialId);
  await inTransaction(ctx, async (inner) => {
    const [flag] = await inner.db
      .select({ participantId: participants.id })
      .from(responseFlags)
      .innerJoin(responses, eq(responses.id, responseFlags.responseId))
      .innerJoin(participants, and(eq(participants.id, responses.participantId), eq(participants.trialId, input.trialId)))
      .where(eq(responseFlags.responseId, input.responseId));
    if (!flag) throw new NotFound("response");
    const decision = input.decision === "open" ? null : input.decision;
    const [before] = await inner.db.select().from(responseFlags).where(eq(responseFlags.responseId, input.responseId)).for("update");
    await inner.db
      .update(responseFlags)
      .set({ decision, decidedBy: decision && actorId(ctx.actor), decidedAt: decision && ctx.now })
      .where(eq(responseFlags.responseId, input.responseId));
    // Another response of the same person may have been left out for its own reason.
    const [other] = await inner.db
      .select({ id: responseFlags.responseId })
      .from(responseFlags)
      .innerJoin(responses, eq(responses.id, responseFlags.responseId))
      .where(and(eq(responses.participantId, flag.participantId), eq(responseFlags.decision, "left_out"), ne(responseFlags.responseId, input.responseId)))
      .orderBy(desc(responseFlags.responseId))
      .limit(1);
    const { trialId, reason } = input;
    if (decision === "left_out") await setExclusion(inner, { trialId, participantId: flag.participantId, isExcluded: true, reason });
    else if (before?.decision === "left_out" && !other)
      await setExclusion(inner, { trialId, participantId: flag.participantId, isExcluded: false, reason: "" });
    await record(inner, { kind: "response.judged", subject: { kind: "response", id: input.responseId }, data: { trialId, decision: input.decision } });
  });
};
