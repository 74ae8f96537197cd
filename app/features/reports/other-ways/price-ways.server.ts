// Another way to read four prices of every person: how many would buy at each price, and what that brings in, if what they said is taken as chances.
import type { LocalizedText } from "~/core/locale";
import { isInOrder, purchaseCurve, type FourPrices } from "~/statistics/price-sensitivity";
import { isResult } from "~/statistics/result";
import type { ResultTable } from "../question-result";
import { cell, head, isLowBase, say, sayNumbers } from "../result-parts.server";
import { inBoth } from "../sentences.server";

/** Newton, Miller and Smith’s, of whoever finds a price cheap or expensive; nobody is asked for them (METHODS 2.1 and 3.17). */
export const assumedChances = { cheap: 0.7, expensive: 0.3 };

/** Prices that a table shows; the best ones are always among them. */
const mostPrices = 13;

/** As many places of a long list, its ends among them. */
const spreadOver = (length: number, most: number): number[] =>
  length <= most ? Array.from({ length }, (_, place) => place) : Array.from({ length: most }, (_, step) => Math.round((step * (length - 1)) / (most - 1)));

/** The price, with what it is best at; on a phone there is room for it beside the price and nowhere else. */
const labelOf = (price: number, best: readonly string[], currency: string): LocalizedText => {
  const shown = inBoth((_t, format) => `${format.number(price)}\u00a0${currency}`);
  return best.length === 0 ? shown : say(best.length === 2 ? "purchase_most_both" : `purchase_${best[0]}`, {}, { price: shown });
};

export const otherWaysOfPrices = (answers: readonly FourPrices[], currency: string): ResultTable[] => {
  const curve = purchaseCurve(answers.map((own) => ({ ...own, chanceCheap: assumedChances.cheap, chanceExpensive: assumedChances.expensive })));
  if (!isResult(curve)) return [];
  const { prices, trial, revenue, bestTrial, bestRevenue } = curve;
  const best = [prices.indexOf(bestTrial.price), prices.indexOf(bestRevenue.price)];
  const places = [...new Set([...spreadOver(prices.length, mostPrices - best.length), ...best])].sort((a, b) => a - b);
  const kept = answers.filter((own) => isInOrder(own)).length;
  const percent = (value: number) => ({ value, as: "percent" as const });
  return [
    {
      caption: sayNumbers("table_purchase", { cheap: percent(assumedChances.cheap), expensive: percent(assumedChances.expensive) }),
      head: head("price", "chance_to_buy", "revenue"),
      rows: places.map((place) => ({
        key: String(prices[place]),
        label: labelOf(prices[place]!, best.flatMap((own, index) => (own === place ? [index === 0 ? "most_buy" : "most_revenue"] : [])), currency), // prettier-ignore
        isLow: isLowBase(kept),
        cells: [cell("share", trial[place]!), cell("money", revenue[place]! * 100, { currency })],
      })),
    },
  ];
};
