// The open questions of a trial, for whoever codes them: moderators as answers come in, without seeing which prototype they are about;
// the trial's team once the fieldwork is over, because whoever peeks at results stops when they please.
import { and, eq, sql, type SQL } from "drizzle-orm";
import { actorId, type Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import type { Locale, LocalizedText } from "~/core/locale";
import { pipeToText } from "~/features/questionnaires/piping";
import { getTrialFrame } from "~/features/trials/frame.server";
import { isUnblinded } from "~/features/trials/trial";
import { can } from "~/policy/can";
import { codingComparisons, questionnaireVersions } from "~db/schema/index";

export type OpenQuestion = { key: string; text: LocalizedText };

const inBothLanguages = (say: (locale: Locale) => string): LocalizedText => ({ en: say("en"), id: say("id") });

/** Answers about health need a consent of their own and are read by nobody here. */
const findOpenQuestions = async (ctx: Context, versionId: number | null): Promise<OpenQuestion[]> => {
  if (versionId === null) return [];
  const [version] = await ctx.db
    .select({ definition: questionnaireVersions.definition })
    .from(questionnaireVersions)
    .where(eq(questionnaireVersions.id, versionId));
  return (version?.definition.questions ?? [])
    .filter(({ type, dataClass }) => type === "open_text" && dataClass !== "health")
    .map(({ key, text, config }) => ({ key, text: inBothLanguages((locale) => pipeToText({ text, config }, { codes: [] }, locale)) }));
};

export const getCodingFrame = async (ctx: Context, trialId: number, questionKey: string | null) => {
  const frame = await getTrialFrame(ctx, trialId);
  const isOpen = isUnblinded(frame.trial.state) || can(ctx.actor, "moderate", null);
  const questions = await findOpenQuestions(ctx, frame.trial.questionnaireVersionId);
  const question = questions.find(({ key }) => key === questionKey) ?? questions[0] ?? null;
  return { ...frame, isOpen, questions, question };
};

/** For an act: the question must be there and open to this person. */
export const requireQuestion = async (ctx: Context, trialId: number, questionKey: string) => {
  const { trial, isOpen, questions } = await getCodingFrame(ctx, trialId, questionKey);
  if (!isOpen || !questions.some(({ key }) => key === questionKey)) throw new NotFound("question");
  return { trialId: trial.id, questionKey, versionId: trial.questionnaireVersionId ?? 0 };
};

export type AskedQuestion = Awaited<ReturnType<typeof requireQuestion>>;

/** Answers `a` of responses `r` by participants `p`, without those of people who were excluded, or left without leaving their answers. */
export const codableAnswers = ({ trialId, questionKey, versionId }: AskedQuestion): SQL => sql`
  answers a join responses r on r.id = a.response_id join participants p on p.id = r.participant_id
  where r.version_id = ${versionId} and r.state = 'submitted' and p.trial_id = ${trialId}
    and p.state <> 'excluded' and (p.state <> 'withdrawn' or p.answers_kept)
    and a.question_key = ${questionKey} and a.status = 'answered' and btrim(a.value #>> '{}') <> ''`;

/** True once this person has looked at what the others coded. */
export const hasCompared = async (ctx: Context, { trialId, questionKey }: Pick<AskedQuestion, "trialId" | "questionKey">): Promise<boolean> => {
  const [row] = await ctx.db
    .select({ at: codingComparisons.at })
    .from(codingComparisons)
    .where(
      and(eq(codingComparisons.trialId, trialId), eq(codingComparisons.questionKey, questionKey), eq(codingComparisons.personId, actorId(ctx.actor) ?? 0)),
    );
  return row !== undefined;
};

/** Coding is somebody's reading: the house itself has none. */
export const coderOf = (ctx: Context): number => {
  const id = actorId(ctx.actor);
  if (id === null) throw new NotFound("coder");
  return id;
};
