// Reads a whole study through its map and gathers everything that is wrong with it, each with its line and reason.
import type { StudyMap } from "./map";
import { columnsOf, type MappedQuestion } from "./mapped-questions";
import { excerpt, problemList, type ImportProblems, type ProblemList } from "./problems";
import { readAnswer, type PairInFile } from "./read-answers";
import { fileLimits, Unreadable } from "./read-lines.server";
import { locateColumns, readRows, type Row } from "./read-rows.server";

type StudyResponse = {
  respondent: string;
  /** Null for answers that are about no prototype alone. */
  prototype: string | null;
  position: number | null;
  /** In the order of the map's questions; undefined where the cells were blank. */
  values: unknown[];
};

type Respondent = { profile: Record<string, string>; firstLine: number };

export type Study = {
  rows: number;
  blanks: number;
  /** In the order of their names, whatever the order of the file. */
  respondents: Map<string, Respondent>;
  prototypes: string[];
  responses: StudyResponse[];
  problems: ImportProblems;
};

/** More than anybody compares, and as many as three-digit codes can tell apart. */
const mostPrototypes = 40;

/** Digits count as numbers, so that j2 comes before j10; the same on every machine. */
const order = new Intl.Collator("en", { numeric: true });
const byName = (a: string, b: string) => order.compare(a, b) || (a < b ? -1 : 1);

const readProfile = (map: StudyMap, row: Row, places: Map<string, number>, problems: ProblemList): Record<string, string> => {
  const profile: Record<string, string> = {};
  for (const { column, fact, values } of map.profile) {
    const cell = row.cells[places.get(column)!]!;
    if (cell === "") continue;
    const known = Object.hasOwn(values, cell) ? values[cell] : undefined;
    if (known) profile[fact] = known.value;
    else problems.add({ line: row.line, column, key: "unknown_profile_value", values: { value: excerpt(cell) } });
  }
  return profile;
};

const readPosition = (map: StudyMap, row: Row, places: Map<string, number>, problems: ProblemList): number | null => {
  if (!map.position) return null;
  const cell = row.cells[places.get(map.position.column)!]!;
  if (cell === "") return null;
  const position = /^\d{1,3}$/.test(cell) ? Number(cell) : 0;
  if (position < 1) problems.add({ line: row.line, column: map.position.column, key: "out_of_range", values: { value: excerpt(cell), min: 1, max: 999 } });
  return position || null;
};

type Reading = {
  map: StudyMap;
  places: Map<string, number>;
  problems: ProblemList;
  respondents: Map<string, Respondent>;
  /** Lines by who answered about what. */
  seen: Map<string, number>;
};

const isKnownPrototype = ({ prototype: { names } }: StudyMap, name: string): boolean => !names || Object.hasOwn(names, name);

/** The prototype that a row is about, null for none; undefined after saying what is wrong. */
const readPrototype = ({ map, places, problems }: Reading, row: Row): string | null | undefined => {
  const { column } = map.prototype;
  if (column === undefined) return null;
  const prototype = row.cells[places.get(column)!]!;
  if (prototype === "") problems.add({ line: row.line, column, key: "no_prototype" });
  else if (!isKnownPrototype(map, prototype)) problems.add({ line: row.line, column, key: "unknown_prototype", values: { value: excerpt(prototype) } });
  else return prototype;
  return undefined;
};

/** Whether a person answered about the same before; `about` is a prototype, a pair, or nothing. */
const isRepeated = ({ problems, seen }: Reading, row: Row, respondent: string, about: string[]): boolean => {
  const identity = JSON.stringify([respondent, ...about.toSorted()]);
  const first = seen.get(identity);
  seen.set(identity, first ?? row.line);
  if (first === undefined) return false;
  const values = { respondent: excerpt(respondent), prototype: excerpt(about.join(" / ")), first };
  problems.add({ line: row.line, key: about.length > 0 ? "duplicate_response" : "duplicate_respondent", values });
  return true;
};

const readRespondent = ({ map, places, problems, respondents }: Reading, row: Row): string | undefined => {
  const respondent = row.cells[places.get(map.respondent.column)!]!;
  if (respondent === "") {
    problems.add({ line: row.line, column: map.respondent.column, key: "no_respondent" });
    return undefined;
  }
  const profile = readProfile(map, row, places, problems);
  const known = respondents.get(respondent);
  if (!known) respondents.set(respondent, { profile, firstLine: row.line });
  else
    for (const { column, fact } of map.profile) {
      if (known.profile[fact] !== profile[fact]) {
        problems.add({ line: row.line, column, key: "conflicting_profile", values: { respondent: excerpt(respondent), first: known.firstLine } });
      }
    }
  return respondent;
};

const readValues = ({ map, places, problems }: Reading, row: Row): unknown[] =>
  map.questions.map((question) => {
    const cellOf = (column: string) => row.cells[places.get(column)!]!;
    const long = columnsOf(question).find((column) => cellOf(column).length > fileLimits.cell);
    if (long !== undefined) {
      problems.add({ line: row.line, column: long, key: "cell_too_long", values: { max: fileLimits.cell } });
      return undefined;
    }
    const answer = readAnswer(question, cellOf);
    if ("problem" in answer) problems.add({ line: row.line, ...answer.problem });
    return "value" in answer ? answer.value : undefined;
  });

/** Prototypes that a row's pairs are about, each with the column it stands in. */
const pairedIn = (questions: readonly MappedQuestion[], values: readonly unknown[]): { column: string; name: string }[] =>
  questions.flatMap((question, index) => {
    const pair = values[index] as PairInFile | undefined;
    if (question.type !== "paired_preference" || !pair) return [];
    const [near, far] = columnsOf(question);
    return [
      { column: near!, name: pair.left },
      { column: far!, name: pair.right },
    ];
  });

/** One row as a response; undefined where something is wrong with it. */
const readResponse = (reading: Reading, row: Row): StudyResponse | undefined => {
  const { map, places, problems } = reading;
  const before = problems.total;
  const [respondent, prototype] = [readRespondent(reading, row), readPrototype(reading, row)];
  const position = readPosition(map, row, places, problems);
  const values = readValues(reading, row);
  const paired = pairedIn(map.questions, values);
  for (const { column, name } of paired.filter(({ name: each }) => !isKnownPrototype(map, each))) {
    problems.add({ line: row.line, column, key: "unknown_prototype", values: { value: excerpt(name) } });
  }
  if (respondent === undefined || prototype === undefined || problems.total > before) return undefined;
  const about = prototype === null ? [...new Set(paired.map(({ name }) => name))] : [prototype];
  return isRepeated(reading, row, respondent, about) ? undefined : { respondent, prototype, position, values };
};

/** Reads to the end unless nothing can be read on; with problems, what it returns may be incomplete and must not be stored. */
export const readStudy = async (source: AsyncIterable<Uint8Array>, map: StudyMap): Promise<Study> => {
  const problems = problemList();
  const respondents = new Map<string, Respondent>();
  const prototypes = new Set<string>();
  const responses: StudyResponse[] = [];
  const seen = new Map<string, number>();
  let places: Map<string, number> | null = null;
  let width = 0;
  let rows = 0;
  let blanks = 0;
  try {
    for await (const row of readRows(source, map.delimiter, problems)) {
      if (!places) {
        places = locateColumns(row, map, problems);
        width = row.cells.length;
        if (!places) throw new Unreadable();
        continue;
      }
      rows += 1;
      if (rows > fileLimits.rows) {
        problems.add({ line: row.line, key: "too_many_rows", values: { max: fileLimits.rows } });
        throw new Unreadable();
      }
      if (row.cells.length !== width) {
        problems.add({ line: row.line, key: "wrong_cell_count", values: { found: row.cells.length, expected: width } });
        continue;
      }
      const response = readResponse({ map, places, problems, respondents, seen }, row);
      if (!response) continue;
      const named = pairedIn(map.questions, response.values);
      for (const name of [...(response.prototype === null ? [] : [response.prototype]), ...named.map((each) => each.name)]) prototypes.add(name);
      if (prototypes.size > mostPrototypes) {
        const column = map.prototype.column ?? named[0]?.column ?? null;
        problems.add({ line: row.line, column, key: "too_many_prototypes", values: { max: mostPrototypes } });
        throw new Unreadable();
      }
      blanks += response.values.filter((value) => value === undefined).length;
      responses.push(response);
    }
    if (!places) locateColumns(undefined, map, problems);
    else if (rows === 0) problems.add({ line: null, key: "no_rows" });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
  const isComplete = places !== null && problems.total === 0;
  for (const name of isComplete ? prototypesOfMap(map) : []) {
    if (!prototypes.has(name)) problems.add({ line: null, column: map.prototype.column ?? null, key: "unknown_prototype", values: { value: excerpt(name) } });
  }
  return {
    rows,
    blanks,
    respondents: new Map([...respondents].sort(([a], [b]) => byName(a, b))),
    prototypes: [...prototypes].sort(byName),
    responses: responses.sort((a, b) => byName(a.respondent, b.respondent) || byName(a.prototype ?? "", b.prototype ?? "")),
    problems: { total: problems.total, shown: problems.shown.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) },
  };
};

/** Prototypes that the map's benchmark and action standards speak of; each must be in the file. */
const prototypesOfMap = (map: StudyMap): string[] => [
  ...new Set([
    ...(map.prototype.benchmark ? [map.prototype.benchmark] : []),
    ...map.actionStandards.flatMap(({ prototype, against }) => [prototype, ...("prototype" in against ? [against.prototype] : [])]),
  ]),
];
