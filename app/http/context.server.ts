// From an HTTP request to the context of a use case. The session is looked up once per request, however many loaders run.
import type { AppLoadContext } from "@remix-run/node";
import { visitor, type Context } from "~/core/context";
import { database } from "~/platform/database.server";
import { findSignedIn, type SignedIn } from "~/platform/sessions.server";
import { forgetSession, rememberSession } from "./edge/known-sessions.server";
import { negotiateLocale, themeIn, type Theme } from "./language.server";

export type RequestContext = { ctx: Context; theme: Theme };

const lookups = new WeakMap<AppLoadContext, Promise<SignedIn | null>>();

const findPerson = async (cookie: string | null): Promise<SignedIn | null> => {
  const signedIn = await findSignedIn(database(), cookie);
  if (signedIn) rememberSession(cookie, signedIn.actor.id);
  else forgetSession(cookie);
  return signedIn;
};

export const requestContext = async (request: Request, edge: AppLoadContext): Promise<RequestContext> => {
  const cookie = request.headers.get("cookie");
  let lookup = lookups.get(edge);
  if (!lookup) lookups.set(edge, (lookup = findPerson(cookie)));
  const signedIn = await lookup;
  return {
    ctx: {
      db: database(),
      actor: signedIn?.actor ?? visitor,
      now: new Date(),
      locale: signedIn?.locale ?? negotiateLocale(cookie, request.headers.get("accept-language")),
    },
    theme: signedIn?.theme ?? themeIn(cookie),
  };
};
