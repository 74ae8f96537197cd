// One-time links: 256 random bits, stored hashed, for one purpose and one state of the person's credentials, used once, within half an hour.
import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, isNull, lt } from "drizzle-orm";
import type { Context } from "~/core/context";
import { after, before, dayInMs, minuteInMs } from "~/core/time";
import { people, tokens } from "~db/schema/index";

export type TokenPurpose = (typeof tokens.$inferSelect)["purpose"];
export const tokenLifeMs = 30 * minuteInMs;

const hash = (token: string): string => createHash("sha256").update(token).digest("hex");
export const isTokenShaped = (value: unknown): value is string => typeof value === "string" && /^[A-Za-z0-9_-]{43}$/.test(value);

type NewToken = { purpose: TokenPurpose; person?: { id: number; credentialVersion: number }; payload?: Record<string, unknown> };

/** Returns the token itself, which exists nowhere else. */
export const createToken = async (ctx: Context, { purpose, person, payload }: NewToken): Promise<string> => {
  const token = randomBytes(32).toString("base64url");
  await ctx.db.insert(tokens).values({
    hash: hash(token),
    purpose,
    personId: person?.id ?? null,
    credentialVersion: person?.credentialVersion ?? null,
    payload: payload ?? {},
    expiresAt: after(ctx.now, tokenLifeMs),
    createdAt: ctx.now,
  });
  return token;
};

export type OpenToken = { purpose: TokenPurpose; payload: Record<string, unknown>; person: typeof people.$inferSelect | null };

const isUsable = (ctx: Context, token: string) => and(eq(tokens.hash, hash(token)), isNull(tokens.usedAt), gt(tokens.expiresAt, ctx.now));

/** The token if it can still be used, without using it. */
export const findToken = async (ctx: Context, token: unknown): Promise<OpenToken | null> => {
  if (!isTokenShaped(token)) return null;
  const [row] = await ctx.db
    .select({ token: tokens, person: people })
    .from(tokens)
    .leftJoin(people, eq(people.id, tokens.personId))
    .where(isUsable(ctx, token));
  if (!row) return null;
  const { purpose, payload, personId, credentialVersion } = row.token;
  const isStale = personId !== null && (row.person?.credentialVersion !== credentialVersion || row.person.suspendedAt !== null || row.person.erasedAt !== null);
  return isStale ? null : { purpose, payload, person: row.person };
};

/** Uses the token up, inside the caller's transaction; of two that come at once only one gets it. */
export const takeToken = async (ctx: Context, token: unknown, purpose: TokenPurpose): Promise<OpenToken | null> => {
  const open = await findToken(ctx, token);
  if (!open || open.purpose !== purpose) return null;
  const taken = await ctx.db
    .update(tokens)
    .set({ usedAt: ctx.now })
    .where(isUsable(ctx, token as string))
    .returning({ hash: tokens.hash });
  return taken.length === 1 ? open : null;
};

export const deleteOldTokens = async (ctx: Context): Promise<void> => {
  await ctx.db.delete(tokens).where(lt(tokens.expiresAt, before(ctx.now, dayInMs)));
};
