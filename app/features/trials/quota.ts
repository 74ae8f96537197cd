// Who fits which quota cell, and which facts have to be known to tell.
import type { CellRule } from "./trial";

type Facts = Readonly<Record<string, string>>;

/** Every listed fact has one of its values; an unknown fact does not fit. */
export const fitsCell = (rule: CellRule, facts: Facts): boolean => rule.all.every(({ fact, values }) => values.includes(facts[fact] ?? ""));

/** True while no known fact speaks against the cell. */
export const mayFitCell = (rule: CellRule, facts: Facts): boolean =>
  rule.all.every(({ fact, values }) => facts[fact] === undefined || values.includes(facts[fact]));

/** The facts that the cells look at, each once, in the order of their first mention. */
export const factsAskedFor = (rules: readonly CellRule[]): string[] => [...new Set(rules.flatMap((rule) => rule.all.map(({ fact }) => fact)))];

export const missingFacts = (rules: readonly CellRule[], facts: Facts): string[] => factsAskedFor(rules).filter((fact) => facts[fact] === undefined);
