import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draw, replays, type DrawInput } from "./draw";

const input = fc
  .record({
    cells: fc.array(fc.record({ target: fc.integer({ min: 0, max: 8 }), taken: fc.integer({ min: 0, max: 8 }) }), { minLength: 1, maxLength: 6 }),
    people: fc.array(fc.array(fc.nat({ max: 5 }), { maxLength: 3 }), { maxLength: 40 }),
    places: fc.integer({ min: 0, max: 30 }),
    seed: fc.string({ minLength: 1, maxLength: 10 }),
  })
  .map(({ cells, people, places, seed }): DrawInput => {
    const numbered = cells.map(({ target, taken }, index) => ({ id: index + 1, target, taken: Math.min(taken, target) }));
    const cellIds = (chosen: number[]) => [...new Set(chosen.map((index) => (index % numbered.length) + 1))];
    return { cells: numbered, applications: people.map((chosen, index) => ({ id: index + 1, cellIds: cellIds(chosen) })), places, seed };
  });

describe("a draw", () => {
  it("never overfills a cell or the wave, puts people only where they fit, gives everybody a reason, and replays", () => {
    fc.assert(
      fc.property(input, (given) => {
        const log = draw(given);
        expect(log.entries.map(({ applicationId }) => applicationId).sort((one, other) => one - other)).toEqual(given.applications.map(({ id }) => id));
        const chosen = log.entries.filter(({ outcome }) => outcome === "chosen");
        expect(chosen.length).toBeLessThanOrEqual(given.places);
        for (const cell of given.cells) expect(cell.taken + chosen.filter(({ cellId }) => cellId === cell.id).length).toBeLessThanOrEqual(cell.target);
        for (const { applicationId, cellId } of chosen) expect(given.applications[applicationId - 1]!.cellIds).toContain(cellId);
        expect(log.entries.every(({ reason }) => reason.kind.length > 0)).toBe(true);
        expect(replays(log, given)).toBe(true);
        expect(draw({ ...given, applications: given.applications.toReversed(), cells: given.cells.toReversed() }).entries).toEqual(log.entries);
      }),
      { numRuns: 200 },
    );
  });

  it("leaves nobody waiting for a place that they fit and that stayed empty", () => {
    fc.assert(
      fc.property(input, (given) => {
        const log = draw({ ...given, places: 1000 });
        for (const { applicationId, outcome } of log.entries) {
          if (outcome === "chosen") continue;
          for (const cellId of given.applications[applicationId - 1]!.cellIds) {
            const cell = given.cells.find(({ id }) => id === cellId)!;
            expect(cell.taken + log.entries.filter((entry) => entry.cellId === cellId).length).toBe(cell.target);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it("of twenty thousand applicants into twenty-four cells takes less than two seconds", () => {
    const cells = Array.from({ length: 24 }, (_, index) => ({ id: index + 1, target: 100, taken: 0 }));
    // Most people fit one cell, some fit two, and a few fit any.
    const cellIds = (id: number) => (id % 50 === 0 ? cells.map((cell) => cell.id) : id % 5 === 0 ? [(id % 24) + 1, ((id * 7) % 24) + 1] : [(id % 24) + 1]);
    const applications = Array.from({ length: 20_000 }, (_, index) => ({ id: index + 1, cellIds: cellIds(index + 1) }));
    const started = performance.now();
    const log = draw({ applications, cells, places: 2400, seed: "many" });
    const took = performance.now() - started;
    expect(log.entries.filter(({ outcome }) => outcome === "chosen")).toHaveLength(2400);
    console.info(`20,000 applicants into 24 cells: ${Math.round(took)} ms`);
    expect(took).toBeLessThan(2000);
  });
});
