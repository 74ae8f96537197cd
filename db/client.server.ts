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

export const openPool = (url: string, options: PoolOptions): Pool => {
  const client = postgres(url, {
    max: options.max,
    idle_timeout: 60,
    connect_timeout: 10,
    onnotice: () => undefined,
    debug: options.onStatement && ((_connection, statement) => options.onStatement?.(statement)),
    connection: { application_name: options.name, statement_timeout: options.statementTimeoutMs, TimeZone: "UTC" },
  });
  return { db: drizzle(client, { schema, casing: "snake_case" }), close: () => client.end({ timeout: 5 }) };
};
