// People, or groups of people who are alike, raked to the entered targets by what is known of them.
import { rake, type Raking } from "~/statistics/raking";
import type { Target, Weighting } from "./weighting";

/** What is known of somebody, in the order of the targets; null for what is not. */
export type KnownFacts = readonly (string | null)[];

/** A value that no target names leaves its people as they are in that step, as an unknown one does. */
export const namedFact = ({ shares }: Target, value: string | null): string | null => (value !== null && Object.hasOwn(shares, value) ? value : null);

export type NoWeights = { kind: "empty"; fact: string; value: string } | { kind: "unknown"; fact: string } | { kind: "nobody" };

/** A weight for each line; `people` says for how many each line stands. */
export const rakeFacts = (
  { targets, cap }: Pick<Weighting, "targets" | "cap">,
  lines: readonly KnownFacts[],
  people?: readonly number[],
): Raking | NoWeights => {
  if (targets.length === 0 || lines.length === 0) return { kind: "nobody" };
  const margins = targets.map((target, index) => ({
    name: target.fact,
    targets: target.shares,
    categories: lines.map((facts) => namedFact(target, facts[index] ?? null)),
  }));
  const unknown = margins.find(({ categories }) => categories.every((category) => category === null));
  if (unknown) return { kind: "unknown", fact: unknown.name };
  const raked = rake(margins, { cap, people });
  if (raked.kind === "empty-category") return { kind: "empty", fact: raked.margin, value: raked.category };
  return raked.kind === "not-enough-data" ? { kind: "nobody" } : raked;
};
