import { createReadStream, readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { Forbidden, SignInRequired } from "~/core/errors";
import { visitor, type Actor } from "~/core/context";
import { answers, participants, responses, trials } from "~db/schema/index";
import { createCast } from "../../../../tests/support/cast";
import { contextFor, rolledBack } from "../../../../tests/support/database";
import { importTrial } from "./import-trial.server";

const bytes = (...parts: (string | Buffer)[]) =>
  (async function* () {
    for (const part of parts) yield Buffer.from(part);
  })();

const map = (changes: Record<string, unknown> = {}) => ({
  format: 1,
  team: "Home care",
  product: { name: "Tea" },
  trial: { name: { en: "Two teas", id: "Dua teh" } },
  design: "sequential_monadic",
  respondent: { column: "who" },
  prototype: { column: "tea", names: { A: "Jasmine", B: "Plain" } },
  questions: [
    { column: "like", key: "liking", type: "rating", text: "How much?", config: { min: 1, max: 9, measures: "overall_liking", topBoxes: [8, 9] } },
    { column: "sweet", key: "sweet", type: "just_about_right", text: "Sweet?", config: { points: 5, attribute: "sweet" } },
    { column: "why", key: "why", type: "open_text", text: "Why?", config: { maxLength: 40 } },
  ],
  profile: [{ column: "sex", fact: "sex", label: "Sex", values: { m: { value: "male", label: "Male" }, f: { value: "female", label: "Female" } } }],
  ignore: ["note"],
  source: { title: "Tea", attribution: "us", licence: "ours" },
  ...changes,
});
const heading = "who,tea,like,sweet,why,sex,note\n";
const good = `${heading}r2,A,7,3,Wangi,f,x\nr2,B,5,2,,f,\nr10,A,9,3,"Enak, ""sekali""\nbetul",m,\n`;

const problemsOf = async (db: Parameters<typeof contextFor>[0], csv: AsyncIterable<Uint8Array>, changes: Record<string, unknown> = {}, dryRun = true) => {
  const { problems, trialId } = await importTrial(contextFor(db), { map: map(changes), csv, dryRun });
  expect(trialId).toBeNull();
  return problems.shown.map(({ line, column, key }) => [line, key, column].filter((part) => part !== null).join(" "));
};

describe("an outside study as a trial", () => {
  it(
    "arrives in analysis with its people, responses and answers",
    rolledBack(async (db) => {
      const cast = await createCast(db);
      const { trialId, found } = await importTrial(contextFor(db, cast.rian), { map: JSON.stringify(map()), csv: bytes(good), dryRun: false });
      expect(found).toMatchObject({ rows: 3, respondents: 2, prototypes: ["A", "B"], blanks: 1 });
      const [trial] = await db.select().from(trials);
      expect(trial).toMatchObject({ id: trialId, state: "analysis", prototypesPerPerson: 2 });
      expect((await db.select().from(participants).orderBy(participants.id)).map((row) => [row.respondent, row.state, row.profile])).toEqual([
        ["r2", "complete", { sex: "female" }],
        ["r10", "complete", { sex: "male" }],
      ]);
      expect(await db.select({ n: sql<number>`count(*)::int` }).from(responses)).toEqual([{ n: 3 }]);
      const all = await db
        .select({ key: answers.questionKey, status: answers.status, value: answers.value })
        .from(answers)
        .orderBy(answers.responseId, answers.questionKey);
      expect(all).toEqual([
        { key: "liking", status: "answered", value: 7 },
        { key: "sweet", status: "answered", value: 3 },
        { key: "why", status: "answered", value: "Wangi" },
        { key: "liking", status: "answered", value: 5 },
        { key: "sweet", status: "answered", value: 2 },
        { key: "why", status: "skipped", value: null },
        { key: "liking", status: "answered", value: 9 },
        { key: "sweet", status: "answered", value: 3 },
        { key: "why", status: "answered", value: 'Enak, "sekali"\nbetul' },
      ]);
    }),
  );

  it(
    "may have a byte order mark, Windows line ends and no line end at the end",
    rolledBack(async (db) => {
      await createCast(db);
      const csv = bytes("\uFEFF" + good.trimEnd().replaceAll("\n", "\r\n"));
      const { problems, found } = await importTrial(contextFor(db), { map: map(), csv, dryRun: true });
      expect(problems.shown).toEqual([]);
      expect(found).toMatchObject({ rows: 3, respondents: 2 });
    }),
  );

  it(
    "is not imported by a dry run, nor when a single row is wrong",
    rolledBack(async (db) => {
      await createCast(db);
      for (const [csv, dryRun] of [
        [good, true],
        [good + "r3,A,10,3,,f,\n", false],
      ] as const) {
        expect((await importTrial(contextFor(db), { map: map(), csv: bytes(csv), dryRun })).trialId).toBeNull();
      }
      expect(await db.select().from(trials)).toEqual([]);
      expect(await db.select().from(responses)).toEqual([]);
    }),
  );

  it.each<[string, string | Buffer, string[]]>([
    ["empty", "", ["empty_file"]],
    ["only a heading", heading, ["no_rows"]],
    ["a missing and a strange column", good.replace("sweet", "swet"), ["1 missing_column sweet", "1 unknown_column swet"]],
    ["the same heading twice", good.replace("note", "who"), ["1 repeated_column who", "1 missing_column note"]],
    [
      "another delimiter",
      `${heading}r1,A,7,3,,f,\n`.replaceAll(",", ";"),
      [
        "1 missing_column who",
        "1 missing_column tea",
        "1 missing_column like",
        "1 missing_column sweet",
        "1 missing_column why",
        "1 missing_column sex",
        "1 missing_column note",
        "1 unknown_column who;tea;like;sweet;why;sex;note",
      ],
    ],
    ["too few and too many cells", `${heading}r1,A,7\nr2,A,7,3,,f,,,\n`, ["2 wrong_cell_count", "3 wrong_cell_count"]],
    ["a duplicate", `${heading}r1,A,7,3,,f,\nr2,A,7,3,,f,\nr1,A,6,3,,f,\n`, ["4 duplicate_response"]],
    [
      "numbers that are none",
      `${heading}r1,A,"7,5",3,,f,\nr2,A,7.5,3,,f,\nr3,A,seven,3,,f,\nr4,A,1e1,3,,f,\n`,
      ["2 not_a_number like", "3 not_whole like", "4 not_a_number like", "5 not_a_number like"],
    ],
    [
      "out of range",
      `${heading}r1,A,0,6,,f,\nr2,A,10,-1,,f,\n`,
      ["2 out_of_range like", "2 out_of_range sweet", "3 out_of_range like", "3 out_of_range sweet"],
    ],
    ["nobody and nothing", `${heading},A,7,3,,f,\nr1,,7,3,,f,\n`, ["2 no_respondent who", "3 no_prototype tea"]],
    ["an unknown prototype", `${heading}r1,C,7,3,,f,\nr1,constructor,7,3,,f,\n`, ["2 unknown_prototype tea", "3 unknown_prototype tea"]],
    [
      "an unlabelled fact and one that changes",
      `${heading}r1,A,7,3,,x,\nr2,A,7,3,,f,\nr2,B,7,3,,m,\n`,
      ["2 unknown_profile_value sex", "4 conflicting_profile sex"],
    ],
    ["a text too long", `${heading}r1,A,7,3,${"a".repeat(41)},f,\n`, ["2 text_too_long why"]],
    ["an open quotation mark", `${heading}r1,A,7,3,"b"c",f,\n`, ["2 bad_quotes"]],
    ["Latin-1", Buffer.concat([Buffer.from(`${heading}r1,A,7,3,`), Buffer.from([0xe9]), Buffer.from(",f,\nr2,A,7,3,ok,f,\n")]), ["2 not_utf8"]],
    ["UTF-16", Buffer.from("\uFEFF" + good, "utf16le"), ["1 utf16"]],
    ["zero bytes", `${heading}r1,A,7,3,a\0b,f,\n`, ["2 utf16"]],
    ["the line of a record after one of several lines", `${heading}r1,A,7,3,"a\nb\nc",f,\n\nr2,A,0,3,,f,\n`, ["6 out_of_range like"]],
  ])("a broken file is refused with line and reason: %s", async (_name, file, expected) => {
    await rolledBack(async (db) => {
      await createCast(db);
      expect(await problemsOf(db, bytes(file))).toEqual(expected);
    })();
  });

  it(
    "is checked the same when its bytes arrive one by one",
    rolledBack(async (db) => {
      await createCast(db);
      const file = Buffer.from(`${heading}r1,A,7,3,kopi – teh,f,\nr1,A,7,3,,f,\n`);
      expect(await problemsOf(db, bytes(...[...file].map((byte) => Buffer.from([byte]))))).toEqual(["3 duplicate_response"]);
    }),
  );

  it(
    "has at most 500 columns and 200,000 rows",
    rolledBack(async (db) => {
      await createCast(db);
      expect(await problemsOf(db, bytes(Array.from({ length: 501 }, (_, index) => `c${index}`).join(",") + "\n"))).toEqual(["1 too_many_columns"]);
      const rows = Array.from({ length: 200_001 }, (_, index) => `r${index},A,7,3,,f,\n`).join("");
      expect(await problemsOf(db, bytes(heading, rows))).toEqual(["200002 too_many_rows"]);
    }),
  );

  it(
    "lists what is wrong with a map by its place",
    rolledBack(async (db) => {
      await createCast(db);
      const wrong = async (given: unknown) =>
        (await importTrial(contextFor(db), { map: given, csv: bytes(good), dryRun: true })).problems.shown.map(
          ({ key, values }) => `${key} ${values.place ?? ""}`,
        );
      expect(await wrong("{")).toEqual(["map_not_json "]);
      expect(await wrong(map({ design: "round robin" }))).toEqual(["map_invalid design"]);
      expect(await wrong(map({ respondent: { column: "like" } }))).toEqual(["map_invalid questions"]);
      expect(await wrong(map({ questions: [{ column: "like", key: "liking", type: "rating", text: "?", config: { min: 9, max: 1 } }] }))).toEqual([
        "map_invalid questions.0.config.max",
      ]);
      expect(await wrong(map({ prototype: { column: "tea", benchmark: "C" } }))).toEqual(["unknown_prototype "]);
    }),
  );

  it(
    "goes only into a team that one works with",
    rolledBack(async (db) => {
      const cast = await createCast(db);
      const attempt = (actor: Actor, team: string) => importTrial(contextFor(db, actor), { map: map(), team, csv: bytes(good), dryRun: true });
      await expect(attempt(visitor, "Home care")).rejects.toThrow(SignInRequired);
      await expect(attempt(cast.sari, "Home care")).rejects.toThrow(Forbidden);
      expect((await attempt({ ...cast.rian, teamIds: [] }, "Home care")).problems.shown[0]?.key).toBe("unknown_team");
      expect((await attempt(cast.maya, "Nobody's")).problems.shown[0]?.key).toBe("unknown_team");
      expect((await attempt(cast.dewi, "New team")).problems.shown).toEqual([]);
    }),
  );

  it(
    "carrots: 1,236 rows of 103 people, three blank preferences",
    rolledBack(async (db) => {
      const folder = "db/seed/studies/carrots";
      const input = { map: readFileSync(`${folder}/map.json`, "utf8"), csv: createReadStream(`${folder}/data.csv`), dryRun: false };
      const { problems, found, trialId } = await importTrial(contextFor(db), input);
      expect(problems.shown).toEqual([]);
      expect(found).toMatchObject({ rows: 1236, respondents: 103 });
      expect(trialId).not.toBeNull();
      const [blank] = await db
        .select({ n: sql<number>`count(*)::int` })
        .from(answers)
        .where(sql`${answers.questionKey} = 'liking' and ${answers.status} = 'skipped'`);
      expect(blank?.n).toBe(3);
    }),
  );
});
