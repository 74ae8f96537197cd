// Puts a study that has been read without a problem into the database, in bulk, inside the caller's transaction.
import { createHash } from "node:crypto";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { actorId, type Context } from "~/core/context";
import type { Question } from "~/features/questionnaires/questionnaire";
import type { ActionStandard, ImportSource } from "~/features/trials/trial";
import { drawBlindCodes } from "~/statistics/blind-codes";
import {
  participants,
  products,
  prototypes,
  questionnaires,
  questionnaireVersions,
  questions,
  responses,
  trialPrototypes,
  trials,
  trialStates,
} from "~db/schema/index";
import type { StudyMap } from "./map";
import { configOf } from "./mapped-questions";
import type { PairInFile } from "./read-answers";
import type { Study } from "./read-study.server";

const empty = { en: "", id: "" };
const first = <T>(rows: T[]): T => {
  if (!rows[0]) throw new Error("The row was not inserted");
  return rows[0];
};
const slices = <T>(items: T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

/** The same map makes the same seed, so that the same study imported twice gets the same blind codes. */
const seedOf = (map: StudyMap): string => createHash("sha256").update(JSON.stringify(map)).digest("hex").slice(0, 16);

const storeProduct = async (ctx: Context, map: StudyMap, teamId: number): Promise<number> => {
  const known = await ctx.db
    .select({ id: products.id })
    .from(products)
    .where(and(eq(products.teamId, teamId), sql`${products.name} ->> 'en' = ${map.product.name.en}`, isNull(products.archivedAt)))
    .orderBy(products.id)
    .limit(1);
  if (known[0]) return known[0].id;
  return first(
    await ctx.db
      .insert(products)
      .values({ teamId, ...map.product, createdAt: ctx.now })
      .returning({ id: products.id }),
  ).id;
};

/** By the value in the file. Prototypes of the same name that the product has already are used again. */
const storePrototypes = async (ctx: Context, map: StudyMap, study: Study, productId: number): Promise<Map<string, number>> => {
  const nameOf = (value: string) => map.prototype.names?.[value] ?? value;
  if (study.prototypes.length === 0) return new Map();
  const names = study.prototypes.map(nameOf);
  const known = await ctx.db
    .select({ id: prototypes.id, name: prototypes.name })
    .from(prototypes)
    .where(and(eq(prototypes.productId, productId), inArray(prototypes.name, names)));
  const idOf = new Map(known.map(({ id, name }) => [name, id]));
  const missing = study.prototypes.filter((value) => !idOf.has(nameOf(value)));
  if (missing.length > 0) {
    const rows = missing.map((value) => ({
      productId,
      name: nameOf(value),
      description: empty,
      usage: empty,
      isBenchmark: value === map.prototype.benchmark,
      createdAt: ctx.now,
    }));
    const made = await ctx.db.insert(prototypes).values(rows).returning({ id: prototypes.id, name: prototypes.name });
    for (const { id, name } of made) idOf.set(name, id);
  }
  return new Map(study.prototypes.map((value) => [value, idOf.get(nameOf(value))!]));
};

const storeQuestionnaire = async (ctx: Context, map: StudyMap): Promise<{ questionnaireId: number; versionId: number }> => {
  const asked = map.questions.map((question): Question => ({
    key: question.key,
    type: question.type,
    text: question.text,
    help: question.help ?? empty,
    required: false,
    dataClass: "ordinary",
    section: question.section ?? null,
    config: configOf(question),
  }));
  const { id: questionnaireId } = first(
    await ctx.db
      .insert(questionnaires)
      .values({ kind: "evaluation", title: map.trial.name, createdBy: actorId(ctx.actor), createdAt: ctx.now })
      .returning({ id: questionnaires.id }),
  );
  await ctx.db.insert(questions).values(asked.map(({ key, type, ...body }, index) => ({ questionnaireId, position: index + 1, key, type, body })));
  const definition = { kind: "evaluation" as const, title: map.trial.name, questions: asked };
  const { id: versionId } = first(
    await ctx.db
      .insert(questionnaireVersions)
      .values({ questionnaireId, number: 1, definition, createdAt: ctx.now })
      .returning({ id: questionnaireVersions.id }),
  );
  return { questionnaireId, versionId };
};

const standardsOf = (map: StudyMap, prototypeIds: Map<string, number>): ActionStandard[] =>
  map.actionStandards.map(({ id, level, metric, question, prototype, against, test }) => ({
    id,
    level,
    metric,
    questionKey: question,
    prototypeId: prototypeIds.get(prototype)!,
    against:
      "value" in against
        ? { kind: "value", value: against.value }
        : { kind: "prototype", prototypeId: prototypeIds.get(against.prototype)!, ...(against.margin === undefined ? {} : { margin: against.margin }) },
    test,
  }));

const sourceOf = (ctx: Context, map: StudyMap, study: Study): ImportSource => ({
  ...map.source,
  importedAt: ctx.now.toISOString(),
  rows: study.rows,
  facts: map.profile.map(({ fact, label, values }) => ({
    fact,
    label,
    values: [...new Map(Object.values(values).map((entry) => [entry.value, entry])).values()],
  })),
});

const mostPrototypesOfOnePerson = (map: StudyMap, study: Study): number => {
  if (map.design === "paired") return 2;
  const counts = new Map<string, number>();
  for (const { respondent, prototype } of study.responses) if (prototype !== null) counts.set(respondent, (counts.get(respondent) ?? 0) + 1);
  return Math.max(1, ...counts.values());
};

const storeTrial = async (
  ctx: Context,
  map: StudyMap,
  study: Study,
  productId: number,
): Promise<{ trialId: number; versionId: number; prototypeIds: Map<string, number>; codeOf: Map<string, string> }> => {
  const prototypeIds = await storePrototypes(ctx, map, study, productId);
  const { questionnaireId, versionId } = await storeQuestionnaire(ctx, map);
  const seed = seedOf(map);
  const moment = (day: string | undefined) => (day ? new Date(`${day}T05:00:00Z`) : null);
  const row = {
    productId,
    name: map.trial.name,
    summary: map.trial.summary,
    objectives: map.trial.objectives,
    receives: empty,
    confidentiality: empty,
    state: "analysis" as const,
    design: map.design,
    prototypesPerPerson: mostPrototypesOfOnePerson(map, study),
    questionnaireId,
    questionnaireVersionId: versionId,
    fieldworkFrom: moment(map.trial.fieldworkFrom),
    fieldworkUntil: moment(map.trial.fieldworkUntil),
    places: study.respondents.size,
    seed,
    alpha: map.trial.alpha,
    actionStandards: standardsOf(map, prototypeIds),
    source: sourceOf(ctx, map, study),
    createdBy: actorId(ctx.actor),
    createdAt: ctx.now,
  };
  const { id: trialId } = first(await ctx.db.insert(trials).values(row).returning({ id: trials.id }));
  const codes = study.prototypes.length === 0 ? [] : drawBlindCodes({ count: study.prototypes.length, seed });
  const codeOf = new Map(study.prototypes.map((value, index) => [value, String(codes[index])]));
  const coded = study.prototypes.map((value) => ({ trialId, prototypeId: prototypeIds.get(value)!, code: codeOf.get(value)! }));
  if (coded.length > 0) await ctx.db.insert(trialPrototypes).values(coded);
  await ctx.db.insert(trialStates).values({ trialId, state: "analysis", reason: map.source.title, by: actorId(ctx.actor), at: ctx.now });
  return { trialId, versionId, prototypeIds, codeOf };
};

const storeParticipants = async (ctx: Context, study: Study, trialId: number): Promise<Map<string, number>> => {
  const ids = new Map<string, number>();
  for (const slice of slices([...study.respondents], 5000)) {
    const rows = slice.map(([respondent, { profile }]) => ({ trialId, respondent, state: "complete" as const, profile, createdAt: ctx.now }));
    for (const { id, respondent } of await ctx.db.insert(participants).values(rows).returning({ id: participants.id, respondent: participants.respondent }))
      ids.set(respondent!, id);
  }
  return ids;
};

/** A pair is stored as it would have been answered here: by blind codes. */
const storedValue = (type: string, value: unknown, codeOf: Map<string, string>): unknown => {
  if (type !== "paired_preference" || value === undefined) return value ?? null;
  const pair = value as PairInFile;
  return { ...pair, choice: pair.choice === null ? "none" : codeOf.get(pair.choice)!, left: codeOf.get(pair.left)!, right: codeOf.get(pair.right)! };
};

/** Answers go in as JSON that the database takes apart: three million of them would be too many parameters. */
const storeResponses = async (
  ctx: Context,
  map: StudyMap,
  study: Study,
  target: { versionId: number; prototypeIds: Map<string, number>; codeOf: Map<string, string>; participantIds: Map<string, number> },
) => {
  // As an array literal: keys are small letters, digits and _, and `sql` would spread a list into parameters.
  const keys = `{${map.questions.map(({ key }) => key).join(",")}}`;
  for (const slice of slices(study.responses, 2000)) {
    const rows = slice.map(({ respondent, prototype, position }) => ({
      versionId: target.versionId,
      participantId: target.participantIds.get(respondent)!,
      prototypeId: prototype === null ? null : target.prototypeIds.get(prototype)!,
      position,
      state: "submitted" as const,
      startedAt: ctx.now,
      submittedAt: ctx.now,
    }));
    const made = await ctx.db.insert(responses).values(rows).returning({ id: responses.id });
    const payload = slice.map(({ values }, index) => ({
      r: made[index]!.id,
      v: values.map((value, place) => storedValue(map.questions[place]!.type, value, target.codeOf)),
    }));
    await ctx.db.execute(sql`
      insert into answers (response_id, question_key, status, value, updated_at)
      select (row ->> 'r')::int, (${keys}::text[])[place], case when cell = 'null'::jsonb then 'skipped' else 'answered' end, nullif(cell, 'null'::jsonb), ${ctx.now.toISOString()}::timestamptz
      from jsonb_array_elements(${JSON.stringify(payload)}::text::jsonb) as row, jsonb_array_elements(row -> 'v') with ordinality as cells (cell, place)`);
  }
};

/** Returns the id of the trial, which stands in the state `analysis` with everybody's answers. */
export const storeStudy = async (ctx: Context, map: StudyMap, study: Study, teamId: number): Promise<number> => {
  const productId = await storeProduct(ctx, map, teamId);
  const { trialId, ...stored } = await storeTrial(ctx, map, study, productId);
  const participantIds = await storeParticipants(ctx, study, trialId);
  await storeResponses(ctx, map, study, { ...stored, participantIds });
  return trialId;
};
