// Responses that somebody should look at again, with what was answered and what was decided.
import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import type { LocalizedText } from "~/core/locale";
import { decodeCursor, toPage, type Page } from "~/core/page";
import { describedAnswer } from "~/features/questionnaires/answering/describe-stored";
import { pipeToText } from "~/features/questionnaires/piping";
import type { FlagReason } from "~/features/questionnaires/flag-reason";
import { authorize } from "~/policy/can";
import { answers, participants, questionnaireVersions, responseFlags, responses, trialPrototypes } from "~db/schema/index";
import { getReport } from "./queries.server";

export type FlaggedResponse = {
  id: number;
  /** What the report calls the participant. */
  number: number;
  code: string | null;
  decision: "kept" | "left_out" | null;
  decidedAt: Date | null;
  reasons: (FlagReason & {
    text: LocalizedText | null;
    answer: LocalizedText | null;
    otherText: LocalizedText | null;
    otherAnswer: LocalizedText | null;
    /** Whose response says the same. */ alike: { number: number; code: string | null } | null;
  })[];
};

export const authorizeQuality = async (ctx: Context, trialId: number) => {
  const { trial } = await getReport(ctx, trialId);
  authorize(ctx.actor, "publish-report", { teamId: trial.teamId });
  authorize(ctx.actor, "see-participants", null);
  return trial;
};

/** Participants go by their number, responses by number and code. */
const numberOf = sql<number>`(select count(*)::int from ${participants} earlier where earlier.trial_id = ${participants.trialId} and earlier.id <= ${participants.id})`;

const flagged = {
  id: responseFlags.responseId,
  reasons: responseFlags.reasons,
  decision: responseFlags.decision,
  decidedAt: responseFlags.decidedAt,
  code: trialPrototypes.code,
  versionId: responseFlags.versionId,
  number: numberOf,
};
const ofPrototype = and(eq(trialPrototypes.trialId, participants.trialId), eq(trialPrototypes.prototypeId, responses.prototypeId));

/** Where a question names the prototype, "this product" stands: the code is beside the participant already. */
const inGeneral = { codes: [] };

type Row = Omit<FlaggedResponse, "reasons"> & { versionId: number; reasons: FlagReason[] };

const withAnswers = async (ctx: Context, { versionId, reasons, ...row }: Row): Promise<FlaggedResponse> => {
  const [version] = await ctx.db
    .select({ definition: questionnaireVersions.definition })
    .from(questionnaireVersions)
    .where(eq(questionnaireVersions.id, versionId));
  const named = reasons.flatMap(({ otherResponse }) => otherResponse ?? []);
  const given = await ctx.db
    .select()
    .from(answers)
    .where(inArray(answers.responseId, [row.id, ...named]));
  const others =
    named.length === 0
      ? []
      : await ctx.db
          .select({ id: responses.id, number: numberOf, code: trialPrototypes.code })
          .from(responses)
          .innerJoin(participants, eq(participants.id, responses.participantId))
          .leftJoin(trialPrototypes, ofPrototype)
          .where(inArray(responses.id, named));
  const about = (key: string | null, responseId = row.id) => {
    const question = version?.definition.questions.find((each) => each.key === key);
    const answer = given.find((each) => each.questionKey === key && each.responseId === responseId);
    if (!question) return { text: null, answer: null };
    // Answers about health are seen by nobody who only judges how carefully somebody answered.
    return {
      text: { en: pipeToText(question, inGeneral, "en"), id: pipeToText(question, inGeneral, "id") },
      answer: question.dataClass === "health" ? null : describedAnswer(question, answer),
    };
  };
  return {
    ...row,
    reasons: reasons.map((each) => {
      const alike = others.find(({ id }) => id === each.otherResponse);
      const other = alike ? about(each.question, alike.id) : about(each.other);
      return {
        ...each,
        ...about(each.question),
        otherText: other.text,
        otherAnswer: other.answer,
        alike: alike ? { number: alike.number, code: alike.code } : null,
      };
    }),
  };
};

/** Those that nobody decided about first. Names are not needed to judge an answer, so there are none. */
export const listFlagged = async (ctx: Context, trialId: number, after: string | null): Promise<Page<FlaggedResponse>> => {
  await authorizeQuality(ctx, trialId);
  const size = 30;
  const cursor = decodeCursor(after, 1);
  const rows = await ctx.db
    .select(flagged)
    .from(responseFlags)
    .innerJoin(responses, eq(responses.id, responseFlags.responseId))
    .innerJoin(participants, and(eq(participants.id, responses.participantId), eq(participants.trialId, trialId)))
    .leftJoin(trialPrototypes, ofPrototype)
    .where(typeof cursor?.[0] === "number" ? gt(responseFlags.responseId, cursor[0]) : undefined)
    .orderBy(asc(responseFlags.responseId))
    .limit(size + 1);
  const page = toPage(rows, size, ({ id }) => [id]);
  return { next: page.next, items: await Promise.all(page.items.map((row) => withAnswers(ctx, row))) };
};

export type FlaggedInTrial = FlaggedResponse & { trial: { id: number; name: LocalizedText } };

/** One of them, for whoever decides about it away from the trial's own page. */
export const getFlagged = async (ctx: Context, responseId: number): Promise<FlaggedInTrial> => {
  const [row] = await ctx.db
    .select({ ...flagged, trialId: participants.trialId })
    .from(responseFlags)
    .innerJoin(responses, eq(responses.id, responseFlags.responseId))
    .innerJoin(participants, eq(participants.id, responses.participantId))
    .leftJoin(trialPrototypes, ofPrototype)
    .where(eq(responseFlags.responseId, responseId));
  if (!row) throw new NotFound("response");
  const { trialId, ...rest } = row;
  const trial = await authorizeQuality(ctx, trialId);
  return { ...(await withAnswers(ctx, rest)), trial: { id: trialId, name: trial.name } };
};
