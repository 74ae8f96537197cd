// A database of one's own for each test file, and a transaction that is rolled back for each test.
import postgres from "postgres";
import { afterAll, inject } from "vitest";
import { system, type Actor, type Context } from "~/core/context";
import { openPool, type Database, type Pool } from "~db/client.server";

const named = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).toString();

let clone: Promise<{ url: string; pool: Pool }> | undefined;
const statements: string[] = [];

const cloneTemplate = async () => {
  const url = inject("databaseUrl");
  const name = `kawan_test_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  const admin = postgres(url, { max: 1, onnotice: () => undefined });
  await admin`select pg_advisory_lock(42)`;
  await admin.unsafe(`create database ${name} template ${inject("templateName")}`);
  await admin.end();
  const cloneUrl = named(url, name);
  const pool = openPool(cloneUrl, { max: 24, statementTimeoutMs: 20_000, name: "kawan-test", onStatement: (statement) => statements.push(statement) });
  return { url: cloneUrl, pool };
};

/** The migrated database of this test file, for tests that need real commits or several connections. */
export const testDatabase = async (): Promise<Database> => {
  clone ??= cloneTemplate();
  return (await clone).pool.db;
};

export const testDatabaseUrl = async (): Promise<string> => {
  await testDatabase();
  return (await clone!).url;
};

afterAll(async () => {
  if (clone) await (await clone).pool.close();
  clone = undefined;
});

class RollBack extends Error {}

/** Runs a test inside a transaction and rolls it back. */
export const rolledBack = (test: (db: Database) => Promise<void>) => async (): Promise<void> => {
  const db = await testDatabase();
  try {
    await db.transaction(async (tx) => {
      await test(tx as unknown as Database);
      throw new RollBack();
    });
  } catch (error) {
    if (!(error instanceof RollBack)) throw error;
  }
};

/** The statements that `work` sends, for tests about how many there are. */
export const statementsOf = async (work: () => Promise<unknown>): Promise<string[]> => {
  const from = statements.length;
  await work();
  return statements.slice(from);
};

export const noon = new Date("2026-11-02T05:00:00.000Z");

/** A context at a fixed time; the house itself unless an actor is given. */
export const contextFor = (db: Database, actor: Actor = system("test"), now: Date = noon): Context => ({ db, actor, now, locale: "en" });
