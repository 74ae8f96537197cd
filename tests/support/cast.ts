// A small cast makes a test read like an anecdote.
import type { PersonActor, Role } from "~/core/context";
import type { Database } from "~db/client.server";
import { people, teamMembers, teams } from "~db/schema/index";
import { noon } from "./database";

const castOf = {
  sari: { displayName: "Sari", role: "member" },
  budi: { displayName: "Budi", role: "member" },
  maya: { displayName: "Maya", role: "moderator" },
  rian: { displayName: "Rian", role: "product_manager" },
  dewi: { displayName: "Dewi", role: "administrator" },
} as const satisfies Record<string, { displayName: string; role: Role }>;

export type Cast = Record<keyof typeof castOf, PersonActor> & { teamId: number };

/** One more person, verified, with a confirmed address. */
export const createPerson = async (db: Database, displayName: string, role: Role = "member", teamIds: number[] = []): Promise<PersonActor> => {
  const email = `${displayName.toLowerCase().replace(/\W+/g, ".")}.${Math.random().toString(36).slice(2, 8)}@contoh.example`;
  const [row] = await db.insert(people).values({ email, displayName, role, emailVerifiedAt: noon, createdAt: noon, birthYear: 1990 }).returning();
  if (!row) throw new Error("The person was not created");
  for (const teamId of teamIds) await db.insert(teamMembers).values({ teamId, personId: row.id });
  return { kind: "person", id: row.id, role, displayName, teamIds, emailVerified: true, sessionId: `session-of-${displayName}` };
};

/** Sari and Budi, members; Maya, moderator; Rian, product manager of the one team; Dewi, administrator. */
export const createCast = async (db: Database): Promise<Cast> => {
  const [team] = await db.insert(teams).values({ name: "Home care" }).returning();
  if (!team) throw new Error("The team was not created");
  const create = (key: keyof typeof castOf) => createPerson(db, castOf[key].displayName, castOf[key].role, key === "rian" ? [team.id] : []);
  return {
    sari: await create("sari"),
    budi: await create("budi"),
    maya: await create("maya"),
    rian: await create("rian"),
    dewi: await create("dewi"),
    teamId: team.id,
  };
};
