// Facts about a person are kept only under their consent to `demographics`; withdrawing it deletes them.
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { actorId, inTransaction, type Context } from "~/core/context";
import { Invalid, type FieldProblems } from "~/core/errors";
import { authorize } from "~/policy/can";
import { people, profileFacts } from "~db/schema/index";
import { hasConsent } from "./consent.server";
import { ageBand, isFactValue, preferNotToSay, profileFactDefinitions } from "./profile";

/** What a trial may match on: the answered facts and the age group. Facts left open are absent. */
export const profileOf = async (ctx: Context, personId: number): Promise<Record<string, string>> => {
  const rows = await ctx.db
    .select({ birthYear: people.birthYear, fact: profileFacts.fact, value: profileFacts.value })
    .from(people)
    .leftJoin(profileFacts, and(eq(profileFacts.personId, people.id), ne(profileFacts.value, preferNotToSay)))
    .where(eq(people.id, personId));
  const facts: Record<string, string> = {};
  for (const { fact, value } of rows) if (fact && value) facts[fact] = value;
  const birthYear = rows[0]?.birthYear;
  if (birthYear) facts.age_band = ageBand(birthYear, ctx.now);
  return facts;
};

/** The facts of the person who is signed in, as stored, "prefer not to say" included. */
export const myFacts = async (ctx: Context): Promise<Record<string, { value: string; updatedAt: Date }>> => {
  authorize(ctx.actor, "use-own-account", null);
  const rows = await ctx.db
    .select()
    .from(profileFacts)
    .where(eq(profileFacts.personId, actorId(ctx.actor) ?? 0));
  return Object.fromEntries(rows.map(({ fact, value, updatedAt }) => [fact, { value, updatedAt }]));
};

/** Saves the facts that are given and leaves the others; an empty value takes a fact back. Saying something needs the consent to `demographics`. */
export const saveProfile = async (ctx: Context, facts: Readonly<Record<string, string>>): Promise<void> => {
  authorize(ctx.actor, "use-own-account", null);
  const personId = actorId(ctx.actor) ?? 0;
  const problems: FieldProblems = {};
  const known = profileFactDefinitions
    .filter((fact) => facts[fact.key] !== undefined)
    .map((fact) => ({ fact, value: (facts[fact.key] ?? "").trim().replace(/\s+/g, " ") }));
  for (const { fact, value } of known) if (value && !isFactValue(fact, value)) problems[fact.key] = { key: "not_understood" };
  if (Object.keys(problems).length > 0) throw new Invalid(problems);
  await inTransaction(ctx, async (inner) => {
    const saysSomething = known.some(({ value }) => value !== "" && value !== preferNotToSay);
    if (saysSomething && !(await hasConsent(inner, personId, "demographics"))) throw new Invalid({ consent: { key: "consent_needed" } });
    await writeFacts(inner, personId, Object.fromEntries(known.map(({ fact, value }) => [fact.key, value])));
  });
};

/** Writes facts that are known to be valid. */
export const writeFacts = async (ctx: Context, personId: number, facts: Readonly<Record<string, string>>): Promise<void> => {
  const given = Object.entries(facts).filter(([, value]) => value !== "");
  const takenBack = Object.keys(facts).filter((fact) => facts[fact] === "");
  if (takenBack.length > 0) await ctx.db.delete(profileFacts).where(and(eq(profileFacts.personId, personId), inArray(profileFacts.fact, takenBack)));
  if (given.length === 0) return;
  await ctx.db
    .insert(profileFacts)
    .values(given.map(([fact, value]) => ({ personId, fact, value, updatedAt: ctx.now })))
    .onConflictDoUpdate({ target: [profileFacts.personId, profileFacts.fact], set: { value: sql`excluded.value`, updatedAt: ctx.now } });
};
