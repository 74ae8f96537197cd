// The answers behind a version: row by row, under a pseudonym that is new with every export, without profile facts and without health answers.
import { createHmac, randomBytes } from "node:crypto";
import { asc, eq, sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import type { AnswerStatus, Question } from "~/features/questionnaires/questionnaire";
import { exportCells, exportColumns } from "~/features/questionnaires/types/registry";
import { participants, prototypes, questionnaireVersions, trialPrototypes } from "~db/schema/index";
import type { TrialFacts } from "../data.server";
import type { ReportContent } from "../report";
import type { CsvCell } from "./csv";

type Answer = { status: AnswerStatus; value: unknown };
export type AnsweredQuestionnaire = { participant: string; code: string; prototype: string; position: number | null; answers: Map<string, Answer> };

export type AnswersOfVersion = {
  questions: Question[];
  /** In the order of the pseudonyms, a few hundred people at a time. */
  batches: () => AsyncGenerator<AnsweredQuestionnaire[]>;
};

const peopleAtOnce = 400;

/** Numbers in an order that tells nothing about who joined when. */
const shuffledWithPseudonyms = (ids: readonly number[]): { id: number; pseudonym: string }[] => {
  const key = randomBytes(16);
  const digits = Math.max(4, String(ids.length).length);
  return ids
    .map((id) => ({ id, mark: createHmac("sha256", key).update(String(id)).digest("hex") }))
    .toSorted((one, other) => (one.mark < other.mark ? -1 : 1))
    .map(({ id }, index) => ({ id, pseudonym: `P${String(index + 1).padStart(digits, "0")}` }));
};

/** Whoever the version left out by number, was excluded in the field, or has withdrawn since, is not in the rows. */
const peopleOfVersion = async (ctx: Context, trialId: number, content: ReportContent): Promise<number[]> => {
  // Beside the rows of everybody, the rows of a segment would say who belongs to it.
  if (content.segment) return [];
  const base = content.blocks.find((block) => block.block === "base");
  const leftOut = new Set(base?.exclusions.map(({ person }) => person));
  const everybody = await ctx.db
    .select({ id: participants.id, state: participants.state })
    .from(participants)
    .where(eq(participants.trialId, trialId))
    .orderBy(asc(participants.id));
  return everybody.filter(({ state }, index) => !leftOut.has(index + 1) && state !== "excluded" && state !== "withdrawn").map(({ id }) => id);
};

type Row = { participant_id: number; prototype_id: number | null; position: number | null; answers: Record<string, [AnswerStatus, unknown]> | null };

export const loadAnswersOfVersion = async (ctx: Context, trial: TrialFacts, content: ReportContent): Promise<AnswersOfVersion> => {
  const versionId = trial.questionnaireVersionId;
  if (versionId === null) return { questions: [], async *batches() {} };
  const [version] = await ctx.db
    .select({ definition: questionnaireVersions.definition })
    .from(questionnaireVersions)
    .where(eq(questionnaireVersions.id, versionId));
  const questions = (version?.definition.questions ?? []).filter(({ dataClass }) => dataClass !== "health");
  const shown = await ctx.db
    .select({ id: prototypes.id, code: trialPrototypes.code, name: prototypes.name })
    .from(trialPrototypes)
    .innerJoin(prototypes, eq(prototypes.id, trialPrototypes.prototypeId))
    .where(eq(trialPrototypes.trialId, trial.id));
  const people = shuffledWithPseudonyms(await peopleOfVersion(ctx, trial.id, content));
  const asked = `{${questions.map(({ key }) => JSON.stringify(key)).join(",")}}`;

  const batches = async function* () {
    for (let from = 0; from < people.length; from += peopleAtOnce) {
      const batch = people.slice(from, from + peopleAtOnce);
      const rows = await ctx.db.execute<Row>(sql`
        select r.participant_id, r.prototype_id, r.position,
          jsonb_object_agg(a.question_key, jsonb_build_array(a.status, a.value)) filter (where a.question_key = any(${asked}::text[])) as answers
        from responses r left join answers a on a.response_id = r.id
        where r.version_id = ${versionId} and r.state = 'submitted' and r.participant_id = any(${`{${batch.map(({ id }) => id).join(",")}}`}::int[])
        group by r.id`);
      const pseudonymOf = new Map(batch.map(({ id, pseudonym }) => [id, pseudonym]));
      yield [...rows]
        .map((row): AnsweredQuestionnaire => {
          const prototype = shown.find(({ id }) => id === row.prototype_id);
          const answers = new Map(Object.entries(row.answers ?? {}).map(([key, [status, value]]) => [key, { status, value }]));
          return {
            participant: pseudonymOf.get(row.participant_id)!,
            code: prototype?.code ?? "",
            prototype: prototype?.name ?? "",
            position: row.position,
            answers,
          };
        })
        .sort((a, b) => (a.participant === b.participant ? (a.code < b.code ? -1 : 1) : a.participant < b.participant ? -1 : 1));
    }
  };
  return { questions, batches };
};

const answered = (question: Question, answer: Answer | undefined): CsvCell[] => exportCells(question, answer?.status === "answered" ? answer.value : undefined);

export const longHeader = ["participant", "code", "prototype", "position", "question", "status", "value"];

/** One line per answer; what was not asked has no line. */
export const longRows = (questions: readonly Question[], { participant, code, prototype, position, answers }: AnsweredQuestionnaire): CsvCell[][] =>
  questions.flatMap((question) => {
    const answer = answers.get(question.key);
    if (!answer) return [];
    const start = [participant, code, prototype, position];
    if (answer.status !== "answered") return [[...start, question.key, answer.status, null]];
    const columns = exportColumns(question);
    return answered(question, answer).map((cell, index) => [...start, columns[index]?.name ?? question.key, answer.status, cell]);
  });

export const wideHeader = (questions: readonly Question[]): string[] => [
  "participant",
  "code",
  "prototype",
  "position",
  ...questions.flatMap((question) => [...exportColumns(question).map(({ name }) => name), `${question.key}_status`]),
];

/** One line per answered questionnaire; beside each question stands why there is no answer. */
export const wideRow = (questions: readonly Question[], { participant, code, prototype, position, answers }: AnsweredQuestionnaire): CsvCell[] => [
  participant,
  code,
  prototype,
  position,
  ...questions.flatMap((question) => {
    const answer = answers.get(question.key);
    return [...answered(question, answer), answer?.status ?? "not_asked"];
  }),
];
