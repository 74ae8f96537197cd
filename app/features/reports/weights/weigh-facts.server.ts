// Weights of everybody who answered, before the report leaves anybody out, by what they are: people who are alike weigh the same.
import { sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { preferNotToSay } from "~/features/accounts/profile";
import type { TrialFacts } from "../data.server";
import { namedFact, rakeFacts, type KnownFacts } from "./rake-facts";
import type { Weighting } from "./weighting";

export type WeightsByFacts = {
  /** The facts that are weighted by, in the order in which `weightOf` is given their values. */
  facts: string[];
  weightOf: (values: KnownFacts) => number;
  people: number;
  effectiveN: number;
  efficiency: number;
  /** Below 30 % efficiency nothing weighted is shown. */
  isRefused: boolean;
};

/** Null where there are no weights; why, the page of the weights says. */
export const weighFacts = async (ctx: Context, trial: TrialFacts, { targets, cap }: Weighting): Promise<WeightsByFacts | null> => {
  if (targets.length === 0 || trial.questionnaireVersionId === null) return null;
  const columns = sql.join(
    targets.map(({ fact }) => sql`nullif(p.profile ->> ${fact}, ${preferNotToSay})`),
    sql`, `,
  );
  const known = await ctx.db.execute<{ facts: (string | null)[]; n: number }>(sql`
    select array[${columns}]::text[] as facts, count(*)::int as n from participants p
    where p.trial_id = ${trial.id} and (p.state not in ('withdrawn', 'excluded') or (p.state = 'withdrawn' and p.answers_kept))
      and exists (select 1 from responses r where r.participant_id = p.id and r.version_id = ${trial.questionnaireVersionId} and r.state = 'submitted')
    group by 1 order by 1`);
  const nameOf = (values: KnownFacts) => JSON.stringify(targets.map((target, index) => namedFact(target, values[index] ?? null)));
  const alike = new Map<string, { facts: KnownFacts; n: number }>();
  for (const { facts, n } of known) alike.set(nameOf(facts), { facts, n: (alike.get(nameOf(facts))?.n ?? 0) + n });
  const lines = [...alike.values()];
  const raked = rakeFacts(
    { targets, cap },
    lines.map(({ facts }) => facts),
    lines.map(({ n }) => n),
  );
  if (raked.kind !== "result") return null;
  const weights = new Map([...alike.keys()].map((name, index) => [name, raked.weights[index]!]));
  return {
    facts: targets.map(({ fact }) => fact),
    weightOf: (values) => weights.get(nameOf(values)) ?? 0,
    people: lines.reduce((sum, { n }) => sum + n, 0),
    effectiveN: raked.effectiveN,
    efficiency: raked.efficiency,
    isRefused: raked.quality === "refused",
  };
};
