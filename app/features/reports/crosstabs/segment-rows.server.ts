// The answers of a saved segment, and every other group that was ever shown beside it: what a crosstab inside a segment is counted and hidden by.
import { sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { isQuestionType, typeOf } from "~/features/questionnaires/types/registry";
import type { Question } from "~/features/questionnaires/questionnaire";
import { findLeftOut, type TrialFacts } from "../data.server";
import { findFlagged, findGroups, groupsShown } from "../segments/load-view.server";
import { narrow, rowsInside, type View } from "../segments/narrow";
import type { Condition } from "../segments/segment";
import { byAnswer } from "./crosstab";

/** Every list is parallel to the rows of the view. */
export type SegmentRows = {
  view: View;
  /** Places of prototypes at which the segment, by itself, would tell somebody apart. */
  hidden: ReadonlySet<number>;
  isTooSmall: boolean;
  inside: Uint8Array;
  /** The values of every profile fact and of the questions that the segment is made of, by the banner that shows them. */
  others: { by: string; marks: Uint8Array }[];
  /** Every segment that was ever saved. */
  segments: Uint8Array[];
};

const loadRows = async (ctx: Context, trial: TrialFacts, versionId: number, prototypeIds: readonly number[]) => {
  const { number, reasons, withdrawn } = await findLeftOut(ctx, trial.id, []);
  const [packed] = await ctx.db.execute<{ cells: string | null }>(sql`
    select string_agg(r.id || ' ' || r.participant_id || ' ' || coalesce(r.prototype_id, 0), ',' order by r.id) as cells
    from responses r join participants p on p.id = r.participant_id
    where r.version_id = ${versionId} and r.state = 'submitted' and p.trial_id = ${trial.id}`);
  const placeOf = new Map(prototypeIds.map((id, place) => [id, place]));
  const records = (packed?.cells ?? "")
    .split(",")
    .filter(Boolean)
    .map((record) => record.split(" ").map(Number) as [number, number, number])
    .filter(([, participantId]) => !reasons.has(participantId) && !withdrawn.has(participantId));
  const rows: View["rows"] = {
    count: records.length,
    person: Int32Array.from(records, ([, participantId]) => number.get(participantId)!),
    prototype: Int32Array.from(records, ([, , prototypeId]) => placeOf.get(prototypeId) ?? -1),
    position: new Int32Array(records.length),
    perPrototype: [],
  };
  return { rows, ids: Int32Array.from(records, ([id]) => id), number };
};

/** The answers to some questions as JSON, by response; the same answer given again is one text. */
export const loadJson = async (ctx: Context, versionId: number, keys: readonly string[]): Promise<Map<string, Map<number, string>>> => {
  const texts = await ctx.db.execute<{ key: string; cells: string }>(sql`
    select a.question_key as key, string_agg(a.response_id || chr(31) || a.value::text, chr(30)) as cells
    from responses r join answers a on a.response_id = r.id
    where r.version_id = ${versionId} and r.state = 'submitted' and a.status = 'answered'
      and a.question_key = any(${`{${keys.map((key) => JSON.stringify(key)).join(",")}}`}::text[])
    group by a.question_key`);
  return new Map(
    [...texts].map(({ key, cells }) => [
      key,
      new Map(cells.split("\u001e").map((cell) => [Number(cell.slice(0, cell.indexOf("\u001f"))), cell.slice(cell.indexOf("\u001f") + 1)] as const)),
    ]),
  );
};

const answersOver = (questions: readonly Question[], ids: Int32Array, answers: ReadonlyMap<string, ReadonlyMap<number, string>>): View["answerOf"] => {
  const known = new Map<string, readonly string[]>();
  return (key, row) => {
    const question = questions.find((each) => each.key === key);
    const json = answers.get(key)?.get(ids[row]!);
    if (json === undefined || !question || !isQuestionType(question.type)) return null;
    const name = `${key} ${json}`;
    const read = known.get(name);
    if (read) return read;
    const { asked } = typeOf(question.type);
    const value = JSON.parse(json) as unknown;
    const codes = !asked ? [] : asked.kind === "number" ? [String(asked.of(value))] : [...asked.of(question.config, value)];
    known.set(name, codes);
    return codes;
  };
};

type Input = {
  trial: TrialFacts;
  versionId: number;
  prototypes: readonly { id: number; code: string }[];
  questions: readonly Question[];
  conditions: readonly Condition[];
  known: readonly (readonly Condition[])[];
};

/** Everybody's rows, also of those whom the report leaves out, as every crosstab counts them. */
export const loadSegmentRows = async (ctx: Context, { trial, versionId, prototypes, questions, conditions, known }: Input): Promise<SegmentRows> => {
  const { rows, ids, number } = await loadRows(
    ctx,
    trial,
    versionId,
    prototypes.map(({ id }) => id),
  );
  const asked = new Set([conditions, ...known].flat().flatMap(({ kind, of }) => (kind === "answer" ? [of] : [])));
  const view: View = {
    rows,
    ids,
    codes: prototypes.map(({ code }) => code),
    groups: await findGroups(ctx, trial.id, number),
    flagged: await findFlagged(ctx, versionId),
    answerOf: answersOver(questions, ids, asked.size === 0 ? new Map() : await loadJson(ctx, versionId, [...asked])),
  };
  const groups = groupsShown(view, conditions);
  const { hidden, state } = narrow(view, conditions, [...known, ...groups]);
  return {
    view,
    hidden: new Set(hidden),
    isTooSmall: state === "too_small",
    inside: rowsInside(view, conditions),
    others: groups.map((group) => ({
      by: group.map(({ kind, of }) => (kind === "answer" ? `${byAnswer}${of}` : of)).join(""),
      marks: rowsInside(view, group),
    })),
    segments: known.map((each) => rowsInside(view, each)),
  };
};
