import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Actor, PersonActor } from "~/core/context";
import { Conflict, Forbidden, Invalid, NotFound, SignInRequired } from "~/core/errors";
import { visitor } from "~/core/context";
import { writeConsent } from "~/features/accounts/consent.server";
import { importTrial } from "~/features/trials/import/import-trial.server";
import type { Database } from "~db/client.server";
import { activity, answers, decisions, participants, reports, reportVersions, responses, trials } from "~db/schema/index";
import { createCast, createPerson, type Cast } from "../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../tests/support/database";
import type { RatingsBlock } from "./rating-result";
import { reportCsv } from "./export-csv.server";
import { makeDecision } from "./make-decision.server";
import { dropQuotation, listQuotableAnswers, pickQuotation } from "./pick-quotation.server";
import { publishReport } from "./publish-report.server";
import { getLiveReport, getReport, getVersion, listDecisions } from "./queries.server";
import type { ReportContent } from "./report";
import { saveDraft } from "./save-draft.server";
import { listParticipantsToExclude, setExclusion } from "./set-exclusion.server";

const bytes = (text: string) =>
  (async function* () {
    yield Buffer.from(text);
  })();

type Study = {
  people: number;
  design?: "monadic" | "sequential_monadic";
  liking: (person: number, prototype: number) => number | "";
  standard?: { against: { prototype: string; margin?: number }; test: string };
};

/** A small study with two prototypes, A and B, liked on 1–9, with a just-about-right question and a remark. */
const importStudy = async (
  db: Database,
  { people, design = "sequential_monadic", liking, standard = { against: { prototype: "A" }, test: "superior" } }: Study,
): Promise<number> => {
  const rows = Array.from({ length: people }, (_, person) =>
    ["A", "B"].flatMap((name, prototype) =>
      design === "monadic" && person % 2 !== prototype
        ? []
        : [`r${person},${name},${liking(person, prototype)},${1 + ((person + prototype) % 5)},=Wangi ${person},${person < 3 ? "few" : "many"}`],
    ),
  ).flat();
  const map = {
    format: 1,
    team: "Home care",
    product: { name: "Soap" },
    trial: { name: { en: "Soap", id: "Sabun" } },
    design,
    respondent: { column: "who" },
    prototype: { column: "soap", benchmark: "A" },
    questions: [
      {
        column: "like",
        key: "liking",
        type: "rating",
        text: "How much?",
        config: { min: 1, max: 9, topBoxes: [8, 9], bottomBoxes: [1, 2], measures: "overall_liking" },
      },
      { column: "scent", key: "scent", type: "just_about_right", text: "Scent?", config: { points: 5, attribute: { en: "strong", id: "kuat" } } },
      { column: "why", key: "why", type: "open_text", text: "Why?", config: {} },
    ],
    profile: [{ column: "group", fact: "group", label: "Group", values: { few: { value: "few", label: "Few" }, many: { value: "many", label: "Many" } } }],
    actionStandards: [{ id: "A1", metric: "mean", question: "liking", prototype: "B", ...standard }],
    source: { title: "Soap", attribution: "us", licence: "ours" },
  };
  const { trialId, problems } = await importTrial(contextFor(db), { map, csv: bytes(`who,soap,like,scent,why,group\n${rows.join("\n")}\n`), dryRun: false });
  if (trialId === null) throw new Error(JSON.stringify(problems.shown[0]));
  return trialId;
};

/** B is liked two points more by most. */
const variedly = (person: number, prototype: number) => 4 + (person % 3) + (prototype === 1 && person % 7 !== 0 ? 2 : 0);
const likes = (person: number, prototype: number) => 4 + (person % 3) + (prototype === 1 ? 2 : 0);
const likingOf = (content: ReportContent) => (content.blocks.find(({ block }) => block === "liking") as RatingsBlock).ratings[0]!;
const en = (text: { en: string }) => text.en;

/** Gives the respondents of an imported study to members, as if they had taken part here. */
const seat = async (db: Database, trialId: number, actors: PersonActor[]) => {
  const rows = await db.select().from(participants).where(eq(participants.trialId, trialId)).orderBy(participants.id);
  for (const [index, actor] of actors.entries()) await db.update(participants).set({ personId: actor.id }).where(eq(participants.id, rows[index]!.id));
  return rows.map(({ id }) => id);
};

describe("what a report says", () => {
  it(
    "counts a prototype as equivalent, or as not worse, only when the whole interval lies within the margin agreed on",
    rolledBack(async (db) => {
      // B is one point above A for every fourth person and one below for another fourth: the 90 % interval is about ±0.19.
      const liking = (person: number, prototype: number) => 5 + (person % 3) + (prototype === 0 ? 0 : person % 4 === 0 ? 1 : person % 4 === 1 ? -1 : 0);
      const judge = async (test: string, margin: number) => {
        const trialId = await importStudy(db, { people: 40, liking, standard: { against: { prototype: "A", margin }, test } });
        const block = (await getLiveReport(contextFor(db), trialId)).content.blocks.find((each) => each.block === "action_standards");
        return block?.block === "action_standards" ? block.standards[0]! : null;
      };
      expect(await judge("equivalent", 0.3)).toMatchObject({ outcome: "pass", rule: { en: expect.stringContaining("0.3") as string } });
      expect(await judge("equivalent", 0.1)).toMatchObject({ outcome: "inconclusive" });
      expect(await judge("not_inferior", 0.3)).toMatchObject({ outcome: "pass" });
      expect(await judge("not_inferior", 0.1)).toMatchObject({ outcome: "inconclusive" });
    }),
    60_000,
  );

  it(
    "compares prototypes within people when the same people tried both",
    rolledBack(async (db) => {
      await createCast(db);
      const { content } = await getLiveReport(contextFor(db), await importStudy(db, { people: 40, liking: variedly }));
      expect(likingOf(content).comparison).toMatchObject({ kind: "repeated", people: 40, peopleLeftOut: 0, numeratorDegrees: 1, denominatorDegrees: 39 });
      expect(likingOf(content).title).toEqual({ en: "B is clearly liked more than A", id: "B jelas lebih disukai daripada A" });
      expect(content.blocks[0]).toMatchObject({ block: "action_standards", decision: "go" });
    }),
  );

  it(
    "compares different people when everybody tried one prototype",
    rolledBack(async (db) => {
      await createCast(db);
      const { content } = await getLiveReport(contextFor(db), await importStudy(db, { people: 80, design: "monadic", liking: likes }));
      expect(likingOf(content).comparison.kind).toBe("independent");
      expect(en(likingOf(content).title)).toBe("B is clearly liked more than A");
    }),
  );

  it(
    "neither tests nor shows shares below ten answers",
    rolledBack(async (db) => {
      await createCast(db);
      const { content } = await getLiveReport(contextFor(db), await importStudy(db, { people: 9, liking: likes }));
      const liking = likingOf(content);
      expect(liking.comparison).toEqual({ kind: "none", reason: "base_too_low" });
      expect(liking.rows.map(({ n, topBox }) => [n, topBox])).toEqual([
        [9, null],
        [9, null],
      ]);
      expect(en(liking.title)).toBe("Too few answers (18) to say what is liked more");
      expect(content.blocks[0]).toMatchObject({ decision: "insufficient-evidence" });
      expect(content.findings.map(({ key }) => key)).toEqual(["liking:liking", "verdict"]);
    }),
  );

  it(
    "says that it cannot tell when the answers do not carry more",
    rolledBack(async (db) => {
      await createCast(db);
      const { content } = await getLiveReport(
        contextFor(db),
        await importStudy(db, { people: 20, liking: (person, prototype) => 1 + ((person * 3 + prototype * 4) % 9) }),
      );
      expect(en(likingOf(content).title)).toMatch(/^These answers cannot tell whether/);
    }),
  );

  it(
    "leaves skipped answers out of the base and counts them",
    rolledBack(async (db) => {
      await createCast(db);
      const { content } = await getLiveReport(
        contextFor(db),
        await importStudy(db, { people: 40, liking: (person, prototype) => (person < 4 && prototype === 0 ? "" : likes(person, prototype)) }),
      );
      expect(likingOf(content).rows.map(({ n, missing }) => [n, missing])).toEqual([
        [36, { skipped: 4 }],
        [40, {}],
      ]);
    }),
  );

  it(
    "counts what was said in place of an answer on its own, and never as a value",
    rolledBack(async (db) => {
      await createCast(db);
      const trialId = await importStudy(db, { people: 40, liking: (person, prototype) => (person < 4 && prototype === 0 ? "" : likes(person, prototype)) });
      await db.update(answers).set({ status: "prefer_not_to_say" }).where(eq(answers.status, "skipped"));
      const { content } = await getLiveReport(contextFor(db), trialId);
      expect(likingOf(content).rows.map(({ n, missing }) => [n, missing])).toEqual([
        [36, { prefer_not_to_say: 4 }],
        [40, {}],
      ]);
    }),
  );

  it(
    "shows no group of fewer than five people, alone or by subtraction",
    rolledBack(async (db) => {
      await createCast(db);
      const { content } = await getLiveReport(contextFor(db), await importStudy(db, { people: 40, liking: likes }));
      const base = content.blocks.find((block) => block.block === "base")!;
      expect(base.profile.map(({ rows }) => rows)).toEqual([[{ label: null, n: 40 }]]);
    }),
  );

  it(
    "shows nothing but the base, under blind codes, before the data are locked",
    rolledBack(async (db) => {
      const cast = await createCast(db);
      const trialId = await importStudy(db, { people: 40, liking: likes });
      await db.update(trials).set({ state: "fieldwork" }).where(eq(trials.id, trialId));
      const { content } = await getLiveReport(contextFor(db, cast.rian), trialId);
      expect(content.blocks.map(({ block }) => block)).toEqual(["base"]);
      expect(content.prototypes.every(({ name, code, isBenchmark }) => name === code && !isBenchmark)).toBe(true);
      await expect(publishReport(contextFor(db, cast.rian), { trialId })).rejects.toThrow(Conflict);
    }),
  );
});

describe("a published version", () => {
  it(
    "is numbered, never changes, moves the trial on and tells once, half a minute later",
    rolledBack(async (db) => {
      const cast = await createCast(db);
      const trialId = await importStudy(db, { people: 40, liking: likes });
      const ctx = contextFor(db, cast.rian);
      expect(await publishReport(ctx, { trialId })).toBe(1);
      const [trial] = await db.select().from(trials).where(eq(trials.id, trialId));
      expect(trial?.state).toBe("reported");
      await expect(publishReport(ctx, { trialId })).rejects.toThrow("nothing has changed");
      await saveDraft(ctx, {
        trialId,
        headline: { en: "Better", id: "Lebih baik" },
        summary: { en: "", id: "" },
        revision: (await getReport(ctx, trialId)).report.revision,
      });
      expect(await publishReport(ctx, { trialId })).toBe(2);
      expect((await getVersion(ctx, trialId, 1)).content.headline).toEqual({ en: "", id: "" });
      expect((await getVersion(ctx, trialId, 2)).content.headline.en).toBe("Better");
      const told = await db
        .select()
        .from(activity)
        .where(and(eq(activity.kind, "trial.reported"), eq(activity.subjectId, String(trialId))));
      expect(told).toHaveLength(1);
      await expect(db.transaction((tx) => tx.update(reportVersions).set({ dataHash: "x" }))).rejects.toThrow();
    }),
  );

  it(
    "can be computed again from the same rows, and its file holds every number with a guard against formulas",
    rolledBack(async (db) => {
      const cast = await createCast(db);
      const trialId = await importStudy(db, { people: 40, liking: likes });
      await publishReport(contextFor(db, cast.rian), { trialId });
      const { version, content } = await getVersion(contextFor(db, cast.rian), trialId, 1);
      const live = await getLiveReport(contextFor(db, cast.maya), trialId);
      expect(live.dataHash).toBe(version.dataHash);
      expect(version.dataHash).toMatch(/^[0-9a-f]{64}$/);
      const csv = reportCsv({ ...content, prototypes: content.prototypes.map((prototype) => ({ ...prototype, name: `=1+${prototype.name}` })) });
      const lines = csv.trim().split("\r\n");
      expect(lines[0]).toBe("block,question,code,prototype,statistic,value");
      const { code, mean } = likingOf(content).rows[0]!;
      expect(lines).toContain(`liking,liking,${code},'=1+A,mean,${mean}`);
      expect(lines.some((line) => /(^|,)=/.test(line))).toBe(false);
      expect(createHash("sha256").update(csv).digest("hex")).toHaveLength(64);
    }),
  );

  it(
    "is for those who work with its team",
    rolledBack(async (db) => {
      const cast = await createCast(db);
      const trialId = await importStudy(db, { people: 12, liking: likes });
      const as = (actor: Actor) => getReport(contextFor(db, actor), trialId);
      await expect(as(visitor)).rejects.toThrow(SignInRequired);
      await expect(as(cast.sari)).rejects.toThrow(Forbidden);
      await expect(as({ ...cast.rian, teamIds: [] })).rejects.toThrow(NotFound);
      for (const actor of [cast.rian, cast.maya, cast.dewi]) await expect(as(actor)).resolves.toMatchObject({ trial: { id: trialId } });
    }),
  );
});

describe("leaving somebody out", () => {
  it(
    "needs a reason, changes the numbers and the hash, and shows in the report without a name",
    rolledBack(async (db) => {
      const cast = await createCast(db);
      const trialId = await importStudy(db, { people: 40, liking: likes });
      const ctx = contextFor(db, cast.maya);
      const { items } = await listParticipantsToExclude(ctx, trialId, null);
      const third = items[2]!;
      expect([third.number, third.name, third.responses]).toEqual([3, "r2", 2]);
      await expect(setExclusion(ctx, { trialId, participantId: third.id, isExcluded: true, reason: " " })).rejects.toThrow(Invalid);
      const before = await getLiveReport(ctx, trialId);
      await setExclusion(ctx, { trialId, participantId: third.id, isExcluded: true, reason: "Did not use it" });
      const after = await getLiveReport(ctx, trialId);
      expect(likingOf(after.content).rows[0]!.n).toBe(39);
      expect(after.dataHash).not.toBe(before.dataHash);
      const base = after.content.blocks.find((block) => block.block === "base")!;
      expect(base.exclusions).toEqual([{ person: 3, reason: "Did not use it", responses: 2 }]);
      expect(base.profile).toEqual(before.content.blocks.find((block) => block.block === "base")!.profile);
      await setExclusion(ctx, { trialId, participantId: third.id, isExcluded: false, reason: "" });
      expect((await getLiveReport(ctx, trialId)).dataHash).toBe(before.dataHash);
    }),
  );

  it(
    "is for those who may see names, and product managers may not",
    rolledBack(async (db) => {
      const cast = await createCast(db);
      const trialId = await importStudy(db, { people: 12, liking: likes });
      const [{ id } = { id: 0 }] = await db.select({ id: participants.id }).from(participants).where(eq(participants.trialId, trialId));
      await expect(setExclusion(contextFor(db, cast.rian), { trialId, participantId: id, isExcluded: true, reason: "x" })).rejects.toThrow(Forbidden);
      await expect(listParticipantsToExclude(contextFor(db, cast.rian), trialId, null)).rejects.toThrow(Forbidden);
    }),
  );
});

describe("quotations", () => {
  const setUp = async (db: Database): Promise<{ cast: Cast; trialId: number; responseOf: (participantId: number) => Promise<number>; ids: number[] }> => {
    const cast = await createCast(db);
    const trialId = await importStudy(db, { people: 12, liking: likes });
    const ids = await seat(db, trialId, [cast.sari, cast.budi, await createPerson(db, "Tari")]);
    await writeConsent(contextFor(db, cast.sari), cast.sari.id, { purpose: "quotations", given: true });
    await writeConsent(contextFor(db, cast.budi), cast.budi.id, { purpose: "quotations", given: true });
    await writeConsent(contextFor(db, cast.budi), cast.budi.id, { purpose: "quotations", given: false });
    const responseOf = async (participantId: number) =>
      (await db.select({ id: responses.id }).from(responses).where(eq(responses.participantId, participantId)).orderBy(responses.id))[0]!.id;
    return { cast, trialId, responseOf, ids };
  };

  it(
    "are offered only from people who agreed to be quoted",
    rolledBack(async (db) => {
      const { cast, trialId } = await setUp(db);
      const { page, held } = await listQuotableAnswers(contextFor(db, cast.maya), trialId, { questionKey: null, after: null });
      expect(page.items.map(({ answer }) => answer)).toEqual(["=Wangi 0", "=Wangi 0"]);
      expect(held).toBe(22);
    }),
  );

  it(
    "are what was said, and leave even a published version when the consent is withdrawn",
    rolledBack(async (db) => {
      const { cast, trialId, responseOf, ids } = await setUp(db);
      const ctx = contextFor(db, cast.maya);
      const [own, withdrawn] = [await responseOf(ids[0]!), await responseOf(ids[1]!)];
      await expect(pickQuotation(ctx, { trialId, responseId: own, questionKey: "why", excerpt: "Wangi sekali" })).rejects.toThrow(Invalid);
      await expect(pickQuotation(ctx, { trialId, responseId: withdrawn, questionKey: "why", excerpt: "Wangi" })).rejects.toThrow(NotFound);
      await pickQuotation(ctx, { trialId, responseId: own, questionKey: "why", excerpt: "Wangi 0" });
      await publishReport(ctx, { trialId });
      const quotes = async () => {
        const { content } = await getVersion(ctx, trialId, 1);
        return content.blocks.flatMap((block) =>
          block.block === "quotations" ? block.questions.flatMap(({ quotations }) => quotations.map(({ excerpt }) => excerpt)) : [],
        );
      };
      expect(await quotes()).toEqual(["Wangi 0"]);
      await dropQuotation(ctx, { trialId, responseId: own, questionKey: "why" });
      expect(await quotes()).toEqual(["Wangi 0"]);
      await writeConsent(contextFor(db, cast.sari), cast.sari.id, { purpose: "quotations", given: false });
      expect(await quotes()).toEqual([null]);
    }),
  );
});

describe("a decision", () => {
  it(
    "is made by the team's product managers and administrators, about a finding that exists; the old one stays",
    rolledBack(async (db) => {
      const cast = await createCast(db);
      const trialId = await importStudy(db, { people: 40, liking: variedly });
      await publishReport(contextFor(db, cast.rian), { trialId });
      const { version, content } = await getVersion(contextFor(db, cast.rian), trialId, 1);
      const finding = content.findings[0]!.key;
      const decide = (actor: Actor, changes: Partial<Parameters<typeof makeDecision>[1]> = {}) =>
        makeDecision(contextFor(db, actor), { trialId, number: 1, finding, choice: "change", note: "Less scent", ...changes });
      await expect(decide(cast.maya)).rejects.toThrow(Forbidden);
      await expect(decide({ ...cast.rian, teamIds: [] })).rejects.toThrow(NotFound);
      await expect(decide(cast.rian, { finding: "liking:nothing" })).rejects.toThrow(NotFound);
      await decide(cast.rian);
      await decide(cast.dewi, { choice: "stop", note: "" });
      expect((await listDecisions(contextFor(db, cast.maya), version.id)).map(({ choice, by }) => [choice, by])).toEqual([
        ["stop", "Dewi"],
        ["change", "Rian"],
      ]);
      expect(await db.select({ n: sql<number>`count(*)::int` }).from(decisions)).toEqual([{ n: 2 }]);
    }),
  );
});

describe("the words of a draft", () => {
  it(
    "are not overwritten by somebody who has not seen them",
    rolledBack(async (db) => {
      const cast = await createCast(db);
      const trialId = await importStudy(db, { people: 12, liking: likes });
      const words = (text: string, revision: number) => ({ trialId, headline: { en: text, id: text }, summary: { en: "", id: "" }, revision });
      await saveDraft(contextFor(db, cast.maya), words("first", 0));
      const late = saveDraft(contextFor(db, cast.rian), words("second", 0));
      await expect(late).rejects.toMatchObject({ current: { revision: 1, values: { "headline.en": "first" } } });
      await saveDraft(contextFor(db, cast.rian), words("second", 1));
      const [report] = await db.select().from(reports).where(eq(reports.trialId, trialId));
      expect(report?.draft.headline.en).toBe("second");
    }),
  );
});
