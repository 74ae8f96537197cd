import { describe, expect, test } from "vitest";
import { cohenKappa, fleissKappa, krippendorffAlpha, krippendorffIntervals } from "./agreement";
import { bootstrap } from "./bootstrap";
import { fitBradleyTerry, scorePairs } from "./bradley-terry";
import { cochranPermutationP, cochranTest } from "./cata";
import { independenceTest } from "./contingency";
import { correspondenceMap } from "./correspondence";
import { letterMeans, letterShares } from "./crosstab";
import { analyseDrivers } from "./drivers";
import { friedmanTest } from "./friedman";
import { votesPerView } from "./idea-scores";
import { kMeans, meanSilhouette } from "./k-means";
import { analyseKano } from "./kano";
import { likingSegments } from "./liking-segments";
import { countBestWorst, type BestWorstTask } from "./maxdiff-counts";
import { fitHierarchicalBestWorst } from "./maxdiff-hierarchical";
import { fitBestWorst } from "./maxdiff-model";
import { compareNetPromoters, comparePairedPromoters, netPromoterScore } from "./nps";
import { placeAmongNorms } from "./norms";
import { opinionGroups, opinionMap, type Stance } from "./opinion-groups";
import { statementPriorities, statementsByGroup } from "./opinion-statements";
import { analyseOrder } from "./order-effects";
import { fitDavidson, netPreference, twoAlternatives } from "./paired-ties";
import { analyseIdeal, penaltyLift } from "./penalty-lift";
import { fitPlackettLuce } from "./plackett-luce";
import { analysePrices, purchaseCurve } from "./price-sensitivity";
import { rake } from "./raking";
import { kemenyOrders, pairwiseWins } from "./rank-aggregation";
import { kruskalWallisTest, rankSumTest, signedRankTest } from "./rank-tests";
import { conoverComparisons, pageTrendTest } from "./ranking-comparisons";
import { scaleReliability } from "./reliability";
import { mahalanobisDistances } from "./response-quality";
import { labelAccuracy, learnLabels } from "./sentiment";
import { fitThurstone, thurstoneScale } from "./thurstone";
import { bestSets, reachPath } from "./turf";
import { estimateWeightedProportion } from "./weighted-proportions";

/** No number that means nothing, anywhere in an answer. */
function expectHonest(answer: unknown, path = "answer"): void {
  if (typeof answer === "number") expect(Number.isFinite(answer), `${path} is ${String(answer)}`).toBe(true);
  else if (answer instanceof Map) for (const [key, value] of answer) expectHonest(value, `${path}.${String(key)}`);
  else if (Array.isArray(answer)) answer.forEach((value, index) => expectHonest(value, `${path}[${String(index)}]`));
  else if (typeof answer === "object" && answer !== null) for (const [key, value] of Object.entries(answer)) expectHonest(value, `${path}.${key}`);
}

const seed = { seed: 1 };
const zeros = (k: number) => Array.from({ length: k }, () => new Array<number>(k).fill(0));
const task = (personId: string, best = 0, worst = 2): BestWorstTask => ({ personId, shown: [0, 1, 2], best, worst });
const person = (value: number, position = 1) => ({ personId: "p", productId: String(position), position, value });

const nobody: [string, () => { kind: string }][] = [
  ["signed ranks", () => signedRankTest([], [])],
  ["rank sums", () => rankSumTest([], [])],
  ["rank sums of one group", () => rankSumTest([1, 2], [])],
  ["Kruskal-Wallis", () => kruskalWallisTest([[], []])],
  ["Friedman", () => friedmanTest([])],
  ["Page", () => pageTrendTest([], [])],
  ["Kemeny", () => kemenyOrders(pairwiseWins([]))],
  ["Plackett-Luce", () => fitPlackettLuce([])],
  ["Plackett-Luce, nobody ranked", () => fitPlackettLuce([[null, null]])],
  ["Bradley-Terry", () => fitBradleyTerry(zeros(3))],
  ["live scores", () => scorePairs(zeros(3))],
  ["Davidson", () => fitDavidson(zeros(3), zeros(3))],
  ["Thurstone", () => fitThurstone(zeros(3))],
  ["Thurstone scale", () => thurstoneScale([[0.5]], 0)],
  ["2-AC", () => twoAlternatives(0, 0, 0)],
  ["net preference", () => netPreference(0, 0, 0)],
  ["net preference, all undecided", () => netPreference(0, 0, 9)],
  ["best-worst counts", () => countBestWorst([], 3)],
  ["best-worst model", () => fitBestWorst([], 3)],
  ["hierarchical", () => fitHierarchicalBestWorst([], 3, seed)],
  ["hierarchical, one person", () => fitHierarchicalBestWorst([task("p")], 3, seed)],
  ["Cochran", () => cochranTest([])],
  ["Cochran by permutation", () => cochranPermutationP([], 1)],
  ["penalty-lift", () => penaltyLift([])],
  ["penalty-lift, everybody checked", () => penaltyLift([{ personId: "p", isChecked: true, liking: 5 }])],
  ["ideal", () => analyseIdeal([])],
  [
    "correspondence",
    () =>
      correspondenceMap([
        [0, 0],
        [0, 0],
      ]),
  ],
  ["correspondence of one row", () => correspondenceMap([[1, 2]])],
  [
    "correspondence without variation",
    () =>
      correspondenceMap([
        [1, 2],
        [2, 4],
      ]),
  ],
  ["NPS", () => netPromoterScore({ promoters: 0, passives: 0, detractors: 0 })],
  ["NPS difference of one mind", () => compareNetPromoters({ promoters: 5, passives: 0, detractors: 0 }, { promoters: 3, passives: 0, detractors: 0 })],
  ["NPS of the same people", () => comparePairedPromoters([], [])],
  ["prices", () => analysePrices([])],
  ["prices, none in order", () => analysePrices([{ tooCheap: 5, cheap: 5, expensive: 5, tooExpensive: 5 }])],
  ["prices, weights of zero", () => analysePrices([{ tooCheap: 1, cheap: 2, expensive: 3, tooExpensive: 4, weight: 0 }])],
  ["purchase curve", () => purchaseCurve([])],
  ["Kano", () => analyseKano([])],
  ["TURF", () => bestSets([], 2)],
  ["TURF, weights of zero", () => bestSets([[true, false]], 1, { weights: [0] })],
  ["TURF, too few items", () => bestSets([[true]], 2)],
  ["reach", () => reachPath([], 2)],
  ["Cronbach", () => scaleReliability([])],
  ["Cronbach of one person", () => scaleReliability([[1, 2]])],
  ["Cronbach of one question", () => scaleReliability([[1], [2]])],
  [
    "Cronbach without variation",
    () =>
      scaleReliability([
        [3, 3],
        [3, 3],
      ]),
  ],
  ["Krippendorff", () => krippendorffAlpha([])],
  [
    "Krippendorff, one coder each",
    () =>
      krippendorffAlpha([
        [1, null],
        [null, 2],
      ]),
  ],
  [
    "Krippendorff, one category",
    () =>
      krippendorffAlpha([
        [1, 1],
        [1, 1],
      ]),
  ],
  ["Cohen", () => cohenKappa([], [])],
  ["Cohen, one category", () => cohenKappa([1, 1], [1, 1])],
  ["Fleiss", () => fleissKappa([])],
  [
    "Fleiss, one category",
    () =>
      fleissKappa([
        [1, 1],
        [1, 1],
      ]),
  ],
  ["raking", () => rake([])],
  ["raking, everything unknown", () => rake([{ name: "sex", categories: [null, null], targets: { f: 0.5, m: 0.5 } }])],
  ["raking, nobody in a category", () => rake([{ name: "sex", categories: ["f", "f"], targets: { f: 0.5, m: 0.5 } }])],
  ["weighted share", () => estimateWeightedProportion([], [])],
  ["weighted share, weights of zero", () => estimateWeightedProportion([true, false], [0, 0])],
  ["drivers", () => analyseDrivers([], [])],
  ["drivers of one person", () => analyseDrivers([5], [[5]])],
  ["drivers without variation", () => analyseDrivers([5, 5, 5, 5], [[1], [2], [3], [4]])],
  [
    "drivers that are copies",
    () =>
      analyseDrivers(
        [1, 2, 3, 5, 4],
        [
          [1, 1],
          [2, 2],
          [3, 3],
          [4, 4],
          [5, 5],
        ],
      ),
  ],
  ["k-means", () => kMeans([], 2, seed)],
  [
    "k-means, all alike",
    () =>
      kMeans(
        [
          [1, 1],
          [1, 1],
          [1, 1],
        ],
        2,
        seed,
      ),
  ],
  ["k-means, weights of zero", () => kMeans([[1], [2]], 2, { seed: 1, weights: [0, 0] })],
  ["segments", () => likingSegments([], seed)],
  [
    "segments, all alike",
    () =>
      likingSegments(
        Array.from({ length: 80 }, () => [5, 5, 5]),
        seed,
      ),
  ],
  ["opinion map", () => opinionMap([])],
  ["opinion map of one person", () => opinionMap([[1, -1, 0]])],
  [
    "opinion map, nobody voted",
    () =>
      opinionMap([
        [null, null],
        [null, null],
      ]),
  ],
  [
    "opinion groups, all alike",
    () =>
      opinionGroups(
        Array.from({ length: 30 }, (): Stance[] => [1, 1, -1]),
        seed,
      ),
  ],
  [
    "independence",
    () =>
      independenceTest([
        [0, 0],
        [0, 0],
      ]),
  ],
  [
    "independence of one row",
    () =>
      independenceTest([
        [3, 4],
        [0, 0],
      ]),
  ],
  ["order", () => analyseOrder([])],
  ["order of one product", () => analyseOrder([person(5)])],
  ["bootstrap", () => bootstrap(0, () => 1, seed)],
  ["bootstrap of one person", () => bootstrap(1, () => 1, seed)],
  ["bootstrap without numbers", () => bootstrap(9, () => null, seed)],
  ["norms", () => placeAmongNorms({ mean: 7, n: 0 }, [])],
  ["norms of one earlier product", () => placeAmongNorms({ mean: 7, n: 10 }, [{ mean: 6, n: 10, standardDeviation: 1 }])],
  ["views", () => votesPerView(0, 0)],
  ["labels", () => learnLabels([])],
  ["one label", () => learnLabels([{ text: "a", label: "x" }])],
  ["distances", () => mahalanobisDistances([])],
  [
    "distances of few people",
    () =>
      mahalanobisDistances([
        [1, 2],
        [2, 1],
      ]),
  ],
];

describe("when the data carry nothing, the answer says why", () => {
  test.each(nobody)("%s", (_, ask) => {
    const answer = ask();
    expect(["not-enough-data", "empty-category"]).toContain(answer.kind);
    expectHonest(answer);
  });
});

const alike = Array.from({ length: 12 }, () => [4, 4, 4]);

const thin: [string, () => unknown][] = [
  ["all ranked alike", () => [friedmanTest(alike), friedmanTest(alike.map(() => [1, 2, 3]))]],
  [
    "pairs after everybody ranked alike",
    () => {
      const test_ = friedmanTest(alike.map(() => [1, 2, 3]));
      return test_.kind === "result" ? conoverComparisons(test_) : test_;
    },
  ],
  ["two equal answers", () => signedRankTest([4, 4], [4, 4])],
  ["one person ahead", () => signedRankTest([5], [4])],
  ["one against one", () => rankSumTest([1], [2])],
  ["one against one, tied", () => rankSumTest([2], [2])],
  ["nobody checked", () => [cochranTest([[false, false]]), cochranPermutationP([[false, false]], 1, 50)]],
  ["an item never shown, one never worst", () => countBestWorst([task("p"), task("q")], 300)],
  ["an item that was always best", () => [fitBestWorst([task("p"), task("q")], 3), fitBestWorst([task("p"), task("q")], 3, "pairs")]],
  ["one person's likes", () => [bestSets([[true, false, false]], 2), reachPath([[false, false]], 5)]],
  ["one answer to Kano", () => [analyseKano([{ functional: 5, dysfunctional: 1 }]), analyseKano([{ functional: 1, dysfunctional: 1 }])]],
  ["a single price set", () => analysePrices([{ tooCheap: 1, cheap: 2, expensive: 3, tooExpensive: 4 }])],
  ["one promoter", () => netPromoterScore({ promoters: 1, passives: 0, detractors: 0 })],
  [
    "alpha below zero",
    () =>
      scaleReliability([
        [1, 5],
        [5, 1],
        [2, 5],
      ]),
  ],
  [
    "a question without variation",
    () =>
      scaleReliability([
        [1, 3],
        [2, 3],
        [5, 3],
      ]),
  ],
  ["a person who weighs everything", () => estimateWeightedProportion([true, false, true], [1, 0, 0])],
  ["one weighted person", () => estimateWeightedProportion([true], [2])],
  [
    "columns of nobody, one and two",
    () => [
      letterShares([
        { n: 0, successes: 0 },
        { n: 1, successes: 1 },
        { n: 40, successes: 0 },
        { n: 40, successes: 40 },
      ]),
      letterMeans([[], [5], [5, 5]]),
    ],
  ],
  ["300 answer options", () => independenceTest([Array.from({ length: 300 }, (_, i) => i % 3), Array.from({ length: 300 }, (_, i) => (i + 1) % 2)], 1, 100)],
  ["points that coincide", () => meanSilhouette([[1], [1], [1], [1]], [0, 0, 1, 1])],
  ["a group of one", () => meanSilhouette([[1], [2], [9]], [0, 0, 1])],
  [
    "everybody in one order",
    () =>
      analyseOrder(
        ["a", "b", "c"].flatMap((personId) =>
          [1, 2, 3].map((position) => ({ personId, productId: `x${String(position)}`, position, value: (personId.charCodeAt(0) % 3) + position })),
        ),
      ),
  ],
  [
    "norms that are all the same",
    () =>
      placeAmongNorms(
        { mean: 6, n: 50 },
        Array.from({ length: 9 }, () => ({ mean: 6, n: 50, standardDeviation: 0 })),
      ),
  ],
  [
    "statements that one group never saw",
    () => {
      const votes: Stance[][] = Array.from({ length: 30 }, (_, i) => (i % 2 === 0 ? [1, -1, null, 1, 0] : [-1, 1, 1, null, null]));
      const map = opinionMap(votes);
      return map.kind === "result"
        ? [
            statementsByGroup(
              votes,
              map.people,
              map.people.map((p) => p % 2),
            ),
            statementPriorities(votes, map),
          ]
        : map;
    },
  ],
  [
    "labels on texts without a word",
    () => {
      const model = learnLabels([
        { text: "", label: "a" },
        { text: "🙂 مرحبا", label: "b" },
      ]);
      return model.kind === "result" ? labelAccuracy(model, [{ text: "لا", label: "a" }]) : model;
    },
  ],
  [
    "agreement of one unit",
    () => [
      krippendorffAlpha([[1, 2]], "ratio"),
      ...krippendorffIntervals([[[[1, 2]]]], "nominal", 1, 50),
      ...krippendorffIntervals([[]], "nominal", 1, 50),
      krippendorffAlpha(
        [
          [0, 0],
          [0, 0],
          [0, 1],
        ],
        "ratio",
      ),
    ],
  ],
];

describe("thin and odd data give numbers that mean something", () => {
  test.each(thin)("%s", (_, ask) => expectHonest(ask()));
});

describe("what only a bug could ask for throws", () => {
  test.each<[string, () => unknown]>([
    ["an answer that is no number", () => rankSumTest([Number.NaN], [1])],
    ["a negative count", () => netPreference(-1, 2, 3)],
    ["a table that is not square", () => fitBradleyTerry([[0, 1]])],
    ["best and worst the same", () => countBestWorst([task("p", 1, 1)], 3)],
    ["an answer outside 0 to 10", () => comparePairedPromoters([11], [3])],
    ["an unknown category", () => rake([{ name: "sex", categories: ["x"], targets: { f: 1 } }])],
    ["two ratings in one position", () => analyseOrder([person(5), { ...person(4), productId: "2" }])],
    ["a Kano code of 6", () => analyseKano([{ functional: 6, dysfunctional: 1 }])],
    ["a negative weight", () => kMeans([[1], [2]], 1, { seed: 1, weights: [1, -1] })],
  ])("%s", (_, ask) => expect(ask).toThrow(RangeError));
});
