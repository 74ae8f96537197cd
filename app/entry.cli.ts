// The command line: the same use cases as the pages.
import { importStancesCommand } from "~/features/ideas/statements/import-stances.server";
import { recomputeCommand } from "./features/reports/recompute-command.server";
import { importCommand } from "~/features/trials/import/command.server";
import { migrateDatabase } from "~db/migrate.server";
import { closeDatabases, database } from "./platform/database.server";
import { env } from "./platform/env.server";

const commands: Record<string, (args: string[]) => Promise<void>> = {
  migrate: () => migrateDatabase(env().DATABASE_URL),
  seed: async ([what]) => {
    if (what !== "demo") throw new Error('There is one thing to seed: "demo".');
    // Loaded on demand, as only the demo needs its texts.
    const { loadDemo } = await import("~db/seed/demo/load-demo.server");
    const isNew = await loadDemo(database(), new Date());
    console.log(isNew ? "The sample community is loaded." : "The sample community was there already.");
  },
  recompute: recomputeCommand,
  import: (args) => (args[0] === "stances" ? importStancesCommand(args.slice(1)) : importCommand(args)),
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
