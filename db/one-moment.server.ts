// Two connections that see the database at the same moment, so that what is too much for one can be read by both.
import { sql } from "drizzle-orm";
import type { Database } from "./client.server";

const oneMoment = { isolationLevel: "repeatable read", accessMode: "read only" } as const;

/** Whatever is read by either belongs together; nothing is written. The pool needs two connections. */
export const sharingOneMoment = <Found>(db: Database, read: (db: Database, beside: Database) => Promise<Found>): Promise<Found> =>
  db.transaction(async (first) => {
    const [moment] = await first.execute<{ id: string }>(sql`select pg_export_snapshot() as id`);
    return db.transaction(async (second) => {
      // It takes no parameter.
      await second.execute(sql.raw(`set transaction snapshot '${moment!.id}'`));
      return read(first as unknown as Database, second as unknown as Database);
    }, oneMoment);
  }, oneMoment);
