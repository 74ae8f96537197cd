import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { PersonActor } from "~/core/context";
import { Conflict, NotFound } from "~/core/errors";
import { after, minuteInMs } from "~/core/time";
import { claimCase } from "~/features/moderation/claim-case.server";
import type { Database } from "~db/client.server";
import { activity, cases, flags, ideas, verdicts } from "~db/schema/index";
import { createCast, createPerson } from "../../../tests/support/cast";
import { contextFor, noon, rolledBack, testDatabase } from "../../../tests/support/database";
import { aBoard, anIdea, trust } from "../../../tests/support/ideas";
import { decideIdea, undoIdeaVerdict } from "./decide-idea.server";
import { editIdea } from "./edit-idea.server";
import { flagIdea } from "./flag-idea.server";
import { submitIdea } from "./submit-idea.server";

const text = { title: "Measuring lines inside the cap", body: "I guess every time, and it is either wasteful or not clean enough." };

const openCaseOf = async (db: Database, ideaId: number) => {
  const [found] = await db
    .select()
    .from(cases)
    .where(and(eq(cases.subjectKind, "idea"), eq(cases.subjectId, ideaId), eq(cases.state, "open")));
  return found;
};
const stateOf = async (db: Database, ideaId: number) => (await db.select({ state: ideas.state }).from(ideas).where(eq(ideas.id, ideaId)))[0]?.state;

const submitted = async (db: Database, author: PersonActor) => {
  const { ideaId } = await submitIdea(contextFor(db, author), { boardId: await aBoard(db), ...text });
  const { id: caseId, version } = (await openCaseOf(db, ideaId))!;
  return { ideaId, caseId, version };
};

const runAtOfNotification = async (db: Database, activityId: number) => {
  const rows = await db.execute<{ run_at: Date | string }>(
    sql`select j.run_at from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'notify' and (j.payload ->> 'activityId')::int = ${activityId}`,
  );
  return rows[0] && new Date(rows[0].run_at);
};

describe("an idea on its way to the public", () => {
  it(
    "waits for a moderator when it is its author's first, and says why",
    rolledBack(async (db) => {
      const { sari } = await createCast(db);
      const { ideaId } = await submitted(db, sari);
      expect(await stateOf(db, ideaId)).toBe("pending");
      expect((await openCaseOf(db, ideaId))?.reasons.map((reason) => reason.key)).toEqual(["first_post", "new_member"]);
    }),
  );

  it(
    "is public at once when its author has earned trust, unless it holds a link",
    rolledBack(async (db) => {
      const { sari } = await createCast(db);
      const boardId = await aBoard(db);
      await trust(db, boardId, sari);
      const ctx = contextFor(db, sari);
      expect((await submitIdea(ctx, { boardId, ...text })).state).toBe("published");
      expect((await submitIdea(ctx, { boardId, ...text, body: "Look at www.example.com for how it is done." })).state).toBe("pending");
    }),
  );

  it(
    "is published by a verdict, and its author is told thirty seconds later",
    rolledBack(async (db) => {
      const { sari, maya } = await createCast(db);
      const { ideaId, caseId, version } = await submitted(db, sari);
      const { verdictId } = await decideIdea(contextFor(db, maya), { caseId, version, verdict: "approve" });
      expect(await stateOf(db, ideaId)).toBe("published");
      const [event] = await db
        .select()
        .from(activity)
        .where(and(eq(activity.kind, "idea.published"), eq(activity.subjectId, String(ideaId))));
      expect(event?.data).toMatchObject({ verdictId });
      expect(await runAtOfNotification(db, event!.id)).toEqual(after(noon, 30_000));
    }),
  );

  it(
    "goes back to where it was when the verdict is undone, and only once",
    rolledBack(async (db) => {
      const { sari, maya } = await createCast(db);
      const { ideaId, caseId, version } = await submitted(db, sari);
      const { verdictId } = await decideIdea(contextFor(db, maya), { caseId, version, verdict: "decline", reason: "duplicate", message: "See idea 12." });
      expect(await stateOf(db, ideaId)).toBe("declined");
      await undoIdeaVerdict(contextFor(db, maya), { verdictId });
      expect(await stateOf(db, ideaId)).toBe("pending");
      expect((await openCaseOf(db, ideaId))?.id).toBe(caseId);
      const [verdict] = await db.select().from(verdicts).where(eq(verdicts.id, verdictId));
      expect(verdict?.undoneBy).toBe(maya.id);
      await expect(undoIdeaVerdict(contextFor(db, maya), { verdictId })).rejects.toThrow(Conflict);
    }),
  );

  it("is decided by one of two moderators who press at the same moment; the other learns who was faster", async () => {
    const db = await testDatabase();
    const { sari, maya, dewi } = await createCast(db);
    const { ideaId, caseId, version } = await submitted(db, sari);
    const outcomes = await Promise.allSettled([
      decideIdea(contextFor(db, maya), { caseId, version, verdict: "approve" }),
      decideIdea(contextFor(db, dewi), { caseId, version, verdict: "decline", reason: "duplicate" }),
    ]);
    const lost = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(lost).toHaveLength(1);
    expect(lost[0]?.reason).toBeInstanceOf(Conflict);
    expect(lost[0]?.reason.reason.key).toBe("already_handled_by");
    expect(["Maya", "Dewi"]).toContain(lost[0]?.reason.reason.values.name);
    expect(await db.select().from(verdicts).where(eq(verdicts.caseId, caseId))).toHaveLength(1);
    expect(["published", "declined"]).toContain(await stateOf(db, ideaId));
  });

  it(
    "cannot be decided while a colleague has claimed it, until the claim ends",
    rolledBack(async (db) => {
      const { sari, maya, dewi } = await createCast(db);
      const { caseId } = await submitted(db, sari);
      const claim = await claimCase(contextFor(db, maya), { caseId });
      await expect(decideIdea(contextFor(db, dewi), { caseId, version: claim.version, verdict: "approve" })).rejects.toMatchObject({
        reason: { key: "claimed_by", values: { name: "Maya" } },
      });
      await expect(claimCase(contextFor(db, dewi), { caseId })).rejects.toThrow(Conflict);
      expect((await claimCase(contextFor(db, maya), { caseId })).version).toBe(claim.version);
      const later = contextFor(db, dewi, after(noon, 11 * minuteInMs));
      await decideIdea(later, { caseId, version: claim.version, verdict: "approve" });
    }),
  );

  it(
    "is read again after the change that was asked for",
    rolledBack(async (db) => {
      const { sari, maya } = await createCast(db);
      const { ideaId, caseId, version } = await submitted(db, sari);
      await decideIdea(contextFor(db, maya), { caseId, version, verdict: "ask_for_change", message: "Which cap do you mean?" });
      expect(await stateOf(db, ideaId)).toBe("changes_asked");
      expect(await openCaseOf(db, ideaId)).toBeUndefined();
      await editIdea(contextFor(db, sari), { ideaId, ...text, body: "The cap of the one-litre bottle of detergent.", revision: 1 });
      expect(await stateOf(db, ideaId)).toBe("pending");
      expect((await openCaseOf(db, ideaId))?.reasons[0]?.key).toBe("changed");
    }),
  );

  it(
    "refuses a verdict on a text that its author has changed since",
    rolledBack(async (db) => {
      const { sari, maya } = await createCast(db);
      const { ideaId, caseId, version } = await submitted(db, sari);
      await editIdea(contextFor(db, sari), { ideaId, ...text, title: "Measuring lines on the outside", revision: 1 });
      await expect(decideIdea(contextFor(db, maya), { caseId, version, verdict: "approve" })).rejects.toMatchObject({ reason: { key: "case_changed" } });
      await expect(editIdea(contextFor(db, sari), { ideaId, ...text, revision: 1 })).rejects.toThrow(Conflict);
    }),
  );

  it(
    "cannot be edited by anybody else, nor once it is public",
    rolledBack(async (db) => {
      const { sari, budi, maya } = await createCast(db);
      const boardId = await aBoard(db);
      const held = await anIdea(db, boardId, sari, { state: "pending" });
      const open = await anIdea(db, boardId, sari);
      for (const person of [budi, maya]) await expect(editIdea(contextFor(db, person), { ideaId: held, ...text, revision: 1 })).rejects.toThrow(NotFound);
      await expect(editIdea(contextFor(db, sari), { ideaId: open, ...text, revision: 1 })).rejects.toThrow(NotFound);
    }),
  );
});

describe("flags", () => {
  it("by many people at the same moment open one case, which weighs more with each", async () => {
    const db = await testDatabase();
    const { sari } = await createCast(db);
    const ideaId = await anIdea(db, await aBoard(db), sari);
    const members = await Promise.all(Array.from({ length: 16 }, (_, index) => createPerson(db, `Reader ${index}`)));
    await Promise.all(members.map((member) => flagIdea(contextFor(db, member), { ideaId, reason: "spam" })));
    await flagIdea(contextFor(db, members[0]), { ideaId, reason: "rude" });
    const found = await db.select().from(cases).where(eq(cases.subjectId, ideaId));
    expect(found).toHaveLength(1);
    expect(found[0]?.reasons).toEqual([{ key: "flagged", weight: 190, values: { count: 16 } }]);
    expect(await db.select().from(flags).where(eq(flags.caseId, found[0]!.id))).toHaveLength(16);
  });

  it(
    "that are found to be right take the idea out of the public; those that are not leave it",
    rolledBack(async (db) => {
      const { sari, budi, maya } = await createCast(db);
      const boardId = await aBoard(db);
      const [bad, good] = [await anIdea(db, boardId, sari), await anIdea(db, boardId, sari)];
      for (const ideaId of [bad, good]) await flagIdea(contextFor(db, budi), { ideaId, reason: "spam" });
      const decide = async (ideaId: number, verdict: "approve" | "decline") => {
        const { id: caseId, version } = (await openCaseOf(db, ideaId))!;
        return decideIdea(contextFor(db, maya), { caseId, version, verdict, reason: verdict === "decline" ? "advertising" : undefined });
      };
      const { verdictId } = await decide(bad, "decline");
      await decide(good, "approve");
      expect([await stateOf(db, bad), await stateOf(db, good)]).toEqual(["removed", "published"]);
      expect(
        await db
          .select()
          .from(activity)
          .where(and(eq(activity.kind, "idea.published"), eq(activity.subjectId, String(good)))),
      ).toEqual([]);
      await undoIdeaVerdict(contextFor(db, maya), { verdictId });
      expect(await stateOf(db, bad)).toBe("published");
    }),
  );
});
