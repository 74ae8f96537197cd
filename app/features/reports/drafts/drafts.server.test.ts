// A large trial is computed by the worker: the page shows what was last computed, says how old it is, and is never wrong about whose words it shows.
import { and, asc, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Context } from "~/core/context";
import { writeConsent } from "~/features/accounts/consent.server";
import type { Database } from "~db/client.server";
import { answers, computations, diaryEntries, participants, prototypes, reportVersions, responses, themes, trials } from "~db/schema/index";
import { createCast } from "../../../../tests/support/cast";
import { contextFor, rolledBack, testDatabase } from "../../../../tests/support/database";
import { aBoard, anIdea } from "../../../../tests/support/ideas";
import { waitingJobs } from "../../../../tests/support/jobs";
import { likingAndWhen, storeStudy, type StoredStudy } from "../../../../tests/support/stored-study";
import { computeBase } from "../blocks/base/compute.server";
import { canonicalJson } from "../canonical-json";
import { loadReportData } from "../data.server";
import { beginAnew } from "../later/computations.server";
import { computeLater } from "../later/compute-later.server";
import { listReportProgress } from "../later/report-progress.server";
import { dropQuotation, pickQuotation } from "../pick-quotation.server";
import { publishReport } from "../publish-report.server";
import { getLiveReport, getReport, getVersion } from "../queries.server";
import type { ReportContent } from "../report";
import { saveDraft } from "../save-draft.server";
import { boxOf } from "../segments/segment";
import { saveSegment } from "../segments/save-segment.server";
import { setExclusion } from "../set-exclusion.server";
import { countBase } from "./frame.server";
import { keepStored } from "./stored-drafts.server";
import { stampOf } from "./stamp.server";

/** With this bound every trial is a large one. */
const none = 0;
const words = { key: "why", type: "open_text", config: { maxLength: 1000, minLength: 0, offersIdea: false } };

const store = async (db: Database, more: Partial<StoredStudy> = {}) => {
  const cast = await createCast(db);
  const trialId = await storeStudy(db, {
    teamId: cast.teamId,
    prototypes: ["A", "B"],
    questions: [...likingAndWhen, words],
    people: 40,
    profile: (person) => ({ sex: person % 2 === 0 ? "female" : "male" }),
    answer: (person, prototype, key) =>
      key === "liking" ? 1 + ((person + 3 * prototype) % 9) : key === "when" ? (person % 3 === 0 ? "night" : "morning") : `Wangi ${person}`,
    ...more,
  });
  const everybody = await db.select({ id: participants.id }).from(participants).where(eq(participants.trialId, trialId)).orderBy(asc(participants.id));
  return { cast, trialId, everybody: everybody.map(({ id }) => id), ctx: contextFor(db, cast.maya) };
};

const open = (ctx: Context, trialId: number, segmentId: number | null = null) => getLiveReport(ctx, trialId, segmentId, none);
const work = (ctx: Context) => computeLater(ctx, () => ctx.now);
const later = (ctx: Context, minutes: number): Context => ({ ...ctx, now: new Date(ctx.now.getTime() + minutes * 60_000) });
const draftsOf = (db: Database, trialId: number) =>
  db
    .select()
    .from(computations)
    .where(and(eq(computations.trialId, trialId), eq(computations.method, "draft")))
    .orderBy(asc(computations.id));
const inPlace = async (ctx: Context, trialId: number) => (await getLiveReport(ctx, trialId)).content;
const likingN = (content: ReportContent) => {
  const block = content.blocks.find((each) => each.block === "liking");
  return block && "ratings" in block ? block.ratings[0]!.rows.map(({ n }) => n) : [];
};
const blocksOf = ({ blocks }: ReportContent) => blocks.map(({ block }) => block);

const firstResponseOf = async (db: Database, participantId: number): Promise<number> =>
  (await db.select({ id: responses.id }).from(responses).where(eq(responses.participantId, participantId)).orderBy(asc(responses.id)))[0]!.id;

/** As saving does: the answer, and the revision of its response. */
const change = async (db: Database, responseId: number, value: unknown) => {
  await db
    .update(answers)
    .set({ value })
    .where(and(eq(answers.responseId, responseId), eq(answers.questionKey, "liking")));
  await db
    .update(responses)
    .set({ revision: sql`${responses.revision} + 1` })
    .where(eq(responses.id, responseId));
};

describe("the draft of a large trial", () => {
  it(
    "is a frame with its base at the first visit, and afterwards exactly what the page would have computed",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db);
      const first = await open(ctx, trialId);
      expect(blocksOf(first.content)).toEqual(["base"]);
      expect(first.content.blocks[0]).toMatchObject({ people: 40, responses: 80 });
      expect(first.freshness).toMatchObject({ computedAt: null, isCurrent: false });
      expect(first.later).toEqual([{ method: "draft", state: "waiting", part: 0 }]);
      expect(await waitingJobs(db, "compute-later")).toHaveLength(1);
      await work(later(ctx, 1));
      const second = await open(later(ctx, 2), trialId);
      expect(second.freshness).toEqual({ computedAt: later(ctx, 1).now, base: { people: 40, responses: 80 }, isCurrent: true, awaited: null });
      expect(canonicalJson(second.content)).toBe(canonicalJson(await inPlace(ctx, trialId)));
      expect(second.dataHash).toBe((await getLiveReport(ctx, trialId)).dataHash);
      expect(second.later).toEqual([]);
    }),
  );

  it(
    "counts in its frame the same people as the report does, and leaves the same ones out",
    rolledBack(async (db) => {
      const { ctx, trialId, everybody } = await store(db, { tried: (person) => (person % 4 === 0 ? [1] : person % 4 === 1 ? [1, 0] : [0, 1]) });
      await setExclusion(ctx, { trialId, participantId: everybody[3]!, isExcluded: true, reason: "Guessed" });
      const set = (participantId: number, values: Partial<typeof participants.$inferInsert>) =>
        db.update(participants).set(values).where(eq(participants.id, participantId));
      await set(everybody[5]!, { state: "excluded", exclusionReason: "Twice" });
      await set(everybody[3]!, { state: "excluded", exclusionReason: "Not this reason" });
      await set(everybody[8]!, { state: "withdrawn", answersKept: false });
      await set(everybody[9]!, { state: "withdrawn", answersKept: true });
      const { trial, report } = await getReport(ctx, trialId);
      const data = await loadReportData(ctx, trial, report.draft.exclusions);
      const { funnel: _funnel, profile: _profile, ...base } = await computeBase(ctx, data);
      const frame = (await open(ctx, trialId)).content.blocks[0]!;
      expect(frame).toEqual({ ...base, funnel: [], profile: [] });
      expect(await countBase(ctx, trial, data.prototypes, report.draft)).toMatchObject({
        withdrawn: 1,
        exclusions: [
          { person: 4, reason: "Guessed" },
          { person: 6, reason: "Twice" },
        ],
      });
    }),
  );

  it(
    "keeps its numbers when an answer changes, says so, and asks once for new ones",
    rolledBack(async (db) => {
      const { ctx, trialId, everybody } = await store(db);
      await open(ctx, trialId);
      await work(ctx);
      const before = await open(ctx, trialId);
      await change(db, await firstResponseOf(db, everybody[0]!), 9);
      const stale = await open(later(ctx, 5), trialId);
      expect(canonicalJson(stale.content)).toBe(canonicalJson(before.content));
      expect(stale.freshness).toMatchObject({ computedAt: ctx.now, isCurrent: false, awaited: expect.any(Number) as number });
      expect((await open(later(ctx, 6), trialId)).freshness?.awaited).toBe(stale.freshness?.awaited);
      expect((await draftsOf(db, trialId)).map(({ state }) => state)).toEqual(["done", "waiting"]);
      await work(later(ctx, 7));
      const fresh = await open(later(ctx, 8), trialId);
      expect(fresh.dataHash).not.toBe(before.dataHash);
      expect(fresh.freshness).toMatchObject({ computedAt: later(ctx, 7).now, isCurrent: true });
      // The old one is not kept.
      expect(await draftsOf(db, trialId)).toHaveLength(1);
      const watched = { trialId, segmentId: null, dataHash: "", awaited: stale.freshness!.awaited };
      expect(await listReportProgress(ctx, watched)).toEqual([{ method: "draft", state: "done", part: 1 }]);
    }),
  );

  it(
    "is computed again without somebody who was left out",
    rolledBack(async (db) => {
      const { ctx, trialId, everybody } = await store(db);
      await open(ctx, trialId);
      await work(ctx);
      await setExclusion(ctx, { trialId, participantId: everybody[2]!, isExcluded: true, reason: "Guessed" });
      const stale = await open(ctx, trialId);
      expect([likingN(stale.content), stale.freshness?.isCurrent]).toEqual([[40, 40], false]);
      await work(ctx);
      expect(likingN((await open(ctx, trialId)).content)).toEqual([39, 39]);
    }),
  );

  it(
    "never shows words whose owner has withdrawn the consent, however old its numbers are",
    rolledBack(async (db) => {
      const { cast, ctx, trialId, everybody } = await store(db);
      await db.update(participants).set({ personId: cast.sari.id }).where(eq(participants.id, everybody[0]!));
      const consent = (given: boolean) => writeConsent(contextFor(db, cast.sari), cast.sari.id, { purpose: "quotations", given });
      await consent(true);
      const picked = { trialId, responseId: await firstResponseOf(db, everybody[0]!), questionKey: "why" };
      await pickQuotation(ctx, { ...picked, excerpt: "Wangi 0" });
      await open(ctx, trialId);
      await work(ctx);
      const shown = async () => JSON.stringify((await open(ctx, trialId)).content).includes("Wangi 0");
      expect(await shown()).toBe(true);
      await consent(false);
      expect(await shown()).toBe(false);
      expect((await open(ctx, trialId)).freshness?.isCurrent).toBe(false);
      await work(ctx);
      expect([await shown(), (await open(ctx, trialId)).freshness?.isCurrent]).toEqual([false, true]);
      await dropQuotation(ctx, picked);
      expect((await open(ctx, trialId)).freshness?.isCurrent).toBe(false);
    }),
  );

  it(
    "shows a new headline at once, without being computed again",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db);
      await open(ctx, trialId);
      await work(ctx);
      await saveDraft(ctx, { trialId, headline: { en: "B it is", id: "B saja" }, summary: { en: "", id: "" }, revision: 0 });
      const { content, freshness } = await open(ctx, trialId);
      expect(content.headline).toEqual({ en: "B it is", id: "B saja" });
      expect(freshness?.isCurrent).toBe(true);
    }),
  );

  it(
    "takes in what is computed later as soon as it is done, as the page would have, and is not computed again for it",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, { people: 70, prototypes: ["A", "B", "C"] });
      await open(ctx, trialId);
      await work(ctx);
      const methods = await db.select({ method: computations.method, state: computations.state }).from(computations);
      expect(methods.map(({ method, state }) => `${method} ${state}`).sort()).toEqual(["draft done", "liking_groups done", "turf done"]);
      const { content, freshness, finished } = await open(later(ctx, 1), trialId);
      expect(freshness).toMatchObject({ isCurrent: true, computedAt: ctx.now, awaited: null });
      expect(blocksOf(content)).toEqual(expect.arrayContaining(["liking_groups", "turf"]));
      expect(content.findings.map(({ block }) => block)).toContain("turf");
      expect(canonicalJson(content)).toBe(canonicalJson(await inPlace(ctx, trialId)));
      expect((await getLiveReport(ctx, trialId)).finished).toBe(finished);
      // Nothing of it is kept twice.
      const [draft] = await draftsOf(db, trialId);
      expect(draft).toMatchObject({ run: 1 });
      expect(JSON.stringify(draft!.result)).not.toContain("liking_groups");
    }),
    60_000,
  );

  it(
    "does not wait for a long computation that is under way",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db, { people: 70 });
      await getLiveReport(ctx, trialId);
      let goOn: (value?: unknown) => void = () => undefined;
      const held = new Promise((resolve) => (goOn = resolve));
      let began: (value?: unknown) => void = () => undefined;
      const underWay = new Promise((resolve) => (began = resolve));
      // It has been taken up, and is held where it begins to read.
      const transaction = (async (...given: Parameters<Database["transaction"]>) => {
        began();
        await held;
        return db.transaction(...given);
      }) as Database["transaction"];
      const slow = new Proxy(db, { get: (target, name) => (name === "transaction" ? transaction : (Reflect.get(target, name) as unknown)) });
      const long = work({ ...ctx, db: slow });
      await underWay;
      const stateOf = async (method: string) => (await db.select().from(computations).where(eq(computations.method, method)))[0]?.state;
      await open(ctx, trialId);
      await work(ctx);
      expect([await stateOf("draft"), await stateOf("liking_groups")]).toEqual(["done", "running"]);
      expect((await open(ctx, trialId)).content.blocks.length).toBeGreaterThan(1);
      goOn();
      await long;
      expect(await stateOf("liking_groups")).toBe("done");
    }),
    60_000,
  );

  it(
    "of a part says nothing of it before it is known to be large enough",
    rolledBack(async (db) => {
      const { ctx, trialId, cast } = await store(db, { profile: (person) => ({ sex: person < 3 ? "female" : "male" }) });
      const name = (value: string) => saveSegment(contextFor(db, cast.rian), { trialId, name: value, boxes: [boxOf({ kind: "fact", of: "sex" }, value)] });
      const women = await name("female");
      const first = await open(ctx, trialId, women);
      expect([first.content.blocks, first.freshness?.base]).toEqual([[], null]);
      await work(ctx);
      const { content, freshness } = await open(ctx, trialId, women);
      expect(content.segment?.state).toBe("too_small");
      expect([content.blocks, freshness?.base, freshness?.isCurrent]).toEqual([[], null, true]);
      // The whole has a draft of its own.
      expect((await open(ctx, trialId)).freshness?.computedAt).toBeNull();
    }),
  );

  it(
    "is looked at during fieldwork without being asked for again and again",
    rolledBack(async (db) => {
      const { ctx, trialId, everybody } = await store(db);
      await db.update(trials).set({ state: "fieldwork" }).where(eq(trials.id, trialId));
      await open(ctx, trialId);
      await work(ctx);
      const { content } = await open(ctx, trialId);
      expect([blocksOf(content), content.prototypes.map(({ name }) => name)]).toEqual([["base"], ["101", "202"]]);
      await change(db, await firstResponseOf(db, everybody[0]!), 9);
      expect((await open(ctx, trialId)).freshness).toMatchObject({ isCurrent: false, awaited: null });
      expect((await open(later(ctx, 2), trialId)).freshness).toMatchObject({ isCurrent: false, awaited: expect.any(Number) as number });
    }),
  );
});

it("two people who open a large trial at once ask for one computation", async () => {
  const db = await testDatabase();
  const { ctx, trialId } = await store(db);
  const all = await Promise.all(Array.from({ length: 8 }, () => open(ctx, trialId)));
  expect(new Set(all.map(({ freshness }) => freshness?.awaited)).size).toBe(1);
  expect(await db.select().from(computations).where(eq(computations.trialId, trialId))).toHaveLength(1);
});

describe("a worker that falls", () => {
  it(
    "leaves the old numbers, and the next one begins anew; what the first says afterwards counts no more",
    rolledBack(async (db) => {
      const { ctx, trialId, everybody } = await store(db);
      await open(ctx, trialId);
      await work(ctx);
      const before = await open(ctx, trialId);
      await change(db, await firstResponseOf(db, everybody[0]!), 9);
      const { freshness } = await open(ctx, trialId);
      const id = freshness!.awaited!;
      await db.update(computations).set({ state: "running", run: 1, done: 7, steps: 13, beatAt: ctx.now }).where(eq(computations.id, id));
      expect((await open(ctx, trialId)).later).toEqual([{ method: "draft", state: "running", part: 7 / 13, step: { done: 7, of: 13 } }]);
      const silent = await open(later(ctx, 2), trialId);
      expect(silent.later).toMatchObject([{ state: "broken" }]);
      expect(canonicalJson(silent.content)).toBe(canonicalJson(before.content));
      await work(later(ctx, 2));
      const after = await open(later(ctx, 2), trialId);
      expect(after.freshness?.isCurrent).toBe(true);
      const [row] = await draftsOf(db, trialId);
      expect(row).toMatchObject({ id, run: 2, state: "done" });
      const dead = { result: { kind: "draft" as const, content: before.content, dataHash: "dead", base: null }, stamp: "dead", wanted: [] };
      await keepStored(ctx, { id, run: 1, trialId, segmentId: null, method: "draft" }, dead, ctx.now);
      expect((await open(later(ctx, 2), trialId)).dataHash).toBe(after.dataHash);
    }),
  );

  it(
    "three times, or has too little memory, leaves it to somebody to ask again",
    rolledBack(async (db) => {
      const { ctx, trialId } = await store(db);
      await open(ctx, trialId);
      await db.update(computations).set({ state: "interrupted", run: 1, result: { kind: "too_large" } });
      const stopped = await open(ctx, trialId);
      expect(stopped.later).toMatchObject([{ method: "draft", state: "too_large" }]);
      expect(stopped.freshness?.computedAt).toBeNull();
      await beginAnew(ctx, { trialId, segmentId: null });
      expect((await open(ctx, trialId)).later).toMatchObject([{ state: "waiting" }]);
      await work(ctx);
      expect((await open(ctx, trialId)).freshness?.isCurrent).toBe(true);
    }),
  );
});

describe("publishing a large trial", () => {
  it(
    "is refused while its numbers are older than what they depend on, and then gives the bytes that the page would have computed",
    rolledBack(async (db) => {
      const { cast, trialId, everybody } = await store(db);
      const rian = contextFor(db, cast.rian);
      const publish = () => publishReport(rian, { trialId, mostInPage: none });
      const refused = { reason: { key: "report_being_computed" } };
      await expect(publish()).rejects.toMatchObject(refused);
      await open(rian, trialId);
      await work(rian);
      await change(db, await firstResponseOf(db, everybody[0]!), 9);
      await expect(publish()).rejects.toMatchObject(refused);
      expect(await db.select().from(reportVersions)).toEqual([]);
      await open(rian, trialId);
      await work(rian);
      await saveDraft(rian, { trialId, headline: { en: "B it is", id: "B saja" }, summary: { en: "", id: "" }, revision: 0 });
      const expected = await getLiveReport(rian, trialId);
      expect(await publish()).toBe(1);
      const { version, content } = await getVersion(rian, trialId, 1);
      expect(canonicalJson(content)).toBe(canonicalJson(expected.content));
      expect(version.dataHash).toBe(expected.dataHash);
      // Publishing changes nothing that the numbers depend on.
      await expect(publish()).rejects.toMatchObject({ reason: { key: "report_unchanged" } });
    }),
  );

  it(
    "is refused where the worker has added something that the page did not show, and publishes what it showed",
    rolledBack(async (db) => {
      const { cast, trialId } = await store(db, { people: 70 });
      const rian = contextFor(db, cast.rian);
      await open(rian, trialId);
      await work(rian);
      await db.update(computations).set({ state: "waiting" }).where(eq(computations.method, "liking_groups"));
      const before = await open(rian, trialId);
      await work(rian);
      for (const mostInPage of [none, undefined]) {
        const early = publishReport(rian, { trialId, finished: before.finished, mostInPage });
        await expect(early).rejects.toMatchObject({ reason: { key: "report_added_to" } });
      }
      const after = await open(rian, trialId);
      expect(await publishReport(rian, { trialId, finished: after.finished, mostInPage: none })).toBe(1);
      expect(blocksOf((await getVersion(rian, trialId, 1)).content)).toContain("liking_groups");
    }),
    60_000,
  );
});

type Act = (db: Database, study: Awaited<ReturnType<typeof store>>) => Promise<unknown>;
const touch =
  (statement: (study: Awaited<ReturnType<typeof store>>) => ReturnType<typeof sql>): Act =>
  (db, study) =>
    db.execute(statement(study));

const acts: [string, Act][] = [
  ["an answer", async (db, { everybody }) => change(db, await firstResponseOf(db, everybody[0]!), 9)],
  ["a response taken back", async (db, { everybody }) => db.delete(responses).where(eq(responses.participantId, everybody[0]!))],
  ["somebody who leaves", touch(({ everybody }) => sql`update participants set state = 'withdrawn' where id = ${everybody[0]}`)],
  ["somebody's profile", touch(({ everybody }) => sql`update participants set profile = '{"sex": "male"}' where id = ${everybody[0]}`)],
  ["an exclusion", async (_db, { ctx, trialId, everybody }) => setExclusion(ctx, { trialId, participantId: everybody[0]!, isExcluded: true, reason: "x" })],
  ["the name of a prototype", async (db) => db.update(prototypes).set({ name: "C" }).where(eq(prototypes.name, "A"))],
  ["an action standard", touch(({ trialId }) => sql`update trials set action_standards = '[{"id": "A1"}]' where id = ${trialId}`)],
  ["a day of the diary", touch(({ trialId }) => sql`update trials set diary_days = '[3]' where id = ${trialId}`)],
  [
    "a note in the diary",
    async (db, { everybody }) =>
      db.insert(diaryEntries).values({ participantId: everybody[0]!, day: 1, used: true, mood: 4, isLate: false, writtenAt: new Date() }),
  ],
  [
    "a theme",
    async (db, { trialId, ctx }) =>
      db.insert(themes).values({ trialId, questionKey: "why", name: { en: "Scent", id: "Wangi" }, position: 1, createdAt: ctx.now }),
  ],
  [
    "the reading of an answer",
    async (db, { cast, everybody }) =>
      db.execute(
        sql`insert into codings (response_id, question_key, coder_id, at) values (${await firstResponseOf(db, everybody[0]!)}, 'why', ${cast.maya.id}, now())`,
      ),
  ],
  [
    "an idea that came out of the trial",
    async (db, { cast, everybody }) =>
      db.execute(sql`update ideas set from_participant_id = ${everybody[0]} where id = ${await anIdea(db, await aBoard(db), cast.sari)}`),
  ],
];

describe("what a draft depends on", () => {
  it.each(acts)("is changed by %s", (_name, act) =>
    rolledBack(async (db) => {
      const study = await store(db);
      const stamp = async () => stampOf(study.ctx, { ...(await getReport(study.ctx, study.trialId)), segmentId: null });
      const before = await stamp();
      expect(await stamp()).toBe(before);
      await act(db, study);
      expect(await stamp()).not.toBe(before);
    })(),
  );

  it(
    "does not change with its words, with another trial, or with an answer that is still being given",
    rolledBack(async (db) => {
      const study = await store(db);
      const stamp = async () => stampOf(study.ctx, { ...(await getReport(study.ctx, study.trialId)), segmentId: null });
      const [{ versionId } = { versionId: 0 }] = await db.select({ versionId: responses.versionId }).from(responses);
      const [begun] = await db
        .insert(responses)
        .values({ versionId, participantId: study.everybody[0]!, prototypeId: null, state: "open", revision: 3, startedAt: study.ctx.now })
        .returning();
      const before = await stamp();
      await saveDraft(study.ctx, { trialId: study.trialId, headline: { en: "x", id: "x" }, summary: { en: "", id: "" }, revision: 0 });
      const second = await storeStudy(db, { teamId: study.cast.teamId, prototypes: ["Z"], questions: likingAndWhen, people: 3, answer: () => 5 });
      await db.update(responses).set({ revision: 4 }).where(eq(responses.id, begun!.id));
      await db.update(participants).set({ state: "excluded" }).where(eq(participants.trialId, second));
      expect(await stamp()).toBe(before);
    }),
  );
});
