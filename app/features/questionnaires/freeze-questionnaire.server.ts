// At launch a questionnaire becomes a version that never changes: what was asked stays what was asked.
import { asc, desc, eq } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { Invalid } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { questionnaires, questionnaireVersions, questions } from "~db/schema/index";
import { authorizeQuestionnaire } from "./access.server";
import { problemsBeforeLaunch, type LaunchProblem } from "./launch-problems";
import type { FrozenQuestionnaire, Question } from "./questionnaire";

const readQuestions = async (ctx: Context, questionnaireId: number): Promise<Question[]> => {
  const rows = await ctx.db.select().from(questions).where(eq(questions.questionnaireId, questionnaireId)).orderBy(asc(questions.position), asc(questions.id));
  return rows.map(({ key, type, body }) => ({ key, type, ...body }));
};

export const launchProblems = async (ctx: Context, questionnaireId: number): Promise<LaunchProblem[]> => {
  await authorizeQuestionnaire(ctx, questionnaireId);
  return problemsBeforeLaunch(await readQuestions(ctx, questionnaireId));
};

/** Returns the id of the version. Once frozen, a questionnaire cannot be changed, so freezing it again gives the same version. */
export const freezeQuestionnaire = async (ctx: Context, questionnaireId: number): Promise<number> => {
  const { questionnaire } = await authorizeQuestionnaire(ctx, questionnaireId);
  return inTransaction(ctx, async (inner) => {
    await inner.db.select({ id: questionnaires.id }).from(questionnaires).where(eq(questionnaires.id, questionnaireId)).for("update");
    const [known] = await inner.db
      .select({ id: questionnaireVersions.id })
      .from(questionnaireVersions)
      .where(eq(questionnaireVersions.questionnaireId, questionnaireId))
      .orderBy(desc(questionnaireVersions.number))
      .limit(1);
    if (known) return known.id;
    const asked = await readQuestions(inner, questionnaireId);
    if (problemsBeforeLaunch(asked).length > 0) throw new Invalid({ "": { key: "questionnaire_incomplete" } });
    const definition: FrozenQuestionnaire = { kind: questionnaire.kind, title: questionnaire.title, questions: asked };
    const [version] = await inner.db
      .insert(questionnaireVersions)
      .values({ questionnaireId, number: 1, definition, createdAt: ctx.now })
      .returning({ id: questionnaireVersions.id });
    if (!version) throw new Error("The questionnaire was not frozen");
    await record(inner, {
      kind: "questionnaire.frozen",
      subject: { kind: "questionnaire", id: questionnaireId },
      data: { versionId: version.id, questions: asked.length },
    });
    return version.id;
  });
};
