// A board of statements: one stance a person, and patterns of answers that never show fewer than five people.
import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { createBoard } from "~/features/ideas/create-board.server";
import { importConversation } from "~/features/ideas/statements/import-stances.server";
import { addStatements, showStatement } from "~/features/ideas/statements/manage-statements.server";
import { loadStatementPage } from "~/features/ideas/statements/statement-page.server";
import { readConversation } from "~/features/ideas/statements/read-conversation";
import { takeStance } from "~/features/ideas/statements/take-stance.server";
import { stances } from "~db/schema/index";
import { createCast } from "../../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../../tests/support/database";
import { computeLater } from "../later/compute-later.server";
import { getBoardOpinions, getPublicOpinions } from "./board-opinions.server";

const board = {
  name: { en: "Scent", id: "Aroma" },
  purpose: { en: "What scent may be", id: "Aroma boleh apa" },
  slug: "scent",
  position: 1,
  kind: "statements" as const,
};
const folder = process.env.KAWAN_SHARED_DATA ? `${process.env.KAWAN_SHARED_DATA}/polis_seattle15` : "../shared/data/polis_seattle15";
const rowsOf = (text: string) => parse(text, { columns: true }) as Record<string, string>[];

describe("a board of statements", () => {
  it(
    "asks each statement once, counts a second answer instead of the first, and takes it back",
    rolledBack(async (db) => {
      const cast = await createCast(db);
      const [sari, maya] = [contextFor(db, cast.sari), contextFor(db, cast.maya)];
      const { boardId } = await createBoard(maya, board);
      const [first, second] = await addStatements(maya, { boardId, texts: ["Scent should be weak", "Refills should cost half"] });
      await takeStance(sari, { statementId: first!, stance: "agree" });
      await takeStance(sari, { statementId: first!, stance: "disagree" });
      expect((await db.select().from(stances)).map(({ stance }) => stance)).toEqual([-1]);
      const page = await loadStatementPage(sari, "scent", new URLSearchParams({ after: String(first) }));
      expect(page).toMatchObject({ next: { id: second }, before: { id: first, stance: "disagree" }, said: 1, total: 2 });
      await takeStance(sari, { statementId: first!, stance: "none" });
      expect(await db.select().from(stances)).toEqual([]);
      await showStatement(maya, { statementId: first!, shown: false });
      await expect(takeStance(sari, { statementId: first!, stance: "agree" })).rejects.toThrow();
      await expect(takeStance(contextFor(db), { statementId: second!, stance: "agree" })).rejects.toThrow("a person");
    }),
  );

  it(
    "finds two camps, says what parts and what unites them, and shows no group below five",
    rolledBack(async (db) => {
      const cast = await createCast(db);
      const ctx = contextFor(db);
      const votes = Array.from({ length: 40 }, (_, person) =>
        Array.from({ length: 8 }, (__, statement) => ({
          "comment-id": String(statement),
          "voter-id": String(person),
          vote: String(statement === 7 || person < 24 ? 1 : -1),
        })),
      ).flat();
      const comments = Array.from({ length: 8 }, (_, id) => ({ "comment-id": String(id), "comment-body": `Statement ${id}`, moderated: "1" }));
      await importConversation(ctx, { conversation: readConversation(votes, comments, 1), slug: "camps", name: "Camps" });
      expect((await getPublicOpinions(ctx, "camps")).opinions.result).toBeNull();
      await computeLater(ctx);
      const { result, texts } = (await getPublicOpinions(contextFor(db, cast.sari), "camps")).opinions;
      expect(result).toMatchObject({ sizes: [24, 16], hidden: null, placed: 40 });
      const textOf = (id: number) => texts.find((each) => each.id === id)?.text;
      expect(result!.unites.map(textOf)).toEqual(["Statement 7"]);
      expect(result!.divides.map(textOf)).not.toContain("Statement 7");
      expect(result!.divides).toHaveLength(5);
      // Nearly all of one camp and a third of the other is no agreement, however high the product of both.
      const lopsided = votes.map((vote) =>
        vote["comment-id"] === "6" && Number(vote["voter-id"]) % 3 === 0 && Number(vote["voter-id"]) >= 24 ? { ...vote, vote: "1" } : vote,
      );
      await importConversation(ctx, { conversation: readConversation(lopsided, comments, 1), slug: "lopsided", name: "Lopsided" });
      await getPublicOpinions(ctx, "lopsided");
      await computeLater(ctx);
      const second = (await getPublicOpinions(ctx, "lopsided")).opinions;
      expect(second.result!.unites.map((id) => second.texts.find((each) => each.id === id)?.text)).toEqual(["Statement 7"]);
    }),
    30_000,
  );

  it("refuses a conversation whose votes have the other sign", () => {
    const votes = Array.from({ length: 6 }, (_, person) => ({ "comment-id": "0", "voter-id": String(person), vote: person === 0 ? "1" : "-1" }));
    const comments = [{ "comment-id": "0", "comment-body": "Statement", moderated: "1", agrees: "5" }];
    expect(() => readConversation(votes, comments, 1)).toThrow("other sign");
    expect(readConversation(votes, comments, -1).stances.filter(({ stance }) => stance === 1)).toHaveLength(5);
  });

  it.runIf(existsSync(folder))(
    "groups the people of the Seattle conversation as the reference does",
    rolledBack(async (db) => {
      const cast = await createCast(db);
      const ctx = contextFor(db);
      const [votes, comments] = ["votes.csv", "comments.csv"].map((name) => rowsOf(readFileSync(`${folder}/${name}`, "utf8")));
      const conversation = readConversation(votes!, comments!, 1);
      expect(conversation.changed).toBe(123);
      const { boardId } = await importConversation(ctx, { conversation, slug: "seattle", name: "Seattle" });
      await getBoardOpinions(contextFor(db, cast.rian), boardId);
      await computeLater(ctx);
      const { people, opinions } = await getBoardOpinions(contextFor(db, cast.rian), boardId);
      const oracle = JSON.parse(readFileSync(`${folder}/oracle.json`, "utf8")) as {
        participants_in: number;
        statements: number;
        kmeans: Record<"2", { silhouette: number; sizes: number[] }>;
      };
      expect(people).toBeGreaterThan(oracle.participants_in);
      expect(opinions.result).toMatchObject({ placed: oracle.participants_in, sizes: oracle.kmeans["2"].sizes, hidden: null });
      expect(opinions.result!.statements).toHaveLength(oracle.statements);
      expect(opinions.result!.silhouette).toBeCloseTo(oracle.kmeans["2"].silhouette, 6);
    }),
    30_000,
  );
});
