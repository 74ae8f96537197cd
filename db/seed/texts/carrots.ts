// What was written about the carrots study: the words over its report, and what the product team decided.
import type { LocalizedText } from "../../../app/core/locale";
import type { BlockName } from "../../../app/features/reports/report";
import type { DemoDecision } from "./types";

export const carrotsReport: { headline: LocalizedText; summary: LocalizedText } = {
  headline: {
    en: "Late Bolero is clearly liked more than early Bolero; four other carrots come close to it",
    id: "Bolero panen akhir jelas lebih disukai daripada panen awal; empat wortel lain mendekatinya",
  },
  summary: {
    en: "103 people tasted twelve carrots and rated each from 1 to 7. Late Bolero came to 5.3 on average, early Bolero to 4.7, and late Bolero is surely above 5. It was also rated sweeter than nine of the other eleven. Yukon late, Navar late, Nelson early and Nelson late cannot be told apart from it in liking, so there is a choice if the supply falls short. One wish was not met: 45 % gave it one of the two best marks, where we had hoped for half.",
    id: "103 orang mencicipi dua belas wortel dan memberi nilai 1 sampai 7. Rata-rata Bolero panen akhir 5,3 dan Bolero panen awal 4,7; nilai Bolero panen akhir dapat dipastikan di atas 5. Rasanya juga dinilai lebih manis daripada sembilan dari sebelas wortel lain. Kesukaan terhadap Yukon akhir, Navar akhir, Nelson awal, dan Nelson akhir tidak dapat dibedakan darinya, jadi ada pilihan jika pasokannya kurang. Satu harapan belum tercapai: 45 % memberi salah satu dari dua nilai teratas, padahal kami berharap separuhnya.",
  },
};

export const carrotsDecisions: readonly DemoDecision[] = [
  {
    daysAgo: 62,
    hour: 11.2,
    number: 1,
    finding: "liking:liking",
    choice: "change",
    note: "Mulai musim depan kita pakai Bolero panen akhir. Yukon panen akhir jadi cadangan kalau pasokannya kurang.",
    dueDaysAgo: 30,
    done: { daysAgo: 33, outcome: "Kontrak dengan pemasok sudah diganti: mulai panen berikutnya Bolero panen akhir, Yukon panen akhir sebagai cadangan." },
  },
  {
    daysAgo: 60,
    hour: 15.7,
    number: 1,
    finding: "attributes:sweetness",
    choice: "test_again",
    dueDaysAgo: 9,
    note: "Rasa manisnya menonjol, tetapi ini orang Denmark. Kita uji lagi dengan anggota kita sebelum kata “manis” masuk ke kemasan.",
  },
  {
    daysAgo: 4,
    hour: 10.9,
    number: 2,
    finding: "liking:liking",
    choice: "keep",
    note: "Tanpa jawaban yang seragam itu pun Bolero panen akhir tetap di depan. Keputusan lama berlaku; angkanya dipakai di lembar pemasok.",
    dueDaysAgo: -21,
  },
];

/** What the team says while it prepares the next version. A reply continues the comment before it. */
export const carrotsComments: readonly { daysAgo: number; hour: number; by: "maya" | "rian"; block: BlockName; body: string; isReply?: boolean }[] = [
  {
    daysAgo: 4,
    hour: 14.5,
    by: "maya",
    block: "liking",
    body: "Judulnya bilang “jelas lebih disukai”, tetapi empat wortel lain tidak bisa dibedakan. Perlu pengantar singkat supaya tidak salah dibaca?",
  },
  { daysAgo: 3, hour: 13.1, by: "rian", block: "liking", body: "Setuju. Sebut keempat nama itu, cukup satu kalimat.", isReply: true },
  { daysAgo: 2, hour: 10.4, by: "rian", block: "attributes", body: "Manisnya saya dahulukan saja, renyah dan pahit menyusul." },
];

/** Days from the demo's loading by which it should be ready. */
export const carrotsAssignment: { daysAgo: number; hour: number; block: BlockName; dueInDays: number } = { daysAgo: 2, hour: 14.2, block: "attributes", dueInDays: 5 };

/** What Maya found before the second version. It is so in the data: all twelve have the same mark. */
export const carrotsLeftOut = {
  respondent: "262",
  reason: "Memberi nilai kesukaan 5 untuk kedua belas wortel, jadi tidak membedakan apa pun.",
};

export const carrotsReportAgain: typeof carrotsReport = {
  headline: carrotsReport.headline,
  summary: {
    en: "In this version one of the 103 people is left out who gave all twelve carrots the same mark; nothing that we concluded changes. Late Bolero came to 5.3 on average, early Bolero to 4.7. Yukon late, Navar late, Nelson early and Nelson late cannot be told apart from it in liking.",
    id: "Dalam versi ini satu dari 103 orang dikeluarkan karena memberi nilai yang sama untuk kedua belas wortel; kesimpulan kami tidak berubah. Rata-rata Bolero panen akhir 5,3 dan Bolero panen awal 4,7. Kesukaan terhadap Yukon akhir, Navar akhir, Nelson awal, dan Nelson akhir tidak dapat dibedakan darinya.",
  },
};
