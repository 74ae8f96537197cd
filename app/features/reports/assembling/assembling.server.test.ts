import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { Conflict, Forbidden, Invalid, NotFound, SignInRequired } from "~/core/errors";
import { visitor } from "~/core/context";
import type { Database } from "~db/client.server";
import { activity } from "~db/schema/index";
import { createCast } from "../../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../../tests/support/database";
import { likingAndWhen, storeStudy } from "../../../../tests/support/stored-study";
import { canonicalJson } from "../canonical-json";
import { describeReport } from "../exports/describe/describe-report.server";
import { makeDecision } from "../make-decision.server";
import { publishReport } from "../publish-report.server";
import { getLiveReport, getVersion } from "../queries.server";
import type { BlockName, ReportContent } from "../report";
import { assembleReport } from "./assemble-report.server";
import { emptyAssembly } from "./assembly";
import { getIntroduction, writeIntroduction } from "./introduction.server";
import { getOutline, setOutline } from "./outline.server";

const setUp = async (db: Database) => {
  const cast = await createCast(db);
  const trialId = await storeStudy(db, {
    teamId: cast.teamId,
    prototypes: ["A", "B"],
    questions: likingAndWhen,
    people: 40,
    answer: (person, prototype, key) =>
      key === "liking" ? 4 + (person % 3) + (prototype === 1 && person % 7 !== 0 ? 2 : 0) : person % 3 === 0 ? "night" : "morning",
  });
  return { cast, trialId, ctx: contextFor(db, cast.rian) };
};

const namesOf = (content: ReportContent): BlockName[] => content.blocks.map(({ block }) => block);
const natural = ["action_standards", "liking", "choices_compared", "base", "method"];

describe("the outline", () => {
  it(
    "lists every part by its name and what it says, and a version follows it",
    rolledBack(async (db) => {
      const { ctx, trialId } = await setUp(db);
      const before = await getOutline(ctx, trialId);
      expect(before.blocks.map(({ block }) => block)).toEqual(natural);
      expect(before.blocks.find(({ block }) => block === "liking")).toMatchObject({ says: "B is clearly liked more than A", findings: 1, isLeftOut: false });
      await setOutline(ctx, { trialId, outline: "action_standards method -choices_compared base liking", revision: before.revision });
      const number = await publishReport(ctx, { trialId });
      const { content } = await getVersion(ctx, trialId, number);
      expect(namesOf(content)).toEqual(["action_standards", "method", "base", "liking"]);
      const after = await getOutline(ctx, trialId);
      expect(after.blocks.map(({ block, isLeftOut }) => `${block}${isLeftOut ? " out" : ""}`)).toEqual([
        "action_standards",
        "method",
        "choices_compared out",
        "base",
        "liking",
      ]);
    }),
  );

  it(
    "leaves out the findings of what it leaves out, and the method says what is missing",
    rolledBack(async (db) => {
      const { ctx, trialId } = await setUp(db);
      const { revision } = await getOutline(ctx, trialId);
      await setOutline(ctx, { trialId, outline: "action_standards -liking choices_compared base method", revision });
      const number = await publishReport(ctx, { trialId });
      const { content } = await getVersion(ctx, trialId, number);
      expect(content.findings.map(({ block }) => block)).not.toContain("liking");
      await expect(makeDecision(ctx, { trialId, number, finding: "liking:liking", choice: "keep", note: "" })).rejects.toThrow(NotFound);
      const method = content.blocks.find((block) => block.block === "method")!;
      expect(method.notes.at(-1)).toEqual({
        en: "Computed, but not shown by the authors of this report: Liking.",
        id: "Dihitung, tetapi tidak ditampilkan oleh penyusun laporan ini: Kesukaan.",
      });
    }),
  );

  it(
    "says last what was done last, and taking that back leads to what was there before",
    rolledBack(async (db) => {
      const { ctx, trialId } = await setUp(db);
      const bytes = async () => canonicalJson((await getLiveReport(ctx, trialId)).content);
      const untouched = await bytes();
      const first = await getOutline(ctx, trialId);
      expect(first.last).toBeNull();
      await setOutline(ctx, { trialId, outline: "action_standards -liking choices_compared base method", revision: first.revision });
      const { last, revision } = await getOutline(ctx, trialId);
      expect(last?.change).toEqual({ kind: "left_out", block: "liking" });
      expect(await bytes()).not.toBe(untouched);
      await setOutline(ctx, { trialId, outline: last!.outline, revision });
      expect(await bytes()).toBe(untouched);
      expect((await getOutline(ctx, trialId)).last?.change).toEqual({ kind: "taken_back", block: "liking" });
      const kinds = await db.select({ kind: activity.kind }).from(activity).where(eq(activity.kind, "report.assembled"));
      expect(kinds).toHaveLength(2);
    }),
  );

  it(
    "is not overwritten by somebody who has not seen it as it is",
    rolledBack(async (db) => {
      const { cast, ctx, trialId } = await setUp(db);
      const { revision } = await getOutline(ctx, trialId);
      await setOutline(ctx, { trialId, outline: "action_standards choices_compared liking base method", revision });
      const late = setOutline(contextFor(db, cast.maya), { trialId, outline: "action_standards liking -choices_compared base method", revision });
      await expect(late).rejects.toThrow(Conflict);
      await expect(late).rejects.toMatchObject({
        current: { revision: revision + 1, values: { outline: "action_standards choices_compared liking base method" } },
      });
      expect((await getOutline(ctx, trialId)).blocks.every(({ isLeftOut }) => !isLeftOut)).toBe(true);
    }),
  );

  it(
    "takes nothing that no page of ours sends, and nothing from people who do not work on the report",
    rolledBack(async (db) => {
      const { cast, ctx, trialId } = await setUp(db);
      const send = (outline: string, actor: Parameters<typeof contextFor>[1] = cast.rian) =>
        setOutline(contextFor(db, actor), { trialId, outline, revision: 0 });
      for (const outline of ["", "liking liking", "liking rubbish", "-method liking", "x".repeat(5000)]) await expect(send(outline)).rejects.toThrow(Invalid);
      await expect(send("liking", visitor)).rejects.toThrow(SignInRequired);
      await expect(send("liking", cast.sari)).rejects.toThrow(Forbidden);
      await expect(send("liking", { ...cast.rian, teamIds: [] })).rejects.toThrow(NotFound);
      expect((await getOutline(ctx, trialId)).last).toBeNull();
    }),
  );
});

describe("an introduction", () => {
  const words = { en: "Read this first.\n\nThen the chart.", id: "Baca ini dulu." };

  it(
    "stands before its part in the version and in every document made of it, but not in a report about a part of the people",
    rolledBack(async (db) => {
      const { ctx, trialId } = await setUp(db);
      const { revision } = await getIntroduction(ctx, trialId, "liking");
      await writeIntroduction(ctx, { trialId, block: "liking", introduction: words, revision });
      const number = await publishReport(ctx, { trialId });
      const { content } = await getVersion(ctx, trialId, number);
      expect(content.introductions).toEqual({ liking: words });
      const sections = describeReport(content, { number, publishedAt: ctx.now }, "id").sections.filter(({ introduction }) => introduction);
      expect(sections.map(({ block, introduction }) => [block, introduction])).toEqual([["liking", words.id]]);
      const segment = { name: "Some", state: "shown" } as unknown as ReportContent["segment"];
      expect(
        assembleReport({ ...content, segment, introductions: undefined }, { assembly: { ...emptyAssembly, introductions: { liking: words } } }).introductions,
      ).toBeUndefined();
    }),
  );

  it(
    "that is emptied is none, and one that somebody else has changed is shown with what it says now",
    rolledBack(async (db) => {
      const { ctx, trialId } = await setUp(db);
      const untouched = canonicalJson((await getLiveReport(ctx, trialId)).content);
      await writeIntroduction(ctx, { trialId, block: "liking", introduction: words, revision: 0 });
      const stale = writeIntroduction(ctx, { trialId, block: "liking", introduction: { en: "Mine", id: "" }, revision: 0 });
      await expect(stale).rejects.toMatchObject({ current: { revision: 1, values: { "introduction.en": words.en, "introduction.id": words.id } } });
      await writeIntroduction(ctx, { trialId, block: "liking", introduction: { en: "", id: "" }, revision: 1 });
      expect(canonicalJson((await getLiveReport(ctx, trialId)).content)).toBe(untouched);
      await expect(writeIntroduction(ctx, { trialId, block: "action_standards", introduction: words, revision: 2 })).rejects.toThrow(NotFound);
    }),
  );

  it(
    "is for those who work on the report",
    rolledBack(async (db) => {
      const { cast, trialId } = await setUp(db);
      const as = (actor: Parameters<typeof contextFor>[1]) =>
        writeIntroduction(contextFor(db, actor), { trialId, block: "liking", introduction: words, revision: 0 });
      await expect(as(cast.sari)).rejects.toThrow(Forbidden);
      await expect(as({ ...cast.rian, teamIds: [] })).rejects.toThrow(NotFound);
    }),
  );
});

describe("a report that was put together", () => {
  it(
    "gives a part that comes later its natural place, and findings in the order of their parts with the verdict last",
    rolledBack(async (db) => {
      const { ctx, trialId } = await setUp(db);
      const { computed } = await getLiveReport(ctx, trialId);
      const assembly = { ...emptyAssembly, order: ["action_standards", "choices_compared", "liking", "method"] as BlockName[] };
      const later = { ...computed, blocks: computed.blocks.toSpliced(3, 0, { block: "turf", questions: [] }) };
      expect(namesOf(assembleReport(later, { assembly }))).toEqual(["action_standards", "choices_compared", "turf", "base", "liking", "method"]);
      const { findings } = assembleReport(
        { ...computed, findings: [...computed.findings, { key: "verdict", block: "action_standards", text: { en: "Go", id: "Lanjut" } }] },
        { assembly },
      );
      expect(findings.map(({ block }) => block)).toEqual(
        [...new Set(["choices_compared", "liking"])].filter((name) => findings.some((each) => each.block === name)).concat("action_standards"),
      );
      expect(canonicalJson(assembleReport(computed, { assembly: null }))).toBe(canonicalJson(assembleReport(computed, { assembly: emptyAssembly })));
    }),
  );
});
