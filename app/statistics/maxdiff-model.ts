/** Best-worst tasks as choices (METHODS 3.12): the strength of every item with its uncertainty, for all people together. */
import { Matrix } from "ml-matrix";
import { at } from "./checks";
import { fitChoices, meanUtility, type ChoiceSet, type Utility } from "./choice-model";
import { requireTasks, type BestWorstTask } from "./maxdiff-counts";
import { notEnoughData, type NotEnoughData, type Result } from "./result";
import { mutualGroups } from "./win-graph";

/** "sequential": best of all, then worst of the rest. "pairs": best and worst chosen together as the widest pair. */
export type BestWorstModel = "sequential" | "pairs";

export type BestWorstFit = Result<{
  readonly model: BestWorstModel;
  readonly tasks: number;
  readonly people: number;
  /** Log-strengths with sum 0. */
  readonly strengths: readonly number[];
  /** As if every choice stood alone; [i][j] of the strengths. */
  readonly covariance: readonly (readonly number[])[];
  /** Choices of one person belong together (sandwich estimator); these are the errors to show. */
  readonly robustCovariance: readonly (readonly number[])[];
  /** Chance to be best among all items, sum 1. */
  readonly shares: readonly number[];
  readonly logLikelihood: number;
  readonly nullLogLikelihood: number;
  /** exp(log-likelihood / choices): 1 is perfect. */
  readonly rootLikelihood: number;
}>;

/** The choices one task stands for. */
function choicesOf(task: BestWorstTask, model: BestWorstModel): { key: string; alternatives: number[][]; chosen: number }[] {
  const { shown, best, worst } = task;
  if (model === "pairs") {
    const alternatives = shown.flatMap((first) => shown.filter((second) => second !== first).map((second) => [first, second]));
    return [{ key: `p${shown.join()}`, alternatives, chosen: alternatives.findIndex(([first, second]) => first === best && second === worst) }];
  }
  const rest = shown.filter((item) => item !== best);
  return [
    { key: `b${shown.join()}`, alternatives: shown.map((item) => [item]), chosen: shown.indexOf(best) },
    { key: `w${rest.join()}`, alternatives: rest.map((item) => [-1, item]), chosen: rest.indexOf(worst) },
  ];
}

/**
 * Logit of best-worst choices. Sequential (Marley & Louviere 2005): best e^b_i / sum over those shown, worst e^-b_i / sum over the rest.
 * Pairs ("maxdiff"): e^(b_i - b_j) over all ordered pairs. R: `survival::clogit` on the stacked choices; robust errors with `cluster(person)`.
 *
 * "disconnected" when an item was always best or always worst against the rest, so that its strength has no finite best fit.
 * A person who answers at random has a root likelihood near 1/k per best choice. Example: fitBestWorst(tasks, 7).
 */
export function fitBestWorst(tasks: readonly BestWorstTask[], items: number, model: BestWorstModel = "sequential"): BestWorstFit | NotEnoughData {
  requireTasks(tasks, items);
  if (tasks.length === 0) return notEnoughData("no-observations", 0);
  if (items < 2) return notEnoughData("too-few-groups", tasks.length);
  const beats = Array.from({ length: items }, () => new Array<number>(items).fill(0));
  for (const { shown, best, worst } of tasks) {
    for (const item of shown) {
      if (item !== best) at(beats, best)[item] = 1;
      if (item !== worst) at(beats, item)[worst] = 1;
    }
  }
  const groups = mutualGroups(beats);
  if (groups.length > 1) {
    return notEnoughData(
      "disconnected",
      tasks.length,
      groups.map((group) => group.map(String)),
    );
  }
  const utilityOf = (items_: readonly number[]): Utility =>
    items_.flatMap((item, place): [number, number][] => (item < 0 || item === items - 1 ? [] : [[item, place === 0 ? 1 : -1]]));
  const sets: (ChoiceSet & { counts: number[] })[] = [];
  const setOf = new Map<string, number>();
  const made: { person: string; set: number; chosen: number }[] = [];
  for (const task of tasks) {
    for (const { key, alternatives, chosen } of choicesOf(task, model)) {
      const known = setOf.get(key) ?? sets.length;
      if (known === sets.length) {
        setOf.set(key, known);
        sets.push({ alternatives: alternatives.map(utilityOf), counts: alternatives.map(() => 0) });
      }
      const { counts } = at(sets, known);
      counts[chosen] = at(counts, chosen) + 1;
      made.push({ person: task.personId, set: known, chosen });
    }
  }
  const fit = fitChoices(sets, items - 1);
  if (fit === null) return notEnoughData("not-estimable", tasks.length);

  const means = sets.map((set, index) => meanUtility(set, at(fit.chances, index), items - 1));
  const scores = new Map<string, Float64Array>();
  for (const { person, set, chosen } of made) {
    const score = scores.get(person) ?? new Float64Array(items - 1);
    scores.set(person, score);
    const mean = at(means, set);
    for (let parameter = 0; parameter < items - 1; parameter += 1) score[parameter] = (score[parameter] as number) - (mean[parameter] as number);
    for (const [parameter, weight] of at(at(sets, set).alternatives, chosen)) score[parameter] = (score[parameter] as number) + weight;
  }
  const meat = Matrix.zeros(items - 1, items - 1);
  for (const score of scores.values()) {
    const column = Matrix.columnVector([...score]);
    meat.add(column.mmul(column.transpose()));
  }
  const centring = Matrix.sub(Matrix.eye(items, items), 1 / items).subMatrix(0, items - 1, 0, items - 2);
  const centred = (covariance: Matrix) => centring.mmul(covariance).mmul(centring.transpose()).to2DArray();
  const relative = [...fit.estimates, 0];
  const mean = relative.reduce((sum, strength) => sum + strength, 0) / items;
  const strengths = relative.map((strength) => strength - mean);
  const total = strengths.reduce((sum, strength) => sum + Math.exp(strength), 0);
  return {
    kind: "result",
    model,
    tasks: tasks.length,
    people: scores.size,
    strengths,
    covariance: centred(fit.covariance),
    robustCovariance: centred(fit.covariance.mmul(meat).mmul(fit.covariance)),
    shares: strengths.map((strength) => Math.exp(strength) / total),
    logLikelihood: fit.logLikelihood,
    nullLogLikelihood: fit.nullLogLikelihood,
    rootLikelihood: Math.exp(fit.logLikelihood / made.length),
  };
}
