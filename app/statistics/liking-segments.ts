/** Groups of people who like the same products (METHODS 3.23). */
import { at } from "./checks";
import { adjustedRand, kMeans, meanSilhouette, type Clusters } from "./k-means";
import { createRandom, sample, type Seed } from "./random";
import type { OnStep } from "./progress";
import { notEnoughData, type NotEnoughData, type Result } from "./result";

export type SegmentChoice = { readonly segments: number; readonly silhouette: number; readonly sumOfSquares: number; readonly smallest: number };

export type LikingSegments = Result<{
  readonly n: number;
  /** Segment of each person, 0 the largest. */
  readonly labels: readonly number[];
  readonly sizes: readonly number[];
  /** [segment][product], mean liking as given. */
  readonly means: readonly (readonly number[])[];
  readonly silhouette: number;
  /** Mean adjusted Rand between this grouping and groupings of halves of the people. */
  readonly stability: number;
  /** False below .60: another sample would give other segments. */
  readonly isStable: boolean;
  /** Every number of segments that was tried. */
  readonly tried: readonly SegmentChoice[];
  readonly seed: Seed;
}>;

export type SegmentSettings = { readonly seed: Seed; readonly most?: number; readonly starts?: number; readonly halves?: number; readonly onStep?: OnStep };

/**
 * Rows of liking, centred per person so that generous and strict people do not form segments, grouped by k-means with 2 to 5 groups. The
 * number with the highest mean silhouette wins among those whose smallest group holds at least 30 people and 10 %.
 *
 * `rows` are complete: a person per row, a product per column. "too-few-observations" below 60 people, or when no number of segments
 * leaves all of them large enough; "no-variation" when nobody tells products apart. Above 5,000 people give a seeded subsample, because
 * the silhouette compares every two people. Patterns of answers, not kinds of people.
 */
export function likingSegments(
  rows: readonly (readonly number[])[],
  { seed, most = 5, starts = 50, halves = 100, onStep }: SegmentSettings,
): LikingSegments | NotEnoughData {
  const n = rows.length;
  if (n === 0) return notEnoughData("no-observations", 0);
  const products = at(rows, 0).length;
  if (products < 2) return notEnoughData("too-few-groups", n);
  if (n < 60) return notEnoughData("too-few-observations", n);
  const centred = rows.map((row) => {
    const mean = row.reduce((sum, value) => sum + value, 0) / products;
    return row.map((value) => value - mean);
  });
  if (centred.every((row) => row.every((value) => Math.abs(value) < 1e-12))) return notEnoughData("no-variation", n);
  const smallestAllowed = Math.max(30, 0.1 * n);
  const tried: SegmentChoice[] = [];
  let best: { clusters: Clusters; silhouette: number } | null = null;
  // Grouping everybody once takes about as long as grouping ten halves with fewer starts.
  const steps = (most - 1) * 10 + halves;
  for (let k = 2; k <= most; k += 1) {
    onStep?.((k - 2) * 10, steps);
    const clusters = kMeans(centred, k, { seed: `${String(seed)}/${String(k)}`, starts });
    if (clusters.kind !== "result") continue;
    const silhouette = meanSilhouette(centred, clusters.labels) ?? 0;
    const smallest = Math.min(...clusters.sizes);
    tried.push({ segments: k, silhouette, sumOfSquares: clusters.sumOfSquares, smallest });
    if (smallest >= smallestAllowed && (best === null || silhouette > best.silhouette)) best = { clusters, silhouette };
  }
  if (best === null) return notEnoughData("too-few-observations", n);
  const { clusters, silhouette } = best;
  const stability = stabilityOf(centred, clusters, `${String(seed)}/halves`, halves, (run) => onStep?.((most - 1) * 10 + run, steps));
  return {
    kind: "result",
    n,
    labels: clusters.labels,
    sizes: clusters.sizes,
    means: clusters.sizes.map((size, segment) =>
      Array.from(
        { length: products },
        (_, product) => rows.reduce((sum, row, person) => sum + (at(clusters.labels, person) === segment ? at(row, product) : 0), 0) / size,
      ),
    ),
    silhouette,
    stability,
    isStable: stability >= 0.6,
    tried,
    seed,
  };
}

/** Half of the people are grouped anew, again and again, and compared with their groups among all. */
function stabilityOf(centred: readonly (readonly number[])[], clusters: Clusters, seed: string, halves: number, onHalf: (run: number) => void): number {
  const random = createRandom(seed);
  const everybody = [...centred.keys()];
  let [sum, counted] = [0, 0];
  for (let run = 0; run < halves; run += 1) {
    onHalf(run);
    const half = sample(random, everybody, Math.floor(everybody.length / 2));
    const again = kMeans(
      half.map((person) => at(centred, person)),
      clusters.sizes.length,
      { seed: `${seed}/${String(run)}`, starts: 5 },
    );
    if (again.kind !== "result") continue;
    sum += adjustedRand(
      again.labels,
      half.map((person) => at(clusters.labels, person)),
    );
    counted += 1;
  }
  return counted === 0 ? 0 : sum / counted;
}
