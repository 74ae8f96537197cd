// One's own participation: the parcel, the questionnaires in their order, and what comes next.
import { and, count, eq, inArray } from "drizzle-orm";
import { actorId, type Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { localized, type LocalizedText } from "~/core/locale";
import { typeOf } from "~/features/questionnaires/types/registry";
import { authorize } from "~/policy/can";
import {
  allocationSlots,
  answers,
  applications,
  parcels,
  participants,
  prototypes,
  questionnaireVersions,
  responses,
  trialPrototypes,
  trials,
} from "~db/schema/index";
import { askedAbout, nextStepOf, tasksOf, type NextStep } from "./participation";

type Remark = { responseId: number; questionKey: string; code: string | null; text: string };

/** Remarks in one's own words that could become an idea. */
const remarksOf = async (ctx: Context, participantId: number, codes: ReadonlyMap<number, string>): Promise<Remark[]> => {
  const rows = await ctx.db
    .select({
      responseId: responses.id,
      prototypeId: responses.prototypeId,
      definition: questionnaireVersions.definition,
      key: answers.questionKey,
      value: answers.value,
    })
    .from(responses)
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, responses.versionId))
    .innerJoin(answers, eq(answers.responseId, responses.id))
    .where(and(eq(responses.participantId, participantId), eq(responses.state, "submitted"), eq(answers.status, "answered")));
  return rows.flatMap(({ responseId, prototypeId, definition, key, value }) => {
    const question = definition.questions.find((candidate) => candidate.key === key);
    const offersIdea = question?.type === "open_text" && (question.config as { offersIdea?: boolean }).offersIdea === true;
    if (!question || !offersIdea || question.dataClass === "health") return [];
    const text = typeOf(question.type).describe(question.config, value, ctx.locale);
    return [{ responseId, questionKey: key, code: prototypeId === null ? null : (codes.get(prototypeId) ?? null), text }];
  });
};

export const getOwnParticipation = async (ctx: Context, trialId: number) => {
  const personId = actorId(ctx.actor);
  authorize(ctx.actor, "use-own-participation", { personId });
  const [row] = await ctx.db
    .select({
      participantId: participants.id,
      state: participants.state,
      trial: {
        id: trials.id,
        name: trials.name,
        state: trials.state,
        design: trials.design,
        pausedAt: trials.pausedAt,
        minutes: trials.minutes,
        receives: trials.receives,
        confidentiality: trials.confidentiality,
        fieldworkUntil: trials.fieldworkUntil,
      },
      parcel: {
        state: parcels.state,
        courier: parcels.courier,
        trackingNumber: parcels.trackingNumber,
        sentAt: parcels.sentAt,
        receivedAt: parcels.receivedAt,
      },
      order: allocationSlots.prototypeIds,
    })
    .from(participants)
    .innerJoin(trials, eq(trials.id, participants.trialId))
    .leftJoin(parcels, eq(parcels.participantId, participants.id))
    .leftJoin(allocationSlots, eq(allocationSlots.participantId, participants.id))
    .where(and(eq(participants.trialId, trialId), eq(participants.personId, personId ?? 0)));
  if (!row) throw new NotFound("participation");
  const { order, ...participation } = row;
  const key = await ctx.db
    .select({ prototypeId: trialPrototypes.prototypeId, code: trialPrototypes.code, usage: prototypes.usage })
    .from(trialPrototypes)
    .innerJoin(prototypes, eq(prototypes.id, trialPrototypes.prototypeId))
    .where(eq(trialPrototypes.trialId, trialId));
  const codes = new Map(key.map(({ prototypeId, code }) => [prototypeId, code]));
  const filled = await ctx.db
    .select({ id: responses.id, prototypeId: responses.prototypeId, state: responses.state, answered: count(answers.questionKey) })
    .from(responses)
    .leftJoin(answers, eq(answers.responseId, responses.id))
    .where(eq(responses.participantId, row.participantId))
    .groupBy(responses.id);
  const tasks = tasksOf(
    askedAbout(participation.trial.design, order ?? [], (prototypeId) => codes.get(prototypeId) ?? ""),
    filled,
  );
  const usages = key.map(({ code, usage }) => ({ code, usage: localized(usage, ctx.locale) }));
  // A task about a pair carries the instructions of both, each once.
  const usageOf = (about: readonly string[]) =>
    [...new Set(usages.filter(({ code }) => about.includes(code)).map(({ usage }) => usage))].filter(Boolean).join("\n\n");
  return {
    ...participation,
    codes: (order ?? []).map((prototypeId) => codes.get(prototypeId) ?? ""),
    // Each task with how to use its prototype; which prototype it is stays hidden behind the code.
    tasks: tasks.map((task) => ({ ...task, usage: participation.parcel?.state === "received" ? usageOf(task.codes) : "" })),
    next: nextStepOf({ state: row.state, parcel: row.parcel?.state ?? null, tasks }),
    remarks: await remarksOf(ctx, row.participantId, codes),
  };
};

export type OwnTask = {
  trialId: number;
  name: LocalizedText;
  minutes: number;
  next: NextStep | { kind: "answer_offer" };
  codes: string[];
  responseId: number | null;
  done: number;
  total: number;
  dueAt: Date | null;
};

/** What this person can do today for the trials they are in: answer an offer, confirm a parcel, fill in a questionnaire. */
export const listOwnTasks = async (ctx: Context): Promise<OwnTask[]> => {
  const personId = actorId(ctx.actor);
  if (personId === null) return [];
  const offers = await ctx.db
    .select({ trialId: trials.id, name: trials.name, minutes: trials.minutes, dueAt: applications.answerBy })
    .from(applications)
    .innerJoin(trials, eq(trials.id, applications.trialId))
    .where(and(eq(applications.personId, personId), eq(applications.state, "chosen"), inArray(trials.state, ["recruiting", "fieldwork"])));
  const taking = await ctx.db
    .select({ trialId: participants.trialId })
    .from(participants)
    .innerJoin(trials, eq(trials.id, participants.trialId))
    .where(and(eq(participants.personId, personId), inArray(participants.state, ["accepted", "active"]), inArray(trials.state, ["recruiting", "fieldwork"])));
  const tasks: OwnTask[] = offers
    .filter(({ dueAt }) => dueAt === null || dueAt > ctx.now)
    .map((offer) => ({ ...offer, next: { kind: "answer_offer" as const }, codes: [], responseId: null, done: 0, total: 0 }));
  for (const { trialId } of taking) {
    const { trial, next, tasks: own } = await getOwnParticipation(ctx, trialId);
    if (next.kind !== "confirm_receipt" && next.kind !== "answer") continue;
    const open = own.find((task) => task.state === "open");
    const done = own.filter((task) => task.state === "done").length;
    tasks.push({
      trialId,
      name: trial.name,
      minutes: trial.minutes,
      next,
      codes: open?.codes ?? [],
      responseId: open?.responseId ?? null,
      done,
      total: own.length,
      dueAt: trial.fieldworkUntil,
    });
  }
  return tasks;
};
