import { describe, expect, it } from "vitest";
import type { Context } from "~/core/context";
import { Conflict, NotFound } from "~/core/errors";
import type { Database } from "~db/client.server";
import { createCast, type Cast } from "../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../tests/support/database";
import { storeStudy } from "../../../tests/support/stored-study";
import { addCode, removeCode, setCodes, takeSuggestion } from "./code-answers.server";
import { addTheme, editTheme, listThemes, mergeThemes } from "./codebook.server";
import { compareCoders, getAgreement, settleAnswer } from "./compare-coders.server";
import { listAnswersToCode } from "./list-answers.server";
import { suggestThemes } from "./suggest-themes.server";
import { undoCodingAct } from "./undo-coding.server";

const both = (text: string) => ({ en: text, id: text });
const said = [
  "Wanginya enak",
  "gak lengket di tangan",
  "tutupnya susah dibuka",
  "Wangi segar sekali",
  "tidak lengket",
  "wangi banget",
  "Tutup keras",
  "tutup lepas",
  "smells fresh",
];

type World = { cast: Cast; trialId: number; as: (who: "maya" | "dewi" | "rian" | "sari") => Context; ids: number[] };

const withStudy = (test: (world: World) => Promise<void>) =>
  rolledBack(async (db: Database) => {
    const cast = await createCast(db);
    const trialId = await storeStudy(db, {
      teamId: cast.teamId,
      prototypes: ["A"],
      people: said.length,
      questions: [
        { key: "why", type: "open_text", config: { maxLength: 500, minLength: 0, offersIdea: false } },
        { key: "other", type: "open_text", config: { maxLength: 500, minLength: 0, offersIdea: false } },
      ],
      answer: (person, _prototype, key) => (key === "why" ? said[person] : null),
    });
    const as = (who: "maya" | "dewi" | "rian" | "sari") => contextFor(db, cast[who]);
    const { page } = await listAnswersToCode(as("maya"), trialId, all);
    await test({ cast, trialId, as, ids: page.items.map(({ responseId }) => responseId) });
  });

const all = { question: "why", q: "", show: "all" as const, theme: null, after: null };
const codesOf = async (ctx: Context, trialId: number) =>
  (await listAnswersToCode(ctx, trialId, all)).page.items.map(({ codes }) => codes && [...codes.themeIds]);

describe("coding", () => {
  it(
    "finds answers in any form of a word, in slang, and in both languages",
    withStudy(async ({ trialId, as }) => {
      const found = async (q: string) => (await listAnswersToCode(as("maya"), trialId, { ...all, q })).page.items.map(({ text }) => text);
      expect(await found("wangi")).toHaveLength(3);
      expect(await found("tidak lengket")).toEqual(["gak lengket di tangan", "tidak lengket"]);
      expect(await found("smell")).toEqual(["smells fresh"]);
      expect(await found("pembuka 100%")).toEqual([]);
    }),
  );

  it(
    "sets, adds, takes away, and undoes act by act",
    withStudy(async ({ trialId, as, ids }) => {
      const maya = as("maya");
      const scent = await addTheme(maya, { trialId, questionKey: "why", name: both("Scent"), definition: "" });
      const cap = await addTheme(maya, { trialId, questionKey: "why", name: both("Cap"), definition: "" });
      const input = { trialId, questionKey: "why" };
      await setCodes(maya, { ...input, responseIds: [ids[0]!], themeIds: [scent], tone: "positive" });
      await addCode(maya, { ...input, responseIds: ids.slice(0, 3), themeId: cap });
      expect((await codesOf(maya, trialId)).slice(0, 4)).toEqual([[scent, cap], [cap], [cap], null]);
      await removeCode(maya, { ...input, responseIds: ids.slice(0, 2), themeId: cap });
      expect((await codesOf(maya, trialId)).slice(0, 3)).toEqual([[scent], null, [cap]]);
      const undo = async () => undoCodingAct(maya, { ...input, actId: (await listAnswersToCode(maya, trialId, all)).lastAct!.id });
      await undo();
      expect((await codesOf(maya, trialId)).slice(0, 3)).toEqual([[scent, cap], [cap], [cap]]);
      await undo();
      expect((await codesOf(maya, trialId)).slice(0, 3)).toEqual([[scent], null, null]);
      await undo();
      await undo();
      expect((await listThemes(maya, input)).map(({ id }) => id)).toEqual([scent]);
    }),
  );

  it(
    "counts a merged theme for the other, and gives it back when the merge is undone",
    withStudy(async ({ trialId, as, ids }) => {
      const maya = as("maya");
      const input = { trialId, questionKey: "why" };
      const [scent, smell] = [
        await addTheme(maya, { ...input, name: both("Scent"), definition: "" }),
        await addTheme(maya, { ...input, name: both("Smell"), definition: "" }),
      ];
      await addCode(maya, { ...input, responseIds: [ids[0]!], themeId: smell });
      await mergeThemes(maya, { ...input, themeId: smell, into: scent });
      expect((await codesOf(maya, trialId))[0]).toEqual([scent]);
      await expect(mergeThemes(maya, { ...input, themeId: scent, into: smell })).rejects.toThrow(Conflict);
      await expect(addCode(maya, { ...input, responseIds: [ids[1]!], themeId: smell })).rejects.toThrow(NotFound);
      await undoCodingAct(maya, { ...input, actId: (await listAnswersToCode(maya, trialId, all)).lastAct!.id });
      expect((await codesOf(maya, trialId))[0]).toEqual([smell]);
      await editTheme(maya, { ...input, themeId: smell, name: both("Odour"), definition: "x" });
      expect((await listThemes(maya, input))[1]).toMatchObject({ name: both("Odour"), definition: "x" });
    }),
  );

  it(
    "suggests answers that look alike, and codes only those that somebody left ticked",
    withStudy(async ({ trialId, as }) => {
      const maya = as("maya");
      const { suggestions } = await suggestThemes(maya, trialId, "why");
      const scent = suggestions.find(({ words }) => words.includes("wangi"))!;
      expect(scent.answers.map(({ text }) => text)).toEqual(["Wanginya enak", "Wangi segar sekali", "wangi banget"]);
      expect((await codesOf(maya, trialId)).every((codes) => codes === null)).toBe(true);
      const taken = scent.answers.slice(0, 2).map(({ id }) => id);
      const theme = await takeSuggestion(maya, { trialId, questionKey: "why", responseIds: taken, name: both("Scent"), definition: "" });
      expect((await codesOf(maya, trialId)).filter((codes) => codes?.includes(theme))).toHaveLength(2);
      await undoCodingAct(maya, { trialId, questionKey: "why", actId: (await listAnswersToCode(maya, trialId, all)).lastAct!.id });
      expect((await codesOf(maya, trialId)).every((codes) => codes === null)).toBe(true);
      expect(await listThemes(maya, { trialId, questionKey: "why" })).toEqual([]);
    }),
  );

  it(
    "is done by two without seeing each other, compared once both have finished, and settled",
    withStudy(async ({ trialId, as, ids }) => {
      const [maya, dewi] = [as("maya"), as("dewi")];
      const input = { trialId, questionKey: "why" };
      const scent = await addTheme(maya, { ...input, name: both("Scent"), definition: "" });
      await addCode(maya, { ...input, responseIds: [ids[0]!, ids[1]!], themeId: scent });
      expect(await codesOf(dewi, trialId)).toEqual(said.map(() => null));
      await setCodes(dewi, { ...input, responseIds: [ids[0]!], themeIds: [scent], tone: null });
      await setCodes(dewi, { ...input, responseIds: [ids[1]!], themeIds: [], tone: null });
      const before = await getAgreement(dewi, trialId, "why");
      expect(before.agreement?.answers).toBe(2);
      expect(before.disagreements).toEqual([]);
      await expect(settleAnswer(dewi, { ...input, responseId: ids[1]!, themeIds: [] })).rejects.toThrow(Conflict);
      await compareCoders(dewi, input);
      await expect(setCodes(dewi, { ...input, responseIds: [ids[0]!], themeIds: [], tone: null })).rejects.toThrow(Conflict);
      // What nobody else has coded may still be coded.
      await setCodes(dewi, { ...input, responseIds: [ids[5]!], themeIds: [scent], tone: null });
      const { disagreements } = await getAgreement(dewi, trialId, "why");
      expect(disagreements.map(({ responseId, settled }) => [responseId, settled])).toEqual([[ids[1], null]]);
      expect((await codesOf(dewi, trialId)).slice(0, 2)).toEqual([[scent], [scent]]);
      await settleAnswer(dewi, { ...input, responseId: ids[1]!, themeIds: [] });
      expect((await codesOf(dewi, trialId)).slice(0, 2)).toEqual([[scent], []]);
      // Maya has not compared: she still sees her own.
      expect((await codesOf(maya, trialId)).slice(0, 2)).toEqual([[scent], [scent]]);
      await settleAnswer(dewi, { ...input, responseId: ids[1]!, themeIds: null });
      expect((await codesOf(dewi, trialId)).slice(0, 2)).toEqual([[scent], [scent]]);
    }),
  );

  it(
    "is closed to members, to other teams, and to answers of another question",
    withStudy(async ({ trialId, as, ids, cast }) => {
      await expect(listAnswersToCode(as("sari"), trialId, all)).rejects.toThrow();
      const elsewhere = { ...as("rian"), actor: { ...cast.rian, teamIds: [] } };
      await expect(listAnswersToCode(elsewhere, trialId, all)).rejects.toThrow(NotFound);
      await expect(setCodes(as("maya"), { trialId, questionKey: "other", responseIds: [ids[0]!], themeIds: [], tone: null })).rejects.toThrow(NotFound);
      await expect(setCodes(as("maya"), { trialId, questionKey: "none", responseIds: [ids[0]!], themeIds: [], tone: null })).rejects.toThrow(NotFound);
    }),
  );
});
