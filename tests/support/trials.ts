// A small trial that can be launched, and people in every stage of it, made through the use cases.
import { eq } from "drizzle-orm";
import type { Context, PersonActor } from "~/core/context";
import type { Address } from "~/features/parcels/address";
import { packParcels } from "~/features/parcels/pack-parcels.server";
import { sendParcel } from "~/features/parcels/send-parcel.server";
import { createProduct } from "~/features/products/create-product.server";
import { createPrototype } from "~/features/products/create-prototype.server";
import { saveAnswer } from "~/features/questionnaires/save-answer.server";
import { saveQuestion } from "~/features/questionnaires/save-question.server";
import { newQuestion } from "~/features/questionnaires/types/registry";
import { acceptPlace } from "~/features/trials/accept-place.server";
import { applyToTrial } from "~/features/trials/apply-to-trial.server";
import { completeResponse } from "~/features/trials/complete-response.server";
import { confirmReceipt } from "~/features/trials/confirm-receipt.server";
import { createTrial } from "~/features/trials/create-trial.server";
import { grantFulfilment } from "~/features/trials/grant-fulfilment.server";
import type { TrialFields } from "~/features/trials/input";
import { moveTrial } from "~/features/trials/move-trial.server";
import type { Database } from "~db/client.server";
import { trials } from "~db/schema/index";
import { createCast } from "./cast";
import { contextFor } from "./database";

const both = (text: string) => ({ en: text, id: text });

export const trialFields: TrialFields = {
  name: both("Refill shampoo"),
  summary: both("Two shampoos, one after the other."),
  receives: both("Two bottles of 200 ml."),
  confidentiality: both("Please keep it to yourself."),
  objectives: "",
  minutes: 10,
  applyUntil: "2026-11-10",
  fieldworkFrom: "2026-11-11",
  fieldworkUntil: "2026-11-30",
  design: "sequential_monadic",
  prototypeIds: [],
  prototypesPerPerson: 2,
  places: 4,
  choosing: "draw",
  diaryDays: [],
};

export const homeAddress: Address = {
  where: "indonesia",
  recipient: "Sari Wulandari",
  mobile: "081234567890",
  street: "Jl. Melati No. 7",
  rt: "003",
  rw: "005",
  kelurahan: "Cikini",
  kecamatan: "Menteng",
  city: "Jakarta Pusat",
  province: "DKI Jakarta",
  postalCode: "10330",
  note: "",
};

/** A draft with two prototypes, one screening question (yes qualifies) and one rating. */
export const createDraft = async (db: Database, fields: Partial<TrialFields> = {}, prototypeCount = 2) => {
  const cast = await createCast(db);
  const rian = contextFor(db, cast.rian);
  const productId = await createProduct(rian, { teamId: cast.teamId, name: both("Shampoo"), description: both("") });
  const prototypeIds: number[] = [];
  for (let number = 1; number <= prototypeCount; number += 1) {
    const fieldsOf = { name: `Formula ${number}`, description: both(""), usage: both(""), ingredients: "", allergens: "Linalool", isBenchmark: number === 1 };
    prototypeIds.push(await createPrototype(rian, { productId, ...fieldsOf }));
  }
  const trialId = await createTrial(rian, { ...trialFields, prototypeIds, ...fields, productId, seed: "a seed for tests" });
  const [trial] = await db.select().from(trials).where(eq(trials.id, trialId));
  const screening = newQuestion("single_choice");
  const options = ["yes", "no"].map((value) => ({ value, label: both(value), screening: value === "yes" ? "qualify" : "disqualify" }));
  await saveQuestion(rian, {
    questionnaireId: trial!.screenerId!,
    ...screening,
    key: "washes",
    text: both("Do you wash your hair?"),
    config: { options, allowOther: false },
  });
  await saveQuestion(rian, { questionnaireId: trial!.questionnaireId!, ...newQuestion("rating", "hedonic9"), key: "overall" });
  if (fields.design === "paired")
    await saveQuestion(rian, { questionnaireId: trial!.questionnaireId!, ...newQuestion("paired_preference", "paired_samples"), key: "preferred" });
  return { ...cast, trialId, productId, prototypeIds, rianCtx: rian };
};

export const createRecruiting = async (db: Database, fields: Partial<TrialFields> = {}, prototypeCount = 2) => {
  const draft = await createDraft(db, fields, prototypeCount);
  await moveTrial(draft.rianCtx, { trialId: draft.trialId, to: "recruiting", reason: "" });
  return draft;
};

const at = (ctx: Context, now: Date | undefined): Context => (now ? { ...ctx, now } : ctx);

/** Applies and answers the screener. */
export const apply = async (db: Database, person: PersonActor, trialId: number, answer = "yes") => {
  const ctx = contextFor(db, person);
  const { responseId } = await applyToTrial(ctx, { trialId });
  await saveAnswer(ctx, { responseId: responseId!, key: "washes", status: "answered", value: answer, revision: 0, shownMs: 1000 });
  return completeResponse(ctx, { responseId: responseId! });
};

export const accept = (db: Database, person: PersonActor, trialId: number, now?: Date) =>
  acceptPlace(at(contextFor(db, person), now), { trialId, confidentiality: true, address: homeAddress });

/** Packs and sends by Maya, with a grant from Dewi. */
export const send = async (db: Database, cast: { maya: PersonActor; dewi: PersonActor }, trialId: number, participantId: number) => {
  await grantFulfilment(contextFor(db, cast.dewi), { trialId, personId: cast.maya.id, granted: true });
  await packParcels(contextFor(db, cast.maya), { trialId, participantIds: [participantId] });
  await sendParcel(contextFor(db, cast.maya), { trialId, participantId, courier: "JNE", trackingNumber: "JX1" });
};

export const receive = (db: Database, person: PersonActor, trialId: number, now?: Date) => confirmReceipt(at(contextFor(db, person), now), { trialId });

/** Answers the open questionnaire with one rating and hands it in. */
export const rate = async (db: Database, person: PersonActor, responseId: number, value: number) => {
  const ctx = contextFor(db, person);
  await saveAnswer(ctx, { responseId, key: "overall", status: "answered", value, revision: 0, shownMs: 1000 });
  return completeResponse(ctx, { responseId });
};
