import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { Forbidden, NotFound } from "~/core/errors";
import type { Database } from "~db/client.server";
import { cases, comments, ideas } from "~db/schema/index";
import { createCast, createPerson } from "../../../tests/support/cast";
import { contextFor, rolledBack, testDatabase } from "../../../tests/support/database";
import { aBoard, anIdea, trust } from "../../../tests/support/ideas";
import { decideComment, undoCommentVerdict } from "./decide-comment.server";
import { editComment } from "./edit-comment.server";
import { flagComment } from "./flag-comment.server";
import { findCommentDifferences } from "./prove-counts.server";
import { submitComment } from "./submit-comment.server";

const countOf = async (db: Database, ideaId: number) => (await db.select({ count: ideas.commentCount }).from(ideas).where(eq(ideas.id, ideaId)))[0]?.count;
const openCase = async (db: Database, commentId: number) => {
  const [row] = await db
    .select()
    .from(cases)
    .where(and(eq(cases.subjectKind, "comment"), eq(cases.subjectId, commentId), eq(cases.state, "open")));
  return { caseId: row!.id, version: row!.version };
};

describe("comments", () => {
  it(
    "are counted when they are public, not while they wait, and no longer once they are removed",
    rolledBack(async (db) => {
      const { sari, budi, maya } = await createCast(db);
      const ideaId = await anIdea(db, await aBoard(db), sari);
      const { commentId, state } = await submitComment(contextFor(db, budi), { ideaId, body: "Same here, every morning." });
      expect(state).toBe("pending");
      expect(await countOf(db, ideaId)).toBe(0);
      const { verdictId } = await decideComment(contextFor(db, maya), { ...(await openCase(db, commentId)), verdict: "approve" });
      expect(await countOf(db, ideaId)).toBe(1);
      await undoCommentVerdict(contextFor(db, maya), { verdictId });
      expect(await countOf(db, ideaId)).toBe(0);
      await decideComment(contextFor(db, maya), { ...(await openCase(db, commentId)), verdict: "approve" });
      await flagComment(contextFor(db, sari), { commentId, reason: "rude" });
      await decideComment(contextFor(db, maya), { ...(await openCase(db, commentId)), verdict: "decline", reason: "disrespectful" });
      expect(await countOf(db, ideaId)).toBe(0);
      expect(await findCommentDifferences(contextFor(db))).toEqual([]);
    }),
  );

  it("written by sixteen people at the same moment are counted as sixteen", async () => {
    const db = await testDatabase();
    const { sari } = await createCast(db);
    const ideaId = await anIdea(db, await aBoard(db), sari);
    const staff = await Promise.all(Array.from({ length: 16 }, (_, index) => createPerson(db, `Colleague ${index}`, "moderator")));
    await Promise.all(staff.map((person) => submitComment(contextFor(db, person), { ideaId, body: "We are looking into it." })));
    expect(await countOf(db, ideaId)).toBe(16);
    expect(await findCommentDifferences(contextFor(db))).toEqual([]);
  });

  it(
    "nest one level deep: a reply to a reply stands beside it",
    rolledBack(async (db) => {
      const { sari, budi } = await createCast(db);
      const boardId = await aBoard(db);
      await trust(db, boardId, budi);
      const ideaId = await anIdea(db, boardId, sari);
      const ctx = contextFor(db, budi);
      const first = await submitComment(ctx, { ideaId, body: "First." });
      const reply = await submitComment(ctx, { ideaId, body: "Second.", parentId: first.commentId });
      const deeper = await submitComment(contextFor(db, sari), { ideaId, body: "Third.", parentId: reply.commentId });
      const [row] = await db.select().from(comments).where(eq(comments.id, deeper.commentId));
      expect(row?.parentId).toBe(first.commentId);
      const elsewhere = await anIdea(db, boardId, sari);
      await expect(submitComment(ctx, { ideaId: elsewhere, body: "Fourth.", parentId: first.commentId })).rejects.toThrow(NotFound);
    }),
  );

  it(
    "cannot be written or flagged under an idea that is not public",
    rolledBack(async (db) => {
      const { sari, budi } = await createCast(db);
      const ideaId = await anIdea(db, await aBoard(db), sari, { state: "pending" });
      await expect(submitComment(contextFor(db, budi), { ideaId, body: "How do you know?" })).rejects.toThrow(NotFound);
      await expect(flagComment(contextFor(db, budi), { commentId: 999_999, reason: "spam" })).rejects.toThrow(NotFound);
    }),
  );

  it(
    "may be rewritten by their author while they wait, by nobody else, and are judged by moderators only",
    rolledBack(async (db) => {
      const { sari, budi, maya } = await createCast(db);
      const ideaId = await anIdea(db, await aBoard(db), sari);
      const { commentId } = await submitComment(contextFor(db, budi), { ideaId, body: "Call me at www.example.com" });
      const seen = await openCase(db, commentId);
      await editComment(contextFor(db, budi), { commentId, body: "The cap slips.", revision: 1 });
      await expect(editComment(contextFor(db, maya), { commentId, body: "Mine.", revision: 2 })).rejects.toThrow(NotFound);
      await expect(decideComment(contextFor(db, sari), { ...seen, verdict: "approve" })).rejects.toThrow(Forbidden);
      await expect(decideComment(contextFor(db, maya), { ...seen, verdict: "approve" })).rejects.toMatchObject({ reason: { key: "case_changed" } });
    }),
  );
});
