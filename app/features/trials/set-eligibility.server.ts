// The rule about who may take part, put together while the trial is a draft and held against the members there are.
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { Conflict, Invalid } from "~/core/errors";
import type { LocalizedText } from "~/core/locale";
import { record } from "~/features/activity/record.server";
import { ageBand, preferNotToSay } from "~/features/accounts/profile";
import { applications, invitations, people, profileFacts, questions, trials } from "~db/schema/index";
import { mayBeEligible, type EligibilityLine, type EligibilityRule } from "./eligibility";
import { getTrialToRun, listQuotaCells } from "./queries.server";
import { mayFitCell } from "./quota";
import { quotaFacts } from "./quota-facts";

export type RuleSource = { kind: "fact" | "question"; key: string; label: LocalizedText; options: readonly { value: string; label: LocalizedText }[] };

/** What a line can look at: the facts of a profile, and every question of the screener that has fixed answers. */
export const listRuleSources = async (ctx: Context, trialId: number): Promise<RuleSource[]> => {
  const trial = await getTrialToRun(ctx, trialId);
  const facts = quotaFacts.map(({ key, label, options }): RuleSource => ({ kind: "fact", key, label, options }));
  if (trial.screenerId === null) return facts;
  const rows = await ctx.db
    .select({ key: questions.key, body: questions.body })
    .from(questions)
    .where(eq(questions.questionnaireId, trial.screenerId))
    .orderBy(questions.position);
  const asked = rows.flatMap(({ key, body }): RuleSource[] => {
    const { options } = body.config as { options?: RuleSource["options"] };
    return Array.isArray(options) && options.length > 0 ? [{ kind: "question", key, label: body.text, options }] : [];
  });
  return [...facts, ...asked];
};

const change = async (ctx: Context, trialId: number, edit: (rule: EligibilityRule) => EligibilityRule): Promise<void> => {
  const trial = await getTrialToRun(ctx, trialId);
  if (trial.state !== "draft") throw new Conflict("the rule is fixed at launch", { key: "trial_not_draft" });
  await inTransaction(ctx, async (inner) => {
    const [row] = await inner.db.select({ rule: trials.eligibility }).from(trials).where(eq(trials.id, trialId)).for("update");
    const rule = edit(row?.rule ?? { lines: [], minimum: 0 });
    await inner.db
      .update(trials)
      .set({ eligibility: rule.lines.length === 0 ? null : rule })
      .where(eq(trials.id, trialId));
    await record(inner, { kind: "trial.edited", subject: { kind: "trial", id: trialId }, data: { eligibility: rule.lines.length } });
  });
};

export const addEligibilityLine = async (ctx: Context, input: EligibilityLine & { trialId: number }): Promise<void> => {
  const { trialId, ...line } = input;
  const source = (await listRuleSources(ctx, trialId)).find(({ kind, key }) => kind === line.source.kind && key === line.source.key);
  if (!source) throw new Invalid({ source: { key: "not_understood" } });
  const values = source.options.map(({ value }) => value).filter((value) => line.values.includes(value));
  if (values.length === 0) throw new Invalid({ values: { key: "required" } });
  await change(ctx, trialId, (rule) => {
    if (rule.lines.length >= 40) throw new Invalid({ "": { key: "too_many_rules" } });
    return { ...rule, lines: [...rule.lines, { ...line, values }] };
  });
};

export const removeEligibilityLine = (ctx: Context, input: { trialId: number; index: number }): Promise<void> =>
  change(ctx, input.trialId, (rule) => ({ ...rule, lines: rule.lines.filter((_, index) => index !== input.index) }));

export const setEligibilityMinimum = (ctx: Context, input: { trialId: number; minimum: number }): Promise<void> =>
  change(ctx, input.trialId, (rule) => ({ ...rule, minimum: input.minimum }));

/** Members with what is known of them; whoever does not want to be matched on a fact is not. */
const loadMembers = async (ctx: Context): Promise<{ id: number; facts: Record<string, string> }[]> => {
  const rows = await ctx.db
    .select({
      id: people.id,
      birthYear: people.birthYear,
      facts: sql<
        Record<string, string>
      >`coalesce((select jsonb_object_agg(f.fact, f.value) from ${profileFacts} f where f.person_id = ${people.id} and f.value <> ${preferNotToSay}), '{}')`,
    })
    .from(people)
    .where(and(eq(people.role, "member"), isNotNull(people.emailVerifiedAt), isNull(people.suspendedAt), isNull(people.erasedAt)));
  return rows.map(({ id, birthYear, facts }) => ({ id, facts: birthYear === null ? facts : { ...facts, age_band: ageBand(birthYear, ctx.now) } }));
};

/** Everybody whom neither the rule nor all cells rule out by what is known of them. */
export const findMatches = async (ctx: Context, trialId: number): Promise<{ members: number; matching: number[] }> => {
  const trial = await getTrialToRun(ctx, trialId);
  const cells = await listQuotaCells(ctx, trialId);
  const members = await loadMembers(ctx);
  const matching = members
    .filter(({ facts }) => mayBeEligible(trial.eligibility, facts) && (cells.length === 0 || cells.some(({ rule }) => mayFitCell(rule, facts))))
    .map(({ id }) => id);
  return { members: members.length, matching };
};

/** Of those who match, who has neither been invited nor come by themselves. */
export const findUninvited = async (ctx: Context, trialId: number, matching: readonly number[]): Promise<number[]> => {
  const known = new Set<number>();
  for (const table of [invitations, applications])
    for (const { personId } of await ctx.db.select({ personId: table.personId }).from(table).where(eq(table.trialId, trialId))) known.add(personId);
  return matching.filter((id) => !known.has(id));
};

const fewest = 5;

/** "312 of 4,051 members match"; a group of fewer than five is not told apart. */
export const countMatches = async (
  ctx: Context,
  trialId: number,
): Promise<{ members: number; matching: number | null; uninvited: number; waves: number; invited: number }> => {
  const { members, matching } = await findMatches(ctx, trialId);
  const uninvited = await findUninvited(ctx, trialId, matching);
  const [sent] = await ctx.db
    .select({ waves: sql<number>`coalesce(max(${invitations.wave}), 0)::int`, invited: sql<number>`count(*)::int` })
    .from(invitations)
    .where(eq(invitations.trialId, trialId));
  const isTooFew = matching.length > 0 && matching.length < fewest;
  return {
    members,
    matching: isTooFew ? null : matching.length,
    uninvited: isTooFew ? 0 : uninvited.length,
    waves: sent?.waves ?? 0,
    invited: sent?.invited ?? 0,
  };
};
