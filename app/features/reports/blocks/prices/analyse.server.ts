// Four prices of every person: where too cheap meets too dear, and between which prices few refuse.
import type { Question } from "~/features/questionnaires/questionnaire";
import { analysePrices, type FourPrices, type PricePoint } from "~/statistics/price-sensitivity";
import { isResult } from "~/statistics/result";
import type { ReportData } from "../../data.server";
import { lastRows } from "../../people.server";
import { isTooLong, leftOutNote } from "../../other-ways/how-many.server";
import { otherWaysOfPrices } from "../../other-ways/price-ways.server";
import type { QuestionFinding } from "../../question-result";
import { valuesOf } from "../../read-values.server";
import { lowBase, smallestBase } from "../../report";
import { cell, head, isLowBase, say, sayNumbers, trimmed } from "../../result-parts.server";

type Stored = { too_cheap: number; cheap: number; expensive: number; too_expensive: number };
export const pointNames = ["optimal", "indifference", "lowest", "highest", "lowestNarrow", "highestNarrow"] as const;
const mostOnCurve = 300;

/** Curves of many prices are thinned for the drawing; the points were computed on all of them. */
const thinned = <Item>(items: readonly Item[], places: readonly number[]): Item[] => places.map((place) => items[place]!);

/** The last prices of each person, with the row in which they stand. */
export const pricesByRow = (data: ReportData, { key }: Question): { row: number; prices: FourPrices }[] => {
  const values = valuesOf<Stored>(data, key);
  return lastRows(data, (row) => values[row] !== undefined).map((row) => {
    const { too_cheap: tooCheap, cheap, expensive, too_expensive: tooExpensive } = values[row]!;
    return { row, prices: { tooCheap, cheap, expensive, tooExpensive } };
  });
};

export const pricesOf = (data: ReportData, question: Question): FourPrices[] => pricesByRow(data, question).map(({ prices }) => prices);

export const analysePriceQuestion = (data: ReportData, question: Question): QuestionFinding[] => {
  const { currency } = question.config as { currency: string };
  const answers = pricesOf(data, question);
  const found = answers.length === 0 ? null : analysePrices(answers);
  const analysis = found && isResult(found) && found.n >= smallestBase ? found : null;
  const points = analysis?.points;
  const base = analysis?.n ?? 0;
  const dropped = answers.length - (found && isResult(found) ? found.n : 0);
  const text = trimmed(question.text);
  const range = points?.lowest && points.highest ? { low: points.lowest.price, high: points.highest.price } : null;
  const money = (value: number) => ({ value, as: "number" as const, digits: 0 });
  const length = analysis?.curves.prices.length ?? 0;
  const step = Math.max(1, Math.ceil(length / mostOnCurve));
  const places = Array.from({ length: Math.ceil(length / step) }, (_, index) => index * step);
  return [
    {
      key: question.key,
      text: question.text,
      title:
        answers.length === 0
          ? say("nobody", {}, { question: text })
          : !analysis
            ? say("prices_few", { count: found && isResult(found) ? found.n : 0 })
            : range
              ? sayNumbers(base < lowBase ? "prices_range_low" : "prices_range", { low: money(range.low), high: money(range.high) }, { currency, count: base })
              : say("prices_no_range", { count: base }),
      strength: null,
      n: answers.length,
      chart: analysis
        ? {
            kind: "prices",
            currency,
            prices: thinned(analysis.curves.prices, places),
            curves: (
              [
                ["too_cheap", "tooCheap"],
                ["cheap", "cheap"],
                ["expensive", "expensive"],
                ["too_expensive", "tooExpensive"],
              ] as const
            ).map(([name, own]) => ({ name, shares: thinned(analysis.curves[own], places) })),
            points: (["lowest", "optimal", "indifference", "highest"] as const).flatMap((name) => {
              const point: PricePoint | null = analysis.points[name];
              return point ? [{ label: say(`price_${name}`), price: point.price, share: point.share }] : [];
            }),
          }
        : null,
      tables: analysis
        ? [
            {
              caption: say("table_prices"),
              head: head("price_point", "price", "share"),
              rows: pointNames.map((name) => {
                const point = analysis.points[name];
                return {
                  key: name,
                  label: say(`price_${name}`),
                  isLow: isLowBase(base),
                  cells: [cell("money", point?.price ?? null, { currency }), cell("share", point?.share ?? null)],
                };
              }),
            },
          ]
        : [],
      ...(analysis && !isTooLong(data) ? { others: otherWaysOfPrices(answers, currency) } : {}),
      method: say("method_prices"),
      notes: [
        ...(answers.length > 0 && found
          ? [
              dropped > 0
                ? sayNumbers("prices_dropped", { share: { value: isResult(found) ? found.droppedShare : 1, as: "percent" } }, { count: dropped })
                : say("prices_all_in_order"),
            ]
          : []),
        ...(analysis ? leftOutNote(data) : []),
      ],
    },
  ];
};
