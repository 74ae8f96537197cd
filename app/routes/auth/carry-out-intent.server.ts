// What a visitor pressed before they had an account is carried out once they are signed in: no press is lost.
import type { Context } from "~/core/context";
import { Conflict, Forbidden, Invalid, NotFound } from "~/core/errors";
import { idFrom } from "~/core/ids";
import { followIdea } from "~/features/ideas/follow-idea.server";
import type { StanceName } from "~/features/ideas/statements/stance";
import { takeStance } from "~/features/ideas/statements/take-stance.server";
import { voteForIdea } from "~/features/ideas/vote-for-idea.server";
import { applyToTrial } from "~/features/trials/apply-to-trial.server";
import { listMissingFacts } from "~/features/trials/member.server";
import { paths } from "~/paths";
import { findSignedIn } from "~/platform/sessions.server";

type Arrival = {
  /** The cookie of the session that was just started. */
  cookie: string;
  /** What they came to do, such as `vote:12`. */
  intent: string | null | undefined;
  next: string;
  /** Where the press came from, as keyed hashes. */
  origin: { addressHash?: string; agentHash?: string };
};

type Deed = (ctx: Context, id: number, arrival: Arrival) => Promise<string>;

const saying =
  (stance: StanceName): Deed =>
  async (ctx, statementId) =>
    paths.stances((await takeStance(ctx, { statementId, stance })).slug, { after: statementId });

const deeds: Record<string, Deed> = {
  agree: saying("agree"),
  disagree: saying("disagree"),
  pass: saying("pass"),
  vote: async (ctx, ideaId, { next, origin }) => {
    await voteForIdea(ctx, { ideaId, voted: true, ...origin });
    return next === paths.home() ? paths.idea(ideaId) : next;
  },
  follow: async (ctx, ideaId, { next }) => {
    await followIdea(ctx, { ideaId, following: true });
    return next === paths.home() ? paths.idea(ideaId) : next;
  },
  // Where the trial asks for facts that are not known yet, the page of applying asks for them first.
  apply: async (ctx, trialId) => {
    if ((await listMissingFacts(ctx, trialId)).length > 0) return paths.applyToTrial(trialId);
    const { responseId } = await applyToTrial(ctx, { trialId });
    return responseId === null ? paths.trial(trialId) : paths.answer(responseId);
  },
};

/** Does it in the name of whoever has just signed in, and says where to go. What cannot be done any more is left out in silence. */
export const carryOutIntent = async (ctx: Context, arrival: Arrival): Promise<string> => {
  const { cookie, intent, next } = arrival;
  const [, name, id] = /^([a-z]{1,20}):(\d{1,10})$/.exec(intent ?? "") ?? [];
  const deed = name && Object.hasOwn(deeds, name) ? deeds[name] : undefined;
  const signedIn = deed && (await findSignedIn(ctx.db, cookie));
  if (!deed || !signedIn) return next;
  try {
    return await deed({ ...ctx, actor: signedIn.actor, locale: signedIn.locale }, idFrom(id), arrival);
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden || error instanceof Conflict || error instanceof Invalid) return next;
    throw error;
  }
};
