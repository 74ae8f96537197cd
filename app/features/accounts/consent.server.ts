// Every consent given and withdrawn is one row that stays; the newest row of a purpose is in force, and withdrawing acts at once.
import { and, desc, eq, inArray, isNull, or } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { SignInRequired } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { authorize } from "~/policy/can";
import { addresses, consentEvents, participants, profileFacts } from "~db/schema/index";
import { consentNotices, consentPurposes, type ConsentPurpose } from "./consent";

/** The consent in force. For a trial, its own consent and the one for all trials count; without one, the newest of either kind. */
export const hasConsent = async (ctx: Context, personId: number, purpose: ConsentPurpose, trialId?: number): Promise<boolean> =>
  (await lastSaid(ctx, personId, purpose, trialId)) ?? false;

/** What the person said last about a purpose; null when they were never asked. */
const lastSaid = async (ctx: Context, personId: number, purpose: ConsentPurpose, trialId?: number): Promise<boolean | null> => {
  const [newest] = await ctx.db
    .select({ given: consentEvents.given })
    .from(consentEvents)
    .where(
      and(
        eq(consentEvents.personId, personId),
        eq(consentEvents.purpose, purpose),
        trialId === undefined ? undefined : or(isNull(consentEvents.trialId), eq(consentEvents.trialId, trialId)),
      ),
    )
    .orderBy(desc(consentEvents.id))
    .limit(1);
  return newest?.given ?? null;
};

/** Records the consent of the person who is signed in, a refusal, or a withdrawal with what follows from it. Saying the same twice records nothing new. */
export const setConsent = async (ctx: Context, input: { purpose: ConsentPurpose; given: boolean; trialId?: number }): Promise<void> => {
  authorize(ctx.actor, "use-own-account", null);
  const personId = actorId(ctx.actor);
  if (personId === null) throw new SignInRequired();
  await inTransaction(ctx, async (inner) => {
    const said = await lastSaid(inner, personId, input.purpose, input.trialId);
    if (said !== input.given) await writeConsent(inner, personId, { ...input, isFirst: said === null });
    if (!input.given) await forgetWhatDependedOn(inner, personId, input.purpose);
  });
};

/** Writes down a consent; for the house itself, which carries over what somebody agreed to (seeds). */
export const writeConsent = async (
  ctx: Context,
  personId: number,
  input: { purpose: ConsentPurpose; given: boolean; trialId?: number; isFirst?: boolean },
): Promise<void> => {
  const { version } = consentNotices[input.purpose];
  await ctx.db
    .insert(consentEvents)
    .values({ personId, purpose: input.purpose, noticeVersion: version, given: input.given, locale: ctx.locale, trialId: input.trialId ?? null, at: ctx.now });
  await record(ctx, {
    kind: input.given ? "consent.given" : input.isFirst ? "consent.refused" : "consent.withdrawn",
    subject: { kind: "person", id: personId },
    data: { purpose: input.purpose, noticeVersion: version, trialId: input.trialId ?? null },
  });
};

const forgetWhatDependedOn = async (ctx: Context, personId: number, purpose: ConsentPurpose): Promise<void> => {
  if (purpose === "demographics") await ctx.db.delete(profileFacts).where(eq(profileFacts.personId, personId));
  if (purpose === "delivery_address") {
    const own = ctx.db.select({ id: participants.id }).from(participants).where(eq(participants.personId, personId));
    await ctx.db.delete(addresses).where(inArray(addresses.participantId, own));
  }
};

export type ConsentEvent = {
  id: number;
  purpose: ConsentPurpose;
  given: boolean;
  /** Nothing was taken back: the person was asked for the first time, and said no. */
  isRefusal: boolean;
  noticeVersion: number;
  trialId: number | null;
  at: Date;
};

/** The whole ledger of the person who is signed in, newest first. */
export const listMyConsents = async (ctx: Context): Promise<ConsentEvent[]> => {
  authorize(ctx.actor, "use-own-account", null);
  const rows = await ctx.db
    .select()
    .from(consentEvents)
    .where(eq(consentEvents.personId, actorId(ctx.actor) ?? 0))
    .orderBy(desc(consentEvents.id));
  return rows.map(({ id, purpose, given, noticeVersion, trialId, at }) => {
    const wasGiven = rows.some((earlier) => earlier.id < id && earlier.purpose === purpose && earlier.given);
    return { id, purpose: purpose as ConsentPurpose, given, isRefusal: !given && !wasGiven, noticeVersion, trialId, at };
  });
};

/** For each purpose the newest event, or null where nothing was ever said. */
export const consentsInForce = (ledger: readonly ConsentEvent[]): Record<ConsentPurpose, ConsentEvent | null> =>
  Object.fromEntries(consentPurposes.map((purpose) => [purpose, ledger.find((event) => event.purpose === purpose) ?? null])) as Record<
    ConsentPurpose,
    ConsentEvent | null
  >;
