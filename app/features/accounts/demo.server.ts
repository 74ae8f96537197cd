// One-tap sign-in as one of the demo's cast. It exists only where the demo runs: everywhere else the door is not there at all.
import { inArray } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { env } from "~/platform/env.server";
import { people } from "~db/schema/index";
import { beginSession } from "./sign-in.server";

const castEmails = ["sari", "budi", "maya", "rian", "dewi"].map((name) => `${name}@contoh.example`);

const refuseOutsideDemo = (): void => {
  if (!env().KAWAN_DEMO) throw new NotFound();
};

/** The cast that is there, in the order of the story. */
export const listDemoCast = async (ctx: Context) => {
  refuseOutsideDemo();
  const cast = await ctx.db
    .select({ id: people.id, displayName: people.displayName, role: people.role, email: people.email })
    .from(people)
    .where(inArray(people.email, castEmails));
  if (cast.length === 0) throw new NotFound();
  return cast.sort((a, b) => castEmails.indexOf(a.email) - castEmails.indexOf(b.email)).map(({ id, displayName, role }) => ({ id, displayName, role }));
};

/** Signs in as somebody of the cast, nobody else, and returns the cookie. */
export const signInToDemo = async (ctx: Context, input: { personId: number; device: string }): Promise<string> => {
  const person = (await listDemoCast(ctx)).find(({ id }) => id === input.personId);
  if (!person) throw new NotFound();
  return inTransaction(ctx, (inner) => beginSession(inner, person, input.device));
};
