// Where somebody is signed in: a list that can be read, and a button for each to end it.
import { and, desc, eq, gt } from "drizzle-orm";
import { inTransaction, type Context, type PersonActor } from "~/core/context";
import { NotFound, SignInRequired } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { endSession, endSessions } from "~/platform/sessions.server";
import { authorize } from "~/policy/can";
import { sessions } from "~db/schema/index";

const ownerOf = (ctx: Context): PersonActor => {
  authorize(ctx.actor, "use-own-account", null);
  if (ctx.actor.kind !== "person") throw new SignInRequired();
  return ctx.actor;
};

/** The address of a session on the page: enough to tell one's own sessions apart, useless as an id. */
const shortName = (id: string): string => id.slice(0, 16);

export const listMySessions = async (ctx: Context) => {
  const owner = ownerOf(ctx);
  const rows = await ctx.db
    .select()
    .from(sessions)
    .where(and(eq(sessions.personId, owner.id), gt(sessions.expiresAt, ctx.now), gt(sessions.endsAt, ctx.now)))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.createdAt));
  return rows
    .map(({ id, device, createdAt, lastSeenAt }) => ({ name: shortName(id), device, createdAt, lastSeenAt, isThisOne: id === owner.sessionId }))
    .sort((a, b) => Number(b.isThisOne) - Number(a.isThisOne));
};

/** Ends one of one's own sessions; it is over with the next request. */
export const revokeSession = async (ctx: Context, input: { name: string }): Promise<void> => {
  const owner = ownerOf(ctx);
  await inTransaction(ctx, async (inner) => {
    const own = await inner.db.select({ id: sessions.id }).from(sessions).where(eq(sessions.personId, owner.id));
    const session = own.find(({ id }) => shortName(id) === input.name);
    if (!session) throw new NotFound("session");
    await endSession(inner.db, session.id);
    await record(inner, { kind: "account.session_revoked", subject: { kind: "person", id: owner.id } });
  });
};

/** Ends all sessions but the one that asks. */
export const revokeOtherSessions = async (ctx: Context): Promise<void> => {
  const owner = ownerOf(ctx);
  await inTransaction(ctx, async (inner) => {
    await endSessions(inner.db, owner.id, owner.sessionId);
    await record(inner, { kind: "account.session_revoked", subject: { kind: "person", id: owner.id }, data: { all: true } });
  });
};
