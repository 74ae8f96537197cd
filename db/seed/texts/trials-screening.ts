// Screener questions that both demo trials ask, in the same words.
import type { DemoQuestion } from "./types";

export const ageQuestion: DemoQuestion = {
  key: "age_band",
  type: "single",
  text: { en: "How old are you?", id: "Berapa usia Anda?" },
  required: true,
  options: [
    { value: "under_18", label: { en: "Under 18", id: "Di bawah 18 tahun" }, screening: "disqualify" },
    { value: "18_24", label: { en: "18 to 24", id: "18 sampai 24 tahun" } },
    { value: "25_34", label: { en: "25 to 34", id: "25 sampai 34 tahun" } },
    { value: "35_44", label: { en: "35 to 44", id: "35 sampai 44 tahun" } },
    { value: "45_54", label: { en: "45 to 54", id: "45 sampai 54 tahun" } },
    { value: "55_over", label: { en: "55 or over", id: "55 tahun atau lebih" } },
  ],
};

export const pastTestQuestion: DemoQuestion = {
  key: "past_test",
  type: "single",
  text: {
    en: "When did you last take part in a product test, with us or with anybody else?",
    id: "Kapan terakhir kali Anda mengikuti uji coba produk, di sini atau di tempat lain?",
  },
  required: true,
  options: [
    { value: "past_3_months", label: { en: "Within the past three months", id: "Dalam tiga bulan terakhir" }, screening: "disqualify" },
    { value: "longer_ago", label: { en: "Longer ago", id: "Lebih dari tiga bulan yang lalu" } },
    { value: "never", label: { en: "Never", id: "Belum pernah" } },
  ],
};

export const occupationQuestion: DemoQuestion = {
  key: "household_work",
  type: "multiple",
  text: {
    en: "Does anyone in your household work in one of these fields?",
    id: "Apakah ada anggota rumah tangga Anda yang bekerja di bidang berikut?",
  },
  help: { en: "Choose all that apply.", id: "Pilih semua yang sesuai." },
  required: true,
  options: [
    { value: "market_research", label: { en: "Market research", id: "Riset pasar" }, screening: "disqualify" },
    { value: "advertising", label: { en: "Advertising or public relations", id: "Periklanan atau hubungan masyarakat" }, screening: "disqualify" },
    { value: "journalism", label: { en: "Journalism", id: "Jurnalistik" }, screening: "disqualify" },
    {
      value: "household_goods",
      label: { en: "Making or selling household or care products", id: "Pembuatan atau penjualan produk rumah tangga atau perawatan" },
      screening: "disqualify",
    },
    { value: "education", label: { en: "Education", id: "Pendidikan" } },
    { value: "transport", label: { en: "Transport", id: "Transportasi" } },
    { value: "none", label: { en: "None of these", id: "Tidak ada" }, exclusive: true },
  ],
};
