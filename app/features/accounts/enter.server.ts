// Opening the link of a mail proves the address: on any device it makes the account where there is none and signs in.
import { eq } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { people } from "~db/schema/index";
import { joinRequestIn } from "./account-mails.server";
import { insertPerson } from "./create-person.server";
import { beginSession } from "./sign-in.server";
import { findToken, takeToken, type TokenPurpose } from "./tokens.server";

export type Entrance = { purpose: TokenPurpose; displayName: string; isNew: boolean };

/** What the link would do, for the page that asks to press the button; null when it is used, expired or never was. */
export const findEntrance = async (ctx: Context, token: unknown): Promise<Entrance | null> => {
  const open = await findToken(ctx, token);
  if (!open) return null;
  return { purpose: open.purpose, displayName: open.person?.displayName ?? joinRequestIn(open.payload)?.displayName ?? "", isNew: open.person === null };
};

type Entered = { cookie: string; intent: string; next: string };

/** Uses the link up. Null when that is no longer possible. */
export const enter = (ctx: Context, input: { token: unknown; device: string }): Promise<Entered | null> =>
  inTransaction(ctx, async (inner) => {
    const open = await takeToken(inner, input.token, "join");
    if (!open) return null;
    const person = open.person ?? (await personAskedFor(inner, open.payload));
    if (!person || person.suspendedAt || person.erasedAt) return null;
    const { intent, next } = open.payload;
    return {
      cookie: await beginSession(inner, person, input.device),
      intent: typeof intent === "string" ? intent : "",
      next: typeof next === "string" ? next : "/",
    };
  });

/** The account of the request; whoever joined twice with one address is the person that the first link made. */
const personAskedFor = async (ctx: Context, payload: Record<string, unknown>) => {
  const request = joinRequestIn(payload);
  if (!request) return null;
  const find = async () => (await ctx.db.select().from(people).where(eq(people.email, request.email)))[0] ?? null;
  const known = await find();
  if (known) return known;
  await insertPerson(ctx, { ...request, role: "member", emailVerified: true });
  return find();
};
