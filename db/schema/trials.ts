// Trials from draft to closed: who applied, who was drawn, and which prototype each person tries when.
import { sql } from "drizzle-orm";
import { boolean, check, doublePrecision, index, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import type { EligibilityRule } from "../../app/features/trials/eligibility";
import type {
  ActionStandard,
  AllocationLog,
  CellRule,
  Choosing,
  Design,
  ImportSource,
  OfferReason,
  TrialEvent,
  TrialState,
} from "../../app/features/trials/trial";
import { people } from "./accounts";
import { at, createdAt, id, localizedText } from "./columns";
import { products, prototypes } from "./products";
import { questionnaires, questionnaireVersions, responses } from "./questionnaires";

export const trials = pgTable(
  "trials",
  {
    id: id(),
    productId: integer()
      .notNull()
      .references(() => products.id),
    name: localizedText().notNull(),
    summary: localizedText().notNull(),
    /** What must be learnt. Staff only. */
    objectives: text().notNull().default(""),
    /** What a participant receives and keeps, said before applying. */
    receives: localizedText().notNull(),
    confidentiality: localizedText().notNull(),
    minutes: integer().notNull().default(10),
    state: text().$type<TrialState>().notNull().default("draft"),
    design: text().$type<Design>().notNull().default("sequential_monadic"),
    prototypesPerPerson: integer().notNull().default(1),
    screenerId: integer().references(() => questionnaires.id),
    questionnaireId: integer().references(() => questionnaires.id),
    /** Set at launch. */
    screenerVersionId: integer().references(() => questionnaireVersions.id),
    questionnaireVersionId: integer().references(() => questionnaireVersions.id),
    applyUntil: at(),
    fieldworkFrom: at(),
    fieldworkUntil: at(),
    places: integer().notNull().default(0),
    /** Who gets a place: a draw among all who applied when a wave closes, or whoever comes first. */
    choosing: text().$type<Choosing>().notNull().default("draw"),
    /** Knock-outs and points that decide, beside the screener, who may take part. Null: none. */
    eligibility: jsonb().$type<EligibilityRule>(),
    /** Days after receipt on which a participant is asked for a short note. Empty: no diary. */
    diaryDays: jsonb().$type<number[]>().notNull().default([]),
    /** While set, nothing goes out and nothing is due. */
    pausedAt: at(),
    /** Everything chance decides in this trial follows from it. */
    seed: text().notNull(),
    alpha: doublePrecision().notNull().default(0.05),
    actionStandards: jsonb().$type<ActionStandard[]>().notNull().default([]),
    /** Set for a study that ran elsewhere and was imported. */
    source: jsonb().$type<ImportSource>(),
    revision: integer().notNull().default(1),
    createdBy: integer().references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    index("trials_state").on(t.state, t.id),
    index("trials_product").on(t.productId),
    check("trials_state_known", sql`${t.state} in ('draft', 'recruiting', 'fieldwork', 'analysis', 'reported', 'closed', 'cancelled')`),
  ],
);

/** The key from blind code to prototype. During fieldwork nobody reads it except through `reveal-codes`. */
export const trialPrototypes = pgTable(
  "trial_prototypes",
  {
    trialId: integer()
      .notNull()
      .references(() => trials.id, { onDelete: "cascade" }),
    prototypeId: integer()
      .notNull()
      .references(() => prototypes.id),
    code: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.trialId, t.prototypeId] }), unique("trial_prototypes_code").on(t.trialId, t.code)],
);

export const trialStates = pgTable(
  "trial_states",
  {
    id: id(),
    trialId: integer()
      .notNull()
      .references(() => trials.id, { onDelete: "cascade" }),
    state: text().$type<TrialState>().notNull(),
    /** What happened: a move to the state, or a pause, an extension, a re-opening within it. */
    event: text().$type<TrialEvent>().notNull().default("moved"),
    reason: text().notNull().default(""),
    by: integer().references(() => people.id),
    at: createdAt(),
  },
  (t) => [index("trial_states_trial").on(t.trialId, t.id)],
);

export const codeReveals = pgTable(
  "code_reveals",
  {
    id: id(),
    trialId: integer()
      .notNull()
      .references(() => trials.id),
    by: integer()
      .notNull()
      .references(() => people.id),
    /** Set when only the code of one person was revealed, after a report about their health. */
    participantId: integer(),
    reason: text().notNull(),
    at: createdAt(),
  },
  (t) => [index("code_reveals_trial").on(t.trialId, t.id)],
);

/** Who may read addresses and pack parcels of a trial; an administrator gives it. */
export const fulfilmentGrants = pgTable(
  "fulfilment_grants",
  {
    trialId: integer()
      .notNull()
      .references(() => trials.id, { onDelete: "cascade" }),
    personId: integer()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    grantedBy: integer().references(() => people.id),
    at: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.trialId, t.personId] })],
);

export const quotaCells = pgTable(
  "quota_cells",
  {
    id: id(),
    trialId: integer()
      .notNull()
      .references(() => trials.id, { onDelete: "cascade" }),
    name: localizedText().notNull(),
    rule: jsonb().$type<CellRule>().notNull(),
    target: integer().notNull(),
    /** Places taken by acceptance; never above the target, whatever happens at once. */
    taken: integer().notNull().default(0),
  },
  (t) => [index("quota_cells_trial").on(t.trialId), check("quota_cells_taken", sql`${t.taken} between 0 and ${t.target}`)],
);

export const waves = pgTable(
  "waves",
  {
    id: id(),
    trialId: integer()
      .notNull()
      .references(() => trials.id, { onDelete: "cascade" }),
    number: integer().notNull(),
    seed: text().notNull(),
    places: integer().notNull(),
    log: jsonb().$type<AllocationLog>().notNull(),
    drawnBy: integer().references(() => people.id),
    drawnAt: createdAt(),
  },
  (t) => [unique("waves_number").on(t.trialId, t.number)],
);

export const applications = pgTable(
  "applications",
  {
    id: id(),
    trialId: integer()
      .notNull()
      .references(() => trials.id, { onDelete: "cascade" }),
    personId: integer()
      .notNull()
      .references(() => people.id),
    state: text().$type<"screening" | "applied" | "ineligible" | "chosen" | "waiting" | "accepted" | "declined" | "withdrawn">().notNull().default("screening"),
    screenerResponseId: integer().references(() => responses.id),
    cellId: integer().references(() => quotaCells.id),
    waveId: integer().references(() => waves.id),
    /** The facts the draw looked at, as they were when the person applied. */
    profile: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** Why a place was offered, or not yet, where nobody is drawn. A draw keeps its reasons in the log of the wave. */
    reason: jsonb().$type<OfferReason>(),
    answerBy: at(),
    createdAt: createdAt(),
    appliedAt: at(),
    decidedAt: at(),
  },
  (t) => [
    unique("applications_person").on(t.trialId, t.personId),
    index("applications_state").on(t.trialId, t.state, t.id),
    index("applications_of_person").on(t.personId),
  ],
);

export const participants = pgTable(
  "participants",
  {
    id: id(),
    trialId: integer()
      .notNull()
      .references(() => trials.id, { onDelete: "cascade" }),
    /** Null for a respondent of an imported study and after erasure. */
    personId: integer().references(() => people.id),
    /** The respondent's name in an imported file. */
    respondent: text(),
    applicationId: integer().references(() => applications.id),
    cellId: integer().references(() => quotaCells.id),
    state: text().$type<"accepted" | "active" | "complete" | "dropped" | "withdrawn" | "excluded">().notNull().default("accepted"),
    exclusionReason: text(),
    leftAt: at(),
    /** What whoever left wanted: their answers stay, or were removed. Null while nobody left. */
    answersKept: boolean(),
    profile: jsonb().$type<Record<string, string>>().notNull().default({}),
    confidentialityAcceptedAt: at(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("participants_person")
      .on(t.trialId, t.personId)
      .where(sql`${t.personId} is not null`),
    uniqueIndex("participants_respondent")
      .on(t.trialId, t.respondent)
      .where(sql`${t.respondent} is not null`),
    index("participants_of_person").on(t.personId),
  ],
);

/** Made when recruiting starts, in order; an acceptance takes the next free one. `prototypeIds` is the order of presentation. */
export const allocationSlots = pgTable(
  "allocation_slots",
  {
    id: id(),
    trialId: integer()
      .notNull()
      .references(() => trials.id, { onDelete: "cascade" }),
    sequence: integer().notNull(),
    /** Orders are planned for each cell by itself; null in a trial that was launched before they were. */
    cellId: integer().references(() => quotaCells.id),
    prototypeIds: jsonb().$type<number[]>().notNull(),
    participantId: integer().references(() => participants.id),
    /** The slot of a drop-out whose parcel had left the house: the same order once more, taken before any other. */
    replacesId: integer(),
  },
  (t) => [unique("allocation_slots_sequence").on(t.trialId, t.sequence), uniqueIndex("allocation_slots_participant").on(t.participantId)],
);
