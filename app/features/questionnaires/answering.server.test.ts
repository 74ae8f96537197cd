import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { Conflict, Invalid, NotFound, SignInRequired } from "~/core/errors";
import { visitor } from "~/core/context";
import { activity, answers, files, participants, responses, trials } from "~db/schema/index";
import { createCast, createPerson } from "../../../tests/support/cast";
import { contextFor, rolledBack, testDatabase } from "../../../tests/support/database";
import { completeQuestion, createTrialWithResponse, options } from "../../../tests/support/questionnaires";
import { loadResponse } from "./queries.server";
import { saveAnswer } from "./save-answer.server";
import { startResponse } from "./start-response.server";
import { submitResponse } from "./submit-response.server";

const asked = {
  liking: completeQuestion("rating", {}, {}, "hedonic9"),
  store: completeQuestion("single_choice", { options: options("market", "online") }),
  remarks: completeQuestion("open_text"),
  picture: completeQuestion("photo", { max: 2 }),
};

const setUp = async (db: Parameters<typeof createCast>[0]) => {
  const cast = await createCast(db);
  const made = await createTrialWithResponse(db, cast.sari, cast.teamId, asked);
  const save = (key: string, value: unknown, revision = 0, actor = cast.sari) =>
    saveAnswer(contextFor(db, actor), { responseId: made.responseId, key, status: value === null ? "skipped" : "answered", value, revision, shownMs: 1000 });
  return { cast, ...made, save };
};

describe("saving an answer", () => {
  test(
    "keeps it, with how long the question was looked at and how often it was changed",
    rolledBack(async (db) => {
      const { save, responseId } = await setUp(db);
      const first = await save("liking", 7);
      await save("liking", 8, first.revision);
      await save("liking", 8, first.revision);
      const [row] = await db.select().from(answers).where(eq(answers.responseId, responseId));
      expect(row).toMatchObject({ value: 8, status: "answered", shownMs: 3000, changes: 1 });
    }),
  );

  test(
    "a night with the page open counts as ten minutes",
    rolledBack(async (db) => {
      const { cast, responseId } = await setUp(db);
      for (const shownMs of [9e12, -5, NaN])
        await saveAnswer(contextFor(db, cast.sari), { responseId, key: "liking", status: "answered", value: 7, revision: 0, shownMs });
      const [row] = await db.select().from(answers).where(eq(answers.responseId, responseId));
      expect(row?.shownMs).toBe(600_000);
    }),
  );

  test(
    "refuses what is out of range, unknown, of another version or missing",
    rolledBack(async (db) => {
      const { save, responseId } = await setUp(db);
      await expect(save("liking", 10)).rejects.toBeInstanceOf(Invalid);
      await expect(save("store", "moon")).rejects.toBeInstanceOf(Invalid);
      await expect(save("sweetness", 3)).rejects.toBeInstanceOf(Invalid);
      await expect(save("constructor", 3)).rejects.toBeInstanceOf(Invalid);
      await expect(save("remarks", "a".repeat(1_000_000))).rejects.toBeInstanceOf(Invalid);
      await expect(save("liking", null)).rejects.toMatchObject({ problems: { "answer.liking": { key: "required" } } });
      expect(await db.select().from(answers).where(eq(answers.responseId, responseId))).toEqual([]);
    }),
  );

  test(
    "what may be skipped is stored as skipped, never as a number",
    rolledBack(async (db) => {
      const { save } = await setUp(db);
      expect(await save("remarks", null)).toMatchObject({ status: "skipped", value: null });
    }),
  );

  test(
    "an answer that another window changed is not overwritten unseen",
    rolledBack(async (db) => {
      const { save } = await setUp(db);
      const first = await save("liking", 7);
      const theirs = await save("liking", 2, first.revision);
      await expect(save("liking", 9, first.revision)).rejects.toMatchObject({ current: { value: 2, revision: theirs.revision } });
      await expect(save("liking", 9, first.revision)).rejects.toBeInstanceOf(Conflict);
      expect((await save("liking", 9, theirs.revision)).value).toBe(9);
    }),
  );

  test(
    "another window working on another question is no clash",
    rolledBack(async (db) => {
      const { save } = await setUp(db);
      await save("liking", 7);
      expect((await save("store", "market", 0)).value).toBe("market");
    }),
  );

  test(
    "somebody else's response does not exist, and a visitor is asked to sign in",
    rolledBack(async (db) => {
      const { cast, save, responseId } = await setUp(db);
      await expect(save("liking", 7, 0, cast.budi)).rejects.toBeInstanceOf(NotFound);
      await expect(save("liking", 7, 0, cast.dewi)).rejects.toBeInstanceOf(NotFound);
      await expect(loadResponse(contextFor(db, cast.budi), responseId)).rejects.toBeInstanceOf(NotFound);
      await expect(loadResponse(contextFor(db, visitor), responseId)).rejects.toBeInstanceOf(SignInRequired);
      await expect(loadResponse(contextFor(db, cast.sari), 2_000_000_000)).rejects.toBeInstanceOf(NotFound);
    }),
  );

  test(
    "a trial that went on to analysis takes no more answers, nor does one from which the person withdrew",
    rolledBack(async (db) => {
      const { save, trialId, participantId } = await setUp(db);
      await db.update(participants).set({ state: "withdrawn" }).where(eq(participants.id, participantId));
      await expect(save("liking", 7)).rejects.toBeInstanceOf(Conflict);
      await db.update(participants).set({ state: "active" }).where(eq(participants.id, participantId));
      await db.update(trials).set({ state: "analysis" }).where(eq(trials.id, trialId));
      await expect(save("liking", 7)).rejects.toBeInstanceOf(Conflict);
    }),
  );

  test(
    "only photographs of this response can be named, and one that is no longer named is let go",
    rolledBack(async (db) => {
      const { cast, save, responseId } = await setUp(db);
      const [own, foreign] = ["a".repeat(32), "b".repeat(32)];
      const shape = { width: 10, height: 10, bytes: 100 };
      await db.insert(files).values([
        { id: own, ownerId: cast.sari.id, responseId, ...shape },
        { id: foreign, ownerId: cast.budi.id, ...shape },
      ]);
      await expect(save("picture", [own, foreign])).rejects.toBeInstanceOf(Invalid);
      const saved = await save("picture", [own]);
      const stateOf = async () => (await db.select().from(files).where(eq(files.id, own)))[0]?.state;
      expect(await stateOf()).toBe("attached");
      await save("picture", null, saved.revision);
      expect(await stateOf()).toBe("pending");
    }),
  );

  test(
    "health data is stored only with consent, which is recorded",
    rolledBack(async (db) => {
      const cast = await createCast(db);
      const itches = completeQuestion("single_choice", { options: options("yes", "no") }, { dataClass: "health", required: false });
      const { responseId } = await createTrialWithResponse(db, cast.sari, cast.teamId, { itches });
      const input = { responseId, key: "itches", status: "answered" as const, value: "yes", revision: 0, shownMs: 0 };
      await expect(saveAnswer(contextFor(db, cast.sari), input)).rejects.toMatchObject({ problems: { consent: { key: "consent_needed" } } });
      await saveAnswer(contextFor(db, cast.sari), { ...input, consents: true });
      const given = await db.select().from(activity).where(eq(activity.kind, "consent.given"));
      expect(given).toHaveLength(1);
      expect(given[0]?.data).toEqual({ purpose: "health_answer", question: "itches" });
    }),
  );
});

test("the same answer sent many times at once is stored once; different ones at once leave one winner", async () => {
  const db = await testDatabase();
  const cast = await createCast(db);
  const { responseId } = await createTrialWithResponse(db, cast.sari, cast.teamId, asked);
  const save = (value: number) => saveAnswer(contextFor(db, cast.sari), { responseId, key: "liking", status: "answered", value, revision: 0, shownMs: 0 });
  await Promise.all(Array.from({ length: 8 }, () => save(6)));
  const [row] = await db.select().from(answers).where(eq(answers.responseId, responseId));
  expect(row).toMatchObject({ value: 6, changes: 0, revision: 1 });

  const other = await createTrialWithResponse(db, await createPerson(db, "Wati"), cast.teamId, asked);
  const wati = (await db.select().from(participants).where(eq(participants.id, other.participantId)))[0]!;
  const actor = { ...cast.sari, id: wati.personId! };
  const outcomes = await Promise.allSettled(
    [1, 2, 3, 4].map((value) =>
      saveAnswer(contextFor(db, actor), { responseId: other.responseId, key: "liking", status: "answered", value, revision: 0, shownMs: 0 }),
    ),
  );
  expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
});

describe("handing in", () => {
  test(
    "lists every required question without an answer",
    rolledBack(async (db) => {
      const { cast, save, responseId } = await setUp(db);
      await save("remarks", "Enak");
      await expect(submitResponse(contextFor(db, cast.sari), responseId)).rejects.toMatchObject({
        problems: { "answer.liking": { key: "required" }, "answer.store": { key: "required" } },
      });
    }),
  );

  test(
    "is final, happens once however often it is pressed, and is recorded once",
    rolledBack(async (db) => {
      const { cast, save, responseId } = await setUp(db);
      await save("liking", 8);
      await save("store", "market");
      const ctx = contextFor(db, cast.sari);
      expect(await submitResponse(ctx, responseId)).toMatchObject({ wasSubmitted: false, answers: { liking: 8, store: "market" } });
      expect(await submitResponse(ctx, responseId)).toMatchObject({ wasSubmitted: true });
      await expect(save("liking", 1, 99)).rejects.toMatchObject({ reason: { key: "already_submitted" } });
      expect(await db.select().from(activity).where(eq(activity.kind, "response.submitted"))).toHaveLength(1);
      const [row] = await db.select().from(responses).where(eq(responses.id, responseId));
      expect(row).toMatchObject({ state: "submitted", submittedAt: ctx.now });
    }),
  );

  test(
    "starting a response again gives the same one, and nobody starts one for somebody else",
    rolledBack(async (db) => {
      const { cast, versionId, participantId, prototypeId, responseId } = await setUp(db);
      expect(await startResponse(contextFor(db, cast.sari), { versionId, participantId, prototypeId, position: 1 })).toBe(responseId);
      await expect(startResponse(contextFor(db, cast.budi), { versionId, participantId, prototypeId })).rejects.toBeInstanceOf(NotFound);
      await expect(startResponse(contextFor(db, cast.budi), { versionId, personId: cast.sari.id })).rejects.toBeInstanceOf(NotFound);
    }),
  );
});

test(
  "members never see which answer qualifies",
  rolledBack(async (db) => {
    const cast = await createCast(db);
    const screening = options("yes", "no").map((option, index) => ({ ...option, screening: index === 0 ? ("qualify" as const) : ("disqualify" as const) }));
    const made = await createTrialWithResponse(db, cast.sari, cast.teamId, {
      washes: completeQuestion("single_choice", { options: screening }),
      trade: completeQuestion("multiple_choice", { options: screening }),
      home: completeQuestion("number", { screening: { min: 2, max: 5 } }),
    });
    const seen = JSON.stringify((await loadResponse(contextFor(db, cast.sari), made.responseId)).questions);
    expect(seen).not.toMatch(/qualify"/);
    expect(seen).toContain('"screening":null');
  }),
);

describe("a question that depends on an earlier answer", () => {
  const dependent = {
    store: completeQuestion("single_choice", { options: options("market", "online") }),
    stall: completeQuestion("open_text", {}, { required: true, showIf: { question: "store", is: "any_of", codes: ["market"] } }),
    liking: completeQuestion("rating", {}, {}, "hedonic9"),
  };
  const begin = async (db: Parameters<typeof createCast>[0]) => {
    const cast = await createCast(db);
    const made = await createTrialWithResponse(db, cast.sari, cast.teamId, dependent);
    const ctx = contextFor(db, cast.sari);
    const save = (key: string, value: unknown, revision = 0) =>
      saveAnswer(ctx, { responseId: made.responseId, key, status: "answered", value, revision, shownMs: 1000 });
    return { ...made, ctx, save };
  };

  test(
    "takes no answer while it is not shown, and is not missed when handing in",
    rolledBack(async (db) => {
      const { ctx, save, responseId } = await begin(db);
      await expect(save("stall", "Bu Tini")).rejects.toMatchObject({ problems: { "": { key: "not_shown" } } });
      await save("store", "online");
      await expect(save("stall", "Bu Tini")).rejects.toMatchObject({ problems: { "": { key: "not_shown" } } });
      await save("liking", 7);
      expect((await submitResponse(ctx, responseId)).answers).toEqual({ store: "online", liking: 7 });
    }),
  );

  test(
    "is needed once it is shown",
    rolledBack(async (db) => {
      const { ctx, save, responseId } = await begin(db);
      await save("store", "market");
      await save("liking", 7);
      await expect(submitResponse(ctx, responseId)).rejects.toMatchObject({ problems: { "answer.stall": { key: "required" } } });
    }),
  );

  test(
    "keeps its answer while somebody looks at the other way, and loses it when that way is handed in",
    rolledBack(async (db) => {
      const { ctx, save, responseId } = await begin(db);
      const first = await save("store", "market");
      await save("stall", "Bu Tini");
      const second = await save("store", "online", first.revision);
      expect((await loadResponse(ctx, responseId)).answers.stall?.value).toBe("Bu Tini");
      await save("store", "market", second.revision);
      const third = await loadResponse(ctx, responseId);
      expect(third.answers.stall?.value).toBe("Bu Tini");
      await save("store", "online", third.answers.store!.revision);
      await save("liking", 7);
      expect((await submitResponse(ctx, responseId)).answers).toEqual({ store: "online", liking: 7 });
      const left = await db.select().from(answers).where(eq(answers.responseId, responseId));
      expect(left.map((row) => row.questionKey).sort()).toEqual(["liking", "store"]);
    }),
  );
});

test(
  "an order drawn for somebody is the same whenever they come back, and an answer in it is stored in the written order",
  rolledBack(async (db) => {
    const cast = await createCast(db);
    const terms = ["sweet", "sour", "fresh", "bitter", "thick", "smooth"].map((value) => ({ value, label: { en: value, id: value } }));
    const made = await createTrialWithResponse(db, cast.sari, cast.teamId, { words: completeQuestion("cata", { terms }) });
    const ctx = contextFor(db, cast.sari);
    const shownTo = async () => ((await loadResponse(ctx, made.responseId)).questions[0]!.config as { shown: string[] }).shown;
    expect((await shownTo()).toSorted()).toEqual(terms.map(({ value }) => value).toSorted());
    expect(await shownTo()).toEqual(await shownTo());
  }),
);
