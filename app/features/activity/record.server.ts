// One append-only record of what happened, written in the transaction of the act; notifications and audit are read from it.
import { actorId, type Context } from "~/core/context";
import { after } from "~/core/time";
import { activity } from "~db/schema/index";
import { addJob, addJobs } from "~/platform/jobs.server";
import { kindsThatNotify, type ActivityKind } from "./activity";

type Event = {
  kind: ActivityKind;
  subject: { kind: string; id: number | string };
  /** Ids, states and counts; never a personal value and never what somebody wrote. */
  data?: Record<string, unknown>;
  /** What can still be undone leaves the house later: the job that tells people runs after this. */
  tellAfterMs?: number;
};

/** Writes the event and, where somebody has to be told, puts down the job that tells them. Returns the id of the event. */
export const record = async (ctx: Context, event: Event): Promise<number> => {
  const [row] = await ctx.db
    .insert(activity)
    .values({
      at: ctx.now,
      actorId: actorId(ctx.actor),
      kind: event.kind,
      subjectKind: event.subject.kind,
      subjectId: String(event.subject.id),
      data: event.data ?? {},
    })
    .returning({ id: activity.id });
  if (!row) throw new Error("The event was not recorded");
  if (kindsThatNotify.has(event.kind))
    await addJob(ctx, "notify", { activityId: row.id }, { runAt: event.tellAfterMs ? after(ctx.now, event.tellAfterMs) : undefined });
  return row.id;
};

type Events = Omit<Event, "subject"> & { subjects: { kind: string; ids: readonly number[] } };
const mostRowsAtOnce = 5000;

/** The same event about many subjects, in a few statements however many they are. */
export const recordMany = async (ctx: Context, { kind, subjects, data = {}, tellAfterMs }: Events): Promise<void> => {
  for (let from = 0; from < subjects.ids.length; from += mostRowsAtOnce) {
    const ids = subjects.ids.slice(from, from + mostRowsAtOnce);
    const shared = { at: ctx.now, actorId: actorId(ctx.actor), kind, subjectKind: subjects.kind, data };
    const rows = await ctx.db
      .insert(activity)
      .values(ids.map((id) => ({ ...shared, subjectId: String(id) })))
      .returning({ id: activity.id });
    if (kindsThatNotify.has(kind))
      await addJobs(
        ctx,
        "notify",
        rows.map(({ id }) => ({ activityId: id })),
        { runAt: tellAfterMs ? after(ctx.now, tellAfterMs) : undefined },
      );
  }
};
