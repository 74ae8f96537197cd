// What takes too long for a page: plain input and plain results, so that both can travel to another thread and be stored.
import type { BestWorstTask } from "~/statistics/maxdiff-counts";
import type { Stance } from "~/statistics/opinion-groups";
import type { FourPrices, PricePoints } from "~/statistics/price-sensitivity";
import type { NotEnoughDataReason } from "~/statistics/result";
import type { StoredResult } from "../drafts/stored";
import type { OpinionResult } from "./find-opinions";

/** Above this many people a seeded sample of this size is analysed, and the result says so. */
export const mostPeople = 5_000;

type Seeded = { seed: string };
export type LikingGroupsTask = Seeded & {
  kind: "liking_groups";
  /** Who rated every prototype: a row of ratings per person, in the order of the prototypes. */
  ratings: number[][];
  /** What is known about each of them. */
  facts: Record<string, string>[];
};
export type PricesTask = Seeded & { kind: "prices"; answers: FourPrices[] };
export type BestWorstPeopleTask = Seeded & { kind: "best_worst"; items: number; tasks: BestWorstTask[] };
export type OpinionsTask = Seeded & {
  kind: "opinions";
  /** Ids of the statements, one per column of `votes`. */
  ids: number[];
  votes: Stance[][];
};
export type TurfTask = Seeded & { kind: "turf"; /** [person][prototype]: whether it is liked. */ likes: boolean[][] };
export type LiftsTask = Seeded & {
  kind: "lifts";
  terms: string[];
  /** Per answer about a prototype: who gave it and how much it was liked. */
  person: number[];
  liking: number[];
  /** [term]: the answers in which it was checked. */
  checked: number[][];
};
export type DriversTask = Seeded & {
  kind: "drivers";
  /** Keys of the questions, one per column of `answers`. */
  attributes: string[];
  person: number[];
  overall: number[];
  answers: number[][];
};
export type LongTask = LikingGroupsTask | PricesTask | BestWorstPeopleTask | OpinionsTask | TurfTask | LiftsTask | DriversTask;

/** People analysed, and how many there are; fewer where a sample was drawn. */
export type Base = { n: number; of: number };
export type NotFound = { kind: "not_enough_data"; reason: NotEnoughDataReason };

/** Null where the group is too small to be shown, by itself or by subtraction. */
export type GroupShare = { n: number; share: number; lift: number; p: number } | null;
export type GroupProfile = { fact: string; value: string; /** Share among all who were analysed. */ share: number | null; groups: GroupShare[] };
export type LikingGroupsResult = Base & {
  kind: "liking_groups";
  sizes: number[];
  /** [group][prototype]. */
  means: number[][];
  /** [prototype], over all who were analysed. */
  everybody: number[];
  silhouette: number;
  stability: number;
  isStable: boolean;
  tried: { groups: number; silhouette: number; smallest: number }[];
  profile: GroupProfile[];
};
export type PricesResult = Base & { kind: "prices"; samples: number; intervals: Record<keyof PricePoints, { lower: number; upper: number } | null> };
export type BestWorstPeopleResult = Base & {
  kind: "best_worst";
  /** [item]: the mean over people of each person's shares, and the middle half of the people. */
  items: { share: number; lower: number; upper: number }[];
  largestRhat: number;
  draws: number;
  chains: number;
};
export type TurfSetResult = { items: number[]; reach: number; frequency: number };
export type TurfResult = Base & {
  kind: "turf";
  /** By the number of prototypes offered, from one on: the best sets, best first, and the interval of the best one's reach. */
  sizes: { size: number; best: TurfSetResult[]; lower: number; upper: number }[];
  /** The order in which each prototype adds most. */
  path: { item: number; reach: number }[];
  /** People reached only by the best and only by the second best set, of `pairSize` prototypes. */
  rival: { size: number; onlyBest: number; onlySecond: number } | null;
  samples: number;
};
type Bounds = { lower: number; upper: number } | null;
/** By term; null where a term was checked by nearly all or nearly none. */
export type LiftsResult = Base & { kind: "lifts"; samples: number; intervals: Record<string, Bounds> };
/** By key of the attribute: parts of what all of them explain together, and the part of that which the chart shows. */
export type DriversResult = Base & {
  kind: "drivers";
  samples: number;
  rSquared: Bounds;
  intervals: Record<string, { shapley: Bounds; relativeWeight: Bounds; share: Bounds }>;
};
export type LongResult = LikingGroupsResult | PricesResult | BestWorstPeopleResult | OpinionResult | TurfResult | LiftsResult | DriversResult | NotFound;

/** Kept in place of a result: the thread was stopped because it needed more memory than it is given. */
type TooLarge = { kind: "too_large" };
/** Whatever a computation leaves behind. */
export type KeptResult = LongResult | StoredResult | TooLarge;
