// Ideas, votes and comments.
import type { PublicationState } from "~/features/ideas/idea";
import type { Rule } from "./can";
import { isModerator, isPerson, isStaffPerson, mayWrite } from "./roles";

type Publication = { state: PublicationState; authorId: number | null };

const isAuthor = (actor: Parameters<typeof isPerson>[0], facts: { authorId: number | null }) => isPerson(actor) && actor.id === facts.authorId;

export const ideaAbilities = {
  /** Published for everyone; otherwise only for its author and moderators. */
  "see-publication": {
    refusal: "not_found",
    allows: (actor, facts) => facts.state === "published" || isAuthor(actor, facts) || isModerator(actor),
  } satisfies Rule<Publication>,
  "submit-idea": { refusal: "forbidden", allows: mayWrite } satisfies Rule<null>,
  "edit-submission": {
    refusal: "not_found",
    allows: (actor, facts) => isAuthor(actor, facts) && (facts.state === "pending" || facts.state === "changes_asked"),
  } satisfies Rule<Publication>,
  /** Voting, following, commenting and flagging need a published idea and a confirmed address. */
  "take-part-in-idea": { refusal: "not_found", allows: (actor, facts) => facts.state === "published" && mayWrite(actor) } satisfies Rule<Publication>,
  "answer-idea": { refusal: "forbidden", allows: isStaffPerson } satisfies Rule<null>,
  "manage-boards": { refusal: "forbidden", allows: isModerator } satisfies Rule<null>,
};
