// Everything a report is computed from: what everybody answered, as columns of numbers, without the people whose answers are left out.
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import type { LocalizedText } from "~/core/locale";
import { pipeToText } from "~/features/questionnaires/piping";
import type { Question } from "~/features/questionnaires/questionnaire";
import type { ActionStandard, Design, ImportSource, TrialState } from "~/features/trials/trial";
import { participants, products, prototypes, questionnaireVersions, trialPrototypes, trials } from "~db/schema/index";
import { byCodeUnit } from "~/statistics/checks";
import { numbersOf, type Column, type MissingStatus } from "./column";
import { loadAnswers, type Narrowing } from "./load-answers.server";
import { numberPeople } from "./load-rows.server";
import type { Exclusion, ReportPrototype } from "./report";
import { findKnownSegments, wordsOf } from "./segments/queries.server";
import type { ReportSegment, SavedSegment } from "./segments/segment";

export type TrialFacts = {
  id: number;
  productId: number;
  teamId: number;
  name: LocalizedText;
  product: LocalizedText;
  state: TrialState;
  design: Design;
  seed: string;
  alpha: number;
  fieldworkFrom: Date | null;
  fieldworkUntil: Date | null;
  actionStandards: ActionStandard[];
  source: ImportSource | null;
  questionnaireVersionId: number | null;
};

/** Answered questionnaires in the order of their people and then of the prototypes; every column is parallel to it. */
export type ResponseRows = {
  count: number;
  /** Number of the participant within the trial, from 1. */
  person: Int32Array;
  /** Place in `prototypes`; -1 for a questionnaire about no prototype. */
  prototype: Int32Array;
  /** Place in the order of presentation, 0 where none is known. */
  position: Int32Array;
  /** Answered questionnaires per prototype. */
  perPrototype: number[];
};

export type ReportData = {
  trial: TrialFacts;
  prototypes: (ReportPrototype & { id: number })[];
  questions: Question[];
  rows: ResponseRows;
  /** What each response answered to each question, in a byte or two (column.ts). */
  columns: ReadonlyMap<string, Column>;
  /** By question: the number given in each response, NaN where there is none. Put together when asked for, because all of them at once would be large. */
  numbers: { get: (question: string) => Float64Array | undefined };
  /** By question and status: how many responses per prototype gave no answer. */
  missing: Map<string, { prototype: number; status: MissingStatus; n: number }[]>;
  /** By question: how many responses per prototype gave an answer. */
  answered: Map<string, { prototype: number; n: number }[]>;
  /** SHA-256 over the rows that went in, by the rule in data-hash.server.ts. */
  dataHash: string;
  excluded: { person: number; reason: string; responses: number }[];
  withdrawn: number;
  /** Ids of the responses, parallel to the rows. */
  ids: Int32Array;
  /** Null for the report of everybody. */
  segment: ReportSegment | null;
};

export const findTrialFacts = async (ctx: Context, trialId: number): Promise<TrialFacts> => {
  const [row] = await ctx.db
    .select({ trial: trials, productName: products.name, teamId: products.teamId })
    .from(trials)
    .innerJoin(products, eq(products.id, trials.productId))
    .where(eq(trials.id, trialId));
  if (!row) throw new NotFound("trial");
  const { trial } = row;
  return {
    id: trial.id,
    productId: trial.productId,
    teamId: row.teamId,
    name: trial.name,
    product: row.productName,
    state: trial.state,
    design: trial.design,
    seed: trial.seed,
    alpha: trial.alpha,
    fieldworkFrom: trial.fieldworkFrom,
    fieldworkUntil: trial.fieldworkUntil,
    actionStandards: trial.actionStandards,
    source: trial.source,
    questionnaireVersionId: trial.questionnaireVersionId,
  };
};

const order = new Intl.Collator("en", { numeric: true });

/** By name: the reader finds them like that in every table, and an order by code would rank nothing. */
export const findPrototypes = async (ctx: Context, trialId: number): Promise<ReportData["prototypes"]> => {
  const rows = await ctx.db
    .select({ id: prototypes.id, code: trialPrototypes.code, name: prototypes.name, isBenchmark: prototypes.isBenchmark })
    .from(trialPrototypes)
    .innerJoin(prototypes, eq(prototypes.id, trialPrototypes.prototypeId))
    .where(eq(trialPrototypes.trialId, trialId));
  return rows.sort((a, b) => order.compare(a.name, b.name) || byCodeUnit(a.code, b.code));
};

/** Answers about health need a consent of their own and stay out of reports. */
export const findQuestions = async (ctx: Context, versionId: number | null): Promise<Question[]> => {
  if (versionId === null) return [];
  const [version] = await ctx.db
    .select({ definition: questionnaireVersions.definition })
    .from(questionnaireVersions)
    .where(eq(questionnaireVersions.id, versionId));
  // A report speaks of all prototypes at once: where a question names the one that it is about, "this product" stands.
  const about = { codes: [] };
  return (version?.definition.questions ?? [])
    .filter(({ dataClass }) => dataClass !== "health")
    .map((question) => ({ ...question, text: { en: pipeToText(question, about, "en"), id: pipeToText(question, about, "id") } }));
};

/** Who is left out: the report's own exclusions, people excluded in the field, and people who left without saying that their answers may stay. */
export const findLeftOut = async (ctx: Context, trialId: number, exclusions: readonly Exclusion[]) => {
  const number = await numberPeople(ctx, trialId);
  const leaving = await ctx.db
    .select({ id: participants.id, state: participants.state, reason: participants.exclusionReason, answersKept: participants.answersKept })
    .from(participants)
    .where(and(eq(participants.trialId, trialId), inArray(participants.state, ["excluded", "withdrawn"])))
    .orderBy(asc(participants.id));
  const reasons = new Map<number, string>();
  for (const { id, state, reason } of leaving) if (state === "excluded") reasons.set(id, reason ?? "");
  for (const { participantId, reason } of exclusions) if (number.has(participantId)) reasons.set(participantId, reason);
  const withdrawn = new Set(
    leaving.filter(({ state, id, answersKept }) => state === "withdrawn" && answersKept !== true && !reasons.has(id)).map(({ id }) => id),
  );
  return { number, reasons, withdrawn };
};

const countResponses = async (ctx: Context, versionId: number, participantIds: number[]): Promise<Map<number, number>> => {
  if (participantIds.length === 0) return new Map();
  const rows = await ctx.db.execute<{ id: number; n: number }>(
    sql`select participant_id as id, count(*)::int as n from responses
        where version_id = ${versionId} and state = 'submitted' and participant_id = any(${`{${participantIds.join(",")}}`}::int[]) group by 1`,
  );
  return new Map([...rows].map(({ id, n }) => [id, n]));
};

/** The facts are loaded first, so that the caller can authorise before anything else is read. */
export const loadReportData = (
  ctx: Context,
  trial: TrialFacts,
  exclusions: readonly Exclusion[] = [],
  segment: SavedSegment | null = null,
): Promise<ReportData> => inTransaction(ctx, (inner) => readReportData(inner, trial, exclusions, segment));

const narrowingTo = async (ctx: Context, trialId: number, segment: SavedSegment | null): Promise<Narrowing | null> =>
  segment && {
    conditions: segment.conditions,
    known: (await findKnownSegments(ctx, trialId)).filter(({ id }) => id !== segment.id).map(({ conditions }) => conditions),
  };

/** Rows are in the order of their people. */
const countPeople = ({ person }: ResponseRows): number => {
  let people = 0;
  for (let row = 0; row < person.length; row += 1) if (row === 0 || person[row] !== person[row - 1]) people += 1;
  return people;
};

const readReportData = async (ctx: Context, trial: TrialFacts, exclusions: readonly Exclusion[], segment: SavedSegment | null): Promise<ReportData> => {
  const [known, questions, leftOut] = [
    await findPrototypes(ctx, trial.id),
    await findQuestions(ctx, trial.questionnaireVersionId),
    await findLeftOut(ctx, trial.id, exclusions),
  ];
  const isLeftOut = (participantId: number) => leftOut.reasons.has(participantId) || leftOut.withdrawn.has(participantId);
  const { narrowed, ...answers } = await loadAnswers(ctx, {
    narrowing: await narrowingTo(ctx, trial.id, segment),
    trialId: trial.id,
    versionId: trial.questionnaireVersionId,
    prototypes: known,
    questions,
    personOf: leftOut.number,
    isLeftOut,
  });
  const responses =
    trial.questionnaireVersionId === null ? new Map<number, number>() : await countResponses(ctx, trial.questionnaireVersionId, [...leftOut.reasons.keys()]);
  return {
    trial,
    prototypes: known,
    questions,
    ...answers,
    numbers: { get: (question) => numbersOf(answers.columns.get(question)) },
    excluded: [...leftOut.reasons]
      .map(([id, reason]) => ({ person: leftOut.number.get(id)!, reason, responses: responses.get(id) ?? 0 }))
      .sort((a, b) => a.person - b.person),
    withdrawn: leftOut.withdrawn.size,
    segment:
      segment && narrowed
        ? {
            name: segment.name,
            conditions: segment.conditions,
            words: await wordsOf(ctx, { trial, prototypes: known, questions }, segment.conditions),
            state: narrowed.state,
            people: narrowed.state === "too_small" ? null : countPeople(answers.rows),
            hidden: narrowed.state === "too_small" ? [] : narrowed.hidden.flatMap((place) => known[place]?.code ?? []),
          }
        : null,
  };
};
