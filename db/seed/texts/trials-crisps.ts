// The cassava crisps trial, long over: two recipes per person, tasted at home in two waves, the second from a new kind of bag.
import type { DemoQuestion, DemoTrial } from "./types";

const questionnaire: readonly DemoQuestion[] = [
  {
    key: "overall",
    type: "hedonic9",
    section: { en: "Your overall impression", id: "Kesan keseluruhan" },
    text: { en: "Overall, how much do you like or dislike {p}?", id: "Secara keseluruhan, seberapa suka atau tidak suka Anda terhadap {p}?" },
    required: true,
  },
  {
    key: "purchase_intent",
    type: "pi5",
    text: {
      en: "If {p} were sold where you shop, at Rp12,000 a bag, would you buy it?",
      id: "Seandainya {p} dijual di tempat Anda berbelanja dengan harga Rp12.000 sebungkus, apakah Anda akan membelinya?",
    },
    required: true,
  },
  {
    key: "likes",
    type: "open",
    text: { en: "What, if anything, did you like about {p}?", id: "Apa yang Anda sukai dari {p}, jika ada?" },
    required: false,
    maxLength: 1000,
  },
  {
    key: "dislikes",
    type: "open",
    text: { en: "What, if anything, did you dislike about {p}?", id: "Apa yang tidak Anda sukai dari {p}, jika ada?" },
    required: false,
    maxLength: 1000,
  },
  {
    key: "saltiness",
    type: "jar5",
    attribute: { en: "salty", id: "asin" },
    section: { en: "Taste and bite", id: "Rasa dan kerenyahan" },
    text: { en: "How salty was {p}?", id: "Bagaimana rasa asin {p}?" },
    required: true,
  },
  {
    key: "crispness",
    type: "jar5",
    attribute: { en: "crisp", id: "renyah" },
    text: { en: "How crisp was {p}?", id: "Bagaimana kerenyahan {p}?" },
    required: true,
  },
  {
    key: "oiliness",
    type: "jar5",
    attribute: { en: "oily", id: "berminyak" },
    text: { en: "How oily was {p}?", id: "Seberapa berminyak {p}?" },
    required: true,
  },
  {
    key: "moment",
    type: "single",
    text: { en: "When would you most likely eat {p}?", id: "Kapan Anda paling mungkin memakan {p}?" },
    required: true,
    options: [
      { value: "guests", label: { en: "When guests come", id: "Saat ada tamu" } },
      { value: "work", label: { en: "While working or studying", id: "Sambil bekerja atau belajar" } },
      { value: "meal", label: { en: "With a meal", id: "Sebagai teman makan" } },
      { value: "travel", label: { en: "On the way", id: "Di perjalanan" } },
    ],
  },
];

export const crispsTrial: DemoTrial = {
  key: "cassava-less-salt",
  product: "cassava-crisps",
  prototypes: ["cassava-current", "cassava-less-salt"],
  state: "reported",
  design: "sequential_monadic",
  prototypesPerPerson: 2,
  places: 45,
  openedDaysAgo: 210,
  applyUntilDaysAgo: 201,
  fieldworkFromDaysAgo: 198,
  fieldworkUntilDaysAgo: 150,
  name: { en: "Cassava crisps with less salt", id: "Keripik singkong kurang garam" },
  summary: {
    en: "Taste two plain bags of cassava crisps at home, a day apart, and say what you think of each.",
    id: "Cicipi dua bungkus polos keripik singkong di rumah, selang sehari, lalu ceritakan pendapatmu tentang masing-masing.",
  },
  whatYouDo: [
    { en: "Day one: taste the first bag and answer eight questions.", id: "Hari pertama: cicipi bungkus pertama dan jawab delapan pertanyaan." },
    { en: "A day later: the same with the second bag.", id: "Sehari kemudian: lakukan hal yang sama dengan bungkus kedua." },
  ],
  whatYouReceive: {
    en: "Two plain bags of 100 g, and a shopping voucher of Rp40,000 after the second questionnaire, whatever your opinion was.",
    id: "Dua bungkus polos 100 gram, dan voucer belanja Rp40.000 setelah kuesioner kedua, apa pun pendapatmu.",
  },
  minutes: 8,
  confidentiality: {
    en: "One of the two recipes is not on sale yet. By taking part you agree not to pass it on and not to publish photographs or impressions of it until we announce the result in this community. You may of course talk about it with the people you live with, and with a doctor at any time. Your answers are shown to the product team only in groups, without your name.",
    id: "Salah satu dari kedua resep belum dijual. Dengan ikut serta, Anda menyetujui untuk tidak memberikannya kepada orang lain dan tidak memublikasikan foto maupun kesan tentangnya sampai kami mengumumkan hasilnya di komunitas ini. Anda tentu boleh membicarakannya dengan orang-orang serumah, dan kapan pun dengan dokter. Jawaban Anda hanya ditampilkan kepada tim produk dalam kelompok, tanpa nama Anda.",
  },
  objectives: [
    {
      en: "Learn whether the crisps with thirty per cent less salt are liked at least as well as today's.",
      id: "Mengetahui apakah keripik dengan garam tiga puluh persen lebih sedikit disukai setidaknya sama dengan keripik sekarang.",
    },
    {
      en: "See whether they stay as crisp in the thinner bag.",
      id: "Melihat apakah keripik tetap renyah di dalam kantong yang lebih tipis.",
    },
  ],
  actionStandards: [
    {
      id: "liked_as_current",
      level: "must",
      metric: "mean",
      question: "overall",
      prototype: "cassava-less-salt",
      against: { kind: "prototype", prototype: "cassava-current" },
      test: "at_least",
      words: { en: "It is liked at least as much as today's crisps.", id: "Disukai setidaknya sama dengan keripik sekarang." },
    },
    {
      id: "intent_60",
      level: "must",
      metric: "top_two_box",
      question: "purchase_intent",
      prototype: "cassava-less-salt",
      against: { kind: "value", value: 0.6 },
      test: "at_least",
      words: { en: "At least 60 % would definitely or probably buy it.", id: "Sedikitnya 60 % pasti atau kemungkinan besar akan membelinya." },
    },
    {
      id: "no_penalty",
      level: "should",
      metric: "jar_penalties",
      question: "overall",
      prototype: "cassava-less-salt",
      against: { kind: "value", value: 0 },
      test: "at_most",
      words: {
        en: "No attribute is too much or too little for 20 % or more and costs a full point of liking.",
        id: "Tidak ada sifat yang dirasa berlebihan atau kurang oleh 20 % atau lebih dan menurunkan kesukaan satu poin penuh.",
      },
    },
  ],
  screenerTitle: { en: "", id: "" },
  screener: [],
  questionnaireTitle: { en: "One bag of {p}", id: "Sebungkus {p}" },
  questionnaire,
};
