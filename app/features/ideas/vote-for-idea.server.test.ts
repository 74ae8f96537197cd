import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { visitor } from "~/core/context";
import { NotFound, SignInRequired } from "~/core/errors";
import { ideas, ideaVotes, voteLedger } from "~db/schema/index";
import { createCast, createPerson } from "../../../tests/support/cast";
import { contextFor, rolledBack, testDatabase } from "../../../tests/support/database";
import { aBoard, anIdea } from "../../../tests/support/ideas";
import { hotScore } from "./idea";
import { findVoteDifferences } from "./prove-votes.server";
import { voteForIdea } from "./vote-for-idea.server";

const range = (length: number) => Array.from({ length }, (_, index) => index);

describe("voting for an idea", () => {
  it("counts fifty people who press at the same moment as fifty", async () => {
    const db = await testDatabase();
    const { sari } = await createCast(db);
    const ideaId = await anIdea(db, await aBoard(db), sari);
    const voters = await Promise.all(range(50).map((index) => createPerson(db, `Voter ${index}`)));
    await Promise.all(voters.map((voter) => voteForIdea(contextFor(db, voter), { ideaId, voted: true })));
    const [idea] = await db.select().from(ideas).where(eq(ideas.id, ideaId));
    expect(idea?.voteCount).toBe(50);
    expect(idea?.hot).toBeCloseTo(hotScore(50, idea!.createdAt), 9);
    expect(await findVoteDifferences(contextFor(db))).toEqual([]);
  });

  it("does not count a second vote by the same person, however often they press at once", async () => {
    const db = await testDatabase();
    const { sari, budi } = await createCast(db);
    const ideaId = await anIdea(db, await aBoard(db), sari);
    const results = await Promise.all(range(100).map(() => voteForIdea(contextFor(db, budi), { ideaId, voted: true })));
    expect(results.filter((result) => result.hasChanged)).toHaveLength(1);
    const [idea] = await db.select().from(ideas).where(eq(ideas.id, ideaId));
    expect(idea?.voteCount).toBe(1);
    expect(await db.select().from(voteLedger).where(eq(voteLedger.ideaId, ideaId))).toHaveLength(1);
  });

  it("stays exact when sixteen people set and withdraw at the same moment", async () => {
    const db = await testDatabase();
    const { sari } = await createCast(db);
    const ideaId = await anIdea(db, await aBoard(db), sari);
    const voters = await Promise.all(range(16).map((index) => createPerson(db, `Waverer ${index}`)));
    await Promise.all(voters.flatMap((voter) => [true, false, true, false].map((voted) => voteForIdea(contextFor(db, voter), { ideaId, voted }))));
    const [idea] = await db.select().from(ideas).where(eq(ideas.id, ideaId));
    expect(idea?.voteCount).toBe((await db.select().from(ideaVotes).where(eq(ideaVotes.ideaId, ideaId))).length);
    expect(await findVoteDifferences(contextFor(db))).toEqual([]);
  });

  it(
    "can be withdrawn, and the ledger keeps both",
    rolledBack(async (db) => {
      const { sari, budi } = await createCast(db);
      const ideaId = await anIdea(db, await aBoard(db), sari);
      const ctx = contextFor(db, budi);
      expect(await voteForIdea(ctx, { ideaId, voted: true, addressHash: "a", agentHash: "b" })).toEqual({ voted: true, voteCount: 1, hasChanged: true });
      expect(await voteForIdea(ctx, { ideaId, voted: false })).toEqual({ voted: false, voteCount: 0, hasChanged: true });
      expect(await voteForIdea(ctx, { ideaId, voted: false })).toEqual({ voted: false, voteCount: 0, hasChanged: false });
      const ledger = await db.select().from(voteLedger).where(eq(voteLedger.ideaId, ideaId)).orderBy(asc(voteLedger.id));
      expect(ledger.map((row) => [row.voted, row.addressHash])).toEqual([
        [true, "a"],
        [false, null],
      ]);
    }),
  );

  it(
    "is not possible while the idea waits for a moderator, not even for its author",
    rolledBack(async (db) => {
      const { sari, budi } = await createCast(db);
      const ideaId = await anIdea(db, await aBoard(db), sari, { state: "pending" });
      for (const person of [budi, sari]) await expect(voteForIdea(contextFor(db, person), { ideaId, voted: true })).rejects.toThrow(NotFound);
      expect(await db.select().from(voteLedger).where(eq(voteLedger.ideaId, ideaId))).toEqual([]);
    }),
  );

  it(
    "asks visitors to sign in",
    rolledBack(async (db) => {
      const { sari } = await createCast(db);
      const ideaId = await anIdea(db, await aBoard(db), sari);
      await expect(voteForIdea(contextFor(db, visitor), { ideaId, voted: true })).rejects.toThrow(SignInRequired);
    }),
  );

  it(
    "is found out when a count was tampered with",
    rolledBack(async (db) => {
      const { sari } = await createCast(db);
      const ideaId = await anIdea(db, await aBoard(db), sari, { voteCount: 7 });
      expect(await findVoteDifferences(contextFor(db))).toContainEqual({ ideaId, stored: 7, votes: 0, ledger: 0 });
    }),
  );
});
