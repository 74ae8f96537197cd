// Who answered for what: rows of people and prototypes, so that the same people can be compared with themselves.
import type { ReportData } from "./data.server";

/** `rowOf[person * prototypes + place]` is the row of a person about a prototype, -1 where there is none. */
export type Grid = { people: number; prototypes: number; rowOf: Int32Array; isRepeated: boolean };

/** One more than the largest number of a person. Rows are in the order of their people. */
const afterLast = ({ rows }: ReportData): number => (rows.count === 0 ? 1 : rows.person[rows.count - 1]! + 1);

const grids = new WeakMap<ReportData, Grid>();

export const gridOf = (data: ReportData): Grid => {
  const known = grids.get(data);
  if (known) return known;
  const prototypes = data.prototypes.length;
  const people = afterLast(data);
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
  const { person, position, count } = data.rows;
  const last: number[] = [];
  for (let row = 0; row < count; row += 1) {
    if (!isAnswered(row)) continue;
    const known = last.at(-1);
    // Rows are in the order of their people.
    if (known === undefined || person[known] !== person[row]) last.push(row);
    else if (position[row]! >= position[known]!) last[last.length - 1] = row;
  }
  return last;
};
