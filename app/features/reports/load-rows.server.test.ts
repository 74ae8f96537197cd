import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { createCast } from "../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../tests/support/database";
import { likingAndWhen, storeStudy } from "../../../tests/support/stored-study";
import { findTrialFacts, loadReportData } from "./data.server";
import { loadAnswers } from "./load-answers.server";
import { numberPeople, readAhead } from "./load-rows.server";

describe("answers that are read in parts", () => {
  it("are asked for one part ahead, and taken in their order", async () => {
    const seen: string[] = [];
    const ask = async (part: number) => {
      seen.push(`asked ${part}`);
      await new Promise((resolve) => setTimeout(resolve, 5 - part));
      return part * 10;
    };
    await readAhead([1, 2, 3], ask, (found, part) => seen.push(`took ${part}: ${found}`));
    expect(seen).toEqual(["asked 1", "asked 2", "took 1: 10", "asked 3", "took 2: 20", "took 3: 30"]);
  });

  it("are asked for two ahead where two connections read them, and still taken in their order", async () => {
    const seen: string[] = [];
    const ask = async (part: number, index: number) => {
      seen.push(`asked ${part} of ${index % 2}`);
      await new Promise((resolve) => setTimeout(resolve, 20 - 4 * part));
      return part;
    };
    await readAhead([1, 2, 3, 4], ask, (found) => seen.push(`took ${found}`), 2);
    expect(seen).toEqual(["asked 1 of 0", "asked 2 of 1", "asked 3 of 0", "took 1", "asked 4 of 1", "took 2", "took 3", "took 4"]);
  });

  it("are nothing where one part cannot be read", async () => {
    const ask = (part: number) => (part === 2 ? Promise.reject(new Error("gone")) : Promise.resolve(part));
    await expect(readAhead([1, 2, 3], ask, () => undefined)).rejects.toThrow("gone");
    await expect(
      readAhead([1, 2], ask, () => {
        throw new Error("unreadable");
      }),
    ).rejects.toThrow("unreadable");
  });

  it(
    "stand beside their people and prototypes, whatever else was asked between them and however far their ids lie apart",
    rolledBack(async (db) => {
      const { teamId } = await createCast(db);
      const study = {
        teamId,
        prototypes: ["A", "B"],
        questions: likingAndWhen,
        people: 30,
        tried: (person: number) => (person % 3 ? [1, 0] : [1]),
        answer: (person: number, place: number, key: string) => (key === "liking" ? 1 + ((person + 4 * place) % 9) : person % 2 ? "morning" : null),
      };
      const trialId = await storeStudy(db, study);
      // Another study's responses lie between those of this one, and the last ones far behind.
      await storeStudy(db, study);
      const ctx = contextFor(db);
      const before = await loadReportData(ctx, await findTrialFacts(ctx, trialId));
      await db.execute(sql`
        with r as (select r.id, r.id + 50000000 as later from responses r join participants p on p.id = r.participant_id where p.trial_id = ${trialId} order by r.id desc limit 9),
          moved as (insert into responses (id, version_id, participant_id, prototype_id, position, state, started_at, submitted_at)
            overriding system value select r.later, version_id, participant_id, -prototype_id, position, state, started_at, submitted_at from responses join r using (id) returning id)
        insert into answers (response_id, question_key, status, value) select r.later, question_key, status, value from answers join r on r.id = response_id where exists (select 1 from moved)`);
      await db.execute(sql`delete from responses where id in (select id - 50000000 from responses where id > 50000000)`);
      await db.execute(sql`update responses set prototype_id = -prototype_id where id > 50000000`);
      const after = await loadReportData(ctx, await findTrialFacts(ctx, trialId));
      expect(after.ids.filter((id) => id > 50_000_000)).toHaveLength(9);
      expect(after.rows).toEqual(before.rows);
      expect(after.dataHash).toBe(before.dataHash);
      const liking = after.numbers.get("liking")!;
      const { person, prototype, count } = after.rows;
      expect(count).toBe(50);
      expect(Array.from(liking)).toEqual(Array.from(person, (number, row) => 1 + ((number - 1 + 4 * prototype[row]!) % 9)));
      // Within a person by prototype, though B was tried first.
      expect(Array.from(prototype.slice(0, 5))).toEqual([1, 0, 1, 0, 1]);
    }),
  );

  it(
    "about health stay in the database, and so do people's own words: of them a fingerprint is read",
    rolledBack(async (db) => {
      const { teamId } = await createCast(db);
      const trialId = await storeStudy(db, {
        teamId,
        prototypes: ["A"],
        questions: [...likingAndWhen, { key: "allergy", type: "open_text", config: {}, dataClass: "health" }, { key: "why", type: "open_text", config: {} }],
        people: 6,
        tried: () => [0],
        answer: (_person, _place, key) => ({ liking: 7, when: "morning", allergy: "peanuts", why: "hangat" })[key] ?? null,
      });
      const ctx = contextFor(db);
      const watched = () => {
        const read: unknown[] = [];
        const execute = ((query) => db.execute(query).then((rows) => (read.push([...rows]), rows))) as typeof db.execute;
        return { read, db: new Proxy(db, { get: (target, name) => (name === "execute" ? execute : (Reflect.get(target, name) as unknown)) }) };
      };
      const [one, other] = [watched(), watched()];
      const trial = await findTrialFacts(ctx, trialId);
      const given = await loadReportData(ctx, trial);
      const people = await numberPeople(ctx, trialId);
      const { columns } = await loadAnswers(
        { ...ctx, db: one.db, beside: other.db },
        {
          trialId,
          versionId: trial.questionnaireVersionId,
          prototypes: given.prototypes,
          questions: given.questions,
          personOf: people,
          isLeftOut: () => false,
          narrowing: null,
        },
      );
      expect([...columns.keys()].sort()).toEqual(["liking", "when", "why"]);
      // The first part is the second connection's, where there is one.
      expect(JSON.stringify(other.read)).toContain("morning");
      expect(JSON.stringify([one.read, other.read])).not.toMatch(/peanuts|allergy|hangat/);
    }),
  );
});
