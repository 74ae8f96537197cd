import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { visitor } from "~/core/context";
import { Forbidden, NotFound, SignInRequired } from "~/core/errors";
import type { Database } from "~db/client.server";
import { activity, people } from "~db/schema/index";
import { createCast, createPerson } from "../../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../../tests/support/database";
import { likingAndWhen, storeStudy } from "../../../../tests/support/stored-study";
import { findWork } from "../assembling/work.server";
import { getReport } from "../queries.server";
import { assignBlock, setBlockReady } from "./assign-block.server";
import { listColleagues, listMyBlocks } from "./queries.server";

const setUp = async (db: Database) => {
  const cast = await createCast(db);
  const study = { teamId: cast.teamId, prototypes: ["A", "B"], questions: likingAndWhen, people: 10, answer: () => 5 };
  const trialId = await storeStudy(db, study);
  const maya = contextFor(db, cast.maya);
  const assign = (assigneeId: number | null, dueOn: string | null = null) => assignBlock(maya, { trialId, block: "liking", assigneeId, dueOn });
  const work = async () => findWork(maya, (await getReport(maya, trialId)).report.id, ["liking", "base"]);
  return { cast, trialId, maya, assign, work };
};

describe("a part of a report", () => {
  it(
    "is given to one person, who finds it on their first page until it is ready",
    rolledBack(async (db) => {
      const { cast, trialId, assign, work } = await setUp(db);
      const rian = contextFor(db, cast.rian);
      await assign(cast.rian.id, "2026-12-24");
      expect(await listMyBlocks(rian)).toMatchObject([{ trialId, block: "liking", dueOn: "2026-12-24" }]);
      expect(await listMyBlocks(contextFor(db, cast.dewi))).toEqual([]);
      expect(await work()).toMatchObject({ assigned: 1, ready: 0 });
      await setBlockReady(rian, { trialId, block: "liking", ready: true });
      await setBlockReady(rian, { trialId, block: "liking", ready: true });
      expect(await work()).toMatchObject({ assigned: 1, ready: 1, blocks: [{ assignment: { assignee: "Rian", isReady: true } }, { assignment: null }] });
      expect(await listMyBlocks(rian)).toEqual([]);
      expect(await db.select().from(activity).where(eq(activity.kind, "report.block_ready"))).toHaveLength(1);
      await setBlockReady(rian, { trialId, block: "liking", ready: false });
      expect(await listMyBlocks(rian)).toHaveLength(1);
    }),
  );

  it(
    "given to somebody else is open again, another day changes only the day, and nobody's is not waited for",
    rolledBack(async (db) => {
      const { cast, trialId, maya, assign, work } = await setUp(db);
      await assign(cast.rian.id);
      await setBlockReady(maya, { trialId, block: "liking", ready: true });
      await assign(cast.rian.id, "2026-12-24");
      expect((await work()).blocks[0]!.assignment).toMatchObject({ isReady: true, dueOn: "2026-12-24" });
      await assign(cast.dewi.id);
      expect((await work()).blocks[0]!.assignment).toMatchObject({ assignee: "Dewi", isReady: false, dueOn: null });
      await assign(null);
      await assign(null);
      expect(await work()).toMatchObject({ assigned: 0, ready: 0 });
      await expect(setBlockReady(maya, { trialId, block: "liking", ready: true })).rejects.toThrow(NotFound);
      const told = await db.select().from(activity).where(eq(activity.kind, "report.block_assigned"));
      expect(told.map(({ data }) => data.assigneeId)).toEqual([cast.rian.id, cast.dewi.id]);
    }),
  );

  it(
    "goes only to staff who may see the report, and is given only by them",
    rolledBack(async (db) => {
      const { cast, trialId, maya, assign } = await setUp(db);
      const tono = await createPerson(db, "Tono", "product_manager");
      const gone = await createPerson(db, "Gita", "moderator");
      await db.update(people).set({ suspendedAt: maya.now }).where(eq(people.id, gone.id));
      expect((await listColleagues(maya, cast.teamId)).map(({ name }) => name)).toEqual(["Dewi", "Maya", "Rian"]);
      for (const person of [cast.sari, tono, gone]) await expect(assign(person.id)).rejects.toThrow(NotFound);
      await assign(cast.rian.id);
      for (const [actor, refusal] of [
        [visitor, SignInRequired],
        [cast.sari, Forbidden],
        [tono, NotFound],
      ] as const) {
        await expect(assignBlock(contextFor(db, actor), { trialId, block: "liking", assigneeId: null, dueOn: null })).rejects.toThrow(refusal);
        await expect(setBlockReady(contextFor(db, actor), { trialId, block: "liking", ready: true })).rejects.toThrow(refusal);
      }
      // Whoever leaves the team no longer finds the part on their first page.
      expect(await listMyBlocks(contextFor(db, { ...cast.rian, teamIds: [] }))).toEqual([]);
    }),
  );
});
