// The standard scales with their exact words in both languages. Other words would be another scale, so results could not be compared.
import type { LocalizedText } from "~/core/locale";
import { both, type Preset } from "../question-type";
import type { RatingConfig, RatingPreset } from "./rating";

type Words = readonly (readonly [en: string, id: string])[];
type Scale = {
  id: RatingPreset;
  text: LocalizedText;
  /** From the highest code down to the lowest; where only two are given they are the ends. */
  words: Words;
  max: number;
  min?: number;
  top: number[];
  bottom: number[];
  measures?: RatingConfig["measures"];
  display?: RatingConfig["display"];
  highIsGood?: boolean;
};

const scale = ({ id, text, words, max, min = 1, top, bottom, measures = "attribute", display, highIsGood = true }: Scale): Preset<RatingConfig> => ({
  id,
  text,
  config: {
    preset: id,
    min,
    max,
    labels: Object.fromEntries(words.map(([en, inIndonesian], index) => [words.length === 2 && index === 1 ? min : max - index, both(en, inIndonesian)])),
    highIsGood,
    topBoxes: top,
    bottomBoxes: bottom,
    measures,
    ...(display ? { display } : {}),
  },
});

const liking: Words = [
  ["Like extremely", "Amat sangat suka"],
  ["Like very much", "Sangat suka"],
  ["Like moderately", "Suka"],
  ["Like slightly", "Agak suka"],
  ["Neither like nor dislike", "Netral"],
  ["Dislike slightly", "Agak tidak suka"],
  ["Dislike moderately", "Tidak suka"],
  ["Dislike very much", "Sangat tidak suka"],
  ["Dislike extremely", "Amat sangat tidak suka"],
];
const overall = both("Overall, how much do you like or dislike {p}?", "Secara keseluruhan, seberapa suka atau tidak suka Anda terhadap {p}?");

export const agreement7: Words = [
  ["Strongly agree", "Sangat setuju"],
  ["Agree", "Setuju"],
  ["Somewhat agree", "Agak setuju"],
  ["Neither agree nor disagree", "Netral (tidak setuju maupun tidak menolak)"],
  ["Somewhat disagree", "Agak tidak setuju"],
  ["Disagree", "Tidak setuju"],
  ["Strongly disagree", "Sangat tidak setuju"],
];
export const agreement5: Words = agreement7.filter((_, index) => index !== 2 && index !== 4);

export const standardScales: readonly Preset<RatingConfig>[] = [
  scale({ id: "hedonic9", text: overall, words: liking, max: 9, top: [8, 9], bottom: [1, 2], measures: "overall_liking" }),
  scale({ id: "hedonic9_faces", text: overall, words: liking, max: 9, top: [8, 9], bottom: [1, 2], measures: "overall_liking", display: "faces" }),
  scale({ id: "hedonic7", text: overall, words: liking.slice(1, 8), max: 7, top: [6, 7], bottom: [1, 2], measures: "overall_liking" }),
  scale({
    id: "hedonic5",
    text: overall,
    words: [liking[1]!, liking[2]!, liking[4]!, liking[6]!, liking[7]!],
    max: 5,
    top: [4, 5],
    bottom: [1, 2],
    measures: "overall_liking",
  }),
  scale({
    id: "hedonic3_child",
    text: both("How do you like {p}?", "Bagaimana menurutmu {p}?"),
    words: [
      ["I like it", "Suka"],
      ["It is all right", "Biasa saja"],
      ["I do not like it", "Tidak suka"],
    ],
    max: 3,
    top: [3],
    bottom: [1],
    measures: "overall_liking",
    display: "faces",
  }),
  scale({
    id: "purchase_intent5",
    text: both("If {p} were sold where you shop, would you buy it?", "Jika {p} dijual di tempat Anda biasa berbelanja, apakah Anda akan membelinya?"),
    words: [
      ["Definitely would buy", "Pasti akan membeli"],
      ["Probably would buy", "Kemungkinan besar akan membeli"],
      ["Might or might not buy", "Mungkin membeli, mungkin tidak"],
      ["Probably would not buy", "Kemungkinan besar tidak akan membeli"],
      ["Definitely would not buy", "Pasti tidak akan membeli"],
    ],
    max: 5,
    top: [4, 5],
    bottom: [1, 2],
    measures: "purchase_intent",
  }),
  scale({
    id: "nps11",
    text: both(
      "How likely are you to recommend {p} to a friend or colleague?",
      "Seberapa besar kemungkinan Anda merekomendasikan {p} kepada teman atau kolega Anda?",
    ),
    words: [
      ["Extremely likely", "Sangat mungkin"],
      ["Not at all likely", "Sangat tidak mungkin"],
    ],
    min: 0,
    max: 10,
    top: [9, 10],
    bottom: [0, 1, 2, 3, 4, 5, 6],
    display: "row",
  }),
  scale({
    id: "csat5",
    text: both("Overall, how satisfied are you with {p}?", "Secara keseluruhan, seberapa puas Anda dengan {p}?"),
    words: [
      ["Very satisfied", "Sangat puas"],
      ["Satisfied", "Puas"],
      ["Neither satisfied nor dissatisfied", "Biasa saja"],
      ["Dissatisfied", "Tidak puas"],
      ["Very dissatisfied", "Sangat tidak puas"],
    ],
    max: 5,
    top: [4, 5],
    bottom: [1, 2],
  }),
  scale({
    id: "ces7",
    text: both("{p} made it easy for me to …", "{p} memudahkan saya untuk …"),
    words: agreement7,
    max: 7,
    top: [5, 6, 7],
    bottom: [1, 2, 3],
  }),
  scale({ id: "likert5", text: both("", ""), words: agreement5, max: 5, top: [4, 5], bottom: [1, 2] }),
  scale({ id: "likert7", text: both("", ""), words: agreement7, max: 7, top: [6, 7], bottom: [1, 2] }),
  scale({
    id: "value5",
    text: both("How would you judge the value for money of {p}?", "Bagaimana Anda menilai {p} dibandingkan dengan harganya?"),
    words: [
      ["Very good value", "Sangat sepadan"],
      ["Good value", "Sepadan"],
      ["Fair value", "Cukup sepadan"],
      ["Poor value", "Tidak sepadan"],
      ["Very poor value", "Sangat tidak sepadan"],
    ],
    max: 5,
    top: [4, 5],
    bottom: [1, 2],
  }),
  scale({
    id: "expect5",
    text: both("Compared with what you expected, {p} is …", "Dibandingkan dengan harapan Anda, {p} …"),
    words: [
      ["Much better than expected", "Jauh lebih baik dari harapan"],
      ["Somewhat better than expected", "Agak lebih baik dari harapan"],
      ["As expected", "Sesuai harapan"],
      ["Somewhat worse than expected", "Agak lebih buruk dari harapan"],
      ["Much worse than expected", "Jauh lebih buruk dari harapan"],
    ],
    max: 5,
    top: [4, 5],
    bottom: [1, 2],
  }),
  scale({
    id: "vs_own5",
    text: both("Compared with the product you usually use, {p} is …", "Dibandingkan dengan produk yang biasa Anda pakai, {p} …"),
    words: [
      ["Much better than my usual product", "Jauh lebih baik dari produk yang biasa saya pakai"],
      ["Somewhat better", "Agak lebih baik"],
      ["About the same", "Kurang lebih sama"],
      ["Somewhat worse", "Agak lebih buruk"],
      ["Much worse than my usual product", "Jauh lebih buruk dari produk yang biasa saya pakai"],
    ],
    max: 5,
    top: [4, 5],
    bottom: [1, 2],
  }),
  scale({
    id: "freq6",
    text: both("How often do you use products like this one?", "Seberapa sering Anda memakai produk seperti ini?"),
    words: [
      ["Daily", "Setiap hari"],
      ["Several times a week", "Beberapa kali seminggu"],
      ["Once a week", "Seminggu sekali"],
      ["One to three times a month", "Satu sampai tiga kali sebulan"],
      ["Less than once a month", "Kurang dari sekali sebulan"],
      ["Never", "Tidak pernah"],
    ],
    max: 6,
    top: [5, 6],
    bottom: [1, 2],
  }),
];
