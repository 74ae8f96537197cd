// Weights make the people who answered count as the population does: how large each group should be is entered, and the weights follow.
import type { LocalizedText } from "~/core/locale";

/** Wanted shares in percent, by value of the fact; they add up to 100. */
export type Target = { fact: string; shares: Record<string, number> };

export type Weighting = {
  targets: Target[];
  /** No weight is larger than this many means, nor smaller than one over it; null for no limit. */
  cap: number | null;
  /** Whether the report shows weighted numbers. */
  isUsed: boolean;
};

export const caps = [3, 5, 10, null] as const satisfies readonly Weighting["cap"][];

/** A fact with few enough values to know how common each is. */
export type WeightChoice = { fact: string; label: LocalizedText; options: { value: string; label: LocalizedText }[] };

export const fieldOf = (fact: number, option: number): string => `share-${fact}-${option}`;
/** What the fields were made from, so that an answer to another form is not taken for one to this. */
export const shapeOf = (choices: readonly WeightChoice[]): string =>
  JSON.stringify(choices.map(({ fact, options }) => [fact, options.map(({ value }) => value)]));

export type TargetProblem = { field: string; key: "not_understood" | "not_a_hundred"; sum?: number };

/** What the fields say. A fact of which nothing is filled in is not weighted by; an empty field among filled ones stands for nobody. */
export const readTargets = (choices: readonly WeightChoice[], fieldAt: (name: string) => string): { targets: Target[]; problems: TargetProblem[] } => {
  const targets: Target[] = [];
  const problems: TargetProblem[] = [];
  for (const [index, { fact, options }] of choices.entries()) {
    const typed = options.map((_, place) => fieldAt(fieldOf(index, place)).trim().replace(",", "."));
    if (typed.every((text) => text === "")) continue;
    const shares = typed.map((text) => (text === "" ? 0 : /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN));
    const wrong = shares.findIndex((share) => !(share >= 0 && share <= 100));
    const sum = shares.reduce((total, share) => total + share, 0);
    if (wrong >= 0) problems.push({ field: fieldOf(index, wrong), key: "not_understood" });
    // Rounded shares of several groups may miss by a little.
    else if (Math.abs(sum - 100) > 0.11) problems.push({ field: fieldOf(index, 0), key: "not_a_hundred", sum });
    else targets.push({ fact, shares: Object.fromEntries(options.map(({ value }, place) => [value, shares[place]!])) });
  }
  return { targets, problems };
};
