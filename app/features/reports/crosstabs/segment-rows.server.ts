// The answers of a saved segment, and every other group that was ever shown beside it: what a crosstab inside a segment is counted and hidden by.
import { sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { isQuestionType, typeOf } from "~/features/questionnaires/types/registry";
import type { Question } from "~/features/questionnaires/questionnaire";
import { findLeftOut, type TrialFacts } from "../data.server";
import { loadRows } from "../load-rows.server";
import { indexRows } from "../row-index";
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

/** What was answered to a question: a number for each row that says which of the different answers was given, -1 where there is none. */
export type Given = { answers: readonly string[]; codes: Int32Array };

/** The answers to some questions as JSON, by row of the responses; nothing of a question that nobody answered. */
export const loadGiven = async (ctx: Context, versionId: number, keys: readonly string[], ids: Int32Array): Promise<Map<string, Given>> => {
  const texts = await ctx.db.execute<{ key: string; cells: string }>(sql`
    select a.question_key as key, string_agg(a.response_id || chr(31) || a.value::text, chr(30)) as cells
    from responses r join answers a on a.response_id = r.id
    where r.version_id = ${versionId} and r.state = 'submitted' and a.status = 'answered'
      and a.question_key = any(${`{${keys.map((key) => JSON.stringify(key)).join(",")}}`}::text[])
    group by a.question_key`);
  const { rowOf } = indexRows(ids);
  return new Map(
    [...texts].map(({ key, cells }) => {
      const known = new Map<string, number>();
      const codes = new Int32Array(ids.length).fill(-1);
      for (const cell of cells.split("\u001e")) {
        const end = cell.indexOf("\u001f");
        const row = rowOf(Number(cell.slice(0, end)));
        if (row < 0) continue;
        const json = cell.slice(end + 1);
        const code = known.get(json) ?? known.size;
        known.set(json, code);
        codes[row] = code;
      }
      return [key, { answers: [...known.keys()], codes }];
    }),
  );
};

/** The codes of each different answer are read once. */
const answersOver = (questions: readonly Question[], given: ReadonlyMap<string, Given>): View["answerOf"] => {
  const readings = new Map(
    [...given].flatMap(([key, { answers, codes }]) => {
      const question = questions.find((each) => each.key === key);
      if (!question || !isQuestionType(question.type)) return [];
      const { asked } = typeOf(question.type);
      const read = (json: string): string[] => {
        const value = JSON.parse(json) as unknown;
        return !asked ? [] : asked.kind === "number" ? [String(asked.of(value))] : [...asked.of(question.config, value)];
      };
      return [[key, { codes, said: answers.map(read) }] as const];
    }),
  );
  return (key, row) => {
    const reading = readings.get(key);
    return reading?.said[reading.codes[row]!] ?? null;
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
  const { number, reasons, withdrawn } = await findLeftOut(ctx, trial.id, []);
  const isLeftOut = (participantId: number) => reasons.has(participantId) || withdrawn.has(participantId);
  const { rows, ids } = await loadRows(ctx, { trialId: trial.id, versionId, prototypes, personOf: number, isLeftOut });
  const asked = new Set([conditions, ...known].flat().flatMap(({ kind, of }) => (kind === "answer" ? [of] : [])));
  const view: View = {
    rows,
    ids,
    codes: prototypes.map(({ code }) => code),
    groups: await findGroups(ctx, trial.id, number),
    flagged: await findFlagged(ctx, versionId),
    answerOf: answersOver(questions, asked.size === 0 ? new Map() : await loadGiven(ctx, versionId, [...asked], ids)),
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
