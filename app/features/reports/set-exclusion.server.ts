// Leaving somebody's answers out of a report is a person's decision with a reason, and the report shows both.
import { and, asc, eq, gt, inArray, sql, type SQL } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { Invalid, NotFound } from "~/core/errors";
import { decodeCursor, toPage, type Page } from "~/core/page";
import { record } from "~/features/activity/record.server";
import { authorize } from "~/policy/can";
import { participants, people } from "~db/schema/index";
import { getReport } from "./queries.server";
import { holdReport, writeDraft } from "./save-draft.server";

/** Names are needed to know whom one leaves out, so this is for those who may see them. */
export const setExclusion = async (ctx: Context, input: { trialId: number; participantId: number; isExcluded: boolean; reason: string }): Promise<void> => {
  const { trial } = await getReport(ctx, input.trialId);
  authorize(ctx.actor, "publish-report", { teamId: trial.teamId });
  authorize(ctx.actor, "see-participants", null);
  if (input.isExcluded && input.reason.trim() === "") throw new Invalid({ [`reason-${input.participantId}`]: { key: "required" } });
  await inTransaction(ctx, async (inner) => {
    const [participant] = await inner.db
      .select({ id: participants.id })
      .from(participants)
      .where(and(eq(participants.id, input.participantId), eq(participants.trialId, input.trialId)));
    if (!participant) throw new NotFound("participant");
    const report = await holdReport(inner, input.trialId);
    const others = report.draft.exclusions.filter(({ participantId }) => participantId !== input.participantId);
    const own = { participantId: input.participantId, reason: input.reason.trim(), by: actorId(ctx.actor), at: ctx.now.toISOString() };
    await writeDraft(inner, report, { ...report.draft, exclusions: input.isExcluded ? [...others, own] : others });
    await record(inner, {
      kind: "participant.excluded",
      subject: { kind: "participant", id: input.participantId },
      data: { trialId: input.trialId, isExcluded: input.isExcluded },
    });
  });
};

export type ParticipantToExclude = {
  id: number;
  number: number;
  name: string;
  state: string;
  responses: number;
  exclusion: { reason: string; at: string } | null;
};

const hasAnswered = sql`exists (select 1 from responses r where r.participant_id = ${participants.id} and r.state = 'submitted')`;

/** Everybody who answered something, in the order in which they joined; `number` is what the report calls them. `leftOut` are those who are left out now. */
export const listParticipantsToExclude = async (
  ctx: Context,
  trialId: number,
  after: string | null,
): Promise<Page<ParticipantToExclude> & { leftOut: ParticipantToExclude[] }> => {
  const { trial, report } = await getReport(ctx, trialId);
  authorize(ctx.actor, "publish-report", { teamId: trial.teamId });
  authorize(ctx.actor, "see-participants", null);
  const size = 50;
  const cursor = decodeCursor(after, 1);
  const exclusionOf = new Map(report.draft.exclusions.map((exclusion) => [exclusion.participantId, exclusion]));
  const list = async (condition: SQL | undefined, limit: number): Promise<ParticipantToExclude[]> => {
    const rows = await ctx.db
      .select({
        id: participants.id,
        number: sql<number>`(select count(*)::int from ${participants} earlier where earlier.trial_id = ${trialId} and earlier.id <= ${participants.id})`,
        name: sql<string>`coalesce(${people.displayName}, ${participants.respondent}, '')`,
        state: participants.state,
        responses: sql<number>`(select count(*)::int from responses r where r.participant_id = ${participants.id} and r.state = 'submitted')`,
      })
      .from(participants)
      .leftJoin(people, eq(people.id, participants.personId))
      .where(and(eq(participants.trialId, trialId), hasAnswered, condition))
      .orderBy(asc(participants.id))
      .limit(limit);
    return rows.map((row) => ({ ...row, exclusion: exclusionOf.get(row.id) ?? null }));
  };
  const rows = await list(typeof cursor?.[0] === "number" ? gt(participants.id, cursor[0]) : undefined, size + 1);
  const leftOut = exclusionOf.size === 0 ? [] : await list(inArray(participants.id, [...exclusionOf.keys()]), exclusionOf.size);
  return { ...toPage(rows, size, ({ id }) => [id]), leftOut };
};
