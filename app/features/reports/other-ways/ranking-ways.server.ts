// Other ways to read rankings than mean ranks: pairs with more power or fewer assumptions, and orders by rules of their own.
import type { LocalizedText } from "~/core/locale";
import type { FriedmanTest } from "~/statistics/friedman";
import { compactLetters } from "~/statistics/letters";
import { fitPlackettLuce } from "~/statistics/plackett-luce";
import { copelandScores, kemenyOrders, pairwiseWins } from "~/statistics/rank-aggregation";
import { conoverComparisons, rankSumCriticalDifferences } from "~/statistics/ranking-comparisons";
import { isResult } from "~/statistics/result";
import type { ResultTable } from "../question-result";
import { cell, head, isLowBase, plainText, say, sayNumbers, textCell } from "../result-parts.server";

export type RankedItem = { value: string; label: LocalizedText };
type Rankings = readonly (readonly (number | null)[])[];

/** So many orders that are equally good are no order; more were not listed. */
const mostOrders = 100;
/** A longer list of pairs says nothing to anybody. */
const mostItems = 30;

const orderRules = (items: readonly RankedItem[], rankings: Rankings, wins: readonly (readonly number[])[]): ResultTable => {
  const copeland = copelandScores(wins);
  const worths = fitPlackettLuce(rankings);
  return {
    caption: say("table_order_rules"),
    head: head("answer", "copeland", "first_chance"),
    rows: items.map(({ value, label }, index) => ({
      key: value,
      label,
      isLow: isLowBase(rankings.length),
      cells: [cell("score", copeland[index]!), cell("share", isResult(worths) ? worths.shares[index]! : null)],
    })),
  };
};

/** Where several orders are equally good, each thing has a first and a last place that it takes in them. */
const kemenyTable = (items: readonly RankedItem[], rankings: Rankings, wins: readonly (readonly number[])[]): ResultTable[] => {
  const found = kemenyOrders(wins);
  if (!isResult(found) || found.orders.length >= mostOrders) return [];
  const { orders, distance, isExact } = found;
  const places = items.map((_, index) => orders.map((order) => order.indexOf(index) + 1));
  const ends = places.map((own) => ({ first: Math.min(...own), last: Math.max(...own) }));
  const isOnly = orders.length === 1;
  const pairs = wins.flat().reduce((sum, count) => sum + count, 0);
  const numbers = { distance: { value: distance, as: "number" as const, digits: 0 }, pairs: { value: pairs, as: "number" as const, digits: 0 } };
  return [
    {
      caption: sayNumbers(`table_kemeny${isOnly ? (isExact ? "" : "_searched") : "_several"}`, numbers, { orders: orders.length }),
      head: isOnly ? head("answer", "place") : head("answer", "earliest_place", "latest_place"),
      rows: items
        .map((item, index) => ({ item, ...ends[index]! }))
        .sort((a, b) => a.first - b.first || a.last - b.last)
        .map(({ item, first, last }) => ({
          key: item.value,
          label: item.label,
          isLow: isLowBase(rankings.length),
          cells: isOnly ? [cell("count", first)] : [cell("count", first), cell("count", last)],
        })),
    },
  ];
};

/** Rank sums beside the difference that counts: for one pair, which only a test of all of them allows to look at, and for every pair. */
const rankSumTable = (items: readonly RankedItem[], test: FriedmanTest, alpha: number): ResultTable[] => {
  if (test.p >= alpha) return [];
  const { onePair, allPairs } = rankSumCriticalDifferences(test.n, test.products, alpha);
  const lettersAt = (critical: number) =>
    compactLetters(
      items.map(({ value }, index) => ({ id: value, mean: -test.rankSums[index]! })),
      items.flatMap((one, first) =>
        items.slice(first + 1).map((other, next) => {
          const isApart = Math.abs(test.rankSums[first]! - test.rankSums[first + 1 + next]!) >= critical;
          return { first: one.value, second: other.value, p: isApart ? 0 : 1 };
        }),
      ),
      alpha,
    );
  const [one, all] = [lettersAt(onePair), lettersAt(allPairs)];
  const lettersOf = (letters: typeof one, value: string) => textCell(plainText(letters.find(({ id }) => id === value)?.letters.join("") || "–"));
  const isLow = isLowBase(test.n);
  return [
    {
      caption: say("table_rank_sums"),
      head: head("answer", "rank_sum", "letters_one_pair", "letters_all_pairs"),
      rows: items
        .map((item, index) => ({ item, sum: test.rankSums[index]! }))
        .sort((a, b) => a.sum - b.sum)
        .map(({ item, sum }) => ({
          key: item.value,
          label: item.label,
          isLow,
          cells: [cell("count", sum), lettersOf(one, item.value), lettersOf(all, item.value)],
        })),
    },
    {
      caption: say("table_rank_differences"),
      head: head("way", "difference"),
      rows: [
        { key: "difference_one_pair", label: say("difference_one_pair"), isLow, cells: [cell("mean", onePair, { n: 100 })] },
        { key: "difference_all_pairs", label: say("difference_all_pairs"), isLow, cells: [cell("mean", allPairs, { n: 100 })] },
      ],
    },
  ];
};

const conoverTable = (items: readonly RankedItem[], test: FriedmanTest, alpha: number): ResultTable[] => {
  const conover = conoverComparisons(test, alpha);
  if (!isResult(conover)) return [];
  return [
    {
      caption: say("table_conover"),
      head: head("pair", "difference", "p"),
      rows: conover.pairs.map(({ first, second, difference, p }) => ({
        key: `${first}-${second}`,
        label: { en: `${items[first]!.label.en} – ${items[second]!.label.en}`, id: `${items[first]!.label.id} – ${items[second]!.label.id}` },
        isLow: false,
        cells: [cell("difference", difference), cell("p", p)],
      })),
    },
  ];
};

/** `test` is that of the complete rankings; `rankings` are all of them. */
export const otherWaysOfRanking = (items: readonly RankedItem[], rankings: Rankings, test: FriedmanTest, alpha: number): ResultTable[] => {
  const wins = pairwiseWins(rankings);
  return [
    orderRules(items, rankings, wins),
    ...kemenyTable(items, rankings, wins),
    ...(items.length <= mostItems ? [...rankSumTable(items, test, alpha), ...conoverTable(items, test, alpha)] : []),
  ];
};
