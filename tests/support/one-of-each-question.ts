// One question of every type, long words and all, as somebody may be asked them in one questionnaire.
import { both } from "~/features/questionnaires/types/question-type";
import { emptyItems } from "~/features/questionnaires/types/ordered";
import { completeQuestion, options } from "./questionnaires";

const named = (...words: [string, string, string][]) => words.map(([value, en, id]) => ({ ...emptyItems(value)[0]!, value, label: both(en, id) }));

const four = named(
  ["scent", "Scent that stays until the evening", "Wangi yang bertahan sampai malam"],
  ["foam", "Foam", "Busa"],
  ["rinse", "Rinses with little water", "Hemat air saat dibilas"],
  ["price", "Price", "Harga"],
);

const chosen = (...values: string[]) => options(...values).map((option) => ({ ...option, label: both(`About ${option.value}`, `Tentang ${option.value}`) }));

export const oneOfEach = {
  welcome: completeQuestion(
    "information",
    { body: both("Answer as it really is.", "Jawablah apa adanya.") },
    { text: both("Before you begin", "Sebelum mulai") },
  ),
  agrees: completeQuestion("consent", { statement: both("Your answers are kept for a year.", "Jawaban Anda disimpan satu tahun.") }),
  liking: completeQuestion("rating", {}, { offers: ["prefer_not_to_say", "not_applicable", "dont_know"] }, "hedonic9"),
  nps: completeQuestion("rating", {}, {}, "nps11"),
  sweetness: completeQuestion("just_about_right", { attribute: both("sweet", "manis") }),
  grid: completeQuestion("matrix", { rows: four, points: 5 }),
  ends: completeQuestion("semantic_differential", {
    pairs: [{ value: "age", low: both("Old-fashioned", "Ketinggalan zaman"), high: both("Modern", "Kekinian") }],
  }),
  line: completeQuestion("slider", { low: both("Not at all", "Sama sekali tidak"), high: both("Completely", "Sepenuhnya") }),
  shop: completeQuestion("single_choice", { options: chosen("market", "online"), allowOther: true }),
  places: completeQuestion("multiple_choice", { options: chosen("kitchen", "bathroom"), allowOther: true }),
  words: completeQuestion("cata", { terms: four }),
  strong: completeQuestion("rata", { terms: four }),
  order: completeQuestion("ranking", { items: four }),
  pair: completeQuestion("paired_preference", {
    between: "words",
    sides: [
      { value: "left", label: both("The blue bottle", "Botol biru") },
      { value: "right", label: both("The green bottle", "Botol hijau") },
    ],
    allowsNone: true,
    asksStrength: true,
  }),
  best: completeQuestion("maxdiff", { items: [...four, ...named(["cap", "A cap for one hand", "Tutup satu tangan"])], perTask: 4, tasks: 4 }),
  feelings: completeQuestion("kano", { feature: both("a pump", "pompa"), asksImportance: true }),
  times: completeQuestion("number", { min: 0, max: 30, step: 1, unit: both("times a week", "kali seminggu") }),
  points: completeQuestion("constant_sum", { items: four }),
  prices: completeQuestion("price_sensitivity"),
  when: completeQuestion("date_time", { asks: "both" }),
  uses: completeQuestion("usage_log", { contexts: four, unit: both("ml", "ml"), asksProblem: true }),
  remark: completeQuestion("open_text", { minLength: 10 }, { required: true, text: both("What did you notice?", "Apa yang Anda perhatikan?") }),
  picture: completeQuestion("photo", { max: 1 }, { text: both("A photo of the bottle", "Foto botolnya") }),
  check: completeQuestion("attention"),
};
