// The diary over time: who wrote on which day and how late, and whether people felt better or worse from one day to the next.
import { sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { estimateMean } from "~/statistics/means";
import { isResult } from "~/statistics/result";
import type { ReportData } from "../../data.server";
import { sayLater } from "../../later/words.server";
import { domainAround } from "../../numeric-finding.server";
import type { IntervalRow, QuestionFinding, QuestionsBlock } from "../../question-result";
import { compareColumns, type Answers } from "../../rating-analysis.server";
import { lowBase, smallestBase, smallestGroup } from "../../report";
import { cell, isLowBase, textCell, plainText, strengthCell } from "../../result-parts.server";

type Note = { person: number; day: number; used: boolean; mood: number | null; is_late: boolean };
type Day = { day: number; due: number; notes: Note[] };

const moodScale = { min: 1, max: 5 };

const findDays = async (ctx: Context, { trial, excluded }: ReportData): Promise<Day[]> => {
  // Numbers of participants within the trial, as everywhere in the report; those who left took their notes along unless they said otherwise.
  const everybody = sql`select id, row_number() over (order by id)::int as person, state, answers_kept from participants where trial_id = ${trial.id}`;
  const kept = sql`(p.state <> 'withdrawn' or p.answers_kept is true) and not (p.person = any(${`{${excluded.map(({ person }) => person).join(",")}}`}::int[]))`;
  const notes = await ctx.db.execute<Note>(sql`
    with p as (${everybody}) select p.person, d.day, d.used, d.mood, d.is_late from diary_entries d join p on p.id = d.participant_id where ${kept} order by d.day, p.person`);
  const days = await ctx.db.execute<{ day: number; due: number }>(sql`
    with p as (${everybody}) select d.day::int as day, (select count(*)::int from p where ${kept}
      and exists (select 1 from parcels where parcels.participant_id = p.id and parcels.received_at is not null)) as due
    from trials t, jsonb_array_elements_text(t.diary_days) as d (day) where t.id = ${trial.id} order by 1`);
  return [...days].map(({ day, due }) => ({ day, due, notes: [...notes].filter((note) => note.day === day) }));
};

const moodsOf = ({ day, notes }: Day): Answers => {
  const own = notes.filter(({ mood }) => mood !== null);
  return { code: String(day), people: Int32Array.from(own, ({ person }) => person), values: Float64Array.from(own, ({ mood }) => mood!) };
};

export const computeDiary = async (ctx: Context, data: ReportData): Promise<QuestionsBlock[]> => {
  // Notes are not answers of the questionnaire, so a segment of the answers does not narrow them.
  if (data.segment) return [];
  const days = await findDays(ctx, data);
  const written = days.reduce((sum, { notes }) => sum + notes.length, 0);
  if (written < smallestGroup) return [];
  const { alpha } = data.trial;
  const columns = days.map(moodsOf);
  const comparison = compareColumns(columns, moodScale, alpha);
  const due = days.reduce((sum, day) => sum + day.due, 0);
  const late = days.reduce((sum, { notes }) => sum + notes.filter((note) => note.is_late).length, 0);
  const [first, last] = [columns.find(({ values }) => values.length >= smallestBase), columns.findLast(({ values }) => values.length >= smallestBase)];
  const pair =
    comparison.kind === "none" || !first || !last
      ? undefined
      : comparison.pairs.find((each) => [each.first, each.second].includes(first.code) && [each.first, each.second].includes(last.code));
  // From the first day to the last.
  const change = pair && first ? (pair.first === first.code ? -pair.difference : pair.difference) : null;
  const direction = pair && change !== null && (pair.strength === "clearly" || pair.strength === "probably") ? (change > 0 ? "better" : "worse") : "same";
  const means = columns.map(({ values }) => {
    const estimate = estimateMean(values, 1 - alpha);
    return isResult(estimate) ? estimate : null;
  });
  const rows = columns.flatMap(({ code, values }, index): IntervalRow[] => {
    const mean = means[index];
    if (!mean || values.length < smallestGroup) return [];
    const bounds = mean.interval ? { lower: mean.interval.lower, upper: mean.interval.upper } : null;
    const letters = comparison.kind === "none" ? "" : (comparison.letters.find((each) => each.code === code)?.letters ?? "");
    return [{ key: code, label: sayLater("diary_day", { day: Number(code) }), n: values.length, value: mean.mean, bounds, letters }];
  });
  const base = Math.max(0, ...columns.map(({ people }) => new Set(people).size));
  const finding: QuestionFinding = {
    key: "diary",
    text: sayLater("diary_text"),
    title:
      pair && first && last
        ? sayLater(`diary_${direction}${direction === "same" ? "" : `_${pair.strength}`}`, { first: Number(first.code), last: Number(last.code), count: base })
        : sayLater("diary_written", { count: written, share: { share: due > 0 ? Math.min(1, written / due) : 1 } }),
    strength: pair?.strength ?? null,
    n: written,
    base: sayLater("diary_base", { count: written }),
    chart: rows.length === 0 ? null : { kind: "intervals", unit: "mean", domain: domainAround(rows, 1, 5), line: null, rows },
    tables: [
      {
        caption: sayLater("diary_table"),
        head: ["diary_head_day", "diary_head_due", "diary_head_written", "diary_head_late", "diary_head_used", "diary_head_mood"].map((key) => sayLater(key)),
        rows: days.map(({ day, due: expected, notes }, index) => ({
          key: String(day),
          label: sayLater("diary_day", { day }),
          isLow: isLowBase(notes.length),
          cells: [
            cell("count", expected),
            cell("count", notes.length),
            cell("count", notes.length < smallestGroup ? null : notes.filter((note) => note.is_late).length),
            cell("share", notes.length < smallestBase ? null : notes.filter(({ used }) => used).length / notes.length),
            rows.some(({ key }) => key === String(day))
              ? cell("mean", means[index]?.mean ?? null, { n: columns[index]!.values.length })
              : textCell(plainText("–")),
          ],
        })),
      },
      ...(pair && change !== null && first && last
        ? [
            {
              caption: sayLater("diary_change"),
              head: ["diary_head_days", "diary_head_change", "diary_head_p", "diary_head_strength"].map((key) => sayLater(key)),
              rows: [
                {
                  key: "change",
                  label: sayLater("diary_from_to", { first: Number(first.code), last: Number(last.code) }),
                  isLow: base < lowBase,
                  cells: [cell("difference", change), cell("p", pair.p), strengthCell(pair.strength)],
                },
              ],
            },
          ]
        : []),
    ],
    method: sayLater(`diary_method_${comparison.kind}`),
    notes: [sayLater("diary_counts", { written: { number: written }, due: { number: due }, late: { number: late } }), sayLater("diary_caution")],
  };
  return [{ block: "diary", questions: [finding] }];
};
