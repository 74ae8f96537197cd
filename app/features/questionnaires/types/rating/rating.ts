// A rating: one number of a range, each end said in words. Liking and purchase intent are ratings with standard wordings.
import { localized, type LocalizedText } from "~/core/locale";
import { both, isComplete, numberIn, type Preset, type QuestionType } from "../question-type";
import { cells, columns } from "./export";

export type RatingConfig = {
  preset: "custom" | "hedonic9" | "purchase_intent5";
  min: number;
  max: number;
  /** By code. Standard scales say every code, others at least the two ends. */
  labels: Record<string, LocalizedText>;
  highIsGood: boolean;
  topBoxes: number[];
  bottomBoxes: number[];
  measures: "overall_liking" | "purchase_intent" | "attribute";
};

/** The codes as they are shown: the best one on top. */
export const codesOf = ({ min, max, highIsGood }: Pick<RatingConfig, "min" | "max" | "highIsGood">): number[] => {
  const codes = Array.from({ length: Math.max(0, max - min + 1) }, (_, index) => min + index);
  return highIsGood ? codes.reverse() : codes;
};

const hedonic9: Preset<RatingConfig> = {
  id: "hedonic9",
  text: both("Overall, how much do you like or dislike {p}?", "Secara keseluruhan, seberapa suka atau tidak suka Anda terhadap {p}?"),
  config: {
    preset: "hedonic9",
    min: 1,
    max: 9,
    labels: {
      9: both("Like extremely", "Amat sangat suka"),
      8: both("Like very much", "Sangat suka"),
      7: both("Like moderately", "Suka"),
      6: both("Like slightly", "Agak suka"),
      5: both("Neither like nor dislike", "Netral"),
      4: both("Dislike slightly", "Agak tidak suka"),
      3: both("Dislike moderately", "Tidak suka"),
      2: both("Dislike very much", "Sangat tidak suka"),
      1: both("Dislike extremely", "Amat sangat tidak suka"),
    },
    highIsGood: true,
    topBoxes: [8, 9],
    bottomBoxes: [1, 2],
    measures: "overall_liking",
  },
};

const purchaseIntent5: Preset<RatingConfig> = {
  id: "purchase_intent5",
  text: both("If {p} were sold where you shop, would you buy it?", "Jika {p} dijual di tempat Anda biasa berbelanja, apakah Anda akan membelinya?"),
  config: {
    preset: "purchase_intent5",
    min: 1,
    max: 5,
    labels: {
      5: both("Definitely would buy", "Pasti akan membeli"),
      4: both("Probably would buy", "Kemungkinan besar akan membeli"),
      3: both("Might or might not buy", "Mungkin membeli, mungkin tidak"),
      2: both("Probably would not buy", "Kemungkinan besar tidak akan membeli"),
      1: both("Definitely would not buy", "Pasti tidak akan membeli"),
    },
    highIsGood: true,
    topBoxes: [4, 5],
    bottomBoxes: [1, 2],
    measures: "purchase_intent",
  },
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
  presets: [custom, hedonic9, purchaseIntent5],
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
};
