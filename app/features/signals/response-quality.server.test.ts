import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { Forbidden, Invalid, NotFound } from "~/core/errors";
import { saveAnswer } from "~/features/questionnaires/save-answer.server";
import { startResponse } from "~/features/questionnaires/start-response.server";
import { completeResponse } from "~/features/trials/complete-response.server";
import type { Database } from "~db/client.server";
import { participants, responseFlags } from "~db/schema/index";
import { createCast } from "../../../tests/support/cast";
import { contextFor, noon, rolledBack } from "../../../tests/support/database";
import { completeQuestion, createTrialWithResponse } from "../../../tests/support/questionnaires";
import { decideFlag } from "~/features/reports/judge-response.server";
import { listFlagged } from "~/features/reports/quality.server";
import { getReport } from "~/features/reports/queries.server";
import { decideCase, undoCaseVerdict } from "./decide-case.server";
import { getCase, listQueue } from "./queries.server";

const asked = {
  liking: completeQuestion("rating", {}, {}, "hedonic9"),
  check: completeQuestion("attention"),
  likes: completeQuestion("open_text"),
};

const text = "Segar dan tidak terlalu manis, enak diminum pagi sebelum berangkat kerja";

/** Sari hands in with a minute on every question; Budi writes the same words in no time and does not read along. */
const setUp = async (db: Database) => {
  const cast = await createCast(db);
  const made = await createTrialWithResponse(db, cast.sari, cast.teamId, asked);
  const { trialId, versionId, prototypeId } = made;
  const [other] = await db.insert(participants).values({ trialId, personId: cast.budi.id, state: "active", createdAt: noon }).returning();
  const otherId = await startResponse(contextFor(db), { versionId, participantId: other!.id, prototypeId, position: 1 });
  const answer = async (actor: typeof cast.sari, responseId: number, given: Record<string, unknown>, shownMs: number) => {
    const ctx = contextFor(db, actor);
    for (const [key, value] of Object.entries(given)) await saveAnswer(ctx, { responseId, key, status: "answered", value, revision: 0, shownMs });
    await completeResponse(ctx, { responseId });
  };
  await answer(cast.sari, made.responseId, { liking: 7, check: 5, likes: text }, 60_000);
  await answer(cast.budi, otherId, { liking: 7, check: 1, likes: `${text}, segar!` }, 500);
  return { cast, trialId, carefulId: made.responseId, hastyId: otherId, hastyParticipant: other!.id };
};

test(
  "what is unusual is found when it is handed in, with its reasons, and what is usual is left alone",
  rolledBack(async (db) => {
    const { cast, trialId, hastyId, carefulId } = await setUp(db);
    const { items } = await listFlagged(contextFor(db, cast.maya), trialId, null);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ id: hastyId, number: 2, code: "482", decision: null });
    expect(items[0]!.reasons.map(({ kind }) => kind)).toEqual(["speeding", "attention", "duplicate_text"]);
    const alike = items[0]!.reasons[2]!;
    expect(alike).toMatchObject({ otherResponse: carefulId, alike: { number: 1, code: "482" }, otherAnswer: { en: text } });
    expect(alike.value).toBeGreaterThan(0.85);
    expect(alike.value).toBeLessThan(1);
  }),
);

test(
  "leaving out takes the participant out of the report with the reason, and taking it back brings them in again",
  rolledBack(async (db) => {
    const { cast, trialId, hastyId, hastyParticipant } = await setUp(db);
    const ctx = contextFor(db, cast.maya);
    const decide = (decision: "kept" | "left_out" | "open", reason = "") => decideFlag(ctx, { trialId, responseId: hastyId, decision, reason });
    await expect(decide("left_out")).rejects.toBeInstanceOf(Invalid);
    await decide("left_out", "Did not read along");
    const excluded = async () => (await getReport(ctx, trialId)).report.draft.exclusions;
    expect(await excluded()).toMatchObject([{ participantId: hastyParticipant, reason: "Did not read along" }]);
    await decide("open");
    expect(await excluded()).toEqual([]);
    await decide("kept");
    expect(await excluded()).toEqual([]);
    const [flag] = await db.select().from(responseFlags).where(eq(responseFlags.responseId, hastyId));
    expect(flag).toMatchObject({ decision: "kept", decidedBy: cast.maya.id });
  }),
);

test(
  "waits in the queue as a case with its reasons, is decided there, and taking the verdict back brings the person in again",
  rolledBack(async (db) => {
    const { cast, trialId, hastyId, hastyParticipant } = await setUp(db);
    const ctx = contextFor(db, cast.maya);
    const excluded = async () => (await getReport(ctx, trialId)).report.draft.exclusions.map(({ participantId, reason }) => [participantId, reason]);
    const decisionOf = async () => (await db.select().from(responseFlags).where(eq(responseFlags.responseId, hastyId)))[0]?.decision;
    const { entries } = await listQueue(ctx, { kind: "response" });
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ title: "Morning juice · 482", priority: 45 });
    const view = await getCase(ctx, entries[0]!.id);
    expect(view.reasons.map(({ key }) => key)).toEqual(["speeding", "attention", "duplicate_text"]);
    expect(view).toMatchObject({ subjectKind: "response", response: { id: hastyId, number: 2, trial: { id: trialId } } });
    const decide = (verdict: "approve" | "decline" | "ask_for_change", message = "") =>
      decideCase(ctx, { caseId: view.id, version: view.version, verdict, message });
    await expect(decide("decline")).rejects.toBeInstanceOf(Invalid);
    await expect(decide("ask_for_change", "Please")).rejects.toBeInstanceOf(Invalid);
    const { verdictId } = await decide("decline", "Copied from somebody else");
    expect(await excluded()).toEqual([[hastyParticipant, "Copied from somebody else"]]);
    expect(await decisionOf()).toBe("left_out");
    expect((await listQueue(ctx, { kind: "response" })).entries).toEqual([]);
    await undoCaseVerdict(ctx, { verdictId });
    expect(await excluded()).toEqual([]);
    expect(await decisionOf()).toBeNull();
    expect((await listQueue(ctx, { kind: "response" })).entries).toHaveLength(1);
  }),
);

test(
  "what is decided on the trial's own page leaves the queue, and comes back when the decision is taken back",
  rolledBack(async (db) => {
    const { cast, trialId, hastyId } = await setUp(db);
    const ctx = contextFor(db, cast.maya);
    const waiting = async () => (await listQueue(ctx, { kind: "response" })).entries.length;
    await decideFlag(ctx, { trialId, responseId: hastyId, decision: "kept", reason: "" });
    expect(await waiting()).toBe(0);
    await decideFlag(ctx, { trialId, responseId: hastyId, decision: "open", reason: "" });
    expect(await waiting()).toBe(1);
  }),
);

test(
  "deciding is for moderators, and only about what was flagged in this trial",
  rolledBack(async (db) => {
    const { cast, trialId, carefulId, hastyId } = await setUp(db);
    await expect(listFlagged(contextFor(db, cast.rian), trialId, null)).rejects.toBeInstanceOf(Forbidden);
    await expect(listFlagged(contextFor(db, cast.sari), trialId, null)).rejects.toBeInstanceOf(Forbidden);
    const decide = (inTrial: number, responseId: number) =>
      decideFlag(contextFor(db, cast.maya), { trialId: inTrial, responseId, decision: "kept", reason: "" });
    await expect(decide(trialId, carefulId)).rejects.toBeInstanceOf(NotFound);
    await expect(decide(trialId + 1000, hastyId)).rejects.toBeInstanceOf(NotFound);
  }),
);
