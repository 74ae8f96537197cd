// Saved segments of a trial, and what a segment can be made of.
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import type { LocalizedText } from "~/core/locale";
import type { Question } from "~/features/questionnaires/questionnaire";
import { isQuestionType, typeOf } from "~/features/questionnaires/types/registry";
import { preferNotToSay } from "~/features/accounts/profile";
import { isUnblinded } from "~/features/trials/trial";
import { quotaCells, reportSegments, waves } from "~db/schema/index";
import type { TrialFacts } from "../data.server";
import { factOf } from "../fact-labels.server";
import { inBoth } from "../sentences.server";
import type { Choice, Condition, SavedSegment } from "./segment";

const columns = { id: reportSegments.id, name: reportSegments.name, conditions: reportSegments.conditions, removedAt: reportSegments.removedAt };

/** Also those that were removed: what was once shown can still be subtracted. */
export const findKnownSegments = async (ctx: Context, trialId: number): Promise<SavedSegment[]> =>
  ctx.db.select(columns).from(reportSegments).where(eq(reportSegments.trialId, trialId)).orderBy(asc(reportSegments.id));

export const findSegment = async (ctx: Context, trialId: number, segmentId: number): Promise<SavedSegment | null> => {
  const [row] = await ctx.db
    .select(columns)
    .from(reportSegments)
    .where(and(eq(reportSegments.trialId, trialId), eq(reportSegments.id, segmentId), isNull(reportSegments.removedAt)));
  return row ?? null;
};

const plain = (text: string): LocalizedText => ({ en: text, id: text });
const most = 400;

/** The answers that a closed question can be narrowed by: its options, or the points of a scale. */
const optionsOf = (question: Question): Choice["options"] => {
  const asked = isQuestionType(question.type) ? typeOf(question.type).asked : undefined;
  if (!asked) return [];
  if (asked.kind === "codes") return asked.codes(question.config).slice(0, most);
  const { min, max } = asked.range(question.config);
  const labels = (question.config as { labels?: Record<string, LocalizedText> }).labels ?? {};
  if (!(max - min <= 10)) return [];
  return Array.from({ length: max - min + 1 }, (_, index) => String(min + index)).map((value) => {
    const label = labels[value];
    return {
      value,
      label: label && (label.en || label.id) ? { en: `${value} ${label.en || label.id}`, id: `${value} ${label.id || label.en}` } : plain(value),
    };
  });
};

type Asked = { trial: TrialFacts; prototypes: readonly { code: string; name: string }[]; questions: readonly Question[] };

/** `values`: those that somebody has, or also those that the fact could have. */
export const findFactChoices = async (ctx: Context, trial: TrialFacts, values: "found" | "all"): Promise<Choice[]> => {
  const rows = await ctx.db.execute<{ fact: string; value: string }>(sql`
    select distinct facts.fact, facts.value from participants p, jsonb_each_text(p.profile) as facts (fact, value)
    where p.trial_id = ${trial.id} and facts.value <> ${preferNotToSay} order by 1, 2`);
  const imported = trial.source?.facts ?? [];
  return [...new Set([...rows].map(({ fact }) => fact))].map((fact): Choice => {
    const { label, values: defined } = factOf(fact, imported);
    const found = [...rows].filter((row) => row.fact === fact).map(({ value }) => value);
    const known = defined.filter(({ value }) => values === "all" || found.includes(value));
    const others = found.filter((value) => !defined.some((each) => each.value === value)).map((value) => ({ value, label: plain(value) }));
    return { kind: "fact", of: fact, label, options: [...known, ...others].slice(0, most) };
  });
};

/** Everything that conditions can be made of, in the order in which the form offers it. */
export const findChoices = async (ctx: Context, { trial, prototypes, questions }: Asked): Promise<Choice[]> => {
  const cells = await ctx.db
    .select({ id: quotaCells.id, name: quotaCells.name })
    .from(quotaCells)
    .where(eq(quotaCells.trialId, trial.id))
    .orderBy(asc(quotaCells.id));
  const drawn = await ctx.db.select({ number: waves.number }).from(waves).where(eq(waves.trialId, trial.id)).orderBy(asc(waves.number));
  const choices: Choice[] = [
    ...(await findFactChoices(ctx, trial, "found")),
    {
      kind: "cell",
      of: "",
      label: inBoth((t) => t("segments.of_cell")),
      options: cells.length > 1 ? cells.map(({ id, name }) => ({ value: String(id), label: name })) : [],
    },
    {
      kind: "wave",
      of: "",
      label: inBoth((t) => t("segments.of_wave")),
      options: drawn.length > 1 ? drawn.map(({ number }) => ({ value: String(number), label: inBoth((t) => t("segments.wave", { number })) })) : [],
    },
    {
      kind: "prototype",
      of: "",
      label: inBoth((t) => t("segments.of_prototype")),
      options: prototypes.length > 1 ? prototypes.map(({ code, name }) => ({ value: code, label: plain(name) })) : [],
    },
    {
      kind: "quality",
      of: "",
      label: inBoth((t) => t("segments.of_quality")),
      options: (["unflagged", "flagged"] as const).map((value) => ({ value, label: inBoth((t) => t(`segments.quality_${value}`)) })),
    },
    ...questions.map((question): Choice => ({ kind: "answer", of: question.key, label: question.text, options: optionsOf(question) })),
  ];
  return choices.filter(({ options }) => options.length > 0);
};

/** Conditions as people read them. What has gone since, such as a quota cell, is called by its code. */
export const wordsOf = async (ctx: Context, asked: Asked, conditions: readonly Condition[]): Promise<LocalizedText[]> => {
  const choices = await findChoices(ctx, asked);
  return conditions.map(({ kind, of, values }) => {
    const choice = choices.find((each) => each.kind === kind && each.of === of);
    const labels = values.map((value) => choice?.options.find((option) => option.value === value)?.label ?? plain(value));
    return inBoth((t, _format, pick) => t("segments.condition", { what: choice ? pick(choice.label) : of || kind, values: labels.map(pick).join(", ") }));
  });
};

/** What the page of segments shows; before the data are locked there is nothing to narrow. */
export const canNarrow = (trial: TrialFacts): boolean => isUnblinded(trial.state) && trial.questionnaireVersionId !== null;
