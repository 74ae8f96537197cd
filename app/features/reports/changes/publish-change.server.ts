// Telling back: a published change is public at once, and everybody behind it is told half a minute later, unless it was taken back by then.
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { record } from "~/features/activity/record.server";
import type { IdeaStatus } from "~/features/ideas/idea";
import { setIdeaStatus } from "~/features/ideas/set-idea-status.server";
import { after } from "~/core/time";
import { activity, changes, ideas } from "~db/schema/index";
import { undoChangeMs } from "./change";
import { getTeamChange } from "./queries.server";
import { countVoices } from "./write-change.server";

const lock = async (ctx: Context, changeId: number) => {
  const [row] = await ctx.db.select().from(changes).where(eq(changes.id, changeId)).for("update");
  return row!;
};

/** True once somebody has been told; a change that was taken back in time told nobody. */
const wasTold = async (ctx: Context, changeId: number): Promise<boolean> => {
  const rows = await ctx.db
    .select({ kind: activity.kind, data: activity.data })
    .from(activity)
    .where(and(eq(activity.subjectKind, "change"), eq(activity.subjectId, String(changeId)), inArray(activity.kind, ["change.published", "change.withdrawn"])));
  const published = rows.filter(({ kind }) => kind === "change.published").length;
  const undone = rows.filter(({ kind, data }) => kind === "change.withdrawn" && data.isUndone === true).length;
  return published > undone;
};

/** Its ideas are done; their voters and authors hear of the change, not of the status as well. */
export const publishChange = async (ctx: Context, changeId: number): Promise<void> => {
  const { ideaIds } = await getTeamChange(ctx, changeId);
  await inTransaction(ctx, async (inner) => {
    const change = await lock(inner, changeId);
    if (change.publishedAt) return;
    const isAgain = await wasTold(inner, changeId);
    const counted = await countVoices(inner, { ideaIds, trialId: change.trialId });
    const voices = ctx.actor.kind === "system" ? Math.max(change.voices, counted) : counted;
    await inner.db.update(changes).set({ publishedAt: ctx.now, voices }).where(eq(changes.id, changeId));
    const published = await inner.db
      .select({ id: ideas.id, status: ideas.status })
      .from(ideas)
      .where(and(sql`${ideas.id} = any(${`{${ideaIds.join(",")}}`}::int[])`, eq(ideas.state, "published")));
    for (const { id, status } of published) if (status !== "done") await setIdeaStatus(inner, { ideaId: id, status: "done", changeId });
    await record(
      inner,
      isAgain
        ? { kind: "change.published_again", subject: { kind: "change", id: changeId } }
        : { kind: "change.published", subject: { kind: "change", id: changeId }, tellAfterMs: undoChangeMs },
    );
  });
};

/** What each idea was before this change set it to done, where that is still what it is. */
const findStatusesBefore = async (ctx: Context, changeId: number, since: Date): Promise<{ ideaId: number; from: IdeaStatus }[]> => {
  const rows = await ctx.db
    .select({ ideaId: activity.subjectId, data: activity.data })
    .from(activity)
    .where(
      and(
        eq(activity.kind, "idea.status_changed"),
        sql`(${activity.data} ->> 'changeId')::int = ${changeId}`,
        sql`${activity.at} >= ${since.toISOString()}::timestamptz`,
      ),
    )
    .orderBy(desc(activity.id));
  return rows.filter(({ data }) => data.status === "done").map(({ ideaId, data }) => ({ ideaId: Number(ideaId), from: data.from as IdeaStatus }));
};

/** Takes a change off the public pages, and its ideas back to where they were. Within half a minute nobody has been told. */
export const withdrawChange = async (ctx: Context, changeId: number): Promise<{ isUndone: boolean }> => {
  await getTeamChange(ctx, changeId);
  return inTransaction(ctx, async (inner) => {
    const change = await lock(inner, changeId);
    if (!change.publishedAt) return { isUndone: false };
    const isUndone = ctx.now < after(change.publishedAt, undoChangeMs);
    await inner.db.update(changes).set({ publishedAt: null }).where(eq(changes.id, changeId));
    for (const { ideaId, from } of await findStatusesBefore(inner, changeId, change.publishedAt)) {
      const [idea] = await inner.db.select({ status: ideas.status, state: ideas.state }).from(ideas).where(eq(ideas.id, ideaId));
      if (idea?.status === "done" && idea.state === "published") await setIdeaStatus(inner, { ideaId, status: from, changeId });
    }
    await record(inner, { kind: "change.withdrawn", subject: { kind: "change", id: changeId }, data: { isUndone } });
    return { isUndone };
  });
};
