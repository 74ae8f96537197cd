import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { visitor } from "~/core/context";
import { NotFound } from "~/core/errors";
import { decideIdea } from "~/features/ideas/decide-idea.server";
import { getEditableIdea, getIdea, listOwnIdeas } from "~/features/ideas/idea-queries.server";
import { submitIdea } from "~/features/ideas/submit-idea.server";
import type { Database } from "~db/client.server";
import { cases, comments } from "~db/schema/index";
import { createCast } from "../../../tests/support/cast";
import { contextFor, noon, rolledBack } from "../../../tests/support/database";
import { aBoard, anIdea } from "../../../tests/support/ideas";
import { decideComment } from "./decide-comment.server";
import { getEditableComment, listOwnHeldComments, listThreads } from "./queries.server";
import { submitComment } from "./submit-comment.server";

const openCase = async (db: Database, subjectId: number) => {
  const [row] = await db.select().from(cases).where(eq(cases.subjectId, subjectId));
  return { caseId: row!.id, version: row!.version };
};
const written = async (db: Database, facts: typeof comments.$inferInsert) =>
  (
    await db
      .insert(comments)
      .values({ state: "published", createdAt: noon, ...facts })
      .returning()
  )[0]!.id;

describe("a conversation", () => {
  it(
    "shows everybody what is public, and its author also what waits",
    rolledBack(async (db) => {
      const { sari, budi } = await createCast(db);
      const ideaId = await anIdea(db, await aBoard(db), sari);
      const open = await written(db, { ideaId, authorId: sari.id, body: "Open" });
      const held = await written(db, { ideaId, authorId: budi.id, body: "Held", state: "pending" });
      const reply = await written(db, { ideaId, authorId: budi.id, parentId: open, body: "A held reply", state: "pending" });
      const seenBy = async (actor: typeof budi | typeof visitor) =>
        (await listThreads(contextFor(db, actor), { ideaId })).items.flatMap((thread) => [thread.id, ...thread.replies.map(({ id }) => id)]);
      expect(await seenBy(visitor)).toEqual([open]);
      expect(await seenBy(sari)).toEqual([open]);
      expect(await seenBy(budi)).toEqual([open, reply, held]);
    }),
  );

  it(
    "keeps the place of a removed comment while replies to it stand, without its words",
    rolledBack(async (db) => {
      const { sari, budi } = await createCast(db);
      const ideaId = await anIdea(db, await aBoard(db), sari);
      const removed = await written(db, { ideaId, authorId: budi.id, body: "Unkind words", state: "removed" });
      await written(db, { ideaId, authorId: sari.id, parentId: removed, body: "Please be kind." });
      const [thread] = (await listThreads(contextFor(db, visitor), { ideaId })).items;
      expect(thread?.body).toBe("");
      expect(thread?.replies[0]?.body).toBe("Please be kind.");
    }),
  );

  it(
    "is read page by page, and by nobody who may not see the idea",
    rolledBack(async (db) => {
      const { sari, budi } = await createCast(db);
      const boardId = await aBoard(db);
      const ideaId = await anIdea(db, boardId, sari);
      for (let index = 0; index < 5; index++) await written(db, { ideaId, authorId: sari.id, body: `Comment ${index}` });
      const ctx = contextFor(db, budi);
      const first = await listThreads(ctx, { ideaId, size: 3 });
      const second = await listThreads(ctx, { ideaId, size: 3, after: first.next });
      expect([...first.items, ...second.items].map((thread) => thread.body)).toEqual([0, 1, 2, 3, 4].map((index) => `Comment ${index}`));
      const heldId = await anIdea(db, boardId, sari, { state: "pending" });
      await expect(listThreads(ctx, { ideaId: heldId })).rejects.toThrow(NotFound);
    }),
  );
});

describe("the author", () => {
  it(
    "reads what the moderator wrote about the idea, and finds the text to change",
    rolledBack(async (db) => {
      const { sari, budi, maya } = await createCast(db);
      const { ideaId } = await submitIdea(contextFor(db, sari), {
        boardId: await aBoard(db),
        title: "Lines inside the cap",
        body: "I guess every time I pour.",
      });
      await decideIdea(contextFor(db, maya), { ...(await openCase(db, ideaId)), verdict: "ask_for_change", message: "Which cap?" });
      const ctx = contextFor(db, sari);
      expect((await getEditableIdea(ctx, ideaId)).ruling?.message).toBe("Which cap?");
      expect((await getIdea(ctx, ideaId)).ruling?.verdict).toBe("ask_for_change");
      expect((await listOwnIdeas(ctx)).items[0]).toMatchObject({ state: "changes_asked", ruling: { message: "Which cap?" } });
      await expect(getEditableIdea(contextFor(db, budi), ideaId)).rejects.toThrow(NotFound);
    }),
  );

  it(
    "finds comments that are not public, with the reason",
    rolledBack(async (db) => {
      const { sari, budi, maya } = await createCast(db);
      const ideaId = await anIdea(db, await aBoard(db), sari);
      const ctx = contextFor(db, budi);
      const { commentId } = await submitComment(ctx, { ideaId, body: "Same here." });
      await decideComment(contextFor(db, maya), { ...(await openCase(db, commentId)), verdict: "ask_for_change", message: "Since when?" });
      expect(await listOwnHeldComments(ctx)).toMatchObject([{ id: commentId, state: "changes_asked", ruling: { message: "Since when?" } }]);
      expect((await getEditableComment(ctx, commentId)).ruling?.message).toBe("Since when?");
      expect(await listOwnHeldComments(contextFor(db, sari))).toEqual([]);
    }),
  );
});
