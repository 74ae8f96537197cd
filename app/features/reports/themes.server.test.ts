import { describe, expect, it } from "vitest";
import type { Database } from "~db/client.server";
import { addTheme } from "~/features/themes/codebook.server";
import { addCode, setCodes } from "~/features/themes/code-answers.server";
import { listAnswersToCode } from "~/features/themes/list-answers.server";
import { answers, consentEvents, participants, quotations, responses } from "~db/schema/index";
import { and, eq } from "drizzle-orm";
import { createCast } from "../../../tests/support/cast";
import { contextFor, noon, rolledBack } from "../../../tests/support/database";
import { storeStudy } from "../../../tests/support/stored-study";
import { pickQuotation } from "./pick-quotation.server";
import { getLiveReport, withoutWithdrawnWords } from "./queries.server";
import type { QuestionsBlock } from "./question-result";
import type { ReportContent } from "./report";

const both = (text: string) => ({ en: text, id: text });
const people = 40;

/** Everybody writes about both prototypes: "sweet" about B by all, about A by every fifth; three write of the lid. */
const wrote = (person: number, prototype: number): string =>
  prototype === 1 ? (person < 3 ? "terlalu manis, tutupnya susah" : "terlalu manis") : person % 5 === 0 ? "manis" : "biasa saja";

const study = async (db: Database) => {
  const cast = await createCast(db);
  const trialId = await storeStudy(db, {
    teamId: cast.teamId,
    prototypes: ["A", "B"],
    people,
    questions: [
      {
        key: "liking",
        type: "rating",
        config: { preset: "hedonic9", min: 1, max: 9, highIsGood: true, topBoxes: [8, 9], bottomBoxes: [1, 2], measures: "overall_liking" },
      },
      { key: "why", type: "open_text", config: { maxLength: 500, minLength: 0, offersIdea: false } },
    ],
    answer: (person, prototype, key) => (key === "why" ? wrote(person, prototype) : (prototype === 1 ? 4 : 7) + (person % 3)),
  });
  const maya = contextFor(db, cast.maya);
  const asked = { trialId, questionKey: "why" };
  const sweet = await addTheme(maya, { ...asked, name: both("Sweet"), definition: "" });
  const lid = await addTheme(maya, { ...asked, name: both("Lid"), definition: "" });
  const found = async (q: string) => {
    const ids: number[] = [];
    let after: string | null = null;
    do {
      const { page } = await listAnswersToCode(maya, trialId, { question: "why", q: "", show: "all", theme: null, after });
      ids.push(...page.items.flatMap(({ responseId, text }) => (text.includes(q) ? [responseId] : [])));
      after = page.next;
    } while (after !== null);
    return ids;
  };
  return { cast, trialId, maya, asked, sweet, lid, found, rian: contextFor(db, cast.rian) };
};

const themesIn = (content: ReportContent) => content.blocks.find(({ block }) => block === "themes") as QuestionsBlock | undefined;

describe("open answers by theme", () => {
  it(
    "are not in a report while nobody has coded them",
    rolledBack(async (db) => {
      const { rian, trialId } = await study(db);
      expect(themesIn((await getLiveReport(rian, trialId)).content)).toBeUndefined();
    }),
  );

  it(
    "count people, compare prototypes, and name no number below five",
    rolledBack(async (db) => {
      const { rian, maya, trialId, asked, sweet, lid, found } = await study(db);
      await addCode(maya, { ...asked, responseIds: await found("manis"), themeId: sweet });
      await addCode(maya, { ...asked, responseIds: await found("tutup"), themeId: lid });
      await setCodes(maya, { ...asked, responseIds: await found("biasa"), themeIds: [], tone: null });
      const [question] = themesIn((await getLiveReport(rian, trialId)).content)!.questions;
      expect(question!.title.en).toBe("Sweet is clearly mentioned more often about B than about A (why)");
      expect(question!.strength).toBe("clearly");
      const [byPeople, byPrototype, , liking, tones] = question!.tables;
      expect(byPeople!.rows.map(({ label, cells }) => [label.en, cells[0]!.value, cells[0]!.text?.en])).toEqual([
        ["Sweet", 40, undefined],
        ["Lid", null, "fewer than 5"],
      ]);
      expect(byPrototype!.rows.map(({ label }) => label.en)).toEqual(["Sweet", "n"]);
      expect(byPrototype!.rows[0]!.cells.map(({ value }) => value)).toEqual([0.2, 1]);
      // Those who say it is sweet like it less: it says so, and that it need not be the reason.
      expect(liking!.rows[0]!.cells[3]!.value).toBeLessThan(-1);
      expect(question!.notes.map(({ en }) => en).join(" ")).toContain("need not be the reason");
      expect(tones!.caption.en).toContain("suggested by machine");
      expect(JSON.stringify(question)).not.toMatch(/NaN|undefined|Infinity/);
    }),
  );

  it(
    "say how often the machine is right where people judged how an answer sounds",
    rolledBack(async (db) => {
      const { rian, maya, trialId, asked, sweet, found } = await study(db);
      const ids = await found("terlalu manis");
      await addCode(maya, { ...asked, responseIds: ids, themeId: sweet });
      await setCodes(maya, { ...asked, responseIds: ids.slice(0, 10), themeIds: [sweet], tone: "negative" });
      const [question] = themesIn((await getLiveReport(rian, trialId)).content)!.questions;
      const notes = question!.notes.map(({ en }) => en);
      expect(notes).toContain("40 of 80 answers are coded; the others are not in these numbers.");
      expect(notes).toContain("How it sounds was judged by coders in 10 of 40 answers.");
      expect(notes.at(-1)).toMatch(/^The machine was right on 100.?% of 10 answers that coders judged\.$/);
    }),
  );

  it(
    "quote only people who agreed, under their theme and not twice, and no longer once they take it back",
    rolledBack(async (db) => {
      const { cast, rian, maya, trialId, asked, sweet, found } = await study(db);
      const [first] = await found("terlalu manis");
      await addCode(maya, { ...asked, responseIds: [first!], themeId: sweet });
      const [row] = await db.select({ participantId: responses.participantId }).from(responses).where(eq(responses.id, first!));
      await db.update(participants).set({ personId: cast.sari.id }).where(eq(participants.id, row!.participantId!));
      const consent = (given: boolean) =>
        db.insert(consentEvents).values({ personId: cast.sari.id, purpose: "quotations", given, noticeVersion: 1, locale: "en", at: noon });
      await expect(pickQuotation(rian, { trialId, responseId: first!, questionKey: "why", excerpt: "" })).rejects.toThrow();
      await consent(true);
      await pickQuotation(rian, { trialId, responseId: first!, questionKey: "why", excerpt: "terlalu manis" });
      const { content } = await getLiveReport(rian, trialId);
      expect(themesIn(content)!.questions[0]!.groups).toEqual([
        { label: both("Sweet"), quotations: [{ response: first, code: "202", excerpt: "terlalu manis" }] },
      ]);
      expect(content.blocks.some(({ block }) => block === "quotations")).toBe(false);
      await consent(false);
      const later = themesIn(await withoutWithdrawnWords(rian, content))!;
      expect(later.questions[0]!.groups![0]!.quotations[0]!.excerpt).toBeNull();
      await db.delete(quotations);
      expect(await db.$count(answers, and(eq(answers.responseId, first!), eq(answers.questionKey, "why")))).toBe(1);
    }),
  );
});
