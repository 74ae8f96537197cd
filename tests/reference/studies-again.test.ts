// Two published studies, once imported and once run again as trials of our own: what is exported must not tell them apart.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Context } from "~/core/context";
import { exportReport } from "~/features/reports/exports/export-report.server";
import { publishReport } from "~/features/reports/publish-report.server";
import { importTrial } from "~/features/trials/import/import-trial.server";
import { createCast, type Cast } from "../support/cast";
import { contextFor, testDatabase } from "../support/database";
import { readImported, runStudy, type Given, type StudyAnswers } from "../support/native-study";
import { isPresent, readTableIn } from "./compare";

type Map_ = { respondent: { column: string }; prototype: { column: string; names: Record<string, string> }; questions: { column: string; key: string }[] };

/** A few thousand answers given one by one take minutes, so as a rule some of the people of each study do; `WHOLE_STUDIES=1` runs everybody. */
const isWhole = process.env.WHOLE_STUDIES === "1";

const studies = [
  { name: "carrots", people: 12, map: "db/seed/studies/carrots/map.json", data: "../../db/seed/studies/carrots/data.csv", path: "db/seed/studies/carrots/data.csv" },
  {
    name: "orange juices",
    people: 16,
    map: "db/seed/studies/orange-juice.map.json",
    data: "../../../shared/data/orange_jar/data.csv",
    path: "../shared/data/orange_jar/data.csv",
  },
];

const readAnswers = (map: Map_, table: readonly Record<string, string>[]): StudyAnswers => {
  const people = new Map<string, Map<string, Given>>();
  for (const row of table) {
    const who = row[map.respondent.column]!;
    const own = people.get(who) ?? people.set(who, new Map()).get(who)!;
    const filled = map.questions.filter(({ column }) => row[column] !== "" && row[column] !== "NA");
    own.set(map.prototype.names[row[map.prototype.column]!]!, Object.fromEntries(filled.map(({ column, key }) => [key, Number(row[column])])));
  }
  return people;
};

const linesOf = async (ctx: Context, trialId: number): Promise<string[][]> => {
  const number = await publishReport(ctx, { trialId });
  const { body } = (await exportReport(ctx, { trialId, number, format: "wide.csv", locale: "en" }))!;
  const text = await new Response(body as ReadableStream).text();
  return text
    .replace("\uFEFF", "")
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(","));
};

/**
 * Every cell but three: pseudonyms and blind codes are drawn anew, and the order in which people tasted is ours in the one and not published for the
 * other. People are told apart by all that they answered, so they are put in the order of that.
 */
const people = ([, ...lines]: string[][]): string[] => {
  const byPerson = new Map<string, string[][]>();
  for (const line of lines) byPerson.set(line[0]!, [...(byPerson.get(line[0]!) ?? []), line]);
  return [...byPerson.values()].map((own) =>
    own
      .map(([, , ...rest]) => rest.toSpliced(1, 1).join(","))
      .sort()
      .join("\n"),
  ).sort();
};

/** The lines of the first so many people of a file. */
const firstPeople = (text: string, place: number, count: number): string => {
  const [heading = "", ...lines] = text.trim().split(/\r?\n/);
  const personOf = (line: string) => line.split(",")[place]!;
  const kept = new Set([...new Set(lines.map(personOf))].slice(0, count));
  return [heading, ...lines.filter((line) => kept.has(personOf(line)))].join("\n");
};

const bytesOf = async function* (text: string) {
  yield await Promise.resolve(Buffer.from(text));
};

let cast: Cast | undefined;

for (const { name, people: some, map: mapPath, data, path } of studies) {
  // Data that may not be handed on are read where they are.
  describe.skipIf(!isPresent(data))(name, () => {
    test(
      "run again as a trial of our own, every answer is exported as from the import, cell for cell",
      { timeout: isWhole ? 1_800_000 : 120_000 },
      async () => {
        // Committed one by one as in real life: this file has a database of its own.
        const db = await testDatabase();
        cast ??= await createCast(db);
        const ctx = contextFor(db, cast.rian);
        const map = readFileSync(mapPath, "utf8");
        const csv = firstPeople(readFileSync(path, "utf8"), 0, isWhole ? Infinity : some);
        const { trialId: importedId } = await importTrial(contextFor(db), { map, csv: bytesOf(csv), dryRun: false });
        const { questions } = await readImported(db, importedId!);
        const study = readAnswers(JSON.parse(map) as Map_, readTableIn(csv));
        const nativeId = await runStudy(db, cast, questions, study);
        const imported = await linesOf(contextFor(db), importedId!);
        const native = await linesOf(ctx, nativeId);
        expect(native[0]).toEqual(imported[0]);
        expect(native).toHaveLength(imported.length);
        expect(native).toHaveLength(1 + [...study.values()].reduce((sum, own) => sum + own.size, 0));
        expect(people(native)).toEqual(people(imported));
        // The trial that we ran knows the order, each place as often as each other.
        const positions = native.slice(1).map((line) => line[3]);
        const prototypes = new Set(native.slice(1).map((line) => line[2])).size;
        for (let position = 1; position <= prototypes; position += 1) expect(positions.filter((each) => each === String(position))).toHaveLength(study.size);
      },
    );
  });
}
