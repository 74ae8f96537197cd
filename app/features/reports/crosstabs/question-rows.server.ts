// The rows of a crosstab: the mean and the boxes of a scale, each point of it, or each answer that could be chosen.
import type { LocalizedText } from "~/core/locale";
import type { Question } from "~/features/questionnaires/questionnaire";
import { labelsOf, type JustAboutRightConfig } from "~/features/questionnaires/types/just-about-right/just-about-right";
import { typeOf } from "~/features/questionnaires/types/registry";
import type { ReportPrototype } from "../report";
import { ratingConfigOf } from "../rating-analysis.server";
import { plainText, say } from "../result-parts.server";
import { inBoth } from "../sentences.server";
import { pointsOf } from "./banners.server";
import type { Answer, Tally } from "./tally";

export type RowSpec = { key: string; label: LocalizedText; kind: "mean" } | { key: string; label: LocalizedText; kind: "share"; codes: string[] };

const mostPoints = 11;

export const answerOf = ({ type, config }: Question, value: unknown): Answer => {
  const { asked } = typeOf(type);
  if (asked?.kind === "number") {
    const number = Number(asked.of(value));
    return Number.isFinite(number) ? { codes: [String(number)], number } : { codes: [], number: null };
  }
  return { codes: [...new Set(asked?.of(config, value) ?? [])], number: null };
};

const point = ({ value, label }: { value: string; label: LocalizedText }): RowSpec => ({ key: value, label, kind: "share", codes: [value] });

const scaleRows = (question: Question, found: readonly number[]): RowSpec[] => {
  if (question.type === "just_about_right")
    return labelsOf(question.config as JustAboutRightConfig).map((label, index) => point({ value: String(index + 1), label }));
  const mean: RowSpec = { key: "mean", label: say("head_mean"), kind: "mean" };
  const { topBoxes } = question.type === "rating" ? ratingConfigOf(question) : { topBoxes: [] };
  const boxes: RowSpec[] =
    topBoxes.length > 0
      ? [
          {
            key: "top",
            label: inBoth((t) => t("crosstabs.top_boxes", { boxes: topBoxes.join(", ") })),
            kind: "share",
            codes: topBoxes.map(String),
          },
        ]
      : [];
  // A scale has few points; typed amounts have a mean and nothing else.
  const points = pointsOf(question);
  const own = points.length > 0 ? points : found.length > mostPoints ? [] : found.map((value) => ({ value: String(value), label: plainText(String(value)) }));
  return [mean, ...boxes, ...own.sort((a, b) => Number(b.value) - Number(a.value)).map(point)];
};

/** What was answered without being listed, such as a prototype that was preferred, follows the listed answers. */
export const rowsOf = (question: Question, all: Tally, prototypes: readonly ReportPrototype[]): RowSpec[] => {
  const { asked } = typeOf(question.type);
  if (asked?.kind === "number") return scaleRows(question, [...new Set(all.numbers.map(({ value }) => value))]);
  const known = asked?.codes(question.config).map(({ value, label }) => ({ value, label })) ?? [];
  const others = [...all.perCode.keys()]
    .filter((code) => !known.some(({ value }) => value === code))
    .sort()
    .map((value) => ({ value, label: plainText(prototypes.find(({ code }) => code === value)?.name ?? value) }));
  return [...known, ...others].map(point);
};
