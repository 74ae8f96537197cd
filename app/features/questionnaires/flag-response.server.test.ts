// What a response is compared with when it is handed in: others of the same questionnaire, and what the same person said elsewhere.
import { expect, test } from "vitest";
import { answers, participants, prototypes, responses, trialPrototypes } from "~db/schema/index";
import { createCast } from "../../../tests/support/cast";
import { contextFor, noon, rolledBack } from "../../../tests/support/database";
import { completeQuestion, createTrialWithResponse } from "../../../tests/support/questionnaires";
import { flagResponse } from "./flag-response.server";
import { emptyItems } from "./types/ordered";

const both = (text: string) => ({ en: text, id: text });
const asked = {
  liking: completeQuestion("rating", {}, {}, "hedonic9"),
  grid: completeQuestion("matrix", { rows: emptyItems("a", "b", "c").map((row) => ({ ...row, label: both(row.value) })) }, {}, "matrix7"),
  pair: completeQuestion("paired_preference"),
};
const questions = Object.entries(asked).map(([key, question]) => ({ key, ...question }));

test(
  "a response that hangs together as none of the latest others does is found, once fifty others are known",
  rolledBack(async (db) => {
    const cast = await createCast(db);
    const { trialId, versionId, prototypeId, participantId, responseId } = await createTrialWithResponse(db, cast.sari, cast.teamId, asked);
    const own = { liking: 5, grid: { a: 7, b: 1, c: 4 } };
    const look = () => flagResponse(contextFor(db), { responseId, versionId, participantId, questions, given: own, totalMs: 600_000 });
    const answerOf = async (person: number, of: (at: number) => object, count: number) => {
      const stored = await db
        .insert(responses)
        .values(
          Array.from({ length: count }, () => ({
            versionId,
            participantId: person,
            prototypeId,
            state: "submitted" as const,
            startedAt: noon,
            submittedAt: noon,
          })),
        )
        .returning({ id: responses.id });
      await db
        .insert(answers)
        .values(stored.map(({ id }, at) => ({ responseId: id, questionKey: "grid", status: "answered" as const, value: of(at), updatedAt: noon })));
    };
    const usual = (at: number) => ({ a: 1 + (at % 7), b: Math.min(7, Math.max(1, 1 + (at % 7) + ((at * 5) % 3) - 1)), c: 1 + ((at * 3) % 7) });
    const people = await db
      .insert(participants)
      .values(Array.from({ length: 60 }, (_, at) => ({ trialId, respondent: `r${at}`, state: "complete" as const, createdAt: noon })))
      .returning({ id: participants.id });
    for (const [at, { id }] of people.slice(0, 49).entries()) await answerOf(id, () => usual(at), 1);
    expect(await look()).toEqual([]);
    for (const [at, { id }] of people.slice(49).entries()) await answerOf(id, () => usual(49 + at), 1);
    expect(await look()).toMatchObject([{ kind: "unusual", question: "grid", value: 30.2 }]);
  }),
);

test(
  "whoever prefers the one that they liked much less has contradicted themselves, also where they liked it in another questionnaire",
  rolledBack(async (db) => {
    const cast = await createCast(db);
    const made = await createTrialWithResponse(db, cast.sari, cast.teamId, asked);
    const [first] = await db.select().from(prototypes);
    const [other] = await db
      .insert(prototypes)
      .values({ productId: first!.productId, name: "B", description: both(""), usage: both("") })
      .returning();
    await db.insert(trialPrototypes).values({ trialId: made.trialId, prototypeId: other!.id, code: "915" });
    const [before] = await db
      .insert(responses)
      .values({
        versionId: made.versionId,
        participantId: made.participantId,
        prototypeId: other!.id,
        state: "submitted",
        startedAt: noon,
        submittedAt: noon,
      })
      .returning();
    await db.update(responses).set({ state: "submitted", submittedAt: noon });
    await db.insert(answers).values([
      { responseId: before!.id, questionKey: "liking", status: "answered", value: 8, updatedAt: noon },
      { responseId: made.responseId, questionKey: "liking", status: "answered", value: 5, updatedAt: noon },
    ]);
    const look = (choice: string) =>
      flagResponse(contextFor(db), {
        ...made,
        questions,
        given: { liking: 5, pair: { choice, left: "482", right: "915" } },
        totalMs: 600_000,
      });
    expect(await look("915")).toEqual([]);
    expect(await look("482")).toMatchObject([{ kind: "inconsistent", question: "pair", other: "liking", value: 3, threshold: 3 }]);
  }),
);
