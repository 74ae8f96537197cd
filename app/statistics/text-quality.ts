/** Texts that were copied, or typed without meaning (METHODS 3.24). */
import { at, requireUnit } from "./checks";

/** Same form for the same words: compatibility letters joined, lower case, without punctuation and doubled spaces. */
export function plainText(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

export type TextGroup = { readonly text: string; readonly indices: readonly number[] };

/** Texts that are the same after `plainText`, among those of at least `minimumWords` words; largest groups first. */
export function sameTexts(texts: readonly string[], minimumWords = 4, plain: (text: string) => string = plainText): TextGroup[] {
  const groups = new Map<string, number[]>();
  for (const [index, text] of texts.entries()) {
    const key = plain(text);
    if (key === "" || key.split(" ").length < minimumWords) continue;
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [index]);
    else own.push(index);
  }
  return [...groups]
    .flatMap(([text, indices]) => (indices.length > 1 ? [{ text, indices }] : []))
    .sort((one, other) => other.indices.length - one.indices.length || at(one.indices, 0) - at(other.indices, 0));
}

/** All runs of three characters, each once. */
function trigramsOf(text: string): Set<string> {
  const characters = [...plainText(text)];
  const trigrams = new Set<string>();
  for (let start = 0; start + 3 <= characters.length; start += 1) trigrams.add(characters.slice(start, start + 3).join(""));
  return trigrams;
}

export type SimilarPair = { readonly first: number; readonly second: number; readonly similarity: number };

/**
 * Pairs of texts whose trigrams overlap by at least `threshold` (Jaccard 1901). Exact, not sampled: two such sets must share one of the
 * rarest trigrams of each (prefix filtering, Bayardo, Ma & Srikant 2007), so only texts that do are compared.
 */
export function similarTexts(texts: readonly string[], threshold = 0.85): SimilarPair[] {
  requireUnit(threshold, "threshold");
  const sets = texts.map(trigramsOf);
  const frequency = new Map<string, number>();
  for (const set of sets) for (const trigram of set) frequency.set(trigram, (frequency.get(trigram) ?? 0) + 1);
  const index = new Map<string, number[]>();
  const pairs: SimilarPair[] = [];
  const order = [...sets.keys()].filter((text) => at(sets, text).size > 0).sort((one, other) => at(sets, one).size - at(sets, other).size || one - other);
  for (const text of order) {
    const own = at(sets, text);
    const rarest = [...own].sort((one, other) => (frequency.get(one) ?? 0) - (frequency.get(other) ?? 0) || (one < other ? -1 : 1));
    const prefix = rarest.slice(0, own.size - Math.ceil(threshold * own.size) + 1);
    const candidates = new Set(prefix.flatMap((trigram) => index.get(trigram) ?? []));
    for (const other of candidates) {
      const theirs = at(sets, other);
      if (theirs.size < threshold * own.size) continue;
      let shared = 0;
      for (const trigram of theirs) if (own.has(trigram)) shared += 1;
      const similarity = shared / (own.size + theirs.size - shared);
      if (similarity >= threshold) pairs.push({ first: Math.min(text, other), second: Math.max(text, other), similarity });
    }
    for (const trigram of prefix) {
      const list = index.get(trigram);
      if (list === undefined) index.set(trigram, [text]);
      else list.push(text);
    }
  }
  return pairs.sort((one, other) => one.first - other.first || one.second - other.second);
}

export type GibberishSign = "no-vowel" | "consonants" | "repeated" | "keyboard";

const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890"];
const WALKS = new Set(
  ROWS.flatMap((row) => [row, [...row].reverse().join("")]).flatMap((row) =>
    [...row].map((_, start) => row.slice(start, start + 5)).filter((walk) => walk.length === 5),
  ),
);

/** Signs that a text in Latin letters was typed without meaning; two of them are strong. Words in other scripts are left alone. */
export function gibberishSigns(text: string): GibberishSign[] {
  const plain = plainText(text)
    .normalize("NFD")
    .replace(/\p{M}+/gu, "");
  const words = plain.split(" ").filter((word) => /^[a-z]+$/.test(word));
  const signs: GibberishSign[] = [];
  if (words.some((word) => word.length >= 5 && !/[aeiouy]/.test(word))) signs.push("no-vowel");
  if (words.some((word) => /[bcdfghjklmnpqrstvwxz]{6}/.test(word))) signs.push("consonants");
  if (/(\S)\1{4}/u.test(plain)) signs.push("repeated");
  if (words.some((word) => [...word].some((_, start) => WALKS.has(word.slice(start, start + 5))))) signs.push("keyboard");
  return signs;
}
