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
export function trigramsOf(text: string): Set<string> {
  const characters = [...plainText(text)];
  const trigrams = new Set<string>();
  for (let start = 0; start + 3 <= characters.length; start += 1) trigrams.add(characters.slice(start, start + 3).join(""));
  return trigrams;
}

/** The share of trigrams that two texts have in common, of all that either has (Jaccard 1901); 0 where one has none. */
export function trigramOverlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const trigram of one) if (other.has(trigram)) shared += 1;
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : shared / all;
}

const BANDS = 20;
const ROWS_PER_BAND = 5;

function scrambled(value: number, seed: number): number {
  let mixed = Math.imul(value ^ Math.imul(seed + 1, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/**
 * Fingerprints under which texts that are alike find each other without comparing all with all: MinHash (Broder 1997) of the trigrams, five smallest values
 * to a band. Two texts that overlap by 0.85 share one of the twenty bands but for one time in 100,000; texts that overlap by half, one time in two.
 */
export function similarityBands(trigrams: ReadonlySet<string>): number[] {
  if (trigrams.size === 0) return [];
  const codes = [...trigrams].map((trigram) => [...trigram].reduce((code, character) => Math.imul(code, 1_000_003) ^ character.codePointAt(0)!, 0x811c9dc5));
  return Array.from({ length: BANDS }, (_, band) => {
    let print = band;
    for (let row = 0; row < ROWS_PER_BAND; row += 1) {
      let least = 2 ** 32;
      for (const code of codes) least = Math.min(least, scrambled(code, band * ROWS_PER_BAND + row));
      print = Math.imul(print, 1_000_003) ^ least;
    }
    return print | 0;
  });
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
      const similarity = trigramOverlap(theirs, own);
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
