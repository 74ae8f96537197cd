// What is known about the people of a trial, for narrowing a report to some of them.
import { sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { preferNotToSay } from "~/features/accounts/profile";
import type { Question } from "~/features/questionnaires/questionnaire";
import { isQuestionType, typeOf } from "~/features/questionnaires/types/registry";
import type { ResponseRows } from "../data.server";
import type { PersonNumbers } from "../load-rows.server";
import { firstAnswer, type Column } from "../column";
import { groupName, type View } from "./narrow";
import type { Condition } from "./segment";

type Input = {
  trialId: number;
  versionId: number;
  codes: readonly string[];
  questions: readonly Question[];
  personOf: PersonNumbers;
  rows: ResponseRows;
  ids: Int32Array;
  columns: ReadonlyMap<string, Column>;
};

/** One byte a person of the trial. */
const peopleAmong = (ids: string, personOf: PersonNumbers): { has: (person: number) => boolean } => {
  const isIn = new Uint8Array(personOf.count + 1);
  for (const id of ids.split(",")) isIn[personOf.get(Number(id)) ?? 0] = 1;
  return { has: (person) => person > 0 && isIn[person] === 1 };
};

/** Each group travels as one text of ids. */
export const findGroups = async (ctx: Context, trialId: number, personOf: PersonNumbers): Promise<View["groups"]> => {
  const found = await ctx.db.execute<{ kind: string; of: string; value: string; ids: string }>(sql`
    select 'fact' as kind, facts.fact as of, facts.value, string_agg(p.id::text, ',') as ids
    from participants p, jsonb_each_text(p.profile) as facts (fact, value)
    where p.trial_id = ${trialId} and facts.value <> ${preferNotToSay} group by 2, 3
    union all
    select 'cell', '', p.cell_id::text, string_agg(p.id::text, ',') from participants p where p.trial_id = ${trialId} and p.cell_id is not null group by 3
    union all
    select 'wave', '', w.number::text, string_agg(p.id::text, ',')
    from participants p join applications a on a.id = p.application_id join waves w on w.id = a.wave_id where p.trial_id = ${trialId} group by 3`);
  return new Map([...found].map(({ kind, of, value, ids }) => [groupName(kind, of, value), peopleAmong(ids, personOf)]));
};

export const findFlagged = async (ctx: Context, versionId: number): Promise<ReadonlySet<number>> => {
  const rows = await ctx.db.execute<{ id: number }>(
    sql`select response_id as id from response_flags where version_id = ${versionId} and decision is distinct from 'kept'`,
  );
  return new Set([...rows].map(({ id }) => id));
};

/** The codes that a question's answers stand for, by the code of the answer in its column; null where a row does not answer. */
const readingOf = (question: Question, column: Column): ((row: number) => readonly string[] | null) => {
  if (!isQuestionType(question.type)) return () => null;
  const { asked } = typeOf(question.type);
  const codesOf = (json: string): readonly string[] => (asked?.kind === "codes" ? [...asked.of(question.config, JSON.parse(json))] : []);
  const said =
    column.kind === "numbers"
      ? column.answers.map((number) => (Number.isNaN(number) ? null : [String(number)]))
      : column.kind === "values"
        ? column.answers.map(codesOf)
        : [[]];
  return (row) => said[column.codes[row]! - firstAnswer] ?? null;
};

const answersOver = (questions: readonly Question[], columns: ReadonlyMap<string, Column>): View["answerOf"] => {
  const known = new Map<string, ReturnType<typeof readingOf> | null>();
  return (key, row) => {
    let reading = known.get(key);
    if (reading === undefined) {
      const column = columns.get(key);
      const question = questions.find((each) => each.key === key);
      reading = column && question ? readingOf(question, column) : null;
      known.set(key, reading);
    }
    return reading?.(row) ?? null;
  };
};

export const loadView = async (ctx: Context, input: Input): Promise<View> => ({
  rows: input.rows,
  ids: input.ids,
  codes: input.codes,
  groups: await findGroups(ctx, input.trialId, input.personOf),
  flagged: await findFlagged(ctx, input.versionId),
  answerOf: answersOver(input.questions, input.columns),
});

/** Groups that crosstabs show, so that they can be subtracted: each value of every profile fact, and of the questions that the segment is made of. */
export const groupsShown = (view: View, conditions: readonly Condition[]): Condition[][] => {
  const facts = [...view.groups.keys()].flatMap((name): Condition[][] => {
    const [kind, of, value] = JSON.parse(name) as [string, string, string];
    return kind === "fact" ? [[{ kind, of, values: [value] }]] : [];
  });
  const answers = conditions
    .filter(({ kind }) => kind === "answer")
    .flatMap(({ of }) => {
      const given = new Set<string>();
      for (let row = 0; row < view.rows.count; row += 1) for (const code of view.answerOf(of, row) ?? []) given.add(code);
      return [...given].map((value): Condition[] => [{ kind: "answer", of, values: [value] }]);
    });
  return [...facts, ...answers];
};
