// People as administrators see them. A new role or a suspension ends all sessions: it acts on the next request.
import { and, count, desc, eq, isNull, lt, or, sql } from "drizzle-orm";
import { actorId, inTransaction, type Context, type Role } from "~/core/context";
import { Conflict, Forbidden, NotFound } from "~/core/errors";
import { decodeNumberCursor, toPage, type Page } from "~/core/page";
import { record } from "~/features/activity/record.server";
import { endSessions } from "~/platform/sessions.server";
import { authorize } from "~/policy/can";
import { people, teamMembers } from "~db/schema/index";

const pageSize = 50;

export type PersonInList = { id: number; displayName: string; email: string; role: Role; joinedAt: Date; isSuspended: boolean };

const shown = {
  id: people.id,
  displayName: people.displayName,
  email: people.email,
  role: people.role,
  joinedAt: people.createdAt,
  isSuspended: sql<boolean>`${people.suspendedAt} is not null`,
};

/** Newest first; `q` is part of a name or address, `role` one role only. */
export const listPeople = async (ctx: Context, search: { q?: string | null; role?: Role | null; after?: string | null }): Promise<Page<PersonInList>> => {
  authorize(ctx.actor, "manage-people", null);
  const [after] = decodeNumberCursor(search.after, 1) ?? [];
  const pattern = search.q ? `%${search.q.slice(0, 100).replace(/[\\%_]/g, "\\$&")}%` : null;
  const rows = await ctx.db
    .select(shown)
    .from(people)
    .where(
      and(
        isNull(people.erasedAt),
        pattern ? or(sql`${people.displayName} ilike ${pattern}`, sql`${people.email} ilike ${pattern}`) : undefined,
        search.role ? eq(people.role, search.role) : undefined,
        after === undefined ? undefined : lt(people.id, after),
      ),
    )
    .orderBy(desc(people.id))
    .limit(pageSize + 1);
  return toPage(rows, pageSize, (row) => [row.id]);
};

export const getPerson = async (ctx: Context, personId: number) => {
  authorize(ctx.actor, "manage-people", null);
  const [person] = await ctx.db
    .select({ ...shown, locale: people.locale })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.erasedAt)));
  if (!person) throw new NotFound("person");
  const memberships = await ctx.db.select({ teamId: teamMembers.teamId }).from(teamMembers).where(eq(teamMembers.personId, personId));
  return { ...person, teamIds: memberships.map(({ teamId }) => teamId), isSelf: actorId(ctx.actor) === personId };
};

/** Locks the person and, so that one always remains, the administrators. */
const lockForChange = async (ctx: Context, personId: number) => {
  if (actorId(ctx.actor) === personId) throw new Forbidden("nobody changes their own role or suspension");
  const administrators = await ctx.db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.role, "administrator"), isNull(people.suspendedAt)))
    .orderBy(people.id)
    .for("update");
  const [person] = await ctx.db
    .select()
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.erasedAt)))
    .for("update");
  if (!person) throw new NotFound("person");
  const isLastAdministrator = administrators.length === 1 && administrators[0]?.id === personId;
  return { person, isLastAdministrator };
};

const lastAdministrator = () => new Conflict("somebody has to remain administrator", { key: "last_administrator" });

/** `from` is the role that the administrator saw: when somebody else changed it meanwhile, nothing happens. */
export const changeRole = async (ctx: Context, { personId, from, to }: { personId: number; from: Role; to: Role }): Promise<void> => {
  authorize(ctx.actor, "manage-people", null);
  await inTransaction(ctx, async (inner) => {
    const { person, isLastAdministrator } = await lockForChange(inner, personId);
    if (person.role !== from) throw new Conflict("the role has changed meanwhile", { key: "role_changed_meanwhile" });
    if (from === to) return;
    if (isLastAdministrator) throw lastAdministrator();
    await inner.db
      .update(people)
      .set({ role: to, credentialVersion: sql`${people.credentialVersion} + 1` })
      .where(eq(people.id, personId));
    // Who no longer manages products belongs to no team of them either.
    if (from === "product_manager") await inner.db.delete(teamMembers).where(eq(teamMembers.personId, personId));
    await endSessions(inner.db, personId);
    await record(inner, { kind: "account.role_changed", subject: { kind: "person", id: personId }, data: { from, to } });
  });
};

/** Suspends somebody or lets them in again; what is already so stays so. */
export const setSuspension = async (ctx: Context, { personId, suspended }: { personId: number; suspended: boolean }): Promise<void> => {
  authorize(ctx.actor, "manage-people", null);
  await inTransaction(ctx, async (inner) => {
    const { person, isLastAdministrator } = await lockForChange(inner, personId);
    if ((person.suspendedAt !== null) === suspended) return;
    if (suspended && isLastAdministrator) throw lastAdministrator();
    await inner.db
      .update(people)
      .set({ suspendedAt: suspended ? ctx.now : null, credentialVersion: sql`${people.credentialVersion} + 1` })
      .where(eq(people.id, personId));
    if (suspended) await endSessions(inner.db, personId);
    await record(inner, { kind: "account.suspended", subject: { kind: "person", id: personId }, data: { suspended } });
  });
};

/** How many people hold each role. */
export const countRoles = async (ctx: Context): Promise<Record<Role, number>> => {
  authorize(ctx.actor, "manage-people", null);
  const rows = await ctx.db.select({ role: people.role, number: count() }).from(people).where(isNull(people.erasedAt)).groupBy(people.role);
  const of = (role: Role) => rows.find((row) => row.role === role)?.number ?? 0;
  return { member: of("member"), moderator: of("moderator"), product_manager: of("product_manager"), administrator: of("administrator") };
};
