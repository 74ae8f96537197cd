// Statements of the pages that are seen most. Putting a statement together costs more than sending it.
import type { Database } from "./client.server";

/** A statement whose text never changes: put together once for each pool, and filled with its values each time. */
export const prepared = <Statement>(build: (db: Database) => Statement): ((db: Database) => Statement) => {
  const known = new WeakMap<Database, Statement>();
  return (db) => {
    const statement = known.get(db) ?? build(db);
    known.set(db, statement);
    return statement;
  };
};
