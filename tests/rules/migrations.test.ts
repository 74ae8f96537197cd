// The schema in the code and the migrations must say the same: a change of one without the other is found here.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const sqlFiles = (folder: string) => readdirSync(folder).filter((name) => name.endsWith(".sql"));
const generate = (out: string) =>
  execFileSync(
    process.execPath,
    [
      "node_modules/drizzle-kit/bin.cjs",
      "generate",
      "--dialect=postgresql",
      "--schema=./db/schema/index.ts",
      `--out=${out}`,
      "--casing=snake_case",
      "--name=drift",
    ],
    { stdio: "pipe", encoding: "utf8" },
  );

it("the migrations lead to the schema that the code describes", () => {
  // drizzle-kit wants a path below the working directory.
  const copy = mkdtempSync(join("node_modules", ".drift-"));
  try {
    cpSync("db/migrations", copy, { recursive: true });
    const said = generate(copy);
    const added = sqlFiles(copy).filter((name) => !sqlFiles("db/migrations").includes(name));
    expect(
      added.map((name) => readFileSync(join(copy, name), "utf8")),
      said,
    ).toEqual([]);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}, 60_000);

it("migrations are numbered without gaps and each is in the journal", () => {
  const journal = JSON.parse(readFileSync("db/migrations/meta/_journal.json", "utf8")) as { entries: { idx: number; tag: string; when: number }[] };
  expect(journal.entries.map(({ idx }) => idx)).toEqual(journal.entries.map((_, place) => place));
  expect(journal.entries.map(({ tag }) => `${tag}.sql`)).toEqual(sqlFiles("db/migrations").sort());
  // PostgreSQL is brought forward by time of making: an older one that arrives later would be skipped.
  for (const [place, { when }] of journal.entries.entries()) if (place > 0) expect(when).toBeGreaterThan(journal.entries[place - 1]!.when);
});
