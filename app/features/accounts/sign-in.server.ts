// Signing in: a wrong password and an unknown address get the same answer after the same time.
import { eq } from "drizzle-orm";
import { inTransaction, type Context, type PersonActor } from "~/core/context";
import { Invalid } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { endSession, startSession } from "~/platform/sessions.server";
import { people } from "~db/schema/index";
import { hashPassword, isOutdatedHash, verifyPassword } from "./passwords.server";

type SignIn = { email: string; password: string; device: string };

/** Returns the cookie of the new session; whoever was signed in on this browser before is signed out. */
export const signIn = async (ctx: Context, input: SignIn): Promise<string> => {
  const [person] = await ctx.db.select().from(people).where(eq(people.email, input.email));
  const fits = await verifyPassword(person?.passwordHash ?? null, input.password);
  if (!person || !fits || person.erasedAt) {
    await record(ctx, { kind: "account.sign_in_failed", subject: { kind: "person", id: person?.id ?? "unknown" } });
    throw new Invalid({ "": { key: "wrong_email_or_password" } });
  }
  if (person.suspendedAt) throw new Invalid({ "": { key: "account_suspended" } });
  const upgraded = person.passwordHash && isOutdatedHash(person.passwordHash) ? await hashPassword(input.password) : null;
  return inTransaction(ctx, async (inner) => {
    if (upgraded) await inner.db.update(people).set({ passwordHash: upgraded }).where(eq(people.id, person.id));
    return beginSession(inner, person, input.device);
  });
};

/** Starts a session for somebody who has proved who they are, and records it. */
export const beginSession = async (ctx: Context, person: Pick<typeof people.$inferSelect, "id" | "role">, device: string): Promise<string> => {
  if (ctx.actor.kind === "person") await endSession(ctx.db, ctx.actor.sessionId);
  // Until this moment the request was a visitor's; the record names the person they have proved to be.
  const actor: PersonActor = { kind: "person", id: person.id, role: person.role, displayName: "", teamIds: [], emailVerified: true, sessionId: "" };
  await record({ ...ctx, actor }, { kind: "account.signed_in", subject: { kind: "person", id: person.id } });
  return startSession(ctx.db, person, device, ctx.now);
};
