// Trials as members and as those who run them see them.
import { publicTrialStates, type TrialState } from "~/features/trials/trial";
import type { Rule } from "./can";
import { isAdministrator, isModerator, isPerson, mayWrite, worksOnTeam } from "./roles";

const isPublic = (state: TrialState) => (publicTrialStates as readonly TrialState[]).includes(state);

export const trialAbilities = {
  /** Launched trials are public. Whoever applied to one still sees it after it was cancelled, and why. */
  "see-trial": {
    refusal: "not_found",
    allows: (actor, facts) =>
      isPublic(facts.state) || (isPerson(actor) && actor.id === facts.applicantId && facts.state === "cancelled") || worksOnTeam(actor, facts.teamId),
  } satisfies Rule<{ state: TrialState; teamId: number; applicantId: number | null }>,
  "apply-to-trial": { refusal: "forbidden", allows: (actor, facts) => facts.state === "recruiting" && mayWrite(actor) } satisfies Rule<{ state: TrialState }>,
  /** One's own application, participation, response, parcel. */
  "use-own-participation": { refusal: "not_found", allows: (actor, facts) => isPerson(actor) && actor.id === facts.personId } satisfies Rule<{
    personId: number | null;
  }>,
  /** A photograph in an answer: for whose it is, and for who runs the trial. */
  "see-photo": {
    refusal: "not_found",
    allows: (actor, facts) => (isPerson(actor) && actor.id === facts.ownerId) || (facts.teamId !== null && worksOnTeam(actor, facts.teamId)),
  } satisfies Rule<{ ownerId: number | null; teamId: number | null }>,
  "run-trial": { refusal: "not_found", allows: (actor, facts) => worksOnTeam(actor, facts.teamId) } satisfies Rule<{ teamId: number }>,
  /** Names of applicants and participants. Product managers see codes and groups, never people. */
  "see-participants": { refusal: "forbidden", allows: isModerator } satisfies Rule<null>,
  /** Addresses and the key from code to prototype, for whoever packs. An administrator gives it to a moderator, per trial. */
  "fulfil-trial": { refusal: "forbidden", allows: (actor, facts) => isModerator(actor) && facts.hasGrant } satisfies Rule<{ hasGrant: boolean }>,
  "grant-fulfilment": { refusal: "forbidden", allows: isAdministrator } satisfies Rule<null>,
};
