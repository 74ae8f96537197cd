import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Database } from "~db/client.server";
import { products, trials } from "~db/schema/index";
import { createCast } from "../../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../../tests/support/database";
import { storeStudy } from "../../../../tests/support/stored-study";
import { getNorms } from "./place-among-norms.server";

const liking = (max: number) => ({
  key: "liking",
  type: "rating",
  config: { preset: "custom", min: 1, max, topBoxes: [max], bottomBoxes: [1], highIsGood: true, measures: "overall_liking" },
});

/** A trial of one prototype whose people all say the same but for one point up or down. */
const store = async (db: Database, teamId: number, mean: number, { people = 10, category = "Shampoo", max = 9 } = {}) => {
  const trialId = await storeStudy(db, {
    teamId,
    prototypes: [`P${mean}`],
    design: "monadic",
    questions: [liking(max)],
    people,
    answer: (person) => mean + (person % 2 ? 1 : -1),
  });
  const [trial] = await db.select({ productId: trials.productId }).from(trials).where(eq(trials.id, trialId));
  await db.update(products).set({ category }).where(eq(products.id, trial!.productId));
  return trialId;
};

describe("a prototype among others of its category", () => {
  it(
    "is placed by the share that scored lower, and only beside the same scale and category",
    rolledBack(async (db) => {
      const cast = await createCast(db);
      for (const mean of [2, 3, 4, 5, 8]) await store(db, cast.teamId, mean, { category: mean === 3 ? "shampoo" : "Shampoo" });
      await store(db, cast.teamId, 2, { category: "Soap" });
      await store(db, cast.teamId, 4, { max: 7 });
      await store(db, cast.teamId, 2, { people: 9 });
      const trialId = await store(db, cast.teamId, 7);
      const { finding, others } = await getNorms(contextFor(db, cast.rian), trialId);
      expect(others).toBe(5);
      // Four of five lie below: the top fifth of six.
      expect(finding!.title).toEqual({ en: "P7 is in the top 20\u00a0% of 6 Shampoo tested", id: "P7 termasuk 20\u00a0% teratas dari 6 Shampoo yang diuji" });
      expect(finding!.tables[0]!.rows[0]!.cells.map(({ value, text }) => text?.en ?? value)).toEqual([10, 7, "80\u00a0%", null, 4.4]);
    }),
  );

  it.each([
    [4, "few"],
    [5, null],
  ])("with %i others says %s", (n, problem) =>
    rolledBack(async (db) => {
      const cast = await createCast(db);
      for (let other = 0; other < n; other += 1) await store(db, cast.teamId, 2 + other);
      const trialId = await store(db, cast.teamId, 3);
      expect((await getNorms(contextFor(db, cast.rian), trialId)).problem).toBe(problem);
    })(),
  );

  it(
    "needs a category",
    rolledBack(async (db) => {
      const cast = await createCast(db);
      expect((await getNorms(contextFor(db, cast.rian), await store(db, cast.teamId, 3, { category: "" }))).problem).toBe("no_category");
    }),
  );
});
