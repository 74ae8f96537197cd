// Who is signed in. The only file that knows Lucia, which is in maintenance: replacing it means replacing this file.
// Lucia keeps ids in clear, so it is given the SHA-256 of the token; the cookie carries the token itself.
import { createHash, randomBytes } from "node:crypto";
import { and, eq, lt, ne, sql } from "drizzle-orm";
import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from "lucia";
import type { PersonActor, Role } from "~/core/context";
import type { Locale } from "~/core/locale";
import { after, dayInMs, hourInMs } from "~/core/time";
import type { Database } from "~db/client.server";
import { prepared } from "~db/prepared.server";
import { people, sessions, teamMembers } from "~db/schema/index";
import { env } from "./env.server";

type PersonAttributes = {
  role: Role;
  displayName: string;
  emailVerified: boolean;
  teamIds: number[];
  locale: Locale;
  theme: "system" | "light" | "dark";
};
type SessionAttributes = { endsAt: Date; device: string };

declare module "lucia" {
  interface Register {
    Lucia: Lucia<SessionAttributes, PersonAttributes>;
    UserId: number;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: PersonAttributes;
  }
}

/** How long a session lasts unused, and how long at most. Staff hold more keys and so stay signed in for less. */
const idleMs = (role: Role) => (role === "member" ? 30 * dayInMs : 12 * hourInMs);
const absoluteMs = (role: Role) => (role === "member" ? 180 * dayInMs : 7 * dayInMs);

const sessionAndPerson = prepared((db) =>
  db
    .select({
      session: sessions,
      person: people,
      teamIds: sql<number[]>`coalesce((select array_agg(${teamMembers.teamId}) from ${teamMembers} where ${teamMembers.personId} = ${people.id}), '{}')`,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(eq(sessions.id, sql.placeholder("id")))
    .prepare("session-and-person"),
);

const adapterOver = (db: Database): Adapter => ({
  getSessionAndUser: async (id) => {
    const [row] = await sessionAndPerson(db).execute({ id });
    if (!row || row.person.suspendedAt || row.person.erasedAt) return [null, null];
    const { session, person } = row;
    return [
      { id: session.id, userId: session.personId, expiresAt: session.expiresAt, attributes: { endsAt: session.endsAt, device: session.device } },
      {
        id: person.id,
        attributes: {
          role: person.role,
          displayName: person.displayName,
          emailVerified: person.emailVerifiedAt !== null,
          teamIds: row.teamIds,
          locale: person.locale,
          theme: person.theme,
        },
      },
    ];
  },
  getUserSessions: async (personId) => {
    const rows = await db.select().from(sessions).where(eq(sessions.personId, personId));
    return rows.map((row): DatabaseSession => ({
      id: row.id,
      userId: row.personId,
      expiresAt: row.expiresAt,
      attributes: { endsAt: row.endsAt, device: row.device },
    }));
  },
  setSession: async (session) => {
    await db.insert(sessions).values({
      id: session.id,
      personId: session.userId,
      expiresAt: session.expiresAt,
      endsAt: session.attributes.endsAt,
      device: session.attributes.device,
    });
  },
  // Lucia knows one idle time for everybody; ours depends on the role, so the date that it proposes is not used.
  updateSessionExpiration: async (id) => {
    const idle = sql`case when ${people.role} = 'member' then interval '30 days' else interval '12 hours' end`;
    await db
      .update(sessions)
      .set({
        expiresAt: sql`least(now() + (select ${idle} from ${people} where ${people.id} = ${sessions.personId}), ${sessions.endsAt})`,
        lastSeenAt: sql`now()`,
      })
      .where(and(eq(sessions.id, id), lt(sessions.lastSeenAt, sql`now() - interval '10 minutes'`)));
  },
  deleteSession: async (id) => void (await db.delete(sessions).where(eq(sessions.id, id))),
  deleteUserSessions: async (personId) => void (await db.delete(sessions).where(eq(sessions.personId, personId))),
  deleteExpiredSessions: async () => void (await db.delete(sessions).where(lt(sessions.expiresAt, new Date()))),
});

const luciaOver = (db: Database) =>
  new Lucia(adapterOver(db), {
    sessionExpiresIn: new TimeSpan(30, "d"),
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  });

const instances = new WeakMap<Database, ReturnType<typeof luciaOver>>();
const lucia = (db: Database) => {
  const known = instances.get(db) ?? luciaOver(db);
  instances.set(db, known);
  return known;
};

const isHttps = () => env().PUBLIC_ORIGIN.startsWith("https:");
const cookieName = () => (isHttps() ? "__Host-kawan" : "kawan");
const hash = (token: string) => createHash("sha256").update(token).digest("hex");

const cookie = (value: string, maxAgeSeconds: number) =>
  `${cookieName()}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${isHttps() ? "; Secure" : ""}`;

let tokenPattern: RegExp | undefined;

/** True for any cookie under our name, also a spoiled one: such a request is never answered with what others are shown. */
export const carriesSessionCookie = (cookieHeader: string | null): boolean => cookieHeader !== null && cookieHeader.includes(`${cookieName()}=`);

/** The session token that a Cookie header carries; whether it is anybody's is another question. */
export const sessionCookieIn = (cookieHeader: string | null): string | null => {
  if (!cookieHeader) return null;
  tokenPattern ??= new RegExp(`(?:^|;\\s*)${cookieName()}=([A-Za-z0-9_-]{43})(?:;|$)`);
  return tokenPattern.exec(cookieHeader)?.[1] ?? null;
};

export type SignedIn = { actor: PersonActor; locale: Locale; theme: PersonAttributes["theme"] };

/** The person whose cookie this is, or null. Suspension, demotion and sign-out act here, on the next request. */
export const findSignedIn = async (db: Database, cookieHeader: string | null): Promise<SignedIn | null> => {
  const token = sessionCookieIn(cookieHeader);
  if (!token) return null;
  const { session, user } = await lucia(db).validateSession(hash(token));
  if (!session || !user || session.endsAt <= new Date()) return null;
  return {
    actor: {
      kind: "person",
      id: user.id,
      role: user.role,
      displayName: user.displayName,
      teamIds: user.teamIds,
      emailVerified: user.emailVerified,
      sessionId: session.id,
    },
    locale: user.locale,
    theme: user.theme,
  };
};

/** Starts a session and returns the cookie to set. */
export const startSession = async (db: Database, person: { id: number; role: Role }, device: string, now: Date): Promise<string> => {
  const token = randomBytes(32).toString("base64url");
  const endsAt = after(now, absoluteMs(person.role));
  await db.insert(sessions).values({
    id: hash(token),
    personId: person.id,
    expiresAt: after(now, idleMs(person.role)),
    endsAt,
    createdAt: now,
    lastSeenAt: now,
    device: device.slice(0, 120),
  });
  return cookie(token, Math.floor(absoluteMs(person.role) / 1000));
};

export const endSession = async (db: Database, sessionId: string): Promise<void> => lucia(db).invalidateSession(sessionId);

/** Ends every session of a person but, where given, the one that asks. */
export const endSessions = async (db: Database, personId: number, exceptSessionId?: string): Promise<void> => {
  if (!exceptSessionId) return lucia(db).invalidateUserSessions(personId);
  await db.delete(sessions).where(and(eq(sessions.personId, personId), ne(sessions.id, exceptSessionId)));
};

export const deleteExpiredSessions = (db: Database): Promise<void> => lucia(db).deleteExpiredSessions();

export const signedOutCookie = (): string => cookie("", 0);
