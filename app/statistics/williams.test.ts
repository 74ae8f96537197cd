import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orderBalance, planOrders, williamsSquare } from "./williams";

describe("presentation orders", () => {
  test("every square balances position and carry-over perfectly", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 14 }), (products) => {
        const square = williamsSquare(products);
        expect(square).toHaveLength(products === 1 ? 1 : products % 2 === 0 ? products : 2 * products);
        const { position, carryOver, imbalance } = orderBalance(square, products);
        expect(imbalance).toBe(0);
        const each = products > 1 && products % 2 === 1 ? 2 : 1;
        for (const row of position) expect(row.every((count) => count === each)).toBe(true);
        carryOver.forEach((row, previous) => row.forEach((count, product) => expect(count).toBe(previous === product ? 0 : each)));
      }),
    );
  });

  test("a plan has one order per person, replays, and is perfect when full", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 60 }), fc.string(), (products, people, seed) => {
        const plan = planOrders(products, people, seed);
        expect(plan.orders).toHaveLength(people);
        expect(plan).toEqual(planOrders(products, people, seed));
        if (people % plan.ordersPerSquare === 0) expect(plan.balance.imbalance).toBe(0);
        for (const row of plan.balance.position) {
          expect(Math.max(...row) - Math.min(...row)).toBeLessThanOrEqual(2);
        }
      }),
      { numRuns: 80 },
    );
  });

  test("ten people and four products: no choice of two remaining orders would be better balanced", () => {
    const plan = planOrders(4, 10, "remainder");
    const rest = plan.orders.slice(8);
    const square = plan.orders.slice(0, 4);
    const best = Math.min(...square.flatMap((one, index) => square.slice(index + 1).map((other) => orderBalance([one, other], 4).imbalance)));
    expect(orderBalance(rest, 4).imbalance).toBe(best);
  });

  test("five people and nine products use the exchange search and stay close to even", () => {
    const plan = planOrders(9, 9, "exchange");
    const positions = plan.balance.position.flat();
    expect(Math.max(...positions)).toBeLessThanOrEqual(2);
    expect(new Set(plan.orders.map((order) => order.join())).size).toBe(9);
  });

  test("labels are relabelled at random, so no product always leads the first order", () => {
    const leaders = new Set(Array.from({ length: 40 }, (_, seed) => planOrders(4, 1, seed).orders[0]?.[0]));
    expect(leaders.size).toBe(4);
  });

  test("one product has one order; nonsense is refused", () => {
    expect(planOrders(1, 3, "one").orders).toEqual([[0], [0], [0]]);
    expect(() => williamsSquare(0)).toThrow(RangeError);
    expect(() => planOrders(3, -1, 1)).toThrow(RangeError);
    expect(() => orderBalance([[0, 0]], 2)).toThrow(RangeError);
    expect(planOrders(3, 0, 1).orders).toEqual([]);
  });
});
