import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { baseBlocks, blockBalance, planBlocks } from "./blocks";
import { balanceOf, planCells, planCodes, planPlaces } from "./plan";

const seed = fc.string({ minLength: 1, maxLength: 12 });
const flat = (counts: readonly number[]) => Math.max(...counts) - Math.min(...counts);

describe("blind codes", () => {
  it("are three digits, unique, differ in two places, never end in a pattern, and do not depend on the order of the prototypes", () => {
    fc.assert(
      fc.property(seed, fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 12 }), (chance, ids) => {
        const codes = planCodes(ids, chance);
        expect(planCodes([...ids].reverse(), chance)).toEqual(codes);
        const drawn = [...codes.values()];
        expect(new Set(drawn).size).toBe(ids.length);
        for (const code of drawn) {
          expect(code).toMatch(/^[1-9]\d\d$/);
          expect(code[2]).not.toBe("0");
          expect(code[2]).not.toBe(code[1]);
          for (const other of drawn) if (other !== code) expect([...code].filter((digit, place) => digit !== other[place]).length).toBeGreaterThan(1);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("the order of presentation", () => {
  it("of any design gives every person different prototypes, as many as promised, the same for the same seed", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("monadic" as const, "sequential_monadic" as const, "incomplete_blocks" as const),
        fc.integer({ min: 2, max: 8 }),
        fc.integer({ min: 2, max: 8 }),
        fc.integer({ min: 0, max: 60 }),
        seed,
        (design, total, wanted, places, chance) => {
          const prototypeIds = Array.from({ length: total }, (_, index) => 100 + index);
          const perPerson = Math.min(wanted, total);
          const plan = planPlaces({ design, prototypeIds, perPerson, places, seed: chance });
          expect(plan).toHaveLength(places);
          expect(planPlaces({ design, prototypeIds: [...prototypeIds].reverse(), perPerson, places, seed: chance })).toEqual(plan);
          for (const order of plan) {
            expect(order).toHaveLength(design === "monadic" ? 1 : perPerson);
            expect(new Set(order).size).toBe(order.length);
            expect(order.every((id) => prototypeIds.includes(id))).toBe(true);
          }
        },
      ),
      { numRuns: 80 },
    );
  });

  it("of whole Williams squares is perfectly balanced over positions and neighbours", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 1, max: 3 }), seed, (total, repeats, chance) => {
        const rows = total % 2 === 0 ? total : 2 * total;
        const prototypeIds = Array.from({ length: total }, (_, index) => index + 1);
        const plan = planPlaces({ design: "sequential_monadic", prototypeIds, perPerson: total, places: rows * repeats, seed: chance });
        const { position, carryOver } = balanceOf(plan, prototypeIds);
        for (const { counts } of position) expect(new Set(counts)).toEqual(new Set([(rows * repeats) / total]));
        expect(new Set(carryOver.map(({ count }) => count)).size).toBe(1);
      }),
      { numRuns: 30 },
    );
  });

  it("of a pair is each order equally often, one apart where the number of people is odd", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), seed, (places, chance) => {
        const plan = planPlaces({ design: "paired", prototypeIds: [7, 9], perPerson: 2, places, seed: chance });
        const first = plan.filter(([one]) => one === 7).length;
        expect(plan.every((pair) => pair.length === 2)).toBe(true);
        expect(Math.abs(first - (places - first))).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });
});

describe("orders by quota cell", () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 17 }), { minLength: 1, maxLength: 12 });
  const idsOf = (total: number) => Array.from({ length: total }, (_, index) => 100 + index);

  it("are as many as each cell has places, replay from the seed, and differ with it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("monadic" as const, "sequential_monadic" as const, "paired" as const, "incomplete_blocks" as const),
        fc.integer({ min: 2, max: 5 }),
        sizes,
        seed,
        (design, total, places, chance) => {
          const prototypeIds = idsOf(design === "paired" ? 2 : total);
          const plan = { design, prototypeIds, perPerson: 2, places, seed: chance };
          const cells = planCells(plan);
          expect(cells.map((orders) => orders.length)).toEqual(places);
          expect(planCells({ ...plan, prototypeIds: prototypeIds.toReversed() })).toEqual(cells);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("of a pair give each cell either order equally often, one apart where its places are odd, and so the whole trial", () => {
    fc.assert(
      fc.property(sizes, seed, (places, chance) => {
        const cells = planCells({ design: "paired", prototypeIds: [7, 9], perPerson: 2, places, seed: chance });
        const lead = (orders: number[][]) => orders.filter(([one]) => one === 7).length - orders.filter(([one]) => one === 9).length;
        for (const orders of cells) expect(Math.abs(lead(orders))).toBeLessThanOrEqual(1);
        expect(Math.abs(lead(cells.flat()))).toBeLessThanOrEqual(2);
      }),
      { numRuns: 60 },
    );
  });

  it("are inside each cell as even over positions and neighbours as a trial of that size could be", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }), sizes, seed, (total, places, chance) => {
        const prototypeIds = idsOf(total);
        const plan = { design: "sequential_monadic" as const, prototypeIds, perPerson: total, seed: chance };
        for (const [cell, orders] of planCells({ ...plan, places }).entries()) {
          const [here, alone] = [orders, planPlaces({ ...plan, places: places[cell]! })].map((each) => {
            const { position, carryOver } = balanceOf(each, prototypeIds);
            return [...position.flatMap(({ counts }) => counts), ...carryOver.map(({ count }) => count)].reduce((sum, count) => sum + count ** 2, 0);
          });
          expect(here).toBe(alone);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("of one prototype a person give each cell all of them about equally often", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5 }), sizes, seed, (total, places, chance) => {
        const prototypeIds = idsOf(total);
        for (const orders of planCells({ design: "monadic", prototypeIds, perPerson: 1, places, seed: chance }))
          // The last block of up to three of each is cut where the places end.
          expect(flat(prototypeIds.map((id) => orders.filter(([only]) => only === id).length))).toBeLessThanOrEqual(3);
      }),
      { numRuns: 40 },
    );
  });

  it("of blocks keep the whole trial as even as without cells", () => {
    fc.assert(
      fc.property(sizes, seed, (places, chance) => {
        const plan = { design: "incomplete_blocks" as const, prototypeIds: idsOf(7), perPerson: 3, seed: chance };
        expect(planCells({ ...plan, places }).flat()).toEqual(planPlaces({ ...plan, places: places.reduce((sum, size) => sum + size, 0) }));
      }),
      { numRuns: 20 },
    );
  });
});

describe("incomplete blocks", () => {
  it("find the balanced design of seven prototypes, four a person, in seven blocks: each tried four times, each two together twice", () => {
    const blocks = baseBlocks(7, 4);
    expect(blocks).toHaveLength(7);
    const balance = blockBalance(blocks, 7, 4);
    expect(balance.replication).toBe(0);
    expect(balance.concurrence).toBe(0);
    const together = (one: number, other: number) => blocks.filter((block) => block.includes(one) && block.includes(other)).length;
    for (let one = 0; one < 7; one += 1) {
      expect(blocks.filter((block) => block.includes(one))).toHaveLength(4);
      for (let other = one + 1; other < 7; other += 1) expect(together(one, other)).toBe(2);
    }
    expect(baseBlocks(13, 4)).toHaveLength(13);
    expect(baseBlocks(5, 3)).toHaveLength(10);
  });

  it("try every prototype equally often, two apart at most, and never more unevenly than chance would", () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 2, max: 4 }), fc.integer({ min: 6, max: 120 }), seed, (total, wanted, people, chance) => {
        const perPerson = Math.min(wanted, total - 1);
        const plan = planBlocks({ total, perPerson, people, seed: chance });
        const tried = Array.from({ length: total }, (_, prototype) => plan.filter((order) => order.includes(prototype)).length);
        expect(flat(tried)).toBeLessThanOrEqual(2);
        const { position } = balanceOf(
          plan,
          Array.from({ length: total }, (_, index) => index),
        );
        for (const { counts } of position) expect(flat(counts)).toBeLessThanOrEqual(Math.max(3, Math.ceil(people / 10)));
      }),
      { numRuns: 60 },
    );
  });
});
