// The weights of the people behind a report, from what is known of them and how common each group should be.
import { sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { preferNotToSay } from "~/features/accounts/profile";
import type { MarginReport } from "~/statistics/raking";
import { hiddenGroups } from "~/statistics/suppression";
import { findLeftOut, type TrialFacts } from "../data.server";
import { smallestGroup, type Exclusion } from "../report";
import { namedFact, rakeFacts, type NoWeights } from "./rake-facts";
import type { Weighting } from "./weighting";

/** `before` is the share among everybody who answered, null where the group is too small to show. */
export type WeighedMargin = {
  fact: string;
  unknown: number | null;
  rows: { value: string; before: number | null; after: number; target: number; isThin: boolean }[];
};

export type Weights = {
  kind: "weights";
  /** By number of the person within the trial. */
  weightOf: ReadonlyMap<number, number>;
  people: number;
  effectiveN: number;
  efficiency: number;
  quality: "good" | "warning" | "refused";
  rounds: number;
  isConverged: boolean;
  residualError: number;
  smallest: number;
  largest: number;
  /** Weights that the limit holds back. */
  trimmed: number;
  margins: WeighedMargin[];
};

export type Weighed = Weights | NoWeights;

type Known = { id: number; facts: (string | null)[] };

const findFacts = async (ctx: Context, trial: TrialFacts, facts: readonly string[]): Promise<Known[]> => {
  const columns = sql.join(
    facts.map((fact) => sql`nullif(p.profile ->> ${fact}, ${preferNotToSay})`),
    sql`, `,
  );
  const rows = await ctx.db.execute<Known>(sql`
    select p.id, array[${columns}]::text[] as facts from participants p
    where p.trial_id = ${trial.id}
      and exists (select 1 from responses r where r.participant_id = p.id and r.version_id = ${trial.questionnaireVersionId} and r.state = 'submitted')
    order by p.id`);
  return [...rows];
};

/** Counts of everybody who answered: after somebody was left out, the difference of the two would tell what that person is. */
const marginOf = (report: MarginReport, values: readonly (string | null)[]): WeighedMargin => {
  const counts = report.rows.map(({ category }) => values.filter((value) => value === category).length);
  const unknown = values.length - counts.reduce((sum, n) => sum + n, 0);
  const hidden = hiddenGroups([...counts, unknown], smallestGroup);
  return {
    fact: report.name,
    unknown: hidden.at(-1) ? null : unknown,
    rows: report.rows.map(({ category, after, target, isThin }, index) => ({
      value: category,
      before: hidden[index] ? null : counts[index]! / Math.max(1, values.length - unknown),
      after,
      target,
      isThin,
    })),
  };
};

/** Weights of everybody whose answers count. */
export const weighPeople = async (ctx: Context, trial: TrialFacts, exclusions: readonly Exclusion[], { targets, cap }: Weighting): Promise<Weighed> => {
  if (targets.length === 0 || trial.questionnaireVersionId === null) return { kind: "nobody" };
  const { number, reasons, withdrawn } = await findLeftOut(ctx, trial.id, exclusions);
  const everybody = await findFacts(
    ctx,
    trial,
    targets.map(({ fact }) => fact),
  );
  const people = everybody.filter(({ id }) => !reasons.has(id) && !withdrawn.has(id));
  const raked = rakeFacts(
    { targets, cap },
    people.map(({ facts }) => facts),
  );
  if (raked.kind !== "result") return raked;
  const { effectiveN, efficiency, quality, rounds, isConverged, residualError, smallest, largest, weights } = raked;
  const near = (weight: number, limit: number) => Math.abs(weight / limit - 1) < 0.05;
  const isHeld = (weight: number) =>
    cap !== null && ((near(largest, cap) && weight >= largest * 0.999999) || (near(smallest, 1 / cap) && weight <= smallest * 1.000001));
  return {
    kind: "weights",
    weightOf: new Map(people.map(({ id }, index) => [number.get(id)!, weights[index]!])),
    people: people.length,
    effectiveN,
    efficiency,
    quality,
    rounds,
    isConverged,
    residualError,
    smallest,
    largest,
    trimmed: weights.filter(isHeld).length,
    margins: raked.margins.map((report, index) =>
      marginOf(
        report,
        everybody.map(({ facts }) => namedFact(targets[index]!, facts[index] ?? null)),
      ),
    ),
  };
};
