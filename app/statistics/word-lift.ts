/** Which words or themes go with liking (METHODS 3.25). */
import { benjaminiHochberg } from "./adjust";
import { at, requireFinite } from "./checks";
import { welchTest } from "./welch";

/** One comment: the words or themes in it, each counted once, and the liking beside it. */
export type TaggedComment = { readonly tags: readonly string[]; readonly liking: number };

export type TagLift = {
  readonly tag: string;
  readonly n: number;
  readonly meanWith: number;
  readonly meanWithout: number;
  /** meanWith - meanWithout, in scale points. */
  readonly lift: number;
  readonly p: number;
  /** Benjamini-Hochberg over all tags. */
  readonly adjustedP: number;
};

/**
 * Mean liking of comments with a tag minus those without, Welch's t. Tags in fewer than `minimum` comments, or in all but one, are left
 * out, and so are those without variation. Stop words lift too, so take them out first. Most frequent first, ties by name.
 */
export function tagLifts(comments: readonly TaggedComment[], minimum = 15): TagLift[] {
  requireFinite(
    comments.map(({ liking }) => liking),
    "liking",
  );
  const withTag = new Map<string, number[]>();
  for (const [index, { tags }] of comments.entries()) {
    for (const tag of new Set(tags)) {
      const own = withTag.get(tag);
      if (own === undefined) withTag.set(tag, [index]);
      else own.push(index);
    }
  }
  const lifts: Omit<TagLift, "adjustedP">[] = [];
  for (const [tag, indices] of withTag) {
    if (indices.length < minimum) continue;
    const inside = new Set(indices);
    const test = welchTest(
      indices.map((index) => at(comments, index).liking),
      comments.filter((_, index) => !inside.has(index)).map(({ liking }) => liking),
    );
    if (test.kind === "result") lifts.push({ tag, n: indices.length, meanWith: test.mean1, meanWithout: test.mean2, lift: test.difference, p: test.p });
  }
  lifts.sort((one, other) => other.n - one.n || (one.tag < other.tag ? -1 : 1));
  const adjusted = benjaminiHochberg(lifts.map(({ p }) => p));
  return lifts.map((lift, index) => ({ ...lift, adjustedP: at(adjusted, index) }));
}
