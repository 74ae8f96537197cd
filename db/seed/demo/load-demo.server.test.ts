import { and, count, eq, isNotNull, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { dayInMs, before } from "../../../app/core/time";
import { listParticipants } from "../../../app/features/trials/board.server";
import { compareVersions } from "../../../app/features/reports/comparing/compare-versions.server";
import { compareWaves } from "../../../app/features/reports/comparing/compare-waves.server";
import { getNorms } from "../../../app/features/reports/comparing/place-among-norms.server";
import { getReport, getVersion } from "../../../app/features/reports/queries.server";
import { contextFor, testDatabase } from "../../../tests/support/database";
import { waitingJobs } from "../../../tests/support/jobs";
import {
  activity,
  addresses,
  applications,
  cases,
  changes,
  codeReveals,
  comments,
  ideas,
  ideaVotes,
  participants,
  people,
  quotaCells,
  responses,
  teamMembers,
  trialPrototypes,
  trials,
} from "../../schema/index";
import { loadDemo } from "./load-demo.server";

const loadedAt = new Date("2026-11-20T03:00:00Z");

const countAll = async () => {
  const db = await testDatabase();
  return {
    people: await db.$count(people),
    ideas: await db.$count(ideas),
    published: await db.$count(ideas, eq(ideas.state, "published")),
    votes: await db.$count(ideaVotes),
    comments: await db.$count(comments),
    waiting: await db.$count(cases, eq(cases.state, "open")),
    running: await db.$count(trials, sql`${trials.state} in ('recruiting', 'fieldwork')`),
    reported: await db.$count(trials, eq(trials.state, "reported")),
    applications: await db.$count(applications),
    complete: await db.$count(participants, and(eq(participants.state, "complete"), isNotNull(participants.personId))),
    changes: await db.$count(changes, isNotNull(changes.publishedAt)),
    jobs: (await waitingJobs(db, "notify")).length,
  };
};

const actorOf = async (email: string) => {
  const db = await testDatabase();
  const [row] = await db.select().from(people).where(eq(people.email, email));
  const teams = await db.select().from(teamMembers).where(eq(teamMembers.personId, row!.id));
  const { id, role, displayName } = row!;
  return { kind: "person" as const, id, role, displayName, teamIds: teams.map(({ teamId }) => teamId), emailVerified: true, sessionId: "test" };
};

const trialOf = async (name: string) => {
  const db = await testDatabase();
  const [row] = await db
    .select({ id: trials.id })
    .from(trials)
    .where(sql`${trials.name} ->> 'en' = ${name}`);
  return row!.id;
};

describe("the demo community", () => {
  beforeAll(async () => {
    expect(await loadDemo(await testDatabase(), loadedAt)).toBe(true);
  }, 300_000);

  it("is believable in size", async () => {
    const loaded = await countAll();
    expect(loaded.people).toBeGreaterThanOrEqual(45);
    expect(loaded.ideas).toBeGreaterThanOrEqual(60);
    expect(loaded.votes).toBeGreaterThanOrEqual(600);
    expect(loaded.comments).toBeGreaterThanOrEqual(150);
    expect(loaded.waiting).toBeGreaterThanOrEqual(5);
    expect(loaded.applications).toBeGreaterThanOrEqual(20);
    expect(loaded).toMatchObject({ running: 2, reported: 8, complete: 57, changes: 6 });
  });

  it("is not loaded twice", async () => {
    const loaded = await countAll();
    expect(await loadDemo(await testDatabase(), new Date("2026-11-21T03:00:00Z"))).toBe(false);
    expect(await countAll()).toEqual(loaded);
  });

  it("counts what is there: votes on ideas, people in the quota cells of running trials", async () => {
    const db = await testDatabase();
    const [votes] = await db
      .select({ count: count() })
      .from(ideas)
      .where(sql`${ideas.voteCount} <> (select count(*) from idea_votes v where v.idea_id = ${ideas.id})`);
    const [places] = await db
      .select({ count: count() })
      .from(quotaCells)
      .where(
        sql`${quotaCells.trialId} in (select t.id from trials t where t.state in ('recruiting', 'fieldwork'))
          and ${quotaCells.taken} <> (select count(*) from participants p where p.cell_id = ${quotaCells.id} and p.state in ('accepted', 'active', 'complete'))`,
      );
    expect([votes?.count, places?.count]).toEqual([0, 0]);
  });

  it("happened before it was loaded", async () => {
    const db = await testDatabase();
    const [later] = await db
      .select({ count: count() })
      .from(activity)
      .where(sql`${activity.at} > ${loadedAt.toISOString()}::timestamptz`);
    expect(later?.count).toBe(0);
  });

  it("is written down in the order in which it happened, nobody acting before they joined", async () => {
    const db = await testDatabase();
    const rows = await db.execute<{ early: number; jumps: number }>(sql`
      select (count(*) filter (where p.created_at > e.at))::int as early, (count(*) filter (where e.before > e.at + interval '2 hours'))::int as jumps
      from (select a.*, max(a.at) over (order by a.id rows between unbounded preceding and 1 preceding) as before from activity a
        where a.kind not in ('account.joined', 'consent.given')) e
      left join people p on p.id = e.actor_id`);
    expect(rows[0]).toEqual({ early: 0, jumps: 0 });
    const [votes] = await db
      .select({ early: count() })
      .from(ideaVotes)
      .innerJoin(people, eq(people.id, ideaVotes.personId))
      .where(sql`${ideaVotes.createdAt} < ${people.createdAt}`);
    expect(votes).toEqual({ early: 0 });
  });

  it("has something waiting for Sari and for Budi", async () => {
    const db = await testDatabase();
    const sari = await actorOf("sari@contoh.example");
    const budi = await actorOf("budi@contoh.example");
    const own = await db
      .select({ state: responses.state, answered: sql<number>`(select count(*)::int from answers a where a.response_id = ${responses.id})` })
      .from(responses)
      .innerJoin(participants, eq(participants.id, responses.participantId))
      .where(eq(participants.personId, sari.id))
      .orderBy(responses.position);
    expect(own).toEqual([
      { state: "submitted", answered: 16 },
      { state: "open", answered: 8 },
    ]);
    const [offer] = await db.select().from(applications).where(eq(applications.personId, budi.id));
    expect(offer).toMatchObject({ state: "chosen" });
    expect(offer!.answerBy!.getTime()).toBeGreaterThan(loadedAt.getTime());
  });

  it("keeps the running trial blind: the product manager sees codes, neither names nor prototypes, and nobody has read the key", async () => {
    const db = await testDatabase();
    const [shampoo] = await db.select().from(trials).where(eq(trials.state, "fieldwork"));
    const rian = await actorOf("rian@contoh.example");
    const shown = JSON.stringify(await listParticipants(contextFor(db, rian, loadedAt), shampoo!.id));
    const names = await db.select({ name: people.displayName }).from(people).where(eq(people.role, "member"));
    for (const { name } of names) expect(shown).not.toContain(`"${name}"`);
    expect(shown).not.toMatch(/rinse|refill/i);
    const codes = await db.select({ code: trialPrototypes.code }).from(trialPrototypes).where(eq(trialPrototypes.trialId, shampoo!.id));
    expect(codes.some(({ code }) => shown.includes(code))).toBe(true);
    expect(await db.$count(codeReveals)).toBe(0);
    expect((await db.select().from(addresses)).some(({ ciphertext }) => Buffer.from(ciphertext).includes("Contoh"))).toBe(false);
  });

  it("reports the carrots as R does", async () => {
    const db = await testDatabase();
    const rian = contextFor(db, await actorOf("rian@contoh.example"), loadedAt);
    const version = await getVersion(rian, await trialOf("Twelve carrots, raw"), 1);
    const code = version.content.prototypes.find(({ name }) => name === "Bolero late")?.code;
    const liking = version.content.blocks.find(({ block }) => block === "liking");
    const row = liking && "ratings" in liking ? liking.ratings[0]?.rows.find((each) => each.code === code) : undefined;
    expect(row?.mean).toBeCloseTo(5.3398058252, 9);
  });

  it("compares two versions of the carrots: one person left out with a reason, and nothing else", async () => {
    const db = await testDatabase();
    const rian = contextFor(db, await actorOf("rian@contoh.example"), loadedAt);
    const trialId = await trialOf("Twelve carrots, raw");
    const { report } = await getReport(rian, trialId);
    const { chosen } = await compareVersions(rian, trialId, report.id, { from: null, to: null });
    expect([chosen?.from.people, chosen?.to.people]).toEqual([103, 102]);
    expect(chosen?.changes.tables.length).toBeGreaterThan(1);
    const base = (await getVersion(rian, trialId, 2)).content.blocks.find(({ block }) => block === "base");
    expect(base && "exclusions" in base ? base.exclusions : []).toMatchObject([{ responses: 12, reason: expect.stringContaining("nilai kesukaan 5") }]);
  });

  it("places the crisps among others of their category, and tells their waves apart", async () => {
    const db = await testDatabase();
    const rian = contextFor(db, await actorOf("rian@contoh.example"), loadedAt);
    const trialId = await trialOf("Cassava crisps with less salt");
    const norms = await getNorms(rian, trialId);
    expect(norms).toMatchObject({ problem: null, others: 13 });
    expect(norms.finding?.title.en).toMatch(/^Kurang garam is in the top 20\s% of 14 Keripik tested$/);
    const { waves, findings } = await compareWaves(rian, trialId);
    expect(waves).toEqual([
      { number: 1, people: 22 },
      { number: 2, people: 22 },
    ]);
    expect(findings.map(({ title }) => title.en).filter((title) => /crisp/.test(title) && /clearly/.test(title))).toHaveLength(1);
  });

  it("tells people of the last ten days only", async () => {
    const db = await testDatabase();
    const told = await waitingJobs<{ activityId: number }>(db, "notify");
    const rows = await db.select({ id: activity.id, at: activity.at }).from(activity);
    const at = new Map(rows.map((row) => [row.id, row.at]));
    expect(told.length).toBeGreaterThan(3);
    expect(told.filter(({ activityId }) => at.get(activityId)! < before(loadedAt, 10 * dayInMs))).toEqual([]);
  });
});
