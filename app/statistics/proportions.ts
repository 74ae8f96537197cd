/** Shares of people, such as a top-two-box score, alone and between independent groups (METHODS 3.2 and 3.3). */
import { requireCount, requireOpenUnit } from "./checks";
import { normalQuantile, normalTwoSided } from "./distributions";
import { notEnoughData, type Interval, type NotEnoughData, type Result } from "./result";

export type ProportionEstimate = Result<{
  /** People, or the effective number of people when the share is weighted. */
  readonly n: number;
  /** From 0 to 1. */
  readonly share: number;
  readonly interval: Interval;
}>;

function wilsonInterval(successes: number, n: number, confidence: number): Interval {
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const share = successes / n;
  const scale = 1 + (z * z) / n;
  const centre = (share + (z * z) / (2 * n)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return {
    // Rounding would leave 1e-17 where the bound is exactly 0 or 1.
    lower: successes === 0 ? 0 : Math.max(0, centre - half),
    upper: successes === n ? 1 : Math.min(1, centre + half),
    confidence,
  };
}

function requireSuccesses(successes: number, n: number): void {
  if (!(Number.isFinite(successes) && Number.isFinite(n) && successes >= 0 && n >= 0 && successes <= n)) {
    throw new RangeError(`${String(successes)} of ${String(n)} is not a share`);
  }
}

/**
 * Share with Wilson's score interval (Wilson 1927; Newcombe 1998, method 3).
 * R: `prop.test(x, n, correct = FALSE)$conf.int`. For a weighted share give share * n_eff and n_eff, which need not be whole.
 */
export function estimateProportion(successes: number, n: number, confidence = 0.95): ProportionEstimate | NotEnoughData {
  requireSuccesses(successes, n);
  requireOpenUnit(confidence, "confidence");
  if (n === 0) return notEnoughData("no-observations", 0);
  return { kind: "result", n, share: successes / n, interval: wilsonInterval(successes, n, confidence) };
}

/** Newcombe's hybrid score interval for the difference first - second (Newcombe 1998b, method 10). Counts need not be whole. */
export function newcombeInterval(x1: number, n1: number, x2: number, n2: number, confidence = 0.95): Interval {
  const first = wilsonInterval(x1, n1, confidence);
  const second = wilsonInterval(x2, n2, confidence);
  const p1 = x1 / n1;
  const p2 = x2 / n2;
  const difference = p1 - p2;
  return {
    lower: Math.max(-1, difference - Math.hypot(p1 - first.lower, second.upper - p2)),
    upper: Math.min(1, difference + Math.hypot(first.upper - p1, p2 - second.lower)),
    confidence,
  };
}

/**
 * Fisher's exact test of a 2 x 2 table, two-sided: the probabilities of all tables with the same margins that are at most
 * as likely as the observed one (relative tolerance 1e-7, as R `fisher.test`).
 */
export function fisherExactTwoSided(x1: number, n1: number, x2: number, n2: number): number {
  for (const [name, value] of Object.entries({ x1, n1, x2, n2 })) requireCount(value, name);
  requireSuccesses(x1, n1);
  requireSuccesses(x2, n2);
  const successes = x1 + x2;
  const from = Math.max(0, successes - n2);
  const to = Math.min(successes, n1);
  // Ratios of neighbouring probabilities, relative to the first table; logarithms keep a long chain in range.
  const logs: number[] = [0];
  for (let x = from; x < to; x += 1) {
    const ratio = ((n1 - x) * (successes - x)) / ((x + 1) * (n2 - successes + x + 1));
    logs.push((logs[x - from] as number) + Math.log(ratio));
  }
  const observed = logs[x1 - from] as number;
  const largest = Math.max(...logs);
  let total = 0;
  let atMost = 0;
  for (const log of logs) {
    const weight = Math.exp(log - largest);
    total += weight;
    if (log <= observed + 1e-7) atMost += weight;
  }
  return Math.min(1, atMost / total);
}

export type TwoProportionsTest = Result<{
  readonly first: { readonly n: number; readonly share: number };
  readonly second: { readonly n: number; readonly share: number };
  /** first - second, from -1 to 1. */
  readonly difference: number;
  readonly interval: Interval;
  /** Pooled z without continuity correction; 0 when nobody or everybody said yes. */
  readonly z: number;
  /** "fisher" when an expected count is below 5 and the counts are whole, otherwise "pooled-z". */
  readonly method: "pooled-z" | "fisher";
  /** Two-sided p of `method`. */
  readonly p: number;
}>;

/**
 * Compares a share between two independent groups.
 *
 * Test: z = (p1 - p2) / sqrt(p (1 - p) (1/n1 + 1/n2)) with the pooled share p (R `prop.test(correct = FALSE)`, chi2 = z^2),
 * or Fisher's exact test when any expected count is below 5. Interval: Newcombe's hybrid score. An empty group:
 * "no-observations". Weighted groups: give share * n_eff and n_eff; Fisher is then replaced by z, because it needs counts.
 */
export function compareIndependentProportions(x1: number, n1: number, x2: number, n2: number, confidence = 0.95): TwoProportionsTest | NotEnoughData {
  requireSuccesses(x1, n1);
  requireSuccesses(x2, n2);
  requireOpenUnit(confidence, "confidence");
  if (n1 === 0 || n2 === 0) return notEnoughData("no-observations", n1 + n2);
  const pooled = (x1 + x2) / (n1 + n2);
  const difference = x1 / n1 - x2 / n2;
  const isDegenerate = x1 + x2 === 0 || x1 + x2 === n1 + n2;
  const z = isDegenerate ? 0 : difference / Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
  const smallestExpected = Math.min(n1, n2) * Math.min(pooled, 1 - pooled);
  const isWhole = [x1, n1, x2, n2].every((count) => Number.isSafeInteger(count));
  const method = smallestExpected < 5 && isWhole ? "fisher" : "pooled-z";
  return {
    kind: "result",
    first: { n: n1, share: x1 / n1 },
    second: { n: n2, share: x2 / n2 },
    difference,
    interval: newcombeInterval(x1, n1, x2, n2, confidence),
    z,
    method,
    p: method === "fisher" ? fisherExactTwoSided(x1, n1, x2, n2) : normalTwoSided(z),
  };
}
