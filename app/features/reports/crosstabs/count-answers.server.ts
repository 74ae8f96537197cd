// Answers are counted in the database: how many gave which answer, by group and by how much they weigh. A hundred thousand answers come as some hundred lines.
import { sql, type SQL } from "drizzle-orm";
import type { Context } from "~/core/context";
import { preferNotToSay } from "~/features/accounts/profile";
import type { Question } from "~/features/questionnaires/questionnaire";
import type { TrialFacts } from "../data.server";
import type { WeightsByFacts } from "../weights/weigh-facts.server";
import type { Banner } from "./banners.server";

/** Which answers: of one question, of one prototype or of all, and of some of the people or of all. */
export type Asked = {
  trial: TrialFacts;
  versionId: number;
  question: Question;
  /** Null for a question that each person answers once: then it is about no prototype. */
  prototypeId: number | null;
  /** Questions that nobody answers more than once, though most people answer several questionnaires. */
  once: ReadonlySet<string>;
  weights: WeightsByFacts | null;
  /** Ids of the responses inside a segment. */
  only: Int32Array | null;
};

export type Counted = { group: unknown; value: unknown; weight: number; n: number };

/** Everybody who answered, before the report leaves anybody out: the difference of the two would tell what that person is. */
export const whoCount = sql`(p.state not in ('withdrawn', 'excluded') or (p.state = 'withdrawn' and p.answers_kept))`;

export const factIn = (fact: string): SQL => sql`nullif(p.profile ->> ${fact}, ${preferNotToSay})`;

const factsOf = (weights: WeightsByFacts | null): SQL =>
  weights === null
    ? sql`null::text[]`
    : sql`array[${sql.join(
        weights.facts.map((fact) => factIn(fact)),
        sql`, `,
      )}]::text[]`;

const idsIn = (ids: Int32Array | null): SQL => (ids === null ? sql`true` : sql`r.id = any(${`{${ids.join(",")}}`}::int[])`);

/** The answer that puts somebody in a column: of the same questionnaire, or of whichever one asked it. */
const joinOf = ({ versionId, once }: Asked, { question }: Banner): SQL =>
  question === null
    ? sql``
    : once.has(question.key)
      ? sql`left join (
          select o.participant_id, b.value from responses o join answers b on b.response_id = o.id
          where o.version_id = ${versionId} and o.state = 'submitted' and b.question_key = ${question.key} and b.status = 'answered'
        ) b on b.participant_id = r.participant_id`
      : sql`left join answers b on b.response_id = r.id and b.question_key = ${question.key} and b.status = 'answered'`;

/** Everybody who answered the question, as `r`, `a` and `p`, with the answer that makes the columns as `b`. */
export const answered = (asked: Asked, banner: Banner): SQL => sql`
  from responses r
  join answers a on a.response_id = r.id and a.question_key = ${asked.question.key} and a.status = 'answered'
  join participants p on p.id = r.participant_id
  ${joinOf(asked, banner)}
  where r.version_id = ${asked.versionId} and r.state = 'submitted' and p.trial_id = ${asked.trial.id} and ${whoCount}
    and ${asked.prototypeId === null ? sql`true` : sql`r.prototype_id = ${asked.prototypeId}`} and ${idsIn(asked.only)}`;

export const groupIn = (banner: Banner): SQL => (banner.of === "fact" ? factIn(banner.key) : sql`b.value`);

export const countAnswers = async (ctx: Context, asked: Asked, banner: Banner): Promise<Counted[]> => {
  const rows = await ctx.db.execute<{ group: unknown; value: unknown; facts: (string | null)[] | null; n: number }>(sql`
    select ${groupIn(banner)} as group, a.value, ${factsOf(asked.weights)} as facts, count(*)::int as n ${answered(asked, banner)} group by 1, 2, 3`);
  return [...rows].map(({ group, value, facts, n }) => ({ group, value, n, weight: asked.weights && facts ? asked.weights.weightOf(facts) : 1 }));
};

/** What each person said about each prototype: for prototypes that the same people tried, the pairs must be kept. */
export type Given = { person: number; prototypeId: number; answer: number; weight: number };

/** `answers` are the different ones, as they are stored. */
export const listGiven = async (ctx: Context, asked: Asked): Promise<{ answers: unknown[]; given: Given[] }> => {
  const everything = { ...asked, prototypeId: null };
  const none: Banner = { key: "", label: { en: "", id: "" }, of: "fact", values: [], question: null, isOverlapping: false };
  const [packed] = await ctx.db.execute<{ cells: string | null }>(sql`
    select string_agg(r.participant_id || ' ' || r.prototype_id || chr(31) || coalesce(array_to_json(${factsOf(asked.weights)})::text, '') || chr(31) || a.value::text,
      chr(30) order by r.participant_id, r.prototype_id) as cells
    ${answered(everything, none)} and r.prototype_id is not null`);
  const answers = new Map<string, number>();
  const weightOf = new Map<string, number>();
  const given = (packed?.cells ?? "").split("\u001e").flatMap((cell): Given[] => {
    const [ids, facts, json] = cell.split("\u001f");
    if (ids === undefined || facts === undefined || json === undefined) return [];
    const [person, prototypeId] = ids.split(" ").map(Number) as [number, number];
    if (!weightOf.has(facts)) weightOf.set(facts, asked.weights ? asked.weights.weightOf(JSON.parse(facts) as (string | null)[]) : 1);
    if (!answers.has(json)) answers.set(json, answers.size);
    return [{ person, prototypeId, answer: answers.get(json)!, weight: weightOf.get(facts)! }];
  });
  return { answers: [...answers.keys()].map((json) => JSON.parse(json) as unknown), given };
};

/** So many people mostly show that a question is asked more than once; only where they do not, everybody is looked at. */
const enoughToSee = 200;

/** Questions that nobody answers twice, in a trial in which people answer several questionnaires, or one about no prototype. */
export const findOnce = async (ctx: Context, trial: TrialFacts, versionId: number, keys: readonly string[]): Promise<Set<string>> => {
  if (trial.design === "monadic") return new Set();
  const some = sql`r.participant_id in (select p.id from participants p where p.trial_id = ${trial.id}
    and exists (select 1 from responses o where o.participant_id = p.id and o.version_id = ${versionId} and o.state = 'submitted') order by p.id limit ${enoughToSee})`;
  const candidates = await findOnceAmong(ctx, versionId, keys, some);
  return candidates.size === 0 ? candidates : findOnceAmong(ctx, versionId, [...candidates], sql`true`);
};

const findOnceAmong = async (ctx: Context, versionId: number, keys: readonly string[], whom: SQL): Promise<Set<string>> => {
  const rows = await ctx.db.execute<{ key: string | null; most: number; isAboutNone: boolean }>(sql`
    select null as key, coalesce(max(n), 0)::int as most, false as "isAboutNone" from (
      select count(*) as n from responses r where r.version_id = ${versionId} and r.state = 'submitted' and ${whom} group by r.participant_id) per_person
    union all
    select question_key, max(n)::int, bool_and(is_about_none) from (
      select a.question_key, count(*) as n, bool_and(r.prototype_id is null) as is_about_none
      from responses r join answers a on a.response_id = r.id and a.status = 'answered'
      where r.version_id = ${versionId} and r.state = 'submitted' and ${whom}
        and a.question_key = any(${`{${keys.map((key) => JSON.stringify(key)).join(",")}}`}::text[])
      group by a.question_key, r.participant_id) per_person
    group by 1`);
  const found = [...rows];
  const isRepeated = found.some(({ key, most }) => key === null && most > 1);
  return new Set(found.flatMap(({ key, most, isAboutNone }) => (key !== null && most === 1 && (isRepeated || isAboutNone) ? [key] : [])));
};
