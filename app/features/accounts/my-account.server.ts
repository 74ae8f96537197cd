// What Kawan knows about somebody, for that person alone: the account itself and how much of each kind of thing there is.
import { eq, sql } from "drizzle-orm";
import type { Context, PersonActor } from "~/core/context";
import { NotFound, SignInRequired } from "~/core/errors";
import { authorize } from "~/policy/can";
import { people } from "~db/schema/index";

const ownerOf = (ctx: Context): PersonActor => {
  authorize(ctx.actor, "use-own-account", null);
  if (ctx.actor.kind !== "person") throw new SignInRequired();
  return ctx.actor;
};

export const getMyAccount = async (ctx: Context) => {
  const owner = ownerOf(ctx);
  const [person] = await ctx.db
    .select({ email: people.email, displayName: people.displayName, birthYear: people.birthYear, joinedAt: people.createdAt, role: people.role })
    .from(people)
    .where(eq(people.id, owner.id));
  if (!person) throw new NotFound("person");
  return person;
};

export type CountedThing = "facts" | "ideas" | "comments" | "votes" | "applications" | "trials" | "answers" | "addresses" | "changes";

/** How many things of each kind are kept about the person; `changes` are those that came of what they said, tried or supported. */
export const countWhatIsKnown = async (ctx: Context): Promise<Record<CountedThing, number>> => {
  const { id } = ownerOf(ctx);
  const [row] = await ctx.db.execute<Record<CountedThing, number>>(sql`select
    (select count(*)::int from profile_facts where person_id = ${id}) as facts,
    (select count(*)::int from ideas where author_id = ${id}) as ideas,
    (select count(*)::int from comments where author_id = ${id}) as comments,
    (select count(*)::int from idea_votes where person_id = ${id}) as votes,
    (select count(*)::int from applications where person_id = ${id}) as applications,
    (select count(*)::int from participants where person_id = ${id}) as trials,
    (select count(*)::int from answers a join responses r on r.id = a.response_id left join participants p on p.id = r.participant_id where r.person_id = ${id} or p.person_id = ${id}) as answers,
    (select count(*)::int from addresses a join participants p on p.id = a.participant_id where p.person_id = ${id}) as addresses,
    (select count(*)::int from changes c where c.published_at is not null and (
      exists (select 1 from participants p where p.trial_id = c.trial_id and p.person_id = ${id})
      or exists (select 1 from change_ideas ci join ideas i on i.id = ci.idea_id left join idea_votes v on v.idea_id = i.id and v.person_id = ${id} where ci.change_id = c.id and (i.author_id = ${id} or v.person_id is not null)))) as changes`);
  if (!row) throw new Error("Nothing was counted");
  return row;
};

/** The name that others see beside one's ideas and comments. */
export const changeDisplayName = async (ctx: Context, { displayName }: { displayName: string }): Promise<void> => {
  await ctx.db
    .update(people)
    .set({ displayName })
    .where(eq(people.id, ownerOf(ctx).id));
};
