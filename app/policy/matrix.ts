// Who may do what, as a table that people can read: every ability, asked for each kind of actor and each kind of fact.
import { publicationStates } from "~/features/ideas/idea";
import { trialStates } from "~/features/trials/trial";
import { visitor, type Actor, type PersonActor, type Role } from "~/core/context";
import { abilities, can, type Ability, type FactsOf } from "./can";

const team = 1;
const self = 10;
const asker = 20;

const person = (role: Role, more: Partial<PersonActor> = {}): PersonActor => ({
  kind: "person",
  id: asker,
  role,
  displayName: role,
  teamIds: [],
  emailVerified: true,
  sessionId: "",
  ...more,
});

const actors: Record<string, Actor> = {
  visitor,
  "not yet verified": person("member", { emailVerified: false }),
  member: person("member"),
  "whose it is": person("member", { id: self }),
  moderator: person("moderator"),
  "manager of the team": person("product_manager", { teamIds: [team] }),
  "manager elsewhere": person("product_manager", { teamIds: [team + 1] }),
  administrator: person("administrator"),
};

type Question<A extends Ability> = { about: string; facts: FactsOf<A> };
const always = [{ about: "", facts: null }];
const ofTeam = [{ about: "", facts: { teamId: team } }];
const publications = publicationStates.map((state) => ({ about: state.replaceAll("_", " "), facts: { state, authorId: self } }));

/** What each ability depends on, in every shape that makes a difference. An ability without a line here does not compile. */
const questions: { [A in Ability]: Question<A>[] } = {
  "use-own-account": always,
  "manage-people": always,
  "manage-settings": always,
  "read-audit": always,
  "see-publication": publications,
  "submit-idea": always,
  "edit-submission": publications,
  "take-part-in-idea": publications,
  "answer-idea": always,
  "manage-boards": always,
  moderate: always,
  "see-trial": trialStates.map((state) => ({ about: state, facts: { state, teamId: team, applicantId: self } })),
  "apply-to-trial": trialStates.map((state) => ({ about: state, facts: { state } })),
  "use-own-participation": [{ about: "", facts: { personId: self } }],
  "see-photo": [
    { about: "of a trial", facts: { ownerId: self, teamId: team } },
    { about: "of no trial", facts: { ownerId: self, teamId: null } },
  ],
  "run-trial": ofTeam,
  "see-participants": always,
  "fulfil-trial": [
    { about: "with the grant", facts: { hasGrant: true } },
    { about: "without", facts: { hasGrant: false } },
  ],
  "grant-fulfilment": always,
  "enter-workshop": always,
  "manage-product": ofTeam,
  "see-report": ofTeam,
  "publish-report": ofTeam,
  "comment-on-report": ofTeam,
  "change-report-comment": [
    { about: "one's own", facts: { teamId: team, authorId: asker } },
    { about: "of somebody else", facts: { teamId: team, authorId: self } },
  ],
  "assign-block": ofTeam,
  "share-report": ofTeam,
  decide: ofTeam,
};

const refusals = { not_found: "404", forbidden: "403" } as const;

const answer = <A extends Ability>(actor: Actor, ability: A, { facts }: Question<A>): string => {
  if (can(actor, ability, facts)) return "yes";
  return actor.kind === "visitor" ? "sign in" : refusals[abilities[ability].refusal];
};

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** The table in Markdown, as it stands in MATRIX.md. */
export const matrix = (): string => {
  const names = Object.keys(actors);
  const lines = (Object.keys(questions) as Ability[]).flatMap((ability) =>
    (questions[ability] as Question<Ability>[]).map((question) =>
      row([ability, question.about, ...names.map((name) => answer(actors[name] ?? visitor, ability, question))]),
    ),
  );
  return [
    "# Who may do what",
    "",
    "Made from the rules in this folder; a test keeps it current (`npx vitest run app/policy -u` writes it again).",
    "`404`: as if it did not exist. `403`: a closed door. `sign in`: a visitor is led to the sign-in. *Whose it is* is the author, applicant or participant.",
    "",
    row(["ability", "when", ...names]),
    row(["---", "---", ...names.map(() => "---")]),
    ...lines,
    "",
  ].join("\n");
};
