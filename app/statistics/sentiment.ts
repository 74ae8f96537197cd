/** A label for a text, learnt from texts that people labelled (METHODS 3.26). Suggested by machine until it is right often enough. */
import { at } from "./checks";
import { notEnoughData, type NotEnoughData, type Result } from "./result";

export type LabelledText = { readonly text: string; readonly label: string };

/** Plain data, so that it can be stored. */
export type TextModel = {
  /** Sorted. */
  readonly labels: readonly string[];
  readonly documents: readonly number[];
  readonly words: readonly number[];
  /** Occurrences per word, in the order of `labels`. */
  readonly counts: ReadonlyMap<string, readonly number[]>;
};

/** Runs of letters and digits without accents, in lower case. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFKD")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  );
}

/**
 * Multinomial naive Bayes with add-one smoothing (McCallum & Nigam 1998): fully determined by the labelled texts.
 * "too-few-groups" below two labels. Example: classifyText(learnLabels([{ text: "enak", label: "good" }, ...]), "tidak enak").
 */
export function learnLabels(texts: readonly LabelledText[]): Result<TextModel> | NotEnoughData {
  const labels = [...new Set(texts.map(({ label }) => label))].sort();
  if (texts.length === 0) return notEnoughData("no-observations", 0);
  if (labels.length < 2) return notEnoughData("too-few-groups", texts.length);
  const placeOf = new Map(labels.map((label, index) => [label, index]));
  const documents = labels.map(() => 0);
  const words = labels.map(() => 0);
  const counts = new Map<string, number[]>();
  for (const { text, label } of texts) {
    const place = placeOf.get(label) ?? 0;
    documents[place] = at(documents, place) + 1;
    for (const word of wordsOf(text)) {
      const own = counts.get(word) ?? labels.map(() => 0);
      counts.set(word, own);
      own[place] = at(own, place) + 1;
      words[place] = at(words, place) + 1;
    }
  }
  return { kind: "result", labels, documents, words, counts };
}

/** Log-scores in the order of the labels: ln prior + sum over known words of ln((count + 1)/(words + vocabulary)). */
export function scoreText({ labels, documents, words, counts }: TextModel, text: string): number[] {
  const total = documents.reduce((sum, count) => sum + count, 0);
  const scores = labels.map((_, place) => Math.log(at(documents, place) / total));
  for (const word of wordsOf(text)) {
    const own = counts.get(word);
    if (own === undefined) continue;
    for (const place of labels.keys()) scores[place] = at(scores, place) + Math.log((at(own, place) + 1) / (at(words, place) + counts.size));
  }
  return scores;
}

/** The label with the highest score, the first of equals, and its chance under the model, which is usually too sure of itself. */
export function classifyText(model: TextModel, text: string): { readonly label: string; readonly chance: number } {
  const scores = scoreText(model, text);
  const best = scores.reduce((place, score, index) => (score > at(scores, place) ? index : place), 0);
  return { label: at(model.labels, best), chance: 1 / scores.reduce((sum, score) => sum + Math.exp(score - at(scores, best)), 0) };
}

export type LabelAccuracy = Result<{
  readonly n: number;
  readonly accuracy: number;
  /** Mean over labels of 2PR/(P + R). */
  readonly macroF1: number;
  readonly perLabel: Readonly<Record<string, { readonly n: number; readonly f1: number }>>;
  /** At least 80 % right: below that everything stays marked as suggested by machine. */
  readonly isGoodEnough: boolean;
}>;

/** How often the model is right on texts it did not learn from. */
export function labelAccuracy(model: TextModel, texts: readonly LabelledText[]): LabelAccuracy | NotEnoughData {
  const n = texts.length;
  if (n === 0) return notEnoughData("no-observations", 0);
  const guesses = texts.map(({ text }) => classifyText(model, text).label);
  const labels = [...new Set([...model.labels, ...texts.map(({ label }) => label)])].sort();
  const perLabel = Object.fromEntries(
    labels.map((label) => {
      const own = texts.filter((text) => text.label === label).length;
      const guessed = guesses.filter((guess) => guess === label).length;
      const right = texts.filter((text, index) => text.label === label && guesses[index] === label).length;
      return [label, { n: own, f1: own + guessed === 0 ? 0 : (2 * right) / (own + guessed) }];
    }),
  );
  const accuracy = texts.filter(({ label }, index) => label === guesses[index]).length / n;
  return {
    kind: "result",
    n,
    accuracy,
    macroF1: Object.values(perLabel).reduce((sum, { f1 }) => sum + f1, 0) / labels.length,
    perLabel,
    isGoodEnough: accuracy >= 0.8,
  };
}
