// Questions about an actor that many rules ask.
import type { Actor, PersonActor } from "~/core/context";

export const isPerson = (actor: Actor): actor is PersonActor => actor.kind === "person";
/** Signed in with a confirmed address: may write. */
export const mayWrite = (actor: Actor): boolean => isPerson(actor) && actor.emailVerified;
export const isModerator = (actor: Actor): boolean => isPerson(actor) && (actor.role === "moderator" || actor.role === "administrator");
export const isAdministrator = (actor: Actor): boolean => isPerson(actor) && actor.role === "administrator";
/** A product manager of the team, or an administrator. */
export const managesTeam = (actor: Actor, teamId: number): boolean =>
  isPerson(actor) && (actor.role === "administrator" || (actor.role === "product_manager" && actor.teamIds.includes(teamId)));
/** Runs trials and writes reports: any moderator, the team's product managers, administrators. */
export const worksOnTeam = (actor: Actor, teamId: number): boolean => isModerator(actor) || managesTeam(actor, teamId);
export const isStaffPerson = (actor: Actor): boolean => isPerson(actor) && actor.role !== "member";
