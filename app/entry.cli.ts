// The command line: the same use cases as the pages.
import { migrateDatabase } from "~db/migrate.server";
import { closeDatabases } from "./platform/database.server";
import { env } from "./platform/env.server";

const commands: Record<string, (args: string[]) => Promise<void>> = {
  migrate: () => migrateDatabase(env().DATABASE_URL),
};

/** Runs one command; the exit code is the result. */
export const runCli = async (args: string[]): Promise<number> => {
  const [name = "", ...rest] = args;
  const command = commands[name];
  if (!command) {
    console.error(`Unknown command "${name}". Known: ${Object.keys(commands).join(", ")}.`);
    return 2;
  }
  try {
    await command(rest);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  } finally {
    await closeDatabases();
  }
};
