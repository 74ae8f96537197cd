// Who takes part and what each needs next, worked out by the database in one pass, so that a trial of five thousand opens as fast as one of five.
// Names are for moderators; everybody else sees a number. Prototypes appear by their blind codes only.
import { sql, type SQL } from "drizzle-orm";
import type { Context } from "~/core/context";
import type { LocalizedText } from "~/core/locale";
import { decodeNumberCursor, toPage, type Page } from "~/core/page";
import { dayInMs } from "~/core/time";
import { can } from "~/policy/can";
import { nextStepKinds, type BoardRow, type NextStepKind, type ParticipantState } from "./participation";
import { getTrialToRun, type TrialToRun } from "./queries.server";
import { isPaired } from "./trial";

export type StepCount = { step: NextStepKind; count: number; late: number };

const pageSize = 100;

/** One row per participant with step, urgency and lateness; the same rules as `nextStepOf` and `isLate`, which a test holds against it. */
const board = (ctx: Context, trial: TrialToRun): SQL => {
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  const deadline = trial.fieldworkUntil === null ? sql`null::timestamptz` : sql`${trial.fieldworkUntil.toISOString()}::timestamptz`;
  const total = isPaired(trial.design) ? sql`1` : sql`coalesce(jsonb_array_length(s.prototype_ids), 0)`;
  const steps = sql.join(
    nextStepKinds.map((kind) => sql`${kind}`),
    sql`, `,
  );
  return sql`
    with filled as (
      select r.participant_id, count(*) filter (where r.state = 'submitted')::int as done, bool_or(r.state = 'open' and r.revision > 0) as started,
        max(r.prototype_id) filter (where r.state = 'open') as open_prototype
      from responses r join participants p on p.id = r.participant_id where p.trial_id = ${trial.id} group by r.participant_id
    ), base as (
      select p.id, p.state, p.cell_id, p.person_id, p.respondent, row_number() over (order by p.id)::int as number,
        c.state as parcel, c.sent_at, ${total} as total, coalesce(f.done, 0) as done, coalesce(f.started, false) as started, f.open_prototype
      from participants p
      left join parcels c on c.participant_id = p.id
      left join allocation_slots s on s.participant_id = p.id
      left join filled f on f.participant_id = p.id
      where p.trial_id = ${trial.id}
    ), stepped as (
      select base.*, case
        when state = 'complete' then 'complete'
        when state not in ('accepted', 'active') then 'ended'
        when parcel = 'returned' then 'parcel_returned'
        when parcel is null or parcel = 'waiting' then 'parcel_waiting'
        when parcel = 'packed' then 'parcel_packed'
        when parcel = 'sent' then 'confirm_receipt'
        when done < total then 'answer'
        else 'complete' end as step
      from base
    ), ranked as (
      select stepped.*, coalesce(${trial.pausedAt === null} and case
        when step = 'confirm_receipt' then ${now} - sent_at > ${`${(5 * dayInMs) / 1000} seconds`}::interval
        when step = 'answer' then ${deadline} - ${now} < ${`${(3 * dayInMs) / 1000} seconds`}::interval
        else false end, false) as late, array_position(array[${steps}]::text[], step) as urgency
      from stepped
    )`;
};

/** In a pair the one questionnaire is about everything that the person was given. */
const codesOfPair = sql`coalesce((
  select jsonb_agg(c.code order by o.place) from allocation_slots s
  cross join lateral jsonb_array_elements_text(s.prototype_ids) with ordinality o(prototype_id, place)
  join trial_prototypes c on c.trial_id = s.trial_id and c.prototype_id = o.prototype_id::int
  where s.participant_id = r.id
), '[]'::jsonb)`;

type Raw = {
  id: number;
  number: number;
  state: ParticipantState;
  cell_name: LocalizedText | null;
  display_name: string | null;
  respondent: string | null;
  done: number;
  total: number;
  started: boolean;
  late: boolean;
  urgency: number;
  step: NextStepKind;
  sent_at: string | Date | null;
  codes: string[];
};

export type BoardFilter = { step?: NextStepKind | null; isLate?: boolean; after?: string | null };

/** A hundred at a time: the late ones first, then those who wait for somebody, then those with something to do. */
export const listParticipants = async (ctx: Context, trialId: number, filter: BoardFilter = {}): Promise<Page<BoardRow>> => {
  const trial = await getTrialToRun(ctx, trialId);
  const seesNames = can(ctx.actor, "see-participants", null);
  const cursor = decodeNumberCursor(filter.after, 3);
  const codes = isPaired(trial.design) ? codesOfPair : sql`case when k.code is null then '[]'::jsonb else jsonb_build_array(k.code) end`;
  const rows = await ctx.db.execute<Raw>(sql`${board(ctx, trial)}
    select r.id, r.number, r.state, q.name as cell_name, u.display_name, r.respondent, r.done, r.total, r.started, r.late, r.urgency::int, r.step, r.sent_at, ${codes} as codes
    from ranked r
    left join quota_cells q on q.id = r.cell_id
    left join people u on u.id = r.person_id
    left join trial_prototypes k on k.trial_id = ${trialId} and k.prototype_id = r.open_prototype
    where true
      ${filter.step ? sql`and r.step = ${filter.step}` : sql``}
      ${filter.isLate ? sql`and r.late` : sql``}
      ${cursor ? sql`and ((not r.late)::int, r.urgency, r.id) > (${cursor[0]}::int, ${cursor[1]}::int, ${cursor[2]}::int)` : sql``}
    order by (not r.late)::int, r.urgency, r.id limit ${pageSize + 1}`);
  const page = toPage([...rows], pageSize, (row) => [Number(!row.late), row.urgency, row.id]);
  return {
    next: page.next,
    items: page.items.map((row) => ({
      id: row.id,
      number: row.number,
      name: seesNames ? (row.respondent ?? row.display_name) : null,
      state: row.state,
      cellName: row.cell_name,
      done: row.done,
      total: row.total,
      currentCodes: row.codes,
      step: row.step,
      isStarted: row.started,
      isLate: row.late,
      sentAt: row.sent_at === null ? null : new Date(row.sent_at),
    })),
  };
};

/** How many stand at each step, and how many of them are late. */
export const countSteps = async (ctx: Context, trialId: number): Promise<StepCount[]> => {
  const trial = await getTrialToRun(ctx, trialId);
  const rows = await ctx.db.execute<StepCount>(sql`${board(ctx, trial)}
    select step, count(*)::int as count, count(*) filter (where late)::int as late from ranked group by step, urgency order by urgency`);
  return [...rows];
};
