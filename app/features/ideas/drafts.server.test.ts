import { expect, it } from "vitest";
import { createCast } from "../../../tests/support/cast";
import { contextFor, rolledBack, testDatabase } from "../../../tests/support/database";
import { dropDraft, findDraft, saveDraft } from "./drafts.server";

const scope = "idea:new";

it(
  "a draft is its writer's alone, and gone once it was sent",
  rolledBack(async (db) => {
    const { sari, budi } = await createCast(db);
    const ctx = contextFor(db, sari);
    expect(await saveDraft(ctx, { scope, revision: 0, body: { title: "A cap" } })).toEqual({ isSaved: true, revision: 1 });
    expect(await saveDraft(ctx, { scope, revision: 1, body: { title: "A cap that opens" } })).toEqual({ isSaved: true, revision: 2 });
    expect(await findDraft(ctx, scope)).toEqual({ revision: 2, body: { title: "A cap that opens" } });
    expect(await findDraft(contextFor(db, budi), scope)).toBeNull();
    await dropDraft(ctx, scope);
    expect(await findDraft(ctx, scope)).toBeNull();
    expect(await saveDraft(ctx, { scope, revision: 2, body: { title: "Another" } })).toEqual({ isSaved: true, revision: 1 });
  }),
);

it("of two tabs that save over the same draft, the later is shown what the other kept, and nothing is lost", async () => {
  const db = await testDatabase();
  const { sari } = await createCast(db);
  const ctx = contextFor(db, sari);
  await saveDraft(ctx, { scope, revision: 0, body: { title: "Start" } });
  const results = await Promise.all(["One", "Two"].map((title) => saveDraft(ctx, { scope, revision: 1, body: { title } })));
  const [won, lost] = [results.find((result) => result.isSaved), results.find((result) => !result.isSaved)];
  expect(won).toEqual({ isSaved: true, revision: 2 });
  expect(lost).toMatchObject({ isSaved: false, revision: 2 });
});
