// A rating: one number of a range, each end said in words. Liking and purchase intent are ratings with standard wordings.
import { localized, type LocalizedText } from "~/core/locale";
import { both, isComplete, numberIn, type Preset, type QuestionType } from "../question-type";
import { cells, columns } from "./export";
import { standardScales } from "./scales";

export const ratingPresets = [
  "custom",
  "hedonic9",
  "hedonic9_faces",
  "hedonic7",
  "hedonic5",
  "hedonic3_child",
  "purchase_intent5",
  "nps11",
  "csat5",
  "ces7",
  "likert5",
  "likert7",
  "value5",
  "expect5",
  "vs_own5",
  "freq6",
] as const;
export type RatingPreset = (typeof ratingPresets)[number];

export type RatingConfig = {
  preset: RatingPreset;
  min: number;
  max: number;
  /** By code. Standard scales say every code, others at least the two ends. */
  labels: Record<string, LocalizedText>;
  highIsGood: boolean;
  topBoxes: number[];
  bottomBoxes: number[];
  measures: "overall_liking" | "purchase_intent" | "attribute";
  /** A list of words where nothing is said; faces beside the words, or a row of numbers between two ends. */
  display?: "faces" | "row";
};

/** The codes as they are shown: the best one on top. */
export const codesOf = ({ min, max, highIsGood }: Pick<RatingConfig, "min" | "max" | "highIsGood">): number[] => {
  const codes = Array.from({ length: Math.max(0, max - min + 1) }, (_, index) => min + index);
  return highIsGood ? codes.reverse() : codes;
};

const custom: Preset<RatingConfig> = {
  id: "custom",
  text: both("", ""),
  config: {
    preset: "custom",
    min: 1,
    max: 7,
    labels: { 1: both("", ""), 7: both("", "") },
    highIsGood: true,
    topBoxes: [6, 7],
    bottomBoxes: [1, 2],
    measures: "attribute",
  },
};

export const rating: QuestionType<RatingConfig, number> = {
  group: "scales",
  presets: [custom, ...standardScales],
  seconds: 9,
  texts: ({ labels, min, max }) => {
    const inRange = Object.entries(labels).filter(([code]) => Number(code) >= min && Number(code) <= max);
    // The two ends are needed; a code between them may stay without words, but not be said in one language only.
    return inRange.filter(([code, label]) => Number(code) === min || Number(code) === max || label.en || label.id).map(([, label]) => label);
  },
  problems: ({ min, max, labels, topBoxes, bottomBoxes }) => [
    ...(min < max ? [] : (["range_upside_down"] as const)),
    ...([min, max].every((end) => labels[end] && isComplete(labels[end])) ? [] : (["no_ends"] as const)),
    ...([...topBoxes, ...bottomBoxes].every((code) => code >= min && code <= max) && !topBoxes.some((code) => bottomBoxes.includes(code))
      ? []
      : (["boxes_outside"] as const)),
  ],
  read: numberIn,
  describe: ({ labels }, value, locale) => {
    const label = localized(labels[value], locale);
    return label ? `${label} (${value})` : String(value);
  },
  columns,
  cells,
  asked: { kind: "number", of: (value) => value, range: ({ min, max }) => ({ min, max }) },
};
