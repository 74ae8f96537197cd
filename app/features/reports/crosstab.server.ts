// One question by one profile fact or another question, counted in the database: shares or means per group of people, with letters, and no group that could be recognised.
import { sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import type { LocalizedText } from "~/core/locale";
import type { Question } from "~/features/questionnaires/questionnaire";
import { isQuestionType, typeOf } from "~/features/questionnaires/types/registry";
import type { ImportedFact } from "~/features/trials/trial";
import { isUnblinded } from "~/features/trials/trial";
import type { Adjustment } from "~/statistics/adjust";
import { columnLetter, lettersOf, letterMeans, letterShares, type LetteredRow } from "~/statistics/crosstab";
import { hiddenGroups } from "~/statistics/suppression";
import { findPrototypes, findQuestions } from "./data.server";
import { factOf } from "./fact-labels.server";
import { getReport } from "./queries.server";
import { lowBase, smallestBase, smallestGroup } from "./report";
import { plainText, say } from "./result-parts.server";

export const crosstabAdjustments = ["none", "holm"] as const satisfies readonly Adjustment[];
export type CrosstabAdjustment = (typeof crosstabAdjustments)[number];

export type CrosstabSearch = { question: string | null; fact: string | null; prototype: string | null; adjustment: string | null };

/** `count` null: too small to show. `value` null: counted only, because fewer than ten answered. */
export type CrosstabCell = { count: number | null; value: number | null; letters: string };
export type CrosstabColumn = { key: string; label: LocalizedText; letter: string; n: number | null; isLow: boolean };
export type CrosstabRow = { key: string; label: LocalizedText; kind: "share" | "mean"; total: CrosstabCell; cells: CrosstabCell[] };
export type Crosstab = { columns: CrosstabColumn[]; rows: CrosstabRow[]; n: number; hidden: number };

type Counted = { group: string | null; value: unknown; n: number };

const unknown = "\u00a0unknown";
const otherGroup = "\u00a0other";

/** What the columns are made from: a fact, or a question that is answered with one of a few codes. */
type Banner = { key: string; label: LocalizedText; values: { value: string; label: LocalizedText }[]; question: Question | null };

const byAnswer = "answer:";
const mostColumns = 12;

/** Only answers that exclude each other can be compared as groups. */
const bannerOf = (question: Question): Banner[] => {
  const asked = isQuestionType(question.type) ? typeOf(question.type).asked : undefined;
  if (!asked || (asked.kind === "codes" && question.type !== "single_choice")) return [];
  const values = asked.kind === "codes" ? asked.codes(question.config).map(({ value, label }) => ({ value, label })) : pointsOf(asked.range(question.config));
  return values.length < 2 || values.length > mostColumns ? [] : [{ key: `${byAnswer}${question.key}`, label: question.text, values, question }];
};

const pointsOf = ({ min, max }: { min: number; max: number }) =>
  max - min < mostColumns ? Array.from({ length: max - min + 1 }, (_, index) => String(min + index)).map((value) => ({ value, label: plainText(value) })) : [];

/** Everybody who answered, before the report leaves anybody out: the difference of the two would tell what that person is. */
const countAnswers = async (
  ctx: Context,
  input: { trialId: number; versionId: number; prototypeId: number; question: string; by: Banner },
): Promise<Counted[]> => [
  ...(await ctx.db.execute<Counted>(sql`
    select ${input.by.question ? sql`b.value #>> '{}'` : sql`nullif(p.profile ->> ${input.by.key}, 'prefer_not_to_say')`} as group, a.value, count(*)::int as n
    from responses r
    join answers a on a.response_id = r.id and a.question_key = ${input.question} and a.status = 'answered'
    ${input.by.question ? sql`left join answers b on b.response_id = r.id and b.question_key = ${input.by.question.key} and b.status = 'answered'` : sql``}
    join participants p on p.id = r.participant_id
    where r.version_id = ${input.versionId} and r.state = 'submitted' and r.prototype_id = ${input.prototypeId}
      and p.trial_id = ${input.trialId} and p.state not in ('withdrawn', 'excluded')
    group by 1, 2`)),
];

const findFacts = async (ctx: Context, trialId: number, imported: readonly ImportedFact[]) => {
  const rows = await ctx.db.execute<{ fact: string }>(
    // Many people have the same profile: each is taken apart once.
    sql`select distinct jsonb_object_keys(profile) as fact from (select distinct profile from participants where trial_id = ${trialId}) known order by 1`,
  );
  return [...rows].map(({ fact }): Banner => ({ key: fact, ...factOf(fact, imported), values: [...factOf(fact, imported).values], question: null }));
};

export const isCrossable = ({ type }: Question): boolean => isQuestionType(type) && typeOf(type).asked !== undefined;

type Tally = { n: number; perCode: Map<string, number>; numbers: { value: number; n: number }[] };

const tally = (question: Question, counted: readonly Counted[]): Map<string, Tally> => {
  const { asked } = typeOf(question.type);
  const groups = new Map<string, Tally>();
  for (const { group, value, n } of counted) {
    const own = groups.get(group ?? unknown) ?? { n: 0, perCode: new Map<string, number>(), numbers: [] };
    groups.set(group ?? unknown, own);
    own.n += n;
    if (asked?.kind === "number") own.numbers.push({ value: Number(asked.of(value)), n });
    else for (const code of new Set(asked?.of(question.config, value) ?? [])) own.perCode.set(code, (own.perCode.get(code) ?? 0) + n);
  }
  return groups;
};

const spread = (numbers: Tally["numbers"]): number[] => numbers.flatMap(({ value, n }) => new Array<number>(n).fill(value));

const cellsOf = (row: LetteredRow, counts: (number | null)[]): CrosstabCell[] =>
  row.columns.map((column, index) => ({
    count: counts[index]!,
    value: counts[index] === null ? null : column.value,
    letters: counts[index] === null ? "" : lettersOf(column),
  }));

type Group = { key: string; label: LocalizedText; tally: Tally; isHidden: boolean };

/** What is hidden takes part in nothing but the total, and the total hides it among at least five people. */
const shareRow = (groups: readonly Group[], code: { value: string; label: LocalizedText }, adjustment: CrosstabAdjustment, alpha: number): CrosstabRow => {
  const successes = (group: Group) => group.tally.perCode.get(code.value) ?? 0;
  const lettered = letterShares(
    groups.map((group) => (group.isHidden ? { n: 0, successes: 0 } : { n: group.tally.n, successes: successes(group) })),
    { adjustment, alpha },
  );
  const [n, all] = [groups.reduce((sum, group) => sum + group.tally.n, 0), groups.reduce((sum, group) => sum + successes(group), 0)];
  return {
    key: code.value,
    label: code.label,
    kind: "share",
    total: n < smallestGroup ? { count: null, value: null, letters: "" } : { count: all, value: n < smallestBase ? null : all / n, letters: "" },
    cells: cellsOf(
      lettered,
      groups.map((group) => (group.isHidden ? null : successes(group))),
    ),
  };
};

const meanRow = (groups: readonly Group[], adjustment: CrosstabAdjustment, alpha: number): CrosstabRow => {
  const lettered = letterMeans(
    groups.map((group) => (group.isHidden ? [] : spread(group.tally.numbers))),
    { adjustment, alpha },
  );
  const all = groups.flatMap((group) => group.tally.numbers);
  const n = all.reduce((sum, each) => sum + each.n, 0);
  return {
    key: "mean",
    label: say("head_mean"),
    kind: "mean",
    total: { count: n < smallestGroup ? null : n, value: n < smallestBase ? null : all.reduce((sum, each) => sum + each.value * each.n, 0) / n, letters: "" },
    cells: cellsOf(
      lettered,
      groups.map((group) => (group.isHidden ? null : group.tally.n)),
    ),
  };
};

const codesOf = (question: Question, groups: readonly Group[]): { value: string; label: LocalizedText }[] => {
  const { asked } = typeOf(question.type);
  if (asked?.kind === "codes") {
    const known = asked.codes(question.config).map(({ value, label }) => ({ value, label }));
    return known.length > 0
      ? known
      : [...new Set(groups.flatMap(({ tally: own }) => [...own.perCode.keys()]))].map((value) => ({ value, label: plainText(value) }));
  }
  const values = [...new Set(groups.flatMap(({ tally: own }) => own.numbers.map(({ value }) => value)))].sort((a, b) => b - a);
  // A scale has few points; typed amounts have a mean and nothing else.
  return values.length > 11 ? [] : values.map((value) => ({ value: String(value), label: plainText(String(value)) }));
};

const withPoints = (own: Tally): Tally => ({ ...own, perCode: new Map([...own.perCode, ...own.numbers.map(({ value, n }) => [String(value), n] as const)]) });

export const crossQuestion = (
  question: Question,
  { values, question: by }: Banner,
  counted: readonly Counted[],
  adjustment: CrosstabAdjustment,
  alpha: number,
): Crosstab => {
  // What people wrote under "other" is their own words: together it is one group.
  const isOwnWords = (group: string | null) => by !== null && group !== null && !values.some(({ value }) => value === group);
  const tallies = tally(
    question,
    counted.map((each) => (isOwnWords(each.group) ? { ...each, group: otherGroup } : each)),
  );
  const known = values.filter(({ value }) => tallies.has(value)).map(({ value, label }) => ({ key: value, label }));
  const others = [...tallies.keys()].filter((key) => key !== unknown && !values.some(({ value }) => value === key)).sort();
  const all = [
    ...known,
    ...others.map((key) => ({ key, label: key === otherGroup ? say("other_answer") : plainText(key) })),
    ...(tallies.has(unknown) ? [{ key: unknown, label: say("not_stated") }] : []),
  ];
  const sizes = all.map(({ key }) => tallies.get(key)!.n);
  const hidden = hiddenGroups(sizes, smallestGroup);
  const groups = all.map(({ key, label }, index): Group => ({ key, label, tally: withPoints(tallies.get(key)!), isHidden: hidden[index]! }));
  // Hidden groups stand last, so that the letters of the others follow each other; only how many there are is said.
  groups.sort((one, other) => Number(one.isHidden) - Number(other.isHidden));
  const shown = groups.filter(({ isHidden }) => !isHidden);
  const isNumber = typeOf(question.type).asked?.kind === "number";
  const rows = [
    ...(isNumber ? [meanRow(groups, adjustment, alpha)] : []),
    ...codesOf(question, groups).map((code) => shareRow(groups, code, adjustment, alpha)),
  ].map((row) => ({ ...row, cells: row.cells.filter((_, index) => !groups[index]!.isHidden) }));
  return {
    columns: shown.map(({ key, label, tally: { n } }) => ({
      key,
      label,
      letter: columnLetter(groups.findIndex((group) => group.key === key)),
      n,
      isLow: n < lowBase,
    })),
    rows,
    n: sizes.reduce((sum, n) => sum + n, 0),
    hidden: groups.length - shown.length,
  };
};

export const getCrosstab = async (ctx: Context, trialId: number, search: CrosstabSearch) => {
  const { trial } = await getReport(ctx, trialId);
  const isOpen = isUnblinded(trial.state);
  const imported = trial.source?.facts ?? [];
  const questions = (await findQuestions(ctx, trial.questionnaireVersionId)).filter(isCrossable);
  const [prototypes, facts] = [await findPrototypes(ctx, trialId), [...(await findFacts(ctx, trialId, imported)), ...questions.flatMap(bannerOf)]];
  const question = questions.find(({ key }) => key === search.question) ?? questions[0];
  const fact = facts.find((each) => each.key === search.fact) ?? facts[0];
  const prototype = prototypes.find(({ code }) => code === search.prototype) ?? prototypes[0];
  const adjustment = crosstabAdjustments.find((each) => each === search.adjustment) ?? "none";
  const canCross = isOpen && question && fact && prototype && trial.questionnaireVersionId !== null;
  const counted = canCross
    ? await countAnswers(ctx, { trialId, versionId: trial.questionnaireVersionId!, prototypeId: prototype.id, question: question.key, by: fact })
    : [];
  return {
    trial,
    isOpen,
    questions: questions.map(({ key, text }) => ({ key, text })),
    facts: facts.map(({ key, label }) => ({ fact: key, label })),
    prototypes: prototypes.map(({ code, name }) => ({ code, name })),
    chosen: { question: question?.key ?? "", fact: fact?.key ?? "", prototype: prototype?.code ?? "", adjustment },
    text: question?.text ?? null,
    table: canCross ? crossQuestion(question, fact, counted, adjustment, trial.alpha) : null,
  };
};
