// Other ways to look at a rating than the one that was chosen: by ranks, by first impressions, by order, against today's product, by top boxes.
import { adjustPValues } from "~/statistics/adjust";
import { compareWithBenchmark } from "~/statistics/dunnett";
import { friedmanTest } from "~/statistics/friedman";
import { comparableGroups, welchAnova } from "~/statistics/independent-groups";
import { comparableProducts, fisherLsd, type ComparableMeans } from "~/statistics/multiple-comparisons";
import { analyseOrder, type OrderEffects } from "~/statistics/order-effects";
import { kruskalWallisTest, rankSumTest, signedRankTest } from "~/statistics/rank-tests";
import { analyseRepeatedRatings } from "~/statistics/repeated-anova";
import { isResult, type NotEnoughData } from "~/statistics/result";
import { strengthOf } from "~/statistics/strength";
import { pairedTest, welchTest } from "~/statistics/welch";
import type { ReportData } from "../data.server";
import { gridOf } from "../people.server";
import type { ResultTable } from "../question-result";
import type { Answers, RatingConfig } from "../rating-analysis.server";
import { smallestBase } from "../report";
import { cell, head, isLowBase, nameIn, pairTable, plainText, say, strengthCell } from "../result-parts.server";
import { compareShares } from "../share-comparison.server";
import { isTooLong } from "./how-many.server";
import { waysTable, type Way } from "./ways-table.server";

/** A longer list of pairs is cut to those of the best prototype. */
const mostPairs = 30;

/** So few answers may be plain lists. */
type Column = { code: string; people: number[]; values: number[] };
type Setting = { data: ReportData; columns: Column[]; config: RatingConfig; isRepeated: boolean; /** Of the test of all of them together. */ overallP: number };

/** Ratings of the people who rated all of these. */
const completeRows = (columns: readonly Column[]): number[][] => {
  const maps = columns.map(({ people, values }) => new Map(people.map((person, index) => [person, values[index]!])));
  return [...(maps[0]?.keys() ?? [])].flatMap((person) => {
    const own = maps.map((map) => map.get(person));
    return own.every((value) => value !== undefined) ? [own as number[]] : [];
  });
};

const orderOf = ({ data, columns }: Setting): Extract<OrderEffects, { kind: "result" }> | null => {
  const { prototypes, rowOf } = gridOf(data);
  const places = new Map(data.prototypes.map(({ code }, place) => [code, place]));
  const seen = new Set<string>();
  const placed = columns.flatMap(({ code, people, values }) =>
    people.map((person, index) => {
      const row = rowOf[person * prototypes + places.get(code)!]!;
      return { personId: String(person), productId: code, value: values[index]!, position: row < 0 ? 0 : data.rows.position[row]! };
    }),
  );
  // Without a known order, or with two prototypes in one place, there is none to look at.
  for (const { personId, position } of placed) {
    const key = `${personId} ${String(position)}`;
    if (position < 1 || seen.has(key)) return null;
    seen.add(key);
  }
  const effects = analyseOrder(placed);
  return isResult(effects) ? effects : null;
};

type F = { kind: "result"; f: number; p: number } | NotEnoughData;
const wayOfF = (key: string, test: F): Way[] => (isResult(test) ? [{ key, label: say(`way_${key}`), statistic: test.f, p: test.p }] : []);

const overallWays = (setting: Setting, order: ReturnType<typeof orderOf>): Way[] => {
  const { columns, isRepeated } = setting;
  if (!isRepeated) {
    const values = columns.map(({ values }) => values);
    const ranks = kruskalWallisTest(values);
    return [
      ...(isResult(ranks) ? [{ key: "kruskal", label: say("way_kruskal"), statistic: ranks.statistic, p: ranks.p }] : []),
      ...wayOfF("welch_anova", welchAnova(columns.map(({ code, values }) => ({ id: code, values })))),
    ];
  }
  const rows = completeRows(columns);
  const ranks = rows.length >= smallestBase ? friedmanTest(rows) : null;
  const hasFirsts = order?.products.every(({ firstN }) => firstN >= smallestBase) ?? false;
  return [
    ...(ranks && isResult(ranks) ? [{ key: "friedman", label: say("way_friedman", { count: ranks.n }), statistic: ranks.chiSquare, p: ranks.p }] : []),
    ...(order && hasFirsts ? wayOfF("firsts", order.firstPosition) : []),
    ...(order ? [...wayOfF("position", order.position), ...wayOfF("carry_over", order.carryOver)] : []),
  ];
};

/** Adjusted beside raw where order mattered (p < .10); first positions wherever there are enough. */
const orderTable = ({ data }: Setting, order: NonNullable<ReturnType<typeof orderOf>>): ResultTable[] => {
  const hasFirsts = order.products.some(({ firstN }) => firstN >= smallestBase);
  if (!order.showAdjusted && !hasFirsts) return [];
  return [
    {
      caption: say(order.showAdjusted ? "table_order_matters" : "table_order"),
      head: head("prototype", "mean", "adjusted_mean", "first_mean", "first_n"),
      rows: order.products.map(({ productId, n, rawMean, adjustedMean, firstMean, firstN }) => ({
        key: productId,
        label: plainText(nameIn(data.prototypes, productId)),
        isLow: isLowBase(firstN),
        cells: [
          cell("mean", rawMean, { n }),
          cell("mean", adjustedMean, { n }),
          cell("mean", firstN >= smallestBase ? firstMean : null, { n: firstN }),
          cell("count", firstN),
        ],
      })),
    },
  ];
};

/** Every pair, or those of the best prototype where there are many. */
const pairsOf = ({ columns, config }: Setting): (readonly [Column, Column])[] => {
  const meanOf = ({ values }: Column) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const best = [...columns].sort((a, b) => (config.highIsGood ? meanOf(b) - meanOf(a) : meanOf(a) - meanOf(b)))[0]!;
  const all = columns.flatMap((one, index) => columns.slice(index + 1).map((other) => [one, other] as const));
  return all.length > mostPairs ? all.filter((pair) => pair.includes(best)) : all;
};

const pairWays = (setting: Setting): ResultTable[] => {
  const { data, isRepeated } = setting;
  const pairs = pairsOf(setting);
  const tested = pairs.flatMap(([one, other]) => {
    const rows = isRepeated ? completeRows([one, other]) : [];
    if (isRepeated && rows.length < smallestBase) return [];
    const [first, second] = isRepeated ? [rows.map((row) => row[0]!), rows.map((row) => row[1]!)] : [one.values, other.values];
    const t = isRepeated ? pairedTest(first, second) : welchTest(first, second);
    const ranks = isRepeated ? signedRankTest(first, second) : rankSumTest(first, second);
    return isResult(t) && isResult(ranks) ? [{ one, other, n: Math.min(first.length, second.length), difference: t.difference, t: t.p, ranks: ranks.p }] : [];
  });
  if (tested.length === 0) return [];
  const [ts, ranks] = [adjustPValues(tested.map(({ t }) => t), "holm"), adjustPValues(tested.map((pair) => pair.ranks), "holm")]; // prettier-ignore
  return [
    {
      caption: say(isRepeated ? "table_pairs_within" : "table_pairs_between"),
      head: [...head("pair", "difference"), say(isRepeated ? "head_p_paired" : "head_p_welch"), say(isRepeated ? "head_p_signed" : "head_p_rank_sum")],
      rows: tested.map(({ one, other, n, difference }, index) => ({
        key: `${one.code} ${other.code}`,
        label: plainText(`${nameIn(data.prototypes, one.code)} – ${nameIn(data.prototypes, other.code)}`),
        isLow: isLowBase(n),
        cells: [cell("difference", difference), cell("p", ts[index]!), cell("p", ranks[index]!)],
      })),
    },
  ];
};

/** Means with a common spread, as Dunnett and Fisher need them. */
const comparableOf = ({ columns, isRepeated }: Setting): ComparableMeans | null => {
  if (!isRepeated) {
    const found = comparableGroups(columns.map(({ code, values }) => ({ id: code, values })));
    return "kind" in found ? null : found;
  }
  const anova = analyseRepeatedRatings(
    columns.flatMap(({ code, people, values }) => people.map((person, index) => ({ personId: String(person), productId: code, value: values[index]! }))),
  );
  const found = isResult(anova) ? comparableProducts(anova) : null;
  return found && !("kind" in found) ? found : null;
};

/** Unadjusted, so only after a test of all together that found a difference (METHODS 3.7). */
const leastDifferences = (setting: Setting, comparable: ComparableMeans | null): ResultTable[] => {
  const { data, overallP } = setting;
  const found = comparable && overallP < data.trial.alpha ? fisherLsd(comparable, 1 - data.trial.alpha) : null;
  if (!found || !isResult(found)) return [];
  const rows = pairsOf(setting).flatMap(([one, other]) => {
    const pair = found.pairs.find(({ first, second }) => [first, second].includes(one.code) && [first, second].includes(other.code));
    if (!pair) return [];
    const sign = pair.first === one.code ? 1 : -1;
    const { lower, upper } = pair.interval;
    const bounds = sign === 1 ? { lower, upper } : { lower: -upper, upper: -lower };
    return [
      {
        key: `${one.code} ${other.code}`,
        label: plainText(`${nameIn(data.prototypes, one.code)} – ${nameIn(data.prototypes, other.code)}`),
        isLow: isLowBase(Math.min(one.values.length, other.values.length)),
        cells: [cell("difference", sign * pair.difference, { bounds }), cell("p", pair.p)],
      },
    ];
  });
  return [{ caption: say("table_lsd"), head: head("pair", "difference", "p"), rows }];
};

const benchmarkTable = ({ data, columns, config }: Setting, known: ComparableMeans | null): ResultTable[] => {
  const benchmark = data.prototypes.find(({ isBenchmark, code }) => isBenchmark && columns.some((column) => column.code === code));
  const comparable = benchmark && columns.length > 2 ? known : null;
  const found = comparable ? compareWithBenchmark(comparable, benchmark!.code, 1 - data.trial.alpha) : null;
  if (!found || !isResult(found)) return [];
  const baseOf = (code: string) => columns.find((column) => column.code === code)!.values.length;
  return [
    {
      caption: say("table_benchmark", { name: benchmark!.name }),
      head: head("prototype", "difference", "p", "strength"),
      rows: found.comparisons.map(({ id, difference, interval, p }) => {
        const n = Math.min(baseOf(id), baseOf(benchmark!.code));
        const scale = { kind: "points", minimum: config.min, maximum: config.max } as const;
        const halfWidth = (interval.upper - interval.lower) / 2;
        return {
          key: id,
          label: plainText(nameIn(data.prototypes, id)),
          isLow: isLowBase(n),
          cells: [
            cell("difference", difference, { bounds: { lower: interval.lower, upper: interval.upper } }),
            cell("p", p),
            strengthCell(strengthOf({ adjustedP: p, alpha: data.trial.alpha, n, halfWidth, scale })),
          ],
        };
      }),
    },
  ];
};

const topBoxTable = ({ data, config }: Setting, numbers: Float64Array): ResultTable[] => {
  if (config.topBoxes.length === 0) return [];
  const yes = Int8Array.from(numbers, (value) => (Number.isNaN(value) ? -1 : config.topBoxes.includes(value) ? 1 : 0));
  const { kind, pairs } = compareShares(data, yes);
  const table = pairs.length > mostPairs ? null : pairTable(pairs, "share_difference", data.prototypes);
  return table && kind !== "none" ? [{ ...table, caption: say(`table_top_boxes_${kind}`, { boxes: config.topBoxes.join(", ") }) }] : [];
};

/** Attributes are many: for them only the overall test by ranks is shown beside the one that was chosen. */
export const otherWaysOfRating = (
  data: ReportData,
  columns: readonly Answers[],
  config: RatingConfig,
  numbers: Float64Array,
  { isRepeated, overallP }: Pick<Setting, "isRepeated" | "overallP">,
): ResultTable[] => {
  const large = columns.filter(({ values }) => values.length >= smallestBase);
  if (large.length < 2 || isTooLong(data)) return [];
  const lists = large.map(({ code, people, values }): Column => ({ code, people: [...people], values: [...values] }));
  const setting: Setting = { data, columns: lists, config, isRepeated, overallP };
  const isAttribute = config.measures === "attribute";
  const order = isRepeated && !isAttribute ? orderOf(setting) : null;
  const overall = waysTable("table_ways", overallWays(setting, order));
  if (isAttribute) return overall;
  const comparable = comparableOf(setting);
  return [
    ...overall,
    ...(order ? orderTable(setting, order) : []),
    ...pairWays(setting),
    ...leastDifferences(setting, comparable),
    ...benchmarkTable(setting, comparable),
    ...topBoxTable(setting, numbers),
  ];
};
