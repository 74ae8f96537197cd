// What a page says of a large trial before the worker has computed anything: its name, its prototypes, and whose answers there are, counted in the database.
import { sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { baseOf, type BaseCounts } from "../blocks/base/compute.server";
import { frameOf } from "../compute-report.server";
import { findPrototypes, type ReportData, type TrialFacts } from "../data.server";
import type { ReportContent, ReportDraft } from "../report";

type Row = {
  given: { prototype: number | null; position: number | null; n: number }[] | null;
  people: BaseCounts["peopleByPrototypes"] | null;
  excluded: BaseCounts["exclusions"] | null;
  withdrawn: number;
};

/** The same counts as from the answers themselves, and the same people left out (`findLeftOut`). */
export const countBase = async (
  ctx: Context,
  { id, questionnaireVersionId }: TrialFacts,
  prototypes: ReportData["prototypes"],
  { exclusions }: Pick<ReportDraft, "exclusions">,
): Promise<BaseCounts> => {
  const version = questionnaireVersionId ?? 0;
  const reasons = JSON.stringify(Object.fromEntries(exclusions.map(({ participantId, reason }) => [participantId, reason])));
  const [row] = await ctx.db.execute<Row>(sql`
    with left_out as (
      select p.id, coalesce(own.reason, p.exclusion_reason, '') as reason
      from participants p left join jsonb_each_text(${reasons}::jsonb) as own (id, reason) on own.id::int = p.id
      where p.trial_id = ${id} and (p.state = 'excluded' or own.id is not null)),
    given as materialized (
      select r.participant_id, r.prototype_id, r.position from responses r join participants p on p.id = r.participant_id
      where r.version_id = ${version} and r.state = 'submitted' and p.trial_id = ${id}
        and not (p.state = 'withdrawn' and p.answers_kept is not true) and p.id not in (select id from left_out)),
    per_person as (select count(*)::int as prototypes from given group by participant_id)
    select
      (select json_agg(x) from (select prototype_id as prototype, position, count(*)::int as n from given group by 1, 2) x) as given,
      (select json_agg(x) from (select prototypes, count(*)::int as people from per_person group by 1 order by 1 desc) x) as people,
      (select json_agg(x) from (
        select (select count(*)::int from participants p where p.trial_id = ${id} and p.id <= l.id) as person, reason,
          (select count(*)::int from responses r where r.participant_id = l.id and r.version_id = ${version} and r.state = 'submitted') as responses
        from left_out l order by l.id) x) as excluded,
      (select count(*)::int from participants p where p.trial_id = ${id} and p.state = 'withdrawn' and p.answers_kept is not true
        and p.id not in (select id from left_out)) as withdrawn`);
  const given = row!.given ?? [];
  return {
    responses: given.reduce((sum, { n }) => sum + n, 0),
    prototypes: prototypes.map((prototype) => {
      const own = given.filter((each) => each.prototype === prototype.id);
      const positions: number[] = [];
      for (const { position, n } of own) if (position) positions[position - 1] = n;
      return { code: prototype.code, n: own.reduce((sum, { n }) => sum + n, 0), positions: Array.from(positions, (n) => n ?? 0) };
    }),
    peopleByPrototypes: row!.people ?? [],
    exclusions: row!.excluded ?? [],
    withdrawn: row!.withdrawn,
  };
};

/** Of a part nothing is said before it is known to be large enough. */
export const loadFrame = async (ctx: Context, trial: TrialFacts, draft: ReportDraft, segmentId: number | null): Promise<ReportContent> => {
  const prototypes = await findPrototypes(ctx, trial.id);
  const framed = { trial, prototypes, segment: null };
  if (segmentId !== null) return frameOf(framed, { ...draft, headline: { en: "", id: "" }, summary: { en: "", id: "" } }, []);
  return frameOf(framed, draft, [baseOf(trial, await countBase(ctx, trial, prototypes, draft), { funnel: [], profile: [] })]);
};
