import fc from "fast-check";
import { expect, test } from "vitest";
import { bestWorstDesign } from "./best-worst-design";

const size = fc
  .record({
    items: fc.integer({ min: 4, max: 16 }),
    perTask: fc.integer({ min: 3, max: 5 }),
    tasks: fc.integer({ min: 1, max: 12 }),
    versions: fc.integer({ min: 1, max: 4 }),
  })
  .filter(({ items, perTask }) => perTask <= items);

const countsOf = (tasks: number[][], items: number) => Array.from({ length: items }, (_, item) => tasks.flat().filter((each) => each === item).length);

test("no task shows an item twice, and within a version no item is shown more than once more often than another", () => {
  fc.assert(
    fc.property(size, fc.integer(), (given, seed) => {
      const design = bestWorstDesign(given, seed);
      expect(design).toHaveLength(given.versions);
      for (const version of design) {
        expect(version).toHaveLength(given.tasks);
        for (const task of version) expect(new Set(task).size).toBe(given.perTask);
        const counts = countsOf(version, given.items);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 60 },
  );
});

test("the same seed gives the same design, another seed another", () => {
  const given = { items: 8, perTask: 4, tasks: 6, versions: 2 };
  expect(bestWorstDesign(given, "a")).toEqual(bestWorstDesign(given, "a"));
  expect(bestWorstDesign(given, "a")).not.toEqual(bestWorstDesign(given, "b"));
});

test("seven items in sevens of four over ten versions meet each other nearly equally often", () => {
  const tasks = bestWorstDesign({ items: 7, perTask: 4, tasks: 7, versions: 10 }, 1).flat();
  const pairs = [0, 1, 2, 3, 4, 5, 6].flatMap((a) =>
    [0, 1, 2, 3, 4, 5, 6].filter((b) => b > a).map((b) => tasks.filter((task) => task.includes(a) && task.includes(b)).length),
  );
  // Balanced would be 70 tasks × 6 pairs / 21 pairs = 20 meetings each.
  expect(Math.min(...pairs)).toBeGreaterThanOrEqual(19);
  expect(Math.max(...pairs)).toBeLessThanOrEqual(21);
});

test("no item keeps standing in one place of its tasks", () => {
  const tasks = bestWorstDesign({ items: 8, perTask: 4, tasks: 8, versions: 8 }, 3).flat();
  for (const item of [0, 3, 7]) {
    const onTop = tasks.filter((task) => task[0] === item).length;
    const shown = tasks.filter((task) => task.includes(item)).length;
    expect(Math.abs(onTop - shown / 4)).toBeLessThanOrEqual(3);
  }
});

test("a task cannot hold more items than there are", () => {
  expect(() => bestWorstDesign({ items: 3, perTask: 4, tasks: 1, versions: 1 }, 1)).toThrow(RangeError);
});
