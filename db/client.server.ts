// The one place that opens connections. A use case gets a `Database`, which is a connection pool or a transaction.
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema/index";

export type Database = PostgresJsDatabase<typeof schema> & { $client: postgres.Sql };

export type Pool = { db: Database; close: () => Promise<void> };

type PoolOptions = {
  max: number;
  /** A statement that runs longer is cancelled. */
  statementTimeoutMs: number;
  name: string;
  /** Called with every statement; used by tests that count them. */
  onStatement?: (statement: string) => void;
};

/** A statement with more values than this has a length that varies, and each length would be kept as a plan of its own. */
const mostValues = 40;

/**
 * Lets PostgreSQL keep the plan of each statement for as long as a connection lives, in transactions too. Drizzle asks for that
 * only statement by statement; without it every one is planned anew and takes two trips instead of one.
 */
const keepingPlans = <Client extends postgres.Sql | postgres.TransactionSql>(client: Client): Client => {
  const { unsafe } = client;
  client.unsafe = (text, values, options) => unsafe(text, values, { ...options, prepare: (values?.length ?? 0) <= mostValues });
  for (const name of ["begin", "savepoint"] as const) {
    const start = (client as unknown as Record<string, unknown>)[name] as ((...given: unknown[]) => unknown) | undefined;
    if (!start) continue;
    const within = (given: unknown) => (typeof given === "function" ? (inner: postgres.TransactionSql) => given(keepingPlans(inner)) : given);
    Object.assign(client, { [name]: (...given: unknown[]) => start(...given.map(within)) });
  }
  return client;
};

export const openPool = (url: string, options: PoolOptions): Pool => {
  const client = postgres(url, {
    max: options.max,
    idle_timeout: 60,
    connect_timeout: 10,
    onnotice: () => undefined,
    debug: options.onStatement && ((_connection, statement) => options.onStatement?.(statement)),
    connection: { application_name: options.name, statement_timeout: options.statementTimeoutMs, TimeZone: "UTC" },
  });
  return { db: drizzle(keepingPlans(client), { schema, casing: "snake_case" }), close: () => client.end({ timeout: 5 }) };
};
