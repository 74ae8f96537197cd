// Whose a questionnaire and a response are: the facts that the rules about them look at.
import { and, eq, or, sql } from "drizzle-orm";
import { actorId, type Context } from "~/core/context";
import { NotFound } from "~/core/errors";
import { authorize, can } from "~/policy/can";
import { prepared } from "~db/prepared.server";
import { participants, products, questionnaires, responses, trialPrototypes, trials } from "~db/schema/index";
import { frozenDefinition } from "./asked-questions.server";
import type { FrozenQuestionnaire } from "./questionnaire";

/** A questionnaire belongs to whoever runs its trial; before it has one, to who began it and to moderators. */
export const authorizeQuestionnaire = async (ctx: Context, questionnaireId: number) => {
  const [row] = await ctx.db
    .select({ questionnaire: questionnaires, trialId: trials.id, trialState: trials.state, design: trials.design, teamId: products.teamId })
    .from(questionnaires)
    .leftJoin(trials, or(eq(trials.screenerId, questionnaires.id), eq(trials.questionnaireId, questionnaires.id)))
    .leftJoin(products, eq(products.id, trials.productId))
    .where(eq(questionnaires.id, questionnaireId))
    .limit(1);
  if (!row) throw new NotFound("questionnaire");
  const isOwnDraft = row.teamId === null && row.questionnaire.createdBy !== null && row.questionnaire.createdBy === actorId(ctx.actor);
  if (isOwnDraft) authorize(ctx.actor, "enter-workshop", null);
  else authorize(ctx.actor, "run-trial", { teamId: row.teamId ?? 0 });
  return row;
};

const closedParticipation = ["dropped", "withdrawn", "excluded"];
const stillOpenFor = { screener: ["recruiting"], evaluation: ["recruiting", "fieldwork"] };

export type ResponseFacts = {
  id: number;
  state: "open" | "submitted";
  revision: number;
  position: number | null;
  prototypeId: number | null;
  versionId: number;
  participantId: number | null;
  ownerId: number | null;
  definition: FrozenQuestionnaire;
  trialId: number | null;
  trialName: { en: string; id: string } | null;
  teamId: number | null;
  /** The blind codes of what it is about, in the order of presentation: one, or both of a pair. */
  codes: string[];
  /** False once the trial no longer takes answers, or the person no longer takes part. */
  takesAnswers: boolean;
};

/** A response about no single prototype is about everything that its participant was given. */
const pairOfResponse = sql<string[]>`coalesce((
  select jsonb_agg(k.code order by o.place) from allocation_slots s
  cross join lateral jsonb_array_elements_text(s.prototype_ids) with ordinality o(prototype_id, place)
  join trial_prototypes k on k.trial_id = s.trial_id and k.prototype_id = o.prototype_id::int
  where s.participant_id = ${responses.participantId} and ${responses.prototypeId} is null
), '[]')`;

const responseWithTrial = prepared((db) =>
  db
    .select({
      response: responses,
      participantPersonId: participants.personId,
      participantState: participants.state,
      trialId: trials.id,
      trialName: trials.name,
      trialState: trials.state,
      teamId: products.teamId,
      code: trialPrototypes.code,
      pair: pairOfResponse,
    })
    .from(responses)
    .leftJoin(participants, eq(participants.id, responses.participantId))
    .leftJoin(trials, or(eq(trials.id, participants.trialId), eq(trials.screenerVersionId, responses.versionId)))
    .leftJoin(products, eq(products.id, trials.productId))
    .leftJoin(trialPrototypes, and(eq(trialPrototypes.trialId, trials.id), eq(trialPrototypes.prototypeId, responses.prototypeId)))
    .where(eq(responses.id, sql.placeholder("id")))
    .limit(1)
    .prepare("response-with-trial"),
);

/** Everything about a response that deciding about it needs; null where there is none. Looked at by nobody before a rule was asked. */
export const findResponseFacts = async (ctx: Context, responseId: number): Promise<ResponseFacts | null> => {
  const [row] = await responseWithTrial(ctx.db).execute({ id: responseId });
  if (!row) return null;
  const { response } = row;
  const definition = await frozenDefinition(ctx, response.versionId);
  const trialIsOpen = row.trialState === null || stillOpenFor[definition.kind].includes(row.trialState);
  const takesPart = row.participantState === null || !closedParticipation.includes(row.participantState);
  return {
    id: response.id,
    state: response.state,
    revision: response.revision,
    position: response.position,
    prototypeId: response.prototypeId,
    versionId: response.versionId,
    participantId: response.participantId,
    ownerId: response.personId ?? row.participantPersonId,
    definition,
    trialId: row.trialId,
    trialName: row.trialName,
    teamId: row.teamId,
    codes: row.code === null ? row.pair : [row.code],
    takesAnswers: trialIsOpen && takesPart,
  };
};

/** The response, for the one whose it is; for everybody else there is none. */
export const authorizeOwnResponse = async (ctx: Context, responseId: number): Promise<ResponseFacts> => {
  const facts = await findResponseFacts(ctx, responseId);
  authorize(ctx.actor, "use-own-participation", { personId: facts?.ownerId ?? null });
  if (!facts) throw new NotFound("response");
  return facts;
};

/** Starting a response is for the person who will answer it, or for who runs the trial. */
export const authorizeStart = async (ctx: Context, input: { personId?: number; participantId?: number }): Promise<void> => {
  if (input.participantId === undefined) return authorize(ctx.actor, "use-own-participation", { personId: input.personId ?? null });
  const [row] = await ctx.db
    .select({ personId: participants.personId, teamId: products.teamId })
    .from(participants)
    .innerJoin(trials, eq(trials.id, participants.trialId))
    .innerJoin(products, eq(products.id, trials.productId))
    .where(eq(participants.id, input.participantId));
  if (!row) throw new NotFound("participant");
  if (!can(ctx.actor, "run-trial", { teamId: row.teamId })) authorize(ctx.actor, "use-own-participation", { personId: row.personId });
};
