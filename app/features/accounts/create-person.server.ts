// The house makes an account itself only for its seeds and for the first administrator; everybody else joins by mail.
import { inTransaction, type Context, type Role } from "~/core/context";
import { Conflict } from "~/core/errors";
import type { Locale } from "~/core/locale";
import { record } from "~/features/activity/record.server";
import { authorize } from "~/policy/can";
import { people, teamMembers } from "~db/schema/index";
import { writeConsent } from "./consent.server";
import { hashPassword } from "./passwords.server";
import { writeFacts } from "./profile.server";

export type NewPerson = {
  email: string;
  displayName: string;
  /** Absent: nobody can sign in with a password until one is set by mail. */
  password?: string;
  role: Role;
  locale: Locale;
  birthYear: number | null;
  emailVerified: boolean;
  teamIds?: readonly number[];
  /** Facts that this person gave, together with the consent to keep them. */
  profile?: Readonly<Record<string, string>>;
};

/** Returns the id of the new person; an address that is taken is a Conflict. */
export const createPerson = async (ctx: Context, input: NewPerson): Promise<number> => {
  authorize(ctx.actor, "manage-people", null);
  const passwordHash = input.password === undefined ? null : await hashPassword(input.password);
  return inTransaction(ctx, async (inner) => {
    const id = await insertPerson(inner, { ...input, passwordHash });
    if (input.teamIds?.length) await inner.db.insert(teamMembers).values(input.teamIds.map((teamId) => ({ teamId, personId: id, createdAt: ctx.now })));
    if (input.profile) {
      await writeConsent({ ...inner, locale: input.locale }, id, { purpose: "demographics", given: true });
      await writeFacts(inner, id, input.profile);
    }
    return id;
  });
};

type PersonRow = Pick<NewPerson, "email" | "displayName" | "role" | "locale" | "birthYear" | "emailVerified"> & { passwordHash: string | null };

/** The row itself and its record; used by everything that makes an account. */
export const insertPerson = async (ctx: Context, input: PersonRow): Promise<number> => {
  const [row] = await ctx.db
    .insert(people)
    .values({
      email: input.email.trim().toLowerCase(),
      displayName: input.displayName,
      passwordHash: input.passwordHash,
      role: input.role,
      locale: input.locale,
      birthYear: input.birthYear,
      emailVerifiedAt: input.emailVerified ? ctx.now : null,
      createdAt: ctx.now,
    })
    .onConflictDoNothing({ target: people.email })
    .returning({ id: people.id });
  if (!row) throw new Conflict("the address is taken", { key: "address_taken" });
  await record(ctx, { kind: "account.joined", subject: { kind: "person", id: row.id }, data: { role: input.role } });
  return row.id;
};
