import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { Conflict, Invalid, NotFound } from "~/core/errors";
import type { Database } from "~db/client.server";
import { participants, responseFlags, responses } from "~db/schema/index";
import { createCast } from "../../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../../tests/support/database";
import { likingAndWhen, storeStudy, type StoredStudy } from "../../../../tests/support/stored-study";
import { exportReport } from "../exports/export-report.server";
import { publishReport } from "../publish-report.server";
import { getLiveReport, getVersion } from "../queries.server";
import type { RatingsBlock } from "../rating-result";
import type { ReportContent } from "../report";
import { removeSegment, saveSegment } from "./save-segment.server";
import { boxOf, type Condition } from "./segment";

const questions = likingAndWhen;

type Group = { n: number; facts: Record<string, string> };

/** People in the order of their groups; everybody tries both prototypes unless told otherwise. */
const store = async (db: Database, groups: Group[], more: Partial<StoredStudy> = {}) => {
  const cast = await createCast(db);
  const facts = groups.flatMap(({ n, facts: own }) => Array.from({ length: n }, () => own));
  const trialId = await storeStudy(db, {
    teamId: cast.teamId,
    prototypes: ["A", "B"],
    questions,
    people: facts.length,
    profile: (person) => facts[person]!,
    answer: (person, prototype, key) => (key === "liking" ? 1 + ((person + prototype) % 9) : person % 3 === 0 ? "night" : "morning"),
    ...more,
  });
  return { trialId, ctx: contextFor(db, cast.rian), cast };
};

const box = (kind: Condition["kind"], of: string, value: string) => boxOf({ kind, of }, value);
const save = (ctx: ReturnType<typeof contextFor>, trialId: number, ...boxes: string[]) => saveSegment(ctx, { trialId, name: boxes.join(" "), boxes });
const reportOf = async (ctx: ReturnType<typeof contextFor>, trialId: number, ...boxes: string[]): Promise<ReportContent> =>
  (await getLiveReport(ctx, trialId, await save(ctx, trialId, ...boxes))).content;
const sex = (value: string) => box("fact", "sex", value);
const city = (value: string) => box("fact", "city", value);
const groups = (n: number, rest: number): Group[] => [
  { n, facts: { sex: "female" } },
  { n: rest, facts: {} },
];
const likingOf = (content: ReportContent) => (content.blocks.find(({ block }) => block === "liking") as RatingsBlock).ratings[0]!;

describe("a segment is shown only where nobody can be told apart", () => {
  it.each([
    [4, "too_small"],
    [5, "shown"],
  ])("of %i people it is %s", (n, state) =>
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, groups(n, 40));
      const content = await reportOf(ctx, trialId, sex("female"));
      expect(content.segment).toMatchObject({ state, people: state === "shown" ? n : null });
      expect(content.blocks.length > 0).toBe(state === "shown");
    })(),
  );

  it.each([
    [4, "too_small"],
    [5, "shown"],
  ])("with %i people outside it is %s", (rest, state) =>
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, groups(40, rest));
      expect((await reportOf(ctx, trialId, sex("female"))).segment?.state).toBe(state);
    })(),
  );

  it.each([
    [4, "too_small"],
    [5, "shown"],
  ])("that differs by %i people from another one it is %s, also after the other one was removed", (differing, state) =>
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, [
        { n: 20, facts: { city: "Bogor" } },
        { n: differing, facts: { city: "Depok" } },
        { n: 20, facts: {} },
      ]);
      const first = await save(ctx, trialId, city("Bogor"), city("Depok"));
      await removeSegment(ctx, first);
      expect((await getLiveReport(ctx, trialId, await save(ctx, trialId, city("Bogor")))).content.segment?.state).toBe(state);
    })(),
  );

  it(
    "is not shown where it and another one together leave out a few",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, [
        { n: 30, facts: { sex: "female" } },
        { n: 30, facts: { sex: "male" } },
        { n: 3, facts: {} },
      ]);
      expect((await reportOf(ctx, trialId, sex("female"))).segment?.state).toBe("too_small");
    }),
  );

  it(
    "hides the prototype that only a few of it tried, and says so",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, groups(30, 30), { tried: (person) => (person < 30 ? (person < 4 ? [0, 1] : [0]) : [0, 1]) });
      const content = await reportOf(ctx, trialId, sex("female"));
      expect(content.segment).toMatchObject({ state: "shown", hidden: ["202"] });
      expect(likingOf(content).rows.map(({ n }) => n)).toEqual([30, 0]);
    }),
  );

  it(
    "tells neither the profile nor the funnel of a part",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, groups(30, 30));
      const content = await reportOf(ctx, trialId, sex("female"));
      expect(content.blocks.find(({ block }) => block === "base")).toMatchObject({ people: 30, responses: 60, profile: [], funnel: [] });
    }),
  );
});

describe("a narrowed report", () => {
  it.each([
    [9, false],
    [10, true],
  ])("of %i people gives shares: %s", (n, hasShares) =>
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, groups(n, 40));
      const [row] = likingOf(await reportOf(ctx, trialId, sex("female"))).rows;
      expect(row!.n).toBe(n);
      expect(row!.topBox !== null).toBe(hasShares);
    })(),
  );

  it.each([
    [29, true],
    [30, false],
  ])("of %i people marks its bases as low: %s", (n, isLow) =>
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, groups(n, 40));
      const base = (await reportOf(ctx, trialId, sex("female"))).blocks.find((block) => block.block === "base");
      expect(base?.prototypes.map((row) => row.isLowBase)).toEqual([isLow, isLow]);
    })(),
  );

  it(
    "has the means of its own people, its own fingerprint, and every other number of the report recomputed",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, groups(20, 40), {
        answer: (person, _place, key) => (key === "liking" ? (person < 20 ? 8 : 2 + (person % 2)) : "night"),
      });
      const whole = await getLiveReport(ctx, trialId);
      const part = await getLiveReport(ctx, trialId, await save(ctx, trialId, sex("female")));
      expect(likingOf(part.content).rows.map(({ mean, n }) => [mean, n])).toEqual([
        [8, 20],
        [8, 20],
      ]);
      expect(likingOf(whole.content).rows[0]).toMatchObject({ n: 60, mean: (20 * 8 + 40 * 2.5) / 60 });
      expect(part.dataHash).not.toBe(whole.dataHash);
    }),
  );

  it(
    "takes the questionnaires that say so, of a question asked about every prototype",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, groups(30, 30), {
        answer: (person, place, key) => (key === "liking" ? (person % 2 === place ? 9 : 1) : "night"),
      });
      const content = await reportOf(ctx, trialId, box("answer", "liking", "9"));
      expect(likingOf(content).rows.map(({ n, mean }) => [n, mean])).toEqual([
        [30, 9],
        [30, 9],
      ]);
    }),
  );

  it(
    "takes everything that somebody answered, of a question asked once",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, groups(30, 30), {
        answer: (person, place, key) => (key === "liking" ? 5 + place : place === 0 ? (person < 20 ? "night" : "morning") : undefined),
      });
      const content = await reportOf(ctx, trialId, box("answer", "when", "night"));
      expect(likingOf(content).rows.map(({ n }) => n)).toEqual([20, 20]);
    }),
  );

  it(
    "may leave out the responses that are marked for another look",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, groups(30, 30));
      const given = await db.select({ id: responses.id, versionId: responses.versionId }).from(responses).orderBy(responses.id);
      await db
        .insert(responseFlags)
        .values(given.filter((_, index) => index % 2 === 0 && index < 24).map(({ id, versionId }) => ({ responseId: id, versionId, reasons: [] })));
      await db.update(responseFlags).set({ decision: "kept", decidedAt: ctx.now }).where(eq(responseFlags.responseId, given[0]!.id));
      const content = await reportOf(ctx, trialId, box("quality", "", "unflagged"));
      expect(likingOf(content).rows.map(({ n }) => n)).toEqual([49, 60]);
    }),
  );

  it(
    "of nobody says so",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, groups(30, 30));
      await db.update(participants).set({ state: "excluded" }).where(eq(participants.trialId, trialId));
      expect((await reportOf(ctx, trialId, sex("female"))).segment).toMatchObject({ state: "nobody", people: 0 });
    }),
  );
});

describe("a segment that is published", () => {
  it(
    "stands in the version with its filter, which stays when the segment is removed; its rows are not given out",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, groups(30, 30));
      const segmentId = await save(ctx, trialId, sex("female"), box("prototype", "", "101"));
      const number = await publishReport(ctx, { trialId, segmentId });
      await removeSegment(ctx, segmentId);
      const { content } = await getVersion(ctx, trialId, number);
      expect(content.segment).toMatchObject({
        state: "shown",
        people: 30,
        conditions: [
          { kind: "fact", of: "sex", values: ["female"] },
          { kind: "prototype", of: "", values: ["101"] },
        ],
      });
      const file = await exportReport(ctx, { trialId, number, format: "wide.csv", locale: "en" });
      expect((await new Response(file!.body as ReadableStream).text()).trim().split("\n")).toHaveLength(1);
    }),
  );

  it(
    "must not be too small",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, groups(4, 30));
      const segmentId = await save(ctx, trialId, sex("female"));
      await expect(publishReport(ctx, { trialId, segmentId })).rejects.toBeInstanceOf(Conflict);
    }),
  );
});

describe("saving a segment", () => {
  it(
    "takes only what the trial offers, and at least one condition",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, groups(10, 10));
      await expect(save(ctx, trialId, sex("robot"))).rejects.toBeInstanceOf(Invalid);
      await expect(saveSegment(ctx, { trialId, name: "all", boxes: [] })).rejects.toBeInstanceOf(Invalid);
    }),
  );

  it(
    "is for those who work on the trial",
    rolledBack(async (db) => {
      const { trialId, cast, ctx } = await store(db, groups(10, 10));
      const id = await save(ctx, trialId, sex("female"));
      await expect(save(contextFor(db, cast.sari), trialId, sex("female"))).rejects.toThrow();
      await expect(removeSegment(contextFor(db, cast.sari), id)).rejects.toThrow();
      await expect(getLiveReport(ctx, trialId, id + 1)).rejects.toBeInstanceOf(NotFound);
    }),
  );
});
