// The four boards of the demo community.
import type { DemoBoard } from "./types";

export const demoBoards: readonly DemoBoard[] = [
  {
    key: "laundry",
    name: { en: "Laundry at home", id: "Mencuci di rumah" },
    purpose: {
      en: "What would make washing, drying and putting away easier? The product team reads every idea and answers within five working days.",
      id: "Apa yang akan memudahkan mencuci, menjemur, dan menyimpan? Tim produk membaca setiap ide dan menjawab dalam lima hari kerja.",
    },
  },
  {
    key: "baby",
    name: { en: "Baby and mother", id: "Bayi dan ibu" },
    purpose: {
      en: "Nappy changes at night, baths with one hand free, bags that are always full. Tell us where a product got in your way. For questions of health, please ask your midwife or doctor.",
      id: "Ganti popok tengah malam, memandikan dengan satu tangan, tas yang selalu penuh. Ceritakan kapan sebuah produk malah merepotkan. Untuk urusan kesehatan, tanyakan ke bidan atau doktermu, ya.",
    },
  },
  {
    key: "hair",
    name: { en: "Hair and body care", id: "Rambut dan tubuh" },
    purpose: {
      en: "Every head and every kind of water is different. What do you wish for when you wash your hair or have a bath?",
      id: "Setiap kepala berbeda, airnya juga. Apa yang kamu harapkan waktu keramas dan mandi?",
    },
  },
  {
    key: "kitchen",
    name: { en: "Kitchen and snacks", id: "Dapur dan camilan" },
    purpose: {
      en: "Crisps that go soft, bottles that drip, hands that turn dry from washing up. Small things count here, tastes too.",
      id: "Keripik yang melempem, botol yang menetes, tangan kering sehabis cuci piring. Hal kecil juga penting di sini, soal rasa apalagi.",
    },
  },
];
