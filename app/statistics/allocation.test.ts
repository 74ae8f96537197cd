import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawPlaces, type Applicant, type DrawRequest, type QuotaCell } from "./allocation";
import { createRandom, nextInt, shuffle } from "./random";

const request = fc
  .record({
    cellSizes: fc.array(fc.record({ target: fc.integer({ min: 0, max: 5 }), taken: fc.integer({ min: 0, max: 6 }) }), {
      minLength: 1,
      maxLength: 5,
    }),
    fits: fc.array(fc.uniqueArray(fc.nat({ max: 4 }), { maxLength: 3 }), { maxLength: 25 }),
    places: fc.integer({ min: 0, max: 20 }),
    seed: fc.string(),
  })
  .map(({ cellSizes, fits, places, seed }): DrawRequest => ({
    cells: cellSizes.map((size, index) => ({ id: `cell ${String(index)}`, ...size })),
    applicants: fits.map((cells, index) => ({
      id: `person ${String(index)}`,
      cellIds: cells.filter((cell) => cell < cellSizes.length).map((cell) => `cell ${String(cell)}`),
    })),
    places,
    seed,
  }));

/** The most people that any assignment could place, by brute-force augmenting paths, one place at a time. */
function mostPlaceable(applicants: readonly Applicant[], cells: readonly QuotaCell[], places: number): number {
  const seats = cells.flatMap(({ id, target, taken }) => Array.from({ length: Math.max(0, target - taken) }, () => id));
  const holder = new Map<number, Applicant>();
  const seat = (applicant: Applicant, tried: Set<number>): boolean =>
    seats.some((cellId, index) => {
      if (tried.has(index) || !applicant.cellIds.includes(cellId)) return false;
      tried.add(index);
      const current = holder.get(index);
      if (current !== undefined && !seat(current, tried)) return false;
      holder.set(index, applicant);
      return true;
    });
  return Math.min(places, applicants.filter((applicant) => seat(applicant, new Set())).length);
}

describe("the draw of places", () => {
  test("never exceeds a target or the places, and places everybody who could be placed", () => {
    fc.assert(
      fc.property(request, (draw) => {
        const { chosen, waiting, log, cells } = drawPlaces(draw);
        expect(chosen.length + waiting.length).toBe(draw.applicants.length);
        expect(log).toHaveLength(draw.applicants.length);
        for (const cell of draw.cells) {
          const added = chosen.filter(({ cellId }) => cellId === cell.id).length;
          expect(added).toBeLessThanOrEqual(Math.max(0, cell.target - cell.taken));
          expect(cells.find(({ id }) => id === cell.id)?.held).toBe(cell.taken + added);
        }
        for (const { applicantId, cellId } of chosen) {
          expect(draw.applicants.find(({ id }) => id === applicantId)?.cellIds).toContain(cellId);
        }
        expect(chosen.length).toBe(mostPlaceable(draw.applicants, draw.cells, draw.places));
      }),
      { numRuns: 400 },
    );
  });

  test("gives the same answer for any order of its input", () => {
    fc.assert(
      fc.property(request, fc.string(), (draw, otherSeed) => {
        const random = createRandom(otherSeed);
        const mixed = {
          ...draw,
          applicants: shuffle(random, draw.applicants).map((applicant) => ({
            ...applicant,
            cellIds: shuffle(random, applicant.cellIds),
          })),
          cells: shuffle(random, draw.cells),
        };
        expect(drawPlaces(mixed)).toEqual(drawPlaces(draw));
      }),
    );
  });

  test("every waiting person has a reason that is true", () => {
    fc.assert(
      fc.property(request, (draw) => {
        const result = drawPlaces(draw);
        for (const { applicantId, reason } of result.waiting) {
          const fits = draw.applicants.find(({ id }) => id === applicantId)?.cellIds ?? [];
          if (reason.kind === "no-cell-fits") expect(fits).toEqual([]);
          else if (reason.kind === "no-places-left") expect(result.chosen.length).toBe(draw.places);
          else if (reason.kind === "cells-full") {
            for (const cell of result.cells.filter(({ id }) => fits.includes(id))) {
              expect(cell.held).toBeGreaterThanOrEqual(cell.target);
            }
          } else expect.unreachable("a waiting person cannot have a reason to be chosen");
        }
      }),
    );
  });

  test("Sari, who fits both regions, moves over so that Budi, who fits one, gets a place too", () => {
    const cells = [
      { id: "java", target: 1, taken: 0 },
      { id: "sumatra", target: 1, taken: 0 },
    ];
    const applicants = [
      { id: "sari", cellIds: ["java", "sumatra"] },
      { id: "budi", cellIds: ["java"] },
    ];
    const draws = Array.from({ length: 20 }, (_, seed) => drawPlaces({ applicants, cells, places: 2, seed }));
    for (const { chosen } of draws) expect(chosen).toHaveLength(2);
    const moved = draws.flatMap(({ log }) => log.map(({ reason }) => reason)).filter(({ kind }) => kind === "opened-by-moves");
    expect(moved[0]).toEqual({
      kind: "opened-by-moves",
      moves: [{ applicantId: "sari", fromCellId: "java", toCellId: "sumatra" }],
    });
  });

  test("everybody has the same chance: of ten people for three places, each is drawn about three times in ten", () => {
    const applicants = Array.from({ length: 10 }, (_, index) => ({ id: `p${String(index)}`, cellIds: ["all"] }));
    const wins = new Map<string, number>();
    for (let seed = 0; seed < 2000; seed += 1) {
      const { chosen } = drawPlaces({ applicants, cells: [{ id: "all", target: 9, taken: 0 }], places: 3, seed });
      for (const { applicantId } of chosen) wins.set(applicantId, (wins.get(applicantId) ?? 0) + 1);
    }
    for (const count of wins.values()) expect(Math.abs(count - 600)).toBeLessThan(4 * Math.sqrt(2000 * 0.21));
  });

  test("20,000 applicants for 24 cells take well under two seconds", () => {
    const random = createRandom("many");
    const cells = Array.from({ length: 24 }, (_, index) => ({ id: `c${String(index)}`, target: 200, taken: 0 }));
    const applicants = Array.from({ length: 20_000 }, (_, index) => ({
      id: `p${String(index)}`,
      // Most fit the first few cells only, so that many chains of moves have to be looked for.
      cellIds: [`c${String(nextInt(random, 0, 5))}`, `c${String(nextInt(random, 0, index % 50 === 0 ? 23 : 7))}`],
    }));
    const start = performance.now();
    const { chosen, log } = drawPlaces({ applicants, cells, places: 4800, seed: "many" });
    expect(performance.now() - start).toBeLessThan(1500);
    expect(log).toHaveLength(20_000);
    expect(chosen.length).toBeGreaterThan(1600);
  });

  test("nobody, no cell and no place are fine; repeated or unknown names are not", () => {
    expect(drawPlaces({ applicants: [], cells: [], places: 5, seed: 1 }).log).toEqual([]);
    const cells = [{ id: "c", target: 1, taken: 3 }];
    const one = [{ id: "a", cellIds: ["c"] }];
    expect(drawPlaces({ applicants: one, cells, places: 1, seed: 1 }).waiting[0]?.reason.kind).toBe("cells-full");
    expect(() => drawPlaces({ applicants: [...one, ...one], cells, places: 1, seed: 1 })).toThrow(/applied twice/);
    expect(() => drawPlaces({ applicants: one, cells: [], places: 1, seed: 1 })).toThrow(/unknown cell/);
    expect(() => drawPlaces({ applicants: one, cells: [...cells, ...cells], places: 1, seed: 1 })).toThrow(/two cells/);
    expect(() => drawPlaces({ applicants: one, cells, places: 0.5, seed: 1 })).toThrow(RangeError);
  });
});
