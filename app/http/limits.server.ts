// The limits as routes use them: each says what it is counted by, which is what the act really uses.
import { setTimeout as pause } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { actorId, isStaff, type Context } from "~/core/context";
import { before, dayInMs } from "~/core/time";
import { paths } from "~/paths";
import { people } from "~db/schema/index";
import { count, limit } from "./limits/count.server";
import { addressKey } from "./limits/keys.server";

const autosaved = [paths.draft(), paths.saveAnswer(0)].map((path) => new RegExp(`^${path.replace("/0/", "/\\d+/")}(\\.data)?$`));

/** Everything that a signed-in person sends. Visitors are held by the general limit and by that of the form they send. */
export const limitWrites = async (ctx: Context, url: URL): Promise<void> => {
  const personId = actorId(ctx.actor);
  if (personId === null) return;
  const isAutosave = autosaved.some((pattern) => pattern.test(url.pathname));
  await limit(ctx, isStaff(ctx.actor) ? "staff-writes" : isAutosave ? "autosaves" : "member-writes", [personId]);
};

const slowdownMs = 3_000;

/** Before a password is looked at. An account that is tried from everywhere is slowed down, not closed to its owner. */
export const limitLogin = async (ctx: Context, { address, email }: { address: string; email: string }): Promise<void> => {
  await limit(ctx, "login-from-address", [addressKey(address)]);
  await limit(ctx, "login-from-address-to-account", [addressKey(address), email]);
  if ((await count(ctx, "login-to-account", [email])) !== null) await pause(slowdownMs);
};

/** Before somebody who is signed in proves once more who they are. */
export const limitOwnPassword = async (ctx: Context): Promise<void> => {
  const personId = actorId(ctx.actor);
  if (personId !== null) await limit(ctx, "login-from-address-to-account", ["signed in", personId]);
};

export const limitJoin = async (ctx: Context, { address, agent }: { address: string; agent: string | null }): Promise<void> => {
  await limit(ctx, "join-on-device", [addressKey(address), agent ?? ""]);
  await limit(ctx, "join-from-address", [addressKey(address)]);
};

/** True when one more mail may go to this address. The caller answers the same either way, so that nobody learns whose address is known. */
export const mayMail = async (ctx: Context, target: string): Promise<boolean> => {
  if ((await count(ctx, "mail-to-target", [target])) !== null) return false;
  const personId = actorId(ctx.actor);
  return personId === null || (await count(ctx, "mail-by-account", [personId])) === null;
};

type Posting = {
  daily: "ideas" | "comments";
  firstDay: "ideas-on-first-day" | "comments-on-first-day";
  pause: "pause-between-ideas" | "pause-between-comments";
};

const limitPosting = async (ctx: Context, { daily, firstDay, pause }: Posting, key: string | undefined): Promise<void> => {
  const personId = actorId(ctx.actor);
  if (personId === null) return;
  if (key && (await count(ctx, "forms", [personId, key])) !== null) return;
  const [person] = await ctx.db.select({ createdAt: people.createdAt }).from(people).where(eq(people.id, personId));
  const isNew = person !== undefined && person.createdAt > before(ctx.now, dayInMs);
  await limit(ctx, pause, [personId]);
  await limit(ctx, isNew ? firstDay : daily, [personId]);
};

/** Once the form has been understood and before it is carried out; `key` is the form's idempotency key. */
export const limitIdea = (ctx: Context, key?: string): Promise<void> =>
  limitPosting(ctx, { daily: "ideas", firstDay: "ideas-on-first-day", pause: "pause-between-ideas" }, key);
export const limitComment = (ctx: Context, key?: string): Promise<void> =>
  limitPosting(ctx, { daily: "comments", firstDay: "comments-on-first-day", pause: "pause-between-comments" }, key);

const limitPerson = async (ctx: Context, name: "votes" | "archives" | "report-renderings"): Promise<void> => {
  const personId = actorId(ctx.actor);
  if (personId !== null) await limit(ctx, name, [personId]);
};

export const limitVote = (ctx: Context): Promise<void> => limitPerson(ctx, "votes");
export const limitArchive = (ctx: Context): Promise<void> => limitPerson(ctx, "archives");
export const limitReport = (ctx: Context): Promise<void> => limitPerson(ctx, "report-renderings");

export const limitUpload = async (ctx: Context, bytes: number): Promise<void> => {
  const personId = actorId(ctx.actor);
  if (personId === null) return;
  await limit(ctx, "uploads", [personId]);
  await limit(ctx, "uploaded-kilobytes", [personId], Math.max(1, Math.ceil(bytes / 1024)));
};

/** By person where somebody is signed in, else by address. */
export const limitSearch = (ctx: Context, address: string): Promise<void> => {
  const personId = actorId(ctx.actor);
  return limit(ctx, "searches", personId === null ? ["address", addressKey(address)] : ["person", personId]);
};
