// What somebody is typing is kept by the server until it is sent, one draft per person and form.
import { and, eq, sql } from "drizzle-orm";
import { actorId, type Context } from "~/core/context";
import { authorize } from "~/policy/can";
import { drafts } from "~db/schema/index";

export type Draft = { revision: number; body: Record<string, string> };

export const findDraft = async (ctx: Context, scope: string): Promise<Draft | null> => {
  const personId = actorId(ctx.actor);
  if (personId === null) return null;
  const [draft] = await ctx.db
    .select({ revision: drafts.revision, body: drafts.body })
    .from(drafts)
    .where(and(eq(drafts.personId, personId), eq(drafts.scope, scope)));
  return draft ?? null;
};

type SavedDraft = { isSaved: true; revision: number } | ({ isSaved: false } & Draft);

/**
 * Saves over the revision that the writer has seen (0: none yet). When another tab or device was faster nothing is overwritten, and its text is
 * given back beside the writer's own.
 */
export const saveDraft = async (
  ctx: Context,
  { scope, revision, body }: { scope: string; revision: number; body: Record<string, string> },
): Promise<SavedDraft> => {
  authorize(ctx.actor, "use-own-account", null);
  const personId = actorId(ctx.actor);
  if (personId === null) throw new Error("A draft belongs to a person");
  const [saved] =
    revision === 0
      ? await ctx.db.insert(drafts).values({ personId, scope, body, updatedAt: ctx.now }).onConflictDoNothing().returning({ revision: drafts.revision })
      : await ctx.db
          .update(drafts)
          .set({ body, revision: sql`${drafts.revision} + 1`, updatedAt: ctx.now })
          .where(and(eq(drafts.personId, personId), eq(drafts.scope, scope), eq(drafts.revision, revision)))
          .returning({ revision: drafts.revision });
  if (saved) return { isSaved: true, revision: saved.revision };
  const current = await findDraft(ctx, scope);
  // The draft was sent or thrown away elsewhere: this text begins a new one.
  if (!current) return saveDraft(ctx, { scope, revision: 0, body });
  return { isSaved: false, ...current };
};

/** Called once the text has been sent. */
export const dropDraft = async (ctx: Context, scope: string): Promise<void> => {
  const personId = actorId(ctx.actor);
  if (personId !== null) await ctx.db.delete(drafts).where(and(eq(drafts.personId, personId), eq(drafts.scope, scope)));
};
