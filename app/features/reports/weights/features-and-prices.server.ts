// Features that people would miss or not, and what they would pay: questions asked once of everybody, weighted beside unweighted.
import type { LocalizedText } from "~/core/locale";
import type { Question } from "~/features/questionnaires/questionnaire";
import { kanoCategory, type KanoAnswer, type KanoCategory } from "~/statistics/kano";
import { effectiveSampleSize } from "~/statistics/means";
import { analysePrices, isInOrder, type FourPrices, type PricePoints } from "~/statistics/price-sensitivity";
import { isResult } from "~/statistics/result";
import { atTheBeginning } from "../blocks/kano/analyse.server";
import { pointNames, pricesByRow } from "../blocks/prices/analyse.server";
import { lastRows } from "../people.server";
import type { QuestionFinding } from "../question-result";
import { cell, isLowBase, say as sayFinding, trimmed } from "../result-parts.server";
import { columnOfRows, meaningOf, valuesOf, type Setting } from "./columns.server";
import { compareItems, isEnough, shownEffective, type ComparedItem, type Item } from "./compare-items.server";
import { effectiveCell, heads, say } from "./say.server";
import { itemsTable } from "./tables.server";

const categories: readonly KanoCategory[] = ["M", "O", "A", "I", "R", "Q"];
const all = () => ({ key: "", label: say("no_prototype"), isCompared: false });

const negated = ({ item, pairs, values }: ComparedItem): ComparedItem => ({
  item,
  pairs,
  values: values.map(({ weighted, plain, bounds, ...rest }) => ({
    ...rest,
    weighted: weighted === null ? null : 0 - weighted,
    plain: plain === null ? null : 0 - plain,
    bounds: bounds && { lower: 0 - bounds.upper, upper: 0 - bounds.lower },
  })),
});

export const weighKano = (setting: Setting, question: Question): QuestionFinding => {
  const feature = atTheBeginning((question.config as { feature: LocalizedText }).feature);
  const column = setting.data.columns.get(question.key);
  const meaning = meaningOf<KanoAnswer>(column, (answer) => categories.indexOf(kanoCategory(answer)));
  const codes = column?.codes;
  const answered = lastRows(setting.data, (row) => codes !== undefined && !Number.isNaN(meaning[codes[row]!] ?? Number.NaN));
  const shareOf = (key: string, label: LocalizedText, wanted: string, among: string): Item => {
    const isAmong = (row: number) => among.includes(categories[meaning[codes![row]!]!]!);
    const own = columnOfRows(setting, all(), Int32Array.from(answered.filter(isAmong)));
    const values = valuesOf(setting, question.key, meaning, own).map((place) => (wanted.includes(categories[place]!) ? 1 : 0));
    return { key, label, measure: { kind: "share" }, columns: [own], values: [values] };
  };
  const { items } = compareItems(
    setting,
    categories.map((category) => shareOf(category, sayFinding(`kano_${category}`), category, "MOAIRQ")),
  );
  const { items: scores } = compareItems(setting, [
    shareOf("better", sayFinding("kano_better"), "AO", "MOAI"),
    shareOf("worse", sayFinding("kano_worse"), "OM", "MOAI"),
  ]);
  const first = items.reduce((best, item) => ((item.values[0]!.weighted ?? 0) > (best.values[0]!.weighted ?? 0) ? item : best));
  const { weighted, plain } = first.values[0]!;
  return {
    key: question.key,
    text: feature,
    title:
      weighted === null || plain === null
        ? say("weighted_too_few", {}, { question: feature })
        : say("weighted_kano", (format) => ({ weighted: format.percent(weighted), plain: format.percent(plain) }), { feature, category: first.item.label }),
    strength: null,
    n: answered.length,
    base: say("base_people", { count: answered.length }),
    chart: null,
    tables: [itemsTable(items, say("table_weighted_kano")), itemsTable([scores[0]!, negated(scores[1]!)], say("table_weighted_kano_scores"))],
    method: say("weighted_method_kano"),
    notes: [],
  };
};

type Found = { n: number; effectiveN: number; points: PricePoints | null; plain: PricePoints | null };

const findPoints = (setting: Setting, question: Question): Found & { answered: number } => {
  const answered = pricesByRow(setting.data, question);
  const kept = answered.flatMap(({ row, prices }): FourPrices[] => (isInOrder(prices) ? [{ ...prices, weight: setting.weights[row]! }] : []));
  const base = { n: kept.length, effectiveN: effectiveSampleSize(kept.map(({ weight }) => weight!)) };
  const pointsOf = (own: readonly FourPrices[]) => {
    const found = own.length === 0 ? null : analysePrices(own);
    return found && isResult(found) ? found.points : null;
  };
  return {
    ...base,
    answered: answered.length,
    points: isEnough(base) ? pointsOf(kept) : null,
    plain: base.n >= 10 ? pointsOf(kept.map((prices) => ({ ...prices, weight: 1 }))) : null,
  };
};

const priceTitle = (question: LocalizedText, currency: string, { effectiveN, points, plain }: Found): LocalizedText => {
  if (!points) return say("weighted_too_few", {}, { question });
  const [low, high] = [points.lowest?.price, points.highest?.price];
  const [plainLow, plainHigh] = [plain?.lowest?.price, plain?.highest?.price];
  if (low === undefined || high === undefined || plainLow === undefined || plainHigh === undefined) return say("weighted_prices_no_range", {}, { question });
  return say("weighted_prices", (format) => ({
    low: format.number(low, 0),
    high: format.number(high, 0),
    plainLow: format.number(plainLow, 0),
    plainHigh: format.number(plainHigh, 0),
    currency,
    effective: format.number(effectiveN, 1),
  }));
};

export const weighPrices = (setting: Setting, question: Question): QuestionFinding => {
  const { currency } = question.config as { currency: string };
  const found = findPoints(setting, question);
  const { n, effectiveN, points, plain, answered } = found;
  return {
    key: question.key,
    text: question.text,
    title: priceTitle(trimmed(question.text), currency, found),
    strength: null,
    n: answered,
    base: say("base_people", { count: answered }),
    chart: null,
    tables: [
      {
        caption: say("table_weighted_prices"),
        head: heads("price_point", "price_weighted", "price_plain", "share_weighted", "share_plain"),
        rows: pointNames.map((name) => ({
          key: name,
          label: sayFinding(`price_${name}`),
          isLow: n > 0 && isLowBase(effectiveN),
          cells: [
            cell("money", points?.[name]?.price ?? null, { currency }),
            cell("money", plain?.[name]?.price ?? null, { currency }),
            cell("share", points?.[name]?.share ?? null),
            cell("share", plain?.[name]?.share ?? null),
          ],
        })),
      },
      {
        caption: say("table_weighted_price_base"),
        head: heads("measure", "value"),
        rows: [
          { key: "n", label: say("row_in_order"), isLow: false, cells: [cell("count", n)] },
          { key: "effective", label: say("head_effective"), isLow: false, cells: [effectiveCell(shownEffective({ n, effectiveN }))] },
        ],
      },
    ],
    method: say("weighted_method_prices"),
    notes: [],
  };
};
