// Who may do what. Pure: an actor, an ability and the facts it depends on; no database, no clock.
import type { Actor } from "~/core/context";
import { Forbidden, NotFound, SignInRequired } from "~/core/errors";
import { accountAbilities } from "./accounts";
import { ideaAbilities } from "./ideas";
import { manageAbilities } from "./manage";
import { moderationAbilities } from "./moderation";
import { trialAbilities } from "./trials";

/** What a refusal looks like to the one refused: as if the thing did not exist, or as a closed door. */
export type Refusal = "not_found" | "forbidden";

export type Rule<Facts> = { refusal: Refusal; allows: (actor: Actor, facts: Facts) => boolean };

export const abilities = { ...accountAbilities, ...ideaAbilities, ...moderationAbilities, ...trialAbilities, ...manageAbilities };

export type Ability = keyof typeof abilities;
export type FactsOf<A extends Ability> = (typeof abilities)[A] extends Rule<infer Facts> ? Facts : never;

export const can = <A extends Ability>(actor: Actor, ability: A, facts: FactsOf<A>): boolean => {
  if (actor.kind === "system") return true;
  return (abilities[ability] as Rule<FactsOf<A>>).allows(actor, facts);
};

/** The first line of every use case. Visitors are asked to sign in where signing in could help. */
export const authorize = <A extends Ability>(actor: Actor, ability: A, facts: FactsOf<A>): void => {
  if (can(actor, ability, facts)) return;
  if (actor.kind === "visitor") throw new SignInRequired();
  if (abilities[ability].refusal === "not_found") throw new NotFound();
  throw new Forbidden(`may not ${ability}`);
};
