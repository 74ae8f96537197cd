// The token of a mail's link leaves the address bar at once: it waits in a cookie until the button of the page is pressed.
import { env } from "~/platform/env.server";
import { isTokenShaped } from "~/features/accounts/tokens.server";

const name = "entering";
const lifeSeconds = 30 * 60;
const isHttps = () => env().PUBLIC_ORIGIN.startsWith("https:");

export const entryCookie = (token: string): string => `${name}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${lifeSeconds}${isHttps() ? "; Secure" : ""}`;
export const clearedEntryCookie = (): string => `${name}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${isHttps() ? "; Secure" : ""}`;

export const tokenFrom = (request: Request): string | null => {
  const token = request.headers.get("cookie")?.match(/(?:^|;\s*)entering=([^;]*)/)?.[1];
  return isTokenShaped(token) ? token : null;
};
