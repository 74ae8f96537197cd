// What being too little or too much of something goes together with in liking, for every prototype and attribute.
import type { LocalizedText } from "~/core/locale";
import type { Question } from "~/features/questionnaires/questionnaire";
import {
  DEFAULT_PENALTY_SETTINGS,
  jarLevel,
  penaltyTable,
  type LikingByLevel,
  type PenaltyAnalysis,
  type PenaltySettings,
  type PenaltyTableRow,
} from "~/statistics/penalty";
import { LEVEL_CODES, poolPenalties, taken } from "~/statistics/penalty-model";
import { isResult } from "~/statistics/result";
import { firstAnswer } from "../../column";
import type { ReportData } from "../../data.server";
import { ratingConfigOf, ratingsThatMeasure } from "../../rating-analysis.server";
import { smallestBase } from "../../report";
import { inBoth } from "../../sentences.server";
import type { JarAttribute, JarCell, JustAboutRightBlock, PenaltySideResult, PooledPenaltyResult } from "./result";
import { jarTitle } from "./title.server";

type JarConfig = { points: 3 | 5; attribute: LocalizedText };
type Side = "low" | "high";

const attributeOf = ({ key, text, config }: Question): JarAttribute => {
  const { points, attribute } = config as JarConfig;
  return {
    key,
    text,
    points,
    tooLittle: inBoth((t, _format, pick) => t("reports.too_little", { attribute: pick(attribute) })),
    tooMuch: inBoth((t, _format, pick) => t("reports.too_much", { attribute: pick(attribute) })),
  };
};

const settingsOf = (alpha: number): PenaltySettings => ({ ...DEFAULT_PENALTY_SETTINGS, alpha, justAboutRight: 0 });

/** By row, where the answer falls; three and five points have their own middles. */
const levelsOf = (data: ReportData, { key, points }: JarAttribute): Uint8Array => {
  const column = data.columns.get(key)!;
  const levels = new Uint8Array(data.rows.count);
  if (column.kind !== "numbers") return levels;
  const known = column.answers.map((answer) => (Number.isNaN(answer) ? 0 : LEVEL_CODES[jarLevel(answer, (points + 1) / 2)]));
  for (let row = 0; row < levels.length; row += 1) levels[row] = known[column.codes[row]! - firstAnswer] ?? 0;
  return levels;
};

/** Liking of the people on each level of an attribute; without a question about liking only how many there are. */
const likingByLevel = (data: ReportData, levels: Uint8Array, liking: Float64Array | undefined, place: number): LikingByLevel => {
  const { prototype, perPrototype } = data.rows;
  const listOf = () => ({ values: new Float64Array(perPrototype[place] ?? 0), n: 0 });
  const lists = { low: listOf(), jar: listOf(), high: listOf() };
  const byCode = [null, lists.low, lists.jar, lists.high];
  for (let row = 0; row < levels.length; row += 1) {
    const list = byCode[levels[row]!];
    if (!list || prototype[row] !== place) continue;
    const liked = liking ? liking[row]! : 0;
    if (!Number.isNaN(liked)) list.values[list.n++] = liked;
  }
  const filled = ({ values, n }: ReturnType<typeof listOf>) => values.subarray(0, n);
  return { low: filled(lists.low), jar: filled(lists.jar), high: filled(lists.high) };
};

const sideOf = (analysis: PenaltyAnalysis, row: PenaltyTableRow, side: Side, hasLiking: boolean): PenaltySideResult => {
  const { n, share, mean, drop, weightedPenalty, test } = analysis[side];
  const adjustedP = row.adjustedP[side];
  const hasBase = analysis.n >= smallestBase;
  return {
    n,
    share: hasBase ? share : null,
    mean: hasLiking ? mean : null,
    drop: hasLiking ? drop : null,
    weightedPenalty: hasLiking && hasBase ? weightedPenalty : null,
    test:
      hasLiking && isResult(test) && adjustedP !== null
        ? { t: test.t, degreesOfFreedom: test.degreesOfFreedom, p: test.p, adjustedP, interval: { lower: test.interval.lower, upper: test.interval.upper } }
        : null,
    isFlagged: hasLiking && row.isFlagged[side],
  };
};

const emptySide: PenaltySideResult = { n: 0, share: null, mean: null, drop: null, weightedPenalty: null, test: null, isFlagged: false };

const cellOf = (row: PenaltyTableRow, hasLiking: boolean): JarCell => {
  const { attributeId: key, analysis } = row;
  if (!isResult(analysis)) {
    return { key, n: 0, justAboutRight: { n: 0, share: null, mean: null }, low: emptySide, high: emptySide, overallPenalty: null, netDirection: null };
  }
  const hasBase = analysis.n >= smallestBase;
  const { justAboutRight, netDirection } = analysis;
  return {
    key,
    n: analysis.n,
    justAboutRight: { n: justAboutRight.n, share: hasBase ? justAboutRight.share : null, mean: hasLiking ? justAboutRight.mean : null },
    low: sideOf(analysis, row, "low", hasLiking),
    high: sideOf(analysis, row, "high", hasLiking),
    overallPenalty: hasLiking ? analysis.overall.penalty : null,
    netDirection: hasBase ? netDirection : null,
  };
};

const poolAll = (data: ReportData, attributes: JarAttribute[], levels: Uint8Array[], liking: Float64Array): JustAboutRightBlock["pooled"] => {
  const { person, prototype } = data.rows;
  const found = new Int32Array(data.rows.count);
  let [n, people] = [0, 0];
  for (let row = 0; row < found.length; row += 1) {
    if (prototype[row]! < 0 || Number.isNaN(liking[row]!)) continue;
    found[n++] = row;
    people = Math.max(people, person[row]! + 1);
  }
  const rows = found.subarray(0, n);
  const fit = poolPenalties(
    {
      person: rows.map((row) => person[row]!),
      people,
      product: rows.map((row) => prototype[row]!),
      products: data.prototypes.length,
      liking: taken(liking, rows),
      levels: levels.map((column) => taken(column, rows)),
    },
    attributes.map(({ key }) => key),
  );
  if (!isResult(fit)) return null;
  const penalties = fit.penalties.flatMap(({ attributeId, side, n, estimate }): PooledPenaltyResult[] =>
    estimate.kind === "estimate" && n >= smallestBase
      ? [{ key: attributeId, side, n, penalty: estimate.penalty, standardError: estimate.standardError, p: estimate.p }]
      : [],
  );
  return penalties.length === 0 ? null : { n: fit.n, rowsLeftOut: fit.rowsLeftOut, degreesOfFreedom: fit.degreesOfFreedom, penalties };
};

const flaggedOf = (prototypes: JustAboutRightBlock["prototypes"]): JustAboutRightBlock["flagged"] =>
  prototypes
    .flatMap(({ code, cells }) =>
      cells.flatMap((cell) =>
        (["low", "high"] as const).filter((side) => cell[side].isFlagged).map((side) => ({ code, key: cell.key, side, cost: cell[side].weightedPenalty! })),
      ),
    )
    .sort((a, b) => b.cost - a.cost)
    .map(({ code, key, side }) => ({ code, key, side }));

export const computeJustAboutRight = (data: ReportData): JustAboutRightBlock | null => {
  const attributes = data.questions.filter(({ type }) => type === "just_about_right").map(attributeOf);
  if (attributes.length === 0) return null;
  const likingQuestion = ratingsThatMeasure(data, "overall_liking")[0];
  const liking = likingQuestion && data.numbers.get(likingQuestion.key);
  const levels = attributes.map((attribute) => levelsOf(data, attribute));
  const settings = settingsOf(data.trial.alpha);
  const prototypes = data.prototypes.map(({ code }, place) => {
    const table = penaltyTable(
      attributes.map(({ key }, index) => ({ attributeId: key, answers: likingByLevel(data, levels[index]!, liking, place) })),
      settings,
    );
    return { code, cells: table.map((row) => cellOf(row, liking !== undefined)) };
  });
  const scale = likingQuestion && ratingConfigOf(likingQuestion);
  const block: Omit<JustAboutRightBlock, "title"> = {
    block: "just_about_right",
    attributes,
    liking: likingQuestion && scale ? { key: likingQuestion.key, text: likingQuestion.text, min: scale.min, max: scale.max } : null,
    thresholds: { share: settings.shareThreshold, drop: settings.dropThreshold, alpha: settings.alpha },
    prototypes,
    pooled: liking ? poolAll(data, attributes, levels, liking) : null,
    flagged: flaggedOf(prototypes),
  };
  return { ...block, title: jarTitle(block, data.prototypes) };
};
