// The answer first: what was agreed before fieldwork to count as success, held against what was measured.
import type { ActionStandard } from "~/features/trials/trial";
import { evaluateActionStandard, requiredConfidence, type Measurement, type StandardLeaf, type StandardTest } from "~/statistics/action-standards";
import { estimateMean } from "~/statistics/means";
import { comparePairedProportions } from "~/statistics/paired-proportions";
import { compareIndependentProportions, estimateProportion } from "~/statistics/proportions";
import { isResult, notEnoughData, type Interval, type NotEnoughData } from "~/statistics/result";
import { pairedTest, welchTest } from "~/statistics/welch";
import type { ReportData } from "../../data.server";
import { columnsOf, pairAnswers, ratingConfigOf, type Answers as PrototypeAnswers, type RatingConfig } from "../../rating-analysis.server";
import { smallestBase } from "../../report";
import type { JustAboutRightBlock } from "../just-about-right/result";
import type { ActionStandardsBlock, JudgedStandard } from "./result";
import { standardSentences } from "./sentences.server";

type Answers = Omit<PrototypeAnswers, "code">;
export type Measured = Measurement & { shown?: { own: number; other: number } };

const testOf = ({ test, against, metric }: ActionStandard, alpha: number): StandardTest => {
  const value = against.kind === "value" ? against.value : 0;
  if (test === "at_most" || metric === "jar_penalties") return { kind: "point", comparison: "<=", value };
  const margin = against.kind === "prototype" ? against.margin : undefined;
  if (test === "not_inferior" && margin !== undefined) return { kind: "not-inferior", margin, alpha };
  if (test === "equivalent" && margin !== undefined) return { kind: "equivalent", margin, alpha };
  if (test === "superior" && against.kind === "prototype") return { kind: "superior", alpha, sided: 1 };
  if (test === "superior" || test === "at_least_surely") return { kind: "bound", comparison: ">=", value, alpha };
  return { kind: "point", comparison: ">=", value };
};

const measured = (n: number, estimate: number, interval?: Interval, shown?: Measured["shown"]): Measured => ({
  kind: "measured",
  n,
  estimate,
  interval,
  shown,
});
const average = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The difference own - other; turned round where better means lower. */
const compareMeans = (own: Answers, other: Answers, confidence: number, isTurned: boolean): Measured | NotEnoughData => {
  const both = pairAnswers(own, other);
  const isPaired = both.own.length >= smallestBase;
  const [a, b] = isPaired ? [both.own, both.other] : [own.values, other.values];
  const [first, second] = isTurned ? [b, a] : [a, b];
  const test = isPaired ? pairedTest(first, second, confidence) : welchTest(first, second, confidence);
  return isResult(test) ? measured(Math.min(a.length, b.length), test.difference, test.interval, { own: average(a), other: average(b) }) : test;
};

const compareShares = (own: Answers, other: Answers, boxes: readonly number[], confidence: number): Measured | NotEnoughData => {
  const isIn = (value: number) => boxes.includes(value);
  const both = pairAnswers(own, other);
  const isPaired = both.own.length >= smallestBase;
  const [a, b] = isPaired ? [both.own, both.other] : [own.values, other.values];
  const [x1, x2] = [a.filter(isIn).length, b.filter(isIn).length];
  const onlyOwn = both.own.filter((value, index) => isIn(value) && !isIn(both.other[index]!)).length;
  const onlyOther = both.own.filter((value, index) => !isIn(value) && isIn(both.other[index]!)).length;
  const test = isPaired
    ? comparePairedProportions(onlyOwn, onlyOther, both.own.length, confidence)
    : compareIndependentProportions(x1, a.length, x2, b.length, confidence);
  return isResult(test) ? measured(Math.min(a.length, b.length), test.difference, test.interval, { own: x1 / a.length, other: x2 / b.length }) : test;
};

const measureAlone = (own: Answers, standard: ActionStandard, config: RatingConfig, confidence: number): Measured | NotEnoughData => {
  const n = own.values.length;
  if (standard.metric === "mean") {
    const mean = estimateMean(own.values, confidence);
    return isResult(mean) ? measured(n, mean.mean, mean.interval ?? undefined) : mean;
  }
  const share = estimateProportion(own.values.filter((value) => config.topBoxes.includes(value)).length, n, confidence);
  return isResult(share) ? measured(n, share.share, share.interval) : share;
};

const countPenalties = (standard: ActionStandard, codeOf: (id: number) => string | undefined, jar: JustAboutRightBlock | null): Measured | NotEnoughData => {
  const countOf = (id: number) => {
    const entry = jar?.liking ? jar.prototypes.find(({ code }) => code === codeOf(id)) : undefined;
    return entry && { n: Math.min(...entry.cells.map(({ n }) => n)), count: jar!.flagged.filter(({ code }) => code === entry.code).length };
  };
  const own = countOf(standard.prototypeId);
  if (!own) return notEnoughData("no-observations", 0);
  if (standard.against.kind === "value") return measured(own.n, own.count);
  const other = countOf(standard.against.prototypeId);
  if (!other) return notEnoughData("no-observations", 0);
  return measured(Math.min(own.n, other.n), own.count - other.count, undefined, { own: own.count, other: other.count });
};

const measure = (data: ReportData, standard: ActionStandard, test: StandardTest, jar: JustAboutRightBlock | null): Measured | NotEnoughData => {
  const codeOf = (id: number) => data.prototypes.find((prototype) => prototype.id === id)?.code;
  if (standard.metric === "jar_penalties") return countPenalties(standard, codeOf, jar);
  const question = data.questions.find(({ key, type }) => key === standard.questionKey && type === "rating");
  if (!question) return notEnoughData("no-observations", 0);
  const config = ratingConfigOf(question);
  const columns = columnsOf(data, question.key);
  const of = (id: number): Answers => columns.find(({ code }) => code === codeOf(id)) ?? { people: new Int32Array(0), values: new Float64Array(0) };
  const confidence = requiredConfidence(test) ?? 1 - data.trial.alpha;
  const own = of(standard.prototypeId);
  if (standard.against.kind === "value") return measureAlone(own, standard, config, confidence);
  const other = of(standard.against.prototypeId);
  if (Math.min(own.values.length, other.values.length) < smallestBase)
    return notEnoughData("too-few-observations", Math.min(own.values.length, other.values.length));
  return standard.metric === "mean"
    ? compareMeans(own, other, confidence, (standard.test === "superior" || standard.test === "not_inferior") && !config.highIsGood)
    : compareShares(own, other, config.topBoxes, confidence);
};

/** Null decision where nothing was agreed; then the report says so and lets the findings speak. */
export const computeActionStandards = (data: ReportData, jar: JustAboutRightBlock | null): ActionStandardsBlock => {
  const { actionStandards, alpha } = data.trial;
  if (actionStandards.length === 0) return { block: "action_standards", decision: null, standards: [] };
  const evidence = new Map<string, Measured | NotEnoughData>();
  const leaves = actionStandards.map((standard): StandardLeaf => {
    const test = testOf(standard, alpha);
    evidence.set(standard.id, measure(data, standard, test, jar));
    return { kind: "leaf", id: standard.id, weight: standard.level, test };
  });
  const verdict = evaluateActionStandard({ kind: "all", rules: leaves }, evidence);
  const standards = actionStandards.map((standard): JudgedStandard => {
    const found = evidence.get(standard.id)!;
    const isMeasured = found.kind === "measured";
    return {
      id: standard.id,
      level: standard.level,
      outcome: verdict.leaves.find(({ id }) => id === standard.id)!.outcome,
      ...standardSentences(data, standard, found),
      n: found.n,
      estimate: isMeasured ? found.estimate : null,
      interval: isMeasured && found.interval ? { ...found.interval } : null,
    };
  });
  return { block: "action_standards", decision: verdict.decision, standards };
};
