// The first administrator comes in through a one-time link that the web process prints in its log; there is no default account, and none of this in the demo.
import { eq, sql } from "drizzle-orm";
import { inTransaction, system, type Context } from "~/core/context";
import { Conflict, Invalid, NotFound } from "~/core/errors";
import { paths } from "~/paths";
import { env } from "~/platform/env.server";
import { people } from "~db/schema/index";
import { createPerson } from "./create-person.server";
import { passwordProblem } from "./password";
import { beginSession } from "./sign-in.server";
import { createToken, findToken, takeToken } from "./tokens.server";

/** Arbitrary, and the same for every process: two first administrators must not be made at once. */
const setUpLock = 7_318_206;

const hasAdministrator = async (ctx: Context): Promise<boolean> => {
  const [row] = await ctx.db.select({ id: people.id }).from(people).where(eq(people.role, "administrator")).limit(1);
  return row !== undefined;
};

/** The link that makes the first administrator, or null when there is one already. For the start of the web process. */
export const offerSetUp = async (ctx: Context): Promise<string | null> => {
  if (env().KAWAN_DEMO || (await hasAdministrator(ctx))) return null;
  return env().PUBLIC_ORIGIN + paths.enter(await createToken(ctx, { purpose: "set_up" }));
};

/** Whether the page may show its form. Once there is an administrator the page does not exist. */
export const getSetUp = async (ctx: Context, token: unknown): Promise<{ isOpen: boolean }> => {
  if (env().KAWAN_DEMO || (await hasAdministrator(ctx))) throw new NotFound();
  return { isOpen: (await findToken(ctx, token))?.purpose === "set_up" };
};

type SetUp = { token: unknown; email: string; displayName: string; password: string; device: string };

/** Makes the first administrator and returns the cookie of their session. */
export const setUp = async (ctx: Context, { token, device, ...input }: SetUp): Promise<string> => {
  if (env().KAWAN_DEMO) throw new NotFound();
  const problem = passwordProblem(input.password, input);
  if (problem) throw new Invalid({ password: { key: problem } });
  return inTransaction(ctx, async (inner) => {
    await inner.db.execute(sql`select pg_advisory_xact_lock(${setUpLock})`);
    if (await hasAdministrator(inner)) throw new NotFound();
    if (!(await takeToken(inner, token, "set_up"))) throw new Conflict("the link is used or expired", { key: "link_spent" });
    const house = { ...inner, actor: system("set-up") };
    const id = await createPerson(house, { ...input, role: "administrator", locale: ctx.locale, birthYear: null, emailVerified: true });
    return beginSession(inner, { id, role: "administrator" }, device);
  });
};
