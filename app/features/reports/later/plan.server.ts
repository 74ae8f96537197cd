// Which long computations a report asks for, from its questions; each with its seed, so that anyone can repeat it.
import { asc, eq } from "drizzle-orm";
import type { Context } from "~/core/context";
import type { Question } from "~/features/questionnaires/questionnaire";
import type { BestWorstTask } from "~/statistics/maxdiff-counts";
import type { FourPrices } from "~/statistics/price-sensitivity";
import { participants } from "~db/schema/index";
import { bestWorstTasks } from "../blocks/best-worst/analyse.server";
import { describesIdeal } from "../other-ways/ideal-ways.server";
import { checkedWords, ratedAnswers } from "../blocks/check-all/analyse.server";
import { driverRows } from "../blocks/drivers/analyse.server";
import { pricesOf } from "../blocks/prices/analyse.server";
import type { ReportData } from "../data.server";
import { gridOf } from "../people.server";
import { ratingConfigOf, ratingsThatMeasure } from "../rating-analysis.server";
import { lowBase, smallestBase } from "../report";
import type { LongTask } from "./task";

/** Fewer people than this form no groups (METHODS 3.23), and none have strengths of their own (3.12). */
const fewestForGroups = 60;
const fewestForStrengths = 20;

export type Planned = { method: string; seed: string; makeTask: (ctx: Context) => Promise<LongTask> };

/** Who rated every prototype, up to `most` of them: numbers of the people and their ratings. */
const completeRatings = (data: ReportData, question: Question, most = Infinity): { people: number[]; ratings: number[][] } => {
  const { people, prototypes, rowOf } = gridOf(data);
  const numbers = data.numbers.get(question.key)!;
  const found: { people: number[]; ratings: number[][] } = { people: [], ratings: [] };
  for (let person = 0; person < people && found.people.length < most; person += 1) {
    const own: number[] = [];
    for (let place = 0; place < prototypes; place += 1) {
      const row = rowOf[person * prototypes + place]!;
      const value = row < 0 ? Number.NaN : numbers[row]!;
      if (Number.isNaN(value)) break;
      own.push(value);
    }
    if (own.length === prototypes) {
      found.people.push(person);
      found.ratings.push(own);
    }
  }
  return found;
};

/** Facts by the number of a participant within the trial, which starts at 1. */
const factsOf = async (ctx: Context, trialId: number): Promise<Record<string, string>[]> => {
  const rows = await ctx.db.select({ profile: participants.profile }).from(participants).where(eq(participants.trialId, trialId)).orderBy(asc(participants.id));
  return [{}, ...rows.map(({ profile }) => profile)];
};

const likingGroupsOf = (data: ReportData): Planned[] => {
  const liking = ratingsThatMeasure(data, "overall_liking")[0];
  // Not within a segment: groups of groups would be too small to be told, and their differences would tell on somebody.
  if (!liking || data.prototypes.length < 2 || data.segment) return [];
  if (completeRatings(data, liking, fewestForGroups).people.length < fewestForGroups) return [];
  const seed = `${data.trial.seed}/liking_groups`;
  return [
    {
      method: "liking_groups",
      seed,
      makeTask: async (ctx) => {
        const { people, ratings } = completeRatings(data, liking);
        const facts = await factsOf(ctx, data.trial.id);
        return { kind: "liking_groups", seed, ratings, facts: people.map((person) => facts[person] ?? {}) };
      },
    },
  ];
};

/** Reach is about people who tried everything, and what they put into the top boxes. */
const turfOf = (data: ReportData): Planned[] => {
  const liking = ratingsThatMeasure(data, "overall_liking")[0];
  if (!liking || data.prototypes.length < 3) return [];
  const { topBoxes } = ratingConfigOf(liking);
  if (topBoxes.length === 0 || completeRatings(data, liking, lowBase).people.length < lowBase) return [];
  const seed = `${data.trial.seed}/turf`;
  const likes = () => completeRatings(data, liking).ratings.map((own) => own.map((rating) => topBoxes.includes(rating)));
  return [{ method: "turf", seed, makeTask: () => Promise.resolve({ kind: "turf", seed, likes: likes() }) }];
};

const priceTasks = (data: ReportData, question: Question): Planned[] => {
  const answers: FourPrices[] = pricesOf(data, question);
  const method = `prices:${question.key}`;
  const seed = `${data.trial.seed}/${method}`;
  return answers.length < smallestBase ? [] : [{ method, seed, makeTask: () => Promise.resolve({ kind: "prices", seed, answers }) }];
};

const strengthTasks = (data: ReportData, question: Question): Planned[] => {
  const { items } = question.config as { items: { value: string }[] };
  const tasks: BestWorstTask[] = bestWorstTasks(data, question);
  const method = `best_worst:${question.key}`;
  const seed = `${data.trial.seed}/${method}`;
  return new Set(tasks.map(({ personId }) => personId)).size < fewestForStrengths
    ? []
    : [{ method, seed, makeTask: () => Promise.resolve({ kind: "best_worst", seed, items: items.length, tasks }) }];
};

/** Only where something is shown that could carry an interval. */
const liftTasks = (data: ReportData, question: Question): Planned[] => {
  const liking = ratingsThatMeasure(data, "overall_liking")[0];
  if (!liking || describesIdeal(question)) return [];
  const { terms, chosen } = checkedWords(data, question);
  const rated = ratedAnswers(data, chosen, data.numbers.get(liking.key)!);
  if (rated.person.length < 2 * smallestBase) return [];
  const method = `check_all:${question.key}`;
  const seed = `${data.trial.seed}/${method}`;
  const makeTask = (): LongTask => ({
    kind: "lifts",
    seed,
    terms: terms.map(({ value }) => value),
    person: rated.person,
    liking: rated.liking,
    checked: terms.map(({ value }) => rated.sets.flatMap((set, row) => (set.has(value) ? [row] : []))),
  });
  return [{ method, seed, makeTask: () => Promise.resolve(makeTask()) }];
};

const driverTasks = (data: ReportData): Planned[] => {
  const rated = driverRows(data);
  if (!rated || rated.used.length < lowBase) return [];
  const method = `drivers:${rated.liking.key}`;
  const seed = `${data.trial.seed}/${method}`;
  const { person, overall, answers } = rated;
  const attributes = rated.attributes.map(({ key }) => key);
  return [{ method, seed, makeTask: () => Promise.resolve({ kind: "drivers", seed, attributes, person, overall, answers }) }];
};

const tasksOf = (data: ReportData, question: Question): Planned[] => {
  switch (question.type) {
    case "price_sensitivity":
      return priceTasks(data, question);
    case "maxdiff":
      return strengthTasks(data, question);
    case "cata":
    case "rata":
      return liftTasks(data, question);
    default:
      return [];
  }
};

export const planComputations = (data: ReportData): Planned[] =>
  data.segment && data.segment.state !== "shown"
    ? []
    : [...likingGroupsOf(data), ...turfOf(data), ...driverTasks(data), ...data.questions.flatMap((question) => tasksOf(data, question))];
