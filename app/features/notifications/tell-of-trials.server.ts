// Trials: whoever applied hears of the draw, participants of their parcel and their tasks, and everybody who had a part of what came of it.
import { and, desc, eq, inArray, isNotNull, ne, notInArray, sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import { formatter } from "~/i18n/format";
import { translatorFor } from "~/i18n/strings.server";
import { paths } from "~/paths";
import {
  activity,
  applications,
  changeIdeas,
  changes,
  complaints,
  ideaFollows,
  ideas,
  ideaVotes,
  invitations,
  parcels,
  participants,
  people,
  products,
  quotations,
  responses,
  teamMembers,
  trials,
  trialStates,
} from "~db/schema/index";
import { localized, type LocalizedText } from "~/core/locale";
import { numberIn, type Event, type Teller } from "./telling";

const titled = (name: LocalizedText) => ({ title_en: name.en, title_id: name.id });
const trialOf = async (ctx: Context, trialId: number | null) =>
  trialId === null ? null : ((await ctx.db.select().from(trials).where(eq(trials.id, trialId)))[0] ?? null);

const aboutApplication =
  (variant: "chosen" | "waiting" | "not_chosen"): Teller =>
  async (ctx, event) => {
    const [application] = await ctx.db
      .select()
      .from(applications)
      .where(eq(applications.id, Number(event.subjectId)));
    const trial = await trialOf(ctx, application?.trialId ?? null);
    if (!application || !trial || trial.state === "cancelled") return null;
    const { answerBy } = application;
    return {
      path: variant === "chosen" ? paths.acceptPlace(trial.id) : paths.trial(trial.id),
      data: titled(trial.name),
      recipients: [{ personId: application.personId }],
      detail: (locale) => {
        if (variant !== "chosen" || !answerBy) return {};
        return { paragraphs: [translatorFor(locale)("notifications.answer_by", { date: formatter(locale).dateTime(answerBy) })] };
      },
    };
  };

/** The participant of a parcel or reminder; nobody for somebody who left or was never a member here. */
const participantOf = async (ctx: Context, participantId: number | null) => {
  if (participantId === null) return null;
  const [row] = await ctx.db
    .select({ personId: participants.personId, trial: trials })
    .from(participants)
    .innerJoin(trials, eq(trials.id, participants.trialId))
    .where(and(eq(participants.id, participantId), inArray(participants.state, ["accepted", "active"])));
  return row?.personId ? { personId: row.personId, trial: row.trial } : null;
};

const aboutParcel: Teller = async (ctx, event) => {
  const found = await participantOf(ctx, numberIn(event, "participantId"));
  const [parcel] = await ctx.db
    .select()
    .from(parcels)
    .where(eq(parcels.id, Number(event.subjectId)));
  if (!found || !parcel?.sentAt) return null;
  return {
    path: paths.myTrial(found.trial.id),
    data: titled(found.trial.name),
    recipients: [{ personId: found.personId }],
    detail: (locale) => {
      const { courier, trackingNumber } = parcel;
      return courier && trackingNumber ? { paragraphs: [translatorFor(locale)("notifications.tracking", { courier, number: trackingNumber })] } : {};
    },
  };
};

const aboutReminder: Teller = async (ctx, event) => {
  const found = await participantOf(ctx, Number(event.subjectId));
  if (!found || !["recruiting", "fieldwork"].includes(found.trial.state)) return null;
  const { fieldworkUntil } = found.trial;
  return {
    path: paths.myTrial(found.trial.id),
    data: titled(found.trial.name),
    recipients: [{ personId: found.personId }],
    detail: (locale) =>
      fieldworkUntil ? { paragraphs: [translatorFor(locale)("notifications.answer_until", { date: formatter(locale).dateTime(fieldworkUntil) })] } : {},
  };
};

/** Everybody whose application is still alive, and everybody who takes part. */
const peopleIn = async (ctx: Context, trialId: number): Promise<{ personId: number }[]> => {
  const applied = ctx.db
    .select({ personId: applications.personId })
    .from(applications)
    .where(and(eq(applications.trialId, trialId), notInArray(applications.state, ["ineligible", "declined", "withdrawn"])));
  const taking = ctx.db
    .select({ personId: sql<number>`${participants.personId}` })
    .from(participants)
    .where(and(eq(participants.trialId, trialId), isNotNull(participants.personId)));
  return applied.union(taking);
};

const aboutCancelling: Teller = async (ctx, event) => {
  const trial = await trialOf(ctx, Number(event.subjectId));
  if (trial?.state !== "cancelled") return null;
  const [cancelled] = await ctx.db
    .select({ reason: trialStates.reason })
    .from(trialStates)
    .where(and(eq(trialStates.trialId, trial.id), eq(trialStates.state, "cancelled")));
  return {
    path: paths.trial(trial.id),
    data: titled(trial.name),
    recipients: await peopleIn(ctx, trial.id),
    detail: () => ({ quote: cancelled?.reason || undefined }),
  };
};

/** A pause, its end, more time, or applying open again: for everybody who takes part or waits, with what it means for them. */
const aboutRunning =
  (event: "paused" | "resumed" | "extended" | "reopened"): Teller =>
  async (ctx, { subjectId, at }) => {
    const trial = await trialOf(ctx, Number(subjectId));
    if (!trial || !["recruiting", "fieldwork"].includes(trial.state)) return null;
    // Paused and resumed again within half a minute: nobody needs to hear of either.
    if ((event === "paused" && trial.pausedAt === null) || (event === "resumed" && trial.pausedAt !== null)) return null;
    const [line] = await ctx.db
      .select({ reason: trialStates.reason })
      .from(trialStates)
      .where(and(eq(trialStates.trialId, trial.id), eq(trialStates.event, event), eq(trialStates.at, at)));
    return {
      path: paths.trial(trial.id),
      data: titled(trial.name),
      recipients: event === "reopened" ? await peopleWaiting(ctx, trial.id) : await peopleIn(ctx, trial.id),
      detail: (locale) => {
        const date = trial.fieldworkUntil ? formatter(locale).dateTime(trial.fieldworkUntil) : "";
        return { paragraphs: [translatorFor(locale)(`notifications.trial_${event}_means`, { date })], quote: line?.reason || undefined };
      },
    };
  };

const peopleWaiting = (ctx: Context, trialId: number): Promise<{ personId: number }[]> =>
  ctx.db
    .select({ personId: applications.personId })
    .from(applications)
    .where(and(eq(applications.trialId, trialId), inArray(applications.state, ["screening", "applied", "waiting"])));

const aboutInvitation: Teller = async (ctx, event) => {
  const trial = await trialOf(ctx, Number(event.subjectId));
  if (trial?.state !== "recruiting" || (trial.applyUntil && trial.applyUntil <= ctx.now)) return null;
  const recipients = await ctx.db
    .select({ personId: invitations.personId })
    .from(invitations)
    .where(and(eq(invitations.trialId, trial.id), eq(invitations.wave, numberIn(event, "wave") ?? 0)));
  return {
    path: paths.trial(trial.id),
    data: titled(trial.name),
    recipients,
    detail: (locale) => ({
      paragraphs: [
        localized(trial.summary, locale),
        ...(trial.applyUntil ? [translatorFor(locale)("notifications.apply_by", { date: formatter(locale).dateTime(trial.applyUntil) })] : []),
      ],
    }),
  };
};

const aboutComplaint: Teller = async (ctx, event) => {
  const [row] = await ctx.db
    .select({ personId: participants.personId, answer: complaints.answer, trial: trials })
    .from(complaints)
    .innerJoin(participants, eq(participants.id, complaints.participantId))
    .innerJoin(trials, eq(trials.id, complaints.trialId))
    .where(eq(complaints.id, Number(event.subjectId)));
  if (!row?.personId) return null;
  return {
    path: paths.myTrial(row.trial.id),
    data: titled(row.trial.name),
    recipients: [{ personId: row.personId }],
    detail: () => ({ quote: row.answer || undefined }),
  };
};

const aboutReport: Teller = async (ctx, event) => {
  const trial = await trialOf(ctx, Number(event.subjectId));
  if (!trial || trial.source) return null;
  const rows = await ctx.db
    .select({ personId: participants.personId })
    .from(participants)
    .where(and(eq(participants.trialId, trial.id), inArray(participants.state, ["active", "complete"])));
  const recipients = rows.flatMap(({ personId }) => (personId === null ? [] : [{ personId }]));
  return { path: paths.myTrial(trial.id), data: titled(trial.name), recipients };
};

/** The product team, about what one of them has published. */
const aboutVersion: Teller = async (ctx, event) => {
  const trial = await trialOf(ctx, Number(event.subjectId));
  const number = numberIn(event, "number");
  if (!trial || number === null) return null;
  const recipients = await ctx.db
    .select({ personId: teamMembers.personId })
    .from(teamMembers)
    .innerJoin(products, eq(products.teamId, teamMembers.teamId))
    .innerJoin(people, eq(people.id, teamMembers.personId))
    .where(and(eq(products.id, trial.productId), ne(people.role, "member")));
  return { path: paths.reportVersion(trial.id, number), data: { ...titled(trial.name), number }, recipients };
};

/** Participants of the trial, authors, voters and followers of the ideas, and whoever is quoted; the closest tie decides the words. */
const peopleBehind = async (ctx: Context, change: typeof changes.$inferSelect): Promise<{ personId: number; variant: string }[]> => {
  const rows = await ctx.db.execute<{ person_id: number; tie: number }>(sql`
    select person_id, min(tie) as tie from (
      select coalesce(r.person_id, p.person_id) as person_id, 1 as tie from ${quotations} q join ${responses} r on r.id = q.response_id left join ${participants} p on p.id = r.participant_id where q.id = ${change.quotationId}::int
      union all select i.author_id, 2 from ${changeIdeas} ci join ${ideas} i on i.id = ci.idea_id where ci.change_id = ${change.id}
      union all select p.person_id, 3 from ${participants} p where p.trial_id = ${change.trialId}::int and p.state in ('active', 'complete')
      union all select v.person_id, 4 from ${changeIdeas} ci join ${ideaVotes} v on v.idea_id = ci.idea_id where ci.change_id = ${change.id}
      union all select f.person_id, 5 from ${changeIdeas} ci join ${ideaFollows} f on f.idea_id = ci.idea_id where ci.change_id = ${change.id}
    ) behind where person_id is not null group by person_id`);
  const variants = ["quoted", "author", "participant", "voter", "follower"];
  return rows.map((row) => ({ personId: row.person_id, variant: variants[Number(row.tie) - 1] ?? "voter" }));
};

const aboutChange: Teller = async (ctx, event: Event) => {
  const [change] = await ctx.db
    .select()
    .from(changes)
    .where(eq(changes.id, Number(event.subjectId)));
  if (!change?.publishedAt) return null;
  // Taken back and published once more within half a minute: only the last time is told.
  const [newest] = await ctx.db
    .select({ id: activity.id })
    .from(activity)
    .where(and(eq(activity.subjectKind, "change"), eq(activity.subjectId, event.subjectId), eq(activity.kind, "change.published")))
    .orderBy(desc(activity.id))
    .limit(1);
  if (newest?.id !== event.id) return null;
  return {
    path: paths.change(change.id),
    data: titled(change.title),
    recipients: await peopleBehind(ctx, change),
    detail: (locale) => ({ paragraphs: [localized(change.did, locale)], quote: change.quote || undefined }),
  };
};

export const trialTellers = {
  "application.chosen": aboutApplication("chosen"),
  "application.waiting": aboutApplication("waiting"),
  "application.not_chosen": aboutApplication("not_chosen"),
  "parcel.sent": aboutParcel,
  "trial.reminder": aboutReminder,
  "trial.cancelled": aboutCancelling,
  "trial.invited": aboutInvitation,
  "trial.paused": aboutRunning("paused"),
  "trial.resumed": aboutRunning("resumed"),
  "trial.extended": aboutRunning("extended"),
  "trial.reopened": aboutRunning("reopened"),
  "participant.complaint_answered": aboutComplaint,
  "trial.reported": aboutReport,
  "report.published": aboutVersion,
  "change.published": aboutChange,
} satisfies Record<string, Teller>;
