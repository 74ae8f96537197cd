// The diary and the ideas of a trial in its report.
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { boards, diaryEntries, ideas, ideaVotes, participants, trials } from "~db/schema/index";
import { createCast } from "../../../../../tests/support/cast";
import { contextFor, noon, rolledBack } from "../../../../../tests/support/database";
import { storeStudy } from "../../../../../tests/support/stored-study";
import { findTrialFacts, loadReportData } from "../../data.server";
import { computeTrialIdeas } from "../trial-ideas/compute.server";
import { computeDiary } from "./compute.server";

describe("the diary of a trial", () => {
  it(
    "says whether it went better from the first day to the last, by the same people",
    rolledBack(async (db) => {
      const cast = await createCast(db);
      const ctx = contextFor(db);
      const trialId = await storeStudy(db, { teamId: cast.teamId, prototypes: ["One"], questions: [], people: 40, answer: () => undefined });
      await db
        .update(trials)
        .set({ diaryDays: [1, 7] })
        .where(eq(trials.id, trialId));
      const people = await db.select({ id: participants.id }).from(participants).where(eq(participants.trialId, trialId));
      await db.insert(diaryEntries).values(
        people.flatMap(({ id }, place) =>
          [1, 7].map((day) => ({
            participantId: id,
            day,
            used: true,
            mood: Math.min(5, (day === 1 ? 2 : 3) + (place % 2) + (place % 5 === 0 ? 1 : 0) * Number(day === 7)),
            isLate: place < 3,
            writtenAt: noon,
          })),
        ),
      );
      const data = await loadReportData(ctx, await findTrialFacts(ctx, trialId), []);
      const [block] = await computeDiary(ctx, data);
      const finding = block!.questions[0]!;
      expect(finding.title.en).toBe("It clearly went better on day 7 than on day 1 (40 people)");
      expect(finding.tables[0]!.rows.map(({ cells }) => cells.map(({ value }) => value))).toEqual([
        [0, 40, 3, 1, 2.5],
        [0, 40, 3, 1, 3.7],
      ]);
    }),
  );

  it(
    "hides how many of a few votes came from people who tested",
    rolledBack(async (db) => {
      const cast = await createCast(db);
      const ctx = contextFor(db);
      const trialId = await storeStudy(db, { teamId: cast.teamId, prototypes: ["One"], questions: [], people: 6, answer: () => undefined });
      const [first] = await db.select({ id: participants.id }).from(participants).where(eq(participants.trialId, trialId)).limit(1);
      await db.update(participants).set({ personId: cast.sari.id, respondent: null }).where(eq(participants.id, first!.id));
      const text = { en: "Soap", id: "Sabun" };
      const [board] = await db.insert(boards).values({ slug: "soap", name: text, purpose: text, createdAt: noon }).returning();
      const [idea] = await db
        .insert(ideas)
        .values({
          boardId: board!.id,
          authorId: cast.sari.id,
          title: "A lid that closes",
          body: "So that nothing spills",
          language: "en",
          state: "published",
          voteCount: 2,
          hot: 0,
          fromParticipantId: first!.id,
          createdAt: noon,
          publishedAt: noon,
        })
        .returning();
      await db.insert(ideaVotes).values([cast.sari, cast.budi].map(({ id }) => ({ ideaId: idea!.id, personId: id, createdAt: noon })));
      const [block] = await computeTrialIdeas(ctx, await loadReportData(ctx, await findTrialFacts(ctx, trialId), []));
      const finding = block!.questions[0]!;
      expect(finding.title.en).toBe("1 idea came out of the trial: “A lid that closes” has 2 votes");
      expect(finding.tables[0]!.rows[0]!.cells.map(({ value, text: words }) => words?.en ?? value)).toEqual([2, "hidden", "hidden", 0, "New"]);
    }),
  );
});
