// The words of an answer in one form each: slang spelled out, Indonesian affixes and English endings taken off, "not" kept with the word it denies.
import type { Locale } from "~/core/locale";
import { isEmptyWord, languageOf, wordsOf } from "~/features/ideas/words";

const pairs = (text: string): [string, string][] => text.split(" ").flatMap((entry) => [entry.split("=") as [string, string]]);

/** How people write it, and how it is spelled. */
const spelledOut = new Map(
  pairs(
    "ga=tidak gak=tidak nggak=tidak ngga=tidak ngak=tidak enggak=tidak engga=tidak kagak=tidak tdk=tidak tak=tidak gk=tidak g=tidak bkn=bukan blm=belum blom=belum " +
      "udah=sudah udh=sudah sdh=sudah dah=sudah aja=saja ajah=saja yg=yang dgn=dengan dg=dengan sm=sama ama=sama utk=untuk buat=untuk bwt=untuk krn=karena karna=karena " +
      "kalo=kalau klo=kalau kl=kalau tp=tapi tpi=tapi jg=juga lg=lagi jd=jadi pake=pakai pke=pakai make=pakai dipake=pakai bikin=buat bkin=buat gede=besar gedhe=besar " +
      "cepet=cepat seger=segar bener=benar dikit=sedikit dkit=sedikit bgt=banget bngt=banget bagusss=bagus bgs=bagus enk=enak mantep=mantap mntap=mantap lbh=lebih " +
      "kering=kering pengen=ingin pingin=ingin pgn=ingin kayak=seperti kek=seperti kyk=seperti trus=terus trs=terus abis=habis hbs=habis dapet=dapat dpt=dapat harganya=harga " +
      "rasanya=rasa wanginya=wangi baunya=bau busanya=busa bilasnya=bilas saya=saya sy=saya gw=saya gue=saya aku=saya gampang=mudah susah=sulit murmer=murah ribet=rumit",
  ),
);

/** A word as it is spelled: letters drawn out are one. */
export const spellOut = (word: string): string => {
  const short = word.replace(/(\p{L})\1{2,}/gu, "$1");
  return spelledOut.get(short) ?? short;
};

/** Words that colour a sentence and carry no theme. */
const colouring = new Set(
  "banget sekali agak cukup sih kok deh dong kan lho loh nih tuh ya yah eh wah hmm pas rasa seperti sama terus habis baru malah walau meski meskipun hampir selalu kadang pernah mungkin punya pakai guna coba jadi buat dapat ingin suka really quite bit little some much even still always never like liked use used using after before about over only feel feels felt get got make makes made think thing one would".split(
    " ",
  ),
);

const denials = new Set(
  "tidak bukan belum kurang jangan tanpa not no never without isnt isn doesnt doesn didnt didn wasnt wasn dont don cant cannot hardly".split(" "),
);

const vowels = (word: string): number => word.match(/[aiueo]/g)?.length ?? 0;
/** What is left must still be a word. */
const isWhole = (word: string): boolean => word.length >= 3 && vowels(word) >= 2;

const without = (word: string, ending: RegExp): string => {
  const rest = word.replace(ending, "");
  return rest !== word && isWhole(rest) ? rest : word;
};

/** Prefixes that change the first letter of what they stand before. */
const prefixes: [RegExp, string][] = [
  [/^(?:meny|peny)(?=[aiueo])/, "s"],
  [/^(?:mem|pem)(?=[aiueo])/, "p"],
  [/^(?:men|pen)(?=[aiueo])/, "t"],
  [/^(?:meng|peng|mem|pem|men|pen)/, ""],
  [/^(?:ber|ter|per|me|di|ke|se)(?=[a-z]{4})/, ""],
];

/** Of a colloquial "nge-" or "ng-" as well: ngebersihin is bersih. */
const indonesianStem = (word: string): string => {
  if (word.length < 5) return word;
  let stem = without(without(word, /(?:lah|kah|pun)$/), /(?:nya|ku|mu)$/);
  stem = without(stem, /(?:kan|in)$/);
  if (stem.length > 5) stem = without(stem, /an$/);
  stem = without(stem, /^(?:nge|ng)(?=[a-z]{4})/);
  for (const [prefix, instead] of prefixes) {
    const rest = stem.replace(prefix, instead);
    if (rest !== stem && isWhole(rest) && rest.length >= 4) return rest;
  }
  return stem;
};

const englishStem = (word: string): string => {
  if (word.length < 5) return word.length === 4 ? word.replace(/([^s])s$/, "$1") : word;
  const short = word
    .replace(/ies$/, "y")
    .replace(/(?<=[^aeiou])(?:ness|ly)$/, "")
    .replace(/(?:ing|ed)$/, (ending, at: number) => (vowels(word.slice(0, at)) > 0 && at >= 3 ? "" : ending))
    .replace(/(?<=[^s])s$/, "");
  // smelling, smelly and dripped meet smell and drip.
  return short
    .replace(/([bdgmnprt])\1$/, "$1")
    .replace(/(?<=[^aeiou]{2})y$/, "")
    .replace(/e$/, "");
};

export type NormalWord = { stem: string; written: string };

/** Every word that carries meaning, in order; one that is denied is another word than one that is not. */
export const normalWords = (text: string, fallback: Locale = "id"): NormalWord[] => {
  const stemOf = languageOf(text, fallback) === "en" ? englishStem : indonesianStem;
  const words: NormalWord[] = [];
  let denial: string | null = null;
  for (const raw of wordsOf(text.slice(0, 2000).replaceAll("'", ""))) {
    const written = spellOut(raw);
    if (denials.has(written)) {
      denial = written;
      continue;
    }
    if (isEmptyWord(written) || colouring.has(written) || (written.length < 3 && !/^\d+$/.test(written))) continue;
    const stem = stemOf(written);
    words.push(denial === null ? { stem, written } : { stem: `not ${stem}`, written: `${denial} ${written}` });
    denial = null;
  }
  return words;
};

/** The ways in which a word that somebody looks for may have been written. */
export const writtenForms = (word: string): string[] => {
  const plain = spelledOut.get(word) ?? word;
  return [...new Set([word, plain, ...[...spelledOut].flatMap(([written, spelled]) => (spelled === plain ? [written] : []))])];
};
