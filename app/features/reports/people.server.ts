// Who answered for what: rows of people and prototypes, so that the same people can be compared with themselves.
import type { ReportData } from "./data.server";

/** `rowOf[person * prototypes + place]` is the row of a person about a prototype, -1 where there is none. */
export type Grid = { people: number; prototypes: number; rowOf: Int32Array; isRepeated: boolean };

const grids = new WeakMap<ReportData, Grid>();

export const gridOf = (data: ReportData): Grid => {
  const known = grids.get(data);
  if (known) return known;
  const prototypes = data.prototypes.length;
  const people = data.rows.person.reduce((most, person) => Math.max(most, person), 0) + 1;
  const rowOf = new Int32Array(people * prototypes).fill(-1);
  let isRepeated = false;
  const seen = new Uint8Array(people);
  for (let row = 0; row < data.rows.count; row += 1) {
    const place = data.rows.prototype[row]!;
    if (place < 0) continue;
    const person = data.rows.person[row]!;
    isRepeated ||= seen[person] === 1;
    seen[person] = 1;
    rowOf[person * prototypes + place] = row;
  }
  const grid = { people, prototypes, rowOf, isRepeated };
  grids.set(data, grid);
  return grid;
};

/** The last row in which each person answered: a question asked once per person may stand in several questionnaires. */
export const lastRows = (data: ReportData, isAnswered: (row: number) => boolean): number[] => {
  const last = new Map<number, number>();
  for (let row = 0; row < data.rows.count; row += 1) {
    if (!isAnswered(row)) continue;
    const person = data.rows.person[row]!;
    const known = last.get(person);
    if (known === undefined || data.rows.position[row]! >= data.rows.position[known]!) last.set(person, row);
  }
  return [...last.values()].sort((a, b) => a - b);
};
