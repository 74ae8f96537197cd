// What a visitor pressed before they had an account is carried out once they are signed in: no press is lost.
import type { Context } from "~/core/context";
import { Conflict, Forbidden, Invalid, NotFound } from "~/core/errors";
import { idFrom } from "~/core/ids";
import { followIdea } from "~/features/ideas/follow-idea.server";
import { voteForIdea } from "~/features/ideas/vote-for-idea.server";
import { paths } from "~/paths";
import { findSignedIn } from "~/platform/sessions.server";

type Arrival = {
  /** The cookie of the session that was just started. */
  cookie: string;
  /** What they came to do, such as `vote:12`. */
  intent: string | null | undefined;
  next: string;
};

const deeds: Record<string, (ctx: Context, id: number, next: string) => Promise<string>> = {
  vote: async (ctx, ideaId, next) => {
    await voteForIdea(ctx, { ideaId, voted: true });
    return next === paths.home() ? paths.idea(ideaId) : next;
  },
  follow: async (ctx, ideaId, next) => {
    await followIdea(ctx, { ideaId, following: true });
    return next === paths.home() ? paths.idea(ideaId) : next;
  },
  // Applying asks for an agreement of its own, so the trial's page is where it goes on.
  apply: async (_ctx, trialId) => paths.trial(trialId),
};

/** Does it in the name of whoever has just signed in, and says where to go. What cannot be done any more is left out in silence. */
export const carryOutIntent = async (ctx: Context, { cookie, intent, next }: Arrival): Promise<string> => {
  const [, name, id] = /^([a-z]{1,20}):(\d{1,10})$/.exec(intent ?? "") ?? [];
  const deed = name && Object.hasOwn(deeds, name) ? deeds[name] : undefined;
  const signedIn = deed && (await findSignedIn(ctx.db, cookie));
  if (!deed || !signedIn) return next;
  try {
    return await deed({ ...ctx, actor: signedIn.actor, locale: signedIn.locale }, idFrom(id), next);
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden || error instanceof Conflict || error instanceof Invalid) return next;
    throw error;
  }
};
