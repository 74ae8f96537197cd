// The words that a text is made of, which of them carry no meaning, and which of our two languages they belong to.
import type { Locale } from "~/core/locale";

const emptyWords: Record<Locale, ReadonlySet<string>> = {
  id: new Set(
    "yang di ke dari dan atau dengan untuk pada adalah itu ini tidak bukan saya aku kamu kami kita dia mereka ada akan sudah belum bisa kalau jika karena supaya agar lebih sangat juga saja hanya seperti oleh dalam para bagi tapi tetapi namun sering setiap waktu lagi masih harus dapat biar buat jadi nya ya pun lalu ketika saat semua banyak terlalu".split(
      " ",
    ),
  ),
  en: new Set(
    "the a an of to in on at for and or with is are was were be been it its this that these those i you we they he she my your our not no can could would should will do does did have has had if when because so than then too very more from by as but just only every each also there their them what which who how".split(
      " ",
    ),
  ),
};

/** The words of a text, in lower case, without punctuation. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize("NFC")
    .match(/[\p{L}\p{N}]+/gu) ?? [];

export const isEmptyWord = (word: string): boolean => emptyWords.id.has(word) || emptyWords.en.has(word);

const mostWords = 8;

/** What to look for: the words that carry meaning, or all of them where none does; each once, eight at most. */
export const searchWords = (text: string): string[] => {
  const words = [...new Set(wordsOf(text.slice(0, 400)))];
  const telling = words.filter((word) => !isEmptyWord(word) && word.length > 1);
  return (telling.length > 0 ? telling : words).slice(0, mostWords);
};

/** The language of a text by its small words; `fallback` where they do not tell. */
export const languageOf = (text: string, fallback: Locale): Locale => {
  let balance = 0;
  for (const word of wordsOf(text)) balance += Number(emptyWords.id.has(word)) - Number(emptyWords.en.has(word));
  return balance > 0 ? "id" : balance < 0 ? "en" : fallback;
};
