// Studies from outside ask more than ratings: every kind of question arrives as if it had been asked here, or says what is wrong with its cells.
import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { answers, questionnaireVersions, responses, trialPrototypes, trials } from "~db/schema/index";
import { createCast } from "../../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../../tests/support/database";
import { importTrial } from "./import-trial.server";

const bytes = (text: string) =>
  (async function* () {
    yield Buffer.from(text);
  })();

const parts = (...columns: string[]) => columns.map((column) => ({ value: column.toLowerCase(), label: column, column }));

const mapOf = (questions: unknown[], changes: Record<string, unknown> = {}) => ({
  format: 1,
  team: "Home care",
  product: { name: "Tea" },
  trial: { name: "Teas" },
  design: "monadic",
  respondent: { column: "who" },
  questions,
  source: { title: "Tea", attribution: "us", licence: "ours" },
  ...changes,
});

const kinds = {
  words: { key: "words", type: "cata", text: "Which?", terms: parts("Mild", "Bitter", "Fresh") },
  strength: { key: "strength", type: "rata", text: "How?", terms: parts("Mild", "Bitter") },
  when: { key: "when", type: "multiple_choice", text: "When?", options: parts("Morning", "Night") },
  order: { key: "order", type: "ranking", text: "Rank", items: parts("A", "B", "C") },
  points: { key: "points", type: "constant_sum", text: "Share", items: parts("A", "B"), total: 10 },
  agree: { key: "agree", type: "matrix", text: "Agree?", rows: parts("A", "B"), points: 5 },
  feature: { key: "feature", type: "kano", text: "Lid?", feature: "a lid", functional: "F", dysfunctional: "D", feelings: { like: 1, neutral: 3, dislike: 5 } },
  prices: { key: "prices", type: "price_sensitivity", text: "Prices", currency: "IDR", tooExpensive: "TE", expensive: "E", cheap: "C", tooCheap: "TC" },
  matters: {
    key: "matters",
    type: "maxdiff",
    text: "Matters?",
    cells: "place",
    items: ["a", "b", "c", "d"].map((value) => ({ value, label: value })),
    tasks: [
      { shown: ["a", "b", "c"], best: "b1", worst: "w1" },
      { shown: ["b", "c", "d"], best: "b2", worst: "w2" },
    ],
  },
  pair: { key: "pair", type: "paired_preference", text: "Which?", pair: { left: "L", right: "R", chosen: "X", none: "same" } },
} as const;

describe("a question of an outside study", () => {
  it.each<[keyof typeof kinds, string, unknown[]]>([
    ["words", "Mild,Bitter,Fresh\n1,0,1\n0,0,0\n,,", [["mild", "fresh"], ["none"], null]],
    ["strength", "Mild,Bitter\n3,0", [{ mild: 3, bitter: 0 }]],
    ["when", "Morning,Night\n1,1\n0,0", [["morning", "night"], ["none"]]],
    ["order", "A,B,C\n2,3,1\n,1,\n,,", [["c", "a", "b"], ["b"], null]],
    ["points", "A,B\n7,3", [{ a: 7, b: 3 }]],
    ["agree", "A,B\n5,\n1,2", [{ a: 5 }, { a: 1, b: 2 }]],
    ["feature", "F,D\nlike,dislike\n,", [{ functional: 1, dysfunctional: 5 }, null]],
    ["prices", "TE,E,C,TC\n9000,7000,4000,2000", [{ too_expensive: 9000, expensive: 7000, cheap: 4000, too_cheap: 2000 }]],
    [
      "matters",
      "b1,w1,b2,w2\n1,3,3,2\n2,1,,",
      [
        [
          { shown: ["a", "b", "c"], best: "a", worst: "c" },
          { shown: ["b", "c", "d"], best: "d", worst: "c" },
        ],
        [{ shown: ["a", "b", "c"], best: "b", worst: "a" }],
      ],
    ],
  ])("of the kind “%s” arrives as it would have been answered here", (kind, rows, expected) =>
    rolledBack(async (db) => {
      const cast = await createCast(db);
      const csv = rows
        .split("\n")
        .map((row, line) => (line === 0 ? `who,${row}` : `r${line},${row}`))
        .join("\n");
      const { problems, trialId } = await importTrial(contextFor(db, cast.rian), { map: mapOf([kinds[kind]]), csv: bytes(csv), dryRun: false });
      expect(problems.shown).toEqual([]);
      expect(trialId).not.toBeNull();
      const stored = await db.select({ value: answers.value, status: answers.status }).from(answers).orderBy(asc(answers.responseId));
      expect(stored).toEqual(expected.map((value) => ({ value, status: value === null ? "skipped" : "answered" })));
      expect(await db.select({ prototype: responses.prototypeId }).from(responses)).toEqual(expected.map(() => ({ prototype: null })));
    })(),
  );

  it(
    "about pairs keeps which two were compared, under their blind codes",
    rolledBack(async (db) => {
      const cast = await createCast(db);
      const map = mapOf([kinds.pair], { design: "paired" });
      const csv = bytes("who,L,R,X\nr1,Jasmine,Plain,Plain\nr1,Mint,Jasmine,same\nr2,Plain,Mint,Plain\n");
      const { found } = await importTrial(contextFor(db, cast.rian), { map, csv, dryRun: false });
      expect(found).toMatchObject({ rows: 3, respondents: 2, prototypes: ["Jasmine", "Mint", "Plain"] });
      const [trial] = await db.select().from(trials);
      expect(trial).toMatchObject({ design: "paired", prototypesPerPerson: 2 });
      const codes = await db.select({ code: trialPrototypes.code }).from(trialPrototypes).orderBy(asc(trialPrototypes.prototypeId));
      const [jasmine, mint, plain] = codes.map(({ code }) => code);
      const stored = await db.select({ value: answers.value }).from(answers);
      expect(stored.map(({ value }) => value)).toEqual(
        expect.arrayContaining([
          { choice: plain, left: jasmine, right: plain },
          { choice: "none", left: mint, right: jasmine },
          { choice: plain, left: plain, right: mint },
        ]),
      );
    }),
  );

  it.each<[keyof typeof kinds, string, string[]]>([
    ["words", "Mild,Bitter,Fresh\n1,2,0\n1,,0\nja,0,0", ["2 out_of_range Bitter", "3 part_missing Bitter", "4 not_a_number Mild"]],
    ["order", "A,B,C\n1,1,2\n1,3,4", ["2 ranks_not_in_order B", "3 out_of_range C"]],
    ["points", "A,B\n7,4\n11,-1", ["2 wrong_sum A", "3 out_of_range A"]],
    ["feature", "F,D\nlike,maybe\nlike,", ["2 not_an_option D", "3 part_missing D"]],
    ["prices", "TE,E,C,TC\n9000,7000,cheap,2000\n9000,,4000,2000", ["2 not_a_number C", "3 part_missing E"]],
    ["matters", "b1,w1,b2,w2\n1,1,,\n4,1,,\n1,,,", ["2 best_is_worst w1", "3 not_an_option b1", "4 part_missing w1"]],
    ["pair", "L,R,X\nA,A,A\nA,B,C\nA,,A", ["2 not_a_pair R", "3 not_an_option X", "4 part_missing R"]],
  ])("of the kind “%s” says what is wrong, with line and column", (kind, rows, expected) =>
    rolledBack(async (db) => {
      await createCast(db);
      const csv = rows
        .split("\n")
        .map((row, line) => (line === 0 ? `who,${row}` : `r${line},${row}`))
        .join("\n");
      const { problems, trialId } = await importTrial(contextFor(db), { map: mapOf([kinds[kind]]), csv: bytes(csv), dryRun: false });
      expect(trialId).toBeNull();
      expect(problems.shown.map(({ line, column, key }) => `${line} ${key} ${column}`)).toEqual(expected);
    })(),
  );

  it(
    "about the ideal product is known as such, and may be answered on one row of a person only",
    rolledBack(async (db) => {
      const cast = await createCast(db);
      const ideal = { ...kinds.words, key: "ideal", ideal: true, terms: parts("Mild", "Bitter").map((part) => ({ ...part, column: `I_${part.column}` })) };
      const map = mapOf([kinds.words, ideal], { design: "sequential_monadic", prototype: { column: "tea" } });
      const csv = bytes("who,tea,Mild,Bitter,Fresh,I_Mild,I_Bitter\nr1,A,1,0,1,1,0\nr1,B,0,1,0,,\n");
      const { problems } = await importTrial(contextFor(db, cast.rian), { map, csv, dryRun: false });
      expect(problems.shown).toEqual([]);
      const [version] = await db.select().from(questionnaireVersions);
      expect(version!.definition.questions.map(({ config }) => (config as { describesIdeal?: true }).describesIdeal)).toEqual([undefined, true]);
      const stored = await db.select().from(answers).where(eq(answers.questionKey, "ideal")).orderBy(asc(answers.responseId));
      expect(stored.map(({ value }) => value)).toEqual([["mild"], null]);
    }),
  );

  it(
    "is answered once: a person or a pair that stands there twice is refused",
    rolledBack(async (db) => {
      await createCast(db);
      const twice = await importTrial(contextFor(db), { map: mapOf([kinds.order]), csv: bytes("who,A,B,C\nr1,1,2,3\nr1,1,2,3\n"), dryRun: true });
      expect(twice.problems.shown.map(({ line, key }) => `${line} ${key}`)).toEqual(["3 duplicate_respondent"]);
      const pairs = await importTrial(contextFor(db), { map: mapOf([kinds.pair]), csv: bytes("who,L,R,X\nr1,A,B,A\nr1,B,A,B\n"), dryRun: true });
      expect(pairs.problems.shown.map(({ line, key }) => `${line} ${key}`)).toEqual(["3 duplicate_response"]);
    }),
  );
});
