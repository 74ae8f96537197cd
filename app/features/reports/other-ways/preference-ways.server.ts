// Other ways to read who preferred which: people without a preference treated in every way there is, and strengths by models that see more than wins.
import type { LocalizedText } from "~/core/locale";
import { normalQuantile } from "~/statistics/distributions";
import { testPreference } from "~/statistics/paired-preference";
import { fitDavidson, netPreference, twoAlternatives } from "~/statistics/paired-ties";
import { isResult, type Interval } from "~/statistics/result";
import { fitThurstone, thurstoneScale } from "~/statistics/thurstone";
import type { ResultCell, ResultTable } from "../question-result";
import { smallestBase } from "../report";
import { cell, head, isLowBase, say, sayNumbers } from "../result-parts.server";

type Side = { value: string; label: LocalizedText };

const boundsOf = ({ lower, upper }: Pick<Interval, "lower" | "upper">) => ({ lower, upper });

/** The same answers with people without a preference treated in each of the ways there are; which one decides is fixed: they are left out. */
export const otherWaysOfPreference = (one: Side, [a, b, t]: [number, number, number], alpha: number): ResultTable[] => {
  const row = (key: string, value: ResultCell, p: number | null) => ({ key, label: say(`way_${key}`), isLow: isLowBase(a + b), cells: [value, cell("p", p)] });
  const dropped = testPreference(a, b, t, "drop", 1 - alpha);
  const split = testPreference(a, b, t, "split-equal", 1 - alpha);
  const net = netPreference(a, b, t);
  const model = twoAlternatives(a, b, t);
  const netRow = () => {
    if (!isResult(net)) return [];
    const half = normalQuantile(1 - alpha / 2) * net.standardError;
    const bounds = { lower: Math.max(-1, net.net - half), upper: Math.min(1, net.net + half) };
    return [row("net", cell("share_difference", net.net, { bounds }), net.p)];
  };
  return [
    {
      caption: say("table_undecided", {}, { answer: one.label }),
      head: head("way", "value", "p"),
      rows: [
        ...(isResult(dropped) ? [row("dropped", cell("share", dropped.share, { bounds: boundsOf(dropped.clopperPearson) }), dropped.p)] : []),
        ...netRow(),
        ...(isResult(split) && t > 0 ? [row("split_equal", cell("share", split.share, { bounds: boundsOf(split.wilson) }), split.p)] : []),
        ...(t > 0 ? [row("split_proportional", cell("share", a / (a + b)), null)] : []),
        ...(isResult(model) ? [row("two_ac", cell("difference", model.distance), model.p)] : []),
      ],
    },
  ];
};

const centred = (values: readonly number[]): number[] => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
};

/** Least squares needs every pair; the fewest people behind a share decide how near to 0 and 1 one may come. */
const leastSquares = (wins: readonly (readonly number[])[]): number[] | null => {
  const met = wins.map((row, i) => row.map((won, j) => (i === j ? Infinity : won + wins[j]![i]!)));
  const fewest = Math.min(...met.flat());
  if (fewest < smallestBase) return null;
  // [i][j] is the share that prefers j to i.
  const found = thurstoneScale(
    met.map((row, i) => row.map((n, j) => (i === j ? 0.5 : wins[j]![i]! / n))),
    fewest,
  );
  return isResult(found) ? centred(found.scale) : null;
};

type Compared = {
  sides: readonly Side[];
  /** Places of the sides, the most preferred first. */
  order: readonly number[];
  /** Those of Bradley and Terry’s model, which decide. */
  strengths: readonly number[];
  wins: readonly (readonly number[])[];
  /** Above the diagonal: how often neither was preferred. */
  ties: readonly (readonly number[])[];
};

type Model = { key: string; strengths: readonly number[] };

/** Strengths of several that were compared two by two, each model's with the mean 0, so that orders and distances can be set side by side. */
export const otherWaysOfStrengths = ({ sides, order, strengths, wins, ties }: Compared): ResultTable[] => {
  const [davidson, thurstone, squares] = [fitDavidson(wins, ties), fitThurstone(wins), leastSquares(wins)];
  const models: Model[] = [
    ...(isResult(davidson) ? [{ key: "davidson", strengths: davidson.strengths }] : []),
    ...(isResult(thurstone) ? [{ key: "thurstone", strengths: thurstone.strengths }] : []),
    ...(squares ? [{ key: "thurstone_squares", strengths: squares }] : []),
  ];
  if (models.length === 0) return [];
  const all = [{ key: "bradley_terry", strengths: centred(strengths) }, ...models];
  const met = (place: number) => wins[place]!.reduce((sum, won, other) => sum + won + wins[other]![place]!, 0);
  return [
    {
      caption: isResult(davidson) ? sayNumbers("table_models_ties", { ties: { value: davidson.tieTendency, as: "number", digits: 2 } }) : say("table_models"),
      head: head("prototype", ...all.map(({ key }) => key)),
      rows: order.map((place) => ({
        key: sides[place]!.value,
        label: sides[place]!.label,
        isLow: isLowBase(met(place)),
        cells: all.map((model) => cell("mean", model.strengths[place]!, { n: 100 })),
      })),
    },
  ];
};
