// What a new trial starts with. Standard wording, in the language of agreements (Anda); staff may change it while the trial is a draft.
import type { LocalizedText } from "~/core/locale";

export const defaultConfidentiality: LocalizedText = {
  en: [
    "The product you receive is still being developed and is not on sale.",
    "Until the trial is closed, please do not publish photographs of it, do not pass it on or sell it, and do not describe it in public.",
    "You may of course talk about it with the people you live with, who may use it with you.",
    "If you feel unwell after using it, stop at once and tell us; nothing in this notice keeps you from speaking to a doctor or an authority.",
  ].join("\n"),
  id: [
    "Produk yang Anda terima masih dalam pengembangan dan belum dijual.",
    "Sampai uji coba ditutup, mohon tidak memublikasikan fotonya, tidak memberikan atau menjualnya kepada orang lain, dan tidak menceritakannya di tempat umum.",
    "Anda tentu boleh membicarakannya dengan orang serumah, yang boleh memakainya bersama Anda.",
    "Bila Anda merasa kurang sehat setelah memakainya, segera berhenti dan beri tahu kami; pemberitahuan ini tidak menghalangi Anda berbicara dengan dokter atau pihak berwenang.",
  ].join("\n"),
};

/** What members read above the screener, under the name of the trial. */
export const screenerTitle: LocalizedText = { en: "Before you take part", id: "Sebelum kamu ikut" };

export const everyoneCell: LocalizedText = { en: "Everyone", id: "Semua orang" };

/** How long an offered place waits for an answer, unless the wave says otherwise. */
export const defaultAnswerDays = 3;
