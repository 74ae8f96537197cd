// A crosstab in words: one sentence about what it shows, and how it was made.
import type { LocalizedText } from "~/core/locale";
import type { Format } from "~/i18n/format";
import type { TranslationKey } from "~/i18n/keys";
import { adjustPValues } from "~/statistics/adjust";
import { strengthOf, type Strength } from "~/statistics/strength";
import type { Question } from "~/features/questionnaires/questionnaire";
import { typeOf } from "~/features/questionnaires/types/registry";
import { lowBase, smallestBase, smallestGroup, type ReportPrototype } from "../report";
import { ratingConfigOf } from "../rating-analysis.server";
import { nameIn, plainText, strongest, trimmed } from "../result-parts.server";
import { inBoth } from "../sentences.server";
import type { Crosstab, CrosstabSpec } from "./crosstab";
import type { WeightsState } from "./load-study.server";
import type { Evidence, MadeCrosstab } from "./make-crosstabs.server";

type Values = Record<string, string | number>;

export const sayCrosstab = (key: string, values: Values | ((format: Format) => Values) = {}, texts: Record<string, LocalizedText> = {}): LocalizedText =>
  inBoth((t, format, pick) =>
    t(`crosstabs.${key}` as TranslationKey, {
      ...(typeof values === "function" ? values(format) : values),
      ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, pick(text)])),
    }),
  );

const listOf = (texts: readonly LocalizedText[]): LocalizedText => inBoth((_t, format, pick) => format.list(texts.map(pick)));

type Judged = Evidence & { adjustedP: number; strength: Strength };

/** A sentence chooses the surest of all comparisons, so all of them are its family, however the letters are adjusted. Of a scale only the means speak. */
export const judge = (evidence: readonly Evidence[], question: Question, alpha: number): Judged[] => {
  const means = evidence.filter(({ row }) => row.kind === "mean");
  const chosen = means.length > 0 ? means : evidence;
  const adjusted = adjustPValues(
    chosen.map(({ pair }) => pair.p),
    "holm",
  );
  const asked = typeOf(question.type).asked;
  return chosen.map((own, index) => {
    const { pair, n, row } = own;
    const range = asked?.kind === "number" ? asked.range(question.config) : null;
    const hasRange = range !== null && range.max > range.min;
    const halfWidth = (pair.interval.upper - pair.interval.lower) / 2;
    const adjustedP = adjusted[index]!;
    const strength =
      row.kind === "mean"
        ? strengthOf({
            adjustedP,
            alpha,
            n,
            halfWidth: hasRange ? halfWidth : null,
            scale: hasRange ? { kind: "points", minimum: range.min, maximum: range.max } : { kind: "share" },
          })
        : strengthOf({ adjustedP, alpha, n, halfWidth, scale: { kind: "share" } });
    return { ...own, adjustedP, strength };
  });
};

type Sentence = { title: LocalizedText; strength: Strength | null; compared: number };
type Told = { question: Question; prototypes: readonly ReportPrototype[]; by: readonly LocalizedText[]; alpha: number };

const topicOf = ({ question, prototypes }: Told, about: string | null): LocalizedText =>
  about === null ? trimmed(question.text) : sayCrosstab("topic", { prototype: nameIn(prototypes, about) }, { question: trimmed(question.text) });

const isLiking = (question: Question): boolean => {
  if (question.type !== "rating") return false;
  const { measures, highIsGood } = ratingConfigOf(question);
  return measures === "overall_liking" && highIsGood;
};

const differenceTitle = (told: Told, about: string | null, { row, point, pair, strength }: Judged): LocalizedText => {
  const [above, below] = pair.difference > 0 ? [pair.first, pair.second] : [pair.second, pair.first];
  const isByPrototype = point.kind === "paired" || point.kind === "prototypes";
  const texts = { group: point.columns[above]!.label, other: point.columns[below]!.label, by: point.label, topic: topicOf(told, isByPrototype ? null : about) };
  if (row.kind === "share") return sayCrosstab(`finding_share_${strength}`, {}, { ...texts, answer: row.label });
  if (!isLiking(told.question)) return sayCrosstab(`finding_mean_${strength}`, {}, texts);
  if (isByPrototype) return sayCrosstab(`finding_liking_prototypes_${strength}`, {}, texts);
  return about === null
    ? sayCrosstab(`finding_mean_${strength}`, {}, texts)
    : sayCrosstab(`finding_liking_${strength}`, { prototype: nameIn(told.prototypes, about) }, texts);
};

export const sentenceOf = (told: Told, made: readonly MadeCrosstab[]): Sentence => {
  const about = made.length === 1 ? made[0]!.table.about : (made.find(({ table }) => table.about !== null)?.table.about ?? null);
  const texts = { topic: topicOf(told, about), by: listOf(told.by) };
  const shown = made.filter(({ table }) => table.state === "shown");
  if (shown.length === 0) {
    const isTold = made.some(({ table }) => table.state === "too_small");
    return { title: sayCrosstab(isTold ? "finding_too_small" : "finding_nobody", {}, texts), strength: null, compared: 0 };
  }
  const judged = judge(
    shown.flatMap(({ evidence }) => evidence),
    told.question,
    told.alpha,
  );
  const compared = judged.length;
  const [foremost] = judged
    .filter(({ strength }) => strength === "clearly" || strength === "probably")
    .sort((a, b) => a.adjustedP - b.adjustedP || a.pair.p - b.pair.p || Math.abs(b.pair.difference) - Math.abs(a.pair.difference));
  if (foremost) return { title: differenceTitle(told, about, foremost), strength: foremost.strength, compared };
  const canBeCompared = shown.some(({ table }) => table.points.some(({ kind }) => kind !== "overlapping"));
  if (!canBeCompared) return { title: sayCrosstab("finding_counted", {}, texts), strength: null, compared };
  const strength = strongest(judged.map((each) => each.strength)) ?? "cannot-tell";
  return { title: sayCrosstab(strength === "no-difference-shown" ? "finding_none" : "finding_cannot_tell", {}, texts), strength, compared };
};

type Made = { spec: Pick<CrosstabSpec, "adjustment" | "isWeighted">; wantsWeights: boolean; weights: WeightsState; alpha: number; leftOut: number };

const testNotes = (points: Crosstab["points"], isWeighted: boolean): LocalizedText[] => {
  const suffix = isWeighted ? "_weighted" : "";
  const has = (...kinds: string[]) => points.some(({ kind }) => kinds.includes(kind));
  return [
    ...(has("groups", "prototypes") ? [sayCrosstab(`note_groups${suffix}`)] : []),
    ...(has("paired") ? [sayCrosstab(`note_paired${suffix}`)] : []),
    ...points.filter(({ kind }) => kind === "overlapping").map(({ label }) => sayCrosstab("note_overlapping", {}, { by: label })),
  ];
};

/** In the order in which a reader needs them: what letters mean, by which tests, what is weighted, what is hidden, who counts. */
export const notesOf = (tables: readonly Crosstab[], { spec, wantsWeights, weights, alpha, leftOut }: Made): LocalizedText[] => {
  const points = tables.flatMap((table) => table.points);
  const bases = tables.flatMap((table) => [table.total, ...table.points.flatMap(({ columns }) => columns)]);
  const canBeCompared = points.some(({ kind }) => kind !== "overlapping");
  return [
    ...(canBeCompared
      ? [
          sayCrosstab("note_letters", (format) => ({ alpha: format.number(alpha, 2), wide: format.number(Math.max(0.1, alpha), 2) })),
          sayCrosstab(`note_${spec.adjustment}`),
        ]
      : []),
    ...testNotes(points, spec.isWeighted),
    ...(spec.isWeighted ? [sayCrosstab("note_weighted")] : []),
    ...(wantsWeights && weights === "refused" ? [sayCrosstab("note_refused")] : []),
    ...(wantsWeights && (weights === "failed" || weights === "none") ? [sayCrosstab("note_failed")] : []),
    ...points.filter(({ hidden }) => hidden > 0).map(({ label, hidden }) => sayCrosstab("note_hidden", { count: hidden, group: smallestGroup }, { by: label })),
    ...(bases.some(({ isLow }) => isLow) ? [sayCrosstab("note_bases", { low: lowBase, smallest: smallestBase })] : []),
    ...(leftOut > 0 ? [sayCrosstab("note_left_out", { count: leftOut })] : []),
  ];
};

export const columnLabel = ({ label, letter, isLow }: { label: LocalizedText; letter: string; isLow: boolean }): LocalizedText =>
  letter === ""
    ? sayCrosstab(isLow ? "column_plain_low" : "column_plain", {}, { label })
    : sayCrosstab(isLow ? "column_low" : "column", {}, { label, letter: plainText(letter) });
