// The shape of what staff and members send about trials.
import { z } from "zod";
import { databaseId, formKey, localizedInput, optionalLocalizedInput, revisionInput } from "~/features/products/input";
import { foreignAddressInput, indonesianAddressInput } from "~/features/parcels/input";
import { complaintKinds } from "./complaint";
import { sampleQuestions } from "./sample-size-help";
import { choosings, designs, trialStates } from "./trial";

const day = z.iso.date().optional();

/** "1, 3, 7": the days after receipt on which a note in the diary is due. */
const diaryDays = z
  .string()
  .trim()
  .regex(/^\d{1,2}(\s*[,; ]\s*\d{1,2}){0,29}$/, "not_a_list_of_days")
  .transform((text) => text.split(/[,; ]+/).map(Number))
  .pipe(z.array(z.number().int().min(1).max(60)))
  .or(z.array(z.number().int().min(1).max(60)))
  .optional()
  .transform((days) => days ?? []);

export const trialInput = z.object({
  name: localizedInput(80),
  summary: optionalLocalizedInput(1500),
  receives: optionalLocalizedInput(800),
  confidentiality: optionalLocalizedInput(4000),
  objectives: z.string().trim().max(4000).default(""),
  minutes: z.number().int().min(1).max(240),
  applyUntil: day,
  fieldworkFrom: day,
  fieldworkUntil: day,
  design: z.enum(designs),
  prototypeIds: z.array(databaseId).max(12),
  prototypesPerPerson: z.number().int().min(1).max(12).default(1),
  places: z.number().int().min(1).max(5000),
  choosing: z.enum(choosings).default("draw"),
  diaryDays,
});
export type TrialFields = z.output<typeof trialInput>;

export const newTrialInput = trialInput.extend({ productId: databaseId, key: formKey });
export const trialEditInput = trialInput.extend({ revision: revisionInput });

export const trialDatesInput = z.object({ applyUntil: day, fieldworkUntil: day });

export const quotaCellInput = z.object({
  name: localizedInput(60),
  target: z.number().int().min(1).max(5000),
  /** One list of values per fact that the cell looks at. A box that is not ticked leaves a hole. */
  facts: z
    .record(
      z.string().regex(/^[a-z_0-9]{1,40}$/),
      z
        .array(z.string().max(60).optional())
        .max(20)
        .transform((values) => values.filter((value) => value !== undefined)),
    )
    .default({}),
});

/** Shares are typed in percent and kept as parts of one. */
export const actionStandardInput = z
  .object({
    level: z.enum(["must", "should"]),
    metric: z.enum(["mean", "top_two_box", "jar_penalties"]),
    questionKey: z.string().trim().min(1).max(60),
    prototypeId: databaseId,
    test: z.enum(["at_least", "at_least_surely", "superior", "not_inferior", "equivalent", "at_most"]),
    againstValue: z.number().min(-1000).max(1000).optional(),
    againstPrototypeId: databaseId.optional(),
  })
  .transform((fields) =>
    fields.metric === "top_two_box" && fields.againstValue !== undefined ? { ...fields, againstValue: fields.againstValue / 100 } : fields,
  );
export type ActionStandardFields = z.output<typeof actionStandardInput>;

const shareIn = (usual: number) =>
  z.coerce
    .number()
    .gt(0)
    .lt(100)
    .catch(usual)
    .transform((value) => value / 100);

/** Out of an address, which anybody may have typed: what cannot be used counts as not said. */
export const sampleSizeInput = z
  .object({
    question: z.enum(sampleQuestions).catch("means"),
    within: z.enum(["true", "false"]).catch("true"),
    alpha: z.coerce.number().min(0.01).max(0.3).catch(0.05),
    power: z.coerce.number().min(0.5).max(0.99).catch(0.8),
    difference: z.coerce.number().min(0.01).max(100).catch(0.5),
    standardDeviation: z.coerce.number().min(0.1).max(1000).catch(1.8),
    correlation: z.coerce.number().min(-0.9).max(0.95).catch(0.3),
    share: shareIn(50),
    otherShare: shareIn(40),
    onlyFirst: shareIn(20),
    onlySecond: shareIn(10),
    preference: shareIn(60),
    margin: shareIn(5),
    population: z.coerce.number().int().min(2).max(1_000_000_000).nullable().catch(null),
  })
  .transform(({ within, ...facts }) => ({ ...facts, isWithin: within === "true" }));

export const actInput = z.object({ act: z.enum(["drop", "remind"]), participantIds: z.array(databaseId).min(1).max(200) });
export const undoInput = z.object({ undo: databaseId });
export const cellTargetInput = z.object({ targetOf: databaseId, target: z.number().int().min(1).max(5000) });
export const crossInput = z.object({
  cross: z
    .array(z.string().regex(/^[a-z_0-9]{1,40}$/))
    .max(10)
    .default([]),
});
export const eligibilityLineInput = z
  .object({
    source: z.string().regex(/^(fact|question):[A-Za-z0-9_-]{1,60}$/),
    values: z.array(z.string().max(80)).max(60).default([]),
    effect: z.enum(["knock_out", "points"]),
    points: z.number().int().min(-100).max(100).default(1),
  })
  .transform(({ source, values, effect, points }) => {
    const [kind = "fact", key = ""] = source.split(":");
    return { source: { kind: kind as "fact" | "question", key }, values, effect: effect === "points" ? { kind: effect, points } : { kind: effect } };
  });
export const lineRemovalInput = z.object({ removed: z.number().int().min(0).max(100) });
export const minimumInput = z.object({ minimum: z.number().int().min(-100).max(1000) });
export const inviteInput = z.object({ invite: z.number().int().min(1).max(5000), key: formKey });
export const pauseInput = z.object({ paused: z.enum(["true", "false"]), reason: z.string().trim().max(2000).default("") });
export const reopeningInput = z.object({ applyUntil: z.iso.date(), reason: z.string().trim().max(500).default("") });
export const leaveInput = z.object({ answers: z.enum(["keep", "remove"]) });
export const complaintInput = z.object({ kind: z.enum(complaintKinds), body: z.string().trim().min(5).max(2000), key: formKey });
export const complaintAnswerInput = z.object({ complaintId: databaseId, answer: z.string().trim().min(5).max(2000) });
export const personRevealInput = z.object({ revealOf: databaseId, reason: z.string().trim().min(10).max(500) });
export const diaryNoteInput = z.object({
  day: z.number().int().min(1).max(60),
  used: z.enum(["yes", "no"]).transform((used) => used === "yes"),
  mood: z
    .number()
    .int()
    .min(1)
    .max(5)
    .optional()
    .transform((mood) => mood ?? null),
  remark: z.string().trim().max(1000).default(""),
});
export const cellRemovalInput = z.object({ cellId: databaseId });
export const standardRemovalInput = z.object({ standardId: z.string().max(20) });
export const stateInput = z.object({ to: z.enum(trialStates), from: z.enum(trialStates), reason: z.string().trim().max(2000).default("") });
export const waveInput = z.object({ places: z.number().int().min(1).max(5000), answerDays: z.number().int().min(1).max(30).default(3), key: formKey });
export const revealInput = z.object({ reason: z.string().trim().min(10).max(500) });
export const grantInput = z.object({ personId: databaseId, granted: z.enum(["true", "false"]) });
/** Answers to the facts that a trial still needs, by key of the fact; whoever leaves one open says so. */
export const applicationInput = z.object({
  consent: z.literal("on").optional(),
  facts: z.record(z.string().regex(/^[a-z_0-9]{1,40}$/), z.string().max(80)).default({}),
});

/** First step: the notice was accepted, and the address comes next. */
export const acceptanceStep = z.object({
  confidentiality: z.literal("yes", { error: "confidentiality_needed" }),
  step: z.enum(["address", "finish"]).default("finish"),
  where: z.enum(["indonesia", "elsewhere"]).default("indonesia"),
});

const agreed = { addressConsent: z.literal("on", { error: "address_consent_needed" }) };
export const acceptanceInput = z.discriminatedUnion("where", [indonesianAddressInput.extend(agreed), foreignAddressInput.extend(agreed)]);
