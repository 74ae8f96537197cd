// Answers travel as one text per question: three million rows would be three million objects, thirty texts are thirty.
import { sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import type { Question } from "~/features/questionnaires/questionnaire";
import { hashOfRows } from "./data-hash.server";
import type { ReportData, ResponseRows } from "./data.server";
import { indexRows, isNumeric, readCells, statusLetters, takeCells, type Column, type RowIndex } from "./read-cells";
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
  /** Number of a participant within the trial. */
  personOf: Map<number, number>;
  isLeftOut: (participantId: number) => boolean;
  narrowing: Narrowing | null;
};

type Loaded = Pick<ReportData, "rows" | "numbers" | "values" | "missing" | "choices" | "answered" | "dataHash"> & {
  /** Ids of the responses, parallel to the rows. */
  ids: Int32Array;
  narrowed: Pick<Narrowed, "hidden" | "state"> | null;
};

const choiceTypes = new Set(["single_choice", "multiple_choice"]);
/** What people wrote or photographed is never read as a whole: only whether two are the same. */
const ownWords = new Set(["open_text", "photo"]);

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

/** Numbers and choices as they are, other answers as a fingerprint, no answer as a letter; between them characters that no JSON text holds. */
const loadColumns = async (ctx: Context, { versionId, questions }: Request, index: RowIndex): Promise<Map<string, Column>> => {
  const own = questions.filter(({ type }) => ownWords.has(type)).map(({ key }) => key);
  const letters = sql.join(
    Object.entries(statusLetters).map(([status, letter]) => sql`when ${status} then ${letter}`),
    sql` `,
  );
  // Room for the columns, so that they are put together in memory; for this transaction only.
  await ctx.db.execute(sql`select set_config('work_mem', '96MB', true)`);
  const texts = await ctx.db.execute<{ key: string; cells: string | null }>(sql`
    select a.question_key as key, string_agg(a.response_id || chr(31) || case a.status ${letters}
      else case when a.question_key = any(${textArray(own)}::text[]) then md5(a.value::text) else a.value::text end end, chr(30)) as cells
    from responses r join answers a on a.response_id = r.id
    where r.version_id = ${versionId} and r.state = 'submitted' and a.question_key = any(${textArray(questions.map(({ key }) => key))}::text[])
    group by a.question_key`);
  const columns = new Map(questions.map(({ key, type }) => [key, readCells("", index, isNumeric(type))]));
  for (const { key, cells } of texts) columns.set(key, readCells(cells ?? "", index, columns.get(key)!.numbers !== null));
  return columns;
};

/** How often each value was chosen; a response may have chosen several. */
const countChoices = (rows: ResponseRows, questions: Question[], columns: Map<string, Column>): Loaded["choices"] => {
  const choices: Loaded["choices"] = new Map();
  for (const { key, type } of questions) {
    const prints = choiceTypes.has(type) ? columns.get(key)!.prints! : [];
    const counts = new Map<string, { prototype: number; json: string; n: number }>();
    for (const [row, json] of prints.entries()) {
      if (json === undefined) continue;
      const prototype = rows.prototype[row]!;
      const known = counts.get(`${prototype} ${json}`);
      if (known) known.n += 1;
      else counts.set(`${prototype} ${json}`, { prototype, json, n: 1 });
    }
    const perValue = new Map<string, { prototype: number; value: string; n: number }>();
    for (const { prototype, json, n } of counts.values()) {
      for (const value of [JSON.parse(json) as unknown].flat()) {
        const known = perValue.get(`${prototype} ${String(value)}`) ?? { prototype, value: String(value), n: 0 };
        perValue.set(`${prototype} ${String(value)}`, { ...known, n: known.n + n });
      }
    }
    if (perValue.size > 0) choices.set(key, [...perValue.values()]);
  }
  return choices;
};

/** How many responses per prototype answered, and how many did not and why; the last place is for questionnaires about no prototype. */
const countStatuses = (rows: ResponseRows, columns: Map<string, Column>): Pick<Loaded, "missing" | "answered"> => {
  const missing: Loaded["missing"] = new Map();
  const answered: Loaded["answered"] = new Map();
  const places = rows.perPrototype.length;
  for (const [key, { statuses }] of columns) {
    const counts = Array.from({ length: places + 1 }, () => ({ answered: 0, skipped: 0, dont_know: 0, not_applicable: 0, prefer_not_to_say: 0 }));
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
        (["skipped", "dont_know", "not_applicable", "prefer_not_to_say"] as const)
          .filter((status) => count[status] > 0)
          .map((status) => ({ prototype, status, n: count[status] })),
      ),
    );
  }
  return { missing, answered };
};

type Cells = { rows: ResponseRows; ids: Int32Array; columns: Map<string, Column> };

const takeRows = ({ rows, ids, columns }: Cells, keep: Uint8Array): Cells => {
  const taken = ids.map((_, row) => row).filter((row) => keep[row] === 1);
  const prototype = taken.map((row) => rows.prototype[row]!);
  const perPrototype = rows.perPrototype.map(() => 0);
  for (const place of prototype) if (place >= 0) perPrototype[place]! += 1;
  return {
    rows: { count: taken.length, prototype, perPrototype, person: taken.map((row) => rows.person[row]!), position: taken.map((row) => rows.position[row]!) },
    ids: taken.map((row) => ids[row]!),
    columns: new Map([...columns].map(([key, column]) => [key, takeCells(column, taken)])),
  };
};

const narrowCells = async (ctx: Context, request: Request & { versionId: number }, cells: Cells): Promise<Cells & Pick<Loaded, "narrowed">> => {
  const { narrowing } = request;
  if (narrowing === null) return { ...cells, narrowed: null };
  const view = await loadView(ctx, { ...request, ...cells, codes: request.prototypes.map(({ code }) => code) });
  const { keep, hidden, state } = narrow(view, narrowing.conditions, [...narrowing.known, ...groupsShown(view, narrowing.conditions)]);
  return { ...takeRows(cells, keep), narrowed: { hidden, state } };
};

export const loadAnswers = async (ctx: Context, request: Request): Promise<Loaded> => {
  const { versionId } = request;
  if (versionId === null) {
    const none = { numbers: new Map(), values: new Map(), missing: new Map(), choices: new Map(), answered: new Map(), dataHash: "" };
    return { ...none, rows: emptyRows(), ids: new Int32Array(0), narrowed: request.narrowing && { hidden: [], state: "nobody" } };
  }
  const all = await loadRows(ctx, request);
  const read = { rows: all.rows, ids: all.index.ids, columns: await loadColumns(ctx, request, all.index) };
  const { rows, ids, columns, narrowed } = await narrowCells(ctx, { ...request, versionId }, read);
  const numbers = new Map([...columns].flatMap(([key, { numbers: column }]) => (column ? [[key, column] as const] : [])));
  const values = new Map(
    request.questions.flatMap(({ key, type }) => (ownWords.has(type) || isNumeric(type) ? [] : [[key, columns.get(key)!.prints!] as const])),
  );
  const choices = countChoices(rows, request.questions, columns);
  return {
    rows,
    ids,
    narrowed,
    numbers,
    values,
    choices,
    ...countStatuses(rows, columns),
    dataHash: hashOfRows(
      rows,
      request.prototypes.map(({ code }) => code),
      columns,
    ),
  };
};
