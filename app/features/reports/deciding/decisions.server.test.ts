import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { system } from "~/core/context";
import { Forbidden, NotFound } from "~/core/errors";
import { after, dayInMs } from "~/core/time";
import { sendWeeklyDigest } from "~/features/notifications/weekly-digest.server";
import type { Database } from "~db/client.server";
import { mails, people } from "~db/schema/index";
import { createCast, createPerson } from "../../../../tests/support/cast";
import { contextFor, noon, rolledBack } from "../../../../tests/support/database";
import { storeStudy } from "../../../../tests/support/stored-study";
import { prepareChange } from "../changes/prepare-change.server";
import { makeDecision } from "../make-decision.server";
import { publishReport } from "../publish-report.server";
import { getVersion, listDecisions } from "../queries.server";
import { listOverdueDecisions, listOwners, setDecisionDone } from "./decisions.server";

const decided = async (db: Database) => {
  const cast = await createCast(db);
  const trialId = await storeStudy(db, {
    teamId: cast.teamId,
    prototypes: ["A", "B"],
    people: 30,
    questions: [
      {
        key: "liking",
        type: "rating",
        config: { preset: "hedonic9", min: 1, max: 9, highIsGood: true, topBoxes: [8, 9], bottomBoxes: [1, 2], measures: "overall_liking" },
      },
    ],
    answer: (person, prototype) => 4 + (person % 3) + prototype * (person % 4 === 0 ? 1 : 2),
  });
  const rian = contextFor(db, cast.rian);
  const number = await publishReport(rian, { trialId });
  const { content, version } = await getVersion(rian, trialId, number);
  const finding = content.findings[0]!.key;
  const decide = (more: { ownerId?: number; dueOn?: string }) => makeDecision(rian, { trialId, number, finding, choice: "change", note: "", ...more });
  return { cast, rian, trialId, version, decide };
};

it(
  "a decision belongs to somebody who may see to it, and to nobody else",
  rolledBack(async (db) => {
    const { cast, rian, decide } = await decided(db);
    const tono = await createPerson(db, "Tono", "product_manager");
    expect((await listOwners(rian, cast.teamId)).map(({ name }) => name)).toEqual(["Dewi", "Rian"]);
    for (const stranger of [tono, cast.sari, cast.maya]) await expect(decide({ ownerId: stranger.id })).rejects.toThrow(NotFound);
    await decide({ ownerId: cast.dewi.id });
  }),
);

it(
  "is overdue from the day after its day, until it is done or decided anew; done tells what changed and begins the telling back",
  rolledBack(async (db) => {
    const { cast, rian, version, decide } = await decided(db);
    const id = await decide({ ownerId: cast.dewi.id, dueOn: "2026-11-05" });
    const on = (days: number, who = cast.rian) => listOverdueDecisions(contextFor(db, who, after(noon, days * dayInMs)));
    expect(await on(3)).toEqual([]);
    const [late] = await on(4);
    expect(late).toMatchObject({ id, owner: "Dewi", dueOn: "2026-11-05" });
    expect(late!.finding?.en).toContain("B");
    expect(await on(4, cast.dewi)).toHaveLength(1);
    expect(await on(4, cast.maya)).toEqual([]);
    await expect(setDecisionDone(contextFor(db, cast.maya), { decisionId: id, done: true, outcome: "x" })).rejects.toThrow(Forbidden);
    await setDecisionDone(rian, { decisionId: id, done: true, outcome: "The cap closes tightly now" });
    expect(await on(4)).toEqual([]);
    expect((await listDecisions(rian, version.id))[0]).toMatchObject({ owner: "Dewi", outcome: { text: "The cap closes tightly now" } });
    expect((await prepareChange(rian, { decisionId: id, ideaId: null })).values.did).toEqual({ en: "The cap closes tightly now", id: "" });
    await setDecisionDone(rian, { decisionId: id, done: false, outcome: "" });
    expect(await on(4)).toHaveLength(1);
    await decide({});
    expect(await on(4)).toEqual([]);
  }),
);

it(
  "stands in the weekly mail of its owner and of the team's product managers only",
  rolledBack(async (db) => {
    const { cast, decide } = await decided(db);
    await decide({ ownerId: cast.dewi.id, dueOn: "2026-11-05" });
    await sendWeeklyDigest(contextFor(db, system("test"), after(noon, 7 * dayInMs)));
    const told = async (id: number) => {
      const rows = await db.select({ text: mails.text }).from(mails).innerJoin(people, eq(people.email, mails.to)).where(eq(people.id, id));
      return rows.some(({ text }) => /5 Nov|5 November/.test(text));
    };
    expect([await told(cast.dewi.id), await told(cast.rian.id), await told(cast.maya.id), await told(cast.sari.id)]).toEqual([true, true, false, false]);
  }),
);
