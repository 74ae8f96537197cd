// Answers that look alike, found from their words: a suggestion for whoever codes, never a coding.
import { kMeans, meanSilhouette } from "~/statistics/k-means";
import { isResult } from "~/statistics/result";
import { createRandom, sample, type Seed } from "~/statistics/random";
import { normalWords } from "./normal-words";
import { mostAnswersGrouped } from "./theme";

export type AnswerText = { id: number; text: string };
export type AnswerGroup = { ids: number[]; /** The words that hold it together, as people wrote them, the most common first. */ words: string[] };

const mostWords = 100;
const smallest = 3;

type Document = { id: number; stems: Set<string> };

/** Words in at least two answers and in no more than six of ten: rarer ones hold nothing together, commoner ones tell nothing apart. */
const vocabularyOf = (documents: readonly Document[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { stems } of documents) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const kept = [...counts].filter(([, n]) => n >= 2 && n <= 0.6 * documents.length);
  return new Map(kept.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, mostWords));
};

/** Each answer as its words, rarer ones weighing more (TF-IDF), all of the same length. */
const vectorsOf = (documents: readonly Document[], vocabulary: ReadonlyMap<string, number>): number[][] => {
  const words = [...vocabulary];
  return documents.map(({ stems }) => {
    const weights = words.map(([stem, n]) => (stems.has(stem) ? Math.log(documents.length / n) + 0.1 : 0));
    const length = Math.hypot(...weights) || 1;
    return weights.map((weight) => weight / length);
  });
};

/** As many groups as separate best, of a few numbers around the square root of half the answers. */
const labelsOf = (vectors: number[][], seed: Seed): readonly number[] | null => {
  const middle = Math.max(2, Math.min(14, Math.round(Math.sqrt(vectors.length / 2))));
  let best: { labels: readonly number[]; width: number } | null = null;
  for (const k of new Set([Math.max(2, Math.round(middle * 0.75)), middle, Math.round(middle * 1.4)])) {
    const found = kMeans(vectors, k, { seed, starts: 3 });
    if (!isResult(found)) continue;
    const width = meanSilhouette(vectors, found.labels) ?? -1;
    if (best === null || width > best.width) best = { labels: found.labels, width };
  }
  return best?.labels ?? null;
};

const share = (documents: readonly Document[], stem: string): number => documents.filter(({ stems }) => stems.has(stem)).length / documents.length;

/** Words that four of ten in the group share, and that are at least twice as common in it as elsewhere. */
const holdingWords = (own: readonly Document[], all: readonly Document[], vocabulary: ReadonlyMap<string, number>): string[] =>
  [...vocabulary.keys()]
    .map((stem) => ({ stem, inside: share(own, stem) }))
    .filter(({ stem, inside }) => inside >= 0.4 && inside >= 2 * share(all, stem))
    .sort((a, b) => b.inside - a.inside || (a.stem < b.stem ? -1 : 1))
    .slice(0, 3)
    .map(({ stem }) => stem);

/**
 * Groups of at least three answers that share words, largest first: k-means over TF-IDF of normalised words. An answer that holds none of
 * its group's words is left out of it. The same answers and seed give the same groups.
 */
export const groupAnswers = (answers: readonly AnswerText[], seed: Seed): AnswerGroup[] => {
  const drawn = answers.length > mostAnswersGrouped ? sample(createRandom(seed), answers, mostAnswersGrouped).sort((a, b) => a.id - b.id) : answers;
  const written = new Map<string, Map<string, number>>();
  const all = drawn.map(({ id, text }): Document => {
    const words = normalWords(text);
    for (const { stem, written: form } of words) {
      const forms = written.get(stem) ?? new Map<string, number>();
      written.set(stem, forms.set(form, (forms.get(form) ?? 0) + 1));
    }
    return { id, stems: new Set(words.map(({ stem }) => stem)) };
  });
  const vocabulary = vocabularyOf(all);
  const documents = all.filter(({ stems }) => [...stems].some((stem) => vocabulary.has(stem)));
  if (documents.length < 2 * smallest || vocabulary.size < 2) return [];
  const labels = labelsOf(vectorsOf(documents, vocabulary), seed);
  if (labels === null) return [];
  const formOf = (stem: string): string =>
    [...(written.get(stem) ?? [])].sort(([one, n], [other, m]) => m - n || one.length - other.length || (one < other ? -1 : 1))[0]?.[0] ?? stem;
  return [...new Set(labels)]
    .flatMap((label): AnswerGroup[] => {
      const own = documents.filter((_, index) => labels[index] === label);
      const stems = holdingWords(own, documents, vocabulary);
      const held = own.filter(({ stems: has }) => stems.some((stem) => has.has(stem)));
      return stems.length === 0 || held.length < smallest ? [] : [{ ids: held.map(({ id }) => id), words: stems.map(formOf) }];
    })
    .sort((a, b) => b.ids.length - a.ids.length || a.ids[0]! - b.ids[0]!);
};
