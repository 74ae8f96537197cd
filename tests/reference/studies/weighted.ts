import { compareNetPromoters, netPromoterScore, promoterPoints } from "~/statistics/nps";
import { analysePrices } from "~/statistics/price-sensitivity";
import { compareEstimatedMeans } from "~/statistics/welch";
import {
  compareWeightedShares,
  compareWeightedWithin,
  countWeighted,
  estimatedWeightedMean,
  influenceOf,
  testWeightedPreference,
  type WeightedAnswers,
} from "~/statistics/weighted-comparisons";
import { present, type Compare, type Study } from "../comparison";

type Row = Record<string, string>;
type Within = { first: string; second: string; what: "y" | "top" } & Record<"n" | "effectiveN" | "difference" | "error" | "t" | "p" | "lower" | "upper", number>;
type Oracle = {
  within: Within[];
  between: { difference: number; error: number; df: number; p: number; share: { first: number; second: number; chi: number; p: number } };
  promoters: { A: { score: number; error: number }; B: { score: number; error: number }; difference: number; error: number; p: number };
  preference: { effectiveN: number; share: number; p: number; lower: number; upper: number };
  ratio: { scent: number; price: number; difference: number; error: number };
  prices: { optimal: number; indifference: number; lowest: number; highest: number };
};

/** Who answered, with what `of` makes of the answer and what `heavy` makes of the weight. */
function answersOf(rows: readonly Row[], column: string, of: (value: number, row: Row) => number = (value) => value, heavy: (row: Row) => number = () => 1): WeightedAnswers {
  const given = rows.filter((row) => row[column] !== "NA");
  return {
    people: given.map(({ person }) => Number(person)),
    values: given.map((row) => of(Number(row[column]), row)),
    weights: given.map((row) => Number(row.w) * heavy(row)),
  };
}

function comparePeople({ close, same }: Compare, rows: readonly Row[], { within, between, ratio }: Oracle): void {
  for (const { first, second, what, ...reference } of within) {
    const of = (value: number) => (what === "y" ? value : Number(value >= 7));
    const ours = present(compareWeightedWithin(influenceOf(answersOf(rows, first, of)), influenceOf(answersOf(rows, second, of))));
    const pair = `${first}-${second} ${what === "y" ? "mean" : "share"}`;
    same("weighted within people", `${pair} people`, ours.n, reference.n);
    close("weighted within people", `${pair} effective`, ours.effectiveN, reference.effectiveN);
    close("weighted within people", `${pair} difference`, ours.difference, reference.difference);
    close("weighted within people", `${pair} error`, ours.standardError, reference.error);
    close("weighted within people", `${pair} t`, ours.t, reference.t);
    close("weighted within people", `${pair} p`, ours.p, reference.p);
    close("weighted within people", `${pair} lower`, ours.interval.lower, reference.lower);
    close("weighted within people", `${pair} upper`, ours.interval.upper, reference.upper);
  }
  const groups = [answersOf(rows.filter(({ person }) => Number(person) <= 40), "A"), answersOf(rows.filter(({ person }) => Number(person) > 40), "B")] as const;
  const [one, other] = groups.map(({ values, weights }) => estimatedWeightedMean(values, weights)!) as [NonNullable<ReturnType<typeof estimatedWeightedMean>>, NonNullable<ReturnType<typeof estimatedWeightedMean>>];
  const welch = present(compareEstimatedMeans(one, other));
  close("weighted between people", "difference", welch.difference, between.difference);
  close("weighted between people", "error", welch.standardError, between.error);
  close("weighted between people", "degrees of freedom", welch.degreesOfFreedom, between.df);
  close("weighted between people", "p", welch.p, between.p);
  const [yes, their] = groups.map(({ values, weights }) => countWeighted(Array.from(values, (value) => Number(value >= 7)), weights)) as [ReturnType<typeof countWeighted>, ReturnType<typeof countWeighted>];
  const shares = present(compareWeightedShares(yes, their));
  close("weighted shares between people", "first", shares.first.share, between.share.first);
  close("weighted shares between people", "second", shares.second.share, between.share.second);
  close("weighted shares between people", "chi-square", shares.z ** 2, between.share.chi);
  close("weighted shares between people", "p", shares.p, between.share.p);
  const ratioOf = (item: string) => answersOf(rows, item, (value, row) => value / Number(row.tasks), (row) => Number(row.tasks));
  const apart = present(compareWeightedWithin(influenceOf(ratioOf("scent")), influenceOf(ratioOf("price"))));
  close("weighted ratios within people", "difference", apart.difference, ratio.difference);
  close("weighted ratios within people", "error", apart.standardError, ratio.error);
}

function compareScores({ close }: Compare, rows: readonly Row[], { promoters, preference }: Oracle): void {
  const scoreOf = (column: string) => {
    const { values, weights } = answersOf(rows, column);
    const countOf = (isWanted: (value: number) => boolean) => countWeighted(Array.from(values, (value) => Number(isWanted(value))), weights).successes;
    return { promoters: countOf((x) => x >= 9), passives: countOf((x) => x === 7 || x === 8), detractors: countOf((x) => x <= 6) };
  };
  const [one, other] = [scoreOf("recommendA"), scoreOf("recommendB")];
  for (const [name, counts] of [["A", one], ["B", other]] as const) {
    const score = present(netPromoterScore(counts));
    close("weighted net promoter score", `${name} score`, score.score, promoters[name].score);
    close("weighted net promoter score", `${name} error`, score.standardError, promoters[name].error);
  }
  close("weighted net promoter score", "between", present(compareNetPromoters(one, other)).difference, promoters.difference);
  const within = present(compareWeightedWithin(influenceOf(answersOf(rows, "recommendA", promoterPoints)), influenceOf(answersOf(rows, "recommendB", promoterPoints))));
  close("weighted net promoter score", "within, difference", within.difference, promoters.difference);
  close("weighted net promoter score", "within, error", within.standardError, promoters.error);
  close("weighted net promoter score", "within, p", within.p, promoters.p);
  const stated = rows.filter(({ preferred }) => preferred !== "none");
  const test = present(testWeightedPreference(countWeighted(stated.map(({ preferred }) => Number(preferred === "A")), stated.map(({ w }) => Number(w)))));
  close("weighted preference", "effective", test.effectiveN, preference.effectiveN);
  close("weighted preference", "share", test.share, preference.share);
  close("weighted preference", "p", test.p, preference.p);
  close("weighted preference", "lower", test.interval.lower, preference.lower);
  close("weighted preference", "upper", test.interval.upper, preference.upper);
}

export const weighted: Study = {
  name: "weighted",
  needs: ["oracle.json", "data.csv", "prices.csv"],
  compare: (files, compare) => {
    const oracle = files.json<Oracle>();
    const rows = files.table();
    comparePeople(compare, rows, oracle);
    compareScores(compare, rows, oracle);
    const answers = files.table("prices.csv").map((row, index) => ({
      tooCheap: Number(row.too_cheap),
      cheap: Number(row.cheap),
      expensive: Number(row.expensive),
      tooExpensive: Number(row.too_expensive),
      weight: Number(rows[index]?.w),
    }));
    const { points } = present(analysePrices(answers));
    for (const name of ["optimal", "indifference", "lowest", "highest"] as const) compare.close("weighted price points", name, points[name]?.price ?? null, oracle.prices[name]);
  },
};
