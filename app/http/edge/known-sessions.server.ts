// The sessions that this process has recently found to be real, so that the edge can tell people apart without asking the database.
import { sessionCookieIn } from "~/platform/sessions.server";

const most = 20_000;
const known = new Map<string, number>();

/** Called when a session has been looked up and was somebody's. */
export const rememberSession = (cookieHeader: string | null, personId: number): void => {
  const token = sessionCookieIn(cookieHeader);
  if (!token) return;
  known.delete(token);
  known.set(token, personId);
  if (known.size > most) known.delete(known.keys().next().value as string);
};

export const forgetSession = (cookieHeader: string | null): void => {
  const token = sessionCookieIn(cookieHeader);
  if (token) known.delete(token);
};

/** The person whose session this is, as far as this process knows; null otherwise. */
export const knownPerson = (cookieHeader: string | undefined): number | null => {
  if (!cookieHeader) return null;
  const token = sessionCookieIn(cookieHeader);
  return (token && known.get(token)) || null;
};
