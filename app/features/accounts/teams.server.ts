// Product teams decide which products a product manager sees.
import { and, asc, eq, sql } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { record } from "~/features/activity/record.server";
import { authorize } from "~/policy/can";
import { people, teamMembers, teams } from "~db/schema/index";

export const createTeam = async (ctx: Context, input: { name: string }): Promise<number> => {
  authorize(ctx.actor, "manage-people", null);
  return inTransaction(ctx, async (inner) => {
    const [team] = await inner.db.insert(teams).values({ name: input.name, createdAt: ctx.now }).returning({ id: teams.id });
    if (!team) throw new Error("The team was not created");
    await record(inner, { kind: "team.changed", subject: { kind: "team", id: team.id }, data: { change: "created" } });
    return team.id;
  });
};

export const renameTeam = async (ctx: Context, input: { teamId: number; name: string }): Promise<void> => {
  authorize(ctx.actor, "manage-people", null);
  await inTransaction(ctx, async (inner) => {
    const [team] = await inner.db.update(teams).set({ name: input.name }).where(eq(teams.id, input.teamId)).returning({ id: teams.id });
    if (!team) throw new NotFound("team");
    await record(inner, { kind: "team.changed", subject: { kind: "team", id: team.id }, data: { change: "renamed" } });
  });
};

/** Puts a person on a team or takes them off it; what is already so stays so. */
export const setTeamMembership = async (ctx: Context, input: { teamId: number; personId: number; isMember: boolean }): Promise<void> => {
  authorize(ctx.actor, "manage-people", null);
  await inTransaction(ctx, async (inner) => {
    const [found] = await inner.db
      .select({ team: teams.id, person: people.id })
      .from(teams)
      .innerJoin(people, eq(people.id, input.personId))
      .where(eq(teams.id, input.teamId));
    if (!found) throw new NotFound("team or person");
    const membership = { teamId: input.teamId, personId: input.personId };
    const changed = input.isMember
      ? await inner.db
          .insert(teamMembers)
          .values({ ...membership, createdAt: ctx.now })
          .onConflictDoNothing()
          .returning()
      : await inner.db
          .delete(teamMembers)
          .where(and(eq(teamMembers.teamId, input.teamId), eq(teamMembers.personId, input.personId)))
          .returning();
    if (changed.length === 0) return;
    await record(inner, {
      kind: "team.changed",
      subject: { kind: "team", id: input.teamId },
      data: { change: input.isMember ? "member_added" : "member_removed", personId: input.personId },
    });
  });
};

export type Team = { id: number; name: string; memberNames: string[] };

/** Every team with the names of its members; a community has few. */
export const listTeams = async (ctx: Context): Promise<Team[]> => {
  authorize(ctx.actor, "enter-workshop", null);
  return ctx.db
    .select({
      id: teams.id,
      name: teams.name,
      memberNames: sql<string[]>`coalesce(array_agg(${people.displayName} order by ${people.displayName}) filter (where ${people.id} is not null), '{}')`,
    })
    .from(teams)
    .leftJoin(teamMembers, eq(teamMembers.teamId, teams.id))
    .leftJoin(people, eq(people.id, teamMembers.personId))
    .groupBy(teams.id)
    .orderBy(asc(teams.name), asc(teams.id));
};
