// What was written about the cassava crisps: the words over the report, segments, decisions, and what members read in the end.
import type { LocalizedText } from "../../../app/core/locale";
import type { Condition } from "../../../app/features/reports/segments/segment";
import type { DemoChange, DemoDecision } from "./types";

type Over = { headline: LocalizedText; summary: LocalizedText };

export const crispsReport: Over = {
  headline: {
    en: "Less salt is liked more, but the thinner bag lets the crisps go soft",
    id: "Kurang garam lebih disukai, tetapi kantong yang lebih tipis membuat keripik melempem",
  },
  summary: {
    en: "44 members tasted the crisps at home, 22 from the usual bag and 22 from a thinner one. For many, today's crisps are too salty. What went wrong was the second wave, where the crisps were often soft.",
    id: "44 anggota mencicipi keripiknya di rumah, 22 orang dari kantong biasa dan 22 orang dari kantong yang lebih tipis. Bagi banyak orang, keripik sekarang terlalu asin. Masalahnya muncul di gelombang kedua, saat keripik sering sudah melempem.",
  },
};

/** The second version says what the first did, weighted to the population. */
export const crispsReportWeighted: Over = {
  headline: crispsReport.headline,
  summary: {
    en: `${crispsReport.summary.en} Men were few among those who took part, so this version also shows the numbers as they would be with as many men as women.`,
    id: `${crispsReport.summary.id} Pesertanya sedikit laki-laki, jadi versi ini juga menampilkan angka seandainya laki-laki sama banyak dengan perempuan.`,
  },
};

/** As the population of the cities is, in percent. */
export const crispsTargets = [{ fact: "sex", shares: { female: 50, male: 50 } as Record<string, number> }];

export const crispsSegments: readonly { name: string; only: readonly Pick<Condition, "kind" | "of" | "values">[] }[] = [
  { name: "Perempuan", only: [{ kind: "fact", of: "sex", values: ["female"] }] },
  { name: "Ada anak di bawah tiga tahun", only: [{ kind: "fact", of: "children_under_3", values: ["yes"] }] },
  { name: "Kantong tipis (gelombang kedua)", only: [{ kind: "wave", of: "", values: ["2"] }] },
];

export const crispsDecisions: readonly (DemoDecision & { key: string })[] = [
  {
    key: "less-salt",
    daysAgo: 137,
    hour: 10.4,
    number: 1,
    finding: "liking:overall",
    choice: "change",
    note: "Resep kurang garam jadi resep tetap. Tulisan “asin” di muka kemasan dihapus.",
    dueDaysAgo: 100,
    done: { daysAgo: 96, outcome: "Garam turun dari 1,8 % menjadi 1,26 %, dan bawang putih ditambah sedikit. Produksi pertama keluar awal bulan ini." },
  },
  {
    key: "rain",
    daysAgo: 135,
    hour: 15.1,
    number: 1,
    finding: "jar:crispness",
    choice: "test_again",
    note: "Kantong tipis tidak dipakai. Kantong dengan lapisan penahan lembap diuji lagi di kota yang sama.",
    dueDaysAgo: -40,
  },
];

export const crispsChange: Omit<DemoChange, "quote" | "quotedBy" | "voices" | "product"> = {
  key: "less-salt",
  publishedDaysAgo: 52,
  ideas: [],
  title: { en: "A third less salt in every bag of crisps", id: "Garam berkurang sepertiga di setiap bungkus keripik" },
  said: {
    en: "Today's crisps make you reach for water after five of them, and the salt hides the taste of cassava.",
    id: "Baru lima lembar sudah cari air, dan asinnya menutupi rasa singkong.",
  },
  did: {
    en: "We took out a third of the salt and added a little garlic. 44 of you tasted them without knowing which was which, and the new recipe won. In the thinner bag they often went soft, so that bag is not coming.",
    id: "Garamnya kami kurangi sepertiga dan bawang putihnya ditambah sedikit. 44 orang dari kamu mencicipi keduanya tanpa tahu mana yang mana, dan resep baru lebih disukai. Di kantong yang lebih tipis keripiknya sering melempem, jadi kantong itu tidak kami pakai.",
  },
  steps: [
    { label: { en: "You tasted it", id: "Kamu cicipi" }, monthsAgo: 6 },
    { label: { en: "Recipe changed", id: "Resep diganti" }, monthsAgo: 3 },
    { label: { en: "In the shops", id: "Di toko" }, monthsAgo: 1 },
  ],
};
