// Answers travel as one text per question: three million rows would be three million objects, thirty texts are thirty.
import { sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import type { Question } from "~/features/questionnaires/questionnaire";
import { hashOfRows } from "./data-hash.server";
import type { ReportData, ResponseRows } from "./data.server";
import { indexRows, isNumeric, readCells, statusLetters, type Column, type RowIndex } from "./read-cells";

type Request = {
  trialId: number;
  versionId: number | null;
  prototypes: { id: number; code: string }[];
  questions: Question[];
  /** Number of a participant within the trial. */
  personOf: Map<number, number>;
  isLeftOut: (participantId: number) => boolean;
};

type Loaded = Pick<ReportData, "rows" | "numbers" | "missing" | "choices" | "answered" | "dataHash">;

const choiceTypes = new Set(["single_choice", "multiple_choice"]);

const emptyRows = (): ResponseRows => ({ count: 0, person: new Int32Array(0), prototype: new Int32Array(0), position: new Int32Array(0), perPrototype: [] });

/** An array of texts as PostgreSQL reads it. */
const textArray = (texts: readonly string[]): string => `{${texts.map((text) => JSON.stringify(text)).join(",")}}`;

const loadRows = async (ctx: Context, { trialId, versionId, prototypes, personOf, isLeftOut }: Request): Promise<{ rows: ResponseRows; index: RowIndex }> => {
  const [packed] = await ctx.db.execute<{ cells: string | null }>(sql`
    select string_agg(r.id || ' ' || r.participant_id || ' ' || coalesce(r.prototype_id, 0) || ' ' || coalesce(r.position, 0), ',') as cells
    from responses r join participants p on p.id = r.participant_id
    where r.version_id = ${versionId} and r.state = 'submitted' and p.trial_id = ${trialId}`);
  if (!packed?.cells) return { rows: emptyRows(), index: indexRows(new Int32Array(0)) };
  const placeOf = new Map(prototypes.map(({ id }, place) => [id, place]));
  const records = packed.cells
    .split(",")
    .map((record) => record.split(" ").map(Number) as [number, number, number, number])
    .filter(([, participantId]) => !isLeftOut(participantId))
    .map(([id, participantId, prototypeId, position]) => ({ id, person: personOf.get(participantId)!, prototype: placeOf.get(prototypeId) ?? -1, position }))
    .sort((a, b) => a.person - b.person || a.prototype - b.prototype);
  const perPrototype = prototypes.map(() => 0);
  for (const { prototype } of records) if (prototype >= 0) perPrototype[prototype]! += 1;
  return {
    rows: {
      count: records.length,
      perPrototype,
      person: Int32Array.from(records, ({ person }) => person),
      prototype: Int32Array.from(records, ({ prototype }) => prototype),
      position: Int32Array.from(records, ({ position }) => position),
    },
    index: indexRows(Int32Array.from(records, ({ id }) => id)),
  };
};

/** Numbers as they are; other answers as a fingerprint, which is all that the hash of the data needs; no answer as a letter. */
const loadColumns = async (ctx: Context, { versionId, questions }: Request, index: RowIndex): Promise<Map<string, Column>> => {
  const numeric = questions.filter(({ type }) => isNumeric(type)).map(({ key }) => key);
  const letters = sql.join(
    Object.entries(statusLetters).map(([status, letter]) => sql`when ${status} then ${letter}`),
    sql` `,
  );
  const texts = await ctx.db.execute<{ key: string; cells: string | null }>(sql`
    select a.question_key as key, string_agg(a.response_id || ' ' || case a.status ${letters}
      else case when a.question_key = any(${textArray(numeric)}::text[]) then a.value::text else md5(a.value::text) end end, ',') as cells
    from responses r join answers a on a.response_id = r.id
    where r.version_id = ${versionId} and r.state = 'submitted' and a.question_key = any(${textArray(questions.map(({ key }) => key))}::text[])
    group by a.question_key`);
  const columns = new Map(questions.map(({ key, type }) => [key, readCells("", index, isNumeric(type))]));
  for (const { key, cells } of texts) columns.set(key, readCells(cells ?? "", index, columns.get(key)!.numbers !== null));
  return columns;
};

type Chosen = { key: string; prototypeId: number; value: string; n: number };

const loadChoices = async (ctx: Context, { prototypes, questions }: Request, index: RowIndex): Promise<Loaded["choices"]> => {
  const keys = questions.filter(({ type }) => choiceTypes.has(type)).map(({ key }) => key);
  const choices: Loaded["choices"] = new Map();
  if (keys.length === 0 || index.size === 0) return choices;
  const placeOf = new Map(prototypes.map(({ id }, place) => [id, place]));
  const values = await ctx.db.execute<Chosen>(sql`
    with counted as materialized (select id, coalesce(prototype_id, 0) as prototype_id from responses where id = any(${`{${index.ids.join(",")}}`}::int[])),
      given as (select a.question_key as key, c.prototype_id, a.value, count(*)::int as n from counted c join answers a on a.response_id = c.id
        where a.status = 'answered' and a.question_key = any(${textArray(keys)}::text[]) group by 1, 2, 3)
    select key, prototype_id as "prototypeId", chosen.value, sum(n)::int as n
    from given, jsonb_array_elements_text(case jsonb_typeof(given.value) when 'array' then given.value else jsonb_build_array(given.value) end) as chosen (value)
    group by 1, 2, 3 order by 1, 2, 3`);
  for (const { key, prototypeId, value, n } of values) {
    const given = choices.get(key) ?? [];
    given.push({ prototype: placeOf.get(prototypeId) ?? -1, value, n });
    choices.set(key, given);
  }
  return choices;
};

/** How many responses per prototype answered, and how many did not and why; the last place is for questionnaires about no prototype. */
const countStatuses = (rows: ResponseRows, columns: Map<string, Column>): Pick<Loaded, "missing" | "answered"> => {
  const missing: Loaded["missing"] = new Map();
  const answered: Loaded["answered"] = new Map();
  const places = rows.perPrototype.length;
  for (const [key, { statuses }] of columns) {
    const counts = Array.from({ length: places + 1 }, () => ({ answered: 0, skipped: 0, dont_know: 0, not_applicable: 0 }));
    for (let row = 0; row < rows.count; row += 1) {
      const status = statuses.at(row);
      const prototype = rows.prototype[row]!;
      if (status) counts[prototype < 0 ? places : prototype]![status] += 1;
    }
    const withPlace = counts.map((count, place) => ({ ...count, prototype: place === places ? -1 : place }));
    answered.set(
      key,
      withPlace.filter(({ answered: n }) => n > 0).map(({ prototype, answered: n }) => ({ prototype, n })),
    );
    missing.set(
      key,
      withPlace.flatMap(({ prototype, ...count }) =>
        (["skipped", "dont_know", "not_applicable"] as const).filter((status) => count[status] > 0).map((status) => ({ prototype, status, n: count[status] })),
      ),
    );
  }
  return { missing, answered };
};

export const loadAnswers = async (ctx: Context, request: Request): Promise<Loaded> => {
  if (request.versionId === null) {
    return { rows: emptyRows(), numbers: new Map(), missing: new Map(), choices: new Map(), answered: new Map(), dataHash: "" };
  }
  const { rows, index } = await loadRows(ctx, request);
  const columns = await loadColumns(ctx, request, index);
  const numbers = new Map([...columns].flatMap(([key, { numbers: column }]) => (column ? [[key, column] as const] : [])));
  const choices = await loadChoices(ctx, request, index);
  return {
    rows,
    numbers,
    choices,
    ...countStatuses(rows, columns),
    dataHash: hashOfRows(
      rows,
      request.prototypes.map(({ code }) => code),
      columns,
    ),
  };
};
