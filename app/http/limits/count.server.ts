// Counting on PostgreSQL, so that all processes share one count. One statement per limit.
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type postgres from "postgres";
import type { Context } from "~/core/context";
import { TooMany } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { log } from "~/platform/log.server";
import { limitKey } from "./keys.server";
import { limitTable, type LimitName } from "./table";

type Client = postgres.Sql;
type Query = { text: string; values?: (string | number | null)[] };

/** The little of node-postgres that the limiter uses, spoken by our own driver. */
const storeOver = (client: Client) => ({
  query: async ({ text, values = [] }: Query) => {
    const rows = await client.unsafe(text, values, { prepare: true });
    return { rows, rowCount: rows.count };
  },
});

const limitersOver = (client: Client) => {
  const create = ([name, { points, seconds }]: [string, (typeof limitTable)[LimitName]]) =>
    [
      name,
      new RateLimiterPostgres({
        storeClient: storeOver(client),
        storeType: "client",
        tableName: "limits",
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix: name,
        points,
        duration: seconds,
        // Once the limit is reached this process says so without asking the database again.
        inMemoryBlockOnConsumed: points + 1,
      }),
    ] as const;
  return new Map(Object.entries(limitTable).map((entry) => create(entry as [string, (typeof limitTable)[LimitName]])));
};

const known = new WeakMap<Client, ReturnType<typeof limitersOver>>();

const limiterFor = (ctx: Context, name: LimitName): RateLimiterPostgres => {
  const client = ctx.db.$client;
  const limiters = known.get(client) ?? limitersOver(client);
  known.set(client, limiters);
  return limiters.get(name)!;
};

/** The audit learns of a limit once, when it is first hit; never by whom beyond the person who was signed in. */
const noteHit = (ctx: Context, name: LimitName, state: RateLimiterRes, points: number): void => {
  const beyond = state.consumedPoints - limitTable[name].points;
  if (beyond < 1 || beyond > points) return;
  record(ctx, { kind: "limit.hit", subject: { kind: "limit", id: name } }).catch((error: unknown) =>
    log.warn({ err: error, limit: name }, "a limit was hit and not recorded"),
  );
};

/** Counts `points` for whoever `keyParts` stand for. Null when that is within the limit, else the seconds until it will be. */
export const count = async (ctx: Context, name: LimitName, keyParts: readonly (string | number)[], points = 1): Promise<number | null> => {
  if (ctx.actor.kind === "system") return null;
  try {
    await limiterFor(ctx, name).consume(limitKey(name, ...keyParts), points);
    return null;
  } catch (problem) {
    if (problem instanceof RateLimiterRes) {
      noteHit(ctx, name, problem, points);
      return Math.max(1, problem.msBeforeNext / 1000);
    }
    log.warn({ err: problem, limit: name }, "a limit could not be counted");
    return limitTable[name].whenUncountable === "refuse" ? 30 : null;
  }
};

/** Counts, and throws TooMany beyond the limit. */
export const limit = async (ctx: Context, name: LimitName, keyParts: readonly (string | number)[], points = 1): Promise<void> => {
  const waitSeconds = await count(ctx, name, keyParts, points);
  if (waitSeconds !== null) throw new TooMany(waitSeconds);
};
