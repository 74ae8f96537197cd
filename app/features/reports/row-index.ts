// From an id of the database to its place in a list, for a million ids in a few megabytes.

/** -1 where the id is not in the list. */
export type RowIndex = { ids: Int32Array; rowOf: (id: number) => number };

const widestTable = 20_000_000;

/** A table over the span of the ids, which mostly follow each other; a map where they lie far apart. */
export const indexRows = (ids: Int32Array): RowIndex => {
  let [least, most] = [2 ** 31, -1];
  for (const id of ids) {
    if (id < least) least = id;
    if (id > most) most = id;
  }
  if (most - least > widestTable) {
    const rows = new Map(Array.from(ids, (id, row) => [id, row]));
    return { ids, rowOf: (id) => rows.get(id) ?? -1 };
  }
  const table = new Int32Array(Math.max(0, most - least + 1)).fill(-1);
  for (let row = 0; row < ids.length; row += 1) table[ids[row]! - least] = row;
  return { ids, rowOf: (id) => table[id - least] ?? -1 };
};
