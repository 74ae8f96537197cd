// The questions as one response sees them: in the order drawn for it, without those that make no sense for it.
import { and, eq } from "drizzle-orm";
import type { Context } from "~/core/context";
import { createRandom } from "~/statistics/random";
import { allocationSlots, answers, questionnaireVersions, trialPrototypes } from "~db/schema/index";
import type { ResponseFacts } from "./access.server";
import type { FrozenQuestionnaire, Question } from "./questionnaire";
import type { Given } from "./show-if";
import { isQuestionType } from "./types/registry";
import { arrangeOf, isAskedOf, type ArrangeFacts } from "./types/registry.server";

const definitions = new Map<number, FrozenQuestionnaire>();
const mostDefinitions = 200;

/** A frozen version never changes, so what was read once is kept: it is asked for with every answer. */
export const frozenDefinition = async (ctx: Context, versionId: number): Promise<FrozenQuestionnaire> => {
  const known = definitions.get(versionId);
  if (known) return known;
  const [row] = await ctx.db
    .select({ definition: questionnaireVersions.definition })
    .from(questionnaireVersions)
    .where(eq(questionnaireVersions.id, versionId));
  if (!row) throw new Error(`There is no version ${versionId}`);
  if (definitions.size >= mostDefinitions) definitions.clear();
  definitions.set(versionId, row.definition);
  return row.definition;
};

/** Chance is drawn per person, question and version: coming back, or trying the next prototype, shows the same order again. */
const seedOf = ({ versionId, participantId, ownerId }: Pick<ResponseFacts, "versionId" | "participantId" | "ownerId">, key: string): string =>
  `order/${versionId}/${participantId === null ? `person-${ownerId ?? 0}` : `participant-${participantId}`}/${key}`;

const factsFor = async (ctx: Context, facts: ResponseFacts): Promise<ArrangeFacts> => {
  const comparesSamples = facts.definition.questions.some(
    ({ type, config }) => type === "paired_preference" && (config as { between?: string }).between === "samples",
  );
  if (!comparesSamples || facts.participantId === null || facts.trialId === null) return { codes: [], isLast: false };
  const [slot] = await ctx.db
    .select({ order: allocationSlots.prototypeIds })
    .from(allocationSlots)
    .where(eq(allocationSlots.participantId, facts.participantId));
  const keys = await ctx.db
    .select({ id: trialPrototypes.prototypeId, code: trialPrototypes.code })
    .from(trialPrototypes)
    .where(eq(trialPrototypes.trialId, facts.trialId));
  const order = slot?.order ?? [];
  // A pair is answered about together, without one prototype that it is about.
  const isLast = facts.prototypeId === null || facts.prototypeId === order.at(-1);
  return { codes: order.flatMap((id) => keys.find((key) => key.id === id)?.code ?? []), isLast };
};

const arranged = (facts: ResponseFacts, question: Question, about: ArrangeFacts): Question[] => {
  if (!isQuestionType(question.type) || !isAskedOf(question.type, question.config, about)) return [];
  const arrange = arrangeOf(question.type);
  return [arrange ? { ...question, config: arrange(question.config, createRandom(seedOf(facts, question.key)), about) } : question];
};

/** All questions that this response may be asked, whatever is answered. */
export const askedQuestions = async (ctx: Context, facts: ResponseFacts): Promise<Question[]> => {
  const about = await factsFor(ctx, facts);
  return facts.definition.questions.flatMap((question) => arranged(facts, question, about));
};

/** One of them; undefined where it is none of this response's. */
export const askedQuestion = async (ctx: Context, facts: ResponseFacts, key: string): Promise<Question | undefined> => {
  const question = facts.definition.questions.find((each) => each.key === key);
  return question && arranged(facts, question, await factsFor(ctx, facts))[0];
};

/** What was answered so far, without what was skipped. */
export const givenAnswers = async (ctx: Context, responseId: number): Promise<Given> => {
  const rows = await ctx.db
    .select({ key: answers.questionKey, value: answers.value })
    .from(answers)
    .where(and(eq(answers.responseId, responseId), eq(answers.status, "answered")));
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
};
