import { adjustPValues } from "~/statistics/adjust";
import { independenceTest } from "~/statistics/contingency";
import { letterMeans, letterShares, lettersOf } from "~/statistics/crosstab";
import { oneWayAnova } from "~/statistics/independent-groups";
import { arithmeticMean, estimateMean } from "~/statistics/means";
import { estimateProportion } from "~/statistics/proportions";
import { kruskalWallisTest } from "~/statistics/rank-tests";
import { scaleReliability } from "~/statistics/reliability";
import { answerSpread, averageRun, evenOddConsistency, longestRun, mahalanobisDistances } from "~/statistics/response-quality";
import { classifyText, labelAccuracy, learnLabels, scoreText, wordsOf, type LabelAccuracy } from "~/statistics/sentiment";
import { sameTexts } from "~/statistics/text-quality";
import { tagLifts, type TaggedComment } from "~/statistics/word-lift";
import { welchTest } from "~/statistics/welch";
import { present, type Compare, type Study } from "../comparison";

type Careless = {
  longstring: number[];
  avg_string: number[];
  irv: number[];
  even_odd_r: number[];
  even_odd_sb: number[];
  mahalanobis_d2: number[];
  n_longstring_ge_10: number;
  n_irv_zero: number;
  n_mahal_p001: number;
};

export const careless: Study = {
  name: "careless_simulated",
  needs: ["oracle.json", "data.csv"],
  compare: (files, { close, same }) => {
    const expected = files.json<Careless>();
    const rows = files.table().map((row) => Object.values(row).map(Number));
    same("longest run", "everybody", rows.map(longestRun), expected.longstring);
    same("longest run", "ten or more", rows.filter((row) => longestRun(row) >= 10).length, expected.n_longstring_ge_10);
    same("answer spread", "none at all", rows.filter((row) => answerSpread(row) === 0).length, expected.n_irv_zero);
    const { distances } = present(mahalanobisDistances(rows));
    same("Mahalanobis", "p below .001", distances.filter(({ p }) => p < 0.001).length, expected.n_mahal_p001);
    for (const [person, row] of rows.slice(0, expected.irv.length).entries()) {
      const what = `person ${String(person + 1)}`;
      close("average run", what, averageRun(row), expected.avg_string[person] ?? NaN);
      close("answer spread", what, answerSpread(row), expected.irv[person] ?? NaN);
      const consistency = evenOddConsistency(row, new Array<number>(10).fill(5));
      close("even-odd", `${what} correlation`, consistency?.correlation ?? null, expected.even_odd_r[person] ?? NaN);
      close("even-odd", `${what} stepped up`, consistency?.consistency ?? null, expected.even_odd_sb[person] ?? NaN);
      close("Mahalanobis", what, distances[person]?.squared ?? null, expected.mahalanobis_d2[person] ?? NaN);
    }
  },
};

type Music = {
  missing_per_item: Record<string, number>;
  means: Record<string, { n: number; mean: number; lo: number; hi: number }>;
  t2b: Record<string, { x: number; n: number; lo: number; hi: number }>;
  longstring_table: Record<string, number>;
  cronbach_all18_listwise: { n: number; alpha: number };
};
type Crosstab = {
  item: string;
  n: Record<string, number>;
  top2: Record<string, number>;
  overall_chi2: number;
  overall_p: number;
  pairs: { a: string; b: string; z: number; p: number; p_bonf: number; p_holm: number; p_bh: number }[];
  letters_unadjusted: string[];
  letters_bonferroni: string[];
  letters_holm: string[];
  letters_bh: string[];
  means: Record<string, number>;
  anova_F: number;
  anova_p: number;
  welch_pairwise_p: Record<string, (number | null)[]>;
  kruskal_chi2: number;
  kruskal_p: number;
};

export const music: Study = {
  name: "music_gss_rating",
  needs: ["oracle.json", "oracle_crosstab.json", "data.csv"],
  compare: (files, { close, same }) => {
    const expected = files.json<Music>();
    const rows = files.table();
    const items = Object.keys(expected.means);
    const valueOf = (row: Record<string, string>, item: string) => ((row[item] ?? "") === "" || row[item] === "NA" ? null : Number(row[item]));
    for (const item of items) {
      const values = rows.flatMap((row) => valueOf(row, item) ?? []);
      const mean = present(estimateMean(values));
      same("mean", `${item} people`, [mean.n, rows.length - mean.n], [expected.means[item]?.n, expected.missing_per_item[item]]);
      close("mean", item, mean.mean, expected.means[item]?.mean ?? NaN);
      close("mean", `${item} lower`, mean.interval?.lower ?? null, expected.means[item]?.lo ?? NaN);
      // Here 1 and 2 are the good answers.
      const share = present(estimateProportion(values.filter((value) => value <= 2).length, values.length));
      close("Wilson", `${item} lower`, share.interval.lower, expected.t2b[item]?.lo ?? NaN);
      close("Wilson", `${item} upper`, share.interval.upper, expected.t2b[item]?.hi ?? NaN);
    }
    const runs = rows.map((row) => longestRun(items.map((item) => valueOf(row, item))));
    const table = Object.fromEntries([...new Set(runs)].sort((one, other) => one - other).map((run) => [String(run), runs.filter((other) => other === run).length]));
    same("longest run", "how many people per length", table, expected.longstring_table);
    const complete = rows.map((row) => items.map((item) => valueOf(row, item))).filter((row): row is number[] => row.every((value) => value !== null));
    const alpha = present(scaleReliability(complete));
    same("Cronbach alpha", "people", alpha.n, expected.cronbach_all18_listwise.n);
    close("Cronbach alpha", "18 genres", alpha.alpha, expected.cronbach_all18_listwise.alpha);

    const bandOf = (age: number) => (age < 30 ? 0 : age < 45 ? 1 : age < 60 ? 2 : 3);
    for (const reference of files.json<{ items: Crosstab[] }>("oracle_crosstab.json").items) {
      const columns: number[][] = [[], [], [], []];
      for (const row of rows) {
        const [value, age] = [valueOf(row, reference.item), valueOf(row, "age")];
        if (value !== null && age !== null && age > 17 && age <= 99) columns[bandOf(age)]?.push(value);
      }
      const shares = columns.map((values) => ({ n: values.length, successes: values.filter((value) => value <= 2).length }));
      same("crosstab", `${reference.item} counts`, shares.map(({ successes, n }) => [successes, n]), Object.keys(reference.n).map((band) => [reference.top2[band], reference.n[band]]));
      const overall = present(independenceTest([shares.map(({ successes }) => successes), shares.map(({ n, successes }) => n - successes)]));
      close("crosstab", `${reference.item} chi-square`, overall.chiSquare, reference.overall_chi2);
      close("crosstab", `${reference.item} p`, overall.p, reference.overall_p);
      for (const [adjustment, letters] of [["none", reference.letters_unadjusted], ["bonferroni", reference.letters_bonferroni], ["holm", reference.letters_holm], ["benjamini-hochberg", reference.letters_bh]] as const) {
        // The reference has no small letters.
        const row = letterShares(shares, { adjustment, wideAlpha: 0.05 });
        same("crosstab", `${reference.item} letters, ${adjustment}`, row.columns.map(lettersOf), letters);
      }
      const row = letterShares(shares);
      for (const [index, pair] of reference.pairs.entries()) {
        close("crosstab", `${reference.item} ${pair.a} - ${pair.b} z`, row.pairs[index]?.statistic ?? null, pair.z);
        close("crosstab", `${reference.item} ${pair.a} - ${pair.b} p`, row.pairs[index]?.p ?? null, pair.p);
      }
      const holm = adjustPValues(row.pairs.map(({ p }) => p), "holm");
      reference.pairs.forEach((pair, index) => close("crosstab", `${reference.item} ${pair.a} - ${pair.b} Holm`, holm[index] ?? null, pair.p_holm));
      const means = letterMeans(columns);
      Object.values(reference.means).forEach((mean, index) => close("crosstab means", `${reference.item} ${String(index)}`, means.columns[index]?.value ?? null, mean));
      for (const [first, ps] of Object.values(reference.welch_pairwise_p).entries()) {
        for (const [place, p] of ps.entries()) {
          if (typeof p !== "number") continue;
          const pair = means.pairs.find((own) => own.first === first && own.second === place + 1);
          close("crosstab means", `${reference.item} Welch ${String(first)}-${String(place + 1)}`, pair?.p ?? null, p);
        }
      }
      const anova = present(oneWayAnova(columns.map((values, index) => ({ id: String(index), values }))));
      close("one-way ANOVA", `${reference.item} F`, anova.f, reference.anova_F);
      close("one-way ANOVA", `${reference.item} p`, anova.p, reference.anova_p);
      const kruskal = present(kruskalWallisTest(columns));
      close("Kruskal-Wallis", `${reference.item} H`, kruskal.statistic, reference.kruskal_chi2);
      close("Kruskal-Wallis", `${reference.item} p`, kruskal.p, reference.kruskal_p);
    }
  },
};

type Leather = { by_category: Record<string, number>; token_lift: { token: string; n: number; mean_with: number; mean_without: number; lift: number; welch_p: number }[] };

export const leather: Study = {
  name: "leather_freejar",
  needs: ["oracle.json", "data.csv"],
  compare: (files, { close, same }) => {
    const expected = files.json<Leather>();
    const rows = files.table();
    for (const [category, reference] of Object.entries(expected.by_category)) {
      close("mean", category, arithmeticMean(rows.filter((row) => row.Hedo_cat === category).map((row) => Number(row.Liking))), reference);
    }
    const comments = rows.map((row): TaggedComment => ({ tags: (row.Text ?? "").toLowerCase().match(/[a-z]+/g) ?? [], liking: Number(row.Liking) }));
    const lifts = new Map(tagLifts(comments, 15).map((lift) => [lift.tag, lift]));
    for (const reference of expected.token_lift) {
      const own = lifts.get(reference.token);
      same("word lift", `${reference.token} comments`, own?.n, reference.n);
      close("word lift", `${reference.token} lift`, own?.lift ?? null, reference.lift, undefined, 1e-12);
      close("word lift", `${reference.token} p`, own?.p ?? null, reference.welch_p);
      const tagged = comments.filter(({ tags }) => tags.includes(reference.token)).map(({ liking }) => liking);
      const rest = comments.filter(({ tags }) => !tags.includes(reference.token)).map(({ liking }) => liking);
      close("word lift", `${reference.token} Welch t's p`, present(welchTest(tagged, rest)).p, reference.welch_p);
    }
  },
};

type Evaluation = { n: number; accuracy: number; macro_f1: number; f1?: Record<string, number> };
type Sentences = { vocab: number; valid: Evaluation; test: Evaluation; first_test_log_probs?: Record<string, number> };

/** Printed in the data set's description, for a copy that comes without its results. */
const PRINTED: Sentences = { vocab: 17272, valid: { n: 1260, accuracy: 0.8555555556, macro_f1: 0.8197953487 }, test: { n: 500, accuracy: 0.64, macro_f1: 0.5616696588 } };

function compareEvaluation({ close, same }: Compare, name: string, ours: LabelAccuracy, reference: Evaluation): void {
  same("naive Bayes", `${name} texts`, ours.n, reference.n);
  close("naive Bayes", `${name} accuracy`, ours.accuracy, reference.accuracy);
  close("naive Bayes", `${name} macro F1`, ours.macroF1, reference.macro_f1);
  for (const [label, f1] of Object.entries(reference.f1 ?? {})) close("naive Bayes", `${name} F1 ${label}`, ours.perLabel[label]?.f1 ?? null, f1);
}

export const sentences: Study = {
  name: "smsa_sentiment",
  needs: ["train.csv", "valid.csv"],
  compare: (files, compare) => {
    const expected = files.has("oracle.json") ? files.json<Sentences>() : PRINTED;
    const read = (part: string) => files.table(`${part}.csv`).map(({ text = "", label = "" }) => ({ text, label }));
    const model = present(learnLabels(read("train")));
    compare.same("naive Bayes", "vocabulary", model.counts.size, expected.vocab);
    compareEvaluation(compare, "valid", present(labelAccuracy(model, read("valid"))), expected.valid);
    if (!files.has("test.csv")) return;
    const held = read("test");
    compareEvaluation(compare, "test", present(labelAccuracy(model, held)), expected.test);
    const reference = expected.first_test_log_probs;
    if (reference === undefined) return;
    const scores = scoreText(model, held[0]?.text ?? "");
    model.labels.forEach((label, index) => compare.close("naive Bayes", `first test text, ${label}`, scores[index] ?? null, reference[label] ?? NaN));
  },
};

type Reviews = {
  n: number;
  rating: { mean: number; sd: number; t2b: number };
  exact_duplicate_groups_after_normalising: number;
  rows_in_duplicate_groups: number;
  tokens: { mean: number; max: number; under_3: number };
  nb_sentiment_every_5th_row_test: Evaluation;
  nb_emotion_every_5th_row_test: Evaluation;
};

export const reviews: Study = {
  name: "prdect_id_reviews",
  needs: ["oracle.json", "data.csv"],
  compare: (files, compare) => {
    const { close, same } = compare;
    const expected = files.json<Reviews>();
    const rows = files.table();
    const texts = rows.map((row) => row["Customer Review"] ?? "");
    const rating = present(estimateMean(rows.map((row) => Number(row["Customer Rating"]))));
    close("mean", "rating", rating.mean, expected.rating.mean);
    close("mean", "rating spread", rating.standardDeviation, expected.rating.sd);
    const groups = sameTexts(texts, 1, (text) => wordsOf(text).join(" "));
    same("same texts", "groups", groups.length, expected.exact_duplicate_groups_after_normalising);
    same("same texts", "rows", groups.reduce((sum, { indices }) => sum + indices.length, 0), expected.rows_in_duplicate_groups);
    const lengths = texts.map((text) => wordsOf(text).length);
    same("words", "longest, under three", [Math.max(...lengths), lengths.filter((length) => length < 3).length], [expected.tokens.max, expected.tokens.under_3]);
    for (const [column, reference] of [["Sentiment", expected.nb_sentiment_every_5th_row_test], ["Emotion", expected.nb_emotion_every_5th_row_test]] as const) {
      const labelled = rows.map((row, index) => ({ text: texts[index] ?? "", label: row[column] ?? "" }));
      const model = present(learnLabels(labelled.filter((_, index) => index % 5 !== 0)));
      compareEvaluation(compare, column, present(labelAccuracy(model, labelled.filter((_, index) => index % 5 === 0))), reference);
      same("naive Bayes", `${column} of the first text is one of the labels`, model.labels.includes(classifyText(model, texts[0] ?? "").label), true);
    }
  },
};
