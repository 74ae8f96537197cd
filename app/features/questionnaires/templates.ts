// A way to begin an empty questionnaire: standard questions in their usual order, liking before attributes, attributes before buying.
import type { Question } from "./questionnaire";
import { both } from "./types/question-type";
import { newQuestion, type QuestionTypeName } from "./types/registry";

type Written = Question & { type: QuestionTypeName };

const items = (words: readonly (readonly [value: string, en: string, id: string])[]) =>
  words.map(([value, en, inIndonesian]) => ({ value, label: both(en, inIndonesian) }));

const justAboutRight = (key: string, en: string, inIndonesian: string): Written => ({
  key,
  ...newQuestion("just_about_right"),
  config: { points: 5, attribute: both(en, inIndonesian) },
});

const rated = (key: string, en: string, inIndonesian: string): Written => {
  const fresh = newQuestion("rating", "hedonic9");
  return { key, ...fresh, text: both(en, inIndonesian), config: { ...(fresh.config as object), measures: "attribute" } };
};

const liking = (): Written => ({ key: "liking", ...newQuestion("rating", "hedonic9"), section: both("First impression", "Kesan pertama") });
const ownWords = (): Written[] => [
  { key: "likes", ...newQuestion("open_text", "likes"), section: both("In your own words", "Dengan kata-kata Anda") },
  { key: "dislikes", ...newQuestion("open_text", "dislikes") },
];
const describing = (words: Parameters<typeof items>[0]): Written => ({
  key: "describes",
  ...newQuestion("cata"),
  config: { terms: items(words), allowsNone: true, order: "random" },
  section: both("In words", "Dalam kata-kata"),
});
const buying = (): Written[] => [
  { key: "purchase_intent", ...newQuestion("rating", "purchase_intent5"), section: both("Buying", "Pembelian") },
  { key: "value", ...newQuestion("rating", "value5") },
];
const skin = (): Written => ({
  key: "skin_reaction",
  ...newQuestion("single_choice"),
  text: both("Did your skin react to {p}?", "Apakah kulit Anda bereaksi terhadap {p}?"),
  required: false,
  dataClass: "health",
  config: {
    options: items([
      ["no", "No", "Tidak"],
      ["slightly", "Slightly", "Sedikit"],
      ["clearly", "Clearly", "Jelas terasa"],
    ]).map((option) => ({ ...option, screening: "neutral" })),
    allowOther: false,
  },
});
const skinDetail = (): Written => ({
  key: "skin_detail",
  ...newQuestion("open_text"),
  text: both("What happened, and after how long?", "Apa yang terjadi, dan setelah berapa lama?"),
  required: false,
  dataClass: "health",
  showIf: { question: "skin_reaction", is: "any_of", codes: ["slightly", "clearly"] },
});
const whyNot = (): Written => ({
  key: "why_not",
  ...newQuestion("open_text"),
  text: both("You answered “{answer:purchase_intent}”. What would have to change?", "Anda menjawab “{answer:purchase_intent}”. Apa yang perlu diubah?"),
  showIf: { question: "purchase_intent", is: "at_most", number: 3 },
});

const drink = [
  ["sweet", "Sweet", "Manis"],
  ["sour", "Sour", "Asam"],
  ["fresh", "Fresh", "Segar"],
  ["watery", "Watery", "Encer"],
  ["artificial", "Artificial", "Terasa buatan"],
  ["natural", "Natural", "Alami"],
  ["bitter", "Bitter", "Pahit"],
  ["fruity", "Fruity", "Rasa buah"],
] as const;
const bite = [
  ["crispy", "Crispy", "Renyah"],
  ["salty", "Salty", "Asin"],
  ["savoury", "Savoury", "Gurih"],
  ["oily", "Oily", "Berminyak"],
  ["spicy", "Spicy", "Pedas"],
  ["stale", "Stale", "Apek"],
  ["light", "Light", "Ringan"],
  ["moreish", "Hard to stop eating", "Bikin nagih"],
] as const;

/** Ways to begin an evaluation, by kind of product. */
const evaluations = {
  /** What fits any product that is used at home. */
  standard: () => [
    liking(),
    { ...justAboutRight("scent_jar", "fragrant", "wangi"), section: both("In detail", "Lebih rinci") },
    justAboutRight("thickness_jar", "thick", "kental"),
    ...ownWords(),
    { key: "purchase_intent", ...newQuestion("rating", "purchase_intent5"), section: both("Buying", "Pembelian") },
  ],
  juice: () => [
    liking(),
    { ...justAboutRight("sweet_jar", "sweet", "manis"), section: both("In detail", "Lebih rinci") },
    justAboutRight("sour_jar", "sour", "asam"),
    justAboutRight("thick_jar", "thick", "kental"),
    describing(drink),
    ...ownWords(),
    ...buying(),
    whyNot(),
  ],
  snack: () => [
    liking(),
    {
      ...rated("crunch_liking", "How much do you like the crunch of {p}?", "Seberapa suka Anda terhadap kerenyahan {p}?"),
      section: both("In detail", "Lebih rinci"),
    },
    justAboutRight("salty_jar", "salty", "asin"),
    justAboutRight("spicy_jar", "spicy", "pedas"),
    describing(bite),
    ...ownWords(),
    ...buying(),
    whyNot(),
  ],
  shampoo: () => [
    liking(),
    { ...justAboutRight("scent_jar", "fragrant", "wangi"), section: both("In detail", "Lebih rinci") },
    justAboutRight("thick_jar", "thick", "kental"),
    rated("rinse_liking", "How much do you like how {p} rinses out?", "Seberapa suka Anda terhadap mudahnya membilas {p}?"),
    rated("after_liking", "How much do you like how your hair feels afterwards?", "Seberapa suka Anda terhadap rasa rambut Anda sesudahnya?"),
    skin(),
    skinDetail(),
    ...ownWords(),
    ...buying(),
    whyNot(),
  ],
  detergent: () => [
    liking(),
    { ...justAboutRight("scent_jar", "fragrant", "wangi"), section: both("In detail", "Lebih rinci") },
    justAboutRight("foam_jar", "foamy", "berbusa"),
    {
      key: "cleaning",
      ...newQuestion("matrix", "matrix5"),
      text: both("How much do you agree with each sentence about {p}?", "Seberapa setuju Anda dengan setiap kalimat tentang {p}?"),
      config: {
        ...(newQuestion("matrix", "matrix5").config as object),
        rows: [
          { value: "stains", label: both("It removes stains.", "Noda hilang.") },
          { value: "colours", label: both("It keeps colours bright.", "Warna tetap cerah.") },
          { value: "rinse", label: both("It rinses out easily.", "Mudah dibilas.") },
          { value: "hands", label: both("It dries out my hands.", "Membuat tangan saya kering."), reverse: true },
        ],
      },
    },
    skin(),
    skinDetail(),
    ...ownWords(),
    ...buying(),
    whyNot(),
  ],
  baby_wipes: () => [
    liking(),
    { ...justAboutRight("moist_jar", "moist", "basah"), section: both("In detail", "Lebih rinci") },
    justAboutRight("thick_jar", "thick", "tebal"),
    justAboutRight("scent_jar", "fragrant", "wangi"),
    rated("soft_liking", "How much do you like the softness of {p}?", "Seberapa suka Anda terhadap kelembutan {p}?"),
    {
      key: "uses",
      ...newQuestion("usage_log"),
      config: {
        maxRows: 5,
        unit: both("wipes", "lembar"),
        contexts: items([
          ["diaper", "Changing a diaper", "Mengganti popok"],
          ["hands", "Hands and face", "Tangan dan wajah"],
          ["travel", "On the way", "Di perjalanan"],
        ]),
        asksProblem: true,
      },
    },
    { ...skin(), text: both("Did your child's skin react to {p}?", "Apakah kulit anak Anda bereaksi terhadap {p}?") },
    skinDetail(),
    ...ownWords(),
    ...buying(),
    whyNot(),
  ],
  app_feature: () => [
    { key: "satisfaction", ...newQuestion("rating", "csat5"), section: both("First impression", "Kesan pertama") },
    {
      key: "ease",
      ...newQuestion("rating", "ces7"),
      text: both("{p} made it easy for me to get done what I wanted.", "{p} memudahkan saya menyelesaikan keperluan saya."),
    },
    { key: "expectation", ...newQuestion("rating", "expect5") },
    ...ownWords(),
    { key: "recommend", ...newQuestion("rating", "nps11"), section: both("All in all", "Secara keseluruhan") },
    {
      key: "recommend_why",
      ...newQuestion("open_text"),
      text: both("You gave {answer:recommend}. What is the main reason?", "Anda memberi {answer:recommend}. Apa alasan utamanya?"),
    },
  ],
  /** Two prototypes held against each other: the preference first and directly, then its reasons. */
  pair: () => [
    {
      key: "preferred",
      ...newQuestion("paired_preference", "paired_samples"),
      config: { ...(newQuestion("paired_preference", "paired_samples").config as object), asksStrength: true },
      section: both("Your choice", "Pilihan Anda"),
    },
    { key: "why", ...newQuestion("open_text"), text: both("What is the main reason?", "Apa alasan utamanya?") },
    {
      key: "would_buy",
      ...newQuestion("paired_preference", "paired_samples"),
      text: both(
        "If {p} were sold at the same price, which one would you rather buy?",
        "Jika {p} dijual dengan harga yang sama, mana yang lebih ingin Anda beli?",
      ),
      section: both("Buying", "Pembelian"),
    },
    {
      key: "dislikes",
      ...newQuestion("open_text", "dislikes"),
      section: both("In your own words", "Dengan kata-kata Anda"),
    },
  ],
} as const satisfies Record<string, () => Written[]>;

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

export type TemplateName = keyof typeof evaluations | "screener";

const templates: Record<TemplateName, () => Written[]> = { ...evaluations, screener };

/** What asks about one product makes no sense for a pair, and the other way round. */
export const templatesFor = (kind: "screener" | "evaluation", isPaired = false): TemplateName[] =>
  kind === "screener" ? ["screener"] : (Object.keys(evaluations) as (keyof typeof evaluations)[]).filter((name) => (name === "pair") === isPaired);

export const questionsOfTemplate = (name: TemplateName): Written[] => templates[name]();
