// The SQL twin of `worksOnTeam`, for lists: which rows of a team this person may work with. A test holds both together.
import { inArray, sql, type AnyColumn, type SQL } from "drizzle-orm";
import type { Actor } from "~/core/context";
import { isModerator } from "./roles";

export const whereWorksOnTeam = (actor: Actor, teamId: AnyColumn): SQL => {
  if (actor.kind === "system" || isModerator(actor)) return sql`true`;
  if (actor.kind === "person" && actor.role === "product_manager" && actor.teamIds.length > 0) return inArray(teamId, [...actor.teamIds]);
  return sql`false`;
};
