// Answers travel as one text per question: three million rows would be three million objects, thirty texts are thirty.
import { sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import type { AnswerStatus, Question } from "~/features/questionnaires/questionnaire";
import { hashOfRows } from "./data-hash.server";
import type { ReportData, ResponseRows } from "./data.server";

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

const numericTypes = new Set(["rating", "just_about_right", "number"]);
const choiceTypes = new Set(["single_choice", "multiple_choice"]);

const emptyRows = (): ResponseRows => ({ count: 0, person: new Int32Array(0), prototype: new Int32Array(0), position: new Int32Array(0), perPrototype: [] });

const comma = 44;
const space = 32;
const minus = 45;
const point = 46;

/** Numbers separated by spaces in records separated by commas, handed over one by one without a string for each. */
const eachPair = (text: string, visit: (id: number, value: number) => void): void => {
  let id = 0;
  let start = 0;
  const end = text.length;
  for (let at = 0; at <= end; at += 1) {
    const unit = at === end ? comma : text.charCodeAt(at);
    if (unit === space) {
      id = whole(text, start, at);
      start = at + 1;
    } else if (unit === comma && at > start) {
      visit(id, decimal(text, start, at));
      start = at + 1;
    }
  }
};

const whole = (text: string, from: number, to: number): number => {
  let value = 0;
  for (let at = from; at < to; at += 1) value = value * 10 + (text.charCodeAt(at) - 48);
  return value;
};

const decimal = (text: string, from: number, to: number): number => {
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === minus || unit === point || unit < 48 || unit > 57) return Number(text.slice(from, to));
  }
  return whole(text, from, to);
};

const loadRows = async (
  ctx: Context,
  { trialId, versionId, prototypes, personOf, isLeftOut }: Request,
): Promise<{ rows: ResponseRows; rowOf: Map<number, number> }> => {
  const [packed] = await ctx.db.execute<{ cells: string | null }>(sql`
    select string_agg(r.id || ' ' || r.participant_id || ' ' || coalesce(r.prototype_id, 0) || ' ' || coalesce(r.position, 0), ',') as cells
    from responses r join participants p on p.id = r.participant_id
    where r.version_id = ${versionId} and r.state = 'submitted' and p.trial_id = ${trialId}`);
  if (!packed?.cells) return { rows: emptyRows(), rowOf: new Map() };
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
    rowOf: new Map(records.map(({ id }, row) => [id, row])),
  };
};

const keysOf = (questions: Question[], types: Set<string>): string =>
  `{${questions
    .filter(({ type }) => types.has(type))
    .map(({ key }) => JSON.stringify(key))
    .join(",")}}`;

const loadNumbers = async (ctx: Context, { versionId, questions }: Request, rowOf: Map<number, number>): Promise<Map<string, Float64Array>> => {
  const numbers = new Map<string, Float64Array>();
  for (const { key, type } of questions) if (numericTypes.has(type)) numbers.set(key, new Float64Array(rowOf.size).fill(Number.NaN));
  const columns = await ctx.db.execute<{ key: string; cells: string }>(sql`
    select a.question_key as key, string_agg(a.response_id || ' ' || (a.value #>> '{}'), ',') as cells
    from answers a join responses r on r.id = a.response_id
    where r.version_id = ${versionId} and r.state = 'submitted' and r.participant_id is not null and a.status = 'answered'
      and a.question_key = any(${keysOf(questions, numericTypes)}::text[]) and jsonb_typeof(a.value) = 'number'
    group by a.question_key`);
  for (const { key, cells } of columns) {
    const column = numbers.get(key)!;
    eachPair(cells, (id, value) => {
      const row = rowOf.get(id);
      if (row !== undefined) column[row] = value;
    });
  }
  return numbers;
};

type Counted = { key: string; status: AnswerStatus; prototypeId: number; value: string | null; n: number };

/** Everything that is counted instead of computed: missing answers of every type, and the values of choices. */
const loadCounts = async (ctx: Context, { versionId, prototypes, questions }: Request, responseIds: string) => {
  const placeOf = new Map(prototypes.map(({ id }, place) => [id, place]));
  const numericKeys = keysOf(questions, numericTypes);
  const choiceKeys = keysOf(questions, choiceTypes);
  const from = sql`from answers a join responses r on r.id = a.response_id where r.version_id = ${versionId} and r.id = any(${responseIds}::int[])`;
  const [statuses, values] = [
    await ctx.db.execute<Counted>(sql`
      select a.question_key as key, a.status, coalesce(r.prototype_id, 0) as "prototypeId", count(*)::int as n ${from}
        and (a.status <> 'answered' or not a.question_key = any(${numericKeys}::text[])) group by 1, 2, 3`),
    await ctx.db.execute<Counted>(sql`
      select a.question_key as key, coalesce(r.prototype_id, 0) as "prototypeId", chosen.value, count(*)::int as n
      from answers a join responses r on r.id = a.response_id,
        jsonb_array_elements_text(case jsonb_typeof(a.value) when 'array' then a.value else jsonb_build_array(a.value) end) as chosen (value)
      where r.version_id = ${versionId} and r.id = any(${responseIds}::int[]) and a.status = 'answered' and a.question_key = any(${choiceKeys}::text[])
      group by 1, 2, 3`),
  ];
  const missing: Loaded["missing"] = new Map();
  const answered: Loaded["answered"] = new Map();
  const choices: Loaded["choices"] = new Map();
  const push = <T>(map: Map<string, T[]>, key: string, item: T) => map.set(key, [...(map.get(key) ?? []), item]);
  for (const { key, status, prototypeId, n } of statuses) {
    const prototype = placeOf.get(prototypeId) ?? -1;
    if (status === "answered") push(answered, key, { prototype, n });
    else push(missing, key, { prototype, status, n });
  }
  for (const { key, prototypeId, value, n } of values) push(choices, key, { prototype: placeOf.get(prototypeId) ?? -1, value: value!, n });
  return { missing, answered, choices };
};

export const loadAnswers = async (ctx: Context, request: Request): Promise<Loaded> => {
  if (request.versionId === null) {
    return { rows: emptyRows(), numbers: new Map(), missing: new Map(), choices: new Map(), answered: new Map(), dataHash: "" };
  }
  const { rows, rowOf } = await loadRows(ctx, request);
  const numbers = await loadNumbers(ctx, request, rowOf);
  const counts = await loadCounts(ctx, request, `{${[...rowOf.keys()].join(",")}}`);
  const otherKeys = request.questions.filter(({ type }) => !numericTypes.has(type)).map(({ key }) => key);
  const texts = otherKeys.length === 0 ? new Map<string, string>() : await loadTextHashes(ctx, request.versionId, otherKeys, rowOf);
  return { rows, numbers, ...counts, dataHash: hashOfRows({ rows, codes: request.prototypes.map(({ code }) => code), numbers, texts }) };
};

/** One SHA-256 per question over its answers that are no numbers, in the order of the rows. */
const loadTextHashes = async (ctx: Context, versionId: number, keys: string[], rowOf: Map<number, number>): Promise<Map<string, string>> => {
  const hashes = await ctx.db.execute<{ key: string; hash: string }>(sql`
    select a.question_key as key, encode(sha256(convert_to(string_agg(place.row || ' ' || a.status || ' ' || coalesce(a.value::text, ''), E'\n' order by place.row), 'UTF8')), 'hex') as hash
    from answers a join unnest(${`{${[...rowOf.keys()].join(",")}}`}::int[]) with ordinality as place (id, row) on place.id = a.response_id
    join responses r on r.id = a.response_id
    where r.version_id = ${versionId} and a.question_key = any(${`{${keys.map((key) => JSON.stringify(key)).join(",")}}`}::text[])
    group by a.question_key`);
  return new Map([...hashes].map(({ key, hash }) => [key, hash]));
};
