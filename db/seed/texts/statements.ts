// What the demo community says about refills: ten statements, and how likely each of two ways of thinking is to agree.
import type { LocalizedText } from "../../../app/core/locale";

export const statementBoard: { slug: string; name: LocalizedText; purpose: LocalizedText } = {
  slug: "refills",
  name: { en: "Refill or sachet?", id: "Isi ulang atau saset?" },
  purpose: {
    en: "Say whether you agree, one sentence at a time. It takes two minutes and shows us where you all think alike.",
    id: "Bilang setuju atau tidak, satu kalimat setiap kali. Cuma dua menit, dan kami jadi tahu di mana kalian sepikiran.",
  },
};

/** Chances to agree: of those who buy by the week, and of those who buy by the month. */
export const statementTexts: readonly { text: string; weekly: number; monthly: number }[] = [
  { text: "Isi ulang harus lebih murah per mililiter daripada botol baru.", weekly: 0.95, monthly: 0.93 },
  { text: "Saset tetap perlu ada, karena belanja mingguan tidak cukup untuk kemasan besar.", weekly: 0.92, monthly: 0.2 },
  { text: "Kemasan isi ulang yang besar membuat dapurku lebih rapi.", weekly: 0.25, monthly: 0.85 },
  { text: "Aku mau membawa botol sendiri ke warung untuk diisi.", weekly: 0.7, monthly: 0.35 },
  { text: "Sampah saset di selokan mengganggu lingkungan rumahku.", weekly: 0.75, monthly: 0.9 },
  { text: "Kemasan isi ulang sering bocor waktu dituang.", weekly: 0.55, monthly: 0.8 },
  { text: "Mengisi ulang botol itu merepotkan.", weekly: 0.75, monthly: 0.2 },
  { text: "Harga saset terasa lebih ringan walaupun jatuhnya lebih mahal.", weekly: 0.85, monthly: 0.3 },
  { text: "Tutup isi ulang sebaiknya bisa ditutup lagi.", weekly: 0.9, monthly: 0.95 },
  { text: "Aku lebih percaya isi botol baru daripada isi ulang.", weekly: 0.6, monthly: 0.25 },
];
