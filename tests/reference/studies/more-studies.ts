import { cohenKappa, krippendorffAlpha } from "~/statistics/agreement";
import { earlyScore, scorePairs } from "~/statistics/bradley-terry";
import { kMeans } from "~/statistics/k-means";
import { estimateMean } from "~/statistics/means";
import { netPromoterScore } from "~/statistics/nps";
import { analysePrices, type PriceSensitivity } from "~/statistics/price-sensitivity";
import { analyseRepeatedRatings } from "~/statistics/repeated-anova";
import { thurstoneScale } from "~/statistics/thurstone";
import { bestSets, reachPath } from "~/statistics/turf";
import { mutualGroups } from "~/statistics/win-graph";
import { CLOSED, ITERATIVE, present, type Study } from "../comparison";

type Board = { n_votes: number; items: number[]; strongly_connected: boolean; wins: number[]; losses: number[]; map_log_worth: number[]; se: number[]; score_vs_random: number[]; laplace_win_rate: number[] };

/** Real idea boards: pairs as they were shown and what was chosen, ten per person and question. */
export const boards: Study = {
  name: "wikisurvey_cohesion",
  needs: ["oracle.json", "data.csv"],
  compare: (files, { close, same }) => {
    const { questions } = files.json<{ questions: Record<string, Board> }>();
    const choices = files.table().flatMap((row) =>
      Array.from({ length: 10 }, (_, index) => index + 1).flatMap((place) => {
        const shown = (row[`wiki_pair_${String(place)}`] ?? "").split(",");
        const chosen = row[`wiki_${String(place)}`] ?? "";
        const other = shown.find((item) => item !== chosen);
        return shown.length === 2 && shown.includes(chosen) && other !== undefined ? [{ question: row.question ?? "", winner: Number(chosen), loser: Number(other) }] : [];
      }),
    );
    for (const [question, reference] of Object.entries(questions)) {
      const own = choices.filter((choice) => choice.question === question);
      same("idea board", `${question} votes`, own.length, reference.n_votes);
      const wins = reference.items.map(() => reference.items.map(() => 0));
      for (const { winner, loser } of own) {
        const row = wins[reference.items.indexOf(winner)] ?? [];
        row[reference.items.indexOf(loser)] = (row[reference.items.indexOf(loser)] ?? 0) + 1;
      }
      same("idea board", `${question} linked both ways`, mutualGroups(wins).length === 1, reference.strongly_connected);
      const scores = present(scorePairs(wins));
      reference.items.forEach((item, index) => {
        const what = `${question} ${String(item)}`;
        close("Bradley-Terry with prior", `${what} strength`, scores.strengths[index] ?? null, reference.map_log_worth[index] ?? NaN, ITERATIVE, 1e-9);
        close("Bradley-Terry with prior", `${what} error`, scores.standardErrors[index] ?? null, reference.se[index] ?? NaN, ITERATIVE);
        close("Bradley-Terry with prior", `${what} score`, scores.scores[index] ?? null, reference.score_vs_random[index] ?? NaN, ITERATIVE);
        close("early score", what, earlyScore(reference.wins[index] ?? 0, reference.losses[index] ?? 0), reference.laplace_win_rate[index] ?? NaN);
      });
    }
  },
};

type Point = { price: number; height: number };
type Points = { n: number } & Record<"opp" | "idp" | "pmc" | "pme" | "pmc_narrow" | "pme_narrow", Point>;

export const servicePrices: Study = {
  name: "vanwestendorp_service",
  needs: ["oracle.json", "data.csv"],
  compare: (files, { close, same }) => {
    const expected = files.json<{ n_strict: number; n_weak: number; psm_strict: Points; psm_weak: Points; psm_strict_data_exclusive_convention: Points }>();
    const answers = files.table().flatMap((row) => {
      const [, ...cells] = Object.values(row);
      const [cheap = NaN, expensive = NaN, tooExpensive = NaN, tooCheap = NaN] = cells.map((cell) => (cell === "" ? NaN : Number(cell)));
      return [cheap, expensive, tooExpensive, tooCheap].every(Number.isFinite) ? [{ tooCheap, cheap, expensive, tooExpensive }] : [];
    });
    const compare = (name: string, ours: PriceSensitivity, reference: Points) => {
      same("van Westendorp", `${name} people`, ours.n, reference.n);
      close("van Westendorp", `${name} optimal`, ours.points.optimal?.price ?? null, reference.opp.price);
      close("van Westendorp", `${name} indifference`, ours.points.indifference?.price ?? null, reference.idp.price);
      close("van Westendorp", `${name} lowest`, ours.points.lowest?.price ?? null, reference.pmc.price);
      close("van Westendorp", `${name} highest`, ours.points.highest?.price ?? null, reference.pme.price);
    };
    compare("strict", present(analysePrices(answers)), expected.psm_strict);
    compare("weak", present(analysePrices(answers, "at-least", false)), expected.psm_weak);
    compare("strict, above", present(analysePrices(answers, "above")), expected.psm_strict_data_exclusive_convention);
  },
};

type TurfSet = { items: string | string[]; reach: number; freq: number };

export const simulatedReach: Study = {
  name: "turf_simulated",
  needs: ["oracle.json", "data.csv"],
  compare: (files, { close, same }) => {
    const expected = files.json<{ best: Record<string, TurfSet[]>; greedy: { item: string | number; reach: number }[]; unweighted3: TurfSet[] }>();
    const rows = files.table();
    const names = Object.keys(rows[0] ?? {}).slice(2, 12);
    const likes = rows.map((row) => names.map((name) => Number(row[name]) === 1));
    const weights = rows.map((row) => Number(row.wgt));
    const compare = (what: string, size: number, references: readonly TurfSet[], own?: readonly number[]) => {
      const ours = present(bestSets(likes, size, { keep: references.length, ...(own !== undefined && { weights: own }) }));
      references.forEach((reference, place) => {
        same("TURF", `${what}, place ${String(place + 1)}`, ours.best[place]?.items.map((item) => names[item]), [reference.items].flat().map(String));
        close("TURF", `${what}, place ${String(place + 1)} reach`, ours.best[place]?.reach ?? null, reference.reach);
        close("TURF", `${what}, place ${String(place + 1)} frequency`, ours.best[place]?.frequency ?? null, reference.freq);
      });
    };
    for (const [size, references] of Object.entries(expected.best)) compare(`size ${size}, weighted`, Number(size), references, weights);
    compare("size 3", 3, expected.unweighted3);
    const { path } = present(reachPath(likes, expected.greedy.length, weights));
    expected.greedy.forEach((reference, step) => close("TURF, step by step", `step ${String(step + 1)}`, path[step]?.reach ?? null, reference.reach));
  },
};

type Segments = { sizes: number[]; tot_withinss: number };

export const cocktails: Study = {
  name: "cocktail_hedonic",
  needs: ["oracle.json", "data.csv"],
  compare: (files, { close, same }) => {
    const expected = files.json<{
      means: Record<string, { mean: number; lo: number }>;
      anova: { ss: number[]; F_product: number; p: number };
      nps_arithmetic: { product: string; promoters: number; passives: number; detractors: number; nps: number; se: number }[];
      kmeans2: Segments;
      kmeans3: Segments;
    }>();
    const rows = files.table();
    const ratings = rows.map((row) => ({ personId: row.consumer ?? "", productId: row.product ?? "", value: Number(row.liking) }));
    const products = [...new Set(ratings.map(({ productId }) => productId))];
    for (const [product, reference] of Object.entries(expected.means)) {
      const mean = present(estimateMean(ratings.filter(({ productId }) => productId === product).map(({ value }) => value)));
      close("mean", product, mean.mean, reference.mean);
      close("mean", `${product} lower`, mean.interval?.lower ?? null, reference.lo);
    }
    const anova = present(analyseRepeatedRatings(ratings));
    close("repeated ANOVA", "F", anova.test.kind === "test" ? anova.test.f : null, expected.anova.F_product);
    close("repeated ANOVA", "p", anova.test.kind === "test" ? anova.test.p : null, expected.anova.p);
    for (const reference of expected.nps_arithmetic) {
      const score = present(netPromoterScore(reference));
      close("NPS", `${reference.product} score`, score.score, reference.nps, CLOSED, 1e-12);
      close("NPS", `${reference.product} error`, score.standardError, reference.se);
    }
    const people = [...new Set(ratings.map(({ personId }) => personId))];
    const ratingOf = new Map(ratings.map(({ personId, productId, value }) => [`${personId}/${productId}`, value]));
    const centred = people.map((person) => {
      const own = products.map((product) => ratingOf.get(`${person}/${product}`) ?? NaN);
      const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
      return own.map((value) => value - mean);
    });
    for (const [k, reference] of [[2, expected.kmeans2], [3, expected.kmeans3]] as const) {
      const clusters = present(kMeans(centred, k, { seed: "cocktails", starts: 200 }));
      same("k-means", `${String(k)} groups, sum of squares at most the reference`, clusters.sumOfSquares <= reference.tot_withinss * (1 + 1e-9), true);
      if (clusters.sumOfSquares >= reference.tot_withinss * (1 - 1e-9)) same("k-means", `${String(k)} groups, sizes`, clusters.sizes, reference.sizes);
    }
  },
};

export const anxiety: Study = {
  name: "anxiety_raters",
  needs: ["oracle.json", "data.csv"],
  compare: (files, { close }) => {
    const expected = files.json<{ krippendorff: Record<string, number>; cohen_unweighted_1_2: number; cohen_linear_1_2: number; cohen_quadratic_1_2: number }>();
    const units = files.table().map((row) => Object.values(row).map(Number));
    for (const metric of ["nominal", "ordinal", "interval", "ratio"] as const) close("Krippendorff", metric, present(krippendorffAlpha(units, metric)).alpha, expected.krippendorff[metric] ?? NaN);
    const coder = (index: number) => units.map((unit) => unit[index] ?? NaN);
    for (const [weights, reference] of [["none", expected.cohen_unweighted_1_2], ["linear", expected.cohen_linear_1_2], ["quadratic", expected.cohen_quadratic_1_2]] as const) {
      close("Cohen", weights, present(cohenKappa(coder(0), coder(1), weights)).kappa, reference);
    }
  },
};

export const vegetables: Study = {
  name: "vegetables_thurstone",
  needs: ["oracle.json", "data.csv"],
  compare: (files, { close }) => {
    const expected = files.json<{ col_means_z: Record<string, number> }>();
    const names = Object.keys(expected.col_means_z);
    const shares = files.table().map((row) => names.map((name) => Number(row[name])));
    const { scale } = present(thurstoneScale(shares, 1e9));
    const lowest = Math.min(...Object.values(expected.col_means_z));
    names.forEach((name, index) => close("Thurstone case V, least squares", name, scale[index] ?? null, (expected.col_means_z[name] ?? NaN) - lowest, CLOSED, 1e-9));
  },
};
