// Products, questionnaires, reports and decisions.
import type { Rule } from "./can";
import { isPerson, isStaffPerson, managesTeam, worksOnTeam } from "./roles";

export const manageAbilities = {
  "enter-workshop": { refusal: "forbidden", allows: isStaffPerson } satisfies Rule<null>,
  "manage-product": { refusal: "not_found", allows: (actor, facts) => worksOnTeam(actor, facts.teamId) } satisfies Rule<{ teamId: number }>,
  "see-report": { refusal: "not_found", allows: (actor, facts) => worksOnTeam(actor, facts.teamId) } satisfies Rule<{ teamId: number }>,
  "publish-report": { refusal: "not_found", allows: (actor, facts) => worksOnTeam(actor, facts.teamId) } satisfies Rule<{ teamId: number }>,
  "comment-on-report": { refusal: "not_found", allows: (actor, facts) => worksOnTeam(actor, facts.teamId) } satisfies Rule<{ teamId: number }>,
  "change-report-comment": {
    refusal: "forbidden",
    allows: (actor, facts) => isPerson(actor) && actor.id === facts.authorId && worksOnTeam(actor, facts.teamId),
  } satisfies Rule<{ teamId: number; authorId: number | null }>,
  "assign-block": { refusal: "not_found", allows: (actor, facts) => worksOnTeam(actor, facts.teamId) } satisfies Rule<{ teamId: number }>,
  "share-report": { refusal: "forbidden", allows: (actor, facts) => managesTeam(actor, facts.teamId) } satisfies Rule<{ teamId: number }>,
  decide: { refusal: "forbidden", allows: (actor, facts) => managesTeam(actor, facts.teamId) } satisfies Rule<{ teamId: number }>,
};
