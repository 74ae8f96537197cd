// A forgotten password is replaced through the mailbox. Whatever changes a credential ends all other sessions and is told to the owner.
import { eq, sql } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { Conflict, Invalid } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { endSessions } from "~/platform/sessions.server";
import { authorize } from "~/policy/can";
import { people } from "~db/schema/index";
import { askForAccountMail } from "./account-mails.server";
import { passwordProblem } from "./password";
import { hashPassword, verifyPassword } from "./passwords.server";
import { beginSession } from "./sign-in.server";
import { findToken, takeToken } from "./tokens.server";

/** Open to everybody, and the same for every address. */
export const askForReset = (ctx: Context, input: { email: string }): Promise<void> =>
  askForAccountMail(ctx, { kind: "reset", email: input.email, locale: ctx.locale });

const checked = (password: string, person: { email: string; displayName: string }): void => {
  const problem = passwordProblem(password, person);
  if (problem) throw new Invalid({ password: { key: problem } });
};

const store = async (ctx: Context, personId: number, passwordHash: string, keepSessionId?: string): Promise<void> => {
  await ctx.db
    .update(people)
    .set({
      passwordHash,
      credentialVersion: sql`${people.credentialVersion} + 1`,
      emailVerifiedAt: sql`coalesce(${people.emailVerifiedAt}, ${ctx.now.toISOString()}::timestamptz)`,
    })
    .where(eq(people.id, personId));
  await endSessions(ctx.db, personId, keepSessionId);
  await record(ctx, { kind: "account.password_changed", subject: { kind: "person", id: personId } });
  await askForAccountMail(ctx, { kind: "password_changed", personId });
};

/** Returns the cookie of a fresh session, the only one that is left. A link that is used or expired is a Conflict. */
export const setNewPassword = async (ctx: Context, input: { token: unknown; password: string; device: string }): Promise<string> => {
  const spent = () => new Conflict("the link is used or expired", { key: "link_spent" });
  const open = await findToken(ctx, input.token);
  if (!open?.person || open.purpose !== "reset") throw spent();
  checked(input.password, open.person);
  const passwordHash = await hashPassword(input.password);
  return inTransaction(ctx, async (inner) => {
    const taken = await takeToken(inner, input.token, "reset");
    if (!taken?.person) throw spent();
    await store(inner, taken.person.id, passwordHash);
    return beginSession(inner, taken.person, input.device);
  });
};

/** For somebody who is signed in and knows the present password; this session goes on, all others end. */
export const changePassword = async (ctx: Context, input: { current: string; password: string }): Promise<void> => {
  authorize(ctx.actor, "use-own-account", null);
  if (ctx.actor.kind !== "person") return;
  const { id, sessionId } = ctx.actor;
  const [person] = await ctx.db.select().from(people).where(eq(people.id, id));
  if (!person || !(await verifyPassword(person.passwordHash, input.current))) throw new Invalid({ current: { key: "wrong_password" } });
  checked(input.password, person);
  const passwordHash = await hashPassword(input.password);
  await inTransaction(ctx, (inner) => store(inner, id, passwordHash, sessionId));
};
