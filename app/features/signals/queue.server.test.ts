import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { Conflict, Forbidden, NotFound } from "~/core/errors";
import { submitComment } from "~/features/comments/submit-comment.server";
import { createBoard } from "~/features/ideas/create-board.server";
import { flagIdea } from "~/features/ideas/flag-idea.server";
import { submitIdea } from "~/features/ideas/submit-idea.server";
import { ideas } from "~db/schema/index";
import { createCast, createPerson } from "../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../tests/support/database";
import { decideCase, undoCaseVerdict } from "./decide-case.server";
import { getCase, listQueue } from "./queries.server";

type Ctx = ReturnType<typeof contextFor>;

const boardOf = (ctx: Ctx) =>
  createBoard(ctx, { slug: "laundry", name: { en: "Laundry", id: "Cucian" }, purpose: { en: "Washing", id: "Mencuci" }, position: 1 });

const ideaBy = async (ctx: Ctx, boardId: number, title: string) =>
  submitIdea(ctx, { boardId, title, body: "Every morning the same trouble with it, and a small change would help." });

describe("the queue", () => {
  it(
    "shows what members flag before what merely waits for its first reading",
    rolledBack(async (db) => {
      const cast = await createCast(db);
      const { boardId } = await boardOf(contextFor(db, cast.maya));
      const first = await ideaBy(contextFor(db, cast.sari), boardId, "A cap that opens with one wet hand");
      const { entries } = await listQueue(contextFor(db, cast.maya), { kind: null });
      await decideCase(contextFor(db, cast.maya), { caseId: entries[0]!.id, version: 1, verdict: "approve" });
      await ideaBy(contextFor(db, cast.budi), boardId, "Measuring lines inside the cap");
      const carol = await createPerson(db, "Citra");
      await flagIdea(contextFor(db, carol), { ideaId: first.ideaId, reason: "spam" });
      const queue = await listQueue(contextFor(db, cast.maya), { kind: null });
      expect(queue.entries.map((entry) => entry.title)).toEqual(["A cap that opens with one wet hand", "Measuring lines inside the cap"]);
      expect(queue.handledToday).toBe(1);
    }),
  );

  it(
    "is closed to members, and to product managers",
    rolledBack(async (db) => {
      const cast = await createCast(db);
      await expect(listQueue(contextFor(db, cast.sari), { kind: null })).rejects.toBeInstanceOf(Forbidden);
      await expect(listQueue(contextFor(db, cast.rian), { kind: null })).rejects.toBeInstanceOf(Forbidden);
      await expect(decideCase(contextFor(db, cast.sari), { caseId: 1, version: 1, verdict: "approve" })).rejects.toBeInstanceOf(Forbidden);
      await expect(getCase(contextFor(db, cast.maya), 999_999)).rejects.toBeInstanceOf(NotFound);
    }),
  );

  it(
    "tells the second of two moderators that the first was faster, and undo opens the case again",
    rolledBack(async (db) => {
      const cast = await createCast(db);
      const other = await createPerson(db, "Mega", "moderator");
      const { boardId } = await boardOf(contextFor(db, cast.maya));
      const { ideaId } = await ideaBy(contextFor(db, cast.sari), boardId, "Refill pouch that stands by itself");
      const [entry] = (await listQueue(contextFor(db, cast.maya), { kind: null })).entries;
      const view = await getCase(contextFor(db, cast.maya), entry!.id);
      const { verdictId } = await decideCase(contextFor(db, cast.maya), { caseId: view.id, version: view.version, verdict: "approve" });
      const late = decideCase(contextFor(db, other), { caseId: view.id, version: view.version, verdict: "decline", reason: "unclear" });
      await expect(late).rejects.toBeInstanceOf(Conflict);
      await undoCaseVerdict(contextFor(db, cast.maya), { verdictId });
      const [idea] = await db.select({ state: ideas.state }).from(ideas).where(eq(ideas.id, ideaId));
      expect(idea?.state).toBe("pending");
      expect((await listQueue(contextFor(db, cast.maya), { kind: "idea" })).entries).toHaveLength(1);
    }),
  );

  it(
    "gives a comment's case the idea it stands under and the author's record",
    rolledBack(async (db) => {
      const cast = await createCast(db);
      const { boardId } = await boardOf(contextFor(db, cast.maya));
      const { ideaId } = await submitIdea(contextFor(db, cast.maya), {
        boardId,
        title: "Smaller packs for one person",
        body: "Many of us live alone and the big pack goes stale.",
      });
      await submitComment(contextFor(db, cast.budi), { ideaId, body: "Yes, please. Mine goes lumpy after two weeks." });
      const [entry] = (await listQueue(contextFor(db, cast.maya), { kind: "comment" })).entries;
      const view = await getCase(contextFor(db, cast.maya), entry!.id);
      expect(view).toMatchObject({
        subjectKind: "comment",
        ideaId,
        title: "Smaller packs for one person",
        author: { displayName: "Budi", published: 0, declined: 0 },
      });
      expect(view.reasons.map((reason) => reason.key)).toContain("first_post");
    }),
  );
});
