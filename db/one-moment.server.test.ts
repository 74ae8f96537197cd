import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { testDatabaseUrl } from "../tests/support/database";
import { openPool, type Database } from "./client.server";
import { sharingOneMoment } from "./one-moment.server";

it("two connections see the same moment, and write nothing", async () => {
  const pool = openPool(await testDatabaseUrl(), { max: 3, statementTimeoutMs: 10_000, name: "test" });
  const { db } = pool;
  const seen = async (connection: Database) =>
    (await connection.execute<{ moment: string; process: number }>(sql`select pg_current_snapshot()::text as moment, pg_backend_pid() as process`))[0]!;
  const [one, other] = await sharingOneMoment(db, async (first, beside) => {
    // Whatever comes between moves the present on.
    await db.execute(sql`select pg_current_xact_id()`);
    return [await seen(first), await seen(beside)];
  });
  expect(one!.moment).toBe(other!.moment);
  expect(one!.process).not.toBe(other!.process);
  await expect(sharingOneMoment(db, (_, beside) => beside.execute(sql`create table never (id int)`))).rejects.toThrow();
  await pool.close();
});
