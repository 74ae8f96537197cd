// What means and shares would be if the people who answered were as the population is, beside what they are. Only these are weighted; tests stay as they are.
import type { Context } from "~/core/context";
import type { LocalizedText } from "~/core/locale";
import type { Question } from "~/features/questionnaires/questionnaire";
import { formatter, type Format } from "~/i18n/format";
import type { TranslationKey } from "~/i18n/keys";
import { effectiveSampleSize, estimateWeightedMean } from "~/statistics/means";
import { isResult } from "~/statistics/result";
import { estimateWeightedProportion } from "~/statistics/weighted-proportions";
import type { ReportData, TrialFacts } from "../data.server";
import { factOf } from "../fact-labels.server";
import { showMean } from "../numbers";
import { setsOf } from "../option-shares.server";
import type { QuestionFinding, QuestionsBlock, ResultCell, ResultTable } from "../question-result";
import { columnsOf, ratingConfigOf } from "../rating-analysis.server";
import { valuesOf } from "../read-values.server";
import { lowBase, smallestBase, type ReportDraft } from "../report";
import { cell, labelIn, plainText, trimmed } from "../result-parts.server";
import { inBoth } from "../sentences.server";
import { weighPeople, type Weighed, type Weights } from "./weigh-people.server";

type Values = Record<string, string | number>;

const say = (key: string, values: Values | ((format: Format) => Values) = {}, texts: Record<string, LocalizedText> = {}): LocalizedText =>
  inBoth((t, format, pick) =>
    t(`segments.${key}` as TranslationKey, {
      ...(typeof values === "function" ? values(format) : values),
      ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, pick(text)])),
    }),
  );

const heads = (...keys: string[]): LocalizedText[] => keys.map((key) => (key === "n" ? plainText(key) : say(`head_${key}`)));

/** Equally weighted people who would tell as much, with one decimal so that it is not taken for a count. */
const effectiveCell = (n: number): ResultCell => cell("score", Math.round(n * 10) / 10);

type Own = { code: string; values: number[]; weights: number[]; n: number; effectiveN: number };

const weighed = (data: ReportData, { weightOf }: Weights, key: string): Own[] =>
  columnsOf(data, key).map(({ code, people, values }) => {
    const weights = Array.from(people, (person) => weightOf.get(person) ?? 0);
    return { code, values: Array.from(values), weights, n: values.length, effectiveN: effectiveSampleSize(weights) };
  });

const isEnough = ({ n, effectiveN }: { n: number; effectiveN: number }): boolean => n >= smallestBase && effectiveN >= smallestBase;
const plainMean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** A number that is shown the same with and without weights is not held against itself. */
const orSame = (key: string, shown: (format: Format) => { weighted: string; plain: string }): string => {
  const { weighted, plain } = shown(formatter("en"));
  return weighted === plain ? `${key}_same` : key;
};

/** Weighted and unweighted side by side; shares only from ten effective answers on. */
const ratingFinding = (data: ReportData, weights: Weights, question: Question): QuestionFinding => {
  const { topBoxes, highIsGood, measures } = ratingConfigOf(question);
  const confidence = 1 - data.trial.alpha;
  const rows = weighed(data, weights, question.key);
  const found = rows.map((own) => {
    const mean = own.n > 0 ? estimateWeightedMean(own.values, own.weights, confidence) : null;
    const boxes = own.values.map((value) => topBoxes.includes(value));
    const share = topBoxes.length > 0 && isEnough(own) ? estimateWeightedProportion(boxes, own.weights, confidence) : null;
    return {
      ...own,
      mean: mean && isResult(mean) ? mean : null,
      share: share && isResult(share) ? share : null,
      plainShare: boxes.filter(Boolean).length / own.n,
    };
  });
  const sign = measures !== "attribute" && !highIsGood ? -1 : 1;
  const [best] = found
    .flatMap((own) => (own.mean && isEnough(own) ? [{ ...own, weightedMean: own.mean.mean }] : []))
    .sort((a, b) => sign * (b.weightedMean - a.weightedMean));
  const table: ResultTable = {
    caption: say("table_weighted_means"),
    head: heads("prototype", "n", "effective", "mean_weighted", "mean_plain", ...(topBoxes.length > 0 ? ["top_weighted", "top_plain"] : [])),
    rows: found.map(({ code, n, effectiveN, mean, share, values, plainShare }) => ({
      key: code,
      label: labelIn(data.prototypes, code),
      isLow: n > 0 && effectiveN < lowBase,
      cells: [
        cell("count", n),
        effectiveCell(effectiveN),
        cell("mean", mean?.mean ?? null, { n, bounds: mean?.interval ? { lower: mean.interval.lower, upper: mean.interval.upper } : null }),
        cell("mean", n > 0 ? plainMean(values) : null, { n }),
        ...(topBoxes.length > 0
          ? [
              cell("share", share?.share ?? null, { n, bounds: share ? { lower: share.interval.lower, upper: share.interval.upper } : null }),
              cell("share", n >= smallestBase ? plainShare : null, { n }),
            ]
          : []),
      ],
    })),
  };
  const words = trimmed(question.text);
  const isAlone = found.filter((own) => own.mean && isEnough(own)).length === 1;
  const shown =
    best && ((format: Format) => ({ weighted: showMean(format, best.weightedMean, best.n), plain: showMean(format, plainMean(best.values), best.n) }));
  return {
    key: question.key,
    text: question.text,
    title: best
      ? say(orSame(isAlone ? "weighted_mean_single" : "weighted_mean", shown!), shown, { question: words, prototype: labelIn(data.prototypes, best.code) })
      : say("weighted_too_few", {}, { question: words }),
    strength: null,
    n: found.reduce((sum, { n }) => sum + n, 0),
    chart: null,
    tables: [table],
    method: say("weighted_method"),
    notes: [],
  };
};

type Option = { value: string; label: LocalizedText };

const choiceFinding = (data: ReportData, weights: Weights, question: Question): QuestionFinding => {
  const options = (question.config as { options: Option[] }).options;
  const chosen = setsOf(valuesOf<string | string[]>(data, question.key), (value) => [value].flat());
  const rowsOf = (place: number) => [...chosen.keys()].filter((row) => chosen[row] !== undefined && data.rows.prototype[row] === place);
  // A question asked once per person stands beside no prototype.
  const places = [...data.prototypes.keys(), -1]
    .map((place) => {
      const rows = rowsOf(place);
      const own = rows.map((row) => weights.weightOf.get(data.rows.person[row]!) ?? 0);
      const label = place < 0 ? say("no_prototype") : plainText(data.prototypes[place]!.name);
      return { place, label, rows, own, n: rows.length, effectiveN: effectiveSampleSize(own) };
    })
    .filter(({ place, n }) => place >= 0 || n > 0);
  const cells = (option: string) =>
    places.map(({ rows, own, n, effectiveN }) => {
      const answers = rows.map((row) => chosen[row]!.has(option));
      const share = isEnough({ n, effectiveN }) ? estimateWeightedProportion(answers, own, 1 - data.trial.alpha) : null;
      return {
        weighted:
          share && isResult(share)
            ? cell("share", share.share, { n, bounds: { lower: share.interval.lower, upper: share.interval.upper } })
            : cell("share", null),
        plain: cell("share", n >= smallestBase ? answers.filter(Boolean).length / n : null, { n }),
      };
    });
  const found = options.map((option) => ({ option, cells: cells(option.value) }));
  const moved = found
    .flatMap(({ option, cells: own }) =>
      own.map(({ weighted, plain }, index) => ({ option, weighted: weighted.value, plain: plain.value, label: places[index]!.label })),
    )
    .flatMap((each) => (each.weighted === null || each.plain === null ? [] : [{ ...each, weighted: each.weighted, plain: each.plain }]))
    .sort((a, b) => Math.abs(b.weighted - b.plain) - Math.abs(a.weighted - a.plain))[0];
  const words = trimmed(question.text);
  const shown = moved && ((format: Format) => ({ weighted: format.percent(moved.weighted), plain: format.percent(moved.plain) }));
  return {
    key: question.key,
    text: question.text,
    title: moved
      ? say(orSame("weighted_share", shown!), shown, {
          question: words,
          option: moved.option.label,
          prototype: moved.label,
        })
      : say("weighted_too_few", {}, { question: words }),
    strength: null,
    n: places.reduce((sum, { n }) => sum + n, 0),
    chart: null,
    tables: [
      {
        caption: say("table_weighted_shares"),
        head: [
          ...heads("answer"),
          ...places.flatMap(({ label }) => [say("share_weighted_of", {}, { prototype: label }), say("share_plain_of", {}, { prototype: label })]),
        ],
        rows: [
          ...found.map(({ option, cells: own }) => ({
            key: option.value,
            label: option.label,
            isLow: places.some(({ n, effectiveN }) => n > 0 && effectiveN < lowBase),
            cells: own.flatMap(({ weighted, plain }) => [weighted, plain]),
          })),
          { key: "n", label: say("row_bases"), isLow: false, cells: places.flatMap(({ n, effectiveN }) => [effectiveCell(effectiveN), cell("count", n)]) },
        ],
      },
    ],
    method: say("weighted_method"),
    notes: [],
  };
};

type Of = Pick<ReportData, "trial">;

const labelOfValue = (data: Of, fact: string, value: string): LocalizedText =>
  factOf(fact, data.trial.source?.facts ?? []).values.find((each) => each.value === value)?.label ?? plainText(value);

/** Why there are no weighted numbers, in words that say what to do. */
const problemOf = (data: Of, found: Exclude<Weighed, Weights>): LocalizedText => {
  const label = "fact" in found ? factOf(found.fact, data.trial.source?.facts ?? []).label : plainText("");
  switch (found.kind) {
    case "empty":
      return say("weights_empty", {}, { fact: label, value: labelOfValue(data, found.fact, found.value) });
    case "unknown":
      return say("weights_unknown", {}, { fact: label });
    case "nobody":
      return say("weights_nobody");
  }
};

export const weightNotes = (found: Weights, cap: number | null): LocalizedText[] => [
  say(found.isConverged ? "weights_converged" : "weights_not_converged", (format) => ({
    count: found.rounds,
    gap: format.number(found.residualError * 100, 1),
  })),
  say("weights_range", (format) => ({ smallest: format.number(found.smallest, 2), largest: format.number(found.largest, 2) })),
  ...(cap !== null && found.trimmed > 0 ? [say("weights_trimmed", { count: found.trimmed, cap })] : []),
  ...(found.quality === "warning" ? [say("weights_warning", (format) => ({ efficiency: format.percent(found.efficiency) }))] : []),
  ...(found.margins.some(({ rows }) => rows.some(({ isThin }) => isThin)) ? [say("weights_thin", { low: lowBase })] : []),
];

const overview = (data: Of, found: Weighed, cap: number | null): QuestionFinding => {
  const base = { key: "weights", text: say("weights_text"), strength: null, chart: null } as const;
  if (found.kind !== "weights") return { ...base, title: problemOf(data, found), n: 0, tables: [], method: say("weights_none"), notes: [] };
  const { margins, people, effectiveN, efficiency, quality } = found;
  const numbers = (format: Format) => ({ people: format.number(people), effective: format.number(effectiveN, 1), efficiency: format.percent(efficiency) });
  return {
    ...base,
    title: say(quality === "refused" ? "weights_refused" : "weights_title", numbers),
    n: people,
    tables: margins.map(({ fact, rows }) => ({
      caption: factOf(fact, data.trial.source?.facts ?? []).label,
      head: heads("group", "target", "before", "after"),
      rows: rows.map(({ value, before, after, target }) => ({
        key: value,
        label: labelOfValue(data, fact, value),
        isLow: false,
        cells: [cell("share", target), cell("share", before), cell("share", after)],
      })),
    })),
    method: say("weights_method", numbers),
    notes: weightNotes(found, cap),
  };
};

const isChoice = ({ type }: Question): boolean => type === "single_choice" || type === "multiple_choice";

/** Nothing where no weights are wanted. Weights so uneven that few people would decide give no numbers. */
export const computeWeighted = async (ctx: Context, data: ReportData, draft: ReportDraft): Promise<QuestionsBlock[]> => {
  const { weighting } = draft;
  if (!weighting?.isUsed) return [];
  const found = await weighPeople(ctx, data.trial, draft.exclusions, weighting);
  const head = overview(data, found, weighting.cap);
  const hasNumbers = found.kind === "weights" && found.quality !== "refused";
  const questions = hasNumbers
    ? data.questions.flatMap((question) =>
        question.type === "rating" ? [ratingFinding(data, found, question)] : isChoice(question) ? [choiceFinding(data, found, question)] : [],
      )
    : [];
  return [{ block: "weighted", questions: [head, ...questions] }];
};

/** The same words on the page where the targets are entered. */
export const computeWeights = async (ctx: Context, trial: TrialFacts, { weighting, exclusions }: ReportDraft): Promise<QuestionFinding | null> =>
  weighting && overview({ trial }, await weighPeople(ctx, trial, exclusions, weighting), weighting.cap);
