// How many people a trial needs, asked in the words of whoever plans it. The methods are those of METHODS 1.9.
import {
  pairedEffect,
  peopleForMarginOfError,
  peopleForPairedMeans,
  peopleForPairedShares,
  peopleForTwoMeans,
  peopleForTwoShares,
  powerOfPreference,
} from "~/statistics/sample-size";

export const sampleQuestions = ["means", "top_two_box", "preference", "margin"] as const;
export type SampleQuestion = (typeof sampleQuestions)[number];

/** Shares are parts of one. `isWithin`: the same people try both prototypes. */
export type SampleFacts = {
  question: SampleQuestion;
  isWithin: boolean;
  alpha: number;
  power: number;
  difference: number;
  standardDeviation: number;
  correlation: number;
  share: number;
  otherShare: number;
  onlyFirst: number;
  onlySecond: number;
  preference: number;
  margin: number;
  population: number | null;
};

const mostPeople = 5000;

/** The exact test is a staircase: the fewest people from which on the power never falls below the wanted one. */
const peopleForPreference = ({ preference, alpha, power }: SampleFacts): number | null => {
  const isEnough = (n: number) => powerOfPreference(n, preference, alpha).power >= power;
  let [low, high] = [1, 16];
  while (high < mostPeople && !isEnough(high)) [low, high] = [high, high * 2];
  if (!isEnough(high)) return null;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  // Around the step the power goes up and down: walk up past the last dip.
  let n = Math.max(1, high - 40);
  for (let candidate = n; candidate < high + 60; candidate += 1) if (!isEnough(candidate)) n = candidate + 1;
  return n;
};

/** Exact number of people: in each group where every person tries one prototype, in all where everybody tries both. Null: more than can be had. */
export const peopleNeeded = (facts: SampleFacts): number | null => {
  const design = { alpha: facts.alpha, power: facts.power };
  try {
    switch (facts.question) {
      case "means":
        return facts.isWithin
          ? peopleForPairedMeans(pairedEffect(facts.difference, facts.standardDeviation, facts.correlation), design)
          : peopleForTwoMeans(facts.difference / facts.standardDeviation, design);
      case "top_two_box":
        return facts.isWithin ? peopleForPairedShares(facts.onlyFirst, facts.onlySecond, design) : peopleForTwoShares(facts.share, facts.otherShare, design);
      case "preference":
        return peopleForPreference(facts);
      case "margin":
        return peopleForMarginOfError(facts.margin, 1 - facts.alpha, facts.share, facts.population ?? Infinity);
    }
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

const halve = (low: number, high: number, isAbove: (value: number) => boolean): number => {
  let [from, to] = [low, high];
  for (let step = 0; step < 16; step += 1) {
    const middle = (from + to) / 2;
    if (isAbove(middle)) to = middle;
    else from = middle;
  }
  return (from + to) / 2;
};

/** Chance to find the difference with so many people. */
export const powerWith = (facts: SampleFacts, people: number): number =>
  facts.question === "preference"
    ? powerOfPreference(people, facts.preference, facts.alpha).power
    : halve(facts.alpha + 0.001, 0.999, (power) => (peopleNeeded({ ...facts, power }) ?? Infinity) > people);

/** The smallest difference that so many people would find with the wanted power, in the unit of the question. */
export const detectableWith = (facts: SampleFacts, people: number): number | null => {
  const isEnough = (changed: Partial<SampleFacts>) => (peopleNeeded({ ...facts, ...changed }) ?? Infinity) <= people;
  switch (facts.question) {
    case "means":
      return halve(0.01, 8, (difference) => isEnough({ difference }));
    case "top_two_box": {
      if (facts.isWithin) {
        const both = facts.onlyFirst + facts.onlySecond;
        return halve(0.002, both * 0.998, (gap) => isEnough({ onlyFirst: (both + gap) / 2, onlySecond: (both - gap) / 2 }));
      }
      const room = 0.999 - facts.otherShare;
      return room <= 0.002 ? null : halve(0.001, room, (gap) => isEnough({ share: facts.otherShare + gap }));
    }
    case "preference":
      return halve(0.001, 0.498, (gap) => powerOfPreference(people, 0.5 + gap, facts.alpha).power >= facts.power);
    case "margin":
      return halve(0.001, 0.5, (margin) => isEnough({ margin }));
  }
};

export type SampleAnswer = {
  /** Rounded up; null where no trial could be large enough. */
  people: number | null;
  curve: { people: number; power: number }[];
  planned: { people: number; detectable: number | null; power: number | null };
};

/** The number, the power of smaller and larger trials, and what the planned one would find. */
export const answerSampleSize = (facts: SampleFacts, plannedPeople: number): SampleAnswer => {
  const exact = peopleNeeded(facts);
  const people = exact === null ? null : Math.ceil(exact - 1e-9);
  const steps = people === null || people > mostPeople ? [] : [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2].map((part) => Math.max(4, Math.round(part * people)));
  const curve = facts.question === "margin" ? [] : [...new Set(steps)].map((count) => ({ people: count, power: powerWith(facts, count) }));
  return {
    people,
    curve,
    planned: {
      people: plannedPeople,
      detectable: plannedPeople >= 4 ? detectableWith(facts, plannedPeople) : null,
      power: facts.question === "margin" || plannedPeople < 4 ? null : powerWith(facts, plannedPeople),
    },
  };
};
