// A way to begin an empty questionnaire: standard questions in their usual order, liking before attributes, attributes before buying.
import type { Question } from "./questionnaire";
import { both } from "./types/question-type";
import { newQuestion, type QuestionTypeName } from "./types/registry";

type Written = Question & { type: QuestionTypeName };

const evaluation = (): Written[] => {
  const justAboutRight = (key: string, en: string, id: string): Written => ({
    key,
    ...newQuestion("just_about_right"),
    config: { points: 5, attribute: both(en, id) },
  });
  return [
    { key: "liking", ...newQuestion("rating", "hedonic9"), section: both("First impression", "Kesan pertama") },
    { ...justAboutRight("scent_jar", "fragrant", "wangi"), section: both("In detail", "Lebih rinci") },
    justAboutRight("thickness_jar", "thick", "kental"),
    { key: "likes", ...newQuestion("open_text", "likes"), section: both("In your own words", "Dengan kata-kata Anda") },
    { key: "dislikes", ...newQuestion("open_text", "dislikes") },
    { key: "purchase_intent", ...newQuestion("rating", "purchase_intent5"), section: both("Buying", "Pembelian") },
  ];
};

const screener = (): Written[] => [
  {
    key: "recent_tests",
    ...newQuestion("single_choice"),
    text: both("Did you take part in a product test in the last three months?", "Apakah dalam tiga bulan terakhir Anda ikut uji coba produk?"),
    config: {
      options: [
        { value: "no", label: both("No", "Tidak"), screening: "qualify" },
        { value: "yes", label: both("Yes", "Ya"), screening: "disqualify" },
      ],
      allowOther: false,
    },
  },
  {
    key: "trade",
    ...newQuestion("multiple_choice"),
    text: both("Does anybody in your household work in one of these fields?", "Apakah ada anggota rumah tangga Anda yang bekerja di bidang berikut?"),
    config: {
      options: [
        { value: "research", label: both("Market research", "Riset pasar"), screening: "disqualify" },
        { value: "advertising", label: both("Advertising or journalism", "Periklanan atau jurnalistik"), screening: "disqualify" },
        { value: "maker", label: both("Making or selling products like this one", "Pembuatan atau penjualan produk sejenis"), screening: "disqualify" },
        { value: "health_care", label: both("Health care", "Layanan kesehatan"), screening: "neutral" },
        { value: "none", label: both("None of these", "Tidak ada di antaranya"), screening: "neutral", exclusive: true },
      ],
    },
  },
  {
    key: "willing",
    ...newQuestion("single_choice"),
    text: both(
      "Will you use the product only as described and answer the questions in time?",
      "Bersediakah Anda memakai produk ini hanya sesuai petunjuk dan menjawab pertanyaan tepat waktu?",
    ),
    config: {
      options: [
        { value: "yes", label: both("Yes", "Ya, bersedia"), screening: "qualify" },
        { value: "no", label: both("No", "Tidak"), screening: "disqualify" },
      ],
      allowOther: false,
    },
  },
];

export const templateFor = (kind: "screener" | "evaluation"): Written[] => (kind === "screener" ? screener() : evaluation());
