// Whose answers the report rests on: how many, how they got there, who they are, and whose were left out and why.
import { sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import type { LocalizedText } from "~/core/locale";
import type { ReportData, TrialFacts } from "../../data.server";
import { factOf } from "../../fact-labels.server";
import { lowBase, smallestGroup } from "../../report";
import { effectiveBases, type Setting } from "../../weights/columns.server";
import { shownEffective } from "../../weights/compare-items.server";
import { inBoth } from "../../sentences.server";
import { funnelSteps, type BaseBlock, type FunnelStep, type ProfileTable } from "./result";

/** Each step is counted as a whole: asked person by person, a million of them would take half a minute. */
const findFunnel = async (ctx: Context, trialId: number): Promise<BaseBlock["funnel"]> => {
  const among = sql`(select count(*)::int from participants p where p.trial_id = ${trialId}`;
  const [row] = await ctx.db.execute<Record<FunnelStep, number>>(sql`
    select
      (select count(*)::int from applications where trial_id = ${trialId} and state <> 'screening') as applied,
      (select count(*)::int from applications where trial_id = ${trialId} and state not in ('screening', 'ineligible')) as eligible,
      (select count(*)::int from applications where trial_id = ${trialId} and state in ('chosen', 'accepted', 'declined')) as chosen,
      ${among}) as accepted,
      ${among} and exists (select 1 from parcels where participant_id = p.id and state in ('sent', 'received'))) as sent,
      ${among} and exists (select 1 from parcels where participant_id = p.id and state = 'received')) as received,
      ${among} and exists (select 1 from responses r where r.participant_id = p.id and (r.state = 'submitted' or r.revision > 0))) as started,
      ${among} and p.state = 'complete') as complete`);
  return funnelSteps.map((step) => ({ step, n: row![step] }));
};

/** Values with fewer than five people are shown together, with the next smallest, so that no difference of sums gives them away. */
const withoutSmallGroups = (rows: { label: LocalizedText; n: number }[]): ProfileTable["rows"] => {
  const hidden = new Set<number>();
  const bySize = rows.map((_, index) => index).sort((a, b) => rows[a]!.n - rows[b]!.n);
  let together = 0;
  for (const index of bySize) {
    const { n } = rows[index]!;
    if (n >= smallestGroup && (together === 0 || together >= smallestGroup)) break;
    hidden.add(index);
    together += n;
  }
  const shown: ProfileTable["rows"] = rows.filter((_, index) => !hidden.has(index));
  return together === 0 ? shown : together < smallestGroup ? [] : [...shown, { label: null, n: together }];
};

/** Everybody who answered, before anybody was left out: otherwise leaving one person out would tell what that person is. */
const findProfile = async (ctx: Context, data: ReportData): Promise<ProfileTable[]> => {
  const { trial } = data;
  const rows = await ctx.db.execute<{ fact: string; value: string; n: number }>(sql`
    select facts.fact, facts.value, count(*)::int as n
    from participants p, jsonb_each_text(p.profile) as facts (fact, value)
    where p.trial_id = ${trial.id} and exists (select 1 from responses r where r.participant_id = p.id and r.version_id = ${trial.questionnaireVersionId} and r.state = 'submitted')
    group by 1, 2 order by 1, 2`);
  const [everybody] = await ctx.db.execute<{ n: number }>(sql`
    select count(*)::int as n from participants p
    where p.trial_id = ${trial.id} and exists (select 1 from responses r where r.participant_id = p.id and r.version_id = ${trial.questionnaireVersionId} and r.state = 'submitted')`);
  const imported = trial.source?.facts ?? [];
  const facts = [...new Set([...imported.map(({ fact }) => fact), ...[...rows].map(({ fact }) => fact)])];
  return facts.flatMap((fact): ProfileTable[] => {
    const { label, values } = factOf(fact, imported);
    const found = new Map([...rows].filter((row) => row.fact === fact && row.value !== "prefer_not_to_say").map(({ value, n }) => [value, n]));
    const named = values.flatMap((option) => (found.has(option.value) ? [{ label: option.label, n: found.get(option.value)! }] : []));
    const others = [...found]
      .filter(([value]) => !values.some((option) => option.value === value))
      .map(([value, n]) => ({ label: { en: value, id: value }, n }));
    const unknown = everybody!.n - [...found.values()].reduce((sum, n) => sum + n, 0);
    const silent = unknown > 0 ? [{ label: inBoth((t) => t("reports.profile_unknown")), n: unknown }] : [];
    const shown = withoutSmallGroups([...named, ...others, ...silent]);
    return shown.length === 0 || found.size === 0 ? [] : [{ fact, label, rows: shown }];
  });
};

const positionsOf = ({ rows }: ReportData, place: number): number[] => {
  const counts: number[] = [];
  for (let row = 0; row < rows.count; row += 1) {
    const position = rows.position[row]!;
    if (rows.prototype[row] === place && position > 0) counts[position - 1] = (counts[position - 1] ?? 0) + 1;
  }
  return Array.from(counts, (count) => count ?? 0);
};

const peopleByPrototypes = ({ rows }: ReportData): BaseBlock["peopleByPrototypes"] => {
  const counts = new Map<number, number>();
  // Rows are in the order of their people.
  for (let from = 0, row = 1; row <= rows.count; row += 1) {
    if (row < rows.count && rows.person[row] === rows.person[from]) continue;
    counts.set(row - from, (counts.get(row - from) ?? 0) + 1);
    from = row;
  }
  return [...counts].map(([prototypes, people]) => ({ prototypes, people })).sort((a, b) => b.prototypes - a.prototypes);
};

/** What is counted of the answers themselves. */
export type BaseCounts = Pick<BaseBlock, "responses" | "peopleByPrototypes" | "exclusions" | "withdrawn"> & {
  prototypes: { code: string; n: number; positions: number[] }[];
};

const countsOf = (data: ReportData): BaseCounts => ({
  responses: data.rows.count,
  prototypes: data.prototypes.map(({ code }, place) => ({ code, n: data.rows.perPrototype[place] ?? 0, positions: positionsOf(data, place) })),
  peopleByPrototypes: peopleByPrototypes(data),
  exclusions: data.excluded,
  withdrawn: data.withdrawn,
});

/** Pairs and questions about no prototype at all have no answers per prototype that could be counted. */
const isAboutPrototypes = ({ responses, prototypes }: BaseCounts): boolean => responses === 0 || prototypes.some(({ n }) => n > 0);

export const baseOf = ({ source }: TrialFacts, counts: BaseCounts, found: Pick<BaseBlock, "funnel" | "profile">): BaseBlock => ({
  block: "base",
  people: counts.peopleByPrototypes.reduce((sum, { people }) => sum + people, 0),
  responses: counts.responses,
  funnel: found.funnel,
  prototypes: (isAboutPrototypes(counts) ? counts.prototypes : []).map(({ code, n, positions }) => ({ code, n, isLowBase: n < lowBase, positions })),
  peopleByPrototypes: isAboutPrototypes(counts) ? counts.peopleByPrototypes : [],
  exclusions: counts.exclusions,
  withdrawn: counts.withdrawn,
  profile: found.profile,
  source: source ? { title: source.title, attribution: source.attribution, licence: source.licence, note: source.note ?? null } : null,
});

/** How much of the base weights leave, beside how many answered. */
const withEffective = (block: BaseBlock, setting: Setting): BaseBlock => {
  const { all, prototypes } = effectiveBases(setting);
  return {
    ...block,
    effectiveN: all,
    prototypes: block.prototypes.map((prototype, place) => ({ ...prototype, effectiveN: shownEffective({ n: prototype.n, effectiveN: prototypes[place]! }) })),
  };
};

export const computeBase = async (ctx: Context, data: ReportData, setting: Setting | null = null): Promise<BaseBlock> => {
  const { trial } = data;
  const block = baseOf(trial, countsOf(data), {
    // How a trial went belongs to everybody in it, not to a part.
    funnel: trial.source || data.segment ? [] : await findFunnel(ctx, trial.id),
    // Who a part is by other facts could be subtracted from who everybody is.
    profile: trial.questionnaireVersionId === null || data.segment ? [] : await findProfile(ctx, data),
  });
  return setting ? withEffective(block, setting) : block;
};
