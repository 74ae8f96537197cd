// A published study run again as a trial of our own: set up, launched, drawn, sent, answered question by question and handed in through the use cases.
import { asc, eq } from "drizzle-orm";
import type { Context, PersonActor } from "~/core/context";
import { createProduct } from "~/features/products/create-product.server";
import { createPrototype } from "~/features/products/create-prototype.server";
import { packParcels } from "~/features/parcels/pack-parcels.server";
import { sendParcel } from "~/features/parcels/send-parcel.server";
import type { Question } from "~/features/questionnaires/questionnaire";
import { saveAnswer } from "~/features/questionnaires/save-answer.server";
import { saveQuestion } from "~/features/questionnaires/save-question.server";
import { newQuestion, type QuestionTypeName } from "~/features/questionnaires/types/registry";
import { acceptPlace } from "~/features/trials/accept-place.server";
import { applyToTrial } from "~/features/trials/apply-to-trial.server";
import { completeResponse } from "~/features/trials/complete-response.server";
import { confirmReceipt } from "~/features/trials/confirm-receipt.server";
import { createTrial } from "~/features/trials/create-trial.server";
import { drawWave } from "~/features/trials/draw-wave.server";
import { grantFulfilment } from "~/features/trials/grant-fulfilment.server";
import { moveTrial } from "~/features/trials/move-trial.server";
import { participants, prototypes, questionnaireVersions, responses, trials } from "~db/schema/index";
import type { Database } from "~db/client.server";
import { createPerson, type Cast } from "./cast";
import { contextFor } from "./database";
import { homeAddress, trialFields } from "./trials";

/** What one person answered about one prototype, by question key; what is missing was left blank. */
export type Given = Readonly<Record<string, number>>;
/** By person, then by the name of the prototype. */
export type StudyAnswers = ReadonlyMap<string, ReadonlyMap<string, Given>>;

const text = (words: string) => ({ en: words, id: words });

/** The questions and prototypes of a trial that was imported, to ask and to try the same. */
export const readImported = async (db: Database, trialId: number): Promise<{ questions: Question[]; design: typeof trials.$inferSelect.design }> => {
  const [trial] = await db.select().from(trials).where(eq(trials.id, trialId));
  const [version] = await db.select().from(questionnaireVersions).where(eq(questionnaireVersions.id, trial!.questionnaireVersionId!));
  return { questions: version!.definition.questions, design: trial!.design };
};

const draft = async (rian: Context, teamId: number, questions: readonly Question[], names: readonly string[], places: number) => {
  const productId = await createProduct(rian, { teamId, name: text("Tried again"), description: text("") });
  const prototypeIds: number[] = [];
  for (const name of names)
    prototypeIds.push(
      await createPrototype(rian, { productId, name, description: text(""), usage: text(""), ingredients: "", allergens: "", isBenchmark: name === names[0] }),
    );
  const trialId = await createTrial(rian, {
    ...trialFields,
    design: "sequential_monadic",
    prototypeIds,
    prototypesPerPerson: names.length,
    places,
    productId,
    seed: "the study again",
  });
  const [trial] = await rian.db.select().from(trials).where(eq(trials.id, trialId));
  const options = ["yes", "no"].map((value) => ({ value, label: text(value), screening: value === "yes" ? "qualify" : "disqualify" }));
  const screening = { ...newQuestion("single_choice"), key: "eats", text: text("Do you eat this?"), config: { options, allowOther: false } };
  await saveQuestion(rian, { questionnaireId: trial!.screenerId!, ...screening });
  for (const question of questions)
    await saveQuestion(rian, { questionnaireId: trial!.questionnaireId!, ...question, type: question.type as QuestionTypeName });
  await moveTrial(rian, { trialId, to: "recruiting", reason: "" });
  return trialId;
};

const applyAs = async (ctx: Context, trialId: number): Promise<void> => {
  const { responseId } = await applyToTrial(ctx, { trialId });
  await saveAnswer(ctx, { responseId: responseId!, key: "eats", status: "answered", value: "yes", revision: 0, shownMs: 4000 });
  await completeResponse(ctx, { responseId: responseId! });
};

/** Answers about one prototype after the other, in the order in which the trial asks. */
const answerAll = async (ctx: Context, participantId: number, questions: readonly Question[], own: ReadonlyMap<string, Given>): Promise<void> => {
  for (;;) {
    const [open] = await ctx.db
      .select({ id: responses.id, prototype: prototypes.name, state: responses.state })
      .from(responses)
      .innerJoin(prototypes, eq(prototypes.id, responses.prototypeId))
      .where(eq(responses.participantId, participantId))
      .orderBy(asc(responses.state))
      .limit(1);
    if (open?.state !== "open") return;
    const given = own.get(open.prototype) ?? {};
    for (const { key } of questions) {
      const value = given[key];
      const answer = value === undefined ? ({ status: "skipped" } as const) : ({ status: "answered", value } as const);
      await saveAnswer(ctx, { responseId: open.id, key, revision: 0, shownMs: 9000, ...answer });
    }
    await completeResponse(ctx, { responseId: open.id });
  }
};

/** Returns the trial, in analysis. */
export const runStudy = async (db: Database, cast: Cast, questions: readonly Question[], study: StudyAnswers): Promise<number> => {
  const rian = contextFor(db, cast.rian);
  const maya = contextFor(db, cast.maya);
  const names = [...new Set([...study.values()].flatMap((own) => [...own.keys()]))].sort();
  const trialId = await draft(rian, cast.teamId, questions, names, study.size);
  const people = new Map<string, PersonActor>();
  for (const [index, who] of [...study.keys()].entries()) people.set(who, await createPerson(db, `Taster ${trialId}-${index + 1}`));
  for (const person of people.values()) await applyAs(contextFor(db, person), trialId);
  await drawWave(maya, { trialId, places: study.size });
  const taking = new Map<string, number>();
  for (const [who, person] of people)
    taking.set(who, (await acceptPlace(contextFor(db, person), { trialId, confidentiality: true, address: homeAddress })).participantId!);
  await grantFulfilment(contextFor(db, cast.dewi), { trialId, personId: cast.maya.id, granted: true });
  await packParcels(maya, { trialId, participantIds: [...taking.values()] });
  for (const participantId of taking.values()) await sendParcel(maya, { trialId, participantId, courier: "JNE", trackingNumber: `JX${participantId}` });
  await moveTrial(rian, { trialId, to: "fieldwork", reason: "" });
  for (const [who, person] of people) {
    const ctx = contextFor(db, person);
    await confirmReceipt(ctx, { trialId });
    await answerAll(ctx, taking.get(who)!, questions, study.get(who)!);
  }
  const states = await db.selectDistinct({ state: participants.state }).from(participants).where(eq(participants.trialId, trialId));
  if (states.some(({ state }) => state !== "complete")) throw new Error(`Somebody has not finished: ${states.map(({ state }) => state).join(", ")}`);
  await moveTrial(rian, { trialId, to: "analysis", reason: "" });
  return trialId;
};
