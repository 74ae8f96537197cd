// A published report is only worth its numbers if somebody else can make it again.
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { NotFound } from "~/core/errors";
import { answers, participants, reportVersions, responses } from "~db/schema/index";
import { createCast } from "../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../tests/support/database";
import { likingAndWhen, storeStudy } from "../../../tests/support/stored-study";
import type { Database } from "~db/client.server";
import { publishReport } from "./publish-report.server";
import { getReport, getVersion } from "./queries.server";
import { recomputeVersion } from "./recompute-version.server";
import { saveDraft } from "./save-draft.server";
import { setExclusion } from "./set-exclusion.server";

const store = (db: Database, teamId: number) =>
  storeStudy(db, {
    teamId,
    prototypes: ["Mild", "Strong"],
    questions: likingAndWhen,
    people: 30,
    answer: (person, prototype, key) => (key === "liking" ? 1 + ((person * 3 + prototype * 2) % 9) : person % 2 === 0 ? "morning" : "night"),
  });

describe("a published version", () => {
  it(
    "comes out as the same bytes again, also after somebody was left out and the next version was written",
    rolledBack(async (db) => {
      const cast = await createCast(db);
      const trialId = await store(db, cast.rian.teamIds[0]!);
      const ctx = contextFor(db, cast.rian);
      await publishReport(ctx, { trialId });
      const [someone] = await db.select({ id: participants.id }).from(participants).where(eq(participants.trialId, trialId)).limit(1);
      await setExclusion(contextFor(db, cast.maya), { trialId, participantId: someone!.id, isExcluded: true, reason: "Pressed one key" });
      const { revision } = (await getReport(ctx, trialId)).report;
      await saveDraft(ctx, { trialId, headline: { en: "Mild it is", id: "Yang lembut" }, summary: { en: "", id: "" }, revision });
      await publishReport(ctx, { trialId });
      for (const number of [1, 2]) {
        const made = await recomputeVersion(ctx, { trialId, number });
        expect(made).toMatchObject({ outcome: "same", differing: [] });
        expect(made.bytes.now).toBe(made.bytes.published);
        expect(made.bytes.now).toMatch(/^[0-9a-f]{64}$/);
      }
      await expect(recomputeVersion(ctx, { trialId, number: 3 })).rejects.toThrow(NotFound);
    }),
  );

  it(
    "says that the answers are others once a single one has changed",
    rolledBack(async (db) => {
      const cast = await createCast(db);
      const trialId = await store(db, cast.rian.teamIds[0]!);
      const ctx = contextFor(db, cast.rian);
      await publishReport(ctx, { trialId });
      const [response] = await db.select({ id: responses.id }).from(responses).limit(1);
      await db
        .update(answers)
        .set({ value: 9 })
        .where(and(eq(answers.responseId, response!.id), eq(answers.questionKey, "liking")));
      const made = await recomputeVersion(ctx, { trialId, number: 1 });
      expect(made.outcome).toBe("answers_changed");
      expect(made.dataHash.now).not.toBe(made.dataHash.published);
    }),
  );

  it(
    "names the blocks that come out otherwise, and a version from before the record was kept is said to be one",
    rolledBack(async (db) => {
      const cast = await createCast(db);
      const trialId = await store(db, cast.rian.teamIds[0]!);
      const ctx = contextFor(db, cast.rian);
      await publishReport(ctx, { trialId });
      const [version] = await db.select().from(reportVersions);
      const { id: _id, ...row } = version!;
      const blocks = row.content.blocks.map((block) => (block.block === "base" ? { ...block, people: 31 } : block));
      await db.insert(reportVersions).values([
        { ...row, number: 2, content: { ...row.content, blocks } },
        { ...row, number: 3, madeFrom: null },
      ]);
      expect(await recomputeVersion(ctx, { trialId, number: 2 })).toMatchObject({ outcome: "differs", differing: ["base"] });
      expect(await recomputeVersion(ctx, { trialId, number: 3 })).toMatchObject({ outcome: "older" });
      // Who was left out is kept with a version and never handed out with it.
      expect(JSON.stringify(await getVersion(ctx, trialId, 1))).not.toContain("madeFrom");
    }),
  );
});
