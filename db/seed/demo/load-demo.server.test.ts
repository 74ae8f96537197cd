import { count, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { testDatabase } from "../../../tests/support/database";
import { cases, comments, ideas, ideaVotes, people } from "../../schema/index";
import { loadDemo } from "./load-demo.server";

describe("the demo community", () => {
  it("is believable in size, and loading it twice changes nothing", { timeout: 120_000 }, async () => {
    const db = await testDatabase();
    const started = performance.now();
    expect(await loadDemo(db, new Date("2026-11-20T03:00:00Z"))).toBe(true);
    console.log(`loaded in ${Math.round(performance.now() - started)} ms`);
    const numbers = async () => ({
      people: await db.$count(people),
      ideas: await db.$count(ideas),
      published: await db.$count(ideas, eq(ideas.state, "published")),
      votes: await db.$count(ideaVotes),
      comments: await db.$count(comments),
      waiting: await db.$count(cases, eq(cases.state, "open")),
    });
    const loaded = await numbers();
    console.log(loaded);
    expect(loaded.people).toBeGreaterThanOrEqual(45);
    expect(loaded.ideas).toBeGreaterThanOrEqual(60);
    expect(loaded.votes).toBeGreaterThanOrEqual(600);
    expect(loaded.comments).toBeGreaterThanOrEqual(150);
    expect(loaded.waiting).toBeGreaterThanOrEqual(5);
    expect(await loadDemo(db, new Date("2026-11-21T03:00:00Z"))).toBe(false);
    expect(await numbers()).toEqual(loaded);
    const [wrong] = await db
      .select({ count: count() })
      .from(ideas)
      .where(sql`${ideas.voteCount} <> (select count(*) from idea_votes v where v.idea_id = ${ideas.id})`);
    expect(wrong?.count).toBe(0);
  });
});
