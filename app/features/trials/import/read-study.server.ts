// Reads a whole study through its map and gathers everything that is wrong with it, each with its line and reason.
import type { MappedQuestion, StudyMap } from "./map";
import { excerpt, problemList, type ImportProblems, type ProblemList } from "./problems";
import { readAnswer } from "./read-answers";
import { fileLimits, Unreadable } from "./read-lines.server";
import { locateColumns, readRows, type Row } from "./read-rows.server";

type StudyResponse = {
  respondent: string;
  prototype: string;
  position: number | null;
  /** In the order of the map's questions; undefined where the cell was blank. */
  values: (number | string | undefined)[];
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

/** One row's identity and profile checked against the rows before it. */
const identify = (
  map: StudyMap,
  row: Row,
  places: Map<string, number>,
  seen: Map<string, number>,
  respondents: Map<string, Respondent>,
  problems: ProblemList,
) => {
  const respondent = row.cells[places.get(map.respondent.column)!]!;
  const prototype = row.cells[places.get(map.prototype.column)!]!;
  if (respondent === "") problems.add({ line: row.line, column: map.respondent.column, key: "no_respondent" });
  if (prototype === "") problems.add({ line: row.line, column: map.prototype.column, key: "no_prototype" });
  if (respondent === "" || prototype === "") return null;
  if (map.prototype.names && !Object.hasOwn(map.prototype.names, prototype)) {
    problems.add({ line: row.line, column: map.prototype.column, key: "unknown_prototype", values: { value: excerpt(prototype) } });
    return null;
  }
  const identity = JSON.stringify([respondent, prototype]);
  const firstLine = seen.get(identity);
  if (firstLine !== undefined) {
    problems.add({ line: row.line, key: "duplicate_response", values: { respondent: excerpt(respondent), prototype: excerpt(prototype), first: firstLine } });
    return null;
  }
  seen.set(identity, row.line);
  const profile = readProfile(map, row, places, problems);
  const known = respondents.get(respondent);
  if (!known) respondents.set(respondent, { profile, firstLine: row.line });
  else
    for (const { column, fact } of map.profile) {
      if (known.profile[fact] !== profile[fact]) {
        problems.add({ line: row.line, column, key: "conflicting_profile", values: { respondent: excerpt(respondent), first: known.firstLine } });
      }
    }
  return { respondent, prototype };
};

const readValues = (questions: MappedQuestion[], row: Row, places: Map<string, number>, problems: ProblemList) =>
  questions.map((question) => {
    const cell = row.cells[places.get(question.column)!]!;
    if (cell.length > fileLimits.cell) {
      problems.add({ line: row.line, column: question.column, key: "cell_too_long", values: { max: fileLimits.cell } });
      return undefined;
    }
    const answer = readAnswer(question, cell);
    if ("problem" in answer) problems.add({ line: row.line, column: question.column, ...answer.problem });
    return "value" in answer ? answer.value : undefined;
  });

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
      const who = identify(map, row, places, seen, respondents, problems);
      const position = readPosition(map, row, places, problems);
      const values = readValues(map.questions, row, places, problems);
      if (!who) continue;
      prototypes.add(who.prototype);
      if (prototypes.size > mostPrototypes) {
        problems.add({ line: row.line, column: map.prototype.column, key: "too_many_prototypes", values: { max: mostPrototypes } });
        throw new Unreadable();
      }
      blanks += map.questions.filter(({ column }) => row.cells[places!.get(column)!] === "").length;
      responses.push({ ...who, position, values });
    }
    if (!places) locateColumns(undefined, map, problems);
    else if (rows === 0) problems.add({ line: null, key: "no_rows" });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
  const isComplete = places !== null && problems.total === 0;
  for (const name of isComplete ? prototypesOfMap(map) : []) {
    if (!prototypes.has(name)) problems.add({ line: null, column: map.prototype.column, key: "unknown_prototype", values: { value: excerpt(name) } });
  }
  return {
    rows,
    blanks,
    respondents: new Map([...respondents].sort(([a], [b]) => byName(a, b))),
    prototypes: [...prototypes].sort(byName),
    responses: responses.sort((a, b) => byName(a.respondent, b.respondent) || byName(a.prototype, b.prototype)),
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
