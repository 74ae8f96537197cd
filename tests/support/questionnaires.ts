// A small trial with a screener and an evaluation, made through the use cases where there are some.
import type { PersonActor } from "~/core/context";
import { createQuestionnaire } from "~/features/questionnaires/create-questionnaire.server";
import { freezeQuestionnaire } from "~/features/questionnaires/freeze-questionnaire.server";
import type { QuestionDraft } from "~/features/questionnaires/questionnaire";
import { saveQuestion } from "~/features/questionnaires/save-question.server";
import { startResponse } from "~/features/questionnaires/start-response.server";
import { both } from "~/features/questionnaires/types/question-type";
import { newQuestion, type QuestionTypeName } from "~/features/questionnaires/types/registry";
import type { Database } from "~db/client.server";
import { participants, products, prototypes, trialPrototypes, trials } from "~db/schema/index";
import { contextFor, noon } from "./database";

export const completeQuestion = (type: QuestionTypeName, config: object = {}, draft: Partial<QuestionDraft> = {}, presetId?: string) => {
  const fresh = newQuestion(type, presetId);
  const text = fresh.text.en ? fresh.text : both("What about it?", "Bagaimana menurut Anda?");
  return { ...fresh, text, ...draft, config: { ...(fresh.config as object), ...config } };
};

export const options = (...values: string[]) =>
  values.map((value) => ({ value, label: both(value, value), screening: "neutral" as "neutral" | "qualify" | "disqualify" }));

type Asked = Record<string, ReturnType<typeof completeQuestion>>;

/** A trial in fieldwork whose questionnaire asks these questions, and a response of `person` about the prototype 482. */
export const createTrialWithResponse = async (db: Database, person: PersonActor, teamId: number, asked: Asked) => {
  const ctx = contextFor(db);
  const [product] = await db
    .insert(products)
    .values({ teamId, name: both("Juice", "Jus"), description: both("", "") })
    .returning();
  const [prototype] = await db
    .insert(prototypes)
    .values({ productId: product!.id, name: "A", description: both("", ""), usage: both("", "") })
    .returning();
  const questionnaireId = await createQuestionnaire(ctx, { kind: "evaluation", title: both("Juice", "Jus") });
  for (const [key, question] of Object.entries(asked)) await saveQuestion(ctx, { questionnaireId, key, ...question });
  const versionId = await freezeQuestionnaire(ctx, questionnaireId);
  const [trial] = await db
    .insert(trials)
    .values({
      productId: product!.id,
      name: both("Morning juice", "Jus pagi"),
      summary: both("", ""),
      receives: both("", ""),
      confidentiality: both("", ""),
      state: "fieldwork",
      questionnaireId,
      questionnaireVersionId: versionId,
      seed: "seed",
    })
    .returning();
  await db.insert(trialPrototypes).values({ trialId: trial!.id, prototypeId: prototype!.id, code: "482" });
  const [participant] = await db.insert(participants).values({ trialId: trial!.id, personId: person.id, state: "active", createdAt: noon }).returning();
  const responseId = await startResponse(ctx, { versionId, participantId: participant!.id, prototypeId: prototype!.id, position: 1 });
  return { questionnaireId, versionId, trialId: trial!.id, participantId: participant!.id, prototypeId: prototype!.id, responseId };
};
