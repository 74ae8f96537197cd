import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clusterByPerson, countWins, earlyScore, fitBradleyTerry, scorePairs } from "./bradley-terry";
import { fitDavidson, netPreference, twoAlternatives } from "./paired-ties";
import { fitPlackettLuce } from "./plackett-luce";
import { bordaScores, copelandScores, kemenyOrders, pairwiseWins, type Ranking } from "./rank-aggregation";
import { createRandom, nextUniform, shuffle } from "./random";
import { isResult } from "./result";
import { fitThurstone, thurstoneScale } from "./thurstone";
import { mutualGroups } from "./win-graph";

function present<Answer extends { kind: string }>(answer: Answer) {
  if (!isResult(answer)) throw new Error(`no result: ${JSON.stringify(answer)}`);
  return answer;
}

describe("choices between two", () => {
  test("two items: the strength is the log odds of winning", () => {
    const fit = present(
      fitBradleyTerry([
        [0, 30],
        [10, 0],
      ]),
    );
    expect((fit.strengths[0] ?? 0) - (fit.strengths[1] ?? 0)).toBeCloseTo(Math.log(3), 12);
    expect(fit.scores[0]).toBeCloseTo(75, 10);
    expect(fit.deviance).toBeCloseTo(0, 10);
    expect(fit.fitP).toBeNull();
  });

  test("an item that never lost has no finite strength, and the live score still ranks it first", () => {
    const wins = [
      [0, 2, 1],
      [0, 0, 3],
      [0, 2, 0],
    ];
    expect(fitBradleyTerry(wins)).toEqual({ kind: "not-enough-data", reason: "disconnected", n: 8, components: [["0"], ["1", "2"]] });
    const live = present(scorePairs(wins));
    expect(live.scores[0]).toBeGreaterThan(live.scores[1] ?? 0);
    expect(live.strengths.reduce((sum, strength) => sum + strength, 0)).toBeCloseTo(0, 9);
  });

  test("a person's second thought about the same pair replaces the first", () => {
    const choices = [
      { personId: "a", winner: 0, loser: 1 },
      { personId: "a", winner: 1, loser: 0 },
      { personId: "b", winner: 0, loser: 1 },
    ];
    expect(countWins(choices, 2)).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(earlyScore(13, 4)).toBeCloseTo(73.6842105263, 9);
  });

  test("renaming items changes nothing but their order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 20, maxLength: 20 }), fc.integer(), (counts, seed) => {
        const wins = Array.from({ length: 5 }, (_, i) => Array.from({ length: 5 }, (__, j) => (i === j ? 0 : (counts[i * 4 + (j > i ? j - 1 : j)] ?? 0))));
        const order = shuffle(createRandom(seed), [0, 1, 2, 3, 4]);
        const renamed = order.map((i) => order.map((j) => wins[i]?.[j] ?? 0));
        const [one, other] = [scorePairs(wins), scorePairs(renamed)];
        expect(one.kind).toBe(other.kind);
        if (one.kind === "result" && other.kind === "result")
          order.forEach((item, place) => expect(other.scores[place]).toBeCloseTo(one.scores[item] ?? NaN, 8));
        expect(fitBradleyTerry(wins).kind).toBe(fitBradleyTerry(renamed).kind);
      }),
      { numRuns: 60 },
    );
  });

  test("the interval of a strength covers the truth about as often as it says", () => {
    const random = createRandom("coverage of Bradley-Terry");
    const truth = [0.8, 0.2, -0.3, -0.7];
    let covered = 0;
    const runs = 400;
    for (let run = 0; run < runs; run += 1) {
      const wins = truth.map(() => truth.map(() => 0));
      for (let i = 0; i < 4; i += 1) {
        for (let j = i + 1; j < 4; j += 1) {
          for (let vote = 0; vote < 20; vote += 1) {
            const firstWins = nextUniform(random) < 1 / (1 + Math.exp((truth[j] ?? 0) - (truth[i] ?? 0)));
            const row = wins[firstWins ? i : j] ?? [];
            const loser = firstWins ? j : i;
            row[loser] = (row[loser] ?? 0) + 1;
          }
        }
      }
      const fit = present(fitBradleyTerry(wins));
      if (Math.abs((fit.strengths[0] ?? 0) - 0.8) < 1.96 * (fit.standardErrors[0] ?? 0)) covered += 1;
    }
    expect(covered / runs).toBeGreaterThan(0.92);
    expect(covered / runs).toBeLessThan(0.98);
  });

  test("whoever chooses ten times the same way counts as one person, not as ten", () => {
    const once = Array.from({ length: 40 }, (_, person) => ({ personId: String(person), winner: person % 4 === 0 ? 1 : 0, loser: person % 4 === 0 ? 0 : 1 }));
    const tenTimes = once.flatMap((choice) => new Array<typeof choice>(10).fill(choice));
    const winsOf = (choices: typeof once) =>
      choices.reduce<number[][]>(
        (wins, { winner, loser }) => {
          wins[winner]![loser] = wins[winner]![loser]! + 1;
          return wins;
        },
        [
          [0, 0],
          [0, 0],
        ],
      );
    const [one, ten] = [present(fitBradleyTerry(winsOf(once))), present(fitBradleyTerry(winsOf(tenTimes)))];
    expect(ten.standardErrors[0]).toBeCloseTo(one.standardErrors[0]! / Math.sqrt(10), 10);
    expect(present(clusterByPerson(ten, tenTimes)).standardErrors[0]).toBeCloseTo(present(clusterByPerson(one, once)).standardErrors[0]!, 10);
    // With one choice each, the errors are those of independent choices but for n / (n - 1).
    expect(present(clusterByPerson(one, once)).standardErrors[0]).toBeCloseTo(one.standardErrors[0]! * Math.sqrt(40 / 39), 10);
    expect(clusterByPerson(one, once.slice(0, 1))).toMatchObject({ kind: "not-enough-data" });
  });

  test("300 ideas with a few duels each are scored", () => {
    const random = createRandom("arena");
    const wins = Array.from({ length: 300 }, () => new Array<number>(300).fill(0));
    for (let vote = 0; vote < 3000; vote += 1) {
      const [one, other] = [Math.floor(nextUniform(random) * 300), Math.floor(nextUniform(random) * 300)];
      if (one !== other) (wins[one] ?? [])[other] = 1;
    }
    const answer = present(scorePairs(wins));
    expect(answer.scores.every((score) => score > 0 && score < 100)).toBe(true);
    expect(answer.scoreErrors.every(Number.isFinite)).toBe(true);
  });

  test("groups that beat each other only one way are told apart", () => {
    expect(mutualGroups([])).toEqual([]);
    expect(
      mutualGroups([
        [0, 1, 0, 0],
        [0, 0, 1, 0],
        [1, 0, 0, 1],
        [0, 0, 0, 0],
      ]),
    ).toEqual([[0, 1, 2], [3]]);
  });
});

describe("ties and thresholds", () => {
  test("equal products have distance 0 and p 1", () => {
    const fit = present(twoAlternatives(40, 40, 20));
    expect(fit.distance).toBeCloseTo(0, 12);
    expect(fit.p).toBeCloseTo(1, 9);
    expect(twoAlternatives(10, 0, 5)).toMatchObject({ reason: "not-estimable" });
  });

  test("without ties Davidson has nothing to estimate, with them two items give the observed shares", () => {
    const wins = [
      [0, 30],
      [20, 0],
    ];
    expect(
      fitDavidson(wins, [
        [0, 0],
        [0, 0],
      ]),
    ).toMatchObject({ reason: "not-estimable" });
    const fit = present(
      fitDavidson(wins, [
        [0, 10],
        [0, 0],
      ]),
    );
    expect((fit.shares[0] ?? 0) / (fit.shares[1] ?? 1)).toBeCloseTo(1.5, 10);
    expect(fit.tieTendency).toBeCloseTo(10 / Math.sqrt(600), 10);
    expect(present(netPreference(30, 20, 10)).net).toBeCloseTo(1 / 6, 12);
  });

  test("Thurstone: the scale of a table made from a scale is that scale", () => {
    const truth = [0, 0.4, 1.1];
    const share = (z: number) => present({ kind: "result", value: 0.5 * (1 + Math.sign(z) * Math.sqrt(1 - Math.exp((-2 * z * z) / Math.PI))) } as const).value;
    const rough = thurstoneScale(
      truth.map((row) => truth.map((column) => share(column - row))),
      1000,
    );
    present(rough).scale.forEach((value, index) => expect(value).toBeCloseTo(truth[index] ?? 0, 1));
    const fit = present(
      fitThurstone([
        [0, 50],
        [50, 0],
      ]),
    );
    expect(fit.strengths[0]).toBeCloseTo(0, 12);
  });
});

const rankings = fc.array(
  fc
    .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 })
    .map((keys) => keys.map((key, index) => keys.filter((other, place) => other < key || (other === key && place <= index)).length)),
  { minLength: 3, maxLength: 15 },
);

describe("rankings", () => {
  test("Kemeny's order is as good as the best of all orders", () => {
    const permutations = (items: number[]): number[][] =>
      items.length < 2 ? [items] : items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
    fc.assert(
      fc.property(rankings, (given) => {
        const wins = pairwiseWins(given);
        const cost = (order: number[]) =>
          order.reduce((sum, before, place) => sum + order.slice(place + 1).reduce((part, after) => part + (wins[after]?.[before] ?? 0), 0), 0);
        const best = Math.min(...permutations([0, 1, 2, 3]).map(cost));
        const answer = present(kemenyOrders(wins));
        expect(answer.distance).toBe(best);
        expect(answer.orders.map((order) => cost([...order]))).toEqual(answer.orders.map(() => best));
        expect(answer.orders).toHaveLength(permutations([0, 1, 2, 3]).filter((order) => cost(order) === best).length);
      }),
    );
  });

  test("more than 15 products are searched, and a unanimous order is found", () => {
    const order = shuffle(
      createRandom("twenty"),
      Array.from({ length: 20 }, (_, index) => index),
    );
    const ranking = order.map((_, item) => order.indexOf(item) + 1);
    const answer = present(kemenyOrders(pairwiseWins([ranking, ranking])));
    expect(answer).toEqual({ kind: "result", distance: 0, orders: [order], isExact: false });
  });

  test("points are shared, not lost, when only the first few are ranked", () => {
    const partial: Ranking[] = [
      [1, null, null, null],
      [1, 2, 3, 4],
    ];
    expect(bordaScores(partial)).toEqual([6, 3, 2, 1]);
    expect(bordaScores(partial).reduce((sum, points) => sum + points, 0)).toBe(12);
    expect(pairwiseWins(partial)[1]).toEqual([0, 0, 1, 1]);
    expect(copelandScores(pairwiseWins(partial))).toEqual([3, 1, -1, -3]);
  });

  test("Plackett-Luce on first choices alone is the share of first choices", () => {
    const first = (item: number): Ranking => [0, 1, 2].map((other) => (other === item ? 1 : null));
    const fit = present(
      fitPlackettLuce([
        ...Array.from({ length: 5 }, () => first(0)),
        ...Array.from({ length: 3 }, () => first(1)),
        ...Array.from({ length: 2 }, () => first(2)),
      ]),
    );
    [0.5, 0.3, 0.2].forEach((share, item) => expect(fit.shares[item]).toBeCloseTo(share, 9));
    expect(fitPlackettLuce([[1, 2, 3]])).toMatchObject({ reason: "disconnected" });
    expect(fitPlackettLuce([[1, 1, 2]])).toMatchObject({ reason: "no-observations" });
  });
});
