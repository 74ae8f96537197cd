// The answers of a trial as a long table: one line per answer, under a pseudonym that is new with every export, without profile facts.
// Before the data are locked a prototype is its blind code and nothing else.
import { randomBytes, createHmac } from "node:crypto";
import { and, asc, eq, ne } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { record } from "~/features/activity/record.server";
import type { FrozenQuestionnaire } from "~/features/questionnaires/questionnaire";
import { exportCells, exportColumns, isQuestionType } from "~/features/questionnaires/types/registry";
import { answers, participants, prototypes, questionnaireVersions, responses, trialPrototypes } from "~db/schema/index";
import { getTrialToRun } from "./queries.server";
import { isUnblinded } from "./trial";

export type ExportedCell = string | number | null;
export type ExportedTable = { header: string[]; rows: ExportedCell[][] };

/** Numbers in an order that tells nothing about who joined when. */
const pseudonymsFor = (participantIds: readonly number[]): Map<number, string> => {
  const key = randomBytes(16);
  const shuffled = participantIds
    .map((id) => ({ id, mark: createHmac("sha256", key).update(String(id)).digest("hex") }))
    .toSorted((one, other) => (one.mark < other.mark ? -1 : 1));
  return new Map(shuffled.map(({ id }, index) => [id, `P${String(index + 1).padStart(4, "0")}`]));
};

/** Health answers stay out; so do people whose answers were excluded. */
export const exportAnswers = async (ctx: Context, trialId: number): Promise<ExportedTable> => {
  const trial = await getTrialToRun(ctx, trialId);
  const showsNames = isUnblinded(trial.state);
  return inTransaction(ctx, async (inner) => {
    const rows = await inner.db
      .select({
        participantId: participants.id,
        code: trialPrototypes.code,
        prototypeName: prototypes.name,
        position: responses.position,
        questionKey: answers.questionKey,
        status: answers.status,
        value: answers.value,
        definition: responses.versionId,
      })
      .from(answers)
      .innerJoin(responses, eq(responses.id, answers.responseId))
      .innerJoin(participants, eq(participants.id, responses.participantId))
      .leftJoin(trialPrototypes, and(eq(trialPrototypes.trialId, participants.trialId), eq(trialPrototypes.prototypeId, responses.prototypeId)))
      .leftJoin(prototypes, eq(prototypes.id, responses.prototypeId))
      .where(and(eq(participants.trialId, trialId), eq(responses.state, "submitted"), ne(participants.state, "excluded")))
      .orderBy(asc(responses.position), asc(answers.questionKey));
    const definition = await definitionOf(inner, trial.questionnaireVersionId);
    const asked = new Map((definition?.questions ?? []).filter(({ dataClass }) => dataClass !== "health").map((question) => [question.key, question]));
    const pseudonyms = pseudonymsFor([...new Set(rows.map(({ participantId }) => participantId))]);
    const lines = rows.flatMap((row): ExportedCell[][] => {
      const question = asked.get(row.questionKey);
      if (!question || !isQuestionType(question.type)) return [];
      const start = [pseudonyms.get(row.participantId) ?? "", row.code ?? "", ...(showsNames ? [row.prototypeName ?? ""] : []), row.position];
      if (row.status !== "answered") return [[...start, question.key, row.status, null]];
      const columns = exportColumns(question);
      return exportCells(question, row.value).map((cell, index) => [...start, columns[index]?.name ?? question.key, row.status, cell]);
    });
    const sorted = lines.toSorted((one, other) => String(one[0]).localeCompare(String(other[0])));
    await record(inner, { kind: "data.exported", subject: { kind: "trial", id: trialId }, data: { what: "answers", rows: sorted.length } });
    return { header: ["participant", "code", ...(showsNames ? ["prototype"] : []), "position", "question", "status", "value"], rows: sorted };
  });
};

const definitionOf = async (ctx: Context, versionId: number | null): Promise<FrozenQuestionnaire | null> => {
  if (versionId === null) return null;
  const [version] = await ctx.db
    .select({ definition: questionnaireVersions.definition })
    .from(questionnaireVersions)
    .where(eq(questionnaireVersions.id, versionId));
  return version?.definition ?? null;
};
