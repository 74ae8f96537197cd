/** Hides groups so small that somebody could be recognised, also from those who subtract what is shown from the total (METHODS 0). */
import { at, requireCount } from "./checks";

/** Smallest group that may be shown to others. */
export const SMALLEST_SHOWN_GROUP = 5;

/**
 * Which parts of a whole to hide when the whole is shown. `isShown` says whether some of them together may be shown; a part that may not is
 * hidden. What is hidden is known together, as the whole minus the rest: the next smallest follow until there are two of them and they may be
 * shown together. Empty parts stay: nobody is in them. True = hide, in the order given.
 */
export function hiddenParts(counts: readonly number[], isShown: (parts: readonly number[]) => boolean): boolean[] {
  for (const count of counts) requireCount(count, "count");
  const hidden = counts.map((count, part) => count > 0 && !isShown([part]));
  if (!hidden.some(Boolean)) return hidden;
  const order = [...counts.keys()]
    .filter((part) => at(counts, part) > 0 && !at(hidden, part))
    .sort((one, other) => at(counts, one) - at(counts, other) || one - other);
  const isSafe = () => {
    const own = [...counts.keys()].filter((part) => at(hidden, part));
    return own.length >= 2 && isShown(own);
  };
  for (const part of order) {
    if (isSafe()) break;
    hidden[part] = true;
  }
  return hidden;
}

/**
 * The same by the number of people alone: groups of 1 to `minimum` - 1 people are hidden, and with them what would give them away.
 * Example: hiddenGroups([40, 3, 25]) hides the 3 and the 25.
 */
export function hiddenGroups(counts: readonly number[], minimum = SMALLEST_SHOWN_GROUP): boolean[] {
  return hiddenParts(counts, (groups) => groups.reduce((sum, group) => sum + at(counts, group), 0) >= minimum);
}

/** [row][column] of cells, edges of the graph between hidden rows and columns: a cell on no circle follows from the totals. */
function followsFromTotals(hidden: readonly (readonly boolean[])[], row: number, column: number): boolean {
  const rows = new Set([row]);
  const columns = new Set<number>();
  const queue: { isRow: boolean; index: number }[] = [{ isRow: true, index: row }];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { isRow, index } = next;
    if (isRow) {
      for (const [other, isHidden] of at(hidden, index).entries()) {
        if (!isHidden || (index === row && other === column) || columns.has(other)) continue;
        if (other === column) return false;
        columns.add(other);
        queue.push({ isRow: false, index: other });
      }
    } else {
      for (const [other, line] of hidden.entries()) {
        if (!at(line, index) || rows.has(other)) continue;
        rows.add(other);
        queue.push({ isRow: true, index: other });
      }
    }
  }
  return true;
}

/**
 * The same for a table of two facts whose row and column totals are shown. Every hidden cell lies on a circle of hidden cells, so that no
 * equation of totals has it as its only unknown, and no row or column hides fewer than `minimum` people together. True = hide.
 */
export function hiddenCells(table: readonly (readonly number[])[], minimum = SMALLEST_SHOWN_GROUP): boolean[][] {
  const width = table[0]?.length ?? 0;
  for (const row of table) {
    if (row.length !== width) throw new RangeError("every row needs the same columns");
    for (const count of row) requireCount(count, "count");
  }
  const hidden = table.map((row) => row.map((count) => count > 0 && count < minimum));
  const columnOf = (column: number) => ({ counts: table.map((row) => at(row, column)), marks: hidden.map((row) => at(row, column)) });
  const hide = (row: number, column: number) => {
    at(hidden, row)[column] = true;
  };
  /** The visible cell of a line to hide next: the smallest that holds people, else an empty one. */
  const nextOf = (counts: readonly number[], marks: readonly boolean[]): number | null => {
    const visible = [...counts.keys()].filter((place) => !at(marks, place));
    visible.sort((one, other) => Number(at(counts, one) === 0) - Number(at(counts, other) === 0) || at(counts, one) - at(counts, other) || one - other);
    return visible[0] ?? null;
  };
  const isLineSafe = (counts: readonly number[], marks: readonly boolean[]) => {
    const own = counts.filter((_, place) => at(marks, place));
    return own.length === 0 || (own.length >= 2 && own.reduce((sum, count) => sum + count, 0) >= minimum);
  };
  for (let changed = true; changed;) {
    changed = false;
    for (const [row, counts] of table.entries()) {
      const place = isLineSafe(counts, at(hidden, row)) ? null : nextOf(counts, at(hidden, row));
      if (place === null) continue;
      hide(row, place);
      changed = true;
    }
    for (let column = 0; column < width; column += 1) {
      const { counts, marks } = columnOf(column);
      const place = isLineSafe(counts, marks) ? null : nextOf(counts, marks);
      if (place === null) continue;
      hide(place, column);
      changed = true;
    }
    if (changed) continue;
    for (const [row, marks] of hidden.entries()) {
      for (const [column, isHidden] of marks.entries()) {
        if (changed || !isHidden || !followsFromTotals(hidden, row, column)) continue;
        const inRow = nextOf(at(table, row), marks);
        const inColumn = nextOf(columnOf(column).counts, columnOf(column).marks);
        if (inRow !== null) hide(row, inRow);
        else if (inColumn !== null) hide(inColumn, column);
        else continue;
        changed = true;
      }
    }
  }
  return hidden;
}
