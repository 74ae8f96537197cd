import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { people } from "~db/schema/index";
import { rolledBack } from "../../tests/support/database";
import { withoutValues } from "./log.server";

it(
  "a failing statement is logged without the values that people gave",
  rolledBack(async (db) => {
    const failures: unknown[] = [];
    const attempt = (work: Promise<unknown>) => work.catch((error: unknown) => failures.push(error));
    await attempt(db.transaction((tx) => tx.insert(people).values({ email: "SARI@contoh.example", displayName: "Sari Rahasia" })));
    await attempt(db.transaction((tx) => tx.execute(sql`select ${"Sari Rahasia"}::int, ${"sari@contoh.example"}`)));
    expect(failures).toHaveLength(2);
    for (const failure of failures) {
      const line = JSON.stringify(withoutValues(failure));
      expect(line).not.toMatch(/Sari|contoh\.example/i);
      expect(line).toMatch(/log\.server\.test/);
    }
    expect(JSON.stringify(withoutValues(failures[0]))).toContain("people_email_lower");
  }),
);
