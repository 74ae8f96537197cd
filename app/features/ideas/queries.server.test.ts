import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { visitor } from "~/core/context";
import { NotFound } from "~/core/errors";
import { before, dayInMs, hourInMs } from "~/core/time";
import { ideas } from "~db/schema/index";
import { createCast } from "../../../tests/support/cast";
import { contextFor, noon, rolledBack, statementsOf, testDatabase } from "../../../tests/support/database";
import { aBoard, anIdea } from "../../../tests/support/ideas";
import { answerIdea } from "./answer-idea.server";
import { getIdea, listOwnIdeas } from "./idea-queries.server";
import { listBoards, listIdeas, listOverlookedIdeas } from "./queries.server";
import { listSimilarIdeas, searchIdeas } from "./search.server";
import { setIdeaStatus } from "./set-idea-status.server";
import { voteForIdea } from "./vote-for-idea.server";

const slug = "laundry-under-test";

describe("the board", () => {
  it(
    "shows trending ideas by votes and age together, top by votes, new by date",
    rolledBack(async (db) => {
      const { sari } = await createCast(db);
      const boardId = await aBoard(db, slug);
      const old = await anIdea(db, boardId, sari, { voteCount: 100, createdAt: before(noon, 40 * dayInMs) });
      const fresh = await anIdea(db, boardId, sari, { voteCount: 2, createdAt: before(noon, hourInMs) });
      const freshest = await anIdea(db, boardId, sari, { voteCount: 0, createdAt: noon });
      const liked = await anIdea(db, boardId, sari, { voteCount: 20, createdAt: before(noon, 2 * hourInMs) });
      const ids = async (sort: "trending" | "top" | "new") =>
        (await listIdeas(contextFor(db, visitor), { sort, boardSlug: slug })).items.map((idea) => idea.id);
      expect(await ids("trending")).toEqual([liked, fresh, freshest, old]);
      expect(await ids("top")).toEqual([old, liked, fresh, freshest]);
      expect(await ids("new")).toEqual([freshest, fresh, liked, old]);
    }),
  );

  it(
    "leads through all ideas page by page, each once, in every order",
    rolledBack(async (db) => {
      const { sari } = await createCast(db);
      const boardId = await aBoard(db, slug);
      const expected = new Set<number>();
      for (let index = 0; index < 11; index++) {
        expected.add(await anIdea(db, boardId, sari, { voteCount: index % 3, createdAt: before(noon, (index % 4) * hourInMs) }));
      }
      for (const sort of ["trending", "top", "new"] as const) {
        const seen: number[] = [];
        let after: string | null = null;
        do {
          const page: Awaited<ReturnType<typeof listIdeas>> = await listIdeas(contextFor(db, visitor), { sort, boardSlug: slug, after, size: 3 });
          seen.push(...page.items.map((idea) => idea.id));
          after = page.next;
        } while (after);
        expect(seen).toHaveLength(11);
        expect(new Set(seen)).toEqual(expected);
      }
      const spoiled = await listIdeas(contextFor(db, visitor), { sort: "new", boardSlug: slug, after: Buffer.from('["x",1]').toString("base64url") });
      expect(spoiled.items).toHaveLength(11);
    }),
  );

  it("needs two statements for a visitor and two for a member, however many ideas there are, and reads them in index order", async () => {
    const db = await testDatabase();
    const { sari, budi, rian } = await createCast(db);
    const boardId = await aBoard(db);
    for (let index = 0; index < 20; index++) {
      const ideaId = await anIdea(db, boardId, sari);
      await answerIdea(contextFor(db, rian), { ideaId, body: "We are looking into it." });
    }
    const load = (actor: typeof budi | typeof visitor) => async () => {
      const ctx = contextFor(db, actor);
      const [, page] = await Promise.all([listBoards(ctx), listIdeas(ctx, { sort: "trending" })]);
      expect(page.items).toHaveLength(20);
      expect(page.items[0]?.answerBy).toBe("Rian");
    };
    const ours = async (work: () => Promise<unknown>) => (await statementsOf(work)).filter((statement) => !statement.includes("pg_catalog"));
    expect(await ours(load(visitor))).toHaveLength(2);
    expect(await ours(load(budi))).toHaveLength(2);
    const statement = (await ours(load(visitor))).find((text) => text.includes('"ideas"')) ?? "";
    const plan = await db.transaction(async (tx) => {
      for (const step of ["seqscan", "bitmapscan", "sort"]) await tx.execute(sql.raw(`set local enable_${step} = off`));
      return tx.execute<Record<string, string>>(sql.raw(`explain ${statement.replace(/\$\d+/g, "21")}`));
    });
    const text = plan.map((row) => row["QUERY PLAN"]).join("\n");
    expect(text).toContain("ideas_hot");
    expect(text).not.toMatch(/Sort Key: ideas.hot/);
  });

  it(
    "shows a person's own votes, and nobody else's",
    rolledBack(async (db) => {
      const { sari, budi } = await createCast(db);
      const boardId = await aBoard(db, slug);
      const ideaId = await anIdea(db, boardId, sari);
      await anIdea(db, boardId, sari);
      await voteForIdea(contextFor(db, budi), { ideaId, voted: true });
      const votedBy = async (actor: typeof budi | typeof visitor) =>
        (await listIdeas(contextFor(db, actor), { sort: "top", boardSlug: slug })).items.filter((idea) => idea.voted).map((idea) => idea.id);
      expect(await votedBy(budi)).toEqual([ideaId]);
      expect(await votedBy(sari)).toEqual([]);
      expect(await votedBy(visitor)).toEqual([]);
      expect((await listIdeas(contextFor(db, budi), { sort: "new", boardSlug: slug, isMine: true })).items.map((idea) => idea.id)).toEqual([ideaId]);
    }),
  );
});

describe("search", () => {
  const found = async (db: Parameters<Parameters<typeof rolledBack>[0]>[0], text: string) =>
    (await searchIdeas(contextFor(db, visitor), { text, boardSlug: slug })).items.map((idea) => idea.id);

  it(
    "finds other forms of a word in Indonesian and English, and misspelt words of a title",
    rolledBack(async (db) => {
      const { sari } = await createCast(db);
      const boardId = await aBoard(db, slug);
      const cap = await anIdea(db, boardId, sari, { title: "Tutup botol yang mudah dibuka", body: "Membuka tutupnya perlu dua tangan.", language: "id" });
      const lines = await anIdea(db, boardId, sari, { title: "Garis takar di tutup deterjen", body: "Setiap kali mencuci saya menebak.", language: "id" });
      const pouch = await anIdea(db, boardId, sari, { title: "Refill pouches that stand by themselves", body: "They keep falling over." });
      expect(await found(db, "membukanya")).toEqual([cap]);
      expect(await found(db, "cucian")).toEqual([lines]);
      expect(await found(db, "standing pouch")).toEqual([pouch]);
      expect(await found(db, "falls")).toEqual([pouch]);
      expect(await found(db, "detrjen")).toEqual([lines]);
      expect(await found(db, "garis detergen")).toEqual([lines]);
      expect(await found(db, "yang tutup")).toHaveLength(2);
      expect(await found(db, "dete")).toEqual([lines]);
      expect(await found(db, "sepeda")).toEqual([]);
      for (const hostile of ["':* & !(", "<->", "%_\\", "'; drop table ideas; --", "a".repeat(5000)]) expect(await found(db, hostile)).toEqual([]);
    }),
  );

  it(
    "leads on to the next page of what it found",
    rolledBack(async (db) => {
      const { sari } = await createCast(db);
      const boardId = await aBoard(db, slug);
      for (let index = 0; index < 5; index++) await anIdea(db, boardId, sari, { title: `Tutup botol nomor ${index}` });
      const first = await searchIdeas(contextFor(db, visitor), { text: "tutup botol", boardSlug: slug, size: 3 });
      const second = await searchIdeas(contextFor(db, visitor), { text: "tutup botol", boardSlug: slug, size: 3, after: first.next });
      expect(new Set([...first.items, ...second.items].map((idea) => idea.id)).size).toBe(5);
      expect(second.next).toBeNull();
    }),
  );

  it(
    "suggests up to three similar ideas for a title that is being written",
    rolledBack(async (db) => {
      const { sari } = await createCast(db);
      const boardId = await aBoard(db, slug);
      const twin = await anIdea(db, boardId, sari, { title: "A cap that opens with one wet hand" });
      await anIdea(db, boardId, sari, { title: "Smaller packs for single households", body: "I live alone." });
      const similar = await listSimilarIdeas(contextFor(db, visitor), { text: "Please make caps that open with one hand" });
      expect(similar.map((idea) => idea.id)).toContain(twin);
      expect(similar.map((idea) => idea.title)).not.toContain("Smaller packs for single households");
      expect(await listSimilarIdeas(contextFor(db, visitor), { text: "   " })).toEqual([]);
    }),
  );
});

describe("an idea that is not public", () => {
  it(
    "is seen by its author and by moderators, and by nobody else: not in lists, search, suggestions or by its address",
    rolledBack(async (db) => {
      const { sari, budi, maya, rian } = await createCast(db);
      const boardId = await aBoard(db, slug);
      const title = "Secret perfume pearls for towels";
      for (const state of ["pending", "changes_asked", "declined", "removed"] as const) {
        const ideaId = await anIdea(db, boardId, sari, { title, state });
        for (const actor of [visitor, budi, rian, sari, maya]) {
          const ctx = contextFor(db, actor);
          for (const sort of ["trending", "top", "new"] as const) expect((await listIdeas(ctx, { sort, boardSlug: slug })).items).toEqual([]);
          expect((await searchIdeas(ctx, { text: "secret perfume" })).items).toEqual([]);
          expect(await listSimilarIdeas(ctx, { text: title })).toEqual([]);
          expect((await listOverlookedIdeas(ctx, 50)).filter((idea) => idea.id === ideaId)).toEqual([]);
          if (actor === sari || actor === maya) expect((await getIdea(ctx, ideaId)).state).toBe(state);
          else await expect(getIdea(ctx, ideaId)).rejects.toThrow(NotFound);
        }
        expect((await listOwnIdeas(contextFor(db, sari))).items.map((idea) => idea.id)).toContain(ideaId);
        await db.delete(ideas).where(eq(ideas.id, ideaId));
      }
    }),
  );

  it(
    "cannot be answered or given a status",
    rolledBack(async (db) => {
      const { sari, rian } = await createCast(db);
      const ideaId = await anIdea(db, await aBoard(db), sari, { state: "pending" });
      await expect(setIdeaStatus(contextFor(db, rian), { ideaId, status: "planned" })).rejects.toThrow(NotFound);
      await expect(answerIdea(contextFor(db, rian), { ideaId, body: "Thank you." })).rejects.toThrow(NotFound);
    }),
  );
});
