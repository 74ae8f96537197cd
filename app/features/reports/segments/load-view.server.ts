// What is known about the people of a trial, for narrowing a report to some of them.
import { sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { preferNotToSay } from "~/features/accounts/profile";
import type { Question } from "~/features/questionnaires/questionnaire";
import { isQuestionType, typeOf } from "~/features/questionnaires/types/registry";
import type { ResponseRows } from "../data.server";
import type { Column } from "../read-cells";
import { groupName, type View } from "./narrow";
import type { Condition } from "./segment";

type Input = {
  trialId: number;
  versionId: number;
  codes: readonly string[];
  questions: readonly Question[];
  personOf: ReadonlyMap<number, number>;
  rows: ResponseRows;
  ids: Int32Array;
  columns: ReadonlyMap<string, Column>;
};

/** Each group travels as one text of ids. */
export const findGroups = async (ctx: Context, trialId: number, personOf: ReadonlyMap<number, number>): Promise<View["groups"]> => {
  const found = await ctx.db.execute<{ kind: string; of: string; value: string; ids: string }>(sql`
    select 'fact' as kind, facts.fact as of, facts.value, string_agg(p.id::text, ',') as ids
    from participants p, jsonb_each_text(p.profile) as facts (fact, value)
    where p.trial_id = ${trialId} and facts.value <> ${preferNotToSay} group by 2, 3
    union all
    select 'cell', '', p.cell_id::text, string_agg(p.id::text, ',') from participants p where p.trial_id = ${trialId} and p.cell_id is not null group by 3
    union all
    select 'wave', '', w.number::text, string_agg(p.id::text, ',')
    from participants p join applications a on a.id = p.application_id join waves w on w.id = a.wave_id where p.trial_id = ${trialId} group by 3`);
  return new Map(
    [...found].map(({ kind, of, value, ids }) => [groupName(kind, of, value), new Set(ids.split(",").map((id) => personOf.get(Number(id)) ?? -1))]),
  );
};

export const findFlagged = async (ctx: Context, versionId: number): Promise<ReadonlySet<number>> => {
  const rows = await ctx.db.execute<{ id: number }>(
    sql`select response_id as id from response_flags where version_id = ${versionId} and decision is distinct from 'kept'`,
  );
  return new Set([...rows].map(({ id }) => id));
};

/** The codes of an answer; the same answer given again is read once. */
const answersOver = (questions: readonly Question[], columns: ReadonlyMap<string, Column>): View["answerOf"] => {
  const known = new Map<string, readonly string[]>();
  return (key, row) => {
    const column = columns.get(key);
    const question = questions.find((each) => each.key === key);
    if (!column || !question || !isQuestionType(question.type)) return null;
    if (column.numbers) return Number.isNaN(column.numbers[row]) ? null : [String(column.numbers[row])];
    const json = column.prints?.[row];
    if (json === undefined) return null;
    const name = `${key} ${json}`;
    const read = known.get(name);
    if (read) return read;
    const { asked } = typeOf(question.type);
    const codes = asked?.kind === "codes" ? [...asked.of(question.config, JSON.parse(json))] : [];
    known.set(name, codes);
    return codes;
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
