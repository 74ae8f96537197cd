// Answers are read a few thousand responses at a time, each part as one text: three million rows would be three million objects.
import { sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import type { Question } from "~/features/questionnaires/questionnaire";
import { codeOf, firstAnswer, takeRows, type Column, type MissingStatus } from "./column";
import { hashOfRows } from "./data-hash.server";
import type { ReportData, ResponseRows } from "./data.server";
import { fillColumns, itemEnd, kindOf, partEnd, recordEnd, statusLetters } from "./fill-columns";
import { loadRows, readAhead, type PersonNumbers } from "./load-rows.server";
import { indexRows } from "./row-index";
import { groupsShown, loadView } from "./segments/load-view.server";
import { narrow, type Narrowed } from "./segments/narrow";
import type { Condition } from "./segments/segment";

/** To whom the report is narrowed, and what other groups are known that could be subtracted from them. */
export type Narrowing = { conditions: Condition[]; known: Condition[][] };

type Request = {
  trialId: number;
  versionId: number | null;
  prototypes: { id: number; code: string }[];
  questions: Question[];
  personOf: PersonNumbers;
  isLeftOut: (participantId: number) => boolean;
  narrowing: Narrowing | null;
};

type Loaded = Pick<ReportData, "rows" | "columns" | "missing" | "answered" | "dataHash"> & {
  /** Ids of the responses, parallel to the rows. */
  ids: Int32Array;
  narrowed: Pick<Narrowed, "hidden" | "state"> | null;
};

/** An array of texts as PostgreSQL reads it. */
const textArray = (texts: readonly string[]): string => `{${texts.map((text) => JSON.stringify(text)).join(",")}}`;

/** Answers that travel in one text, which is then a few megabytes long. */
const mostAnswers = 300_000;

/** The ids of the responses, in order, in parts with their first and last. */
const partsOf = (ids: Int32Array, questions: number): { first: number; last: number }[] => {
  const sorted = ids.slice().sort();
  const size = Math.max(1, Math.floor(mostAnswers / Math.max(1, questions)));
  return Array.from({ length: Math.ceil(sorted.length / size) }, (_, part) => ({
    first: sorted[part * size]!,
    last: sorted[Math.min(sorted.length, (part + 1) * size) - 1]!,
  }));
};

/**
 * Numbers and choices travel as they are, own words as a fingerprint, no answer as a letter (fill-columns.ts says in what form). Everything that a
 * response says is one text, put together as the index gives it: nothing is joined to it, computed of it or sorted for each answer.
 */
const loadColumns = async (ctx: Context, { versionId, questions }: Request, ids: Int32Array): Promise<Map<string, Column>> => {
  const kinds = new Map(questions.map(({ key, type }) => [key, kindOf(type)]));
  const own = questions.filter(({ key }) => kinds.get(key) === "words").map(({ key }) => key);
  const { rowOf } = indexRows(ids);
  const columns = fillColumns(kinds, ids.length);
  const letters = sql.join(
    Object.entries(statusLetters).map(([status, letter]) => sql`when ${status} then ${letter}`),
    sql` `,
  );
  // Each part is planned for its own ids: a plan for any ids at all would read everything each time. For this transaction only, as is not
  // compiling the statements, which takes longer than the little that they do.
  const connections = ctx.beside ? [ctx.beside, ctx.db] : [ctx.db];
  for (const db of connections) await db.execute(sql`select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true)`);
  const ask = ({ first, last }: { first: number; last: number }, part: number) =>
    connections[part % connections.length]!.execute<{ responses: string | null }>(sql`
      with unread as (select array(select q ->> 'key' from questionnaire_versions v, jsonb_array_elements(v.definition -> 'questions') q
        where v.id = ${versionId} and not (q ->> 'key' = any(${textArray(questions.map(({ key }) => key))}::text[]))) as keys)
      select string_agg(r.id || ${partEnd} || said.keys || ${partEnd} || said.answers, ${recordEnd}) as responses
      from responses r cross join lateral (
        select string_agg(a.question_key, ${itemEnd}) as keys, string_agg(case
          when a.status = 'answered' then coalesce(case when a.question_key = any(${textArray(own)}::text[]) then md5(a.value::text) else a.value::text end, '')
          else case a.status ${letters} end end, ${itemEnd}) as answers
        from answers a where a.response_id = r.id and a.question_key <> all((select keys from unread)::text[])) said
      where r.version_id = ${versionId} and r.state = 'submitted' and r.id between ${first} and ${last}`);
  await readAhead(partsOf(ids, questions.length), ask, ([part]) => columns.take(part?.responses ?? "", rowOf), connections.length);
  return columns.done();
};

const missingStatuses: readonly MissingStatus[] = ["skipped", "dont_know", "not_applicable", "prefer_not_to_say"];

/** How many responses per prototype answered, and how many did not and why; the last place is for questionnaires about no prototype. */
const countStatuses = (rows: ResponseRows, columns: Map<string, Column>): Pick<Loaded, "missing" | "answered"> => {
  const missing: Loaded["missing"] = new Map();
  const answered: Loaded["answered"] = new Map();
  const places = rows.perPrototype.length;
  const kinds = firstAnswer + 1;
  for (const [key, { codes }] of columns) {
    const counts = new Int32Array((places + 1) * kinds);
    for (let row = 0; row < rows.count; row += 1) {
      const place = rows.prototype[row]!;
      counts[(place < 0 ? places : place) * kinds + Math.min(codes[row]!, firstAnswer)]! += 1;
    }
    const perPlace = Array.from({ length: places + 1 }, (_, place) => ({
      prototype: place === places ? -1 : place,
      count: (code: number) => counts[place * kinds + code]!,
    }));
    answered.set(
      key,
      perPlace.map(({ prototype, count }) => ({ prototype, n: count(firstAnswer) })).filter(({ n }) => n > 0),
    );
    missing.set(
      key,
      perPlace.flatMap(({ prototype, count }) => missingStatuses.map((status) => ({ prototype, status, n: count(codeOf(status)) })).filter(({ n }) => n > 0)),
    );
  }
  return { missing, answered };
};

type Cells = { rows: ResponseRows; ids: Int32Array; columns: Map<string, Column> };

const keepRows = ({ rows, ids, columns }: Cells, keep: Uint8Array): Cells => {
  const kept = Int32Array.from(keep.keys()).filter((row) => keep[row] === 1);
  const prototype = kept.map((row) => rows.prototype[row]!);
  const perPrototype = rows.perPrototype.map(() => 0);
  for (const place of prototype) if (place >= 0) perPrototype[place]! += 1;
  return {
    rows: { count: kept.length, prototype, perPrototype, person: kept.map((row) => rows.person[row]!), position: kept.map((row) => rows.position[row]!) },
    ids: kept.map((row) => ids[row]!),
    columns: new Map([...columns].map(([key, column]) => [key, takeRows(column, kept)])),
  };
};

const narrowCells = async (ctx: Context, request: Request & { versionId: number }, cells: Cells): Promise<Cells & Pick<Loaded, "narrowed">> => {
  const { narrowing } = request;
  if (narrowing === null) return { ...cells, narrowed: null };
  const view = await loadView(ctx, { ...request, ...cells, codes: request.prototypes.map(({ code }) => code) });
  const { keep, hidden, state } = narrow(view, narrowing.conditions, [...narrowing.known, ...groupsShown(view, narrowing.conditions)]);
  return { ...keepRows(cells, keep), narrowed: { hidden, state } };
};

/** Fingerprints of own words have done their work once the rows are hashed. */
const withoutPrints = (columns: Map<string, Column>): Map<string, Column> =>
  new Map([...columns].map(([key, column]) => [key, column.kind === "words" ? { ...column, prints: new Uint8Array(0) } : column]));

export const loadAnswers = async (ctx: Context, request: Request): Promise<Loaded> => {
  const { versionId } = request;
  if (versionId === null) {
    const rows = { count: 0, person: new Int32Array(0), prototype: new Int32Array(0), position: new Int32Array(0), perPrototype: [] };
    const narrowed = request.narrowing && { hidden: [], state: "nobody" as const };
    return { rows, columns: new Map(), missing: new Map(), answered: new Map(), dataHash: "", ids: new Int32Array(0), narrowed };
  }
  const all = await loadRows(ctx, { ...request, versionId });
  const { rows, ids, columns, narrowed } = await narrowCells(ctx, { ...request, versionId }, { ...all, columns: await loadColumns(ctx, request, all.ids) });
  const codes = request.prototypes.map(({ code }) => code);
  return { rows, ids, narrowed, ...countStatuses(rows, columns), dataHash: hashOfRows(rows, codes, columns), columns: withoutPrints(columns) };
};
