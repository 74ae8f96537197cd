// Production does not start on ground that would lose what people were told is saved, or give away what they entrusted.
import { sql } from "drizzle-orm";
import type { Database } from "~db/client.server";
import { database } from "./database.server";
import { env, type Environment } from "./env.server";

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** A secret that was copied from an example, or that a person made up by holding down a key. */
export const isPlaceholder = (secret: string): boolean =>
  /change.?me|example|placeholder|replace|your.?secret|insert/i.test(secret) || new Set(secret).size < 12;

/** What is wrong with the settings, each as a sentence. */
export const settingProblems = ({
  PUBLIC_ORIGIN,
  KAWAN_SECRET,
  ADDRESS_KEY,
}: Pick<Environment, "PUBLIC_ORIGIN" | "KAWAN_SECRET" | "ADDRESS_KEY">): string[] => {
  const { protocol, hostname } = new URL(PUBLIC_ORIGIN);
  const problems: string[] = [];
  if (protocol === "http:" && !loopback.has(hostname)) problems.push("PUBLIC_ORIGIN must begin with https:// unless it is this machine alone.");
  if (isPlaceholder(KAWAN_SECRET)) problems.push("KAWAN_SECRET is a placeholder: make one of 32 random bytes.");
  if (isPlaceholder(ADDRESS_KEY)) problems.push("ADDRESS_KEY is a placeholder: make one of 32 random bytes in base64url.");
  return problems;
};

/** "Saved" is said after COMMIT, so COMMIT must mean that it is on the disk. */
export const durabilityProblems = async (db: Database): Promise<string[]> => {
  const rows = await db.execute<{ name: string }>(
    sql`select name from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off' order by name`,
  );
  return rows.map(({ name }) => `PostgreSQL runs with ${name} off: what people were told is saved could be lost; switch it on.`);
};

/** Refuses to go on in production when something is wrong; development and tests may be careless. */
export const checkStart = async (): Promise<void> => {
  const settings = env();
  if (settings.NODE_ENV !== "production") return;
  const problems = [...settingProblems(settings), ...(await durabilityProblems(database()))];
  if (problems.length > 0) throw new Error(`Kawan does not start like this. ${problems.join(" ")}`);
};
