/**
 * What the team agreed before fieldwork would count as success, held against what was measured (METHODS 1.10). The rules are data; this
 * file only compares numbers that were computed elsewhere.
 */
import { requireOpenUnit } from "./checks";
import type { Interval, NotEnoughData } from "./result";

export type Comparison = ">=" | "<=" | ">" | "<" | "==";

export type StandardTest =
  /** The difference lies above 0. `sided` 1 tests one direction at `alpha`, 2 tests both. */
  | { readonly kind: "superior"; readonly alpha: number; readonly sided: 1 | 2 }
  /** The difference lies above -margin, one-sided at `alpha`. */
  | { readonly kind: "not-inferior"; readonly margin: number; readonly alpha: number }
  /** The difference lies within ±margin, by two one-sided tests at `alpha`. */
  | { readonly kind: "equivalent"; readonly margin: number; readonly alpha: number }
  /** The measured value itself is compared, without its uncertainty. */
  | { readonly kind: "point"; readonly comparison: Comparison; readonly value: number }
  /** The one-sided confidence bound at `alpha` reaches the value: the lower bound for ">=", the upper one for "<=". */
  | { readonly kind: "bound"; readonly comparison: ">=" | "<="; readonly value: number; readonly alpha: number };

export type Weight = "must" | "should";

export type StandardLeaf = {
  readonly kind: "leaf";
  readonly id: string;
  /** "must" unless said otherwise here or in the group above. */
  readonly weight?: Weight;
  readonly test: StandardTest;
  /** Smallest base on which the leaf is evaluated; 10 unless set. Counted facts, such as complaints, set 0. */
  readonly minimumBase?: number;
};

export type StandardGroup = {
  readonly kind: "all" | "any";
  readonly weight?: Weight;
  readonly rules: readonly StandardRule[];
};

export type StandardRule = StandardLeaf | StandardGroup;

/** A metric as measured: a value, or a difference for superior, not-inferior and equivalent; higher is better. */
export type Measurement = {
  readonly kind: "measured";
  readonly n: number;
  readonly estimate: number;
  /** Two-sided, at `requiredConfidence` of the test; needed by all tests but "point". */
  readonly interval?: Interval;
};

export type Outcome = "pass" | "fail" | "inconclusive" | "not-evaluable";

export type LeafVerdict = {
  readonly id: string;
  readonly weight: Weight;
  readonly test: StandardTest;
  readonly outcome: Outcome;
  readonly evidence: Measurement | NotEnoughData | null;
};

export type Decision = "go" | "go-with-conditions" | "no-go" | "insufficient-evidence";

export type StandardVerdict = { readonly decision: Decision; readonly leaves: readonly LeafVerdict[] };

const DEFAULT_MINIMUM_BASE = 10;

/**
 * The confidence of the two-sided interval a test reads: 1 - 2 alpha for one-sided tests and equivalence, 1 - alpha for two-sided
 * superiority; null for "point", which reads none.
 */
export function requiredConfidence(test: StandardTest): number | null {
  if (test.kind === "point") return null;
  requireOpenUnit(test.alpha, "alpha");
  if (test.kind === "superior" && test.sided === 2) return 1 - test.alpha;
  if (test.alpha >= 0.5) throw new RangeError("a one-sided alpha must be below .5");
  return 1 - 2 * test.alpha;
}

function compare(estimate: number, comparison: Comparison, value: number): boolean {
  switch (comparison) {
    case ">=":
      return estimate >= value;
    case "<=":
      return estimate <= value;
    case ">":
      return estimate > value;
    case "<":
      return estimate < value;
    case "==":
      return estimate === value;
  }
}

/** Pass when the whole interval lies above the limit, fail when it lies below, inconclusive when it holds the limit. */
function against(interval: Interval, limit: number): Outcome {
  if (interval.lower > limit) return "pass";
  return interval.upper < limit ? "fail" : "inconclusive";
}

function judgeEquivalence({ lower, upper }: Interval, margin: number): Outcome {
  if (lower > -margin && upper < margin) return "pass";
  return lower >= margin || upper <= -margin ? "fail" : "inconclusive";
}

function judgeBound({ lower, upper }: Interval, comparison: ">=" | "<=", value: number): Outcome {
  if (comparison === ">=") return lower >= value ? "pass" : upper < value ? "fail" : "inconclusive";
  return upper <= value ? "pass" : lower > value ? "fail" : "inconclusive";
}

function requireMargin(margin: number): number {
  if (!(margin > 0 && Number.isFinite(margin))) throw new RangeError("a margin must be above 0");
  return margin;
}

/**
 * Judges one leaf. Not evaluable when the metric could not be computed or its base is too small. Throws `RangeError` when the interval is
 * missing or has another confidence than the test asks for: that would be a silent change of the agreed level.
 */
export function judgeLeaf(leaf: StandardLeaf, evidence: Measurement | NotEnoughData | null): Outcome {
  const { test } = leaf;
  const confidence = requiredConfidence(test);
  if (evidence === null || evidence.kind === "not-enough-data") return "not-evaluable";
  if (!Number.isFinite(evidence.estimate)) throw new RangeError(`${leaf.id} was given ${String(evidence.estimate)}`);
  if (evidence.n < (leaf.minimumBase ?? DEFAULT_MINIMUM_BASE)) return "not-evaluable";
  if (test.kind === "point") return compare(evidence.estimate, test.comparison, test.value) ? "pass" : "fail";
  const { interval } = evidence;
  if (interval === undefined || confidence === null || Math.abs(interval.confidence - confidence) > 1e-9) {
    throw new RangeError(`${leaf.id} needs an interval at confidence ${String(confidence)}`);
  }
  switch (test.kind) {
    case "superior":
      return against(interval, 0);
    case "not-inferior":
      return against(interval, -requireMargin(test.margin));
    case "equivalent":
      return judgeEquivalence(interval, requireMargin(test.margin));
    case "bound":
      return judgeBound(interval, test.comparison, test.value);
  }
}

/** From worst to best. What was measured and crosses the limit ranks above what could not be measured. */
const RANKED: readonly Outcome[] = ["fail", "not-evaluable", "inconclusive", "pass"];

function combine(kind: "all" | "any", outcomes: readonly Outcome[]): Outcome {
  const ranks = outcomes.map((outcome) => RANKED.indexOf(outcome));
  return RANKED[kind === "all" ? Math.min(...ranks) : Math.max(...ranks)] as Outcome;
}

/**
 * Evaluates the tree. `evidence` maps leaf ids to what was measured; a leaf without an entry is not evaluable.
 *
 * "all" is the worst of its rules and "any" the best. Rules directly below nested "all" groups count one by one, each with its weight, an
 * "any" group counts as one rule with the weight of the group. NO-GO: a must fails. Otherwise insufficient evidence: a must is
 * inconclusive or not evaluable. Otherwise go with conditions: a should does not pass. Otherwise go.
 * Throws `RangeError` for an empty group or a repeated leaf id.
 */
export function evaluateActionStandard(rule: StandardRule, evidence: ReadonlyMap<string, Measurement | NotEnoughData>): StandardVerdict {
  const leaves: LeafVerdict[] = [];
  const seen = new Set<string>();
  const judge = (node: StandardRule, inherited: Weight): Outcome => {
    const weight = node.weight ?? inherited;
    if (node.kind !== "leaf") {
      if (node.rules.length === 0) throw new RangeError("a group of rules is empty");
      return combine(
        node.kind,
        node.rules.map((child) => judge(child, weight)),
      );
    }
    if (seen.has(node.id)) throw new RangeError(`two rules are called ${node.id}`);
    seen.add(node.id);
    const found = evidence.get(node.id) ?? null;
    const outcome = judgeLeaf(node, found);
    leaves.push({ id: node.id, weight, test: node.test, outcome, evidence: found });
    return outcome;
  };
  const requirements: { weight: Weight; outcome: Outcome }[] = [];
  const collect = (node: StandardRule, inherited: Weight): void => {
    const weight = node.weight ?? inherited;
    if (node.kind === "all" && node.rules.length > 0) for (const child of node.rules) collect(child, weight);
    else requirements.push({ weight, outcome: judge(node, weight) });
  };
  collect(rule, "must");
  return { decision: decide(requirements), leaves };
}

function decide(requirements: readonly { weight: Weight; outcome: Outcome }[]): Decision {
  const musts = requirements.filter(({ weight }) => weight === "must").map(({ outcome }) => outcome);
  if (musts.includes("fail")) return "no-go";
  if (musts.some((outcome) => outcome !== "pass")) return "insufficient-evidence";
  return requirements.every(({ outcome }) => outcome === "pass") ? "go" : "go-with-conditions";
}
